"""What admins can ask of imports: a request is recorded here, and ``imports.execution.runner`` carries it out.

    plan ──▶ planned ──apply──▶ applied ──verify──▶ applied
                         │          └─────undo────▶ undone
                         └─ failed, cancelled: apply again goes on, undo takes back what is there

A phase that waits or runs is ``queued`` or ``running``; meanwhile nothing else can be asked for but to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, null, select, update

from platemark.access import Actor, require_role
from platemark.db.tables import ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.ids import new_id
from platemark.imports import queries
from platemark.imports.execution.lease import is_dead, tell, within
from platemark.imports.reading import sources
from platemark.imports.views import (
    OUTCOMES,
    RESULTS,
    ImportFilter,
    ImportView,
    ItemFilter,
    ItemView,
    NewImport,
    Phase,
    SourceView,
)
from platemark.paging import Page, PageRequest

Folders = Mapping[str, Path]
Wake = Callable[[], None]
MOST_LINES = 5000


def list_sources(folders: Folders, *, by: Actor) -> list[SourceView]:
    """The folders that imports may read over the API."""
    require_role(by, "admin")
    return [SourceView(name, sources.readable(folder)) for name, folder in folders.items()]


def list_imports(work: UnitOfWork, wanted: ImportFilter, page: PageRequest, *, by: Actor) -> Page[ImportView]:
    """Imports, newest first."""
    require_role(by, "admin")
    rows = work.session.scalars(queries.imports_page(wanted, page)).all()
    items = [queries.view(row) for row in rows[: page.limit]]
    return Page(items, items[-1].id if len(rows) > page.limit else None)


def get(work: UnitOfWork, import_id: UUID, *, by: Actor) -> ImportView:
    """The import with what its plan found and what is not as it should be."""
    require_role(by, "admin")
    row = work.session.scalars(queries.one(import_id)).one_or_none()
    if row is None:
        raise NotFound("import", import_id)
    return queries.view(row)


def newest(work: UnitOfWork, *, by: Actor) -> ImportView:
    """The most recent import; NotFound where there is none."""
    page = list_imports(work, ImportFilter(), PageRequest(1), by=by)
    if not page.items:
        raise NotFound("import", "yet")
    return page.items[0]


def list_items(
    work: UnitOfWork, import_id: UUID, wanted: ItemFilter, page: PageRequest, *, by: Actor
) -> Page[ItemView]:
    """Items in the order of the plan; ``page.after`` holds a position (``mark_of``) that a page before ended with."""
    get(work, import_id, by=by)
    rows = work.session.execute(queries.items_page(import_id, wanted, page.after, page.limit)).all()
    items = [queries.item_view(row) for row in rows[: page.limit]]
    return Page(items, mark_of(items[-1]) if len(rows) > page.limit else None)


def mark_of(item: ItemView) -> UUID:
    """Where in a plan a page ended, in the 16 bytes of a cursor."""
    return UUID(int=item.position)


def all_items(work: UnitOfWork, import_id: UUID, wanted: ItemFilter, *, by: Actor) -> Iterator[ItemView]:
    """Every item, read a page at a time."""
    page = list_items(work, import_id, wanted, PageRequest(MOST_LINES), by=by)
    yield from page.items
    while page.next_after is not None:
        page = list_items(work, import_id, wanted, PageRequest(MOST_LINES, page.next_after), by=by)
        yield from page.items


def create(work: UnitOfWork, folders: Folders, new: NewImport, *, by: Actor, wake: Wake) -> ImportView:
    """Have a configured folder planned; Unprocessable ``import_source_unknown`` for any other."""
    require_role(by, "admin")
    folder = sources.folder_of(folders, new.source)
    return add(work, folder, sources.name_of(folders, folder), new, by=by, wake=wake)


def add(work: UnitOfWork, folder: Path, name: str, new: NewImport, *, by: Actor, wake: Wake) -> ImportView:
    """Have any folder planned, for an operator who named it; the folder as the disk knows it, without links."""
    require_role(by, "admin")
    import_id, now = new_id(), work.now()
    work.session.execute(
        insert(ImportRow).values(
            id=import_id, kind=new.kind, source=name, folder=str(folder), visibility=new.visibility, phase="plan",
            state="queued", done=0, counts=dict.fromkeys(OUTCOMES, 0), reasons=[], results=dict.fromkeys(RESULTS, 0),
            discrepancies=[], token=0, trace_id=work.trace_id, created_by=by.user_id, created_at=now, updated_at=now,
        )
    )  # fmt: skip
    tell(work, import_id, "plan", "queued")
    work.after_commit(wake)
    return get(work, import_id, by=by)


def apply(
    work: UnitOfWork, folders: Folders | None, import_id: UUID, digest: str, *, by: Actor, wake: Wake
) -> ImportView:
    """Have the plan with this digest applied, or an apply that stopped halfway go on; again makes nothing twice.

    ``folders`` are those that may be read, None for any. Conflict ``import_not_planned``, ``import_undone``,
    ``import_busy``, and ``import_stale`` for another digest or a plan that another import has overtaken.
    """
    row = _to_ask(work, import_id, by)
    if row.planned_at is None:
        raise Conflict("import_not_planned", "The import has no plan yet.")
    _refuse_undone(row)
    if digest != row.digest:
        raise Conflict("import_stale", "The digest is not that of the plan: read the import again.")
    if row.phase == "plan" and work.session.scalar(queries.overtaken(row)):
        raise Conflict("import_stale", "Another import changed what is here since this was planned: plan it again.")
    _require_source(folders, row)
    return _ask(work, row, "apply", by=by, wake=wake)


def verify(work: UnitOfWork, import_id: UUID, *, by: Actor, wake: Wake) -> ImportView:
    """Have all that the import made read again; Conflict ``import_not_applied``, ``import_busy``."""
    row = _to_ask(work, import_id, by)
    if row.applied_at is None or row.phase == "undo":
        raise Conflict("import_not_applied", "Nothing of the import stands: there is nothing to verify.")
    return _ask(work, row, "verify", by=by, wake=wake)


def undo(work: UnitOfWork, import_id: UUID, *, by: Actor, wake: Wake) -> ImportView:
    """Have all taken back that nobody changed since.

    Conflict ``import_not_applied``, ``import_undone``, ``import_busy``.
    """
    row = _to_ask(work, import_id, by)
    _require_applied(row)
    return _ask(work, row, "undo", by=by, wake=wake)


def to_undo(work: UnitOfWork, import_id: UUID, *, by: Actor) -> ImportView:
    """An import that ``undo`` would take, and as it refuses one that it would not. Only reads."""
    get(work, import_id, by=by)
    row = _not_busy(work, work.session.scalars(queries.one(import_id)).one())
    _require_applied(row)
    return queries.view(row)


def cancel(work: UnitOfWork, import_id: UUID, *, by: Actor) -> ImportView:
    """Stop what waits at once, and what runs after the items in hand; Conflict ``import_not_busy``."""
    row = _locked(work, import_id, by)
    now = work.now()
    if row.state == "queued":
        _write(work, row, state="cancelled", finished_at=now)
        tell(work, row.id, row.phase, "cancelled")
    elif row.state == "running":
        _write(work, row, cancel_requested_at=row.cancel_requested_at or now)
    else:
        raise Conflict("import_not_busy", "Nothing waits or runs: there is nothing to stop.")
    return get(work, import_id, by=by)


def forget_plans(work: UnitOfWork, older_than: datetime) -> int:
    """Delete the plans that were made before ``older_than`` and never applied, with their items; how many went."""
    idle = ImportRow.state.in_(("planned", "failed", "cancelled"))
    old = delete(ImportRow).where(ImportRow.phase == "plan", idle, ImportRow.finished_at < older_than)
    return len(work.session.execute(old.returning(ImportRow.id)).all())


def _to_ask(work: UnitOfWork, import_id: UUID, by: Actor) -> ImportRow:
    """The import, locked; Conflict where something is being done with it by somebody who is alive."""
    return _not_busy(work, _locked(work, import_id, by))


def _not_busy(work: UnitOfWork, row: ImportRow) -> ImportRow:
    over = work.session.scalar(select(queries.lease_is_over()).where(ImportRow.id == row.id))
    abandoned = row.state == "running" and (over or is_dead(row.owner))
    if row.state in ("queued", "running") and not abandoned:
        raise Conflict("import_busy", f"The import is {row.state} ({row.phase}): wait, or stop it.")
    return row


def _locked(work: UnitOfWork, import_id: UUID, by: Actor) -> ImportRow:
    require_role(by, "admin")
    row = work.session.scalars(queries.one(import_id).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("import", import_id)
    return row


def _ask(work: UnitOfWork, row: ImportRow, phase: Phase, *, by: Actor, wake: Wake) -> ImportView:
    _write(
        work, row, phase=phase, state="queued", done=0, owner=null(), lease_until=null(), token=row.token + 1,
        error_code=null(), error_message=null(), cancel_requested_at=null(), started_at=null(), finished_at=null(),
        trace_id=work.trace_id,
    )  # fmt: skip
    tell(work, row.id, phase, "queued")
    work.after_commit(wake)
    return get(work, row.id, by=by)


def _write(work: UnitOfWork, row: ImportRow, **values: Any) -> None:
    changed = update(ImportRow).where(ImportRow.id == row.id).values(**values, updated_at=work.now())
    work.session.execute(changed.execution_options(synchronize_session=False))


def _require_applied(row: ImportRow) -> None:
    if row.phase == "plan":
        raise Conflict("import_not_applied", "The import was never applied: there is nothing to undo.")
    if row.undone_at is not None:
        raise Conflict("import_undone", "The import was undone already.")


def _refuse_undone(row: ImportRow) -> None:
    if row.undone_at is not None or row.phase == "undo":
        raise Conflict("import_undone", "The import was undone: plan a new one.")


def _require_source(folders: Folders | None, row: ImportRow) -> None:
    if folders is not None and not within(folders, Path(row.folder)):
        raise Conflict("import_source_gone", "The import's folder is not one that may be read over the API.")
