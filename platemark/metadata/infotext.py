"""AUTOMATIC1111's text: the prompt, ``Negative prompt:``, and a line ``Steps: 20, Sampler: Euler a, …``."""

from __future__ import annotations

import re
from typing import Any

from platemark.metadata import values
from platemark.metadata.facts import MAX_LISTED, Facts, Written, from_pairs, written_loras

NEGATIVE = "Negative prompt:"
STEPS = re.compile(r"^[ \t]{0,8}Steps: ", re.MULTILINE)
SPACE = re.compile(r"\s*")
NAME = re.compile(r"([A-Za-z][^:,\n\"{}\[\]]{0,63}):[ \t]*")
VALUE = re.compile(r"[^,\n]*")
LORA = re.compile(r"<(?:lora|lyco):([^:<>\n]{1,200})(?::([^:<>\n]{0,40}))?(?::[^<>\n]{0,80})?>", re.IGNORECASE)
MAX_PAIRS = 200
MAX_PARAMETERS = 64 * 1024
FEWEST_PAIRS = 3
"""A last line with so many pairs is one of parameters, even without ``Steps``."""


def looks_like(text: str) -> bool:
    """Whether it is such a text and not any other, such as a caption."""
    return STEPS.search(text) is not None or f"\n{NEGATIVE}" in text or text.startswith(NEGATIVE)


def read(text: str) -> Facts:
    """The facts of a text; one without any parameters is a prompt."""
    text = values.clean(text)
    prompts, parameters = _split(text)
    prompt, negative = _split_prompts(prompts)
    pairs = _pairs(parameters)
    facts = from_pairs(pairs)
    _take_out_resources(facts, pairs)
    facts.named |= {"prompt": prompt, "negative_prompt": negative}
    facts.loras = _loras(prompt, pairs) or facts.loras
    version = str(pairs.get("Version", ""))
    facts.named |= {"studio": _studio(version), "version": version.removeprefix("Fooocus ")}
    return facts


def _split(text: str) -> tuple[str, str]:
    """The prompts, and the line of parameters with all that follows it."""
    starts = [it.start() for it in STEPS.finditer(text)]
    if starts:
        return text[: starts[-1]], text[starts[-1] :].strip()
    start = text.rstrip().rfind("\n") + 1
    if len(_pairs(text[start:])) >= FEWEST_PAIRS and not text[start:].startswith(NEGATIVE):
        return text[:start], text[start:]
    return text, ""


def _split_prompts(text: str) -> tuple[str, str]:
    if text.startswith(NEGATIVE):
        return "", text.removeprefix(NEGATIVE).strip()
    prompt, _, negative = text.partition(f"\n{NEGATIVE}")
    return prompt.strip(), negative.strip()


def _pairs(text: str) -> dict[str, Any]:
    """Names and values, separated by commas or line ends; a value may be JSON, which may contain both."""
    text, at = text[:MAX_PARAMETERS], 0
    pairs: dict[str, Any] = {}
    while at < len(text) and len(pairs) < MAX_PAIRS:
        at = _end(SPACE, text, at)
        match = NAME.match(text, at)
        if match is not None:
            value, at = _value(text, match.end())
            pairs.setdefault(match[1].strip(), value)
        else:
            at = _end(VALUE, text, at)
        at += 1
    return pairs


def _value(text: str, at: int) -> tuple[Any, int]:
    if text[at : at + 1] in ('"', "{", "["):
        read = values.load_json_at(text, at)
        if read is not None and text[read[1] : read[1] + 1] in ("", ",", "\n", " "):
            return read
    end = _end(VALUE, text, at)
    return text[at:end].strip(), end


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that also matches nothing ends."""
    match = pattern.match(text, at)
    return at if match is None else match.end()


def _loras(prompt: str, pairs: dict[str, Any]) -> list[Written]:
    hashes = dict(_hashes(pairs.get("Lora hashes")))
    named = pairs.get("Hashes")
    if isinstance(named, dict):
        hashes |= {it.removeprefix("lora:"): value for it, value in named.items() if it.startswith("lora:")}
    tags = [(it[1].strip(), it[2] or None) for it in LORA.finditer(prompt)][:MAX_LISTED]
    used = {name for name, _ in tags}
    return [(name, weight, hashes.get(name)) for name, weight in tags] + [
        (name, None, digest) for name, digest in hashes.items() if name not in used
    ]


def _hashes(written: Any) -> list[tuple[str, str]]:
    """``name: hash, name: hash``."""
    parts = written.split(",")[:MAX_LISTED] if isinstance(written, str) else []
    pairs = (it.rpartition(":") for it in parts)
    return [(name.strip(), digest.strip()) for name, _, digest in pairs if name.strip()]


def _take_out_resources(facts: Facts, pairs: dict[str, Any]) -> None:
    """Civitai lists the checkpoint and the LoRAs with the names and versions that they have there."""
    resources = pairs.get("Civitai resources")
    for it in resources[:MAX_LISTED] if isinstance(resources, list) else []:
        if not isinstance(it, dict):
            continue
        if it.get("type") == "checkpoint":
            facts.named.setdefault("model", it.get("modelName"))
        elif it.get("type") in ("lora", "lycoris", "dora"):
            facts.loras.extend(written_loras([it]))


def _studio(version: str) -> str:
    lowered = version.lower()
    for start, studio in (("f", "fooocus" if lowered.startswith("fooocus") else "forge"), ("comfyui", "comfyui")):
        if lowered.startswith(start):
            return studio
    return "automatic1111"
