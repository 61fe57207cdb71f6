"""What callers read of set templates, and what they may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.set_templates.prompts import DEFAULT_TEMPLATE
from platemark.set_templates.table import Table
from platemark.unchanged import UNCHANGED, Unchanged

Visibility = Literal["private", "shared", "public"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplateView:
    """A set template at its current version, without its rows; sizes in pixels.

    ``engine``, ``model`` and ``adapters`` are those of its runs; None leaves them to the studio.
    """

    id: UUID
    slug: str | None
    name: str
    description: str
    visibility: Visibility
    version: int
    base_prompt: str
    prompt_template: str
    example_theme: str
    style_suffix: str
    negative_prompt: str
    width: int
    height: int
    steps: int
    guidance_scale: float
    engine: str | None
    model: str | None
    adapters: tuple[PinnedAdapter, ...] | None
    columns: tuple[str, ...]
    row_count: int
    archived_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplateRowsView:
    """All rows of one version of a set template."""

    set_template_id: UUID
    version: int
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplateFilter:
    """Which set templates to list; an empty field excludes none.

    ``q``: each of its words must occur in the name or the description. ``archived`` lists the archived ones instead.
    """

    visibility: Sequence[str] = ()
    q: str | None = None
    slug: str | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSetTemplate:
    """The fields of a set template to create; sizes in pixels.

    ``engine``, ``model`` and ``adapters`` None leave them to the studio.
    """

    name: str
    description: str = ""
    visibility: Visibility = "shared"
    base_prompt: str = ""
    prompt_template: str = DEFAULT_TEMPLATE
    example_theme: str = ""
    style_suffix: str = ""
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    steps: int = 20
    guidance_scale: float = 7.5
    engine: str | None = None
    model: str | None = None
    adapters: Sequence[AdapterChoice] | None = None

    @classmethod
    def like(cls, template: SetTemplateView) -> Self:
        """The fields of ``template`` at its current version."""
        values = {field.name: getattr(template, field.name) for field in fields(cls)}
        chosen = None if template.adapters is None else tuple(adapter.choice for adapter in template.adapters)
        return cls(**{**values, "adapters": chosen})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplateChanges:
    """The fields to change; None leaves a field as it is, except for those in ``CLEARABLE``, which it clears."""

    name: str | None = None
    description: str | None = None
    visibility: Visibility | None = None
    base_prompt: str | None = None
    prompt_template: str | None = None
    example_theme: str | None = None
    style_suffix: str | None = None
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    steps: int | None = None
    guidance_scale: float | None = None
    engine: str | Unchanged | None = UNCHANGED
    model: str | Unchanged | None = UNCHANGED
    adapters: Sequence[AdapterChoice] | Unchanged | None = UNCHANGED

    def differing_from(self, current: SetTemplateView) -> dict[str, Any]:
        """The fields that are given and whose value differs from ``current``, where adapters are chosen."""
        given = {name: value for name in CHANGEABLE if (value := getattr(self, name)) is not None}
        given |= {name: value for name in CLEARABLE if not isinstance(value := getattr(self, name), Unchanged)}
        now = NewSetTemplate.like(current)
        return {name: value for name, value in given.items() if _plain(value) != getattr(now, name)}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


CLEARABLE = ("engine", "model", "adapters")
"""The fields that a set template may leave to the studio."""
CHANGEABLE = tuple(field.name for field in fields(SetTemplateChanges) if field.name not in CLEARABLE)
