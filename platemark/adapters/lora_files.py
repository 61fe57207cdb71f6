"""Registering LoRA files that the operator already has as adapters."""

from __future__ import annotations

from pathlib import Path

from platemark.access import Actor, require_role
from platemark.adapters import queries
from platemark.adapters.previews import read_preview
from platemark.adapters.service import register_adapter, update_adapter
from platemark.adapters.views import DEFAULT_WEIGHT, AdapterChanges, AdapterView, NewAdapter
from platemark.blob_references import require_blobs
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.weights import ScanResult
from platemark.errors import Unavailable, Unprocessable
from platemark.pixels import UnreadablePicture
from platemark.settings import printable_name
from platemark.studio import Studio


def register_lora(studio: Studio, scanned: ScanResult, *, by: Actor) -> tuple[AdapterView, bool]:
    """Store a copy of the LoRA file and register it; the adapter, and whether it was created. Opens its own work.

    Bytes that are an adapter already are not registered again; if it has no trigger words or no preview, it gets those
    of the file. A preview that cannot be read is left out.
    Unprocessable ``no_lora`` for anything but a complete LoRA file, Unavailable ``file_unreadable`` if it cannot be
    read.
    """
    require_role(by, "admin")
    if scanned.problem is not None or scanned.facts.kind != "lora":
        raise Unprocessable("no_lora", f"{printable_name(scanned.path)} is not a usable LoRA file.")
    try:
        with scanned.path.open("rb") as file:
            digest = studio.blobs.put_file(file, limit=scanned.size_bytes)
    except OSError as error:
        raise Unavailable(
            "file_unreadable", f"{printable_name(scanned.path)} cannot be read: {error.strerror}."
        ) from None
    described, words = scanned.description, list(scanned.description.trigger_words)
    preview = _store_preview(studio, digest, described.preview)
    new = NewAdapter(
        name=printable_name(scanned.path.with_name(scanned.name)),
        description=f"A LoRA of rank {scanned.facts.rank}.",
        format="lora",
        digest=digest,
        size_bytes=studio.blobs.size(digest),
        source="registered",
        base=scanned.facts.family,
        default_weight=DEFAULT_WEIGHT if described.default_weight is None else described.default_weight,
        trigger_words=words,
        preview_digest=preview,
    )
    with studio.work(write=True) as work:
        adapter, created = register_adapter(work, studio, new, by=by)
        adapter = _complete(work, studio, adapter, new, by=by)
        work.commit()
    return adapter, created


def _complete(work: UnitOfWork, studio: Studio, adapter: AdapterView, new: NewAdapter, *, by: Actor) -> AdapterView:
    """The adapter with the trigger words and the preview of ``new``, if it has none."""
    changes = AdapterChanges(
        trigger_words=None if adapter.trigger_words else new.trigger_words or None,
        preview_digest=None if adapter.preview_digest else new.preview_digest,
    )
    if not changes.specified():
        return adapter
    if changes.preview_digest is not None:
        require_blobs(work, studio.blobs, changes.preview_digest)
    return update_adapter(work, adapter.id, changes, by=by)


def _store_preview(studio: Studio, digest: str, path: Path | None) -> str | None:
    """Store the preview of a LoRA with these bytes; None if there is none to store, or it cannot be read."""
    if path is None:
        return None
    with studio.work(write=False) as work:
        known = queries.find_by_digest(work, digest)
        adapter = None if known is None else queries.get_adapter(work, known)
    if adapter is not None and adapter.preview_digest is not None:
        return None
    try:
        return studio.blobs.put(read_preview(path, max_pixels=studio.settings.max_image_pixels))
    except UnreadablePicture:
        return None
