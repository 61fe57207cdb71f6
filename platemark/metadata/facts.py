"""Facts as they were written, under the names that are used here. Every studio spells the same words differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from platemark.metadata import values

Json = Mapping[str, Any]

ALIASES = {
    "prompt": ("prompt", "fullprompt", "finalprompt", "positiveprompt"),
    "negative_prompt": ("negativeprompt",),
    "seed": ("seed", "noiseseed"),
    "steps": ("steps", "numinferencesteps"),
    "guidance_scale": ("guidancescale", "guidance", "cfgscale", "cfg", "scale"),
    "sampler": ("sampler", "samplername"),
    "scheduler": ("scheduler", "scheduletype"),
    "width": ("width",),
    "height": ("height",),
    "size": ("size", "resolution"),
    "model": ("model", "modelid", "modelname", "basemodel", "sdmodelname", "sdmodelcheckpoint"),
    "model_hash": ("modelhash", "basemodelhash", "sdmodelhash"),
    "title": ("title", "cardname", "name"),
    "caption": ("caption",),
    "tags": ("tags", "labels", "derivedtags"),
    "at": ("createdat", "timestamp", "generatedat", "created", "date", "time"),
    "version": ("version", "appversion", "swarmversion", "engineversion"),
    "studio": ("engine",),
}
"""Names by what they mean, without punctuation and in lower case; the first of several counts."""
LORA_NAMES = ("loras", "lora", "lorapaths")
LORA_WEIGHT_NAMES = ("loraweights",)
SECRET = re.compile(r"token|secret|password|passwd|apikey|authorization|cookie|credential")
NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
MAX_LISTED = 200
"""No more LoRAs, tags or resources are looked at."""

Written = tuple[Any, Any, Any]
"""Name, weight and hash of a LoRA, as written."""


@dataclass(slots=True)
class Facts:
    """What one text says: ``named`` by the keys of ``ALIASES``, ``other`` by the writer's own names."""

    named: dict[str, Any] = field(default_factory=dict)
    loras: list[Written] = field(default_factory=list)
    other: dict[str, Any] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    """Texts that could not be understood, by where they stood."""

    def fill(self, less: Facts) -> None:
        """Take from ``less`` what is not known yet."""
        size = {"width", "height", "size"}
        known_size = bool(size & self.named.keys())
        self.named |= {
            name: value
            for name, value in less.named.items()
            if name not in self.named and not (known_size and name in size)
        }
        self.loras = self.loras or less.loras
        self.other = {**less.other, **self.other}
        self.unread = {**less.unread, **self.unread}


def plain_name(name: str) -> str:
    """``Negative prompt``, ``negative_prompt`` and ``negativePrompt`` are one name."""
    return NOT_ALPHANUMERIC.sub("", name[:100].lower())


def from_pairs(written: Json) -> Facts:
    """The facts of flat ``written``, whoever wrote it: known names, LoRAs, and all other scalars."""
    by_name: dict[str, Any] = {}
    for name, value in written.items():
        by_name.setdefault(plain_name(name), value)
    facts = Facts()
    for meaning, names in ALIASES.items():
        found = [by_name[it] for it in names if not is_blank(by_name.get(it))]
        chosen = next((it for it in found if _suits(meaning, it)), found[0] if found else None)
        if chosen is not None:
            facts.named[meaning] = chosen
    listed: Any = next((by_name[it] for it in LORA_NAMES if by_name.get(it)), [])
    weights = next((as_list(by_name[it]) for it in LORA_WEIGHT_NAMES if by_name.get(it)), [])
    facts.loras = list(written_loras(listed, weights))
    used = {it for names in ALIASES.values() for it in names} | {*LORA_NAMES, *LORA_WEIGHT_NAMES}
    for name, value in written.items():
        plain = plain_name(name)
        if plain not in used and isinstance(value, str | int | float) and not SECRET.search(plain):
            facts.other.setdefault(name, value)
    return facts


def as_list(value: Any) -> list[Any]:
    """A list as it is, a text split at its commas, anything else as the only element."""
    listed = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else [value]
    return listed[:MAX_LISTED]


def written_loras(listed: Any, weights: Iterable[Any] = ()) -> Iterable[Written]:
    """LoRAs from a list of names, of objects or of ``[name, weight, hash]``."""
    following = iter(weights)
    for it in as_list(listed):
        weight = next(following, None)
        if isinstance(it, dict):
            yield _lora_of_object(it, weight)
        elif isinstance(it, list):
            yield (*it[:3], None, None, None)[:3]
        elif isinstance(it, str):
            yield it.strip(), weight, None


def is_blank(value: Any) -> bool:
    """Whether it says nothing: null, or text of spaces and unprintable characters."""
    return value is None or (isinstance(value, str) and values.text(value) is None)


def _suits(meaning: str, value: Any) -> bool:
    if meaning in ("seed", "steps", "guidance_scale", "width", "height"):
        return values.number(value) is not None
    if meaning == "at":
        return values.moment(value) is not None
    return isinstance(value, str) or meaning == "tags"


def _lora_of_object(it: Json, weight: Any) -> Written:
    inner = next((it[name] for name in ("model", "lora") if isinstance(it.get(name), dict)), it)
    name = _first(inner, "name", "model_name", "modelName", "filename", "path", "id", "lora")
    return name, _first(it, "weight", "scale", "strength") if weight is None else weight, _first(inner, "hash")


def _first(it: Json, *names: str) -> Any:
    return next((it[name] for name in names if not is_blank(it.get(name))), None)
