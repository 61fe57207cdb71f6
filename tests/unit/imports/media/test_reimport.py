"""Importing the same media again: only what is new or changed in the source is applied."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.tables import LabelRow
from platemark.images import service as images
from platemark.images.views import ImageChanges
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import FOX, blob_digests, item, thing_id, write_work
from tests.unit.imports.trees import SIDECAR, picture, put


def prompt_of(driver: ImportDriver, image: UUID, by: Actor) -> str | None:
    with driver.read_work() as work:
        return images.get_image(work, image, by=by).image.prompt


def test_importing_an_unchanged_source_again_creates_nothing(driver: ImportDriver, tree: Path) -> None:
    driver.plan_and_apply(tree)
    before, blobs_before = driver.dump(), blob_digests(driver)
    planned = driver.plan(tree)
    assert (planned.counts["new"], planned.counts["unchanged"]) == (0, 18)
    assert driver.apply(planned).results == {"applied": 0, "failed": 0, "undone": 0, "kept": 0}
    assert driver.dump() == before
    assert blob_digests(driver) == blobs_before


def test_another_picture_under_the_same_name_is_added_beside_the_first(
    driver: ImportDriver, tree: Path, by: Actor
) -> None:
    first = driver.plan_and_apply(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(33))
    second = driver.plan(tree)
    assert (second.counts["changed"], second.counts["unchanged"]) == (1, 17)
    assert item(driver, second, "zodiac_ink/aries.png").reason == "picture_changed"
    second = driver.apply(second)
    with driver.read_work() as work:
        assert albums.get_album(work, thing_id(driver, first, "zodiac_ink/"), by=by).album.image_count == 2
    undone = driver.undo(second)
    assert undone.results["undone"] == 1
    with driver.read_work() as work:
        members = albums.get_album(work, thing_id(driver, first, "zodiac_ink/"), by=by).images.items
        assert [member.image.id for member in members] == [thing_id(driver, first, "zodiac_ink/aries.png")]


def test_a_changed_sidecar_updates_the_texts_and_undoing_restores_them(
    driver: ImportDriver, tree: Path, by: Actor
) -> None:
    first = driver.plan_and_apply(tree)
    put(tree / FOX, picture(1), {**SIDECAR, "prompt": "a red fox"})
    second = driver.plan_and_apply(tree)
    assert (second.counts["changed"], item(driver, second, FOX).reason) == (1, "sidecar_changed")
    assert prompt_of(driver, thing_id(driver, first, FOX), by) == "a red fox"
    driver.undo(second)
    assert prompt_of(driver, thing_id(driver, first, FOX), by) == "a fox in the snow"


def test_an_image_changed_in_the_source_and_here_is_left_alone(driver: ImportDriver, tree: Path, by: Actor) -> None:
    first = driver.plan_and_apply(tree)
    with write_work(driver) as work:
        images.update_image(work, thing_id(driver, first, FOX), ImageChanges(title="My fox"), by=by)
        work.commit()
    put(tree / FOX, picture(1), {**SIDECAR, "title": "Another"})
    second = driver.plan_and_apply(tree)
    conflict = item(driver, second, FOX)
    assert (conflict.outcome, conflict.reason, conflict.state) == ("conflicting", "edited_here", "planned")
    with driver.read_work() as work:
        assert images.get_image(work, thing_id(driver, first, FOX), by=by).image.title == "My fox"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_changed_caption_in_a_manifest_is_a_change_of_its_picture_alone(driver: ImportDriver, tmp_path: Path) -> None:
    folder = tmp_path / "staged" / "foxes"
    for number in (1, 2):
        put(folder / f"{number}.png", picture(number))
    captions = "images: [{file: 1.png, caption: a fox}, {file: 2.png, caption: two foxes}]"
    (folder / "manifest.yaml").write_text(captions)
    first = driver.plan_and_apply(tmp_path / "staged")
    assert driver.verify(first).discrepancies == []
    (folder / "manifest.yaml").write_text(captions.replace("a fox", "a red fox"))
    assert [(it.code, it.count) for it in driver.verify(first).discrepancies] == [("source_altered", 1)]
    second = driver.plan_and_apply(tmp_path / "staged")
    assert (second.counts["changed"], item(driver, second, "foxes/1.png").reason) == (1, "sidecar_changed")
    with driver.read_work() as work:
        assert set(work.session.scalars(sa.select(LabelRow.text))) == {"a red fox", "two foxes"}
