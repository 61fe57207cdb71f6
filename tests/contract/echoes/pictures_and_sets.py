"""Albums, images, labels and set templates."""

from __future__ import annotations

from typing import Any

from tests.contract.echoes.echo import Echo, at, read_at
from tests.contract.echoes.studio import EchoStudio
from tests.populate import ok_json

PATCH = "application/merge-patch+json"
ROWS = [{"suit": "hearts", "rank": "ace"}, {"suit": "spades", "rank": "two"}]
CSV = "suit,rank\nhearts,ace\nspades,two\n"
TEMPLATE = "{base_prompt}/{theme}/{suit}/{style_suffix}"


def album_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    album_id = studio.album(images=3)
    images = studio.get(f"/albums/{album_id}/images")["items"]
    return f"/albums/{album_id}", {"cover_image_id": images[1]["id"]}


def images_to_add(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    album_id = studio.album()
    return f"/albums/{album_id}/images", {"image_ids": [studio.image(3), studio.image(1), studio.image(2)]}


def images_to_move(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    album_id = studio.album(images=4)
    _, two, three, four = (each["id"] for each in studio.get(f"/albums/{album_id}/images")["items"])
    return f"/albums/{album_id}/images", {"image_ids": [four, three], "before_image_id": two}


def only_album(studio: EchoStudio, _: Any) -> Any:
    """The ids of the images of the only album, in order."""
    (album,) = studio.get("/albums")["items"]
    return {"ids": [each["id"] for each in studio.get(f"/albums/{album['id']}/images")["items"]]}


def after_the_moved(_: EchoStudio, album: Any) -> Any:
    return album["ids"][3]


def image_file(studio: EchoStudio, image: Any) -> Any:
    sent = studio.client.get(f"/images/{image['id']}/file").content
    return FILE if sent == studio.file_bytes else sent


def image_to_upload(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return "/images", {"album_id": studio.album(), "file": FILE}


def image_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return f"/images/{studio.image()}", {"nsfw": True, "visibility": "shared"}


def image_to_label(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return f"/images/{studio.image()}/labels", {}


FILTER = {
    "label": "a vixen", "q": "a fox", "visibility": ["public"], "source": ["uploaded"],
    "created_after": "2026-01-01T00:00:00Z", "created_before": "2026-01-02T00:00:00Z",
}  # fmt: skip
VIXEN = {"kind": "tag", "text": "a vixen"}
ONE_OF_BOTH = "images are named by id or by a filter; the other case"


def images_to_change(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    changes = {
        "visibility": "public", "nsfw": True, "add_labels": [VIXEN], "add_to_album": studio.album(), "rating": 4,
        "starred": True,
    }  # fmt: skip
    return "/images/bulk", {"ids": [studio.image()], "filter": FILTER, "changes": changes}


def only_image(studio: EchoStudio, _: Any) -> Any:
    return studio.get(f"/images/{studio.get('/images')['items'][0]['id']}")


def changes_shown(_: EchoStudio, image: Any) -> Any:
    labels = [{name: label[name] for name in ("kind", "text")} for label in image["labels"]]
    fields = {name: image[name] for name in ("visibility", "nsfw", "rating", "starred")}
    return {**fields, "add_labels": labels, "add_to_album": image["albums"][0]["id"]}


def label_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    label = ok_json(studio.client.post(f"/images/{studio.image()}/labels", json={"kind": "caption", "text": "x"}))
    return f"/labels/{label['id']}", {"kind": "tag"}


def listed_label(studio: EchoStudio, label: Any) -> Any:
    return studio.get(f"/images/{label['image_id']}/labels")["items"][0]


def template(studio: EchoStudio, below: str = "", **given: Any) -> tuple[str, dict[str, Any]]:
    body = {"name": "Cards", "prompt_template": TEMPLATE, "rows": ROWS}
    return f"/set-templates/{ok_json(studio.client.post('/set-templates', json=body))['id']}{below}", given


def sides_and_adapter(studio: EchoStudio) -> dict[str, Any]:
    return {**SIDES, "adapters": [studio.adapter()]}


def chosen_adapters(_: EchoStudio, template: Any) -> Any:
    """The adapters as they are chosen, of those that are pinned."""
    return [{name: each[name] for name in ("adapter_id", "weight")} for each in template["adapters"]]


def with_rows(studio: EchoStudio, created: Any) -> Any:
    path = f"/set-templates/{created['id']}"
    rows = [row["values"] for row in studio.get(f"{path}/rows")["rows"]]
    return {**studio.get(path), "rows": rows, "rows_csv": CSV if rows == ROWS else rows}


def rows_of(studio: EchoStudio, answer: Any) -> Any:
    rows = [row["values"] for row in studio.get(f"/set-templates/{answer['set_template_id']}/rows")["rows"]]
    return {"rows": rows}


OVERRIDES = {"base_prompt": "a base", "prompt_template": "{base_prompt}:{theme}:{suit}:{style_suffix}",
             "style_suffix": "a style", "negative_prompt": "a hound", "width": 640, "height": 448, "steps": 17,
             "guidance_scale": 6.25, "engine": "press", "model": "graphite",
             "adapters": [{"adapter_id": "0197f3c2-5a10-7c3e-9d4b-2f6a8e1c0b73", "weight": 0.25}]}  # fmt: skip


def overrides_shown(_: EchoStudio, preview: Any) -> Any:
    """The texts of the overrides are in the prompt, in their order."""
    return OVERRIDES if preview["prompts"][0]["prompt"] == "a base:a theme:hearts:a style" else preview


FILE = "the uploaded bytes"
SIDES: dict[str, Any] = {"width": 640, "height": 448}

PICTURES_AND_SETS = [
    Echo(operation="createAlbum", prepare=at("/albums"), read=read_at("/albums/{id}")),
    Echo(operation="updateAlbum", media_type=PATCH, prepare=album_to_update, read=read_at("/albums/{id}")),
    Echo(
        operation="addAlbumImages",
        prepare=images_to_add,
        read=only_album,
        shown_at={"image_ids": "ids"},
    ),
    Echo(
        operation="moveAlbumImages",
        prepare=images_to_move,
        read=only_album,
        shown_at={"image_ids": lambda _, album: album["ids"][1:3], "before_image_id": after_the_moved},
    ),
    Echo(
        operation="createImage",
        media_type="multipart/form-data",
        prepare=image_to_upload,
        read=read_at("/images/{id}"),
        shown_at={"file": image_file, "album_id": "albums/0/id", "caption": "labels/0/text"},
    ),
    Echo(operation="updateImage", media_type=PATCH, prepare=image_to_update, read=read_at("/images/{id}")),
    Echo(
        operation="bulkUpdateImages",
        name="ids",
        prepare=images_to_change,
        read=only_image,
        shown_at={"ids": lambda _, image: [image["id"]], "changes": changes_shown},
        left_out={"filter": ONE_OF_BOTH, "dry_run": "a dry run changes nothing; the case below"},
    ),
    Echo(
        operation="bulkUpdateImages",
        name="filter",
        prepare=at("/images/bulk", filter=FILTER, changes={"add_labels": [VIXEN], "remove_labels": [VIXEN]}),
        unread=dict.fromkeys(("filter", "changes"), "a dry run changes nothing; the case above"),
        left_out={"ids": ONE_OF_BOTH},
    ),
    Echo(
        operation="markImage",
        media_type=PATCH,
        prepare=lambda studio: (f"/images/{studio.image()}/mark", {"rating": 4, "starred": True}),
        read=only_image,
    ),
    Echo(operation="purgeTrash", prepare=at("/trash/purge")),
    Echo(operation="createLabel", prepare=image_to_label, read=listed_label),
    Echo(operation="updateLabel", media_type=PATCH, prepare=label_to_update, read=listed_label),
    Echo(
        operation="createSetTemplate",
        name="rows",
        prepare=lambda studio: ("/set-templates", {"rows": ROWS, **sides_and_adapter(studio)}),
        read=with_rows,
        shown_at={"adapters": chosen_adapters},
        left_out={"rows_csv": "rows are given once; the case below"},
    ),
    Echo(
        operation="createSetTemplate",
        name="csv",
        prepare=lambda studio: ("/set-templates", {"rows_csv": CSV, **sides_and_adapter(studio)}),
        read=with_rows,
        shown_at={"adapters": chosen_adapters},
        left_out={"rows": "rows are given once; the case above"},
    ),
    Echo(
        operation="updateSetTemplate",
        media_type=PATCH,
        prepare=lambda studio: template(studio, **sides_and_adapter(studio)),
        read=read_at("/set-templates/{id}"),
        shown_at={"adapters": chosen_adapters},
    ),
    Echo(
        operation="replaceSetTemplateRows",
        prepare=lambda studio: template(studio, "/rows", rows=ROWS[1:]),
        read=rows_of,
    ),
    Echo(
        operation="previewSetTemplate",
        prepare=lambda studio: template(studio, "/preview", theme="a theme", overrides=OVERRIDES, limit=1),
        shown_at={
            "theme": lambda _, preview: preview["prompts"][0]["prompt"].split(":")[1],
            "limit": lambda _, preview: len(preview["prompts"]),
            "overrides": overrides_shown,
        },
    ),
]
