"""``platemark import …``: folders of an older studio, planned, applied, verified, undone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.cli.base import Runtime, json_option, json_requested, pass_runtime, print_result, print_table
from platemark.db.tables.albums import VISIBILITIES
from platemark.db.tables.imports import IMPORT_KINDS, IMPORT_STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import service as imports
from platemark.imports.execution.dry_run import Rehearsal, rehearse, rehearse_undo
from platemark.imports.execution.runner import Importer
from platemark.imports.reading import sources
from platemark.imports.views import (
    OUTCOMES,
    ImportFilter,
    ImportView,
    ItemFilter,
    ItemView,
    NewImport,
    Phase,
    ReasonCount,
    UndoSurvey,
)
from platemark.paging import PageRequest
from platemark.studio import Studio

POLL_SECONDS = 0.25
EXIT_INTERRUPTED = 130
MOST_SHOWN = 20
PAGE = 200
LIST_COLUMNS = ("id", "kind", "source", "state", "new", "unchanged", "changed", "conflicting", "skipped", "created")
ITEM_COLUMNS = ("position", "key", "outcome", "reason", "state", "discrepancy", "message")
Show = Callable[[int, int | None], None]


class Ask(Protocol):
    """A verb of the service that has something done with an import."""

    def __call__(self, work: UnitOfWork, import_id: UUID, /, *, by: Actor, wake: Callable[[], None]) -> ImportView:
        """Ask for it."""
        ...


folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)
id_argument = click.argument("import_id", metavar="ID", type=click.UUID)


@click.group(name="import")
def import_group() -> None:
    """Take over what an older studio left in folders: plan, apply, verify, undo.

    Nothing in the folders is changed. A plan is made first and says what would be new, changed or skipped; applying it
    copies, never moves, and may be interrupted at any moment and gone on with.
    """


def taking(command: Callable[..., Any]) -> Callable[..., Any]:
    """What the commands that plan have in common."""
    for option in (
        click.option("--apply", "apply_it", is_flag=True, help="Apply the plan at once."),
        click.option("--dry-run", is_flag=True, help="Only look: not even the plan is stored."),
        click.option(
            "--visibility",
            type=click.Choice(VISIBILITIES),
            default="private",
            show_default=True,
            help="Who may see what is made, where the source says nothing.",
        ),
        click.option("--user", "user_name", help="The admin who owns what is made; by default nobody does."),
        json_option,
    ):
        command = option(command)
    return command


@import_group.command()
@folder_argument
@taking
@pass_runtime
@click.pass_context
def sets(ctx: click.Context, runtime: Runtime, /, **asked: Any) -> None:
    """Plan an import of the sets in DIR: a config.yaml with CSV files beside it, or CSV files alone.

    Each set becomes a set template and an album that represents it.
    """
    _take_over(ctx, runtime, "sets", **asked)


@import_group.command()
@folder_argument
@taking
@pass_runtime
@click.pass_context
def media(ctx: click.Context, runtime: Runtime, /, **asked: Any) -> None:
    """Plan an import of the pictures in DIR, the outputs tree of an older studio.

    Folders become albums, pictures are known by their bytes, and what lies beside them tells how they were made.
    """
    _take_over(ctx, runtime, "media", **asked)


def _take_over(
    ctx: click.Context,
    runtime: Runtime,
    kind: str,
    *,
    folder: Path,
    dry_run: bool,
    apply_it: bool,
    visibility: str,
    user_name: str | None,
) -> None:
    if dry_run and apply_it:
        raise click.UsageError("--dry-run only looks and --apply imports: choose one.")
    with runtime.open_studio() as studio:
        by = _actor(studio, user_name)
        name = sources.name_of(studio.settings.import_folders, folder)
        new = NewImport(kind=kind, source=name, visibility=visibility)
        if dry_run:
            with _bar("looking") as show:
                found = rehearse(studio, folder, new, by=by, progress=lambda done: show(done, None))
            _say_rehearsal(new, found)
            return
        with studio.work(write=True) as work:
            planning = imports.add(work, folder, name, new, by=by, wake=studio.wake)
            work.commit()
        view = _done(ctx, studio, planning)
        if apply_it and view.state == "planned":
            view = _applied(ctx, studio, view.id, view.digest)
        _end(ctx, studio, view)


@import_group.command(name="apply")
@id_argument
@json_option
@pass_runtime
@click.pass_context
def apply_import(ctx: click.Context, runtime: Runtime, import_id: UUID) -> None:
    """Apply the plan of the import ID, or go on where it stopped; again makes nothing twice.

    Exits 1 where something could not be done.
    """
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            digest = imports.get(work, import_id, by=SYSTEM).digest
        _end(ctx, studio, _applied(ctx, studio, import_id, digest))


@import_group.command()
@id_argument
@json_option
@pass_runtime
@click.pass_context
def verify(ctx: click.Context, runtime: Runtime, import_id: UUID) -> None:
    """Read again all that the import ID made: rows, bytes and source. Exits 1 where something is not as it was made."""
    with runtime.open_studio() as studio:
        view = _asked_of(ctx, studio, import_id, "verify", imports.verify)
        _end(ctx, studio, view)
    if view.discrepancies:
        ctx.exit(1)


@import_group.command()
@id_argument
@click.option("--dry-run", is_flag=True, help="Only tell what would go and what would stay.")
@json_option
@pass_runtime
@click.pass_context
def undo(ctx: click.Context, runtime: Runtime, import_id: UUID, dry_run: bool) -> None:
    """Take back what the import ID made and nobody changed since; the rest is kept and listed."""
    with runtime.open_studio() as studio:
        if dry_run:
            _say_undo(import_id, rehearse_undo(studio, import_id, by=SYSTEM))
            return
        view = _asked_of(ctx, studio, import_id, "undo", imports.undo)
        _end(ctx, studio, view)


@import_group.command()
@id_argument
@json_option
@pass_runtime
def cancel(runtime: Runtime, import_id: UUID) -> None:
    """Stop the import ID: what waits at once, what runs after the items in hand. What is done stays."""
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            view = imports.cancel(work, import_id, by=SYSTEM)
            work.commit()
        _say(studio, view)


@import_group.command(name="list")
@click.option("--kind", type=click.Choice(IMPORT_KINDS), help="Only imports of this kind.")
@click.option("--state", "states", type=click.Choice(IMPORT_STATES), multiple=True, help="Only those in this state.")
@json_option
@pass_runtime
def list_imports(runtime: Runtime, kind: str | None, states: tuple[str, ...]) -> None:
    """List imports, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(_all(work, ImportFilter(kind=kind, states=states)))
    rows = [
        (it.id, it.kind, it.source, it.state, *(it.counts[name] for name in OUTCOMES), it.created_at) for it in found
    ]
    print_table([facts(it) for it in found], LIST_COLUMNS, rows)


