"""What is in the bundle of an album, for each of those who may see it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any
from uuid import UUID

import msgspec
import pytest

from platemark.access import SYSTEM, Actor
from platemark.errors import NotFound, Unauthenticated, Unavailable
from platemark.exports import album_bundle
from platemark.exports.album_bundle import export_album
from platemark.images.metadata_stripping import strip_metadata
from platemark.metadata.read import read
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges
from platemark.studio import Studio
from tests.populate import png
from tests.unit.conftest import RowFactory

People = dict[str, Actor]
ROWS = from_rows([{"suit": "hearts", "rank": "ace"}, {"suit": "bells, and more", "rank": "ten"}])


def unpacked(studio: Studio, album_id: UUID, by: Actor = SYSTEM) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(b"".join(export_album(studio, album_id, by=by)))) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist() if name != "manifest.json"}


def json_of(files: dict[str, bytes], path: str) -> Any:
    return msgspec.json.decode(files[path])


def picture(studio: Studio, factory: RowFactory, owner: Actor, data: bytes, **values: object) -> UUID:
    return factory.image(owner, digest=studio.blobs.put(data), size_bytes=len(data), **values)  # type: ignore[arg-type]


def test_a_bundle_has_the_pictures_in_order_and_what_is_known_of_each(
    studio: Studio, factory: RowFactory, people: People
) -> None:
    owner = people["owner"]
    first = picture(studio, factory, owner, b"the first", media_type="image/jpeg", title="A fox", prompt="a fox")
    second = picture(studio, factory, owner, b"the second", nsfw=True)
    factory.label(first, "tag", "fox", source="engine", engine="press", confidence=0.75)
    factory.label(first, "tag", "snow")
    factory.label(second, "tag", "hound")
    factory.label(second, "caption", "An old hound")
    factory.label(second, "caption", "A hound\nin June")
    album_id = factory.album(owner, images=[second, first], name="Beasts", description="Of the north")
    files = unpacked(studio, album_id)
    assert list(files) == [
        "album.json", "images/00001.png", "images/00001.json", "images/00001.txt", "images/00002.jpg",
        "images/00002.json", "images/00002.txt",
    ]  # fmt: skip
    assert (files["images/00001.png"], files["images/00002.jpg"]) == (b"the second", b"the first")
    assert (files["images/00001.txt"], files["images/00002.txt"]) == (b"A hound\nin June", b"fox, snow")
    album = json_of(files, "album.json")
    assert (album["id"], album["name"], album["description"]) == (str(album_id), "Beasts", "Of the north")
    assert album["set_template"] is None
    image = json_of(files, "images/00002.json")
    assert (image["id"], image["title"], image["prompt"], image["nsfw"]) == (str(first), "A fox", "a fox", False)
    newest, oldest = image["labels"]
    assert (newest["text"], newest["engine"]) == ("snow", None)
    assert (oldest["text"], oldest["engine"], oldest["confidence"]) == ("fox", "press", 0.75)


def test_a_bundle_holds_more_than_a_page(
    studio: Studio, factory: RowFactory, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(album_bundle, "PAGE_IMAGES", 2)
    ids = [picture(studio, factory, people["owner"], f"picture {number}".encode()) for number in range(5)]
    files = unpacked(studio, factory.album(people["owner"], images=ids))
    assert [files[f"images/{number:05}.png"] for number in range(1, 6)] == [b"picture %d" % it for it in range(5)]


@pytest.mark.parametrize(
    ("name", "titles", "prompts"),
    [
        ("owner", ["shared", "mine", "public"], ["p", "p", "p"]),
        ("admin", ["shared", "mine", "public"], ["p", "p", "p"]),
        ("editor", ["shared", "public"], ["p", "p"]),
        ("viewer", ["shared", "public"], [None, None]),
    ],
)
def test_a_bundle_shows_what_its_reader_may_see(
    studio: Studio, factory: RowFactory, people: People, name: str, titles: list[str], prompts: list[str | None]
) -> None:
    owner = people["owner"]
    provenance = {"engine": "press"}
    ids = [
        picture(studio, factory, owner, b"x", visibility=visibility, title=title, prompt="p", provenance=provenance)
        for visibility, title in (("shared", "shared"), ("private", "mine"), ("public", "public"))
    ]
    files = unpacked(studio, factory.album(owner, images=ids), by=people[name])
    images = [json_of(files, path) for path in files if path.startswith("images/") and path.endswith(".json")]
    assert [image["title"] for image in images] == titles
    assert [image["prompt"] for image in images] == prompts
    assert all(image["provenance"] is None for image in images) is (name == "viewer")


def test_who_may_not_see_an_album_cannot_export_it(studio: Studio, factory: RowFactory, people: People) -> None:
    album_id = factory.album(people["owner"], "private")
    with pytest.raises(NotFound):
        export_album(studio, album_id, by=people["editor"])
    with pytest.raises(Unauthenticated):
        export_album(studio, factory.album(people["owner"], "public"), by=people["anyone"])


@pytest.mark.parametrize("changed", [False, True])
def test_a_bundle_has_the_set_template_that_its_album_was_drawn_from(
    studio: Studio, factory: RowFactory, people: People, changed: bool
) -> None:
    new = NewSetTemplate(name="Cards", base_prompt="a card", steps=17)
    with studio.work(write=True) as work:
        template = set_templates.create_set_template(work, new, ROWS, by=people["owner"])
        if changed:
            set_templates.update_set_template(work, template.id, SetTemplateChanges(steps=9), by=people["owner"])
        work.commit()
    drawn_from = {"set_template_id": template.id, "set_template_version": template.version, "theme": "winter"}
    files = unpacked(studio, factory.album(people["owner"], **drawn_from))  # type: ignore[arg-type]
    named = {"id": str(template.id), "name": "Cards", "version": 1}
    assert (json_of(files, "album.json")["set_template"], json_of(files, "album.json")["theme"]) == (named, "winter")
    if changed:
        assert list(files) == ["album.json"]
    else:
        stored = json_of(files, "set_template.json")
        assert (stored["base_prompt"], stored["steps"], stored["row_count"]) == ("a card", 17, 2)
        assert files["set_template.csv"] == b'suit,rank\r\nhearts,ace\r\n"bells, and more",ten\r\n'


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_no_bundle_has_a_picture_that_is_not_what_it_was(
    studio: Studio, factory: RowFactory, people: People, damage: str
) -> None:
    image_id = picture(studio, factory, people["owner"], b"the picture")
    path = next(path for path in (studio.settings.blobs_dir).rglob("*") if path.is_file())
    path.unlink() if damage == "missing" else path.write_bytes(b"a picture !")
    pieces = export_album(studio, factory.album(people["owner"], images=[image_id]), by=SYSTEM)
    with pytest.raises(Unavailable) as caught:
        b"".join(pieces)
    assert caught.value.code == "storage_failed"


def made(**values: object) -> dict[str, object]:
    return {
        "engine": "press", "engine_version": "1", "model": None, "seed": 7, "steps": 20, "guidance_scale": 7.5,
        "width": 64, "height": 48, "prompt": "a fox", "negative_prompt": "", "words_used": [], "words_ignored": [],
        "parameters": {}, "adapters": [], "job_id": None, "set_run_id": None, "set_template_id": None,
        "set_template_version": None, "row_position": None, **values,
    }  # fmt: skip


def test_what_pictures_were_made_with_is_written_into_them_on_request(
    studio: Studio, factory: RowFactory, people: People
) -> None:
    owner, pictures = people["owner"], [png((number, 0, 0)) for number in range(4)]
    stated: list[object] = [made(), None, made(prompt="Negative prompt: x"), made(steps=None)]
    ids = [
        picture(studio, factory, owner, data, provenance=it) for data, it in zip(pictures, stated, strict=True)
    ]  # fmt: skip
    album_id = factory.album(owner, images=ids)
    plain = b"".join(export_album(studio, album_id, by=owner))
    assert b"stored_sha256" not in plain
    with zipfile.ZipFile(io.BytesIO(b"".join(export_album(studio, album_id, by=owner, embed="a1111")))) as bundle:
        listed = {it["path"]: it for it in msgspec.json.decode(bundle.read("manifest.json"))["files"]}
        files = [bundle.read(f"images/{number:05}.png") for number in (1, 2, 3, 4)]
        said = msgspec.json.decode(bundle.read("images/00001.json"))
    assert files[1:] == pictures[1:]
    assert strip_metadata(files[0]).data == pictures[0]
    assert read(files[0]).prompt == "a fox"
    digests = [hashlib.sha256(data).hexdigest() for data in (files[0], pictures[0])]
    first = listed["images/00001.png"]
    assert [first["sha256"], first["stored_sha256"]] == digests
    assert (said["digest"], said["provenance"]["seed"]) == (digests[1], 7)
    assert not any("stored_sha256" in it for path, it in listed.items() if path != "images/00001.png")


def test_what_its_reader_may_not_read_is_not_written_into_a_picture(
    studio: Studio, factory: RowFactory, people: People
) -> None:
    image_id = picture(studio, factory, people["owner"], data := png(), provenance=made(), prompt="a fox")
    album_id = factory.album(people["owner"], images=[image_id])
    whole = b"".join(export_album(studio, album_id, by=people["viewer"], embed="a1111"))
    assert whole == b"".join(export_album(studio, album_id, by=people["viewer"]))
    assert data in whole


def test_a_picture_that_is_not_what_it_was_gets_no_text(studio: Studio, factory: RowFactory, people: People) -> None:
    image_id = picture(studio, factory, people["owner"], png(), provenance=made())
    path = next(path for path in (studio.settings.blobs_dir).rglob("*") if path.is_file())
    path.write_bytes(png((9, 9, 9)))
    pieces = export_album(studio, factory.album(people["owner"], images=[image_id]), by=SYSTEM, embed="a1111")
    with pytest.raises(Unavailable):
        b"".join(pieces)
