"""What ``platemark import …`` does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.cli.actions.import_phases import progress_bar, run_phase, wait_for_phase
from platemark.cli.actions.import_reports import (
    print_import,
    print_imports,
    print_items,
    print_plan_dry_run,
    print_undo_dry_run,
)
from platemark.cli.output import all_pages
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.execution.dry_run import dry_run_plan
from platemark.imports.views import ImportFilter, ImportView, ItemFilter, NewFolderImport
from platemark.studio import Studio


def sets(runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the sets in DIR."""
    _plan(runtime, "sets", **options)


def db(runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the database in DIR."""
    _plan(runtime, "database", **options)


def media(runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the pictures in DIR."""
    _plan(runtime, "media", **options)


def album(runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the exported album in BUNDLE."""
    _plan(runtime, "album", **options)


def _plan(
    runtime: Runtime,
    kind: str,
    *,
    folder: Path,
    dry_run: bool,
    apply_plan: bool,
    visibility: str,
    user_name: str | None,
    albums: str = "known",
) -> None:
    if dry_run and apply_plan:
        raise click.UsageError("--dry-run and --apply exclude each other: choose one.")
    with runtime.open_studio() as studio:
        by = _actor(studio, user_name)
        new = NewFolderImport(kind=kind, folder=folder, visibility=visibility, albums=albums)
        if dry_run:
            with progress_bar("dry run") as show:
                result = dry_run_plan(studio, new, by=by, progress=lambda done: show(done, None))
            print_plan_dry_run(new, result)
            return
        with studio.work(write=True) as work:
            requested = imports.create_folder_import(work, studio, new, by=by)
            work.commit()
        view = wait_for_phase(studio, requested)
        if apply_plan and view.state == "planned":
            view = _apply(studio, view.id, view.digest)
        _report(studio, view)


def apply_import(runtime: Runtime, import_id: UUID) -> None:
    """Apply the plan of the import ID, or resume it."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            digest = imports.get_import(work, import_id, by=SYSTEM).digest
        _report(studio, _apply(studio, import_id, digest))


def verify(runtime: Runtime, import_id: UUID) -> None:
    """Verify what the import ID made: rows, bytes and source."""

    def request(work: UnitOfWork) -> ImportView:
        return imports.verify_import(work, studio, import_id, by=SYSTEM)

    with runtime.open_studio() as studio:
        view = run_phase(studio, import_id, "verify", request)
        _report(studio, view)
    if view.discrepancies:
        click.get_current_context().exit(1)


def undo(runtime: Runtime, import_id: UUID, dry_run: bool) -> None:
    """Undo the import ID: remove what it made."""

    def request(work: UnitOfWork) -> ImportView:
        return imports.undo_import(work, studio, import_id, by=SYSTEM)

    with runtime.open_studio() as studio:
        if dry_run:
            print_undo_dry_run(import_id, imports.dry_run_undo(studio, import_id, by=SYSTEM))
            return
        _report(studio, run_phase(studio, import_id, "undo", request))


def cancel(runtime: Runtime, import_id: UUID) -> None:
    """Cancel the import ID."""
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            view = imports.cancel_import(work, import_id, by=SYSTEM)
            work.commit()
        print_import(studio, view)


def list_imports(runtime: Runtime, kind: str | None, states: tuple[str, ...]) -> None:
    """List imports, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        views = list(all_pages(partial(imports.list_imports, work, ImportFilter(kind=kind, states=states), by=SYSTEM)))
    print_imports(views)


def show(runtime: Runtime, import_id: UUID | None) -> None:
    """Show the import ID, or the most recent one, with its discrepancies."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            if import_id is None:
                view = imports.get_newest_import(work, by=SYSTEM)
            else:
                view = imports.get_import(work, import_id, by=SYSTEM)
        print_import(studio, view)


def items(runtime: Runtime, import_id: UUID, outcomes: tuple[str, ...], discrepancies: bool) -> None:
    """List the items of the import ID, in plan order."""
    filters = ItemFilter(outcomes=outcomes, discrepancies=discrepancies)
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        views = list(imports.iter_items(work, import_id, filters, by=SYSTEM))
    print_items(views)


def _actor(studio: Studio, user_name: str | None) -> Actor:
    """The command line itself, or the named user; the services refuse a user who is not an admin."""
    if user_name is None:
        return SYSTEM
    with studio.work(write=False) as work:
        user = accounts.get_user_by_name(work, user_name, by=SYSTEM)
    return Actor(user.id, user.name, user.role, "system")


def _apply(studio: Studio, import_id: UUID, digest: str | None) -> ImportView:
    def request(work: UnitOfWork) -> ImportView:
        return imports.apply_import(work, studio, import_id, digest or "", by=SYSTEM, any_folder=True)

    return run_phase(studio, import_id, "apply", request)


def _report(studio: Studio, view: ImportView) -> None:
    """Print the import; exit with 1 if its phase failed or an item could not be applied."""
    print_import(studio, view)
    if view.state in ("failed", "cancelled") or (view.phase == "apply" and view.results["failed"]):
        click.get_current_context().exit(1)
