"""What ``platemark import …`` prints: imports, their items, and dry runs, as JSON and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM
from platemark.cli.output import print_result, print_table
from platemark.imports import service as imports
from platemark.imports.items import OUTCOMES
from platemark.imports.views import (
    DiscrepancyCount,
    ImportView,
    ItemFilter,
    ItemView,
    NewFolderImport,
    PlanDryRun,
    ReasonCount,
    UndoDryRun,
)
from platemark.studio import Studio

MAX_SHOWN = 20
IMPORT_COLUMNS = ("id", "kind", "source", "state", "new", "unchanged", "changed", "conflicting", "skipped", "created")
ITEM_COLUMNS = ("position", "key", "outcome", "reason", "state", "discrepancy", "message")


def print_import(studio: Studio, view: ImportView) -> None:
    """Print an import with its first discrepant items and the commands that come next."""
    with studio.work(write=False) as work:
        discrepant = imports.iter_items(work, view.id, ItemFilter(discrepancies=True), by=SYSTEM)
        items = list(islice(discrepant, MAX_SHOWN))
    value = {**import_json(view), "discrepant_items": [item_json(it) for it in items]}
    print_result(value, *_import_lines(view), *_discrepancy_lines(view, items), *_next_steps(view))


def print_imports(views: Sequence[ImportView]) -> None:
    """Print a table of imports."""
    rows = [
        (it.id, it.kind, it.source, it.state, *(it.counts[name] for name in OUTCOMES), it.created_at) for it in views
    ]
    print_table([import_json(it) for it in views], IMPORT_COLUMNS, rows)


def print_items(items: Sequence[ItemView]) -> None:
    """Print a table of items."""
    rows = [
        (it.position, it.key, it.outcome, it.reason, it.state, it.discrepancy, it.discrepancy_message or it.message)
        for it in items
    ]
    print_table([item_json(it) for it in items], ITEM_COLUMNS, rows)


def print_plan_dry_run(new: NewFolderImport, result: PlanDryRun) -> None:
    """Print what a plan would say."""
    summary = result.summary
    value = {
        "dry_run": True,
        "kind": new.kind,
        "source": result.source,
        "visibility": new.visibility,
        "albums": new.albums,
        "digest": summary.digest,
        "counts": summary.counts,
        "reasons": [_reason_json(it) for it in summary.reasons],
        "items": [item_json(it) for it in result.items],
    }
    shown = [f"  {it.key}: {it.outcome}, {it.reason}. {it.message}" for it in result.items[:MAX_SHOWN]]
    rest = sum(it.count for it in summary.reasons) - len(shown)
    head = f"Dry run of {new.kind} from {result.source}: {result.size} items. Nothing was stored."
    print_result(value, head, _counts_line(summary.counts), *shown, *_more_lines(rest, len(result.items)))


def print_undo_dry_run(import_id: UUID, result: UndoDryRun) -> None:
    """Print what an undo would do."""
    value = {
        "dry_run": True,
        "undone_count": result.undone_count,
        "kept_count": result.kept_count,
        "reasons": [_discrepancy_json(it) for it in result.reasons],
        "undone": [item_json(it) for it in result.undone],
        "kept": [item_json(it) for it in result.kept],
    }
    shown = [f"  {it.key}: {it.discrepancy}. {it.discrepancy_message}" for it in result.kept[:MAX_SHOWN]]
    rest = result.kept_count - len(shown)
    head = f"Dry run of undoing import {import_id}. Nothing was changed."
    counts = f"  {result.undone_count} would be undone, {result.kept_count} kept"
    print_result(value, head, counts, *shown, *_more_lines(rest, len(result.kept)))


def import_json(view: ImportView) -> dict[str, Any]:
    """An import with the fields that the API gives it."""
    failed = view.error_code is not None
    return {
        "id": view.id,
        "kind": view.kind,
        "source": view.source,
        "visibility": view.visibility,
        "albums": view.albums,
        "phase": view.phase,
        "state": view.state,
        "digest": view.digest,
        "progress": {"done": view.done, "total": view.total},
        "counts": view.counts,
        "reasons": [_reason_json(it) for it in view.reasons],
        "results": view.results,
        "discrepancies": [_discrepancy_json(it) for it in view.discrepancies],
        "source_checked": view.source_checked,
        "error": {"code": view.error_code, "message": view.error_message} if failed else None,
        "cancel_requested": view.cancel_requested_at is not None,
        "created_by": view.created_by,
        "created_at": view.created_at,
        "updated_at": view.updated_at,
        "started_at": view.started_at,
        "finished_at": view.finished_at,
        "planned_at": view.planned_at,
        "applied_at": view.applied_at,
        "verified_at": view.verified_at,
        "undone_at": view.undone_at,
    }


def item_json(view: ItemView) -> dict[str, Any]:
    """An item with the fields that the API gives it."""
    return {
        "position": view.position,
        "key": view.key,
        "outcome": view.outcome,
        "reason": view.reason,
        "message": view.message,
        "state": view.state,
        "discrepancy": view.discrepancy,
        "discrepancy_message": view.discrepancy_message,
        "thing": None if view.thing is None else {"kind": view.thing.kind, "id": view.thing.id},
    }


def _reason_json(count: ReasonCount) -> dict[str, Any]:
    return {"outcome": count.outcome, "reason": count.reason, "count": count.count}


def _discrepancy_json(count: DiscrepancyCount) -> dict[str, Any]:
    return {"code": count.code, "count": count.count}


def _import_lines(view: ImportView) -> Iterator[str]:
    yield f"Import {view.id} of {view.kind} from {view.source}: {view.state} (last phase: {view.phase})."
    if view.error_code is not None:
        yield f"  {view.error_message} ({view.error_code})"
    if view.planned_at is None:
        return
    yield _counts_line(view.counts)
    yield from (f"  {it.outcome}, {it.reason}: {it.count}" for it in view.reasons)
    if view.phase != "plan":
        yield "  " + ", ".join(f"{count} {name}" for name, count in view.results.items())


def _counts_line(counts: Mapping[str, int]) -> str:
    return "  " + ", ".join(f"{counts[name]} {name}" for name in OUTCOMES)


def _discrepancy_lines(view: ImportView, items: Sequence[ItemView]) -> Iterator[str]:
    total = sum(it.count for it in view.discrepancies)
    if not total:
        return
    yield "1 item has a discrepancy:" if total == 1 else f"{total} items have discrepancies:"
    yield from (f"  {it.key}: {it.discrepancy}. {it.discrepancy_message}" for it in items)
    if total > len(items):
        yield f"  … and {total - len(items)} more: platemark import items {view.id} --discrepancies"


def _more_lines(rest: int, listed: int) -> list[str]:
    return [f"  … and {rest} more; --json lists the first {listed}."] if rest > 0 else []


def _next_steps(view: ImportView) -> Iterator[str]:
    if view.state == "planned" and view.counts["new"] + view.counts["changed"]:
        yield f"Apply it: platemark import apply {view.id}"
    if view.state == "planned" and view.counts["skipped"] + view.counts["conflicting"]:
        yield f"List what is not imported: platemark import items {view.id} --outcome skipped --outcome conflicting"
    if view.state == "applied" and view.verified_at is None:
        yield f"Verify it: platemark import verify {view.id}"
