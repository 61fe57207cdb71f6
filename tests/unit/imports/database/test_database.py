"""Imports of Imagineer's database: albums in order, images with labels, visibility and nsfw; verified and undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from platemark.db.engine import Database
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.imports.reading import sqlite_file
from platemark.imports.views import ImportView
from tests.populate import png
from tests.unit.imports.import_driver import ImportDriver

SCHEMA = """
CREATE TABLE albums (id INTEGER PRIMARY KEY, name VARCHAR(255), description TEXT, album_type VARCHAR(50),
  is_public BOOLEAN, is_training_source BOOLEAN, created_by VARCHAR(255), created_at DATETIME);
CREATE TABLE images (id INTEGER PRIMARY KEY, filename VARCHAR(255), file_path VARCHAR(500), thumbnail_path VARCHAR(500),
  prompt TEXT, negative_prompt TEXT, seed INTEGER, steps INTEGER, guidance_scale FLOAT, lora_config TEXT,
  is_nsfw BOOLEAN, is_public BOOLEAN, created_at DATETIME, mood TEXT);
CREATE TABLE album_images (id INTEGER PRIMARY KEY, album_id INTEGER, image_id INTEGER, sort_order INTEGER);
CREATE TABLE labels (id INTEGER PRIMARY KEY, image_id INTEGER, label_text TEXT, confidence FLOAT,
  label_type VARCHAR(50), source_model VARCHAR(100));
