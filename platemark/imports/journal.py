"""The journal: one row per item of a plan. It records each step of an apply, so that a crashed import can resume.

An item goes from ``planned`` to ``keeping`` (its row holds the digests of the blobs about to be stored) to
``applied``, or to ``failed``; an undo makes it ``undone`` or ``kept``. Each state is written in the transaction that
makes it true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import id_at, new_id
from platemark.imports.items import (
    MAX_REASONS,
    OUTCOMES_TO_APPLY,
    RESULTS,
    AppliedItem,
    Diff,
    FoundItem,
    Item,
    PreviousItem,
    Thing,
    ThingKind,
)
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason

STATES_TO_APPLY = ("planned", "keeping", "failed")
MAX_MESSAGE = 500
ITEMS = ImportItemRow.__table__


@dataclass(frozen=True, slots=True)
class PendingBlobs:
    """The digests of an item's blobs that are about to be stored and that the store does not have yet."""

    position: int
    new_blobs: Sequence[str]


def delete_items(work: UnitOfWork, import_id: UUID) -> None:
    """Delete an unfinished plan."""
    work.session.execute(delete(ImportItemRow).where(ImportItemRow.import_id == import_id))


def insert_items(work: UnitOfWork, import_id: UUID, first: int, planned: Sequence[tuple[FoundItem, Diff]]) -> None:
    """Insert planned items at the positions from ``first`` on."""
    rows = [
        {
            "import_id": import_id,
            "position": position,
            "key": found.key,
            "outcome": diff.outcome,
            "reason": None if diff.reason is None else diff.reason.code,
            "message": "" if diff.reason is None else one_line(diff.reason.message, MAX_MESSAGE),
            "state": "planned",
            "digest": found.digest,
            "payload": {**found.payload, "size": found.size},
            "target_id": new_id() if found.at is None else id_at(found.at),
            "made": None if diff.made is None else dict(diff.made),
            "thing_kind": None if diff.thing is None else diff.thing.kind,
            "thing_id": None if diff.thing is None else diff.thing.id,
            "discrepancy_message": "",
        }
        for position, (found, diff) in enumerate(planned, first)
    ]
    if rows:
        work.session.execute(insert(ImportItemRow), rows)


def without_known(
    work: UnitOfWork, import_id: UUID, planned: Sequence[tuple[FoundItem, Diff]]
) -> list[tuple[FoundItem, Diff]]:
    """Those planned items whose keys the plan does not have yet."""
    keys = [found.key for found, _ in planned]
    known = select(ImportItemRow.key).where(ImportItemRow.import_id == import_id, ImportItemRow.key.in_(keys))
    taken = set(work.session.scalars(known))
    return [it for it in planned if it[0].key not in taken]


def previous_items(work: UnitOfWork, kind: str, folder: str | None, keys: Collection[str]) -> dict[str, PreviousItem]:
    """What imports of the same folder, or of any, made of these keys and did not undo, the newest of each."""
    same_folder = () if folder is None else (ImportRow.folder == folder,)
    query = (
        select(ImportItemRow)
        .join(ImportRow, ImportRow.id == ImportItemRow.import_id)
        .where(
            ImportRow.kind == kind,
            *same_folder,
            ImportItemRow.key.in_(keys),
            ImportItemRow.state == "applied",
        )
        .order_by(ImportItemRow.import_id)
        .execution_options(populate_existing=True)
    )
    return {
        row.key: PreviousItem(row.digest, row.payload, row.made or {}, _thing(row))
        for row in work.session.scalars(query)
    }


def items_after(
    work: UnitOfWork, import_id: UUID, position: int, *where: ColumnElement[bool], limit: int
) -> list[Item]:
    """Items after a position, in plan order."""
    return _items(
        work, ImportItemRow.import_id == import_id, ImportItemRow.position > position, *where,
        order=ImportItemRow.position.asc(), limit=limit,
    )  # fmt: skip


def items_before(
    work: UnitOfWork, import_id: UUID, position: int, *where: ColumnElement[bool], limit: int
) -> list[Item]:
    """Items before a position, the last first."""
    return _items(
        work, ImportItemRow.import_id == import_id, ImportItemRow.position < position, *where,
        order=ImportItemRow.position.desc(), limit=limit,
    )  # fmt: skip