@import_group.command()
@click.argument("import_id", metavar="[ID]", type=click.UUID, required=False)
@json_option
@pass_runtime
def show(runtime: Runtime, import_id: UUID | None) -> None:
    """Show the import ID, or the most recent one, with what is not as it should be."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            newest = import_id is None
            view = imports.newest(work, by=SYSTEM) if newest else imports.get(work, import_id, by=SYSTEM)  # type: ignore[arg-type]
        _say(studio, view)


@import_group.command()
@id_argument
@click.option("--outcome", "outcomes", type=click.Choice(OUTCOMES), multiple=True, help="Only items of this outcome.")
@click.option("--discrepancies", is_flag=True, help="Only items that are not as they should be.")
@json_option
@pass_runtime
def items(runtime: Runtime, import_id: UUID, outcomes: tuple[str, ...], discrepancies: bool) -> None:
    """List the items of the import ID, in the order of its plan."""
    wanted = ItemFilter(outcomes=outcomes, discrepancies=discrepancies)
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(imports.all_items(work, import_id, wanted, by=SYSTEM))
    rows = [
        (it.position, it.key, it.outcome, it.reason, it.state, it.discrepancy, it.discrepancy_message or it.message)
        for it in found
    ]
    print_table([item_facts(it) for it in found], ITEM_COLUMNS, rows)


def facts(of: ImportView) -> dict[str, Any]:
    """An import as the API says one."""
    failed = of.error_code is not None
    return {
        "id": of.id,
        "kind": of.kind,
        "source": of.source,
        "visibility": of.visibility,
        "phase": of.phase,
        "state": of.state,
        "digest": of.digest,
        "progress": {"done": of.done, "total": of.total},
        "counts": of.counts,
        "reasons": [_reason(it) for it in of.reasons],
        "results": of.results,
        "discrepancies": [{"code": it.code, "count": it.count} for it in of.discrepancies],
        "source_checked": of.source_checked,
        "error": {"code": of.error_code, "message": of.error_message} if failed else None,
        "cancel_requested": of.cancel_requested_at is not None,
        "created_by": of.created_by,
        "created_at": of.created_at,
        "updated_at": of.updated_at,
        "started_at": of.started_at,
        "finished_at": of.finished_at,
        "planned_at": of.planned_at,
        "applied_at": of.applied_at,
        "verified_at": of.verified_at,
        "undone_at": of.undone_at,
    }


def item_facts(of: ItemView) -> dict[str, Any]:
    """An item as the API says one."""
    return {
        "position": of.position,
        "key": of.key,
        "outcome": of.outcome,
        "reason": of.reason,
        "message": of.message,
        "state": of.state,
        "discrepancy": of.discrepancy,
        "discrepancy_message": of.discrepancy_message,
        "thing": None if of.thing is None else {"kind": of.thing.kind, "id": of.thing.id},
    }


def _reason(of: ReasonCount) -> dict[str, Any]:
    return {"outcome": of.outcome, "reason": of.reason, "count": of.count}


def _actor(studio: Studio, user_name: str | None) -> Actor:
    """Who asks: the command line itself, or the admin who is named; the services refuse anybody else."""
    if user_name is None:
        return SYSTEM
    with studio.work(write=False) as work:
        user = accounts.get_user_by_name(work, user_name, by=SYSTEM)
    return Actor(user.id, user.name, user.role, "system")


def _applied(ctx: click.Context, studio: Studio, import_id: UUID, digest: str | None) -> ImportView:
    def apply(work: UnitOfWork, import_id: UUID, *, by: Actor, wake: Callable[[], None]) -> ImportView:
        return imports.apply(work, None, import_id, digest or "", by=by, wake=wake)

    return _asked_of(ctx, studio, import_id, "apply", apply)


def _asked_of(ctx: click.Context, studio: Studio, import_id: UUID, phase: Phase, ask: Ask) -> ImportView:
    """Ask for a phase and stay until it is done. One that was asked for before, and not finished, is gone on with."""
    with studio.work(write=True) as work:
        there = imports.get(work, import_id, by=SYSTEM)
        if not (there.busy and there.phase == phase):
            there = ask(work, import_id, by=SYSTEM, wake=studio.wake)
            work.commit()
    return _done(ctx, studio, there)


def _done(ctx: click.Context, studio: Studio, asked: ImportView) -> ImportView:
    """Stay until it is done, here or by a running studio that was quicker."""
    try:
        with _bar(asked.phase) as shown:
            return _carried_out(studio, asked, shown)
    except KeyboardInterrupt:
        click.echo(_how_to_go_on(asked), err=True)
        ctx.exit(EXIT_INTERRUPTED)


def _carried_out(studio: Studio, asked: ImportView, shown: Show) -> ImportView:
    total = sum(asked.counts.values()) or None
    importer = Importer(
        studio.settings,
        studio.database,
        studio.blobs,
        anywhere=True,
        progress=lambda done, of: shown(done, of or total),
    )
    while True:
        importer.run_next(only=asked.id)
        with studio.work(write=False) as work:
            now = imports.get(work, asked.id, by=SYSTEM)
        if not now.busy:
            return now
        shown(now.done, now.total)
        time.sleep(POLL_SECONDS)


def _how_to_go_on(view: ImportView) -> str:
    if view.phase == "plan":
        return f"The plan of the import {view.id} is not complete; plan it again."
    return f"The import {view.id} stopped in the middle. `platemark import {view.phase} {view.id}` goes on."


@contextmanager
def _bar(what: str) -> Iterator[Show]:
    """Shows how far it is: a bar on a terminal, nothing elsewhere."""
    if json_requested() or not sys.stdout.isatty():
        yield lambda _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Console(), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _end(ctx: click.Context, studio: Studio, view: ImportView) -> None:
    """Say how it went; exit 1 where it failed or an item did."""
    _say(studio, view)
    if view.state in ("failed", "cancelled") or (view.phase == "apply" and view.results["failed"]):
        ctx.exit(1)


def _say(studio: Studio, view: ImportView) -> None:
    with studio.work(write=False) as work:
        odd = ItemFilter(discrepancies=True)
        found = list(islice(imports.all_items(work, view.id, odd, by=SYSTEM), MOST_SHOWN))
    value = {**facts(view), "discrepant_items": [item_facts(it) for it in found]}
    print_result(value, *_lines(view), *_discrepant(view, found), *_next(view))


def _say_rehearsal(new: NewImport, found: Rehearsal) -> None:
    survey = found.survey
    value = {
        "dry_run": True,
        "kind": new.kind,
        "source": new.source,
        "visibility": new.visibility,
        "digest": survey.digest,
        "counts": survey.counts,
        "reasons": [_reason(it) for it in survey.reasons],
        "items": [item_facts(it) for it in found.remarked],
    }
    shown = [f"  {it.key}: {it.outcome}, {it.reason}. {it.message}" for it in found.remarked[:MOST_SHOWN]]
    rest = sum(it.count for it in survey.reasons) - len(shown)
    more = [f"  … and {rest} more; --json tells of the first {len(found.remarked)}."] if rest > 0 else []
    head = f"A dry run of {new.kind} from {new.source}: {found.size} items. Nothing was stored."
    print_result(value, head, _counted(survey.counts), *shown, *more)


def _say_undo(import_id: UUID, found: UndoSurvey) -> None:
    value = {
        "dry_run": True,
        "undone_count": found.undone_count,
        "kept_count": found.kept_count,
        "reasons": [{"code": it.code, "count": it.count} for it in found.reasons],
        "undone": [item_facts(it) for it in found.undone],
        "kept": [item_facts(it) for it in found.kept],
    }
    shown = [f"  {it.key}: {it.discrepancy}. {it.discrepancy_message}" for it in found.kept[:MOST_SHOWN]]
    rest = found.kept_count - len(shown)
    more = [f"  … and {rest} more; --json tells of the first {len(found.kept)}."] if rest > 0 else []
    head = f"A dry run of undoing the import {import_id}. Nothing was changed."
    print_result(value, head, f"  {found.undone_count} would be taken back, {found.kept_count} kept", *shown, *more)


def _lines(view: ImportView) -> Iterator[str]:
    yield f"Import {view.id} of {view.kind} from {view.source} is {view.state} (latest asked: {view.phase})."
    if view.error_code is not None:
        yield f"  {view.error_message} ({view.error_code})"
    if view.planned_at is None:
        return
    yield _counted(view.counts)
    yield from (f"  {it.outcome}, {it.reason}: {it.count}" for it in view.reasons)
    if view.phase != "plan":
        yield "  " + ", ".join(f"{count} {name}" for name, count in view.results.items())


def _counted(counts: Any) -> str:
    return "  " + ", ".join(f"{counts[name]} {name}" for name in OUTCOMES)


def _discrepant(view: ImportView, found: Sequence[ItemView]) -> Iterator[str]:
    total = sum(it.count for it in view.discrepancies)
    if not total:
        return
    yield "1 item is not as it should be:" if total == 1 else f"{total} items are not as they should be:"
    yield from (f"  {it.key}: {it.discrepancy}. {it.discrepancy_message}" for it in found)
    if total > len(found):
        yield f"  … and {total - len(found)} more: platemark import items {view.id} --discrepancies"


def _next(view: ImportView) -> Iterator[str]:
    if view.state == "planned" and view.counts["new"] + view.counts["changed"]:
        yield f"Apply it with: platemark import apply {view.id}"
    if view.state == "planned" and view.counts["skipped"] + view.counts["conflicting"]:
        yield f"What is not taken: platemark import items {view.id} --outcome skipped --outcome conflicting"
    if view.state == "applied" and view.verified_at is None:
        yield f"Now look at it again with: platemark import verify {view.id}"


def _all(work: UnitOfWork, wanted: ImportFilter) -> Iterator[ImportView]:
    page = imports.list_imports(work, wanted, PageRequest(PAGE), by=SYSTEM)
    yield from page.items
    while page.next_after is not None:
        page = imports.list_imports(work, wanted, PageRequest(PAGE, page.next_after), by=SYSTEM)
        yield from page.items
