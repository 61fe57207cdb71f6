"""What one can do with adapters. Everyone signed in sees them, editors name them, admins register and delete them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from platemark.access import Actor, require_role
from platemark.adapters.pinning import range_of
from platemark.blob_references import require_bytes
from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.etags import require_match
from platemark.events.service import record
from platemark.ids import as_id, new_id
from platemark.image_visibility import page_of
from platemark.paging import Page, PageRequest
from platemark.storage.blobs import BlobStore

DEFAULT_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class AdapterView:
    """An adapter without its bytes. ``engine`` trained it; ``base`` is the model that it is for, where it has one."""

    id: UUID
    name: str
    description: str
    format: str
    engine: str | None
    base: str | None
    digest: str
    size_bytes: int
    default_weight: float
    source: str
    training_run_id: UUID | None
    dataset_digest: str | None
    metrics: Mapping[str, float]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


COLUMNS = [getattr(AdapterRow, name) for name in AdapterView.__dataclass_fields__]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAdapter:
    """An adapter to be made of bytes that lie in the blob store already; a word for its ``format``."""

    name: str
    format: str
    digest: str
    size_bytes: int
    source: str
    description: str = ""
    engine: str | None = None
    base: str | None = None
    default_weight: float = DEFAULT_WEIGHT
    training_run_id: UUID | None = None
    dataset_digest: str | None = None
    metrics: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterChanges:
    """What to change of an adapter; None stays."""

    name: str | None = None
    description: str | None = None
    default_weight: float | None = None

    def given(self) -> dict[str, Any]:
        """Those that are there."""
        named = {name: getattr(self, name) for name in ("name", "description", "default_weight")}
        return {name: value for name, value in named.items() if value is not None}


def list_adapters(
    work: UnitOfWork,
    page: PageRequest,
    *,
    by: Actor,
    format: str | None = None,  # noqa: A002 - the field's own name
    q: str | None = None,
) -> Page[AdapterView]:
    """Adapters, newest first; those of a format, those with these words in their name."""
    require_role(by, "viewer")
    found = select(*COLUMNS).order_by(AdapterRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        found = found.where(AdapterRow.id < page.after)
    if format is not None:
        found = found.where(AdapterRow.format == format)
    if q:
        found = found.where(AdapterRow.name.icontains(q, autoescape=True))
    kept, last = page_of(work.session.execute(found).all(), page.limit)
    return Page([AdapterView(*row) for row in kept], None if last is None else last.id)


def get(work: UnitOfWork, adapter_id: UUID, *, by: Actor) -> AdapterView:
    """The adapter."""
    require_role(by, "viewer")
    row = work.session.execute(select(*COLUMNS).where(AdapterRow.id == adapter_id)).one_or_none()
    if row is None:
        raise NotFound("adapter", adapter_id)
    return AdapterView(*row)


def get_by_word(work: UnitOfWork, word: str, *, by: Actor) -> AdapterView:
    """The adapter whose id or whole name ``word`` is; Conflict ``adapter_ambiguous`` where several have that name."""
    require_role(by, "viewer")
    is_it = AdapterRow.id == as_id(word) if as_id(word) else AdapterRow.name == word
    found = work.session.execute(select(*COLUMNS).where(is_it).limit(2)).all()
    if not found:
        raise NotFound("adapter", word)
    if len(found) > 1:
        raise Conflict("adapter_ambiguous", f"Several adapters are called {word!r}; name it by its id.")
    return AdapterView(*found[0])


def insert_adapter(work: UnitOfWork, blobs: BlobStore, new: NewAdapter, *, created_by: UUID | None) -> UUID:
    """Name an adapter's bytes by a row, in the caller's transaction; asks for no role, and gives its id.

    Unavailable where the bytes are gone: keep them again and repeat.
    """
    require_bytes(work, blobs, new.digest)
    adapter_id, now = new_id(), work.now()
    values = {name: getattr(new, name) for name in NewAdapter.__dataclass_fields__}
    values |= {"id": adapter_id, "created_by": created_by, "created_at": now, "updated_at": now, "version": 1}
    work.session.execute(insert(AdapterRow).values(**values))
    record(work, "adapter.added", adapter_id)
    return adapter_id


def register(work: UnitOfWork, blobs: BlobStore, new: NewAdapter, *, by: Actor) -> tuple[AdapterView, bool]:
    """Register an adapter whose bytes were kept before (``blobs.put_file``), and whether that made it.

    Bytes that are an adapter already stay the one that they are.
    """
    require_role(by, "admin")
    had = work.session.scalar(select(AdapterRow.id).where(AdapterRow.digest == new.digest).order_by(AdapterRow.id))
    if had is not None:
        return get(work, had, by=by), False
    return get(work, insert_adapter(work, blobs, new, created_by=by.user_id), by=by), True


def update_adapter(
    work: UnitOfWork, adapter_id: UUID, changes: AdapterChanges, *, by: Actor, if_match: str | None = None
) -> AdapterView:
    """Change what is given; Unprocessable ``adapter_weight_limit`` for a weight that its format has not."""
    adapter = _to_change(work, adapter_id, "editor", by, if_match)
    least, greatest = range_of(adapter.format)
    if changes.default_weight is not None and not least <= changes.default_weight <= greatest:
        detail = f"The weight of a {adapter.format} must be {least:g} … {greatest:g}."
        raise Unprocessable(
            "adapter_weight_limit", detail, [Finding("/default_weight", detail, "adapter_weight_limit")]
        )
    changed = update(AdapterRow).where(AdapterRow.id == adapter_id)
    values = {**changes.given(), "version": adapter.version + 1, "updated_at": work.now()}
    work.session.execute(changed.values(**values).execution_options(synchronize_session=False))
    record(work, "adapter.changed", adapter_id)
    return get(work, adapter_id, by=by)


def delete_adapter(work: UnitOfWork, adapter_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the adapter; pictures made with it, and jobs that wait, keep its digest until a sweep takes the bytes."""
    _to_change(work, adapter_id, "admin", by, if_match)
    gone = delete(AdapterRow).where(AdapterRow.id == adapter_id)
    work.session.execute(gone.execution_options(synchronize_session=False))
    record(work, "adapter.deleted", adapter_id)


def _to_change(work: UnitOfWork, adapter_id: UUID, role: str, by: Actor, if_match: str | None) -> AdapterView:
    """The adapter as it is; nobody else changes it until this work ends."""
    require_role(by, role)
    found = select(*COLUMNS).where(AdapterRow.id == adapter_id).with_for_update()
    row = work.session.execute(found).one_or_none()
    if row is None:
        raise NotFound("adapter", adapter_id)
    require_match(if_match, row.version)
    return AdapterView(*row)
