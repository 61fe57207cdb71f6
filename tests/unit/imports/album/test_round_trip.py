"""An album that is exported from one studio, imported into an empty one and exported again is the same album."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from platemark.access import SYSTEM
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.engine import Database, connect
from platemark.exports.album_bundle import export_album
from platemark.images.views import NewUpload
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_csv
from platemark.set_templates.views import NewSetTemplate
from platemark.studio import Studio
from platemark.uploads import upload_image
from tests.unit.conftest import RowFactory
from tests.unit.imports.album import bundles
from tests.unit.imports.import_driver import ImportDriver, studio_of
from tests.unit.imports.media.helpers import thing_id

ALBUM_DIFFERS = {"id", "source", "set_run_id", "updated_at"}
"""An album has another id, says that it was imported, and has no run; it was last changed by the import."""
TEMPLATE_DIFFERS = {"id", "version", "updated_at", "created_at", "created_by"}
"""A set template is a new one: it has another id, owner and times, and its versions begin anew."""
IMAGE_DIFFERS = {"id", "source", "updated_at"}
PROVENANCE_DIFFERS = {"job_id", "set_run_id", "set_template_id", "set_template_version"}
"""Rows that only the first studio has."""
DIFFERENT = {"album.json", "set_template.json", *(f"images/{number:05}.json" for number in (1, 2, 3, 4))}


@pytest.fixture
def first(sqlite_template: Path, tmp_path: Path) -> Iterator[Studio]:
    shutil.copy(sqlite_template, tmp_path / "first.db")
    database = connect(f"sqlite:///{tmp_path / 'first.db'}")
    yield studio_of(database, tmp_path / "first")
    database.dispose()


def filled(studio: Studio) -> UUID:
    """An album of a run, whose pictures are not in the order of their ids; the second and third are the same bytes."""
    factory = RowFactory(lambda: studio.work(write=True))
    with studio.work(write=True) as work:
        new = NewSetTemplate(
            name="Cards", base_prompt="a card", prompt_template="{base_prompt}, {suit} {rank}", guidance_scale=7.25,
            negative_prompt="snow", engine="press", visibility="public",
        )  # fmt: skip
        template = set_templates.create_set_template(work, new, from_csv(bundles.ROWS), by=SYSTEM, slug="cards")
        work.commit()
    ids = []
    for number, (drawn, suffix, media_type) in enumerate(
        [(1, "png", "image/png"), (2, "jpg", "image/jpeg"), (2, "jpg", "image/jpeg"), (4, "webp", "image/webp")], 1
    ):
        data = bundles.drawing(drawn, suffix)
        ids.append(
            factory.image(
                SYSTEM,
                ["shared", "private", "public"][number % 3],
                digest=studio.blobs.put(data),
                size_bytes=len(data),
                width=24 + drawn,
                height=32,
                media_type=media_type,
                nsfw=number == 3,
                source="generated",
                title=f"Fox {number}\u2013é",
                prompt=f"the {number}th fox",
                provenance=bundles.provenance(number),
            )
        )
        for label in reversed(bundles.labels(number)):
            facts = {name: value for name, value in label.items() if name not in ("kind", "text", "created_at")}
            factory.label(ids[-1], label["kind"], label["text"], **facts)
    return factory.album(
        SYSTEM, "shared", images=[ids[2], ids[0], ids[3], ids[1]], name="Beasts", description="Of the north\nand south",
        source="set_run", set_template_id=template.id, set_template_version=template.version, theme="winter",
    )  # fmt: skip


def export(studio: Studio, album_id: UUID, target: Path, embed: str | None = None) -> Path:
    target.write_bytes(b"".join(export_album(studio, album_id, by=SYSTEM, embed=embed)))
    return target


def unpacked(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle.read_bytes())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def manifest(files: dict[str, bytes]) -> list[Any]:
    listed: list[Any] = msgspec.json.decode(files["manifest.json"])["files"]
    return listed


def document(files: dict[str, bytes], path: str, *differs: str) -> dict[str, Any]:
    found = msgspec.json.decode(files[path])
    return {name: value for name, value in found.items() if name not in differs}


@pytest.mark.parametrize("embed", [None, "a1111"])
def test_an_album_survives_a_second_studio(
    database: Database, first: Studio, tmp_path: Path, embed: str | None
) -> None:
    album_id = filled(first)
    driver = ImportDriver(database, tmp_path / "second", kind="album")
    bundle = export(first, album_id, tmp_path / "first.zip")
    applied = driver.plan_and_apply(export(first, album_id, tmp_path / "embedded.zip", embed))
    assert ((tmp_path / "embedded.zip").read_bytes() == bundle.read_bytes()) is (embed is None)
    assert (applied.counts["new"], sum(applied.counts.values()), applied.results["failed"]) == (6, 6, 0)
    second = thing_id(driver, applied, f"albums/{album_id}")
    before, after = unpacked(bundle), unpacked(export(driver.studio, second, tmp_path / "second.zip"))
    assert [it["path"] for it in manifest(after)] == [it["path"] for it in manifest(before)]
    assert [it for it in manifest(after) if it["path"] not in DIFFERENT] == [
        it for it in manifest(before) if it["path"] not in DIFFERENT
    ]
    assert_same(before, after)
    third = driver.plan(tmp_path / "second.zip")
    assert (third.counts["new"], third.counts["unchanged"]) == (5, 1), (
        "what a bundle says is of the studio that wrote it"
    )


def assert_same(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """All documents say the same but for what must differ."""
    album = document(before, "album.json", *ALBUM_DIFFERS, "set_template")
    assert document(after, "album.json", *ALBUM_DIFFERS, "set_template") == album
    named = [msgspec.json.decode(files["album.json"])["set_template"]["name"] for files in (before, after)]
    assert named == ["Cards", "Cards"]
    template = document(before, "set_template.json", *TEMPLATE_DIFFERS)
    assert document(after, "set_template.json", *TEMPLATE_DIFFERS) == template
    for path in sorted(DIFFERENT - {"album.json", "set_template.json"}):
        old, new = (document(files, path, *IMAGE_DIFFERS) for files in (before, after))
        for each in (old, new):
            each["provenance"] = {k: v for k, v in each["provenance"].items() if k not in PROVENANCE_DIFFERS}
        assert new == old


def test_pictures_that_were_uploaded_keep_their_bytes(database: Database, first: Studio, tmp_path: Path) -> None:
    with first.work(write=True) as work:
        album_id = albums.insert_album(work, NewAlbum(name="Beasts"), by=SYSTEM)
        for suffix in ("png", "jpg", "webp"):
            upload = NewUpload(album_id=album_id, caption="A fox")
            upload_image(work, first, io.BytesIO(bundles.drawing(5, suffix)), upload, by=SYSTEM)
        work.commit()
    driver = ImportDriver(database, tmp_path / "second", kind="album")
    applied = driver.plan_and_apply(export(first, album_id, tmp_path / "first.zip"))
    second = export(driver.studio, thing_id(driver, applied, f"albums/{album_id}"), tmp_path / "second.zip")
    pictures = [
        {path: data for path, data in unpacked(bundle).items() if path.endswith((".png", ".jpg", ".webp", ".txt"))}
        for bundle in (tmp_path / "first.zip", second)
    ]
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 6