CREATE TABLE scrape_jobs (id INTEGER PRIMARY KEY, name TEXT);
"""
ALBUMS = [
    (1, "Deck", "Fifty-two", "set", 1, 1, "anna@old", "2024-03-01 10:00:00.000000"),
    (2, "", None, None, 0, 0, None, None),
]
IMAGES = [
    (
        1,
        "a.png",
        "/mnt/old/outputs/deck/a.png",
        "a ace",
        7,
        150,
        '[{"path": "/l/ink.safetensors", "weight": 0.6}]',
        0,
        1,
    ),
    (2, "b.png", "outputs/b.png", None, None, None, None, 1, 0),
    (3, "c.png", "c.png", "a star", None, None, "[", None, None),
    (4, "gone.png", "/mnt/old/outputs/gone.png", None, None, None, None, 0, 1),
    (5, "up.png", "../up.png", None, None, None, None, 0, 1),
]
MEMBERS = [(1, 1, 2, 0), (2, 1, 1, 1), (3, 2, 1, 0), (4, 2, 9, 1), (5, 2, 4, 2)]
LABELS = [
    (1, 1, "cup", 0.9, "tag", "claude-3"),
    (2, 1, "A cup on a table.", 2.0, "caption", None),
    (3, 1, "mine", None, "manual", None),
    (4, 2, "  ", None, "tag", None),
]


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="database")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A project with its database in instance/, open in WAL mode, and its pictures."""
    folder = tmp_path / "old"
    for number, path in enumerate(("outputs/deck/a.png", "outputs/b.png", "c.png")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(png((1, 2, number)))
    (tmp_path / "up.png").write_bytes(png())
    (folder / "instance").mkdir()
    with closing(sqlite3.connect(folder / "instance" / "imagineer.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCHEMA)
        names = "id, filename, file_path, prompt, seed, steps, lora_config, is_nsfw, is_public"
        connection.executemany("INSERT INTO albums VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ALBUMS)
        connection.executemany(f"INSERT INTO images ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", IMAGES)
        connection.execute("UPDATE images SET mood = 'blue' WHERE id = 3")
        connection.executemany("INSERT INTO album_images VALUES (?, ?, ?, ?)", MEMBERS)
        connection.executemany("INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?)", LABELS)
        connection.execute("INSERT INTO scrape_jobs VALUES (1, 'first')")
        connection.commit()
        yield folder


def outcomes(driver: ImportDriver, view: ImportView) -> dict[str, tuple[str, str | None]]:
    return {item.key: (item.outcome, item.reason) for item in driver.items(view)}


def test_albums_images_and_labels_are_imported_verified_and_undone(driver: ImportDriver, folder: Path) -> None:
    before, files = driver.dump(), sorted(it.name for it in (folder / "instance").iterdir())
    planned = driver.plan(folder, visibility="shared")
    assert driver.dump() == before
    assert sorted(it.name for it in (folder / "instance").iterdir()) == files
    assert outcomes(driver, planned) == {
        "albums/1": ("new", "kept_in_plan"),
        "albums/1/images/2": ("new", None),
        "albums/1/images/1": ("new", "value_out_of_bounds"),
        "albums/2": ("new", None),
        "albums/2/images/1": ("new", None),
        "albums/2/images/9": ("skipped", "row_missing"),
        "albums/2/images/4": ("skipped", "file_missing"),
        "images/3": ("new", None),
        "images/5": ("skipped", "file_missing"),
        "tables/scrape_jobs": ("skipped", "table_not_read"),
        "tables/images.columns": ("skipped", "columns_not_read"),
    }
    applied = driver.apply(planned)
    assert (applied.results["applied"], applied.results["failed"]) == (6, 0)
    with driver.read_work() as work:
        albums = work.session.scalars(sa.select(AlbumRow).order_by(AlbumRow.name)).all()
        assert [(it.name, it.visibility, it.description) for it in albums] == [
            ("Album 2", "shared", ""), ("Deck", "public", "Fifty-two"),
        ]  # fmt: skip
        deck = sa.select(ImageRow).join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
        images = work.session.scalars(
            deck.where(AlbumImageRow.album_id == albums[1].id).order_by(AlbumImageRow.position)
        ).all()
        assert [(it.title, it.visibility, it.nsfw, it.prompt) for it in images] == [
            ("b", "shared", True, None), ("a", "public", False, "a ace"),
        ]  # fmt: skip
        provenance = images[1].provenance or {}
        assert (provenance["seed"], provenance["parameters"]["steps"]) == (7, 150)
        assert provenance["parameters"]["lora_1_weight"] == 0.6
        labels = work.session.scalars(sa.select(LabelRow).order_by(LabelRow.confidence.is_(None), LabelRow.text)).all()
        assert [(it.kind, it.text, it.source, it.confidence, it.model) for it in labels] == [
            ("tag", "cup", "engine", 0.9, "claude-3"),
            ("caption", "A cup on a table.", "engine", None, None),
            ("tag", "mine", "manual", None, None),
        ]
        assert work.session.scalar(sa.select(sa.func.count()).select_from(ImageRow)) == 3
    assert driver.verify(applied).discrepancies == []
    again = driver.plan_and_apply(folder, visibility="shared")
    assert (again.counts["unchanged"], again.counts["new"]) == (6, 0)
    assert driver.undo(applied).discrepancies == []
    assert driver.dump() == before


def test_a_row_that_changed_updates_the_texts_of_its_image(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    with closing(sqlite3.connect(folder / "instance" / "imagineer.db")) as connection:
        connection.execute("UPDATE images SET prompt = 'another star' WHERE id = 3")
        connection.commit()
    changed = driver.plan_and_apply(folder)
    assert outcomes(driver, changed)["images/3"] == ("changed", "sidecar_changed")
    with driver.read_work() as work:
        prompts = set(work.session.scalars(sa.select(ImageRow.prompt)))
    assert "another star" in prompts
    assert driver.undo(changed).discrepancies == []
    with driver.read_work() as work:
        assert set(work.session.scalars(sa.select(ImageRow.prompt))) == {None, "a ace", "a star"}


HOSTILE = {
    "text": (b"just words", "database_invalid"),
    "header only": (b"SQLite format 3\0" + b"\xff" * 500, "database_invalid"),
    "empty": (b"", "database_invalid"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_database_is_refused(driver: ImportDriver, tmp_path: Path, name: str) -> None:
    data, code = HOSTILE[name]
    (tmp_path / "imagineer.db").write_bytes(data)
    assert outcomes(driver, driver.plan(tmp_path)) == {"imagineer.db": ("skipped", code)}


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("TEXT AS (hex(zeroblob(99999999)))", {"imagineer.db#": "database_damaged"}),
        ("TEXT", {"images/1": "file_missing", "tables/secret": "table_not_read"}),
    ],
    ids=["a column that grows", "a view and a trigger"],
)
def test_what_a_hostile_database_would_run_does_not_run(
    driver: ImportDriver, tmp_path: Path, prompt: str, found: dict[str, str]
) -> None:
    with closing(sqlite3.connect(tmp_path / "imagineer.db")) as connection:
        connection.executescript(f"""
            CREATE TABLE secret (id INTEGER, name TEXT);
            CREATE VIEW albums AS SELECT 1 AS id, hex(randomblob(8)) AS name FROM secret;
            CREATE TABLE images (id INTEGER, file_path TEXT, prompt {prompt});
            CREATE TRIGGER t AFTER INSERT ON images BEGIN INSERT INTO secret VALUES (2, 'y'); END;
            INSERT INTO images (id, file_path) VALUES (1, 'x.png');
        """)
    assert {key: reason for key, (_, reason) in outcomes(driver, driver.plan(tmp_path)).items()} == found


def test_a_folder_needs_one_database(driver: ImportDriver, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert outcomes(driver, driver.plan(folder)) == {"./": ("skipped", "database_missing")}
    for name in ("a.db", "b.sqlite"):
        with closing(sqlite3.connect(folder / name)) as connection:
            connection.execute("CREATE TABLE other (id INTEGER)")
    assert outcomes(driver, driver.plan(folder)) == {"./": ("skipped", "database_ambiguous")}
    (folder / "b.sqlite").unlink()
    assert outcomes(driver, driver.plan(folder)) == {"a.db": ("skipped", "database_unknown")}
    assert json.dumps(sorted(it.name for it in folder.iterdir())) == '["a.db"]'


def test_changes_beside_a_database_are_read_whole_or_the_import_is_refused(
    driver: ImportDriver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not yet written into the database stands in a file beside it: half of it would be older rows."""
    database, changes = (folder / "instance" / name for name in ("imagineer.db", "imagineer.db-wal"))
    assert changes.stat().st_size > database.stat().st_size, "all rows are in the changes"
    monkeypatch.setattr(sqlite_file, "MAX_BYTES", database.stat().st_size)
    assert list(outcomes(driver, driver.plan(folder)).values()) == [("skipped", "database_too_large")]
