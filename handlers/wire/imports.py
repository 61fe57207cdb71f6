"""Imports on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from generated import models
from handlers.wire.common import enum_values, next_cursor
from platemark.ids import cursor_for
from platemark.imports.items import Thing
from platemark.imports.service import page_position
from platemark.imports.views import ImportFilter, ImportView, ItemFilter, ItemView, NewImport, SourceView, UndoDryRun
from platemark.paging import Page
from platemark.stored_rows import read_all

CSV_COLUMNS = (
    "position", "key", "outcome", "reason", "message", "state", "discrepancy", "discrepancy_message", "thing_kind",
    "thing_id", "cursor",
)  # fmt: skip


def import_(view: ImportView) -> models.Import:
    """An import."""
    return models.Import(
        id=view.id,
        kind=models.ImportKind(view.kind),
        source=view.source,
        visibility=models.Visibility(view.visibility),
        albums=models.ImportAlbums(view.albums),
        phase=models.ImportPhase(view.phase),
        state=models.ImportState(view.state),
        digest=view.digest,
        progress=models.ImportProgress(done=view.done, total=view.total),
        counts=_counts(view.counts),
        reasons=[
            models.ImportReason(outcome=models.ImportOutcome(reason.outcome), reason=reason.reason, count=reason.count)
            for reason in view.reasons
        ],
        results=_results(view.results),
        discrepancies=[models.ImportDiscrepancies(code=entry.code, count=entry.count) for entry in view.discrepancies],
        source_checked=view.source_checked,
        error=_failure(view),
        cancel_requested=view.cancel_requested_at is not None,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
        started_at=view.started_at,
        finished_at=view.finished_at,
        planned_at=view.planned_at,
        applied_at=view.applied_at,
        verified_at=view.verified_at,
        undone_at=view.undone_at,
    )


def import_page(page: Page[ImportView]) -> models.ImportPage:
    """A page of imports."""
    return models.ImportPage(items=read_all(import_, page.items), next_cursor=next_cursor(page))


def import_item(view: ItemView) -> models.ImportItem:
    """An item."""
    return models.ImportItem(
        position=view.position,
        key=view.key,
        outcome=models.ImportOutcome(view.outcome),
        reason=view.reason,
        message=view.message,
        state=models.ImportItemState(view.state),
        discrepancy=view.discrepancy,
        discrepancy_message=view.discrepancy_message,
        thing=None if view.thing is None else _thing(view.thing),
    )


def import_item_page(page: Page[ItemView]) -> models.ImportItemPage:
    """A page of items."""
    return models.ImportItemPage(items=read_all(import_item, page.items), next_cursor=next_cursor(page))


def import_items_csv(page: Page[ItemView]) -> bytes:
    """Items as CSV in UTF-8; each line has the cursor that continues after it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    writer.writerows(_csv_row(view) for view in page.items)
    return out.getvalue().encode()


def undo_survey(view: UndoDryRun) -> models.ImportUndoSurvey:
    """The dry run of an undo."""
    return models.ImportUndoSurvey(
        dry_run=True,
        undone_count=view.undone_count,
        kept_count=view.kept_count,
        reasons=[models.ImportDiscrepancies(code=entry.code, count=entry.count) for entry in view.reasons],
        undone=[import_item(item) for item in view.undone],
        kept=[import_item(item) for item in view.kept],
    )


def import_sources(sources: Sequence[SourceView]) -> models.ImportSources:
    """The folders that imports may read."""
    return models.ImportSources(items=[models.ImportSource(name=view.name, readable=view.readable) for view in sources])


def new_import(body: models.ImportCreate) -> NewImport:
    """The import to plan."""
    return NewImport(
        kind=body.kind.value, source=body.source, visibility=body.visibility.value, albums=body.albums.value
    )  # fmt: skip


def import_filter(kind: models.ImportKind | None, state: list[models.ImportState] | None) -> ImportFilter:
    """The filter of a list of imports."""
    return ImportFilter(kind=None if kind is None else kind.value, states=enum_values(state))


def item_filter(outcome: list[models.ImportOutcome] | None, *, discrepancies: bool) -> ItemFilter:
    """The filter of a list of items."""
    return ItemFilter(outcomes=enum_values(outcome), discrepancies=discrepancies)


def _csv_row(view: ItemView) -> tuple[object, ...]:
    thing_kind, thing_id = ("", "") if view.thing is None else (view.thing.kind, view.thing.id)
    return (
        view.position, view.key, view.outcome, view.reason or "", view.message, view.state, view.discrepancy or "",
        view.discrepancy_message, thing_kind, thing_id, cursor_for(page_position(view)),
    )  # fmt: skip


def _counts(counts: Mapping[str, int]) -> models.ImportCounts:
    return models.ImportCounts(
        new=counts.get("new", 0),
        unchanged=counts.get("unchanged", 0),
        changed=counts.get("changed", 0),
        conflicting=counts.get("conflicting", 0),
        skipped=counts.get("skipped", 0),
    )


def _results(results: Mapping[str, int]) -> models.ImportResults:
    return models.ImportResults(
        applied=results.get("applied", 0),
        failed=results.get("failed", 0),
        undone=results.get("undone", 0),
        kept=results.get("kept", 0),
    )


def _failure(view: ImportView) -> models.ImportFailure | None:
    if view.error_code is None:
        return None
    return models.ImportFailure(code=view.error_code, message=view.error_message or "")


def _thing(thing: Thing) -> models.ImportThing:
    return models.ImportThing(kind=models.ImportThingKind(thing.kind), id=thing.id)
