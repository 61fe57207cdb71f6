"""LoRAs that a prompt names: they become adapters of the job, or the job is refused. They are never drawn as text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from platemark.access import Actor
from platemark.adapters.pinned import PinnedAdapter
from platemark.adapters.pinning import find_by_names
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Finding, Unprocessable
from platemark.jobs.lora_tags import ENDING, LoraTag, find_tags, key_of
from platemark.jobs.requests import GenerateJob

CANNOT = "The studio cannot apply what the prompt names in angle brackets."


def add_adapters_of_prompts(
    work: UnitOfWork, engines: Engines, batch: Sequence[GenerateJob], *, by: Actor
) -> Sequence[GenerateJob]:
    """The same requests with the adapters that their prompts name, pinned, after those that they list.

    An adapter that is listed keeps the weight that it is listed with. Prompts of engines that look for LoRAs themselves
    stay as they are. Unprocessable ``unknown_adapter`` for a name that no adapter has that ``by`` may see,
    ``engine_limits`` for a tag that cannot be kept.
    """
    tags = {n: tuple(find_tags(it.prompt)) for n, it in enumerate(batch) if "<" in it.prompt + it.negative_prompt}
    tags = {n: found for n, found in tags.items() if found or any(find_tags(batch[n].negative_prompt))}
    tags = {n: found for n, found in tags.items() if not engines.get(batch[n].engine).capabilities().loras_in_prompt}
    if not tags:
        return batch
    spelt = {tag.name for found in tags.values() for tag in found} | {
        tag.key for found in tags.values() for tag in found
    }
    named = find_by_names(work, sorted(spelt | {name + ENDING for name in spelt}), by=by)
    known = {key_of(it.name): it for it in named}
    return [_with_adapters(it, tags[n], known) if n in tags else it for n, it in enumerate(batch)]


def _with_adapters(request: GenerateJob, tags: Sequence[LoraTag], known: Mapping[str, PinnedAdapter]) -> GenerateJob:
    if any(find_tags(request.negative_prompt)):
        message = "A LoRA in a negative prompt has no effect; name it in the prompt."
        raise _limits("/negative_prompt", message)
    listed = {key_of(adapter.name) for adapter in request.adapters}
    adapters = {tag.key: _adapter(tag, known) for tag in tags if tag.key not in listed}
    ids = {adapter.adapter_id for adapter in request.adapters}
    added = tuple(adapter for adapter in adapters.values() if adapter.adapter_id not in ids)
    return replace(request, adapters=(*request.adapters, *added))


def _adapter(tag: LoraTag, known: Mapping[str, PinnedAdapter]) -> PinnedAdapter:
    if tag.kind == "hypernet":
        raise _limits("/prompt", f"The prompt names the hypernetwork {tag.name}; no engine here can apply one.")
    if tag.weight is not None and not math.isfinite(tag.weight):
        message = f"The weight of {tag.name} must be one number, the same for text encoder and network."
        raise _limits("/prompt", message)
    adapter = known.get(tag.key)
    if adapter is None:
        message = f"The prompt names the LoRA {tag.name}, which is no adapter of the studio."
        raise Unprocessable("unknown_adapter", message, [Finding("/prompt", message, "unknown_adapter")])
    return adapter if tag.weight is None else replace(adapter, weight=tag.weight)


def _limits(pointer: str, message: str) -> Unprocessable:
    return Unprocessable("engine_limits", CANNOT, [Finding(pointer, message, "prompt_lora_unsupported")])
