"""Killed at every point, an import of sets ends as an undisturbed one, and is undone as if it had never been."""

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

WHEN = ("created_at", "updated_at")
"""Sets have no time of their own: what is made of them is from now, whenever that is."""


def work_with(folder: Path, verb: Callable[[UnitOfWork, Studio], Any]) -> Any:
    database = connect(url(folder))
    with UnitOfWork(database, write=True) as work:
        found = verb(work, studio_of(database, folder))
        work.commit()
    database.dispose()
    return found


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'platemark.db'}"


def rows(folder: Path) -> dict[str, list[str]]:
    """What the studio holds, but for imports and for when it was made."""

    def read(work: UnitOfWork, _studio: Studio) -> dict[str, list[str]]:
        return {
            table.name: sorted(
                repr(tuple(row))
                for row in work.session.execute(sa.select(*(it for it in table.columns if it.name not in WHEN)))
            )
            for table in Base.metadata.sorted_tables
            if table.name not in IMPORT_TABLES
        }

    found: dict[str, list[str]] = work_with(folder, read)
    return found


@pytest.fixture
def planned(tmp_path: Path, sqlite_template: Path) -> tuple[Path, ImportView]:
    """A data folder with the plan of five sets in it."""
    old, folder = tmp_path / "old", tmp_path / "data"
    old.mkdir()
    folder.mkdir()
    said = {f"set-{number}": {"name": f"Set {number}", "csv_path": "rows.csv"} for number in range(5)}
    (old / "config.yaml").write_text(yaml.safe_dump(said), "utf-8")
    (old / "rows.csv").write_text("name,prompt\nThe Fool,a fool\nThe Star,a star\n", "utf-8")
    shutil.copy(sqlite_template, folder / "platemark.db")
    database = connect(url(folder))
    view = ImportDriver(database, folder, kind="sets").plan(old)
    database.dispose()
    return folder, view


def test_killed_at_every_point_it_ends_as_an_undisturbed_one_and_can_be_undone(
    planned: tuple[Path, ImportView], tmp_path: Path
) -> None:
    folder, view = planned
    before = rows(folder)
    with ForkServer() as fork_server:

        def asked(name: str, of: Path, verb: Callable[[UnitOfWork, Studio], object]) -> Path:
            there = shutil.copytree(of, tmp_path / name)
            work_with(there, verb)
            return there

        def apply(work: UnitOfWork, studio: Studio) -> object:
            return request_apply(work, studio, view)

        def undo(work: UnitOfWork, studio: Studio) -> object:
            return imports.undo_import(work, studio, view.id, by=SYSTEM)

        applied = asked("applied", folder, apply)
        _, of_apply = fork_server.run(url(applied), applied, view.id)
        undisturbed = rows(applied)
        assert [len(undisturbed[name]) for name in ("set_templates", "set_template_rows", "albums")] == [5, 10, 5]
        undone = asked("undone", applied, undo)
        _, of_undo = fork_server.run(url(undone), undone, view.id)
        assert rows(undone) == before
        assert min(of_apply, of_undo) >= 8, "several batches of items each way"

        for verb, of, points, end in ((apply, folder, of_apply, undisturbed), (undo, applied, of_undo, before)):
            for point in range(1, points + 1):
                there = asked(f"{verb.__name__}-{point}", of, verb)
                assert fork_server.run(url(there), there, view.id, die_at=point)[0] == signal.SIGKILL
                fork_server.run(url(there), there, view.id)
                assert rows(there) == end, f"{verb.__name__}, killed at {point} of {points}"
