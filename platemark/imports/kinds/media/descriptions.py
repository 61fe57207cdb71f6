"""What a picture's metadata and sidecars say about it, as an import stores it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from platemark.choices import IMPORTED_ENGINE
from platemark.imports.kinds.media.moments import plausible_time
from platemark.imports.reasons import Reason
from platemark.metadata.found import Found, Remark
from platemark.metadata.read import Sidecar, read

MAX_MESSAGE = 500
NOT_STATED = IMPORTED_ENGINE
UNKNOWN = "unknown"

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a picture; ``provenance`` is JSON with the contract's fields of Provenance."""

    title: str = ""
    prompt: str | None = None
    provenance: Json | None = None
    at: datetime | None = None
    caption: str | None = None
    tags: tuple[str, ...] = ()
    note: Reason | None = None


def describe(picture: bytes, sidecars: Sequence[Sidecar] = (), *, width: int, height: int) -> Description:
    """What stands in a picture of this size and beside it; the note names the studio, or what was not kept."""
    found = read(picture, sidecars)
    return Description(
        title=found.title or "",
        prompt=found.prompt,
        provenance=_provenance(found, width, height) if _states_anything(found) else None,
        at=None if found.at is None else plausible_time(found.at),
        caption=found.caption,
        tags=found.tags,
        note=note_of(found.remarks) or _note_of_reading(found),
    )


def note_of(remarks: Sequence[Remark]) -> Reason | None:
    """One reason for all remarks: the code of the first, the lines of all."""
    if not remarks:
        return None
    return Reason(remarks[0].code, " ".join(it.message for it in remarks)[:MAX_MESSAGE])


def _states_anything(found: Found) -> bool:
    """Whether it says how the picture was made, not only what it shows."""
    facts = (found.studio, found.prompt, found.negative_prompt, *_settings(found).values())
    return bool(found.loras or found.other) or any(it is not None for it in facts)


def _settings(found: Found) -> dict[str, Any]:
    return {
        "seed": found.seed,
        "steps": found.steps,
        "guidance_scale": found.guidance_scale,
        "width": found.width,
        "height": found.height,
        "sampler": found.sampler,
        "scheduler": found.scheduler,
        "model": found.model,
    }


def _note_of_reading(found: Found) -> Reason | None:
    if found.studio is None:
        return None
    stated = ["prompt"] * (found.prompt is not None) + ["negative prompt"] * bool(found.negative_prompt)
    stated += [f"{name} {value}" for name, value in _settings(found).items() if value is not None]
    stated += [f"LoRA {it.name}" for it in found.loras]
    message = f"Metadata of {found.studio}: {', '.join(stated) or 'nothing else'}."
    return Reason("metadata_read", message[:MAX_MESSAGE], quiet=True)


def _provenance(found: Found, width: int, height: int) -> Json:
    return {
        "engine": found.studio or NOT_STATED,
        "engine_version": found.version or UNKNOWN,
        "model": found.model,
        "seed": found.seed,
        "steps": found.steps,
        "guidance_scale": found.guidance_scale,
        "width": found.width or width,
        "height": found.height or height,
        "prompt": found.prompt or "",
        "negative_prompt": found.negative_prompt or "",
        "words_used": [],
        "words_ignored": [],
        "parameters": _parameters(found),
        "adapters": [],
        "job_id": None,
        "set_run_id": None,
        "set_template_id": None,
        "set_template_version": None,
        "row_position": None,
    }


def _parameters(found: Found) -> Json:
    """Everything that has no field of its own, LoRAs numbered."""
    named = {"sampler": found.sampler, "scheduler": found.scheduler, "model_hash": found.model_hash}
    for number, lora in enumerate(found.loras, 1):
        start = f"lora_{number}"
        named |= {start: lora.name, f"{start}_weight": lora.weight, f"{start}_hash": lora.hash}  # type: ignore[dict-item]
    return {**found.other, **{name: value for name, value in named.items() if value is not None}}
