"""Outputs trees as a kind of import, on both databases: what a plan finds, what an apply makes, what an undo leaves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, AlbumFilter, AlbumView, NewAlbum
from platemark.db.engine import Database
from platemark.db.tables import AlbumRow, ImageRow, ImportRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict
from platemark.images import service as images
from platemark.images.views import ImageChanges, NewUpload
from platemark.imports.views import ImportView, ItemView
from platemark.paging import PageRequest
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import SIDECAR, outputs, picture, put, with_metadata

OPERATORS = Callable[..., Actor]


@pytest.fixture
def by(make_user: OPERATORS) -> Actor:
    return make_user(role="admin")


@pytest.fixture
def driver(database: Database, tmp_path: Path, by: Actor) -> ImportDriver:
    return ImportDriver(database, tmp_path, kind="media", by=by)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return outputs(tmp_path / "outputs")


def writing(driver: ImportDriver) -> UnitOfWork:
    return UnitOfWork(driver.database, write=True)


def item(driver: ImportDriver, of: ImportView, key: str) -> ItemView:
    return next(it for it in driver.items(of) if it.key == key)


def thing(driver: ImportDriver, of: ImportView, key: str) -> UUID:
    found = item(driver, of, key).thing
    assert found is not None
    return found.id


def blob_digests(driver: ImportDriver) -> list[str]:
    return sorted(path.name for path in driver.blobs.root.rglob("*") if path.is_file())


def test_a_plan_names_everything_and_says_why_it_is_not_taken(driver: ImportDriver, tree: Path) -> None:
    before = driver.dump()
    planned = driver.plan(tree)
    assert (planned.state, planned.counts["new"], planned.counts["skipped"]) == ("planned", 18, 10)
    reasons = {it.key: it.reason for it in driver.items(planned) if it.outcome == "skipped"}
    assert reasons == {
        ".hidden.png": "hidden",
        "alone.json": "sidecar_alone",
        "backups/": "unknown_folder",
        "broken.png": "not_an_image",
        "card_deck_link": "link",
        "empty.png": "not_an_image",
        "link.png": "link",
        "notes.txt": "unknown_file",
        "tarot_deck_sea/extra/": "unknown_folder",
        "tarot_deck_sea/thumbnails/": "thumbnails_folder",
    }
    assert driver.dump() == before, "planning changes nothing but the plan's own rows"
    assert blob_digests(driver) == []


def test_the_same_source_has_the_same_digest_and_another_has_another(driver: ImportDriver, tree: Path) -> None:
    first, again = driver.plan(tree), driver.plan(tree)
    assert first.digest == again.digest
    put(tree / "zodiac_ink" / "taurus.png", picture(31))
    assert driver.plan(tree).digest != first.digest
    assert driver.plan(tree, visibility="public").digest != first.digest


def test_folders_become_albums_and_singles_come_by_month(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    assert (applied.state, applied.results["applied"], applied.results["failed"]) == ("applied", 18, 0)
    with driver.read_work() as work:
        found = {it.name: (it.image_count, it.source, it.visibility, it.created_by) for it in work_albums(work, by)}
    assert found == {
        "Card deck: winter forest": (3, "import", "private", by.user_id),
        "LoRA tests": (1, "import", "private", by.user_id),
        "LoRA tests: winter": (1, "import", "private", by.user_id),
        "Singles 2024-03": (2, "import", "private", by.user_id),
        "Singles 2024-04": (1, "import", "private", by.user_id),
        "Tarot deck: sea": (2, "import", "private", by.user_id),
        "Zodiac: ink": (1, "import", "private", by.user_id),
    }


def work_albums(work: UnitOfWork, by: Actor) -> list[AlbumView]:
    page = albums.list_albums(work, AlbumFilter(), PageRequest(200), by=by)
    return list(page.items)


def test_a_sidecar_becomes_provenance_labels_and_time(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    with driver.read_work() as work:
        detail = images.get_image(work, thing(driver, applied, "20240305_101112_a_fox.png"), by=by)
    image, said = detail.image, detail.provenance
    assert (image.title, image.prompt, image.source) == ("a fox", "a fox in the snow", "imported")
    assert image.created_at == datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)
    assert said is not None
    assert {name: said[name] for name in ("seed", "steps", "guidance_scale", "width", "height", "model")} == {
        "seed": 7, "steps": 25, "guidance_scale": 7.5, "width": 512, "height": 768, "model": "sd15.safetensors",
    }  # fmt: skip
    assert said["parameters"] == {"lora_1": "winter.safetensors", "lora_1_weight": 0.6}, "names, no paths"
    labels = {(it.kind, it.text, it.source, it.engine) for it in detail.labels}
    assert labels == {
        ("caption", "a fox walks through snow", "engine", "import"),
        ("tag", "fox", "engine", "import"),
        ("tag", "snow", "engine", "import"),
    }
    assert image.digest in blob_digests(driver)


def test_what_has_no_sidecar_is_taken_with_what_its_name_tells(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    with driver.read_work() as work:
        hare = images.get_image(work, thing(driver, applied, "20240401_000000_a_hare.webp"), by=by)
        fool = images.get_image(work, thing(driver, applied, "tarot_deck_sea/00_fool.png"), by=by)
    assert (hare.image.created_at, hare.provenance) == (datetime(2024, 4, 1, tzinfo=UTC), None)
    assert (fool.image.title, fool.image.prompt) == ("Fool", "the fool")
    assert [it.text for it in fool.labels] == ["tarot deck"]
    assert fool.provenance is not None
    assert fool.provenance["seed"] is None, "what nobody knows is said to be unknown"


def test_newest_first_goes_by_when_a_picture_was_made(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    fox, hare = (thing(driver, applied, key) for key in ("20240305_101112_a_fox.png", "20240401_000000_a_hare.webp"))
    assert fox < hare
    with driver.read_work() as work:
        assert images.get_image(work, fox, by=by).image.id.version == 7


def test_metadata_in_the_file_is_not_kept(driver: ImportDriver, tmp_path: Path) -> None:
    applied = driver.plan_and_apply(put(tmp_path / "o" / "zodiac_x" / "a.png", with_metadata(1)).parents[1])
    with driver.read_work() as work:
        digest = work.session.scalars(sa.select(ImageRow.digest)).one()
    assert applied.results["applied"] == 2
    assert b"secret words" not in driver.blobs.read(digest)


def test_importing_again_makes_nothing_new(driver: ImportDriver, tree: Path) -> None:
    driver.plan_and_apply(tree)
    before, bytes_before = driver.dump(), blob_digests(driver)
    again = driver.plan(tree)
    assert (again.counts["new"], again.counts["unchanged"]) == (0, 18)
    assert driver.apply(again).results == {"applied": 0, "failed": 0, "undone": 0, "kept": 0}
    assert driver.dump() == before
    assert blob_digests(driver) == bytes_before


def test_applying_again_makes_nothing_twice(driver: ImportDriver, tree: Path) -> None:
    applied = driver.plan_and_apply(tree)
    before = driver.dump()
    assert driver.apply(applied).results["applied"] == 18
    assert driver.dump() == before


def test_the_source_is_left_as_it_was(driver: ImportDriver, tree: Path) -> None:
    def state() -> dict[str, tuple[int, int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
            for path in sorted(tree.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }

    before = state()
    driver.undo(driver.verify(driver.plan_and_apply(tree)))
    assert state() == before


def test_undoing_leaves_rows_and_bytes_as_before(driver: ImportDriver, tree: Path, by: Actor) -> None:
    with writing(driver) as work:
        albums.create_album(work, NewAlbum(name="Mine"), by=by)
        work.commit()
    before = driver.dump()
    undone = driver.undo(driver.plan_and_apply(tree))
    assert (undone.state, undone.results) == ("undone", {"applied": 0, "failed": 0, "undone": 18, "kept": 0})
    assert driver.dump() == before
    assert blob_digests(driver) == []


def test_bytes_that_others_name_survive_an_undo(driver: ImportDriver, tree: Path, by: Actor) -> None:
    same = images.store_picture(driver.blobs, picture(30), max_pixels=10**6)
    with writing(driver) as work:
        kept = images.insert_upload(work, driver.blobs, same, NewUpload(title="mine"), by=by)
        work.commit()
    before, bytes_before = driver.dump(), blob_digests(driver)
    applied = driver.plan(tree)
    assert item(driver, applied, "zodiac_ink/aries.png").reason == "known_picture"
    applied = driver.apply(applied)
    assert thing(driver, applied, "zodiac_ink/aries.png") == kept.image_id, "the same picture is not made twice"
    driver.undo(applied)
    assert driver.dump() == before
    assert blob_digests(driver) == bytes_before


def test_an_edited_album_is_kept_with_its_pictures_and_said_to_be(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    deck = "card_deck_winter_forest_20240115_101010/"
    album = thing(driver, applied, deck)
    with writing(driver) as work:
        albums.update_album(work, album, AlbumChanges(name="My winter"), by=by)
        work.commit()
    undone = driver.undo(applied)
    assert (undone.results["kept"], undone.results["undone"]) == (4, 14)
    assert {it.code: it.count for it in undone.discrepancies} == {"album_kept": 3, "edited": 1}
    assert {it.key: it.discrepancy for it in driver.items(undone) if it.state == "kept"} == {
        deck: "edited", f"{deck}00_card.png": "album_kept", f"{deck}01_card.png": "album_kept",
        f"{deck}02_card.png": "album_kept",
    }  # fmt: skip
    with driver.read_work() as work:
        assert [(it.name, it.image_count) for it in work_albums(work, by)] == [("My winter", 3)]


EDITS: dict[str, tuple[str, Callable[[UnitOfWork, UUID, Actor], object]]] = {
    "a new title": (
        "edited", lambda work, image, by: images.update_image(work, image, ImageChanges(title="Ram"), by=by)
    ),
    "a label more": ("labelled", lambda work, image, by: images.create_label(work, image, "tag", "mine", by=by)),
    "a label less": (
        "labelled",
        lambda work, image, by: images.delete_label(
            work, images.list_labels(work, image, PageRequest(), by=by).items[0].id, by=by
        ),
    ),
    "the trash": ("edited", lambda work, image, by: images.trash_image(work, image, by=by)),
    "another album": (
        "in_other_album",
        lambda work, image, by: albums.add_album_images(
            work, albums.insert_album(work, NewAlbum(name="B"), by=by), [image], by=by
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_a_picture_that_somebody_changed_is_kept(driver: ImportDriver, tree: Path, by: Actor, edit: str) -> None:
    applied = driver.plan_and_apply(tree)
    reason, change = EDITS[edit]
    image = thing(driver, applied, "zodiac_ink/aries.png")
    with writing(driver) as work:
        change(work, image, by)
        work.commit()
    undone = driver.undo(applied)
    kept = [(it.key, it.discrepancy) for it in driver.items(undone) if it.state == "kept"]
    assert kept == [("zodiac_ink/aries.png", reason)]
    with driver.read_work() as work:
        assert work.session.scalars(sa.select(ImageRow.id)).all() == [image]


DAMAGE: dict[str, tuple[str, Callable[[ImportDriver, Path, UUID, Actor], object]]] = {
    "a row that is gone": (
        "missing", lambda driver, tree, image, by: run(driver, sa.delete(ImageRow).where(ImageRow.id == image))
    ),
    "bytes that are gone": ("missing", lambda driver, tree, image, by: driver.blobs.delete(digest_of(driver, image))),
    "bytes that rotted": (
        "corrupt", lambda driver, tree, image, by: driver.blobs.path(digest_of(driver, image)).write_bytes(b"rot")
    ),
    "an album that is gone": (
        "orphaned",
        lambda driver, tree, image, by: run(driver, sa.delete(AlbumRow).where(AlbumRow.name == "Zodiac: ink")),
    ),
    "another title": (
        "altered",
        lambda driver, tree, image, by: run(driver, sa.update(ImageRow).where(ImageRow.id == image).values(version=2)),
    ),
    "a label less": ("altered", lambda driver, tree, image, by: run(driver, sa.delete(LabelRow))),
    "a source file less": ("source_missing", lambda driver, tree, image, by: (tree / "zodiac_ink/aries.png").unlink()),
    "another source file": (
        "source_altered", lambda driver, tree, image, by: (tree / "zodiac_ink/aries.png").write_bytes(picture(8))
    ),
}  # fmt: skip


def run(driver: ImportDriver, statement: sa.sql.base.Executable) -> None:
    with writing(driver) as work:
        work.session.execute(statement)
        work.commit()


def digest_of(driver: ImportDriver, image: UUID) -> str:
    with driver.read_work() as work:
        return work.session.scalars(sa.select(ImageRow.digest).where(ImageRow.id == image)).one()


@pytest.mark.parametrize("damage", DAMAGE)
def test_verifying_finds(driver: ImportDriver, tree: Path, by: Actor, damage: str) -> None:
    applied = driver.verify(driver.plan_and_apply(tree))
    assert (applied.state, applied.discrepancies, applied.source_checked) == ("applied", [], True)
    code, harm = DAMAGE[damage]
    harm(driver, tree, thing(driver, applied, "zodiac_ink/aries.png"), by)
    verified = driver.verify(applied)
    assert item(driver, verified, "zodiac_ink/aries.png").discrepancy == code
    assert code in {it.code for it in verified.discrepancies}


def test_verifying_does_without_a_source_that_is_gone(driver: ImportDriver, tree: Path) -> None:
    applied = driver.plan_and_apply(tree)
    tree.rename(tree.with_name("moved"))
    verified = driver.verify(applied)
    assert (verified.state, verified.source_checked, verified.discrepancies) == ("applied", False, [])


def test_another_picture_under_the_same_name_comes_beside_the_first(
    driver: ImportDriver, tree: Path, by: Actor
) -> None:
    first = driver.plan_and_apply(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(33))
    second = driver.plan(tree)
    assert (second.counts["changed"], second.counts["unchanged"]) == (1, 17)
    assert item(driver, second, "zodiac_ink/aries.png").reason == "picture_changed"
    second = driver.apply(second)
    with driver.read_work() as work:
        assert albums.get_album(work, thing(driver, first, "zodiac_ink/"), by=by).album.image_count == 2
    undone = driver.undo(second)
    assert undone.results["undone"] == 1
    with driver.read_work() as work:
        inside = albums.get_album(work, thing(driver, first, "zodiac_ink/"), by=by).images.items
        assert [it.image.id for it in inside] == [thing(driver, first, "zodiac_ink/aries.png")]


def test_a_changed_sidecar_changes_the_words_and_undoing_brings_the_old_ones_back(
    driver: ImportDriver, tree: Path, by: Actor
) -> None:
    first = driver.plan_and_apply(tree)
    fox = "20240305_101112_a_fox.png"
    put(tree / fox, picture(1), {**SIDECAR, "prompt": "a red fox"})
    second = driver.plan_and_apply(tree)
    assert (second.counts["changed"], item(driver, second, fox).reason) == (1, "sidecar_changed")
    assert prompt_of(driver, thing(driver, first, fox), by) == "a red fox"
    driver.undo(second)
    assert prompt_of(driver, thing(driver, first, fox), by) == "a fox in the snow"


def prompt_of(driver: ImportDriver, image: UUID, by: Actor) -> str | None:
    with driver.read_work() as work:
        return images.get_image(work, image, by=by).image.prompt


def test_what_changed_on_both_sides_is_left_alone(driver: ImportDriver, tree: Path, by: Actor) -> None:
    first = driver.plan_and_apply(tree)
    fox = "20240305_101112_a_fox.png"
    with writing(driver) as work:
        images.update_image(work, thing(driver, first, fox), ImageChanges(title="My fox"), by=by)
        work.commit()
    put(tree / fox, picture(1), {**SIDECAR, "title": "Another"})
    second = driver.plan_and_apply(tree)
    found = item(driver, second, fox)
    assert (found.outcome, found.reason, found.state) == ("conflicting", "edited_here", "planned")
    with driver.read_work() as work:
        assert images.get_image(work, thing(driver, first, fox), by=by).image.title == "My fox"


def test_the_same_picture_twice_is_one_image_in_both_albums(driver: ImportDriver, tmp_path: Path, by: Actor) -> None:
    tree = tmp_path / "o"
    for deck in ("zodiac_a", "zodiac_b"):
        put(tree / deck / "same.png", picture(5))
    before = driver.dump()
    applied = driver.plan_and_apply(tree)
    assert thing(driver, applied, "zodiac_a/same.png") == thing(driver, applied, "zodiac_b/same.png")
    with driver.read_work() as work:
        assert [it.image_count for it in work_albums(work, by)] == [1, 1]
    assert driver.plan(tree).counts["unchanged"] == 4
    assert driver.undo(applied).results == {"applied": 0, "failed": 0, "undone": 4, "kept": 0}
    assert driver.dump() == before


def test_a_deck_that_is_named_by_itself_is_one_album(driver: ImportDriver, tmp_path: Path, by: Actor) -> None:
    deck = put(tmp_path / "zodiac_ink_20240102" / "aries.png", picture(1)).parent
    driver.plan_and_apply(deck)
    with driver.read_work() as work:
        assert [(it.name, it.image_count) for it in work_albums(work, by)] == [("Zodiac: ink", 1)]


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff\xfe", b'"words"', b"[" * 100_000])
def test_a_sidecar_that_cannot_be_read_does_not_keep_its_picture_out(
    driver: ImportDriver, tmp_path: Path, data: bytes
) -> None:
    image = put(tmp_path / "zodiac_x" / "a.png", picture(1))
    image.with_suffix(".json").write_bytes(data)
    applied = driver.plan_and_apply(image.parent)
    found = item(driver, applied, "a.png")
    assert (found.outcome, found.reason, found.state) == ("new", "sidecar_unreadable", "applied")


def test_a_file_that_changed_since_the_plan_is_not_imported(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(77))
    (tree / "lora_tests" / "ink.png").unlink()
    applied = driver.apply(planned)
    assert (applied.state, applied.results["applied"], applied.results["failed"]) == ("applied", 16, 2)
    assert {it.code: it.count for it in applied.discrepancies} == {"changed_since_plan": 1, "gone": 1}
    put(tree / "zodiac_ink" / "aries.png", picture(30))
    assert driver.apply(applied).results == {"applied": 17, "failed": 1, "undone": 0, "kept": 0}


def test_names_that_cannot_be_stored_are_listed_and_nothing_more(driver: ImportDriver, tmp_path: Path) -> None:
    deck = tmp_path / "zodiac_x"
    put(deck / "a\nb.png", picture(1))
    put(deck / "a\tb.png", picture(2))
    planned = driver.plan(deck)
    reasons = [it.reason for it in driver.items(planned) if it.outcome == "skipped"]
    assert reasons == ["unstorable_name"] * 2


def test_a_plan_that_another_import_overtook_is_stale(driver: ImportDriver, tree: Path, tmp_path: Path) -> None:
    planned = driver.plan(tree)
    other = driver.plan(put(tmp_path / "zodiac_b" / "b.png", picture(3)).parent)
    run(driver, sa.update(ImportRow).where(ImportRow.id == planned.id).values(planned_at=ImportRow.created_at))
    driver.apply(other)
    with pytest.raises(Conflict, match="import_stale"):
        driver.apply(planned)


def test_the_digest_of_another_plan_is_stale(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    with pytest.raises(Conflict, match="import_stale"):
        driver.apply(replace(planned, digest=hashlib.sha256(json.dumps("x").encode()).hexdigest()))
