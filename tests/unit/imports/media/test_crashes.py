"""An import that is killed at any point resumes, and ends like one that was not interrupted."""

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
from tests.unit.imports.album import bundles
from tests.unit.imports.database import imagineer
from tests.unit.imports.fork_server import ForkServer
from tests.unit.imports.import_driver import ImportDriver, request_apply, studio_of
from tests.unit.imports.studios import STUDIOS
from tests.unit.imports.trees import outputs

RUN_COLUMNS = ("updated_at", "added_at", "started_at", "finished_at", "applied_at", "owner", "token")
"""Columns with the time of a step or the process that ran it: only these may differ from run to run."""

MADE_WITH_THE_IMPORT = ("labels", "set_templates", "set_template_versions")
"""Tables whose rows get the time of the import, not one from the source."""

POINTS = {"sqlite": 24, "postgresql": 3}
"""How many points are tested on each database."""


@dataclass(frozen=True)
class Trial:
    """A planned import that can be started repeatedly, each time on a copy of the database and data folder."""

    url: str
    folder: Path
    planned: ImportView
    copy_database: Callable[[], str]

    def copy(self, number: int) -> tuple[str, Path]:
        """A copy: its database URL and data folder. The ids that the plan assigned are the same in each."""
        folder = self.folder.parent / f"try-{number}"
        shutil.copytree(self.folder, folder)
        return self.copy_database(), folder


@pytest.fixture(scope="module")
def fork_server() -> Iterator[ForkServer]:
    with ForkServer() as fork_server:
        yield fork_server


def trees_of_studios(folder: Path) -> Path:
    """The trees of seven studios in one folder."""
    for put_tree in STUDIOS.values():
        put_tree(folder)
    return folder


