"""Dry runs: what a plan would find, and what an undo would remove and keep. Only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from platemark.access import Actor
from platemark.choices import IMPORTS_OF_FILES
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.imports import journal
from platemark.imports.execution import undo
from platemark.imports.execution.phase_context import import_spec, owner_of
from platemark.imports.execution.plan import PlanBuilder, scan_and_diff
from platemark.imports.items import MAX_REASONS, Diff, FoundItem, Item
from platemark.imports.kinds.protocol import RemovedByUndo
from platemark.imports.kinds.registry import KINDS
from platemark.imports.reading import sources
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.imports.views import DiscrepancyCount, ImportView, ItemView, NewFolderImport, PlanDryRun, UndoDryRun
from platemark.studio import Studio

MAX_LISTED = 1000
BATCH = 500


def dry_run_plan(studio: Studio, new: NewFolderImport, *, by: Actor, progress: Callable[[int], None]) -> PlanDryRun:
    """Scan any folder and compare it with the studio, as a plan would; ``progress`` gets the number of items so far."""
    spec = import_spec(studio.settings, new_id(), new, by)
    plan, listed, quiet = PlanBuilder(spec), list[ItemView](), list[ItemView]()

    def read_work() -> UnitOfWork:
        return studio.work(write=False)

    is_file, folders = new.kind in IMPORTS_OF_FILES, studio.settings.import_folders
    with sources.open_source(new.folder, folders, is_file=is_file, any_folder=True) as source:
        for planned in scan_and_diff(source, KINDS[new.kind], spec, str(new.folder), read_work):
            for position, (found, diff) in enumerate(planned, plan.size):
                if diff.reason is not None and len(chosen := quiet if diff.reason.quiet else listed) < MAX_LISTED:
                    chosen.append(_planned_item(position, found, diff, diff.reason))
            plan.add(planned)
            progress(plan.size)
    name = sources.name_of(studio.settings.import_folders, new.folder)
    return PlanDryRun(source=name, summary=plan.summary, size=plan.size, items=[*listed, *quiet][:MAX_LISTED])


def dry_run_undo(studio: Studio, view: ImportView) -> UndoDryRun:
    """What an undo of this import would do with what is in the studio now, item by item."""
    spec = import_spec(studio.settings, view.id, view, owner_of(view.created_by))
    removed, before = RemovedByUndo(), undo.AFTER_LAST
    undone, kept, reasons = _FirstItems(), _FirstItems(), Counter[str]()
    while True:
        with studio.work(write=False) as work:
            items = journal.items_before(work, view.id, before, journal.to_undo(), limit=BATCH)
            results = undo.dry_run_batch(work, KINDS[view.kind], spec, items, removed)
        if not items:
            break
        before = items[-1].position
        for item, reason in results:
            (undone if reason is None else kept).add(item, reason)
            reasons.update([] if reason is None else [reason.code])
    codes = sorted(reasons.items(), key=lambda it: (-it[1], it[0]))[:MAX_REASONS]
    return UndoDryRun(
        undone_count=undone.size,
        kept_count=kept.size,
        reasons=[DiscrepancyCount(code, count) for code, count in codes],
        undone=undone.views,
        kept=kept.views,
    )


class _FirstItems:
    """Counts items and keeps views of the first ``MAX_LISTED``."""

    def __init__(self) -> None:
        self.size = 0
        self.views: list[ItemView] = []

    def add(self, item: Item, reason: Reason | None) -> None:
        self.size += 1
        if len(self.views) < MAX_LISTED:
            self.views.append(_undone_item(item, reason))


def _planned_item(position: int, found: FoundItem, diff: Diff, reason: Reason) -> ItemView:
    return ItemView(
        position=position,
        key=found.key,
        outcome=diff.outcome,
        reason=reason.code,
        message=reason.message,
        state="planned",
        discrepancy=None,
        discrepancy_message="",
        thing=diff.thing,
    )


def _undone_item(item: Item, reason: Reason | None) -> ItemView:
    return ItemView(
        position=item.position,
        key=item.key,
        outcome=item.outcome,
        reason=item.reason,
        message="",
        state="undone" if reason is None else "kept",
        discrepancy=None if reason is None else reason.code,
        discrepancy_message="" if reason is None else one_line(reason.message, journal.MAX_MESSAGE),
        thing=item.thing,
    )
