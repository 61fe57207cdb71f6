"""Requests a phase of an import and waits until it has ended, carried out here or by a running studio."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from platemark.access import SYSTEM
from platemark.cli.actions.waiting import EXIT_INTERRUPTED, POLL_SECONDS
from platemark.cli.output import json_requested
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.execution.runner import Importer
from platemark.imports.views import ImportView, Phase
from platemark.studio import Studio

ShowProgress = Callable[[int, int | None], None]


def run_phase(studio: Studio, import_id: UUID, phase: Phase, request: Callable[[UnitOfWork], ImportView]) -> ImportView:
    """Request a phase and wait for its end; a phase that was requested before and has not ended is resumed."""
    with studio.work(write=True) as work:
        view = imports.get_import(work, import_id, by=SYSTEM)
        if not (view.busy and view.phase == phase):
            view = request(work)
            work.commit()
    return wait_for_phase(studio, view)


def wait_for_phase(studio: Studio, view: ImportView) -> ImportView:
    """Carry out the requested phase, or wait for a running studio that claimed it first."""
    try:
        with progress_bar(view.phase) as show:
            return _carry_out(studio, view, show)
    except KeyboardInterrupt:
        click.echo(_how_to_resume(view), err=True)
        click.get_current_context().exit(EXIT_INTERRUPTED)


def _carry_out(studio: Studio, requested: ImportView, show: ShowProgress) -> ImportView:
    items = sum(requested.counts.values()) or None
    importer = Importer(
        studio.settings,
        studio.database,
        studio.blobs,
        any_folder=True,
        progress=lambda done, total: show(done, total or items),
    )
    while True:
        importer.run_next(only=requested.id)
        with studio.work(write=False) as work:
            view = imports.get_import(work, requested.id, by=SYSTEM)
        if not view.busy:
            return view
        show(view.done, view.total)
        time.sleep(POLL_SECONDS)


def _how_to_resume(view: ImportView) -> str:
    if view.phase == "plan":
        return f"Interrupted. The plan of import {view.id} is incomplete; plan it again."
    return f"Interrupted. Resume import {view.id} with: platemark import {view.phase} {view.id}"


@contextmanager
def progress_bar(description: str) -> Iterator[ShowProgress]:
    """A progress bar on a terminal; elsewhere, and with ``--json``, nothing."""
    if json_requested() or not sys.stdout.isatty():
        yield lambda _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Console(), transient=True) as bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
