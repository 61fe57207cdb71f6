"""Admins are told of each state that an import has, and nobody else is."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict
from platemark.events import queries
from platemark.events.queries import Event
from platemark.ids import new_id
from platemark.imports import service as imports
from platemark.imports.execution.runner import Importer
from platemark.imports.views import ImportView
from platemark.settings import Settings
from tests.unit.imports.import_driver import Desk, nobody
from tests.unit.imports.trees import picture, put

VIEWER, EDITOR = Actor(new_id(), "v", "viewer", "token"), Actor(new_id(), "e", "editor", "token")


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path, kind="media")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return put(tmp_path / "outputs" / "zodiac_ink" / "aries.png", picture(1)).parent.parent


def told(desk: Desk, import_id: UUID) -> list[Event]:
    with desk.reading() as work:
        return [it for it in queries.list_after(work, 0) if it.kind == "import.changed" and it.subject_id == import_id]


def states(desk: Desk, of: ImportView) -> list[tuple[str, str]]:
    return [(it.data["phase"], it.data["state"]) for it in told(desk, of.id)]


def ask_apply(desk: Desk, planned: ImportView) -> None:
    with UnitOfWork(desk.database, write=True) as work:
        imports.apply(work, None, planned.id, planned.digest or "", by=SYSTEM, wake=nobody)
        work.commit()


def test_each_state_is_told_once_in_its_order(desk: Desk, tree: Path) -> None:
    undone = desk.undo(desk.verify(desk.take_over(tree)))
    assert states(desk, undone) == [
        (phase, state)
        for phase, end in (("plan", "planned"), ("apply", "applied"), ("verify", "applied"), ("undo", "undone"))
        for state in ("queued", "running", end)
    ]


def test_admins_alone_are_told(desk: Desk, tree: Path) -> None:
    found = told(desk, desk.plan(tree).id)
    assert [it.is_visible_to(SYSTEM) for it in found] == [True] * 3
    for other in (ANYONE, VIEWER, EDITOR):
        assert not any(it.is_visible_to(other) for it in found)


def test_stopping_and_giving_back_are_told(desk: Desk, tree: Path) -> None:
    planned = desk.plan(tree)
    ask_apply(desk, planned)
    Importer(
        Settings(data_dir=desk.blobs.root.parent), desk.database, desk.blobs, anywhere=True, stopping=lambda: True
    ).run_next(planned.id)
    with UnitOfWork(desk.database, write=True) as work:
        imports.cancel(work, planned.id, by=SYSTEM)
        work.commit()
    assert states(desk, planned)[3:] == [
        ("apply", "queued"), ("apply", "running"), ("apply", "queued"), ("apply", "cancelled"),
    ]  # fmt: skip


def test_a_failure_is_told_and_what_was_refused_is_not(desk: Desk, tree: Path) -> None:
    planned = desk.plan(tree)
    with UnitOfWork(desk.database, write=True) as work, pytest.raises(Conflict):
        imports.verify(work, planned.id, by=SYSTEM, wake=nobody)
    ask_apply(desk, planned)
    tree.rename(tree.with_name("moved"))
    Importer(Settings(data_dir=desk.blobs.root.parent), desk.database, desk.blobs, anywhere=True).run_next(planned.id)
    assert states(desk, planned)[3:] == [("apply", "queued"), ("apply", "running"), ("apply", "failed")]
