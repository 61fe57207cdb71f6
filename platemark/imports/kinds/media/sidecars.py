"""What a sidecar says of its picture. It is somebody's JSON: what does not fit is left out, what is a path is cut."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from platemark.imports.kinds.media.names import LONGEST_NAME, sensible
from platemark.imports.kinds.protocol import Remark
from platemark.imports.reading.file_names import one_line

NESTED = ("params", "parameters", "config", "generation", "metadata", "job", "card")
LONGEST_PROMPT = 2000
LONGEST_LABEL = 2000
MOST_TAGS = 50
MOST_LORAS = 20
KEPT = ("scheduler", "sampler", "clip_skip", "strength", "set_id", "set_name", "theme", "style", "number", "slot")
GREATEST = 2**53 - 1
WORD = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SIZE = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a sidecar says, as far as it fits; ``provenance`` is JSON with the fields of the contract's Provenance."""

    title: str = ""
    prompt: str | None = None
    provenance: Json | None = None
    at: datetime | None = None
    caption: str | None = None
    tags: tuple[str, ...] = ()
    remark: Remark | None = None


def read(data: bytes, *, width: int, height: int) -> Said:
    """What the sidecar ``data`` says of a picture of this size; a remark alone where it is no JSON object."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return Said(remark=Remark("sidecar_unreadable", "Its sidecar is not JSON; the picture is taken without it."))
    if not isinstance(found, dict):
        return Said(remark=Remark("sidecar_unreadable", "Its sidecar is no JSON object; it is taken without it."))
    facts = _flat(found)
    prompt = _text(facts, "prompt", "full_prompt", "final_prompt", longest=LONGEST_PROMPT)
    long = any(len(str(facts.get(name) or "")) > LONGEST_PROMPT for name in ("prompt", "full_prompt", "final_prompt"))
    return Said(
        title=one_line(_text(facts, "title", "card_name", "name", longest=LONGEST_NAME) or "", LONGEST_NAME),
        prompt=prompt,
        provenance=_provenance(facts, prompt or "", width, height),
        at=_moment(facts),
        caption=_text(facts, "caption", longest=LONGEST_LABEL),
        tags=_tags(facts),
        remark=Remark("prompt_shortened", f"Its prompt has more than {LONGEST_PROMPT} characters.") if long else None,
    )


def _flat(found: Json) -> dict[str, Any]:
    """What stands on top and one level below; the top counts more."""
    flat: dict[str, Any] = {}
    for name in NESTED:
        inner = found.get(name)
        if isinstance(inner, dict):
            flat = {**inner, **flat}
    return {**flat, **found}


def _provenance(facts: Json, prompt: str, width: int, height: int) -> Json:
    engine = str(facts.get("engine") or "").lower()
    asked = _size(facts)
    return {
        "engine": engine if WORD.fullmatch(engine) else "imported",
        "engine_version": "unknown",
        "model": _model(facts),
        "seed": _integer(facts, 0, GREATEST, "seed"),
        "steps": _integer(facts, 1, 100, "steps", "num_inference_steps"),
        "guidance_scale": _number(facts, 0, 30, "guidance_scale", "guidance", "cfg_scale", "cfg"),
        "width": asked[0] or width,
        "height": asked[1] or height,
        "prompt": prompt,
        "negative_prompt": _text(facts, "negative_prompt", longest=LONGEST_PROMPT) or "",
        "words_used": [],
        "words_ignored": [],
        "parameters": {**_kept(facts), **_loras(facts)},
        "adapters": [],
        "job_id": None,
        "set_run_id": None,
        "set_template_id": None,
        "set_template_version": None,
        "row_position": None,
    }


def _text(facts: Json, *names: str, longest: int) -> str | None:
    for name in names:
        value = facts.get(name)
        if isinstance(value, str) and value.strip():
            return UNPRINTABLE.sub(" ", value)[:longest]
    return None


def _number(facts: Json, least: float, greatest: float, *names: str) -> float | None:
    for name in names:
        value = facts.get(name)
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                continue
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        if math.isfinite(value) and least <= value <= greatest:
            return value
    return None


def _integer(facts: Json, least: int, greatest: int, *names: str) -> int | None:
    exact = next((facts[name] for name in names if type(facts.get(name)) is int), None)
    if exact is not None:
        return exact if least <= exact <= greatest else None
    value = _number(facts, least, greatest, *names)
    return None if value is None or value != int(value) else int(value)


def _size(facts: Json) -> tuple[int | None, int | None]:
    width, height = _integer(facts, 1, 65535, "width"), _integer(facts, 1, 65535, "height")
    found = SIZE.fullmatch(str(facts.get("size") or facts.get("resolution") or ""))
    if found is None or (width and height):
        return width, height
    named = {"width": int(found[1]), "height": int(found[2])}
    return _integer(named, 1, 65535, "width"), _integer(named, 1, 65535, "height")


def _model(facts: Json) -> str | None:
    named = _text(facts, "model", "model_id", "model_name", "base_model", longest=500)
    return None if named is None else one_line(_last_step(named), 500)


def _loras(facts: Json) -> dict[str, Any]:
    """Each LoRA's name, without the folders it lay in, and its weight."""
    listed = facts.get("loras") or facts.get("lora") or facts.get("lora_paths") or []
    weights = facts.get("lora_weights")
    weights = weights if isinstance(weights, list) else []
    found: dict[str, Any] = {}
    for number, lora in enumerate((listed if isinstance(listed, list) else [listed])[:MOST_LORAS]):
        told = lora if isinstance(lora, dict) else {"name": lora}
        named = _text(told, "name", "filename", "path", "id", longest=500)
        if named is None:
            continue
        given = weights[number] if number < len(weights) else None
        weight = _number({"weight": given, **told}, -10, 10, "weight", "scale", "strength")
        found[f"lora_{number + 1}"] = _last_step(named)
        if weight is not None:
            found[f"lora_{number + 1}_weight"] = weight
    return found


def _kept(facts: Json) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name in KEPT:
        value = facts.get(name)
        if isinstance(value, str) and value.strip():
            kept[name] = UNPRINTABLE.sub(" ", _last_step(value) if value.startswith(("/", "\\")) else value)[:500]
        elif isinstance(value, bool):
            kept[name] = value
        elif (number := _number(facts, -GREATEST, GREATEST, name)) is not None:
            kept[name] = number
    return kept


def _tags(facts: Json) -> tuple[str, ...]:
    listed = facts.get("tags") or facts.get("labels") or facts.get("derived_tags") or []
    words: Iterable[Any] = listed.split(",") if isinstance(listed, str) else listed if isinstance(listed, list) else []
    texts = (it.get("text") or it.get("name") if isinstance(it, dict) else it for it in words)
    clean = (UNPRINTABLE.sub(" ", it).strip()[:LONGEST_LABEL] for it in texts if isinstance(it, str))
    return tuple({it.casefold(): it for it in clean if it}.values())[:MOST_TAGS]


def _moment(facts: Json) -> datetime | None:
    for name in ("created_at", "timestamp", "generated_at", "created", "date", "time"):
        value = facts.get(name)
        try:
            if isinstance(value, str) and value.strip():
                told = datetime.fromisoformat(value.strip())
                moment = told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                moment = datetime.fromtimestamp(value / 1000 if value > 10**11 else value, UTC)
            else:
                continue
        except (ValueError, OverflowError, OSError):
            continue
        if (found := sensible(moment)) is not None:
            return found
    return None


def _last_step(path: str) -> str:
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] if path.startswith(("/", "\\", "~")) or ":\\" in path else path
