"""Adapters: users read those that they may see, editors change them, admins register and delete them.

Private ones are visible to, and used by, their owner and admins alone, who also decide who sees an adapter. A job, a
set template or the studio's settings that name an adapter keep it, whoever may see it later.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from platemark.access import Actor, may_see, require_owner, require_role
from platemark.adapters import list_queries, queries
from platemark.adapters.pinned import weight_range
from platemark.adapters.views import AdapterChanges, AdapterFile, AdapterFilter, AdapterView, NewAdapter
from platemark.blob_references import require_blobs
from platemark.db.rows import delete_row, insert_row, update_row
from platemark.db.tables import AdapterRow, AdapterTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.etags import require_match
from platemark.events.service import record
from platemark.fitting import fit
from platemark.ids import new_id, parse_id
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import insert_text, refresh_text
from platemark.storage.blobs import BlobStore
from platemark.studio import Studio

FITTED = ("name", "description", "base", "metrics", "trigger_words")
"""The fields that engines and files bring in any form."""

SUFFIXES = {"lora": ".safetensors"}
"""By format, what the name of a downloaded file ends in."""


def list_adapters(work: UnitOfWork, filters: AdapterFilter, page: PageRequest, *, by: Actor) -> Page[AdapterView]:
    """The adapters that the caller may see, newest first."""
    require_role(by, "viewer")
    return Page(*split_page(list_queries.list_adapters(work, filters, page, by=by), page.limit))


def get_adapter(work: UnitOfWork, adapter_id: UUID, *, by: Actor) -> AdapterView:
    """The adapter; NotFound if there is none, or the caller may not see it."""
    require_role(by, "viewer")
    return _require_visible(queries.get_adapter(work, adapter_id), adapter_id, by)


def get_adapter_preview(work: UnitOfWork, studio: Studio, adapter_id: UUID, *, by: Actor) -> AdapterFile:
    """The adapter's preview; NotFound if it has none, Unavailable if its bytes are missing from the disk."""
    digest = get_adapter(work, adapter_id, by=by).preview_digest
    if digest is None:
        raise NotFound("adapter_preview", adapter_id)
    return AdapterFile(studio.blobs.path(digest), studio.blobs.size(digest), digest, f"{adapter_id}-preview.webp")


def get_adapter_file(work: UnitOfWork, studio: Studio, adapter_id: UUID, *, by: Actor) -> AdapterFile:
    """The adapter's file; NotFound if there is no such adapter, Unavailable if its bytes are missing from the disk."""
    adapter = get_adapter(work, adapter_id, by=by)
    digest, suffix = adapter.digest, SUFFIXES.get(adapter.format, ".bin")
    return AdapterFile(studio.blobs.path(digest), studio.blobs.size(digest), digest, f"{adapter_id}{suffix}")


def get_adapter_by_id_or_name(work: UnitOfWork, id_or_name: str, *, by: Actor) -> AdapterView:
    """The adapter with this id or exact name; Conflict ``adapter_ambiguous`` if several have that name."""
    require_role(by, "viewer")
    adapter_id = parse_id(id_or_name)
    if adapter_id is not None:
        return get_adapter(work, adapter_id, by=by)
    adapters = queries.list_two_by_name(work, id_or_name, by=by)
    if not adapters:
        raise NotFound("adapter", id_or_name)
    if len(adapters) > 1:
        raise Conflict("adapter_ambiguous", f"Several adapters are called {id_or_name!r}; use the id instead.")
    return adapters[0]


def insert_adapter(
    work: UnitOfWork,
    blobs: BlobStore,
    new: NewAdapter,
    *,
    created_by: UUID | None,
    adapter_id: UUID | None = None,
    created_at: datetime | None = None,
) -> UUID:
    """Insert the row of an adapter whose bytes are stored, and return its id; checks no role. For workers and imports.

    Unavailable if the bytes are gone: store them again and repeat. An import passes the id that it has chosen,
    and when the adapter was made.
    """
    require_blobs(work, blobs, *filter(None, (new.digest, new.preview_digest)))
    adapter_id, now = adapter_id or new_id(), work.now()
    values = {name: getattr(new, name) for name in NewAdapter.__dataclass_fields__}
    values |= {name: fit(f"Adapter.{name}", values[name]) for name in FITTED}
    values |= {
        "id": adapter_id,
        "created_by": created_by,
        "created_at": created_at or now,
        "updated_at": now,
        "version": 1,
    }
    insert_row(work, AdapterRow, values)
    insert_text(work, AdapterTextRow, adapter_id, values["name"])
    record(work, "adapter.added", adapter_id)
    return adapter_id


