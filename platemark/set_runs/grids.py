"""Starting a grid: one row of a set template in all combinations of some values, a job for each new picture.

A cell is known by the digest of what it is drawn from. If the caller has its picture from an earlier grid, that picture
is put into the album, and no job is queued.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from platemark.access import Actor
from platemark.adapters.pinning import pin_adapters
from platemark.albums import service as albums
from platemark.albums.membership import append_images
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.ids import new_id
from platemark.jobs import service as jobs
from platemark.jobs.engine_choice import ChosenEngine
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import cell_queries
from platemark.set_runs.cell_queries import CellPicture
from platemark.set_runs.engine_levels import EngineLevels, read_levels
from platemark.set_runs.grid_axes import Axis, Grid
from platemark.set_runs.grid_cells import (
    Cell,
    digest,
    find_axis_problems,
    list_cells,
    refuse,
    render,
    require_distinct,
    with_adapters,
)
from platemark.set_runs.starting import SEED_COUNT, common_job, insert_run, new_album, override
from platemark.set_runs.views import NewSetRun
from platemark.set_templates.table import Table
from platemark.set_templates.views import SetTemplateView
from platemark.studio import Studio


@dataclass(frozen=True, slots=True)
class _DrawnCell:
    """A cell as it is drawn; ``job`` is its request."""

    position: int
    digest: str
    job: GenerateJob


def start_grid(
    work: UnitOfWork,
    studio: Studio,
    template: SetTemplateView,
    table: Table,
    new: NewSetRun,
    grid: Grid,
    *,
    by: Actor,
) -> UUID:
    """Create the album and queue a job for each cell that the caller has no picture of; the id of the run.

    Unprocessable ``grid_has_problems`` and whatever ``start_set_run`` refuses.
    """
    refuse(list(find_axis_problems(grid, table)))
    grid = replace(grid, axes=tuple(_pinned(work, axis, n, by) for n, axis in enumerate(grid.axes)))
    seed = secrets.randbelow(SEED_COUNT) if new.seed is None else new.seed
    first = Cell(template=override(template, new.overrides), theme=new.theme, row=grid.row, seed=seed)
    levels = read_levels(work, template, new.overrides, new.adapters, by=by)
    requests = _requests(work, studio.engines, levels, list_cells(grid, first), table)
    run_id = new_id()
    album_id = albums.insert_album(work, new_album(template, new, run_id), by=by)
    common = replace(common_job(first.template, levels.choose().pinned(studio.engines)), album_id=album_id)
    requests = [replace(it, album_id=album_id, priority=new.priority) for it in requests]
    drawn = _draw(work, studio, grid, requests, by=by)
    known = cell_queries.find_pictures(work, [it.digest for it in drawn], owner=by.user_id)
    new, count = replace(new, grid=grid), len(drawn)
    insert_run(work, run_id, new, common, seed=seed, row_count=count, reused_count=len(known), by=by)
    _queue(work, studio, run_id, [it for it in drawn if it.digest not in known], by=by)
    _reuse(work, run_id, album_id, drawn, known)
    return run_id


def _queue(work: UnitOfWork, studio: Studio, run_id: UUID, cells: Sequence[_DrawnCell], *, by: Actor) -> None:
    """Queue the jobs of cells that have no picture."""
    requests, positions = [it.job for it in cells], [it.position for it in cells]
    job_ids = jobs.create_jobs(work, studio, requests, by=by, set_run_id=run_id, positions=positions)
    placed = zip(cells, job_ids, strict=True)
    cell_queries.insert_cells(work, run_id, [(it.position, it.digest, job_id) for it, job_id in placed])


def _reuse(
    work: UnitOfWork, run_id: UUID, album_id: UUID, cells: Sequence[_DrawnCell], known: Mapping[str, CellPicture]
) -> None:
    """Put the pictures that there are into the album, each at the place of its cell."""
    found = {it.position: known[it.digest] for it in cells if it.digest in known}
    cell_queries.insert_cells(work, run_id, [(position, it.digest, it.job_id) for position, it in found.items()])
    append_images(work, album_id, [it.image_id for it in found.values()], list(found))


def _pinned(work: UnitOfWork, axis: Axis, n: int, by: Actor) -> Axis:
    """The axis at ``n`` with its adapters, if it has any, pinned; Unprocessable ``unknown_adapter``."""
    if axis.kind != "adapter":
        return axis
    try:
        return replace(axis, values=pin_adapters(work, axis.values, by=by))
    except Unprocessable as error:
        values = f"/grid/axes/{n}/values"
        findings = [replace(it, pointer=it.pointer.replace("/adapters", values)) for it in error.findings]
        raise Unprocessable(error.code, error.detail, findings) from error


def _requests(
    work: UnitOfWork, engines: Engines, levels: EngineLevels, cells: Sequence[Cell], table: Table
) -> list[GenerateJob]:
    chosen = {(it.engine, it.model): levels.choose(it.engine, it.model) for it in cells}
    levels.require_adapters(work, [levels.choose(), *chosen.values()])
    pinned = {key: it.pinned(engines) for key, it in chosen.items()}
    return [_request(it, pinned[it.engine, it.model], table) for it in cells]


def _request(cell: Cell, chosen: ChosenEngine, table: Table) -> GenerateJob:
    prompt, title = render(cell, table)
    adapters = with_adapters(cell, chosen.adapters)
    return replace(common_job(cell.template, chosen), prompt=prompt, title=title, adapters=adapters, seed=cell.seed)


def _draw(
    work: UnitOfWork, studio: Studio, grid: Grid, requests: Sequence[GenerateJob], *, by: Actor
) -> list[_DrawnCell]:
    """The cells with all that decides their pictures: the adapters that prompts name, too."""
    complete = jobs.with_adapters_of_prompts(work, studio, requests, by=by)
    drawn = [_DrawnCell(position, digest(it), it) for position, it in enumerate(complete)]
    require_distinct(grid, [it.digest for it in drawn])
    return drawn