def items_by_key(work: UnitOfWork, import_id: UUID, keys: Collection[str]) -> dict[str, Item]:
    """Items of one import by key."""
    where = (ImportItemRow.import_id == import_id, ImportItemRow.key.in_(keys))
    return {it.key: it for it in _items(work, *where, order=ImportItemRow.position.asc(), limit=len(keys))}


def count_items(work: UnitOfWork, import_id: UUID, *where: ColumnElement[bool]) -> int:
    """How many items an import has."""
    return work.session.scalars(select(func.count()).where(ImportItemRow.import_id == import_id, *where)).one()


def to_apply() -> ColumnElement[bool]:
    """Items that an apply still has to process."""
    return and_(ImportItemRow.outcome.in_(OUTCOMES_TO_APPLY), ImportItemRow.state.in_(STATES_TO_APPLY))


def to_verify() -> ColumnElement[bool]:
    """Items that exist here: made by this import, or found by its plan to exist already."""
    existing = and_(ImportItemRow.outcome == "unchanged", ImportItemRow.thing_id.is_not(None))
    return or_(ImportItemRow.state == "applied", and_(ImportItemRow.state == "planned", existing))


def to_undo() -> ColumnElement[bool]:
    """Items of which an apply may have left something behind."""
    return ImportItemRow.state.in_(("keeping", "applied", "failed"))


def with_new_blobs() -> ColumnElement[bool]:
    """Undone or kept items whose new blobs may have to be removed."""
    return and_(ImportItemRow.state.in_(("undone", "kept")), ImportItemRow.new_blobs.is_not(None))


def record_pending_blobs(work: UnitOfWork, import_id: UUID, pending: Sequence[PendingBlobs]) -> None:
    """Record which blobs are about to be stored, before they are."""
    _update(
        work, import_id, [it.position for it in pending], {"state": "keeping"},
        new_blobs=[list(it.new_blobs) for it in pending],
    )  # fmt: skip


def record_applied(work: UnitOfWork, import_id: UUID, results: Sequence[tuple[int, AppliedItem | Reason]]) -> None:
    """Record, by position, what items became, or why they could not be applied."""
    applied = [(position, it) for position, it in results if isinstance(it, AppliedItem)]
    _update(
        work, import_id, [position for position, _ in applied],
        {"state": "applied", "discrepancy": None, "discrepancy_message": ""},
        made=[dict(it.made) for _, it in applied],
        thing_kind=[None if it.thing is None else it.thing.kind for _, it in applied],
        thing_id=[None if it.thing is None else it.thing.id for _, it in applied],
    )  # fmt: skip
    _update_states(work, import_id, "failed", [(position, it) for position, it in results if isinstance(it, Reason)])


def record_verified(work: UnitOfWork, import_id: UUID, results: Sequence[tuple[int, Reason | None]]) -> None:
    """Record, by position, the discrepancy of each item; None where it is as it was made."""
    _update(work, import_id, [position for position, _ in results], {}, **_discrepancies([it for _, it in results]))


def record_undone(work: UnitOfWork, import_id: UUID, results: Sequence[tuple[int, Reason | None]]) -> None:
    """Record, by position, which items were undone (None), and why the others were kept."""
    _update_states(work, import_id, "undone", [it for it in results if it[1] is None])
    _update_states(work, import_id, "kept", [it for it in results if it[1] is not None])


def update_made(work: UnitOfWork, import_id: UUID, made: Mapping[int, Mapping[str, Any]]) -> None:
    """Update ``made``, by position, of items that change after they were applied, such as an album being filled."""
    _update(work, import_id, list(made), {}, made=[dict(it) for it in made.values()])


def earlier_item(work: UnitOfWork, import_id: UUID, key: str) -> PreviousItem | None:
    """What the import before this one of the same kind and folder made of the same key, unless it was undone."""
    row = work.session.scalars(_earlier(select(ImportItemRow), import_id, key)).first()
    return None if row is None else PreviousItem(row.digest, row.payload, row.made or {}, _thing(row))


def renew_earlier_version(work: UnitOfWork, import_id: UUID, key: str, version: int) -> None:
    """Record the version that an undo gave a thing as the one that the import before it made, so that it, too, can be
    undone.
    """
    columns = select(ImportItemRow.import_id, ImportItemRow.position, ImportItemRow.made)
    row = work.session.execute(_earlier(columns, import_id, key)).first()
    if row is not None:
        update_made(work, row.import_id, {row.position: {**(row.made or {}), "version": version}})


