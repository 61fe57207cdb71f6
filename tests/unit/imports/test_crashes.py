"""Killed at any point of its journal, an import goes on where it was, and ends as if nothing had happened."""

from __future__ import annotations

import shutil
import signal
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.engine import Database, connect
from platemark.db.tables import Base, ImportItemRow, ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.views import ImportView
from platemark.studio import Studio
from tests.conftest import POSTGRESQL, administer
from tests.unit.imports.fork_server import ForkServer
from tests.unit.imports.import_driver import ImportDriver, request_apply, studio_of
from tests.unit.imports.trees import outputs

WHEN_IT_RAN = ("updated_at", "added_at", "started_at", "finished_at", "applied_at", "owner", "token")
"""Columns that tell when, or by whom, something was done: they differ from run to run, and nothing else may."""

POINTS = {"sqlite": 24, "postgresql": 3}


@dataclass(frozen=True)
class Trial:
    """A planned import, to be begun from the start as often as one likes, each time on a copy of all there is."""

    url: str
    folder: Path
    planned: ImportView
    twin: Callable[[], str]

    def again(self, number: int) -> tuple[str, Path]:
        """A copy: the database's URL and the data folder. The ids that the plan gave are the same in each."""
        folder = self.folder.parent / f"try-{number}"
        shutil.copytree(self.folder, folder)
        return self.twin(), folder


@pytest.fixture(scope="module")
def fork_server() -> Iterator[ForkServer]:
    with ForkServer() as fork_server:
        yield fork_server


@pytest.fixture
def trial(database_url: str, tmp_path: Path) -> Iterator[Trial]:
    folder = tmp_path / "data"
    (folder / "blobs").mkdir(parents=True)
    database = connect(database_url)
    planned = ImportDriver(database, folder, kind="media").plan(outputs(tmp_path / "outputs"))
    database.dispose()
    made: list[str] = []

    def twin() -> str:
        name = f"platemark_twin_{uuid.uuid4().hex[:12]}"
        if database_url.startswith("sqlite"):
            shutil.copy(database_url.removeprefix("sqlite:///"), tmp_path / name)
            return f"sqlite:///{tmp_path / name}"
        administer(f"CREATE DATABASE {name} TEMPLATE {database_url.rpartition('/')[2]}")
        made.append(name)
        return f"{POSTGRESQL}/{name}"

    yield Trial(database_url, folder, planned, twin)
    for name in made:
        administer(f"DROP DATABASE {name} WITH (FORCE)")


def ask(url: str, verb: Callable[[UnitOfWork, Studio], object]) -> None:
    database = connect(url)
    with UnitOfWork(database, write=True) as work:
        verb(work, studio_of(database, Path("unused")))
        work.commit()
    database.dispose()


def ask_apply(url: str, planned: ImportView) -> None:
    ask(url, lambda work, studio: request_apply(work, studio, planned))