@pytest.fixture
def trial(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[Trial]:
    """A planned import of a tree: of ``outputs`` as media, unless the test names another, and its kind."""
    build, kind = getattr(request, "param", (outputs, "media"))
    folder = tmp_path / "data"
    (folder / "blobs").mkdir(parents=True)
    database = connect(database_url)
    planned = ImportDriver(database, folder, kind=kind).plan(build(tmp_path / "outputs"))
    database.dispose()
    copies: list[str] = []

    def copy_database() -> str:
        name = f"platemark_twin_{uuid.uuid4().hex[:12]}"
        if database_url.startswith("sqlite"):
            shutil.copy(database_url.removeprefix("sqlite:///"), tmp_path / name)
            return f"sqlite:///{tmp_path / name}"
        administer(f"CREATE DATABASE {name} TEMPLATE {database_url.rpartition('/')[2]}")
        copies.append(name)
        return f"{POSTGRESQL}/{name}"

    yield Trial(database_url, folder, planned, copy_database)
    for name in copies:
        administer(f"DROP DATABASE {name} WITH (FORCE)")


def request(url: str, verb: Callable[[UnitOfWork, Studio], object]) -> None:
    database = connect(url)
    with UnitOfWork(database, write=True) as work:
        verb(work, studio_of(database, Path("unused")))
        work.commit()
    database.dispose()


def queue_apply(url: str, planned: ImportView) -> None:
    request(url, lambda work, studio: request_apply(work, studio, planned))


def queue_undo(url: str, view: ImportView) -> None:
    request(url, lambda work, studio: imports.undo_import(work, studio, view.id, by=SYSTEM))


def rows(url: str) -> dict[str, list[str]]:
    """All rows except events, without the columns that differ from run to run."""
    database = connect(url)
    tables = sa.inspect(database.engine).get_table_names()
    with UnitOfWork(database, write=False) as work:
        rows_by_table = {
            table.name: sorted(map(repr, map(tuple, work.session.execute(sa.select(*_stable_columns(table))))))
            for table in Base.metadata.sorted_tables
            if table.name in tables and table.name != "events"
        }
    database.dispose()
    return rows_by_table


def _stable_columns(table: sa.Table) -> list[sa.Column[Any]]:
    left_out = {*RUN_COLUMNS, *(("created_at",) if table.name in MADE_WITH_THE_IMPORT else ())}
    return [column for column in table.columns if column.name not in left_out]


def blobs(folder: Path) -> dict[str, bytes]:
    """Every blob; the half-written file of a killed process is not one."""
    return {path.name: path.read_bytes() for path in (folder / "blobs").glob("??/*")}


def spread(points: int, how_many: int) -> list[int]:
    """``how_many`` numbers from 1 to ``points``, evenly spread, the first and the last included; one: in the middle."""
    if how_many == 1:
        return [points // 2]
    return sorted({1 + round(step * (points - 1) / (how_many - 1)) for step in range(how_many)})


def test_an_apply_killed_at_any_point_ends_like_an_uninterrupted_one_and_can_be_undone(
    trial: Trial, fork_server: ForkServer
) -> None:
    kill_and_resume(trial, fork_server, POINTS[trial.url.partition(":")[0]])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("trial", [(trees_of_studios, "media")], indirect=True)
def test_an_apply_of_the_trees_of_studios_is_killed_and_resumed(trial: Trial, fork_server: ForkServer) -> None:
    kill_and_resume(trial, fork_server, 3)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("trial", [(imagineer.build, "database")], indirect=True)
def test_an_apply_of_a_database_is_killed_and_resumed(trial: Trial, fork_server: ForkServer) -> None:
    kill_and_resume(trial, fork_server, 1, least_blobs=4)


@pytest.mark.parametrize("trial", [(bundles.build, "album")], indirect=True)
def test_an_apply_of_an_exported_album_is_killed_and_resumed(trial: Trial, fork_server: ForkServer) -> None:
    kill_and_resume(trial, fork_server, POINTS[trial.url.partition(":")[0]] // 3, least_blobs=5)


def kill_and_resume(trial: Trial, fork_server: ForkServer, how_many: int, *, least_blobs: int = 10) -> None:
    """Kill an apply at some points; resume, compare with one that was not killed, and undo."""
    before = rows(trial.url)
    url, folder = trial.copy(0)
    queue_apply(url, trial.planned)
    ended, points = fork_server.run(url, folder, trial.planned.id)
    rows_uninterrupted, blobs_uninterrupted = rows(url), blobs(folder)
    assert ended == 0
    assert len(blobs_uninterrupted) >= least_blobs, "pictures and their thumbnails, some of them equal"
    for point in spread(points, how_many):
        url, folder = trial.copy(point)
        queue_apply(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        if _state(url, trial.planned) == "applied":
            assert point == points, "only after the last point nothing is left to do"
        else:
            assert fork_server.run(url, folder, trial.planned.id)[0] == 0
        assert rows(url) == rows_uninterrupted, f"killed at {point}"
        assert blobs(folder) == blobs_uninterrupted, f"killed at {point}"
        queue_undo(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id)[0] == 0
        after = rows(url)
        assert {name: table_rows for name, table_rows in after.items() if "import" not in name} == {
            name: table_rows for name, table_rows in before.items() if "import" not in name
        }, f"killed at {point}, then undone"
        assert blobs(folder) == {}, f"killed at {point}, then undone"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_plan_killed_at_any_point_ends_with_the_same_digest(trial: Trial, fork_server: ForkServer) -> None:
    url, folder = trial.copy(0)
    _reset_plan(url)
    _, points = fork_server.run(url, folder, trial.planned.id)
    for point in spread(points, 5):
        url, folder = trial.copy(point)
        _reset_plan(url)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        fork_server.run(url, folder, trial.planned.id)
        view = _view(url, trial.planned)
        assert (view.state, view.digest, view.counts) == ("planned", trial.planned.digest, trial.planned.counts)
        assert view.total == _item_count(url)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_undo_killed_at_any_point_leaves_nothing_behind(trial: Trial, fork_server: ForkServer) -> None:
    applied_url, applied_folder = trial.copy(0)
    queue_apply(applied_url, trial.planned)
    fork_server.run(applied_url, applied_folder, trial.planned.id)
    applied = Trial(applied_url, applied_folder, trial.planned, _copy_of(applied_url, trial.folder.parent))
    before = rows(trial.url)
    url, folder = applied.copy(1000)
    queue_undo(url, trial.planned)
    _, points = fork_server.run(url, folder, trial.planned.id)
    for point in spread(points, 8):
        url, folder = applied.copy(2000 + point)
        queue_undo(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        fork_server.run(url, folder, trial.planned.id)
        assert _state(url, trial.planned) == "undone"
        assert blobs(folder) == {}
        after = rows(url)
        assert [after[name] for name in ("images", "albums", "album_images", "labels")] == [
            before[name] for name in ("images", "albums", "album_images", "labels")
        ]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_apply_that_was_killed_can_be_undone_without_being_resumed(trial: Trial, fork_server: ForkServer) -> None:
    before = rows(trial.url)
    for point in (12, 30):
        url, folder = trial.copy(point)
        queue_apply(url, trial.planned)
        assert fork_server.run(url, folder, trial.planned.id, die_at=point)[0] == signal.SIGKILL
        queue_undo(url, trial.planned)
        fork_server.run(url, folder, trial.planned.id)
        assert _state(url, trial.planned) == "undone"
        assert rows(url)["images"] == before["images"]
        assert blobs(folder) == {}


def _copy_of(url: str, folder: Path) -> Callable[[], str]:
    def copy_database() -> str:
        path = folder / f"twin-{uuid.uuid4().hex}"
        shutil.copy(url.removeprefix("sqlite:///"), path)
        return f"sqlite:///{path}"

    return copy_database


def _reset_plan(url: str) -> None:
    """Reset the import to the state of a plan that was just requested."""

    def reset(work: UnitOfWork, _studio: Studio) -> None:
        work.session.execute(sa.delete(ImportItemRow))
        work.session.execute(sa.update(ImportRow).values(state="queued", digest=None, total=None, planned_at=None))

    request(url, reset)


def _view(url: str, planned: ImportView) -> ImportView:
    database: Database = connect(url)
    with UnitOfWork(database, write=False) as work:
        view = imports.get_import(work, planned.id, by=SYSTEM)
    database.dispose()
    return view


def _state(url: str, planned: ImportView) -> str:
    return _view(url, planned).state


def _item_count(url: str) -> int:
    database = connect(url)
    with UnitOfWork(database, write=False) as work:
        count = work.session.scalars(sa.select(sa.func.count()).select_from(ImportItemRow)).one()
    database.dispose()
    return count
