"""The cells of a grid: what each is drawn from, and the digest by which it is known in every grid."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from platemark.adapters.pinned import PinnedAdapter
from platemark.errors import Finding, Unprocessable
from platemark.jobs.requests import GenerateJob
from platemark.set_runs.grid_axes import Axis, Grid
from platemark.set_runs.starting import MAX_FINDINGS, MAX_NAME, prompt_context, row_title
from platemark.set_templates.prompts import MAX_PROMPT, SHARED_WORDS, render_prompts
from platemark.set_templates.table import Table
from platemark.set_templates.views import SetTemplateView

MAX_CELLS = 1000
MAX_SHOWN_VALUE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell is drawn from, before its engine is chosen; None leaves engine and model to the run.

    ``added`` are adapters besides those of the run; ``weights`` replaces weights of adapters, by their ids.
    """

    template: SetTemplateView
    theme: str
    row: int
    seed: int
    words: Mapping[str, str] = field(default_factory=dict)
    replacements: tuple[tuple[str, str], ...] = ()
    engine: str | None = None
    model: str | None = None
    added: tuple[PinnedAdapter, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    labels: tuple[str, ...] = ()


def find_axis_problems(grid: Grid, table: Table) -> Iterator[Finding]:
    """What is wrong with the axes themselves, whatever is drawn."""
    seen: set[tuple[str, str]] = set()
    for n, axis in enumerate(grid.axes):
        if (axis.kind, axis.subject) in seen:
            yield Finding(f"/grid/axes/{n}", f"Another axis changes {axis.title}, too.", "axis_repeated")
        seen.add((axis.kind, axis.subject))
        if axis.kind == "word" and axis.subject not in (*SHARED_WORDS, *table.columns):
            message = f"The set template has no column {axis.subject}."
            yield Finding(f"/grid/axes/{n}/name", message, "unknown_word")
        rows = axis.values if axis.kind == "row" else ()
        for position, row in enumerate(rows):
            if row >= len(table.rows):
                yield Finding(f"/grid/axes/{n}/values/{position}", _no_row(row, table), "row_missing")
    if not any(axis.kind == "row" for axis in grid.axes) and grid.row >= len(table.rows):
        yield Finding("/grid/row", _no_row(grid.row, table), "row_missing")
    if grid.size() > MAX_CELLS:
        message = f"The axes give {grid.size()} pictures; the limit is {MAX_CELLS}."
        yield Finding("/grid/axes", message, "too_many_cells")


def list_cells(grid: Grid, first: Cell) -> list[Cell]:
    """A cell for each combination of the values; the adapters of the axes are pinned."""
    cells = []
    for place in grid.coordinates():
        cell = first
        for axis, position in zip(grid.axes, place, strict=True):
            value = axis.values[position]
            cell = replace(_changed(cell, axis, value), labels=(*cell.labels, label(axis, value)))
        cells.append(cell)
    return cells


def label(axis: Axis, value: Any) -> str:
    """The value of an axis as people read it, on one line, at most 60 characters of the value."""
    shown = value.name if isinstance(value, PinnedAdapter) else f"{value:g}" if isinstance(value, float) else str(value)
    shown = shown if len(shown) <= MAX_SHOWN_VALUE else f"{shown[: MAX_SHOWN_VALUE - 1]}…"
    match axis.kind:
        case "word" | "replacement" | "adapter" | "engine" | "model":
            return shown
        case "row":
            return f"row {value + 1}"
        case "adapter_weight":
            return f"weight {shown}"
        case kind:
            return f"{kind.replace('_scale', '')} {shown}"


def render(cell: Cell, table: Table) -> tuple[str, str]:
    """The prompt of a cell and its title. Unprocessable ``grid_has_problems`` if it has no prompt to draw."""
    row = {**table.rows[cell.row], **{name: text for name, text in cell.words.items() if name in table.columns}}
    shared = {name: text for name, text in cell.words.items() if name in SHARED_WORDS}
    context = replace(prompt_context(cell.template, cell.theme), **shared)
    rendered = render_prompts(cell.template.prompt_template, context, Table(table.columns, (row,)))
    if rendered.problems:
        refuse([Finding("/grid", it.message, it.code) for it in rendered.problems[:MAX_FINDINGS]])
    prompt = rendered.prompts[0]
    for search, text in cell.replacements:
        if search not in prompt:
            refuse([Finding("/grid/axes", f"A prompt does not have the text {search!r}.", "text_absent")])
        prompt = prompt.replace(search, text)
    _require_drawable(prompt)
    return prompt, f"{row_title(row)} — {', '.join(it for it in cell.labels if it)}"[:MAX_NAME]


def with_adapters(cell: Cell, adapters: tuple[PinnedAdapter, ...]) -> tuple[PinnedAdapter, ...]:
    """The adapters of a cell, of which ``adapters`` are the run's."""
    names = {str(adapter.adapter_id) for adapter in adapters}
    if absent := [adapter_id for adapter_id in cell.weights if adapter_id not in names]:
        message = f"The run does not use the adapter {absent[0]}."
        refuse([Finding("/grid/axes", message, "adapter_not_used")])
    weighed = (replace(it, weight=cell.weights.get(str(it.adapter_id), it.weight)) for it in adapters)
    return (*weighed, *cell.added)


def digest(job: GenerateJob) -> str:
    """The digest of what decides the picture: neither its title nor where it goes."""
    drawn_from = {
        "prompt": job.prompt,
        "negative_prompt": job.negative_prompt,
        "width": job.width,
        "height": job.height,
        "steps": job.steps,
        "guidance_scale": float(job.guidance_scale),
        "seed": job.seed,
        "engine": job.engine,
        "model": job.model,
        "adapters": [[adapter.digest, float(adapter.weight)] for adapter in job.adapters],
    }
    text = json.dumps(drawn_from, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def require_distinct(grid: Grid, digests: Sequence[str]) -> None:
    """Unprocessable ``grid_has_problems`` if two cells would be the same picture: an axis changes nothing there."""
    places, first = grid.coordinates(), dict[str, int]()
    for position, each in enumerate(digests):
        same = first.setdefault(each, position)
        if same != position:
            n = next(
                n for n, (one, other) in enumerate(zip(places[same], places[position], strict=True)) if one != other
            )
            message = f"Cells {same} and {position} would be the same picture: {grid.axes[n].title} changes nothing."
            refuse([Finding(f"/grid/axes/{n}", message, "cells_equal")])


def refuse(findings: Sequence[Finding]) -> None:
    """Unprocessable ``grid_has_problems``, if there are findings; at most 100 of them."""
    if findings:
        count = f"{len(findings)} problem{'s' if len(findings) > 1 else ''}"
        detail = f"The grid has {count}; nothing was queued."
        raise Unprocessable("grid_has_problems", detail, list(findings)[:MAX_FINDINGS])


def _changed(cell: Cell, axis: Axis, value: Any) -> Cell:
    match axis.kind:
        case "word":
            return replace(cell, words={**cell.words, axis.subject: value})
        case "replacement":
            return replace(cell, replacements=(*cell.replacements, (axis.subject, value)))
        case "adapter":
            return replace(cell, added=(*cell.added, value))
        case "adapter_weight":
            return replace(cell, weights={**cell.weights, axis.subject: float(value)})
        case "steps" | "guidance_scale":
            return replace(cell, template=replace(cell.template, **{axis.kind: value}))
        case _:
            return replace(cell, **{axis.kind: value})


def _no_row(row: int, table: Table) -> str:
    return f"The set template has no row at {row}: it has {len(table.rows)}."


def _require_drawable(prompt: str) -> None:
    if not prompt.strip():
        refuse([Finding("/grid/axes", "A prompt is empty once texts are replaced.", "prompt_empty")])
    if len(prompt) > MAX_PROMPT:
        message = f"A prompt has {len(prompt)} characters once texts are replaced; the limit is {MAX_PROMPT}."
        refuse([Finding("/grid/axes", message, "prompt_too_long")])