def rows(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows, those of imports too, without the columns that tell when they were written."""
    database = connect(url)
    there = sa.inspect(database.engine).get_table_names()
    with UnitOfWork(database, write=False) as work:
        found = {
            table.name: sorted(map(repr, map(tuple, work.session.execute(sa.select(*_lasting(table))))))
            for table in Base.metadata.sorted_tables
            if table.name in there and table.name != "events"
        }
    database.dispose()
    return found  # type: ignore[return-value]


def _lasting(table: sa.Table) -> list[sa.Column[Any]]:
    left_out = {*WHEN_IT_RAN, *(("created_at",) if table.name == "labels" else ())}
    return [column for column in table.columns if column.name not in left_out]


def files(folder: Path) -> dict[str, bytes]:
    """Every blob, byte for byte; what a writer that died left half written is no blob."""
    return {path.name: path.read_bytes() for path in (folder / "blobs").glob("??/*")}


def spread(points: int, how_many: int) -> list[int]:
    """``how_many`` numbers from 1 to ``points``, first and last among them."""
    return sorted({1 + round(step * (points - 1) / (how_many - 1)) for step in range(how_many)})


def test_killed_anywhere_an_apply_ends_as_an_undisturbed_one_and_can_be_undone(
    trial: Trial, fork_server: ForkServer
) -> None:
    before = rows(trial.url)
    url, folder = trial.again(0)
    ask_apply(url, trial.planned)
    ended, points = fork_server.run(url, folder, trial.planned.id)
    undisturbed, bytes_undisturbed = rows(url), files(folder)
    assert ended == 0
    assert len(bytes_undisturbed) > 11, "eleven pictures and their thumbnails, of which some are alike"
    how_many = POINTS[trial.url.partition(":")[0]]
    for point in spread(points, how_many):
        url, folder = trial.again(point)
        ask_apply(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        if _state(url, trial.planned) == "applied":
            assert point == points, "only behind the last step nothing is left to do"
        else:
            assert fork_server.run(url, folder, trial.planned.id)[0] == 0
        assert rows(url) == undisturbed, f"killed at {point}"
        assert files(folder) == bytes_undisturbed, f"killed at {point}"
        ask(url, lambda work, studio: imports.undo_import(work, studio, trial.planned.id, by=SYSTEM))
        assert fork_server.run(url, folder, trial.planned.id)[0] == 0
        after = rows(url)
        assert {name: found for name, found in after.items() if "import" not in name} == {
            name: found for name, found in before.items() if "import" not in name
        }, f"killed at {point}, then undone"
        assert files(folder) == {}, f"killed at {point}, then undone"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_killed_anywhere_a_plan_ends_with_the_same_digest(trial: Trial, fork_server: ForkServer) -> None:
    url, folder = trial.again(0)
    _back_to_the_start(url, trial.planned)
    _, points = fork_server.run(url, folder, trial.planned.id)
    for point in spread(points, 5):
        url, folder = trial.again(point)
        _back_to_the_start(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        fork_server.run(url, folder, trial.planned.id)
        view = _view(url, trial.planned)
        assert (view.state, view.digest, view.counts) == ("planned", trial.planned.digest, trial.planned.counts)
        assert view.total == _items(url)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_killed_anywhere_an_undo_leaves_nothing_behind(trial: Trial, fork_server: ForkServer) -> None:
    applied, folder_applied = trial.again(0)
    ask_apply(applied, trial.planned)
    fork_server.run(applied, folder_applied, trial.planned.id)
    done = Trial(applied, folder_applied, trial.planned, _copying(applied, trial.folder.parent))
    before = rows(trial.url)
    url, folder = done.again(1000)
    ask(url, lambda work, studio: imports.undo_import(work, studio, trial.planned.id, by=SYSTEM))
    _, points = fork_server.run(url, folder, trial.planned.id)
    for point in spread(points, 8):
        url, folder = done.again(2000 + point)
        ask(url, lambda work, studio: imports.undo_import(work, studio, trial.planned.id, by=SYSTEM))
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        fork_server.run(url, folder, trial.planned.id)
        assert _state(url, trial.planned) == "undone"
        assert files(folder) == {}
        after = rows(url)
        assert [after[name] for name in ("images", "albums", "album_images", "labels")] == [
            before[name] for name in ("images", "albums", "album_images", "labels")
        ]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_apply_that_was_killed_can_be_undone_without_being_finished(trial: Trial, fork_server: ForkServer) -> None:
    before = rows(trial.url)
    for point in (12, 30):
        url, folder = trial.again(point)
        ask_apply(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        ask(url, lambda work, studio: imports.undo_import(work, studio, trial.planned.id, by=SYSTEM))
        fork_server.run(url, folder, trial.planned.id)
        assert _state(url, trial.planned) == "undone"
        assert rows(url)["images"] == before["images"]
        assert files(folder) == {}


def _copying(url: str, folder: Path) -> Callable[[], str]:
    def twin() -> str:
        path = folder / f"twin-{uuid.uuid4().hex}"
        shutil.copy(url.removeprefix("sqlite:///"), path)
        return f"sqlite:///{path}"

    return twin


def _back_to_the_start(url: str, planned: ImportView) -> None:
    """As if the plan had just been asked for."""

    def back(work: UnitOfWork, _studio: Studio) -> None:
        work.session.execute(sa.delete(ImportItemRow))
        work.session.execute(sa.update(ImportRow).values(state="queued", digest=None, total=None, planned_at=None))

    ask(url, back)


def _view(url: str, planned: ImportView) -> ImportView:
    database: Database = connect(url)
    with UnitOfWork(database, write=False) as work:
        found = imports.get_import(work, planned.id, by=SYSTEM)
    database.dispose()
    return found


def _state(url: str, planned: ImportView) -> str:
    return _view(url, planned).state


def _items(url: str) -> int:
    database = connect(url)
    with UnitOfWork(database, write=False) as work:
        found = work.session.scalars(sa.select(sa.func.count()).select_from(ImportItemRow)).one()
    database.dispose()
    return found
