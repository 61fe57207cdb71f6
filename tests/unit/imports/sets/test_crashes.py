"""An import of sets that is killed at any point ends like an uninterrupted one, and can be undone completely."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import yaml

from platemark.access import SYSTEM
from platemark.db.engine import connect
from platemark.db.tables import Base
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.views import ImportView
from platemark.studio import Studio
from tests.unit.imports.fork_server import ForkServer
from tests.unit.imports.import_driver import IMPORT_TABLES, ImportDriver, request_apply, studio_of

TIME_COLUMNS = ("created_at", "updated_at")
"""Sets have no time of their own: set templates and albums get the time of the import."""


def with_work(folder: Path, verb: Callable[[UnitOfWork, Studio], Any]) -> Any:
    database = connect(url_of(folder))
    with UnitOfWork(database, write=True) as work:
        result = verb(work, studio_of(database, folder))
        work.commit()
    database.dispose()
    return result


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder / 'platemark.db'}"


def rows(folder: Path) -> dict[str, list[str]]:
    """All rows but those of imports and events, without their times."""

    def read(work: UnitOfWork, _studio: Studio) -> dict[str, list[str]]:
        return {
            table.name: sorted(
                repr(tuple(row))
                for row in work.session.execute(
                    sa.select(*(column for column in table.columns if column.name not in TIME_COLUMNS))
                )
            )
            for table in Base.metadata.sorted_tables
            if table.name not in IMPORT_TABLES
        }

    result: dict[str, list[str]] = with_work(folder, read)
    return result


@pytest.fixture
def planned(tmp_path: Path, sqlite_template: Path) -> tuple[Path, ImportView]:
    """A data folder with the plan of five sets in it."""
    source, folder = tmp_path / "old", tmp_path / "data"
    source.mkdir()
    folder.mkdir()
    config = {f"set-{number}": {"name": f"Set {number}", "csv_path": "rows.csv"} for number in range(5)}
    (source / "config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (source / "rows.csv").write_text("name,prompt\nThe Fool,a fool\nThe Star,a star\n", "utf-8")
    shutil.copy(sqlite_template, folder / "platemark.db")
    database = connect(url_of(folder))
    view = ImportDriver(database, folder, kind="sets").plan(source)
    database.dispose()
    return folder, view


def test_apply_and_undo_killed_at_any_point_end_like_uninterrupted_ones(
    planned: tuple[Path, ImportView], tmp_path: Path
) -> None:
    folder, view = planned
    before = rows(folder)
    with ForkServer() as fork_server:

        def queued(name: str, origin: Path, verb: Callable[[UnitOfWork, Studio], object]) -> Path:
            copy = shutil.copytree(origin, tmp_path / name)
            with_work(copy, verb)
            return copy

        def apply(work: UnitOfWork, studio: Studio) -> object:
            return request_apply(work, studio, view)

        def undo(work: UnitOfWork, studio: Studio) -> object:
            return imports.undo_import(work, studio, view.id, by=SYSTEM)

        applied = queued("applied", folder, apply)
        _, apply_points = fork_server.run(url_of(applied), applied, view.id)
        uninterrupted = rows(applied)
        assert [len(uninterrupted[name]) for name in ("set_templates", "set_template_rows", "albums")] == [5, 10, 5]
        undone = queued("undone", applied, undo)
        _, undo_points = fork_server.run(url_of(undone), undone, view.id)
        assert rows(undone) == before
        assert min(apply_points, undo_points) >= 8, "several batches of items each way"

        cases = ((apply, folder, apply_points, uninterrupted), (undo, applied, undo_points, before))
        for verb, origin, points, end in cases:
            for point in range(1, points + 1):
                copy = queued(f"{verb.__name__}-{point}", origin, verb)
                assert fork_server.run(url_of(copy), copy, view.id, die_at=point)[0] == signal.SIGKILL
                fork_server.run(url_of(copy), copy, view.id)
                assert rows(copy) == end, f"{verb.__name__}, killed at {point} of {points}"
