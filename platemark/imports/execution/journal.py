"""The journal: what is written of each item, and read of it again after a crash.

An item goes ``planned`` → ``keeping`` (the digests of what is about to be stored stand in it) → ``applied``; ``failed``
where it cannot be done; then ``undone`` or ``kept``. Each step is in the transaction that makes it true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, update

from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import id_at, new_id
from platemark.imports.kinds.protocol import TO_DO, Earlier, Found, Item, Judged, Made, Remark, Thing, ThingKind
from platemark.imports.reading.file_names import one_line
from platemark.imports.views import MOST_REASONS, RESULTS

UNFINISHED = ("planned", "keeping", "failed")
LONGEST_MESSAGE = 500
ITEMS = ImportItemRow.__table__


@dataclass(frozen=True, slots=True)
class Keeping:
    """The bytes of an item that are about to be stored: those among them that nobody has kept yet."""

    position: int
    new_blobs: Sequence[str]


def forget_items(work: UnitOfWork, import_id: UUID) -> None:
    """Drop a plan that was not finished."""
    work.session.execute(delete(ImportItemRow).where(ImportItemRow.import_id == import_id))


def plan(work: UnitOfWork, import_id: UUID, first: int, planned: Sequence[tuple[Found, Judged]]) -> None:
    """Write down what is to become of things, at the positions from ``first`` on."""
    rows = [
        {
            "import_id": import_id,
            "position": position,
            "key": found.key,
            "outcome": judged.outcome,
            "reason": None if judged.remark is None else judged.remark.code,
            "message": "" if judged.remark is None else one_line(judged.remark.message, LONGEST_MESSAGE),
            "state": "planned",
            "digest": found.digest,
            "payload": {**found.payload, "size": found.size},
            "target_id": new_id() if found.at is None else id_at(found.at),
            "made": None if judged.made is None else dict(judged.made),
            "thing_kind": None if judged.thing is None else judged.thing.kind,
            "thing_id": None if judged.thing is None else judged.thing.id,
            "discrepancy_message": "",
        }
        for position, (found, judged) in enumerate(planned, first)
    ]
    if rows:
        work.session.execute(insert(ImportItemRow), rows)


def earlier(work: UnitOfWork, kind: str, folder: str, keys: Collection[str]) -> dict[str, Earlier]:
    """What imports of the same folder made of these keys and still stands, the newest of each."""
    found = (
        select(ImportItemRow)
        .join(ImportRow, ImportRow.id == ImportItemRow.import_id)
        .where(
            ImportRow.kind == kind,
            ImportRow.folder == folder,
            ImportItemRow.key.in_(keys),
            ImportItemRow.state == "applied",
        )
        .order_by(ImportItemRow.import_id)
        .execution_options(populate_existing=True)
    )
    return {
        row.key: Earlier(row.digest, row.payload, row.made or {}, _thing(row)) for row in work.session.scalars(found)
    }


def items(work: UnitOfWork, import_id: UUID, after: int, *where: ColumnElement[bool], limit: int) -> list[Item]:
    """Items behind a position, in the order of the plan."""
    return _items(
        work, ImportItemRow.import_id == import_id, ImportItemRow.position > after, *where,
        order=ImportItemRow.position.asc(), limit=limit,
    )  # fmt: skip


def items_before(work: UnitOfWork, import_id: UUID, at: int, *where: ColumnElement[bool], limit: int) -> list[Item]:
    """Items before a position, the last first."""
    return _items(
        work, ImportItemRow.import_id == import_id, ImportItemRow.position < at, *where,
        order=ImportItemRow.position.desc(), limit=limit,
    )  # fmt: skip


def items_by_key(work: UnitOfWork, import_id: UUID, keys: Collection[str]) -> dict[str, Item]:
    """Items of one import by key."""
    where = (ImportItemRow.import_id == import_id, ImportItemRow.key.in_(keys))
    return {it.key: it for it in _items(work, *where, order=ImportItemRow.position.asc(), limit=len(keys))}


def to_apply() -> tuple[ColumnElement[bool], ...]:
    """Items that an apply has to do still."""
    return ImportItemRow.outcome.in_(TO_DO), ImportItemRow.state.in_(UNFINISHED)


def touched() -> ColumnElement[bool]:
    """Items of which an apply may have left something."""
    return ImportItemRow.state.in_(("keeping", "applied", "failed"))


def keep(work: UnitOfWork, import_id: UUID, keeping: Sequence[Keeping]) -> None:
    """Note which bytes are about to be stored, before they are."""
    _update(
        work, import_id, [it.position for it in keeping], {"state": "keeping"},
        new_blobs=[list(it.new_blobs) for it in keeping],
    )  # fmt: skip


def applied(work: UnitOfWork, import_id: UUID, made: Sequence[tuple[int, Made | Remark]]) -> None:
    """Note what items became, or why they could not be done."""
    done = [(position, it) for position, it in made if isinstance(it, Made)]
    _update(
        work, import_id, [position for position, _ in done],
        {"state": "applied", "discrepancy": None, "discrepancy_message": ""},
        made=[dict(it.made) for _, it in done],
        thing_kind=[None if it.thing is None else it.thing.kind for _, it in done],
        thing_id=[None if it.thing is None else it.thing.id for _, it in done],
    )  # fmt: skip
    failed = [(position, it) for position, it in made if isinstance(it, Remark)]
    _states(work, import_id, "failed", failed)


def verified(work: UnitOfWork, import_id: UUID, found: Sequence[tuple[int, Remark | None]]) -> None:
    """Note what is not as it was made."""
    _update(work, import_id, [position for position, _ in found], {}, **_remarks([it for _, it in found]))


def undone(work: UnitOfWork, import_id: UUID, found: Sequence[tuple[int, Remark | None]]) -> None:
    """Note what was taken back (None), and what was kept, and why."""
    _states(work, import_id, "undone", [it for it in found if it[1] is None])
    _states(work, import_id, "kept", [it for it in found if it[1] is not None])


def set_made(work: UnitOfWork, import_id: UUID, made: Mapping[int, Mapping[str, Any]]) -> None:
    """Write down anew what was made of items that went on changing, such as an album that is being filled."""
    _update(work, import_id, list(made), {}, made=[dict(it) for it in made.values()])


def forget_blobs(work: UnitOfWork, import_id: UUID, positions: Sequence[int]) -> None:
    """The new bytes of these items were dealt with."""
    _update(work, import_id, positions, {"new_blobs": None})


def results(work: UnitOfWork, import_id: UUID) -> dict[str, Any]:
    """What became of the items so far, as the columns ``results`` and ``discrepancies`` of their import."""
    of_import = ImportItemRow.import_id == import_id
    states = select(ImportItemRow.state, func.count()).where(of_import).group_by(ImportItemRow.state)
    by_state = {row[0]: row[1] for row in work.session.execute(states)}
    amount = func.count()
    codes = (
        select(ImportItemRow.discrepancy, amount)
        .where(of_import, ImportItemRow.discrepancy.is_not(None))
        .group_by(ImportItemRow.discrepancy)
        .order_by(amount.desc(), ImportItemRow.discrepancy)
        .limit(MOST_REASONS)
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
    found = work.session.execute(select(*columns).where(*where).order_by(order).limit(limit))
    return [
        Item(
            position=row.position, key=row.key, outcome=row.outcome, reason=row.reason, state=row.state,
            digest=row.digest, payload=row.payload, target_id=row.target_id, made=row.made, thing=_thing(row),
            new_blobs=row.new_blobs,
        )
        for row in found
    ]  # fmt: skip


def _thing(row: ImportItemRow | Row[Any]) -> Thing | None:
    kind, thing_id = cast("ThingKind | None", row.thing_kind), row.thing_id
    return None if kind is None or thing_id is None else Thing(kind, thing_id)


def _states(work: UnitOfWork, import_id: UUID, state: str, found: Sequence[tuple[int, Remark | None]]) -> None:
    remarks = _remarks([it for _, it in found])
    _update(work, import_id, [position for position, _ in found], {"state": state}, **remarks)


def _remarks(found: Sequence[Remark | None]) -> dict[str, list[Any]]:
    return {
        "discrepancy": [None if it is None else it.code for it in found],
        "discrepancy_message": ["" if it is None else one_line(it.message, LONGEST_MESSAGE) for it in found],
    }


def _update(
    work: UnitOfWork, import_id: UUID, positions: Sequence[int], same: Mapping[str, Any], **columns: Sequence[Any]
) -> None:
    """Write columns of items: ``same`` are the same in all of them, of the others there is a list of values each."""
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
