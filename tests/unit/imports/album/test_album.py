"""An exported album is imported: everything once, again nothing; verified, and undone without a trace."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.albums import service as albums
from platemark.db.engine import Database
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import ImageChanges
from platemark.imports.views import ImportView
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_csv
from platemark.set_templates.views import NewSetTemplate
from tests.unit.imports.album import bundles
from tests.unit.imports.album.bundles import ALBUM_KEY, TEMPLATE_KEY, Files, image_key
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import blob_digests, execute, thing_id

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
EVERYTHING = [TEMPLATE_KEY, ALBUM_KEY, *map(image_key, (1, 2, 3, 4))]


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="album")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundles.build(tmp_path / "bundles")


def outcomes(driver: ImportDriver, view: ImportView) -> dict[str, tuple[str, str | None]]:
    return {it.key: (it.outcome, it.reason) for it in driver.items(view)}


def members(driver: ImportDriver, album_id: UUID) -> list[Any]:
    query = sa.select(ImageRow).join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
    with driver.read_work() as work:
        return list(
            work.session.scalars(query.where(AlbumImageRow.album_id == album_id).order_by(AlbumImageRow.position))
        )


def labels_of(driver: ImportDriver, image_id: UUID) -> list[dict[str, Any]]:
    """The labels of an image as a bundle lists them: the newest first."""
    with driver.read_work() as work:
        rows = work.session.scalars(
            sa.select(LabelRow).where(LabelRow.image_id == image_id).order_by(LabelRow.id.desc())
        )
        return [
            {name: getattr(row, name) for name in bundles.label("tag", "", "")}
            | {"created_at": f"{row.created_at:%FT%TZ}"}
            for row in rows
        ]


def test_a_bundle_is_imported_twice_verified_and_undone(driver: ImportDriver, bundle: Path) -> None:
    before = driver.dump()
    planned = driver.plan(bundle)
    assert driver.dump() == before
    assert outcomes(driver, planned) == dict.fromkeys(EVERYTHING, ("new", None))
    applied = driver.apply(planned)
    assert driver.verify(applied).discrepancies == []
    moved = bundle.rename(bundle.with_name("elsewhere.zip"))
    again = driver.plan_and_apply(moved)
    assert outcomes(driver, again) == dict.fromkeys(EVERYTHING, ("unchanged", None))
    assert driver.verify(again).discrepancies == []
    assert driver.undo(again).results["undone"] == 0
    undone = driver.undo(applied)
    assert (undone.results["undone"], undone.discrepancies) == (len(EVERYTHING), [])
    assert driver.dump() == before
    assert blob_digests(driver) == []


def test_an_import_has_all_that_the_bundle_says(driver: ImportDriver, bundle: Path) -> None:
    applied = driver.plan_and_apply(bundle)
    album_id, template_id = thing_id(driver, applied, ALBUM_KEY), thing_id(driver, applied, TEMPLATE_KEY)
    with driver.read_work() as work:
        detail = albums.get_album(work, album_id, by=SYSTEM)
        template = set_templates.get_set_template(work, template_id, by=SYSTEM)
        rows = set_templates.read_rows(work, template).table
    album = detail.album
    assert (album.name, album.description, album.visibility, album.theme) == (
        "Beasts",
        "Of the north",
        "shared",
        "winter",
    )
    assert (album.source, album.set_template_id, album.set_template_version) == ("import", template_id, 1)
    assert (template.name, template.slug, template.steps, template.engine) == ("Cards", "cards", 17, "press")
    assert rows == from_csv(bundles.ROWS)
    found = members(driver, album_id)
    assert [it.title for it in found] == [f"Fox {number}" for number in (1, 2, 3, 4)]
    assert [it.nsfw for it in found] == [False, True, False, False]
    assert [it.visibility for it in found] == ["public", "private", "public", "private"]
    assert [it.prompt for it in found] == [f"the {number}th fox" for number in (1, 2, 3, 4)]
    assert [f"{it.created_at:%FT%T.%f}" for it in found] == [f"2026-03-0{n}T09:30:00.123000" for n in (1, 2, 3, 4)]
    content = bundles.files()
    pictures = [data for path, data in content.items() if path.endswith((".png", ".jpg", ".webp"))]
    assert [driver.blobs.read(it.digest) for it in found] == pictures
    elsewhere = dict.fromkeys(("job_id", "set_run_id", "set_template_id", "set_template_version"))
    assert [it.provenance for it in found] == [bundles.provenance(number) | elsewhere for number in (1, 2, 3, 4)]
    assert [labels_of(driver, it.id) for it in found] == [bundles.labels(number) for number in (1, 2, 3, 4)]


@ON_SQLITE
def test_the_visibility_of_an_import_is_that_of_what_says_nothing_of_its_own(
    driver: ImportDriver, tmp_path: Path
) -> None:
    bundle = bundles.build(tmp_path, lambda content: content.update({"images/00003.json": b"{}"}))
    applied = driver.plan_and_apply(bundle, visibility="shared")
    key = f"{ALBUM_KEY}/images/00003.jpg"
    assert outcomes(driver, applied)[key] == ("new", "sidecar_unreadable")
    found = members(driver, thing_id(driver, applied, ALBUM_KEY))
    assert [it.visibility for it in found] == ["public", "private", "shared", "private"]
    assert (found[2].title, found[2].provenance) == ("", None)


@ON_SQLITE
def test_an_equal_set_template_is_recognised(driver: ImportDriver, bundle: Path) -> None:
    like = NewSetTemplate(
        name="Cards", base_prompt="a card", prompt_template="{base_prompt}, {suit} {rank}", steps=17, guidance_scale=7,
        engine="press", visibility="private",
    )  # fmt: skip
    with UnitOfWork(driver.database, write=True) as work:
        here = set_templates.create_set_template(work, like, from_csv(bundles.ROWS), by=SYSTEM)
        work.commit()
    applied = driver.plan_and_apply(bundle)
    assert outcomes(driver, applied)[TEMPLATE_KEY] == ("unchanged", "already_here")
    with driver.read_work() as work:
        album = albums.get_album(work, thing_id(driver, applied, ALBUM_KEY), by=SYSTEM).album
    assert (album.set_template_id, album.set_template_version) == (here.id, here.version)
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).results["undone"] == len(EVERYTHING) - 1


@ON_SQLITE
@pytest.mark.parametrize(
    "other",
    [{"steps": 18}, {"adapters": ()}, {"base_prompt": "two cards"}, {"engine": None}],
    ids=lambda it: next(iter(it)),
)
def test_another_set_template_with_the_same_id_stays_and_the_imported_one_has_none(
    driver: ImportDriver, bundle: Path, other: dict[str, Any]
) -> None:
    like: dict[str, Any] = {
        "name": "Cards", "base_prompt": "a card", "prompt_template": "{base_prompt}, {suit} {rank}", "steps": 17,
        "guidance_scale": 7.0, "engine": "press",
    }  # fmt: skip
    with UnitOfWork(driver.database, write=True) as work:
        new = NewSetTemplate(**like | other)
        here = set_templates.create_set_template(work, new, from_csv(bundles.ROWS), by=SYSTEM, slug="cards")
        work.commit()
    applied = driver.plan_and_apply(bundle)
    assert outcomes(driver, applied)[TEMPLATE_KEY] == ("new", "id_taken")
    with driver.read_work() as work:
        slugs = dict(work.session.execute(sa.select(SetTemplateRow.id, SetTemplateRow.slug)).all())
    assert (slugs[here.id], slugs[thing_id(driver, applied, TEMPLATE_KEY)]) == ("cards", None)
    assert driver.undo(applied).results["undone"] == len(EVERYTHING)


@ON_SQLITE
def test_adapters_that_are_not_here_are_named(driver: ImportDriver, tmp_path: Path) -> None:
    adapter = {"adapter_id": bundles.ALBUM, "name": "Woodcut", "format": "lora", "digest": "5" * 64, "weight": 0.5}
    bundle = bundles.build(tmp_path, lambda content: bundles.said(content, "set_template.json", adapters=[adapter]))
    applied = driver.plan_and_apply(bundle)
    assert outcomes(driver, applied)[TEMPLATE_KEY] == ("new", "loras_not_found")
    (message,) = (it.message for it in driver.items(applied) if it.key == TEMPLATE_KEY)
    assert message.endswith(": Woodcut.")
    with driver.read_work() as work:
        template = set_templates.get_set_template(work, thing_id(driver, applied, TEMPLATE_KEY), by=SYSTEM)
    assert template.adapters == ()
    assert driver.verify(applied).discrepancies == []


@ON_SQLITE
def test_a_later_bundle_brings_what_is_new_and_changes_nothing(
    driver: ImportDriver, bundle: Path, tmp_path: Path
) -> None:
    first = driver.plan_and_apply(bundle)

    def later(content: Files) -> None:
        moved = [path for path in content if path.startswith("images/00001.")]
        content.update({path.replace("00001", "00009"): content.pop(path) for path in moved})
        bundles.said(content, "images/00009.json", title="Another name")
        content["images/00010.png"] = bundles.drawing(10, "png")
        content["images/00010.json"] = content["images/00004.json"]
        bundles.said(content, "images/00010.json", id=bundles.image_id(10), title="Fox 10")

    again = driver.plan_and_apply(bundles.build(tmp_path / "later", later))
    found = outcomes(driver, again)
    assert found.pop(image_key(10)) == ("new", None)
    assert found.pop(image_key(1)) == ("unchanged", "imported_before")
    assert set(found.values()) == {("unchanged", None)}
    album = thing_id(driver, first, ALBUM_KEY)
    assert [it.title for it in members(driver, album)] == ["Fox 1", "Fox 2", "Fox 3", "Fox 4", "Fox 10"]
    assert driver.undo(again).results["undone"] == 1
    assert len(members(driver, album)) == 4


@ON_SQLITE
def test_an_album_that_was_deleted_here_is_made_again_with_its_pictures(driver: ImportDriver, bundle: Path) -> None:
    first = driver.plan_and_apply(bundle)
    execute(driver, sa.delete(AlbumRow).where(AlbumRow.id == thing_id(driver, first, ALBUM_KEY)))
    again = driver.plan_and_apply(bundle)
    assert Counter(outcomes(driver, again).values()) == {
        ("unchanged", None): 1, ("new", None): 1, ("new", "known_picture"): 4,
    }  # fmt: skip
    assert len(members(driver, thing_id(driver, again, ALBUM_KEY))) == 3, "two of them have the same bytes"


@ON_SQLITE
def test_pictures_that_are_here_get_the_labels_that_they_lack(
    driver: ImportDriver, bundle: Path, tmp_path: Path
) -> None:
    def other_album(content: Files) -> None:
        bundles.said(content, "album.json", id=bundles.image_id(90))
        bundles.said(content, "images/00003.json", labels=[bundles.label("tag", "hound", bundles.AT)])

    first = driver.plan_and_apply(bundle)
    before = driver.dump()
    second = driver.plan_and_apply(bundles.build(tmp_path / "other", other_album))
    image_id = thing_id(driver, first, image_key(3))
    assert next(it["text"] for it in labels_of(driver, image_id)) == "hound"
    assert len(labels_of(driver, image_id)) == 5
    assert driver.verify(second).discrepancies == []
    driver.undo(second)
    assert driver.dump() == before


@ON_SQLITE
@pytest.mark.parametrize("change", ["title", "label", "new_label"])
def test_an_undo_keeps_what_was_changed_since(driver: ImportDriver, bundle: Path, change: str) -> None:
    applied = driver.plan_and_apply(bundle)
    image_id = thing_id(driver, applied, image_key(3))
    with UnitOfWork(driver.database, write=True) as work:
        if change == "title":
            images.update_image(work, image_id, ImageChanges(title="Mine"), by=SYSTEM)
        work.commit()
    if change == "label":
        execute(
            driver, sa.update(LabelRow).where(LabelRow.image_id == image_id, LabelRow.text == "fox").values(version=2)
        )
    if change == "new_label":
        row = {column.name: None for column in LabelRow.__table__.columns}
        now = sa.select(LabelRow.created_at).where(LabelRow.image_id == image_id).limit(1).scalar_subquery()
        facts = {"image_id": image_id, "kind": "tag", "text": "mine", "source": "manual", "version": 1}
        values = row | facts | {"id": UUID(bundles.ALBUM), "created_at": now, "updated_at": now, "text_key": b"0" * 16}
        execute(driver, sa.insert(LabelRow).values(**values))
    undone = driver.undo(applied)
    kept = {it.key: it.discrepancy for it in driver.items(undone) if it.state == "kept"}
    assert kept == {image_key(3): "edited" if change == "title" else "labelled"}


@ON_SQLITE
@pytest.mark.parametrize("replaced", ["other", "gone"])
def test_a_bundle_that_was_replaced_since_the_plan_is_refused(
    driver: ImportDriver, bundle: Path, tmp_path: Path, replaced: str
) -> None:
    planned = driver.plan(bundle)
    if replaced == "other":
        bundles.build(tmp_path / "bundles", lambda content: content.pop("images/00004.txt"))
        applied = driver.apply(planned)
        assert {it.discrepancy for it in driver.items(applied)} == {"changed_since_plan"}
    else:
        bundle.unlink()
        applied = driver.apply(planned)
        assert (applied.state, applied.error_code) == ("failed", "import_source_gone")
    assert blob_digests(driver) == []


@ON_SQLITE
def test_verify_reads_the_bundle_again(driver: ImportDriver, bundle: Path) -> None:
    applied = driver.plan_and_apply(bundle)
    data = bundle.read_bytes()
    bundle.write_bytes(data.replace(bundles.drawing(4, "webp"), bytes(len(bundles.drawing(4, "webp")))))
    verified = driver.verify(applied)
    assert {it.key: it.discrepancy for it in driver.items(verified) if it.discrepancy} == {
        image_key(4): "source_altered"
    }


def cut_labels(content: Files) -> None:
    many = [bundles.label("tag", f"tag {number}", bundles.AT) for number in range(250)]
    bundles.said(content, "images/00003.json", labels=many)


@ON_SQLITE
def test_of_very_many_labels_the_newest_are_imported(driver: ImportDriver, tmp_path: Path) -> None:
    applied = driver.plan_and_apply(bundles.build(tmp_path, cut_labels))
    assert outcomes(driver, applied)[image_key(3)] == ("new", "labels_cut")
    texts = [it["text"] for it in labels_of(driver, thing_id(driver, applied, image_key(3)))]
    assert texts == [f"tag {number}" for number in range(200)]
    assert driver.verify(applied).discrepancies == []


@ON_SQLITE
def test_texts_that_no_field_takes_are_made_to_fit(driver: ImportDriver, tmp_path: Path) -> None:
    def odd(content: Files) -> None:
        bundles.said(content, "album.json", name="a\u0007b" + "c" * 900, created_at="1601-01-01T00:00:00Z")
        bundles.said(content, "images/00003.json", title="x" * 5000, provenance={"engine": 7})

    applied = driver.plan_and_apply(bundles.build(tmp_path, odd))
    assert applied.results["failed"] == 0
    with driver.read_work() as work:
        album = albums.get_album(work, thing_id(driver, applied, ALBUM_KEY), by=SYSTEM).album
    assert (len(album.name), album.name[:3], album.created_at.year) == (200, "a\ufffdb", 1990)
