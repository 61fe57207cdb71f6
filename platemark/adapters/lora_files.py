"""Registering LoRA files that the operator already has as adapters."""

from __future__ import annotations

from platemark.access import Actor, require_role
from platemark.adapters.service import register_adapter, update_adapter
from platemark.adapters.views import DEFAULT_WEIGHT, AdapterChanges, AdapterView, NewAdapter
from platemark.engines.weights import ScanResult
from platemark.errors import Unavailable, Unprocessable
from platemark.settings import printable_name
from platemark.studio import Studio


def register_lora(studio: Studio, scanned: ScanResult, *, by: Actor) -> tuple[AdapterView, bool]:
    """Store a copy of the LoRA file and register it; the adapter, and whether it was created. Opens its own work.

    Bytes that are an adapter already are not registered again; if it has no trigger words, it gets those of the file.
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
    )
    with studio.work(write=True) as work:
        adapter, created = register_adapter(work, studio, new, by=by)
        if words and not adapter.trigger_words:
            adapter = update_adapter(work, adapter.id, AdapterChanges(trigger_words=words), by=by)
        work.commit()
    return adapter, created
