"""Importing the same media again: only what is new or changed in the source is applied."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from platemark.access import Actor
from platemark.albums import service as albums
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
