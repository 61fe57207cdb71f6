"""What an older studio did: runs that have ended. Nobody changes them here, so they are written anew when they change
in the source, and removed by an undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import journal
from platemark.imports.items import (
    OUTCOMES_TO_APPLY,
    AppliedItem,
    Content,
    Diff,
    FoundItem,
    Item,
    PreviousItem,
    Thing,
    ThingKind,
)
from platemark.imports.kinds.database.old_studio import Remark
from platemark.imports.kinds.database.studio_rows import Row, moment, plain, text
from platemark.imports.kinds.media.apply import ALBUM_MISSING
from platemark.imports.kinds.media.moments import EARLIEST
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.jobs.import_operations import EndState
from platemark.storage.blobs import BlobStore

ENDED: tuple[EndState, ...] = ("succeeded", "failed", "cancelled")
STATES: Mapping[str, EndState] = {
    "completed": "succeeded", "complete": "succeeded", "succeeded": "succeeded", "success": "succeeded",
    "done": "succeeded", "failed": "failed", "error": "failed", "cancelled": "cancelled", "canceled": "cancelled",
}  # fmt: skip
ROW_CHANGED = Reason("row_changed", "The row changed since it was imported.")
TEMPLATE_MISSING = Reason("set_template_missing", "Its set template was not imported.")
MISSING = Reason("missing", "It no longer exists.")
CORRUPT = Reason("corrupt", "Jobs of it are missing, though nobody can delete them.")


@dataclass(frozen=True, slots=True)
class Linked:
    """What an item of the same import became."""

    thing: Thing
    made: Mapping[str, Any]
    payload: Mapping[str, Any]


class Links:
    """Finds what other items of an import became, by key: in the journal, or in the batch that is being applied."""

    def __init__(self, work: UnitOfWork, import_id: UUID) -> None:
        self._work = work
        self._import_id = import_id
        self._applied: dict[str, Linked] = {}

    def add(self, item: Item, result: AppliedItem | Reason) -> None:
        """Note what an item of the batch became."""
        if isinstance(result, AppliedItem) and result.thing is not None:
            self._applied[item.key] = Linked(result.thing, result.made, item.payload)

    def awaits(self, key: str | None) -> bool:
        """Whether the plan says that an item will be imported, and it is not yet."""
        if key is None or key in self._applied:
            return False
        item = journal.items_by_key(self._work, self._import_id, [key]).get(key)
        return item is not None and item.outcome in OUTCOMES_TO_APPLY and item.state != "applied"

    def find(self, key: str | None) -> Linked | None:
        """What the item became, now or in an earlier import; None if it was not imported."""
        if key is None or key in self._applied:
            return None if key is None else self._applied[key]
        item = journal.items_by_key(self._work, self._import_id, [key]).get(key)
        if item is None or item.thing is None or item.made is None or item.outcome == "conflicting":
            return None
        return Linked(item.thing, item.made, item.payload)


@dataclass(frozen=True, slots=True)
class Ended:
    """How and when something ended; times in ISO 8601."""

    state: EndState
    error: str
    at: str
    started: str | None
    finished: str

    def to_json(self) -> dict[str, Any]:
        """All fields, as JSON."""
        return asdict(self)


def ended(row: Row, remarks: list[Remark]) -> Ended:
    """How a row says that it ended; what has not ended never will."""
    status = text(row.get("status")).strip().lower()
    state = STATES.get(status, "cancelled")
    if status not in STATES:
        message = f"Its status is {one_line(status, 60)!r}: it has not ended, and is shown as cancelled."
        remarks.append(("not_ended", message))
    at = moment(row.get("created_at")) or EARLIEST
    started = moment(row.get("started_at"))
    times = (moment(row.get(name)) for name in ("completed_at", "last_error_at", "updated_at"))
    finished = max(next((it for it in times if it is not None), started or at), started or at)
    error = plain(text(row.get("error_message")).strip())[:2000]
    return Ended(state, error, at.isoformat(), _iso(started), finished.isoformat())


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def owner(spec: ImportSpec) -> UUID | None:
    """Who owns what an import makes."""
    return spec.by.user_id


@dataclass(frozen=True, slots=True)
class Past:
    """A past thing to write: the key of its row, its id here, and what the row says."""

    key: str
    id: UUID
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class History:
    """A kind of past thing: how to write it from its payload, remove it, and see whether it is whole (None: gone)."""

    kind: ThingKind
    write: Callable[[UnitOfWork, ImportSpec, Past, Links], dict[str, Any] | Reason]
    remove: Callable[[UnitOfWork, UUID, Mapping[str, Any]], None]
    is_whole: Callable[[UnitOfWork, UUID, Mapping[str, Any]], bool | None]
    note_removed: Callable[[UUID, Mapping[str, Any], RemovedByUndo], None] = lambda *_: None

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """New unless it was imported before and is still there."""
        thing = None if previous is None else previous.thing
        if previous is None or thing is None or self.is_whole(work, thing.id, previous.made) is None:
            return Diff("new", found.note)
        if previous.digest == found.digest:
            return Diff("unchanged", found.note, thing, _without_before(previous.made))
        made = {**_without_before(previous.made), "before": dict(previous.payload)}
        return Diff("changed", ROW_CHANGED, thing, made)

    def read(self, source: Source, spec: ImportSpec, item: Item) -> Content:  # noqa: ARG002 - the protocol's
        """Nothing: the rows are those of the plan."""
        return Content()

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:  # noqa: ARG002 - the protocol's
        """The digest of the plan, whose rows count."""
        return item.digest

    def apply(
        self, work: UnitOfWork, _blobs: BlobStore, spec: ImportSpec, item: Item, _content: Content, links: Links
    ) -> AppliedItem | Reason:
        """Write it; over what an earlier import wrote, if the row changed."""
        if any(map(links.awaits, [item.payload.get("album"), *item.payload.get("albums", ())])):
            return ALBUM_MISSING
        if links.awaits(item.payload.get("template")):
            return TEMPLATE_MISSING
        thing = Thing(self.kind, item.target_id)
        before: Mapping[str, Any] | None = None
        if item.outcome == "changed" and item.thing is not None and item.made is not None:
            thing, before = item.thing, item.made["before"]
            if "template" in item.payload and links.find(item.payload["template"]) is None:
                return TEMPLATE_MISSING
            self.remove(work, thing.id, item.made)
        made = self.write(work, spec, Past(item.key, thing.id, item.payload), links)
        if isinstance(made, Reason):
            return made
        return AppliedItem(thing, made if before is None else {**made, "before": before})

    def verify(self, work: UnitOfWork, item: Item) -> Reason | None:
        """Whether it is there, and whole."""
        whole = None if item.thing is None else self.is_whole(work, item.thing.id, item.made or {})
        return MISSING if whole is None else None if whole else CORRUPT

    def undo(self, work: UnitOfWork, spec: ImportSpec, item: Item, links: Links) -> Reason | None:
        """Remove it, or write it as it was before."""
        if item.thing is None or item.made is None:
            return None
        self.remove(work, item.thing.id, item.made)
        if "before" in item.made:
            self.write(work, spec, Past(item.key, item.thing.id, item.made["before"]), links)
        return None

    def dry_run_undo(self, _work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
        """It is always removed, or as it was."""
        if item.thing is not None and item.made is not None and "before" not in item.made:
            self.note_removed(item.thing.id, item.made, removed)
        return None


def _without_before(made: Mapping[str, Any]) -> dict[str, Any]:
    return {name: it for name, it in made.items() if name != "before"}