def _earlier(columns: Select[Any], import_id: UUID, key: str) -> Select[Any]:
    this, earlier = aliased(ImportRow), aliased(ImportRow)
    return (
        columns.join(earlier, earlier.id == ImportItemRow.import_id)
        .join(this, and_(this.kind == earlier.kind, this.folder == earlier.folder))
        .where(this.id == import_id, earlier.id < import_id)
        .where(ImportItemRow.key == key, ImportItemRow.state == "applied")
        .order_by(ImportItemRow.import_id.desc())
        .limit(1)
    )


def clear_new_blobs(work: UnitOfWork, import_id: UUID, positions: Sequence[int]) -> None:
    """Record that the new blobs of these items need no more attention."""
    _update(work, import_id, positions, {"new_blobs": None})


def count_results(work: UnitOfWork, import_id: UUID) -> dict[str, Any]:
    """The import's columns ``results`` and ``discrepancies``, counted from its items."""
    of_import = ImportItemRow.import_id == import_id
    states = select(ImportItemRow.state, func.count()).where(of_import).group_by(ImportItemRow.state)
    by_state = {row[0]: row[1] for row in work.session.execute(states)}
    amount = func.count()
    codes = (
        select(ImportItemRow.discrepancy, amount)
        .where(of_import, ImportItemRow.discrepancy.is_not(None))
        .group_by(ImportItemRow.discrepancy)
        .order_by(amount.desc(), ImportItemRow.discrepancy)
        .limit(MAX_REASONS)
    )
    return {
        "results": {state: by_state.get(state, 0) for state in RESULTS},
        "discrepancies": [{"code": row[0], "count": row[1]} for row in work.session.execute(codes)],
    }


def _items(work: UnitOfWork, *where: ColumnElement[bool], order: Any, limit: int) -> list[Item]:
    columns = (
        ImportItemRow.position, ImportItemRow.key, ImportItemRow.outcome, ImportItemRow.reason, ImportItemRow.state,
        ImportItemRow.digest, ImportItemRow.payload, ImportItemRow.target_id, ImportItemRow.made,
        ImportItemRow.thing_kind, ImportItemRow.thing_id, ImportItemRow.new_blobs,
    )  # fmt: skip
    rows = work.session.execute(select(*columns).where(*where).order_by(order).limit(limit))
    return [
        Item(
            position=row.position, key=row.key, outcome=row.outcome, reason=row.reason, state=row.state,
            digest=row.digest, payload=row.payload, target_id=row.target_id, made=row.made, thing=_thing(row),
            new_blobs=row.new_blobs,
        )
        for row in rows
    ]  # fmt: skip


def _thing(row: ImportItemRow | Row[Any]) -> Thing | None:
    kind, thing_id = cast("ThingKind | None", row.thing_kind), row.thing_id
    return None if kind is None or thing_id is None else Thing(kind, thing_id)


def _update_states(work: UnitOfWork, import_id: UUID, state: str, results: Sequence[tuple[int, Reason | None]]) -> None:
    positions = [position for position, _ in results]
    _update(work, import_id, positions, {"state": state}, **_discrepancies([it for _, it in results]))


def _discrepancies(reasons: Sequence[Reason | None]) -> dict[str, list[Any]]:
    return {
        "discrepancy": [None if it is None else it.code for it in reasons],
        "discrepancy_message": ["" if it is None else one_line(it.message, MAX_MESSAGE) for it in reasons],
    }


def _update(
    work: UnitOfWork, import_id: UUID, positions: Sequence[int], same: Mapping[str, Any], **columns: Sequence[Any]
) -> None:
    """Update items: ``same`` is written to all of them; each of ``columns`` is a list with one value per item."""
    if not positions:
        return
    statement = (
        update(ITEMS)  # type: ignore[arg-type]
        .where(ITEMS.c.import_id == import_id, ITEMS.c.position == bindparam("at_position"))
        .values({**same, **{name: bindparam(f"new_{name}", type_=ITEMS.c[name].type) for name in columns}})
    )
    rows = [
        {"at_position": position, **{f"new_{name}": values[at] for name, values in columns.items()}}
        for at, position in enumerate(positions)
    ]
    work.session.connection().execute(statement, rows)
