"""Applying media: folders become albums, pictures become images, sidecars become labels and provenance."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.db.tables import ImageRow
from platemark.images import service as images
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import FOX, albums_of, blob_digests, item, thing_id
from tests.unit.imports.trees import picture, put, with_metadata


def test_folders_become_albums_and_single_pictures_get_albums_by_month(
    driver: ImportDriver, tree: Path, by: Actor
) -> None:
    applied = driver.plan_and_apply(tree)
    assert (applied.state, applied.results["applied"], applied.results["failed"]) == ("applied", 18, 0)
    by_name = {
        album.name: (album.image_count, album.source, album.visibility, album.created_by)
        for album in albums_of(driver, by)
    }
    assert by_name == {
        "Card deck: winter forest": (3, "import", "private", by.user_id),
        "LoRA tests": (1, "import", "private", by.user_id),
        "LoRA tests: winter": (1, "import", "private", by.user_id),
        "Singles 2024-03": (2, "import", "private", by.user_id),
        "Singles 2024-04": (1, "import", "private", by.user_id),
        "Tarot deck: sea": (2, "import", "private", by.user_id),
        "Zodiac: ink": (1, "import", "private", by.user_id),
    }


def test_a_sidecar_becomes_provenance_labels_and_time(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    with driver.read_work() as work:
        detail = images.get_image(work, thing_id(driver, applied, FOX), by=by)
    image, provenance = detail.image, detail.provenance
    assert (image.title, image.prompt, image.source) == ("a fox", "a fox in the snow", "imported")
    assert image.created_at == datetime(2024, 3, 5, 10, 11, 12, tzinfo=UTC)
    assert provenance is not None
    assert {name: provenance[name] for name in ("seed", "steps", "guidance_scale", "width", "height", "model")} == {
        "seed": 7, "steps": 25, "guidance_scale": 7.5, "width": 512, "height": 768, "model": "sd15.safetensors",
    }  # fmt: skip
    assert provenance["parameters"] == {"lora_1": "winter.safetensors", "lora_1_weight": 0.6}, "names, not paths"
    labels = {(label.kind, label.text, label.source, label.engine) for label in detail.labels}
    assert labels == {
        ("caption", "a fox walks through snow", "engine", "import"),
        ("tag", "fox", "engine", "import"),
        ("tag", "snow", "engine", "import"),
    }
    assert image.digest in blob_digests(driver)


def test_without_a_sidecar_the_name_gives_title_time_and_tag(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    with driver.read_work() as work:
        hare = images.get_image(work, thing_id(driver, applied, "20240401_000000_a_hare.webp"), by=by)
        fool = images.get_image(work, thing_id(driver, applied, "tarot_deck_sea/00_fool.png"), by=by)
    assert (hare.image.created_at, hare.provenance) == (datetime(2024, 4, 1, tzinfo=UTC), None)
    assert (fool.image.title, fool.image.prompt) == ("Fool", "the fool")
    assert [label.text for label in fool.labels] == ["tarot deck"]
    assert fool.provenance is not None
    assert fool.provenance["seed"] is None, "unknown values are null"


def test_imported_pictures_sort_by_their_creation_time(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    fox, hare = (thing_id(driver, applied, key) for key in (FOX, "20240401_000000_a_hare.webp"))
    assert fox < hare
    with driver.read_work() as work:
        assert images.get_image(work, fox, by=by).image.id.version == 7


def test_metadata_in_a_file_is_not_stored(driver: ImportDriver, tmp_path: Path) -> None:
    applied = driver.plan_and_apply(put(tmp_path / "o" / "zodiac_x" / "a.png", with_metadata(1)).parents[1])
    with driver.read_work() as work:
        digest = work.session.scalars(sa.select(ImageRow.digest)).one()
    assert applied.results["applied"] == 2
    assert b"secret words" not in driver.blobs.read(digest)


def test_applying_again_creates_no_duplicates(driver: ImportDriver, tree: Path) -> None:
    applied = driver.plan_and_apply(tree)
    before = driver.dump()
    assert driver.apply(applied).results["applied"] == 18
    assert driver.dump() == before


def test_no_phase_changes_the_source(driver: ImportDriver, tree: Path) -> None:
    def state() -> dict[str, tuple[int, int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
            for path in sorted(tree.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }

    before = state()
    driver.undo(driver.verify(driver.plan_and_apply(tree)))
    assert state() == before


def test_the_same_picture_in_two_folders_is_one_image_in_both_albums(
    driver: ImportDriver, tmp_path: Path, by: Actor
) -> None:
    tree = tmp_path / "o"
    for deck in ("zodiac_a", "zodiac_b"):
        put(tree / deck / "same.png", picture(5))
    before = driver.dump()
    applied = driver.plan_and_apply(tree)
    assert thing_id(driver, applied, "zodiac_a/same.png") == thing_id(driver, applied, "zodiac_b/same.png")
    assert [album.image_count for album in albums_of(driver, by)] == [1, 1]
    assert driver.plan(tree).counts["unchanged"] == 4
    assert driver.undo(applied).results == {"applied": 0, "failed": 0, "undone": 4, "kept": 0}
    assert driver.dump() == before


def test_a_single_deck_as_the_source_is_one_album(driver: ImportDriver, tmp_path: Path, by: Actor) -> None:
    deck = put(tmp_path / "zodiac_ink_20240102" / "aries.png", picture(1)).parent
    driver.plan_and_apply(deck)
    assert [(album.name, album.image_count) for album in albums_of(driver, by)] == [("Zodiac: ink", 1)]


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff\xfe", b'"words"', b"[" * 100_000])
def test_a_picture_with_an_unreadable_sidecar_is_imported_without_it(
    driver: ImportDriver, tmp_path: Path, data: bytes
) -> None:
    image = put(tmp_path / "zodiac_x" / "a.png", picture(1))
    image.with_suffix(".json").write_bytes(data)
    imported = item(driver, driver.plan_and_apply(image.parent), "a.png")
    assert (imported.outcome, imported.reason, imported.state) == ("new", "sidecar_unreadable", "applied")


def test_a_file_that_changed_since_the_plan_is_not_imported(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(77))
    (tree / "lora_tests" / "ink.png").unlink()
    applied = driver.apply(planned)
    assert (applied.state, applied.results["applied"], applied.results["failed"]) == ("applied", 16, 2)
    assert {discrepancy.code: discrepancy.count for discrepancy in applied.discrepancies} == {
        "changed_since_plan": 1,
        "gone": 1,
    }
    put(tree / "zodiac_ink" / "aries.png", picture(30))
    assert driver.apply(applied).results == {"applied": 17, "failed": 1, "undone": 0, "kept": 0}
