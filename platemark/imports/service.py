"""Rules of imports: who may request what, and when. A request is only recorded; ``execution.runner`` carries it out.

    plan ──▶ planned ──apply──▶ applied ──verify──▶ applied
                         │          └─────undo────▶ undone
                         └─ failed, cancelled: apply resumes the import, undo removes what it has made so far

While a phase is ``queued`` or ``running``, the only request accepted is to cancel it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from platemark.access import Actor, require_role
from platemark.choices import IMPORTS_OF_FILES
from platemark.db.rows import insert_row, update_row
from platemark.db.tables import ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.ids import new_id
from platemark.imports import queries
from platemark.imports.execution.lease import is_owner_dead, record_state
from platemark.imports.items import OUTCOMES, RESULTS
from platemark.imports.reading import sources
from platemark.imports.views import (
    ImportFilter,
    ImportView,
    ItemFilter,
    ItemView,
    NewFolderImport,
    NewImport,
    Phase,
    SourceView,
    UndoDryRun,
)
from platemark.paging import Page, PageRequest
from platemark.studio import Studio

MAX_CSV_ITEMS = 5000


def list_sources(studio: Studio, *, by: Actor) -> list[SourceView]:
    """The configured folders that imports may read over the API."""
    require_role(by, "admin")
    folders = studio.settings.import_folders
    return [SourceView(name, sources.is_readable(folder)) for name, folder in folders.items()]


def list_imports(work: UnitOfWork, filters: ImportFilter, page: PageRequest, *, by: Actor) -> Page[ImportView]:
    """Imports, newest first."""
    require_role(by, "admin")
    rows = queries.list_imports(work, filters, page)
    items = [queries.import_view(row) for row in rows[: page.limit]]
    return Page(items, items[-1].id if len(rows) > page.limit else None)


def get_import(work: UnitOfWork, import_id: UUID, *, by: Actor) -> ImportView:
    """The import with the figures of its plan and its discrepancies."""
    require_role(by, "admin")
    row = queries.find_import(work, import_id)
    if row is None:
        raise NotFound("import", import_id)
    return queries.import_view(row)


def get_newest_import(work: UnitOfWork, *, by: Actor) -> ImportView:
    """The most recent import; NotFound where there is none."""
    page = list_imports(work, ImportFilter(), PageRequest(1), by=by)
    if not page.items:
        raise NotFound("import", "yet")
    return page.items[0]


def list_items(
    work: UnitOfWork, import_id: UUID, filters: ItemFilter, page: PageRequest, *, by: Actor
) -> Page[ItemView]:
    """Items in plan order; ``page.after`` is the ``page_position`` of the last item of the page before."""
    get_import(work, import_id, by=by)
    rows = queries.list_items(work, import_id, filters, page.after, page.limit)
    items = [queries.item_view(row) for row in rows[: page.limit]]
    return Page(items, page_position(items[-1]) if len(rows) > page.limit else None)


def page_position(item: ItemView) -> UUID:
    """The item's position in the plan, as the 16 bytes of a cursor."""
    return UUID(int=item.position)


def iter_items(work: UnitOfWork, import_id: UUID, filters: ItemFilter, *, by: Actor) -> Iterator[ItemView]:
    """Every item in plan order, read a page at a time."""
    page = list_items(work, import_id, filters, PageRequest(MAX_CSV_ITEMS), by=by)
    yield from page.items
    while page.next_after is not None:
        page = list_items(work, import_id, filters, PageRequest(MAX_CSV_ITEMS, page.next_after), by=by)
        yield from page.items


def create_import(work: UnitOfWork, studio: Studio, new: NewImport, *, by: Actor) -> ImportView:
    """Request the plan of what lies in a configured folder; Unprocessable ``import_source_unknown`` for any other."""
    require_role(by, "admin")
    is_file = new.kind in IMPORTS_OF_FILES
    folder = sources.path_of(studio.settings.import_folders, new.source, is_file=is_file)
    new_folder = NewFolderImport(kind=new.kind, folder=folder, visibility=new.visibility, albums=new.albums)
    return create_folder_import(work, studio, new_folder, by=by)


def create_folder_import(work: UnitOfWork, studio: Studio, new: NewFolderImport, *, by: Actor) -> ImportView:
    """Request the plan of any folder, for an operator with access to the disk."""
    require_role(by, "admin")
    import_id, now = new_id(), work.now()
    values = {
        "id": import_id, "kind": new.kind, "source": sources.name_of(studio.settings.import_folders, new.folder),
        "folder": str(new.folder), "visibility": new.visibility, "albums": new.albums, "phase": "plan",
        "state": "queued", "done": 0, "counts": dict.fromkeys(OUTCOMES, 0), "reasons": [],
        "results": dict.fromkeys(RESULTS, 0), "discrepancies": [], "token": 0, "trace_id": work.trace_id,
        "created_by": by.user_id, "created_at": now, "updated_at": now,
    }  # fmt: skip
    insert_row(work, ImportRow, dict.fromkeys(ImportRow.__table__.columns.keys()) | values)
    record_state(work, import_id, "plan", "queued")
    work.after_commit(studio.check_imports)
    return get_import(work, import_id, by=by)


