"""What ``platemark grid`` does."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, get_args
from uuid import UUID

import click

from platemark.access import Actor
from platemark.cli.actions.adapter_options import parse_adapter
from platemark.cli.actions.run_set import generate
from platemark.cli.options import MAX_SEED
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_runs import contact_sheets
from platemark.set_runs.grid_axes import Axis, AxisKind, Grid
from platemark.set_runs.views import NewSetRun, Overrides
from platemark.studio import Studio

CELL_SIZE = 320
MAX_VALUES = 50
SUBJECTS = {"word": "theme", "replacement": "woodcut", "adapter_weight": "ink"}
"""An example of what stands after the colon, for the kinds that need it."""
LINE = re.compile(r"[^\x00-\x1f\x7f]{0,500}")


class _Numbers(NamedTuple):
    """The numbers that an axis may have: how they are read, the lowest and the highest."""

    read: Callable[[str], int | float]
    low: float
    high: float


NUMBERS: Mapping[str, _Numbers] = {
    "steps": _Numbers(int, 1, 100),
    "guidance_scale": _Numbers(float, 0, 30),
    "seed": _Numbers(int, 0, MAX_SEED),
    "row": _Numbers(int, 1, 1000),
    "adapter_weight": _Numbers(float, -2, 2),
}


def grid(
    runtime: Runtime,
    set_: str,
    axes: tuple[str, ...],
    row: int,
    sheet: Path | None,
    theme: str,
    engine: str | None,
    model: str | None,
    seed: int | None,
    steps: int | None,
    guidance: float | None,
    width: int | None,
    height: int | None,
    album_name: str | None,
    adapters_: tuple[str, ...],
    user_name: str | None,
    wait: bool,
) -> None:
    """Start the grid, and wait for it if asked to; then write the contact sheet."""
    if sheet is not None and not wait:
        raise click.UsageError("--sheet needs --wait: there are no pictures before.")
    if not 2 <= len(axes) <= 4:
        raise click.UsageError("Give --axis two to four times.")
    parsed = Grid(axes=tuple(map(parse_axis, axes)), row=row - 1)
    overrides = Overrides(
        steps=steps, guidance_scale=guidance, width=width, height=height, engine=engine or None, model=model or None
    )
    new = NewSetRun(theme=theme, seed=seed, album_name=album_name or None, overrides=overrides, grid=parsed)

    def write_sheet(studio: Studio, set_run_id: UUID, by: Actor) -> None:
        if sheet is not None:
            with studio.work(write=False) as work:
                pieces = contact_sheets.get_contact_sheet(work, studio, set_run_id, CELL_SIZE, by=by)
            with sheet.open("wb") as file:
                file.writelines(pieces)

    generate(runtime, set_, new, adapters_, prepare=_with_adapters, finish=write_sheet, user_name=user_name, wait=wait)


def parse_axis(option: str) -> Axis:
    """The axis in ``KIND=VALUES`` or ``KIND:NAME=VALUES``; adapters stay names until the studio is open."""
    changed, equals, texts = option.partition("=")
    kind, _, subject = changed.partition(":")
    if not equals or kind not in get_args(AxisKind):
        kinds = ", ".join(get_args(AxisKind))
        raise click.BadParameter(f"{option!r} is not KIND[:NAME]=VALUES; kinds are {kinds}.", param_hint="--axis")
    if bool(subject) != (kind in SUBJECTS):
        example = f"{kind}:{SUBJECTS[kind]}=…" if kind in SUBJECTS else f"{kind}=…"
        raise click.BadParameter(f"write {example}, not {changed}=….", param_hint="--axis")
    values = next(csv.reader([texts], skipinitialspace=True), [])
    if not 1 <= len(values) <= MAX_VALUES:
        raise click.BadParameter(f"{changed} needs 1 to {MAX_VALUES} values.", param_hint="--axis")
    return Axis(kind=kind, subject=subject, values=tuple(_value(kind, text) for text in values))  # type: ignore[arg-type]


def _value(kind: str, text: str) -> Any:
    if kind in NUMBERS:
        number = _number(text, NUMBERS[kind])
        return number - 1 if kind == "row" else number
    if not LINE.fullmatch(text):
        raise click.BadParameter("a text must be one line of at most 500 characters.", param_hint="--axis")
    return text


def _number(text: str, allowed: _Numbers) -> int | float:
    try:
        number = allowed.read(text)
    except ValueError:
        number = float("nan")
    if not allowed.low <= number <= allowed.high:
        message = f"{text!r} is not a number from {allowed.low:g} to {allowed.high:.17g}."
        raise click.BadParameter(message, param_hint="--axis")
    return number


def _with_adapters(work: UnitOfWork, new: NewSetRun, by: Actor) -> NewSetRun:
    """The run with the adapters that its axes name."""
    if new.grid is None:
        return new
    axes = tuple(_found(work, axis, by) for axis in new.grid.axes)
    return replace(new, grid=replace(new.grid, axes=axes))


def _found(work: UnitOfWork, axis: Axis, by: Actor) -> Axis:
    if axis.kind == "adapter":
        return replace(axis, values=tuple(parse_adapter(work, name, by=by) for name in axis.values))
    if axis.kind == "adapter_weight":
        return replace(axis, subject=str(parse_adapter(work, axis.subject, by=by).adapter_id))
    return axis
