"""Admins, and only they, receive an event for each state of an import."""

from __future__ import annotations

from pathlib import Path
from typing import Any
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
from tests.unit.imports.import_driver import ImportDriver, request_apply
from tests.unit.imports.trees import picture, put

VIEWER, EDITOR = Actor(new_id(), "v", "viewer", "token"), Actor(new_id(), "e", "editor", "token")


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path, kind="media")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return put(tmp_path / "outputs" / "zodiac_ink" / "aries.png", picture(1)).parent.parent


def events_of(driver: ImportDriver, import_id: UUID) -> list[Event]:
    with driver.read_work() as work:
        return [
            event
            for event in queries.list_after(work, 0)
            if event.kind == "import.changed" and event.subject_id == import_id
        ]


def states(driver: ImportDriver, view: ImportView) -> list[tuple[str, str]]:
    return [(event.data["phase"], event.data["state"]) for event in events_of(driver, view.id)]


def queue_apply(driver: ImportDriver, planned: ImportView) -> None:
    with UnitOfWork(driver.database, write=True) as work:
        request_apply(work, driver.studio, planned)
        work.commit()


def importer(driver: ImportDriver, **options: Any) -> Importer:
    return Importer(driver.studio.settings, driver.database, driver.blobs, any_folder=True, **options)


def test_each_state_has_one_event_in_order(driver: ImportDriver, tree: Path) -> None:
    undone = driver.undo(driver.verify(driver.plan_and_apply(tree)))
    assert states(driver, undone) == [
        (phase, state)
        for phase, end in (("plan", "planned"), ("apply", "applied"), ("verify", "applied"), ("undo", "undone"))
        for state in ("queued", "running", end)
    ]


def test_only_admins_receive_the_events(driver: ImportDriver, tree: Path) -> None:
    events = events_of(driver, driver.plan(tree).id)
    assert [event.is_visible_to(SYSTEM) for event in events] == [True] * 3
    for actor in (ANYONE, VIEWER, EDITOR):
        assert not any(event.is_visible_to(actor) for event in events)


def test_requeueing_and_cancelling_have_events(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    queue_apply(driver, planned)
    importer(driver, stopping=lambda: True).run_next(planned.id)
    with UnitOfWork(driver.database, write=True) as work:
        imports.cancel_import(work, planned.id, by=SYSTEM)
        work.commit()
    assert states(driver, planned)[3:] == [
        ("apply", "queued"), ("apply", "running"), ("apply", "queued"), ("apply", "cancelled"),
    ]  # fmt: skip


def test_a_failure_has_an_event_and_a_refused_request_has_none(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    with UnitOfWork(driver.database, write=True) as work, pytest.raises(Conflict):
        imports.verify_import(work, driver.studio, planned.id, by=SYSTEM)
    queue_apply(driver, planned)
    tree.rename(tree.with_name("moved"))
    importer(driver).run_next(planned.id)
    assert states(driver, planned)[3:] == [("apply", "queued"), ("apply", "running"), ("apply", "failed")]
