"""Writes AUTOMATIC1111's text, so that ``infotext`` and the programs that know it read the same facts from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from platemark.metadata.infotext import NEGATIVE

MODEL_DIGEST = " sha256:"
SHORT_HASH = 10
"""So many digits of a digest are the hash of a model there."""
PLAIN = re.compile(r"[^\s,:\"{}\[\]][^,:\n\r\"]*")
MISTAKABLE = re.compile(rf"^{NEGATIVE}", re.MULTILINE)
"""A line of a prompt that would begin the negative prompt."""


def write(provenance: Mapping[str, Any]) -> str | None:
    """The text for a provenance; None if none says the same: there are no steps, or the prompt is mistakable."""
    prompt, negative = provenance["prompt"].strip(), provenance["negative_prompt"].strip()
    if provenance["steps"] is None or MISTAKABLE.search(prompt):
        return None
    parameters = ", ".join(f"{name}: {_quoted(value)}" for name, value in _parameters(provenance))
    return "\n".join([prompt, *([f"{NEGATIVE} {negative}"] if negative else []), parameters])


def _parameters(provenance: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Names and values in their order there; what is not known is left out."""
    own = provenance["parameters"]
    model, _, digest = (provenance["model"] or "").partition(MODEL_DIGEST)
    pairs = {
        "Steps": provenance["steps"],
        "Sampler": own.get("sampler"),
        "Schedule type": own.get("scheduler"),
        "CFG scale": provenance["guidance_scale"],
        "Seed": provenance["seed"],
        "Size": f"{provenance['width']}x{provenance['height']}",
        "Model hash": digest[:SHORT_HASH] or own.get("model_hash"),
        "Model": model,
        "Loras": [[it["name"], it["weight"], it["digest"][:SHORT_HASH]] for it in provenance["adapters"]],
        "Generator": f"{provenance['engine']} {provenance['engine_version']}",
    }
    return ((name, value) for name, value in pairs.items() if value not in (None, "", []))


def _quoted(value: Any) -> str:
    """A value as it is, or as JSON if it could be mistaken for more than one."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) and value == value.strip() else json.dumps(value)
    return json.dumps(value, separators=(",", ":"))
