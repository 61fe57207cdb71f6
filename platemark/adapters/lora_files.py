"""Files of weights that an operator has already, taken in as adapters."""

from __future__ import annotations

from platemark.access import Actor, require_role
from platemark.adapters.service import AdapterView, NewAdapter, register
from platemark.engines.weights import ScanResult
from platemark.errors import Unavailable, Unprocessable
from platemark.settings import printable_name
from platemark.studio import Studio


def register_lora(studio: Studio, found: ScanResult, *, by: Actor) -> tuple[AdapterView, bool]:
    """Keep a copy of the LoRA's bytes and register it, and whether that made a new adapter; in work of its own.

    Bytes that are an adapter already stay the one that they are. Unprocessable for anything but a whole LoRA.
    """
    require_role(by, "admin")
    if found.problem is not None or found.facts.kind != "lora":
        raise Unprocessable("no_lora", f"{printable_name(found.path)} is no LoRA that can be used.")
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
        adapter, made = register(work, studio.blobs, new, by=by)
        work.commit()
    return adapter, made
