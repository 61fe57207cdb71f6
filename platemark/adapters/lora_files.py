"""Registering LoRA files that the operator already has as adapters."""

from __future__ import annotations

from platemark.access import Actor, require_role
from platemark.adapters.service import register_adapter
from platemark.adapters.views import AdapterView, NewAdapter
from platemark.engines.weights import ScanResult
from platemark.errors import Unavailable, Unprocessable
from platemark.settings import printable_name
from platemark.studio import Studio


def register_lora(studio: Studio, found: ScanResult, *, by: Actor) -> tuple[AdapterView, bool]:
    """Store a copy of the LoRA file and register it; the adapter, and whether it was created. Opens its own work.

    Bytes that are an adapter already are not registered again. Unprocessable ``no_lora`` for anything but a complete
    LoRA file, Unavailable ``file_unreadable`` if it cannot be read.
    """
    require_role(by, "admin")
    if found.problem is not None or found.facts.kind != "lora":
        raise Unprocessable("no_lora", f"{printable_name(found.path)} is not a usable LoRA file.")
    try:
        with found.path.open("rb") as file:
            digest = studio.blobs.put_file(file, limit=found.size_bytes)
    except OSError as error:
        raise Unavailable(
            "file_unreadable", f"{printable_name(found.path)} cannot be read: {error.strerror}."
        ) from None
    new = NewAdapter(
        name=printable_name(found.path.with_name(found.name)),
        description=f"A LoRA of rank {found.facts.rank}.",
        format="lora",
        digest=digest,
        size_bytes=studio.blobs.size(digest),
        source="registered",
        base=found.facts.family,
    )
    with studio.work(write=True) as work:
        adapter, created = register_adapter(work, studio, new, by=by)
        work.commit()
    return adapter, created
