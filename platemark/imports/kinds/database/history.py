"""What an older studio did: runs that have ended. Nobody changes them here, so they are written anew when they change
in the source, and removed by an undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
BEFORE = ("before", "linked_before")
"""What ``made`` has of the row that an import before this one wrote."""
ROW_CHANGED = Reason("row_changed", "The row changed since it was imported.")
PICTURE_MISSING = Reason("picture_missing", "A picture of it was not imported.")
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
        return key is not None and self.await_any([key])

    def await_any(self, keys: Iterable[str]) -> bool:
        """Whether the plan says that any of these items will be imported, and it is not yet."""
        items = journal.items_by_key(self._work, self._import_id, set(keys) - self._applied.keys())
        return any(it.outcome in OUTCOMES_TO_APPLY and it.state != "applied" for it in items.values())

    def find(self, key: str | None) -> Linked | None:
        """What the item became, now or in an earlier import; None if it was not imported."""
        return None if key is None else self.find_all([key]).get(key)

    def find_earlier(self, key: str) -> Linked | None:
        """What the item was before this import changed it, if it did."""
        found = self.find(key)
        if found is None or "before" not in found.made:
            return found
        earlier = journal.earlier_item(self._work, self._import_id, key)
        return found if earlier is None else Linked(found.thing, earlier.made, earlier.payload)

    def find_all(self, keys: Iterable[str]) -> dict[str, Linked]:
        """What items became, by key; without those that were not imported."""
        keys = list(keys)
        items = journal.items_by_key(self._work, self._import_id, set(keys) - self._applied.keys())
        found = {
            key: Linked(it.thing, it.made, it.payload)
            for key, it in items.items()
            if it.thing is not None and it.made is not None and it.outcome != "conflicting"
        } | self._applied
        return {key: found[key] for key in keys if key in found}


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
    """A past thing to write: the key of its row, its id here, and what the row says.

    ``linked`` are the images that it had, each with the position of its row. Those that ``payload`` names count more,
    unless it is written ``exactly`` as it was.
    """

    key: str
    id: UUID
    payload: Mapping[str, Any]
    linked: Sequence[tuple[str, int]] = ()
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A kind of past thing: how to write it from its payload, remove it, and see whether it is whole (None: gone)."""

    kind: ThingKind
    write: Callable[[UnitOfWork, ImportSpec, Past, Links], dict[str, Any] | Reason]
    remove: Callable[[UnitOfWork, UUID, Mapping[str, Any]], None]
    is_whole: Callable[[UnitOfWork, UUID, Mapping[str, Any]], bool | None]
    note_removed: Callable[[UUID, Mapping[str, Any], RemovedByUndo], None] = lambda *_: None
    says_less: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = lambda *_: False
    """Whether what is found says no more than what was found before."""

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """New unless it was imported before and is still there."""
        thing = None if previous is None else previous.thing
        if previous is None or thing is None or self.is_whole(work, thing.id, previous.made) is None:
            return Diff("new", found.note)
        if previous.digest == found.digest or self.says_less(found.payload, previous.payload):
            return Diff("unchanged", found.note, thing, _without_before(previous.made))
        earlier = _without_before(previous.made)
        made = {**earlier, "before": dict(previous.payload), "linked_before": earlier.get("pictures", [])}
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
        if links.await_any(item.payload.get("pictures", ())):
            return PICTURE_MISSING
        thing = Thing(self.kind, item.target_id)
        before: Mapping[str, Any] = {}
        if item.outcome == "changed" and item.thing is not None and item.made is not None:
            thing, before = item.thing, {name: item.made[name] for name in BEFORE if name in item.made}
            if "template" in item.payload and links.find(item.payload["template"]) is None:
                return TEMPLATE_MISSING
            self.remove(work, thing.id, item.made)
        made = self.write(work, spec, Past(item.key, thing.id, item.payload, before.get("linked_before", ())), links)
        if isinstance(made, Reason):
            return made
        return AppliedItem(thing, {**made, **before})

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
            linked = item.made.get("linked_before", ())
            past = Past(item.key, item.thing.id, item.made["before"], linked, exactly=True)
            self.write(work, spec, past, links)
        return None

    def dry_run_undo(self, _work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
        """It is always removed, or as it was: of the set template and for the album that it was of then."""
        if item.thing is not None and item.made is not None:
            self.note_removed(item.thing.id, item.made, removed)
        return None


def _without_before(made: Mapping[str, Any]) -> dict[str, Any]:
    return {name: it for name, it in made.items() if name not in BEFORE}
