"""Labels of a database keep source, model and confidence, also of images that are here; an undo restores them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from platemark.db.engine import Database
from platemark.db.tables import LabelRow
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import picture, put

SCHEMA = """
CREATE TABLE images (id INTEGER PRIMARY KEY, file_path TEXT, prompt TEXT);
CREATE TABLE labels (id INTEGER PRIMARY KEY, image_id INTEGER, label_text TEXT, confidence FLOAT, label_type TEXT,
  source_model TEXT);
INSERT INTO images VALUES (1, 'uploads/fox.png', 'a fox');
INSERT INTO labels VALUES (1, 1, 'fox', 0.9, 'tag', 'claude-3'), (2, 1, 'snow', 0.5, 'tag', 'claude-3'),
  (3, 1, 'mine', NULL, 'manual', NULL), (4, 1, 'snow', 0.5, 'tag', 'claude-3');
"""
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A picture with a tag in its sidecar, and a database that has labels of it."""
    folder = tmp_path / "old"
    put(folder / "uploads" / "fox.png", picture(1), {"tags": ["Fox"]})
    execute(folder, SCHEMA)
    return folder


def execute(folder: Path, script: str) -> None:
    with closing(sqlite3.connect(folder / "imagineer.db")) as connection:
        connection.executescript(script)


def facts(driver: ImportDriver) -> list[tuple[object, ...]]:
    columns = (LabelRow.text, LabelRow.source, LabelRow.confidence, LabelRow.model)
    with driver.read_work() as work:
        return sorted(tuple(row) for row in work.session.execute(sa.select(*columns)))


def labels(driver: ImportDriver) -> list[tuple[object, ...]]:
    return driver.dump()["labels"]


FOX, SNOW, MINE = (
    ("fox", "engine", 0.9, "claude-3"), ("snow", "engine", 0.5, "claude-3"), ("mine", "manual", None, None)
)  # fmt: skip


def test_an_image_that_is_here_gets_the_labels_that_it_lacks(database: Database, folder: Path, tmp_path: Path) -> None:
    media = ImportDriver(database, tmp_path / "data", kind="media")
    of_media = media.plan_and_apply(folder)
    before = media.dump()
    driver = ImportDriver(database, tmp_path / "data", kind="database")
    applied = driver.plan_and_apply(folder)
    assert ("images/1", "known_picture") in [(it.key, it.reason) for it in driver.items(applied)]
    assert facts(driver) == [("Fox", "engine", None, None), MINE, SNOW, ("upload", "engine", None, None)]
    assert driver.plan(folder).counts["unchanged"] == 1
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).discrepancies == []
    assert driver.dump() == before
    assert media.undo(of_media).results["kept"] == 0


def test_labels_that_changed_in_the_database_are_replaced_and_restored_exactly(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    driver = ImportDriver(database, tmp_path / "data", kind="database")
    first = driver.plan_and_apply(folder)
    before = labels(driver)
    assert facts(driver) == [FOX, MINE, SNOW]
    execute(folder, "UPDATE labels SET confidence = 0.7, source_model = 'claude-4' WHERE id = 1;")
    execute(folder, "DELETE FROM labels WHERE id > 1;")
    second = driver.plan_and_apply(folder)
    assert facts(driver) == [("fox", "engine", 0.7, "claude-4")]
    execute(folder, "DELETE FROM labels;")
    third = driver.plan_and_apply(folder)
    assert (facts(driver), third.counts["changed"]) == ([], 1)
    assert driver.undo(third).discrepancies == []
    assert driver.undo(second).discrepancies == []
    assert labels(driver) == before
    assert driver.undo(first).results["kept"] == 0
