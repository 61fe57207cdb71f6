"""Users, tokens, images, labels and albums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from generated import paths
from platemark.clock import utc_now
from platemark.ids import new_id
from tests.contract.answer_sources.shown import Shown, first, item, source
from tests.contract.answer_sources.things import image, image_shown, set_template
from tests.contract.distinct_rows import DistinctRows, shown


@source("User")
def users(rows: DistinctRows) -> Iterator[Shown]:
    user = rows.add("users", disabled_at=rows.moment() if rows.full else None, role="editor" if rows.full else "viewer")
    yield Shown("User", "/users", item(user), shown("User", user, has_password=rows.full))


@source("ApiToken")
def tokens(rows: DistinctRows) -> Iterator[Shown]:
    user = rows.add("users")
    prefix = f"pm_{rows.number():05}"
    token = rows.add("api_tokens", user_id=user["id"], prefix=prefix, parent_id=None)
    yield Shown("ApiToken", f"/auth/tokens?user_id={user['id']}", first(), shown("ApiToken", token))


@source("Session")
def sessions(rows: DistinctRows) -> Iterator[Shown]:
    user = rows.add("users")
    method = "link" if rows.full else "password"
    session = rows.add(
        "sessions",
        user_id=user["id"],
        started_with=method,
        expires_at=utc_now().replace(microsecond=0) + timedelta(days=9),
    )
    expected = shown("Session", session, is_current=False)  # the test reads with a token
    yield Shown("Session", f"/auth/sessions?user_id={user['id']}", first(), expected, frozenset({"is_current"}))


@source("Image", "Label", "AlbumReference", "Provenance", "AdapterProvenance", "ImageDetail")
def images(rows: DistinctRows) -> Iterator[Shown]:
    user = rows.add("users")
    owner = user["id"] if rows.full else None
    provenance = provenance_of(rows) if rows.full else None
    row = image(rows, created_by=owner, provenance=provenance, deleted_at=rows.moment() if rows.full else None)
    if rows.full:
        yield Shown("Image", "/images?trashed=true", item(row), image_shown("Image", row))
    else:
        yield Shown("Image", "/images", item(row), image_shown("Image", row))
    row = image(rows, created_by=owner, provenance=provenance, updated_at=rows.moment())
    label = rows.add("labels", image_id=row["id"], created_by=owner, job_id=new_id() if rows.full else None)
    album = rows.add("albums", created_by=owner, cover_image_id=None)
    rows.add("album_images", album_id=album["id"], image_id=row["id"])
    label_shown = shown("Label", label)
    reference = shown("AlbumReference", album)
    path = f"/images/{row['id']}"
    yield Shown("Label", f"{path}/labels", first(), label_shown)
    yield Shown("AlbumReference", path, ("albums", 0), reference)
    if provenance is not None:
        adapter = provenance["adapters"][0]
        yield Shown("Provenance", path, ("provenance",), provenance)
        yield Shown("AdapterProvenance", path, ("provenance", "adapters", 0), adapter)
    parts = {"provenance": provenance, "labels": [label_shown], "albums": [reference]}
    yield Shown("ImageDetail", path, (), image_shown("ImageDetail", row, **parts), frozenset({"deleted_at"}))


def provenance_of(rows: DistinctRows) -> dict[str, Any]:
    """A provenance in which each field has a value of its own."""
    adapter = {
        "adapter_id": str(new_id()), "name": "Frost", "format": "style_plate", "digest": rows.digest(), "weight": 0.25,
        "training_run_id": str(new_id()), "dataset_digest": rows.digest(),
    }  # fmt: skip
    return {
        "engine": "press", "engine_version": "1.2.3", "model": "a model", "seed": rows.number(), "steps": 17,
        "guidance_scale": 6.25, "width": 640, "height": 448, "prompt": "a fox", "negative_prompt": "a hound",
        "words_used": ["fox"], "words_ignored": ["hound"], "parameters": {"sampler": "ddim"}, "adapters": [adapter],
        "job_id": str(new_id()), "set_run_id": str(new_id()), "set_template_id": str(new_id()),
        "set_template_version": 13, "row_position": 29,
    }  # fmt: skip


@source("Album", "AlbumDetail", "AlbumImage", "AlbumTemplate")
def albums(rows: DistinctRows) -> Iterator[Shown]:
    user = rows.add("users")
    owner = user["id"] if rows.full else None
    template = set_template(rows)
    pictures = [image(rows, created_by=owner) for _ in range(3 if rows.full else 1)]
    shown_cover = pictures[1] if rows.full else pictures[0]
    cover = shown_cover["id"]
    run = {"set_run_id": new_id(), "set_template_id": template["id"]} if rows.full else {}
    values = {"theme": "frost in june", "set_template_version": template["version"], **run} if rows.full else {}
    album = rows.add("albums", cover_image_id=cover if rows.full else None, created_by=owner, **values)
    for position, picture in enumerate(pictures):
        rows.add("album_images", album_id=album["id"], image_id=picture["id"], position=position + 3)
    others = {
        "cover_image_id": str(cover),  # the first image, if none was chosen
        "cover_thumbnail_url": paths.image_thumbnail(cover),
        **{f"cover_{name}": shown_cover[name] for name in ("width", "height", "thumb_hash")},
        "image_count": len(pictures),
    }
    yield Shown("Album", "/albums", item(album), shown("Album", album, **others))
    made_from = {
        "set_template_id": str(template["id"]),
        "name": template["name"],
        "version": template["version"],
        "theme": album["theme"],
    }
    members = [image_shown("AlbumImage", picture, position=n + 3) for n, picture in enumerate(pictures)]
    path = f"/albums/{album['id']}"
    parts = {"template": made_from if rows.full else None, "images": members, "images_next_cursor": None}
    yield Shown(
        "AlbumDetail", path, (), shown("AlbumDetail", album, **others, **parts), frozenset({"images_next_cursor"})
    )
    yield Shown("AlbumImage", f"{path}/images", first(), members[0], frozenset({"deleted_at"}))
    if rows.full:
        yield Shown("AlbumTemplate", path, ("template",), made_from)