def register_adapter(work: UnitOfWork, studio: Studio, new: NewAdapter, *, by: Actor) -> tuple[AdapterView, bool]:
    """Register an adapter whose bytes are stored (``blobs.put_file``); the adapter, and whether it was created.

    Bytes that are an adapter already are not registered again: that adapter is returned, unchanged. Of concurrent
    registrations of the same bytes, the second waits for the first, and finds its adapter.
    """
    require_role(by, "admin")
    queries.lock_registrations(work)
    existing = queries.find_by_digest(work, new.digest)
    if existing is not None:
        return get_adapter(work, existing, by=by), False
    adapter_id = insert_adapter(work, studio.blobs, new, created_by=by.user_id)
    return get_adapter(work, adapter_id, by=by), True


def find_by_digest(work: UnitOfWork, digest: str) -> UUID | None:
    """The oldest adapter with these bytes. For imports: checks no role."""
    return queries.find_by_digest(work, digest)


def update_adapter(
    work: UnitOfWork, adapter_id: UUID, changes: AdapterChanges, *, by: Actor, if_match: str | None = None
) -> AdapterView:
    """Change the fields that are given; Unprocessable ``adapter_weight_limit`` for a weight outside of the format's.

    Only the owner and admins may change the visibility (Forbidden ``not_the_owner``).
    """
    adapter = get_adapter_for_update(work, adapter_id, role="editor", by=by, if_match=if_match)
    if changes.visibility not in (None, adapter.visibility):
        require_owner(by, adapter.created_by)
    low, high = weight_range(adapter.format)
    if changes.default_weight is not None and not low <= changes.default_weight <= high:
        detail = f"The weight of a {adapter.format} must be {low:g} … {high:g}."
        raise Unprocessable(
            "adapter_weight_limit", detail, [Finding("/default_weight", detail, "adapter_weight_limit")]
        )
    return _change(work, adapter, changes.specified(), by=by)


def get_adapter_for_update(
    work: UnitOfWork, adapter_id: UUID, *, role: str, by: Actor, if_match: str | None
) -> AdapterView:
    """The adapter, locked until the work ends; NotFound, PreconditionFailed."""
    require_role(by, role)
    adapter = _require_visible(queries.lock_adapter(work, adapter_id), adapter_id, by)
    require_match(if_match, adapter.version)
    return adapter


def set_preview(work: UnitOfWork, adapter: AdapterView, digest: str | None, *, by: Actor) -> AdapterView:
    """Give a locked adapter another preview, whose bytes are stored, or none."""
    return _change(work, adapter, {"preview_digest": digest}, by=by)


def delete_adapter(work: UnitOfWork, adapter_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the adapter. Its images and queued jobs still name its digest; a sweep deletes its bytes later."""
    _remove(work, get_adapter_for_update(work, adapter_id, role="admin", by=by, if_match=if_match))


def version_of(work: UnitOfWork, adapter_id: UUID, *, lock: bool = False) -> int | None:
    """The version of an adapter, with ``lock`` until the work ends; None if it is gone. For imports: checks no role."""
    adapter = queries.lock_adapter(work, adapter_id) if lock else queries.get_adapter(work, adapter_id)
    return None if adapter is None else adapter.version


def link_to_run(work: UnitOfWork, adapter_id: UUID, training_run_id: UUID) -> None:
    """Note which training run an imported adapter comes from; its version stays, nothing else of it changed."""
    update_row(work, AdapterRow, adapter_id, {"training_run_id": training_run_id})


def remove_adapter(work: UnitOfWork, adapter_id: UUID) -> None:
    """Delete an adapter that an import made, if it is still there; checks no role."""
    adapter = queries.lock_adapter(work, adapter_id)
    if adapter is not None:
        _remove(work, adapter)


def _change(work: UnitOfWork, adapter: AdapterView, values: dict[str, Any], *, by: Actor) -> AdapterView:
    update_row(work, AdapterRow, adapter.id, {**values, "version": adapter.version + 1, "updated_at": work.now()})
    if "name" in values:
        refresh_text(work, AdapterTextRow, adapter.id)
    record(work, "adapter.changed", adapter.id)
    return get_adapter(work, adapter.id, by=by)


def _remove(work: UnitOfWork, adapter: AdapterView) -> None:
    delete_row(work, AdapterRow, adapter.id)
    record(work, "adapter.deleted", adapter.id, visibility=adapter.visibility, created_by=adapter.created_by)


def _require_visible(adapter: AdapterView | None, adapter_id: UUID, by: Actor) -> AdapterView:
    if adapter is None or not may_see(by, adapter.visibility, adapter.created_by):
        raise NotFound("adapter", adapter_id)
    return adapter