def apply_import(
    work: UnitOfWork, studio: Studio, import_id: UUID, digest: str, *, by: Actor, any_folder: bool = False
) -> ImportView:
    """Request an apply of the plan with this digest, or resume one that stopped halfway; nothing is made twice.

    Only configured folders are read, or with ``any_folder`` whichever the import names. Conflict
    ``import_not_planned``, ``import_undone``, ``import_busy``, ``import_source_gone``, and ``import_stale`` where the
    digest is not the plan's or another import of the kind was applied or undone since.
    """
    row = _lock_idle(work, import_id, by)
    if row.planned_at is None:
        raise Conflict("import_not_planned", "The import has no plan yet.")
    _require_not_undone(row)
    if digest != row.digest:
        raise Conflict("import_stale", "The digest does not match the plan. Read the import again.")
    if row.phase == "plan" and queries.is_overtaken(work, row):
        raise Conflict("import_stale", "Another import was applied or undone since this plan was made. Plan again.")
    if not any_folder:
        _require_configured_folder(studio, row)
    return _request(work, studio, row, "apply", by=by)


def verify_import(work: UnitOfWork, studio: Studio, import_id: UUID, *, by: Actor) -> ImportView:
    """Request that everything the import made is read again; Conflict ``import_not_applied``, ``import_busy``."""
    row = _lock_idle(work, import_id, by)
    if row.applied_at is None or row.phase == "undo":
        raise Conflict("import_not_applied", "The import is not applied: there is nothing to verify.")
    return _request(work, studio, row, "verify", by=by)


def undo_import(work: UnitOfWork, studio: Studio, import_id: UUID, *, by: Actor) -> ImportView:
    """Request that everything the import made is removed again, except what somebody changed since.

    Conflict ``import_not_applied``, ``import_undone``, ``import_busy``.
    """
    row = _lock_idle(work, import_id, by)
    _require_undoable(row)
    return _request(work, studio, row, "undo", by=by)


def dry_run_undo(studio: Studio, import_id: UUID, *, by: Actor) -> UndoDryRun:
    """What ``undo_import`` would do now, item by item, refused for the same reasons.

    Reads only, in short transactions of its own, so that nobody waits for it.
    """
    with studio.work(write=False) as work:
        get_import(work, import_id, by=by)
        row = _require_idle(queries.read_import(work, import_id))
        _require_undoable(row)
        view = queries.import_view(row)
    from platemark.imports.execution import dry_run  # loaded with the first dry run, like the runner

    return dry_run.dry_run_undo(studio, view)


def cancel_import(work: UnitOfWork, import_id: UUID, *, by: Actor) -> ImportView:
    """Cancel a queued phase at once, a running one after its current batch; Conflict ``import_not_busy``."""
    row = _lock(work, import_id, by)
    now = work.now()
    if row.state == "queued":
        _update(work, row, state="cancelled", finished_at=now)
        record_state(work, row.id, row.phase, "cancelled")
    elif row.state == "running":
        _update(work, row, cancel_requested_at=row.cancel_requested_at or now)
    else:
        raise Conflict("import_not_busy", "The import is neither queued nor running: there is nothing to cancel.")
    return get_import(work, import_id, by=by)


def delete_unapplied_plans(work: UnitOfWork, older_than: datetime) -> int:
    """Delete plans that were finished before ``older_than`` and never applied, with their items; how many."""
    idle = ImportRow.state.in_(("planned", "failed", "cancelled"))
    old = delete(ImportRow).where(ImportRow.phase == "plan", idle, ImportRow.finished_at < older_than)
    return len(work.session.execute(old.returning(ImportRow.id)).all())


def _lock_idle(work: UnitOfWork, import_id: UUID, by: Actor) -> Any:
    """The import, locked; Conflict while a live process works on it or it waits for one."""
    return _require_idle(_lock(work, import_id, by))


def _lock(work: UnitOfWork, import_id: UUID, by: Actor) -> Any:
    require_role(by, "admin")
    row = queries.lock_import(work, import_id)
    if row is None:
        raise NotFound("import", import_id)
    return row


def _request(work: UnitOfWork, studio: Studio, row: Any, phase: Phase, *, by: Actor) -> ImportView:
    _update(
        work, row, phase=phase, state="queued", done=0, owner=None, lease_until=None, token=row.token + 1,
        error_code=None, error_message=None, cancel_requested_at=None, started_at=None, finished_at=None,
        trace_id=work.trace_id,
    )  # fmt: skip
    record_state(work, row.id, phase, "queued")
    work.after_commit(studio.check_imports)
    return get_import(work, row.id, by=by)


def _update(work: UnitOfWork, row: Any, **values: Any) -> None:
    update_row(work, ImportRow, row.id, values | {"updated_at": work.now()})


def _require_idle(row: Any) -> Any:
    abandoned = row.state == "running" and (row.expired or is_owner_dead(row.owner))
    if row.state in ("queued", "running") and not abandoned:
        raise Conflict("import_busy", f"The import is {row.state} ({row.phase}). Wait for it, or cancel it.")
    return row


def _require_undoable(row: Any) -> None:
    if row.phase == "plan":
        raise Conflict("import_not_applied", "The import was never applied: there is nothing to undo.")
    if row.undone_at is not None:
        raise Conflict("import_undone", "The import was undone already.")


def _require_not_undone(row: Any) -> None:
    if row.undone_at is not None or row.phase == "undo":
        raise Conflict("import_undone", "The import was undone. Plan a new one.")


def _require_configured_folder(studio: Studio, row: Any) -> None:
    if not sources.is_within(studio.settings.import_folders, Path(row.folder)):
        raise Conflict("import_source_gone", "The import's folder is not one that the API may read.")
