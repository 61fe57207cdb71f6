"""Registering LoRAs that are uploaded: only the header is read, and the bytes are streamed into the blob store."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import IO

from platemark.access import Actor, require_role
from platemark.adapters.service import register_adapter
from platemark.adapters.views import DEFAULT_WEIGHT, AdapterUpload, NewAdapter, RegisteredAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.weights import BadWeights, classify_weights, parse_header, trigger_words_in
from platemark.errors import Unprocessable
from platemark.settings import printable_name
from platemark.studio import Studio

UNNAMED = "LoRA"


def upload_lora(
    work: UnitOfWork, studio: Studio, stream: IO[bytes], new: AdapterUpload, *, by: Actor
) -> RegisteredAdapter:
    """Register the LoRA in ``stream``; bytes that are an adapter already are that adapter, unchanged.

    The bytes are checked and stored before the first statement begins the transaction of ``work``. Unprocessable
    ``not_a_lora``, TooLarge ``file_too_large``.
    """
    require_role(by, "admin")
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    try:
        header = parse_header(stream, size)
    except BadWeights as error:
        raise Unprocessable("not_a_lora", f"This is not a LoRA: {error}") from None
    facts = classify_weights(header)
    if facts.kind != "lora":
        raise Unprocessable("not_a_lora", "This is not a LoRA: It has other tensors than those of a LoRA.")
    stream.seek(0)
    adapter = NewAdapter(
        name=new.name or _name_of(new.file_name),
        description=new.description or f"A LoRA of rank {facts.rank}.",
        format="lora",
        digest=studio.blobs.put_file(stream, limit=studio.settings.max_adapter_bytes),
        size_bytes=size,
        source="registered",
        base=facts.family,
        default_weight=DEFAULT_WEIGHT if new.default_weight is None else new.default_weight,
        trigger_words=list(trigger_words_in(header.metadata) if new.trigger_words is None else new.trigger_words),
        visibility=new.visibility,
    )
    return RegisteredAdapter(*register_adapter(work, studio, adapter, by=by))


def _name_of(file_name: str) -> str:
    """The name of a LoRA whose file has this name: without folder and suffix."""
    stem = PurePath(file_name.replace("\\", "/")).stem
    return printable_name(PurePath(stem)) if stem else UNNAMED
