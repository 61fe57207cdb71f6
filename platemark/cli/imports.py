"""``platemark import …``: plan, apply, verify and undo imports of an older studio's folders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.cli.import_phases import progress_bar, run_phase, wait_for_phase
from platemark.cli.import_reports import (
    print_import,
    print_imports,
    print_items,
    print_plan_dry_run,
    print_undo_dry_run,
)
from platemark.cli.output import all_pages, json_option
from platemark.cli.runtime import Runtime, pass_runtime
from platemark.db.tables.albums import VISIBILITIES
from platemark.db.tables.imports import IMPORT_KINDS, IMPORT_STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.execution.dry_run import dry_run_plan
from platemark.imports.items import OUTCOMES
from platemark.imports.views import ImportFilter, ImportView, ItemFilter, NewFolderImport
from platemark.studio import Studio

folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)
id_argument = click.argument("import_id", metavar="ID", type=click.UUID)


@click.group(name="import")
def import_group() -> None:
    """Import folders of an older studio: plan, apply, verify, undo.

    The folders are only read. The plan lists what is new, changed or skipped; applying it copies files, never moves
    them, and can be interrupted at any time and resumed.
    """


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of the commands that plan."""
    for option in (
        click.option("--apply", "apply_plan", is_flag=True, help="Apply the plan at once."),
        click.option("--dry-run", is_flag=True, help="Show what a plan would say; store nothing."),
        click.option(
            "--visibility",
            type=click.Choice(VISIBILITIES),
            default="private",
            show_default=True,
            help="Who can see what is imported, unless the source says otherwise.",
        ),
        click.option("--user", "user_name", help="The admin who will own what is imported; by default nobody."),
        json_option,
    ):
        command = option(command)
    return command


@import_group.command()
@folder_argument
@plan_options
@pass_runtime
@click.pass_context
def sets(ctx: click.Context, runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the sets in DIR.

    DIR has a config.yaml with CSV files beside it, or CSV files alone. Each set becomes a set template and an album
    that represents it.
    """
    _plan(ctx, runtime, "sets", **options)


@import_group.command()
@folder_argument
@plan_options
@pass_runtime
@click.pass_context
def media(ctx: click.Context, runtime: Runtime, /, **options: Any) -> None:
    """Plan an import of the pictures in DIR.

    DIR is the outputs tree of an older studio. Folders become albums, pictures are matched by their bytes, and sidecars
    say how a picture was made.
    """
    _plan(ctx, runtime, "media", **options)


def _plan(
    ctx: click.Context,
    runtime: Runtime,
    kind: str,
    *,
    folder: Path,
    dry_run: bool,
    apply_plan: bool,
    visibility: str,
    user_name: str | None,
) -> None:
    if dry_run and apply_plan:
        raise click.UsageError("--dry-run and --apply exclude each other: choose one.")
    with runtime.open_studio() as studio:
        by = _actor(studio, user_name)
        new = NewFolderImport(kind=kind, folder=folder, visibility=visibility)
        if dry_run:
            with progress_bar("dry run") as show:
                result = dry_run_plan(studio, new, by=by, progress=lambda done: show(done, None))
            print_plan_dry_run(new, result)
            return
        with studio.work(write=True) as work:
            requested = imports.create_folder_import(work, studio, new, by=by)
            work.commit()
        view = wait_for_phase(ctx, studio, requested)
        if apply_plan and view.state == "planned":
            view = _apply(ctx, studio, view.id, view.digest)
        _report(ctx, studio, view)


@import_group.command(name="apply")
@id_argument
@json_option
@pass_runtime
@click.pass_context
def apply_import(ctx: click.Context, runtime: Runtime, import_id: UUID) -> None:
    """Apply the plan of the import ID, or resume it.

    Nothing is imported twice. Exits with 1 if an item could not be applied.
    """
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            digest = imports.get_import(work, import_id, by=SYSTEM).digest
        _report(ctx, studio, _apply(ctx, studio, import_id, digest))


@import_group.command()
@id_argument
@json_option
@pass_runtime
@click.pass_context
def verify(ctx: click.Context, runtime: Runtime, import_id: UUID) -> None:
    """Verify what the import ID made: rows, bytes and source.

    Exits with 1 if there are discrepancies.
    """

    def request(work: UnitOfWork) -> ImportView:
        return imports.verify_import(work, studio, import_id, by=SYSTEM)

    with runtime.open_studio() as studio:
        view = run_phase(ctx, studio, import_id, "verify", request)
        _report(ctx, studio, view)
    if view.discrepancies:
        ctx.exit(1)


@import_group.command()
@id_argument
@click.option("--dry-run", is_flag=True, help="Show what would be undone and what would be kept; change nothing.")
@json_option
@pass_runtime
@click.pass_context
def undo(ctx: click.Context, runtime: Runtime, import_id: UUID, dry_run: bool) -> None:
    """Undo the import ID: remove what it made.

    What was changed since is kept and listed.
    """

    def request(work: UnitOfWork) -> ImportView:
        return imports.undo_import(work, studio, import_id, by=SYSTEM)

    with runtime.open_studio() as studio:
        if dry_run:
            print_undo_dry_run(import_id, imports.dry_run_undo(studio, import_id, by=SYSTEM))
            return
        _report(ctx, studio, run_phase(ctx, studio, import_id, "undo", request))


@import_group.command()
@id_argument
@json_option
@pass_runtime
def cancel(runtime: Runtime, import_id: UUID) -> None:
    """Cancel the import ID.

    A queued phase is cancelled at once, a running one after its current batch. Nothing is undone.
    """
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            view = imports.cancel_import(work, import_id, by=SYSTEM)
            work.commit()
        print_import(studio, view)


@import_group.command(name="list")
@click.option("--kind", type=click.Choice(IMPORT_KINDS), help="Only imports of this kind.")
@click.option("--state", "states", type=click.Choice(IMPORT_STATES), multiple=True, help="Only imports in this state.")
@json_option
@pass_runtime
def list_imports(runtime: Runtime, kind: str | None, states: tuple[str, ...]) -> None:
    """List imports, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        views = list(all_pages(partial(imports.list_imports, work, ImportFilter(kind=kind, states=states), by=SYSTEM)))
    print_imports(views)


@import_group.command()
@click.argument("import_id", metavar="[ID]", type=click.UUID, required=False)
@json_option
@pass_runtime
def show(runtime: Runtime, import_id: UUID | None) -> None:
    """Show the import ID, or the most recent one, with its discrepancies."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            if import_id is None:
                view = imports.get_newest_import(work, by=SYSTEM)
            else:
                view = imports.get_import(work, import_id, by=SYSTEM)
        print_import(studio, view)


@import_group.command()
@id_argument
@click.option("--outcome", "outcomes", type=click.Choice(OUTCOMES), multiple=True, help="Only items of this outcome.")
@click.option("--discrepancies", is_flag=True, help="Only items with a discrepancy.")
@json_option
@pass_runtime
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


def _apply(ctx: click.Context, studio: Studio, import_id: UUID, digest: str | None) -> ImportView:
    def request(work: UnitOfWork) -> ImportView:
        return imports.apply_import(work, studio, import_id, digest or "", by=SYSTEM, any_folder=True)

    return run_phase(ctx, studio, import_id, "apply", request)


def _report(ctx: click.Context, studio: Studio, view: ImportView) -> None:
    """Print the import; exit with 1 if its phase failed or an item could not be applied."""
    print_import(studio, view)
    if view.state in ("failed", "cancelled") or (view.phase == "apply" and view.results["failed"]):
        ctx.exit(1)
