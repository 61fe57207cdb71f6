"""The requests of jobs, as they are stored. Plain data, for the engine's process, too."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from uuid import UUID

from platemark.adapters.pinned import PinnedAdapter
from platemark.engines.registry import DEFAULT_ENGINE

LARGEST_SEED = 2**53 - 1
DEFAULT_GUIDANCE = 7.5
DEFAULT_STEPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateJob:
    """Images to generate: ``count`` of them, with consecutive seeds. ``seed`` is None until it is pinned.

    ``engine`` is empty until it is chosen. ``model`` None is the engine's own; it is pinned by digest if that is known,
    ``adapters`` always are. ``title`` and the set template are stored with the images; the engine does not get them.
    """

    prompt: str
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    steps: int = DEFAULT_STEPS
    guidance_scale: float = DEFAULT_GUIDANCE
    seed: int | None = None
    engine: str = DEFAULT_ENGINE
    model: str | None = None
    adapters: tuple[PinnedAdapter, ...] = ()
    count: int = 1
    visibility: str = "private"
    priority: int = 0
    album_id: UUID | None = None
    title: str = ""
    set_template_id: UUID | None = None
    set_template_version: int | None = None

    def pinned(self) -> Self:
        """The same request with a seed, so that repeating the job gives the same images."""
        if self.seed is not None:
            return self
        return replace(self, seed=secrets.randbelow(LARGEST_SEED - self.count))

    def payload(self) -> dict[str, Any]:
        """The request as JSON, for the job's row."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        values = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        return {**values, "adapters": [adapter.payload() for adapter in self.adapters]}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The request of a ``payload()``; fields of a later version are ignored."""
        known = {field.name: payload[field.name] for field in fields(cls) if field.name in payload}
        for name in ("album_id", "set_template_id"):
            known[name] = UUID(known[name]) if known.get(name) else None
        known["adapters"] = tuple(PinnedAdapter.from_payload(adapter) for adapter in known.get("adapters", ()))
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionJob:
    """Images to caption: the given ones, or those of an album. ``engine`` is empty and ``count`` 0 until pinned.

    The images are pinned in rows of their own; ``count`` is their number.
    """

    image_ids: tuple[UUID, ...] = ()
    album_id: UUID | None = None
    engine: str = ""
    tags: bool = False
    only_missing: bool = True
    priority: int = 0
    count: int = 0

    def payload(self) -> dict[str, Any]:
        """The request as JSON, for the job's row."""
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
        """The request of a ``payload()``; fields of a later version are ignored."""
        known = {field.name: payload[field.name] for field in fields(cls) if field.name in payload}
        known["image_ids"] = tuple(dict.fromkeys(map(UUID, known.get("image_ids", ()))))
        known["album_id"] = UUID(known["album_id"]) if known.get("album_id") else None
        return cls(**known)
