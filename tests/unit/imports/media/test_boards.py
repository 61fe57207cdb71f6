"""InvokeAI's boards become albums, in the order in which their pictures were made."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from platemark.access import SYSTEM, Actor
from platemark.albums import service as albums
from platemark.db.engine import Database
from platemark.images import service as images
from platemark.images.views import ImageFilter
from platemark.imports.views import ImportView
from platemark.paging import PageRequest
from tests.unit.imports import studios
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import albums_of, item
from tests.unit.imports.trees import picture, put

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
IMAGES = "outputs/images/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return studios.build("invokeai", tmp_path / "old" / "invokeai")


def execute(folder: Path, script: str) -> None:
    with closing(sqlite3.connect(folder / "databases" / "invokeai.db")) as connection:
        connection.executescript(script)


def titles(driver: ImportDriver, by: Actor) -> dict[str, list[str]]:
    """The titles of the pictures of each album, in its order."""
    found = {}
    for it in albums_of(driver, by):
        with driver.read_work() as work:
            page = albums.list_album_images(work, it.id, PageRequest(99), by=by)
        found[it.name] = [each.image.title for each in page.items]
    return found


def refused(driver: ImportDriver, applied: ImportView) -> dict[str, str | None]:
    return {it.key: it.discrepancy for it in driver.items(applied) if it.state == "failed"}


def test_boards_become_albums_with_their_pictures_in_order(driver: ImportDriver, folder: Path, by: Actor) -> None:
    driver.plan_and_apply(folder)
    assert titles(driver, by) == {
        "Foxes": ["0d", "0c", "0a"], "Owls": ["0b"], "Singles 2024-03": ["0e", "0f"],
    }  # fmt: skip
    by_name = {it.name: it for it in albums_of(driver, by)}
    assert f"{by_name['Foxes'].created_at:%Y-%m-%d %H}" == "2024-03-01 08"


def starred(driver: ImportDriver, by: Actor) -> list[str]:
    with driver.read_work() as work:
        found = images.list_images(work, ImageFilter(starred=True, oldest_first=True), PageRequest(99), by=by).items
    return sorted(it.title for it in found)


def test_stars_are_those_of_the_user_who_imports(
    driver: ImportDriver, folder: Path, by: Actor, make_user: Callable[..., Actor]
) -> None:
    before = driver.dump()
    applied = driver.plan_and_apply(folder)
    assert (starred(driver, by), starred(driver, make_user(role="admin"))) == (["0b", "0f"], [])
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).results["kept"] == 0
    assert starred(driver, by) == []
    assert driver.dump().get("image_marks") == before.get("image_marks")


def test_an_import_of_nobody_stars_nothing(database: Database, tmp_path: Path, folder: Path, by: Actor) -> None:
    driver = ImportDriver(database, tmp_path, kind="media", by=SYSTEM)
    assert driver.plan_and_apply(folder).results["failed"] == 0
    assert (starred(driver, by), len(titles(driver, by)["Owls"])) == ([], 1)


@ON_SQLITE
@pytest.mark.parametrize(
    ("script", "reasons"),
    [
        ("UPDATE board_images SET board_id = 'b-2' WHERE image_name = '0c.png'", {"0c.png": "changed_since_plan"}),
        ("DELETE FROM board_images WHERE image_name = '0c.png'", {"0c.png": "changed_since_plan"}),
        ("INSERT INTO board_images VALUES ('b-1', '0f.png', '')", {"0f.png": "changed_since_plan"}),
        ("UPDATE board_images SET created_at = '2024-04-04'", {}),
        ("UPDATE boards SET cover_image_name = '0c.png'", {}),
    ],
)
def test_pictures_whose_board_changed_since_the_plan_are_refused(
    driver: ImportDriver, folder: Path, script: str, reasons: dict[str, str]
) -> None:
    planned = driver.plan(folder)
    execute(folder, script)
    applied = driver.apply(planned)
    assert refused(driver, applied) == {f"{IMAGES}{name}": reason for name, reason in reasons.items()}
    assert driver.undo(applied).results["kept"] == 0


@ON_SQLITE
def test_a_board_that_changed_since_the_plan_is_refused_with_its_pictures(driver: ImportDriver, folder: Path) -> None:
    planned = driver.plan(folder)
    execute(folder, "UPDATE boards SET board_name = 'Cats' WHERE board_id = 'b-1'")
    assert refused(driver, driver.apply(planned)) == {
        "databases/invokeai.db#b-1": "changed_since_plan",
        **dict.fromkeys([f"{IMAGES}0{it}.png" for it in "acd"], "album_missing"),
    }


@ON_SQLITE
def test_without_the_database_of_the_plan_no_picture_is_imported(driver: ImportDriver, folder: Path) -> None:
    planned = driver.plan(folder)
    (folder / "databases" / "invokeai.db").unlink()
    assert set(refused(driver, driver.apply(planned)).values()) == {"database_missing"}


def test_a_picture_that_was_put_on_a_board_later_is_added_to_its_album(
    driver: ImportDriver, folder: Path, by: Actor
) -> None:
    first = driver.plan_and_apply(folder)
    before = driver.dump()
    execute(folder, "INSERT INTO board_images VALUES ('b-2', '0f.png', '2024-03-05')")
    planned = driver.plan(folder)
    moved = item(driver, planned, f"{IMAGES}0f.png")
    assert (moved.outcome, moved.reason, planned.counts["changed"]) == ("changed", "other_board", 1)
    second = driver.apply(planned)
    assert (titles(driver, by)["Owls"], titles(driver, by)["Singles 2024-03"]) == (["0b", "0f"], ["0e", "0f"])
    assert driver.verify(second).discrepancies == []
    assert driver.plan(folder).counts["changed"] == 0
    assert driver.undo(second).results["kept"] == 0
    after = driver.dump()
    assert {it for it in after if after[it] != before[it]} == {"albums"}, "its version"
    assert driver.undo(first).discrepancies[0].code in ("edited", "album_kept")


@ON_SQLITE
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("DROP TABLE board_images", "database_unknown"),
        ("ALTER TABLE boards DROP COLUMN board_name", "database_unknown"),
        ("DROP TABLE images", None),
        ("ALTER TABLE images DROP COLUMN starred", None),
        ("UPDATE images SET starred = 'yes'", None),
        ("ALTER TABLE boards DROP COLUMN deleted_at", None),
        ("UPDATE images SET created_at = 'soon'; UPDATE board_images SET created_at = x'00'", None),
        ("UPDATE boards SET board_name = '', created_at = 'never'", None),
    ],
)
def test_databases_of_other_versions_are_read_as_far_as_they_can_be(
    driver: ImportDriver, folder: Path, change: str, code: str | None
) -> None:
    execute(folder, change)
    applied = driver.plan_and_apply(folder)
    skipped = {it.key: it.reason for it in driver.items(applied) if it.outcome == "skipped"}
    assert skipped.get("databases/invokeai.db") == code
    assert sum(it.thing is not None and it.thing.kind == "image" for it in driver.items(applied)) == 6
    assert applied.results["failed"] == 0


@ON_SQLITE
def test_a_file_that_is_no_database_is_reported_and_pictures_go_by_month(driver: ImportDriver, folder: Path) -> None:
    (folder / "databases" / "invokeai.db").write_bytes(b"SQLite")
    applied = driver.plan_and_apply(folder)
    assert item(driver, applied, "databases/invokeai.db").reason == "database_invalid"
    assert applied.results["failed"] == 0


@ON_SQLITE
def test_a_damaged_database_is_reported(driver: ImportDriver, folder: Path) -> None:
    database = folder / "databases" / "invokeai.db"
    execute(folder, "INSERT INTO boards VALUES ('b-4', hex(randomblob(9000)), NULL, '', NULL, FALSE)")
    execute(folder, "UPDATE board_images SET board_id = 'b-4' WHERE image_name = '0c.png'")
    data = bytearray(database.read_bytes())
    data[-4096 * 3 :] = b"\xff" * 4096 * 3
    database.write_bytes(data)
    applied = driver.plan_and_apply(folder)
    assert item(driver, applied, "databases/invokeai.db").reason in ("database_damaged", "database_invalid")
    assert applied.results["failed"] == 0


@ON_SQLITE
def test_boards_of_an_invokeai_below_the_source_count_for_it_alone(
    driver: ImportDriver, tmp_path: Path, by: Actor
) -> None:
    studios.build("invokeai", tmp_path / "old" / "InvokeAI")
    put(tmp_path / "old" / "uploads" / "0a.png", picture(99))
    put(tmp_path / "old" / "outputs" / "0c.png", picture(98))
    driver.plan_and_apply(tmp_path / "old")
    found = titles(driver, by)
    assert (found["Foxes"], found["Uploads"]) == (["0d", "0c", "0a"], ["0a"])
