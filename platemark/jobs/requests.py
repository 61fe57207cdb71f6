"""What a job asks for, and whether its engine can do that: refused before it is queued, never ignored."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from uuid import UUID

from platemark.adapters.pinning import PinnedAdapter
from platemark.adapters.pinning import find_adapter_problems as adapter_findings
from platemark.engines.base import Capabilities, Engine
from platemark.engines.registry import Engines
from platemark.errors import Finding, Unprocessable

LARGEST_SEED = 2**53 - 1
DEFAULT_GUIDANCE = 7.5
DEFAULT_STEPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateJob:
    """Pictures to make: ``count`` of them with seeds that count up. ``seed`` is None until it is pinned.

    ``adapters`` are pinned by digest. ``title`` and the set template's facts go with the pictures and are no part of
    what the engine is asked.
    """

    prompt: str
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    steps: int = DEFAULT_STEPS
    guidance_scale: float = DEFAULT_GUIDANCE
    seed: int | None = None
    engine: str = "press"
    adapters: tuple[PinnedAdapter, ...] = ()
    count: int = 1
    visibility: str = "private"
    priority: int = 0
    album_id: UUID | None = None
    title: str = ""
    set_template_id: UUID | None = None
    set_template_version: int | None = None

    def pinned(self) -> Self:
        """The same with its seed filled in, so that the job can be done again and gives the same pictures."""
        if self.seed is not None:
            return self
        return replace(self, seed=secrets.randbelow(LARGEST_SEED - self.count))

    def payload(self) -> dict[str, Any]:
        """As JSON, for the job's row."""
        facts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in facts.items()}
        return {**plain, "adapters": [adapter.payload() for adapter in self.adapters]}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """What ``payload()`` gave; words of a later version are passed over."""
        known = {field.name: payload[field.name] for field in fields(cls) if field.name in payload}
        for name in ("album_id", "set_template_id"):
            known[name] = UUID(known[name]) if known.get(name) else None
        known["adapters"] = tuple(PinnedAdapter.from_payload(each) for each in known.get("adapters", ()))
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionJob:
    """Pictures to describe: those named, or an album's. ``engine`` is empty and ``count`` 0 until they are pinned.

    Which pictures an album had is pinned in rows of their own; ``count`` is how many they are.
    """

    image_ids: tuple[UUID, ...] = ()
    album_id: UUID | None = None
    engine: str = ""
    tags: bool = False
    only_missing: bool = True
    priority: int = 0
    count: int = 0

    def payload(self) -> dict[str, Any]:
        """As JSON, for the job's row."""
        return {
            "image_ids": [str(image_id) for image_id in self.image_ids],
            "album_id": None if self.album_id is None else str(self.album_id),
            "engine": self.engine,
            "tags": self.tags,
            "only_missing": self.only_missing,
            "priority": self.priority,
            "count": self.count,
        }

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """What ``payload()`` gave; words of a later version are passed over."""
        known = {field.name: payload[field.name] for field in fields(cls) if field.name in payload}
        known["image_ids"] = tuple(map(UUID, known.get("image_ids", ())))
        known["album_id"] = UUID(known["album_id"]) if known.get("album_id") else None
        return cls(**known)


def check(engines: Engines, *requests: GenerateJob) -> None:
    """Raise Unprocessable where an engine is unknown, cannot work now, or cannot do what one of ``requests`` asks."""
    for name in dict.fromkeys(request.engine for request in requests):
        engine = engines.get(name)
        check_health(engine)
        capabilities = engine.capabilities()
        for request in requests:
            if request.engine == name:
                _check_limits(engine, capabilities, request)


def check_health(engine: Engine) -> None:
    """Raise Unprocessable ``engine_unavailable`` where the engine cannot work now."""
    health = engine.health()
    if not health.ok:
        detail = f"The engine {engine.name} cannot work now. {health.hint}".strip()
        raise Unprocessable("engine_unavailable", detail, [Finding("/engine", detail, "engine_unavailable")])


def _check_limits(engine: Engine, can: Capabilities, request: GenerateJob) -> None:
    findings = [*_sizes(can, request), *_words(can, request)]
    findings += adapter_findings(can.adapter_formats, request.adapters)
    if request.seed is not None and request.seed > LARGEST_SEED - (request.count - 1):
        findings.append(
            Finding("/seed", f"{request.count} seeds from here would pass {LARGEST_SEED}.", "seed_too_large")
        )
    if findings:
        detail = f"The engine {engine.name} cannot do this: {findings[0].message}"
        raise Unprocessable("engine_limits", detail, findings)


def _sizes(can: Capabilities, request: GenerateJob) -> list[Finding]:
    findings = []
    for name, side in (("width", request.width), ("height", request.height)):
        if not can.min_side <= side <= can.max_side:
            message = f"The {name} must be {can.min_side} … {can.max_side}."
            findings.append(Finding(f"/{name}", message, f"{name}_limit"))
        elif side % can.side_multiple:
            message = f"The {name} must be a multiple of {can.side_multiple}."
            findings.append(Finding(f"/{name}", message, f"{name}_multiple"))
    if request.steps > can.max_steps:
        findings.append(Finding("/steps", f"It takes at most {can.max_steps} steps.", "steps_limit"))
    return findings


def _words(can: Capabilities, request: GenerateJob) -> list[Finding]:
    findings = []
    if "generate" not in can.kinds:
        findings.append(Finding("/kind", "It makes no pictures.", "kind_unsupported"))
    if request.negative_prompt and not can.negative_prompt:
        findings.append(Finding("/negative_prompt", "It heeds no negative prompt.", "negative_prompt_unsupported"))
    if request.guidance_scale != DEFAULT_GUIDANCE and not can.guidance_scale:
        findings.append(Finding("/guidance_scale", "It has no guidance to set.", "guidance_scale_unsupported"))
    if request.steps != DEFAULT_STEPS and not can.steps:
        findings.append(Finding("/steps", "It has no steps to set.", "steps_unsupported"))
    return findings
