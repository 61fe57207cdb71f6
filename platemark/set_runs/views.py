"""What callers read of set runs, and what they may ask for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.jobs.views import Estimate
from platemark.set_runs.grid_axes import Grid
from platemark.set_templates.prompts import Problem, PromptWarning

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRunView:
    """A set run. ``counts`` maps each state to the number of its rows, zeros included; ``progress`` is 0 … 1.

    ``seed`` is that of the first row, ``grid`` the axes of a grid; both are None if the caller may not read the request
    of each row. ``estimate`` counts from now; None if the run is finished or nothing is known.
    """

    id: UUID
    set_template_id: UUID
    set_template_version: int
    album_id: UUID
    theme: str
    engine: str
    model: str | None
    adapters: tuple[PinnedAdapter, ...]
    state: State
    counts: dict[str, int]
    row_count: int
    progress: float
    seed: int | None
    is_grid: bool
    grid: Grid | None
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a grid: the place of its value on each axis, the digest of what it is drawn from.

    ``reused`` if an earlier grid has drawn it.
    """

    coordinates: tuple[int, ...]
    digest: str
    reused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRunRowView:
    """A row of a set run: its job and the result. ``image_id`` is None if the caller may not see the image.

    ``cell`` is None but in a grid whose axes the caller may read.
    """

    position: int
    state: State
    job_id: UUID
    image_id: UUID | None
    error_code: str | None
    error_message: str | None
    cell: CellView | None


@dataclass(frozen=True, slots=True)
class SetRunDetailView:
    """A set run and the state of each of its rows."""

    run: SetRunView
    rows: Sequence[SetRunRowView]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPreviewView:
    """What a run would generate: the first prompts as (position, prompt), and every problem that would stop it.

    ``warnings`` say what is set and has no effect; they stop nothing.
    """

    version: int
    prompts: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]
    warnings: tuple[PromptWarning, ...]
    row_count: int
    estimate: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRunFilter:
    """Which set runs to list; an empty field excludes none."""

    states: Collection[str] = ()
    set_template_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Values that replace those of the set template; None keeps its value."""

    base_prompt: str | None = None
    prompt_template: str | None = None
    style_suffix: str | None = None
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    steps: int | None = None
    guidance_scale: float | None = None
    engine: str | None = None
    model: str | None = None

    def specified(self) -> dict[str, Any]:
        """The values that are not None."""
        return {name: value for name in OVERRIDABLE if (value := getattr(self, name)) is not None}


OVERRIDABLE = tuple(Overrides.__dataclass_fields__)
NO_OVERRIDES = Overrides()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRequest:
    """What to preview: ``theme`` None takes the example theme; at most ``limit`` prompts are returned.

    ``adapters`` None takes those of the set template.
    """

    theme: str | None = None
    overrides: Overrides = NO_OVERRIDES
    adapters: Sequence[AdapterChoice] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSetRun:
    """What to run a set with. ``seed`` is that of the first row, random if None; ``album_name`` is made up if None.

    ``adapters`` None takes those of the set template. With ``grid``, one row is drawn in many ways.
    """

    theme: str
    album_name: str | None = None
    seed: int | None = None
    overrides: Overrides = NO_OVERRIDES
    adapters: Sequence[AdapterChoice] | None = None
    priority: int = 0
    grid: Grid | None = None
