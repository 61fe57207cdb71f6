"""The axes of grids on the wire."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from generated import models
from handlers.wire.jobs import adapter_choices
from platemark.set_runs.grid_axes import Axis, AxisKind, Grid
from platemark.set_runs.views import CellView

KINDS: dict[type[Any], AxisKind] = {
    models.EngineAxis: "engine",
    models.ModelAxis: "model",
    models.StepsAxis: "steps",
    models.GuidanceScaleAxis: "guidance_scale",
    models.SeedAxis: "seed",
    models.RowAxis: "row",
}
"""The axes that have a list of values and nothing else."""
MODELS: dict[AxisKind, type[Any]] = {kind: model for model, kind in KINDS.items()}


def new_grid(body: models.Grid) -> Grid:
    """The grid to draw."""
    return Grid(axes=tuple(_new_axis(axis) for axis in body.axes), row=body.row)


def grid(view: Grid) -> models.Grid:
    """The grid that is drawn."""
    return models.Grid(axes=[_axis(axis) for axis in view.axes], row=view.row)


def grid_cell(view: CellView) -> models.GridCell:
    """A cell of a grid."""
    return models.GridCell(coordinates=list(view.coordinates), digest=view.digest, reused=view.reused)


def _new_axis(body: models.GridAxis) -> Axis:
    match body:
        case models.WordAxis():
            return Axis(kind="word", subject=body.name, values=tuple(body.values))
        case models.ReplacementAxis():
            return Axis(kind="replacement", subject=body.search, values=tuple(body.values))
        case models.AdapterWeightAxis():
            return Axis(kind="adapter_weight", subject=str(body.adapter_id), values=tuple(body.values))
        case models.AdapterAxis():
            return Axis(kind="adapter", values=adapter_choices(body.values))
        case _:
            return Axis(kind=KINDS[type(body)], values=tuple(body.values))


def _axis(view: Axis) -> models.GridAxis:
    values = list(view.values)
    match view.kind:
        case "word":
            return models.WordAxis(name=view.subject, values=values)
        case "replacement":
            return models.ReplacementAxis(search=view.subject, values=values)
        case "adapter_weight":
            return models.AdapterWeightAxis(adapter_id=UUID(view.subject), values=values)
        case "adapter":
            return models.AdapterAxis(
                values=[models.AdapterUse(adapter_id=it.adapter_id, weight=it.weight) for it in values]
            )
        case kind:
            axis: models.GridAxis = MODELS[kind](values=values)
            return axis
