"""Parses sidecars. They are arbitrary JSON: values that do not fit are ignored; paths are cut to their last part."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from platemark.imports.kinds.media.names import MAX_NAME, plausible_time
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason

NESTED = ("params", "parameters", "config", "generation", "metadata", "job", "card")
MAX_PROMPT = 2000
MAX_LABEL = 2000
MAX_TAGS = 50
MAX_LORAS = 20
PARAMETERS = ("scheduler", "sampler", "clip_skip", "strength", "set_id", "set_name", "theme", "style", "number", "slot")
MAX_INTEGER = 2**53 - 1
ENGINE_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SIZE_TEXT = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*")

NOT_JSON = Reason("sidecar_unreadable", "Its sidecar is not JSON. The picture is imported without it.")
NOT_AN_OBJECT = Reason("sidecar_unreadable", "Its sidecar is not a JSON object. The picture is imported without it.")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a sidecar says, as far as it is usable; ``provenance`` is JSON with the contract's fields of Provenance."""

    title: str = ""
    prompt: str | None = None
    provenance: Json | None = None
    at: datetime | None = None
    caption: str | None = None
    tags: tuple[str, ...] = ()
    note: Reason | None = None


def read(data: bytes, *, width: int, height: int) -> Sidecar:
    """Parse the sidecar of a picture of this size; nothing but a note if it is not a JSON object."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return Sidecar(note=NOT_JSON)
    if not isinstance(value, dict):
        return Sidecar(note=NOT_AN_OBJECT)
    facts = _flatten(value)
    prompt = _text(facts, "prompt", "full_prompt", "final_prompt", longest=MAX_PROMPT)
    long = any(len(str(facts.get(name) or "")) > MAX_PROMPT for name in ("prompt", "full_prompt", "final_prompt"))
    return Sidecar(
        title=one_line(_text(facts, "title", "card_name", "name", longest=MAX_NAME) or "", MAX_NAME),
        prompt=prompt,
        provenance=_provenance(facts, prompt or "", width, height),
        at=_time(facts),
        caption=_text(facts, "caption", longest=MAX_LABEL),
        tags=_tags(facts),
        note=Reason("prompt_shortened", f"Its prompt was cut to {MAX_PROMPT} characters.") if long else None,
    )


def _flatten(value: Json) -> dict[str, Any]:
    """The keys of the top level and of known objects one level below; the top level wins."""
    flat: dict[str, Any] = {}
    for name in NESTED:
        inner = value.get(name)
        if isinstance(inner, dict):
            flat = {**inner, **flat}
    return {**flat, **value}


def _provenance(facts: Json, prompt: str, width: int, height: int) -> Json:
    engine = str(facts.get("engine") or "").lower()
    requested = _size(facts)
    return {
        "engine": engine if ENGINE_NAME.fullmatch(engine) else "imported",
        "engine_version": "unknown",
        "model": _model(facts),
        "seed": _integer(facts, 0, MAX_INTEGER, "seed"),
        "steps": _integer(facts, 1, 100, "steps", "num_inference_steps"),
        "guidance_scale": _number(facts, 0, 30, "guidance_scale", "guidance", "cfg_scale", "cfg"),
        "width": requested[0] or width,
        "height": requested[1] or height,
        "prompt": prompt,
        "negative_prompt": _text(facts, "negative_prompt", longest=MAX_PROMPT) or "",
        "words_used": [],
        "words_ignored": [],
        "parameters": {**_parameters(facts), **_loras(facts)},
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
    match = SIZE_TEXT.fullmatch(str(facts.get("size") or facts.get("resolution") or ""))
    if match is None or (width and height):
        return width, height
    parsed = {"width": int(match[1]), "height": int(match[2])}
    return _integer(parsed, 1, 65535, "width"), _integer(parsed, 1, 65535, "height")


def _model(facts: Json) -> str | None:
    name = _text(facts, "model", "model_id", "model_name", "base_model", longest=500)
    return None if name is None else one_line(_without_folders(name), 500)


def _loras(facts: Json) -> dict[str, Any]:
    """Each LoRA's name, without its folders, and its weight."""
    listed = facts.get("loras") or facts.get("lora") or facts.get("lora_paths") or []
    weights = facts.get("lora_weights")
    weights = weights if isinstance(weights, list) else []
    parameters: dict[str, Any] = {}
    for number, lora in enumerate((listed if isinstance(listed, list) else [listed])[:MAX_LORAS]):
        entry = lora if isinstance(lora, dict) else {"name": lora}
        name = _text(entry, "name", "filename", "path", "id", longest=500)
        if name is None:
            continue
        listed_weight = weights[number] if number < len(weights) else None
        weight = _number({"weight": listed_weight, **entry}, -10, 10, "weight", "scale", "strength")
        parameters[f"lora_{number + 1}"] = _without_folders(name)
        if weight is not None:
            parameters[f"lora_{number + 1}_weight"] = weight
    return parameters


def _parameters(facts: Json) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for name in PARAMETERS:
        value = facts.get(name)
        if isinstance(value, str) and value.strip():
            text = _without_folders(value) if value.startswith(("/", "\\")) else value
            parameters[name] = UNPRINTABLE.sub(" ", text)[:500]
        elif isinstance(value, bool):
            parameters[name] = value
        elif (number := _number(facts, -MAX_INTEGER, MAX_INTEGER, name)) is not None:
            parameters[name] = number
    return parameters


def _tags(facts: Json) -> tuple[str, ...]:
    listed = facts.get("tags") or facts.get("labels") or facts.get("derived_tags") or []
    words: Iterable[Any] = listed.split(",") if isinstance(listed, str) else listed if isinstance(listed, list) else []
    texts = (it.get("text") or it.get("name") if isinstance(it, dict) else it for it in words)
    clean = (UNPRINTABLE.sub(" ", it).strip()[:MAX_LABEL] for it in texts if isinstance(it, str))
    return tuple({it.casefold(): it for it in clean if it}.values())[:MAX_TAGS]


def _time(facts: Json) -> datetime | None:
    for name in ("created_at", "timestamp", "generated_at", "created", "date", "time"):
        value = facts.get(name)
        try:
            if isinstance(value, str) and value.strip():
                parsed = datetime.fromisoformat(value.strip())
                moment = parsed.replace(tzinfo=parsed.tzinfo or UTC).astimezone(UTC)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                moment = datetime.fromtimestamp(value / 1000 if value > 10**11 else value, UTC)
            else:
                continue
        except (ValueError, OverflowError, OSError):
            continue
        if (plausible := plausible_time(moment)) is not None:
            return plausible
    return None


def _without_folders(path: str) -> str:
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] if path.startswith(("/", "\\", "~")) or ":\\" in path else path
