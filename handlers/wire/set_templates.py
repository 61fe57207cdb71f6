"""Set templates and set runs on the wire: views become models of the contract, bodies what the service takes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from generated import models
from generated.base import CsvBody
from handlers.wire import grids
from handlers.wire.common import job_error, next_cursor, value_or
from handlers.wire.jobs import adapter_choices, adapter_choices_or, estimate, pinned_adapters, state_counts
from platemark.paging import Page
from platemark.set_runs.views import (
    NewSetRun,
    Overrides,
    PreviewRequest,
    SetPreviewView,
    SetRunDetailView,
    SetRunRowView,
    SetRunView,
)
from platemark.set_templates import given_rows, table
from platemark.set_templates.table import TableWarning
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges, SetTemplateRowsView, SetTemplateView
from platemark.stored_rows import read_all
from platemark.unchanged import UNCHANGED


def set_template(view: SetTemplateView, *, warnings: Sequence[TableWarning] = ()) -> models.SetTemplate:
    """A set template without its rows; ``warnings`` of the CSV that it was created from."""
    return models.SetTemplate(
        id=view.id,
        slug=view.slug,
        name=view.name,
        description=view.description,
        visibility=models.Visibility(view.visibility),
        version=view.version,
        base_prompt=view.base_prompt,
        prompt_template=view.prompt_template,
        example_theme=view.example_theme,
        style_suffix=view.style_suffix,
        negative_prompt=view.negative_prompt,
        width=view.width,
        height=view.height,
        steps=view.steps,
        guidance_scale=view.guidance_scale,
        engine=view.engine,
        model=view.model,
        adapters=None if view.adapters is None else pinned_adapters(view.adapters),
        columns=list(view.columns),
        row_count=view.row_count,
        archived_at=view.archived_at,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
        warnings=_warnings(warnings),
    )


def _warnings(warnings: Sequence[TableWarning]) -> list[models.TableWarning]:
    """What was left out of a CSV."""
    return [models.TableWarning(code=it.code, message=it.message) for it in warnings]


def set_template_page(page: Page[SetTemplateView]) -> models.SetTemplatePage:
    """A page of set templates."""
    return models.SetTemplatePage(items=read_all(set_template, page.items), next_cursor=next_cursor(page))


def set_template_rows(view: SetTemplateRowsView, *, warnings: Sequence[TableWarning] = ()) -> models.SetTemplateRows:
    """The rows of a set template; ``warnings`` of the CSV that they are from."""
    return models.SetTemplateRows(
        set_template_id=view.set_template_id,
        version=view.version,
        columns=list(view.table.columns),
        rows=[models.SetRow(position=position, values=values) for position, values in enumerate(view.table.rows)],
        warnings=_warnings(warnings),
    )


def set_rows_csv(view: SetTemplateRowsView) -> bytes:
    """The rows of a set template as CSV in UTF-8."""
    return table.to_csv(view.table).encode()


def set_preview(view: SetPreviewView) -> models.SetPreview:
    """The prompts that a run would have, and what is wrong with them."""
    return models.SetPreview(
        version=view.version,
        prompts=[models.PreviewPrompt(position=position, prompt=prompt) for position, prompt in view.prompts],
        problems=[models.PreviewProblem(position=p.position, code=p.code, message=p.message) for p in view.problems],
        warnings=[models.PreviewWarning(code=it.code, message=it.message) for it in view.warnings],
        row_count=view.row_count,
        estimate=estimate(view.estimate),
    )


def set_run(view: SetRunView) -> models.SetRun:
    """A set run without its rows."""
    return models.SetRun(
        id=view.id,
        set_template_id=view.set_template_id,
        set_template_version=view.set_template_version,
        album_id=view.album_id,
        theme=view.theme,
        engine=view.engine,
        model=view.model,
        adapters=pinned_adapters(view.adapters),
        state=models.State(view.state),
        counts=state_counts(view.counts),
        row_count=view.row_count,
        progress=view.progress,
        seed=view.seed,
        estimate=estimate(view.estimate),
        created_by=view.created_by,
        created_at=view.created_at,
        started_at=view.started_at,
        finished_at=view.finished_at,
    )


def set_run_page(page: Page[SetRunView]) -> models.SetRunPage:
    """A page of set runs."""
    return models.SetRunPage(items=read_all(set_run, page.items), next_cursor=next_cursor(page))


def set_run_detail(view: SetRunDetailView) -> models.SetRunDetail:
    """A set run with its rows."""
    grid = None if view.run.grid is None else grids.grid(view.run.grid)
    return models.SetRunDetail.from_set_run(set_run(view.run), grid=grid, rows=[set_run_row(row) for row in view.rows])


def set_run_row(view: SetRunRowView) -> models.SetRunRow:
    """A row of a set run."""
    return models.SetRunRow(
        position=view.position,
        state=models.State(view.state),
        job_id=view.job_id,
        image_id=view.image_id,
        cell=None if view.cell is None else grids.grid_cell(view.cell),
        error=job_error(view),
    )


def new_set_template(body: models.SetTemplateCreate) -> NewSetTemplate:
    """The set template to create, without its rows."""
    return NewSetTemplate(
        name=body.name,
        description=body.description,
        visibility=body.visibility.value,
        base_prompt=body.base_prompt,
        prompt_template=body.prompt_template,
        example_theme=body.example_theme,
        style_suffix=body.style_suffix,
        negative_prompt=body.negative_prompt,
        width=body.width,
        height=body.height,
        steps=body.steps,
        guidance_scale=body.guidance_scale,
        engine=body.engine,
        model=body.model,
        adapters=None if body.adapters is None else adapter_choices(body.adapters),
    )


def initial_table(body: models.SetTemplateCreate) -> table.Table:
    """The rows of a new set template: given as JSON, as CSV, or none."""
    return given_rows.from_rows_or_csv(rows=value_or(body.rows, None), rows_csv=value_or(body.rows_csv, None))


def replacement_table(body: models.SetTemplateRowsReplace | CsvBody) -> table.Table:
    """The rows that replace those of a set template: given as JSON or as CSV."""
    return given_rows.read_csv(body.data) if isinstance(body, CsvBody) else table.from_rows(body.rows)


def set_template_changes(body: models.SetTemplateUpdate) -> SetTemplateChanges:
    """The changes of a set template; fields that are absent stay as they are."""
    return SetTemplateChanges(
        name=value_or(body.name, None),
        description=value_or(body.description, None),
        visibility=None if body.visibility is UNSET else body.visibility.value,
        base_prompt=value_or(body.base_prompt, None),
        prompt_template=value_or(body.prompt_template, None),
        example_theme=value_or(body.example_theme, None),
        style_suffix=value_or(body.style_suffix, None),
        negative_prompt=value_or(body.negative_prompt, None),
        width=value_or(body.width, None),
        height=value_or(body.height, None),
        steps=value_or(body.steps, None),
        guidance_scale=value_or(body.guidance_scale, None),
        engine=value_or(body.engine, UNCHANGED),
        model=value_or(body.model, UNCHANGED),
        adapters=body.adapters if body.adapters is None else adapter_choices_or(body.adapters, UNCHANGED),
    )


def preview_request(body: models.SetPreviewRequest) -> PreviewRequest:
    """What to preview."""
    adapters = UNSET if body.overrides is UNSET else body.overrides.adapters
    return PreviewRequest(
        theme=value_or(body.theme, None),
        overrides=_preview_overrides(body),
        adapters=adapter_choices_or(adapters, None),
        limit=body.limit,
    )


def _preview_overrides(body: models.SetPreviewRequest) -> Overrides:
    if body.overrides is UNSET:
        return Overrides()
    return Overrides(
        base_prompt=value_or(body.overrides.base_prompt, None),
        prompt_template=value_or(body.overrides.prompt_template, None),
        style_suffix=value_or(body.overrides.style_suffix, None),
        negative_prompt=value_or(body.overrides.negative_prompt, None),
        width=value_or(body.overrides.width, None),
        height=value_or(body.overrides.height, None),
        steps=value_or(body.overrides.steps, None),
        guidance_scale=value_or(body.overrides.guidance_scale, None),
        engine=value_or(body.overrides.engine, None),
        model=value_or(body.overrides.model, None),
    )


def new_set_run(body: models.SetRunRequest) -> NewSetRun:
    """The set run to start."""
    return NewSetRun(
        theme=body.theme,
        album_name=value_or(body.album_name, None),
        seed=value_or(body.seed, None),
        overrides=Overrides(
            negative_prompt=value_or(body.negative_prompt, None),
            width=value_or(body.width, None),
            height=value_or(body.height, None),
            steps=value_or(body.steps, None),
            guidance_scale=value_or(body.guidance_scale, None),
            engine=value_or(body.engine, None),
            model=value_or(body.model, None),
        ),
        adapters=adapter_choices_or(body.adapters, None),
        priority=body.priority,
        grid=None if isinstance(body.grid, UnsetType) else grids.new_grid(body.grid),
    )
