"""Handlers of the tag set_templates: set templates, their rows, their runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from uuid import UUID

from generated import models, paths
from generated.base import ByteStream, CsvBody
from generated.operations import (
    CancelSetRun200,
    CancelSetRunResponse,
    CreateSetTemplate201,
    CreateSetTemplateResponse,
    DeleteSetTemplate204,
    DeleteSetTemplateResponse,
    GetContactSheet200,
    GetContactSheetResponse,
    GetSetRun200,
    GetSetRunResponse,
    GetSetTemplate200,
    GetSetTemplateResponse,
    GetSetTemplateRows200Csv,
    GetSetTemplateRows200Json,
    GetSetTemplateRowsResponse,
    ListSetRuns200,
    ListSetRunsResponse,
    ListSetTemplates200,
    ListSetTemplatesResponse,
    PreviewSetTemplate200,
    PreviewSetTemplateResponse,
    ReplaceSetTemplateRows200,
    ReplaceSetTemplateRowsResponse,
    RestoreSetTemplate200,
    RestoreSetTemplateResponse,
    RetrySetRun202,
    RetrySetRunResponse,
    StartSetRun202,
    StartSetRunResponse,
    UpdateSetTemplate200,
    UpdateSetTemplateResponse,
)
from handlers.wire import set_templates as wire
from handlers.wire.common import enum_values, page_request
from platemark.etags import etag
from platemark.http.context import Context
from platemark.set_runs import contact_sheets
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import SetRunFilter
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateFilter, SetTemplateRowsView


def list_set_templates(
    context: Context,
    /,
    *,
    visibility: list[models.Visibility] | None,
    q: str | None,
    slug: str | None,
    archived: bool,
    limit: int,
    cursor: str | None,
) -> ListSetTemplatesResponse:
    """GET /set-templates"""
    filters = SetTemplateFilter(visibility=enum_values(visibility), q=q, slug=slug, archived=archived)
    page = set_templates.list_set_templates(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListSetTemplates200(body=wire.set_template_page(page))


def create_set_template(context: Context, /, *, body: models.SetTemplateCreate) -> CreateSetTemplateResponse:
    """POST /set-templates"""
    new, table = wire.new_set_template(body), wire.initial_table(body)
    template = set_templates.create_set_template(context.work, new, table, by=context.actor)
    location = paths.set_template(template.id)
    answer = wire.set_template(template, warnings=table.warnings)
    return CreateSetTemplate201(body=answer, location=location, etag=etag(template.version))


def get_set_template(context: Context, /, *, set_template_id: UUID) -> GetSetTemplateResponse:
    """GET /set-templates/{set_template_id}"""
    template = set_templates.get_set_template(context.work, set_template_id, by=context.actor)
    return GetSetTemplate200(body=wire.set_template(template), etag=etag(template.version))


def update_set_template(
    context: Context, /, *, set_template_id: UUID, if_match: str | None, body: models.SetTemplateUpdate
) -> UpdateSetTemplateResponse:
    """PATCH /set-templates/{set_template_id}"""
    changes = wire.set_template_changes(body)
    template = set_templates.update_set_template(
        context.work, set_template_id, changes, by=context.actor, if_match=if_match
    )
    return UpdateSetTemplate200(body=wire.set_template(template), etag=etag(template.version))


def delete_set_template(
    context: Context, /, *, set_template_id: UUID, if_match: str | None
) -> DeleteSetTemplateResponse:
    """DELETE /set-templates/{set_template_id}"""
    set_templates.archive_set_template(context.work, set_template_id, by=context.actor, if_match=if_match)
    return DeleteSetTemplate204()


def restore_set_template(context: Context, /, *, set_template_id: UUID) -> RestoreSetTemplateResponse:
    """POST /set-templates/{set_template_id}/restore"""
    template = set_templates.restore_set_template(context.work, set_template_id, by=context.actor)
    return RestoreSetTemplate200(body=wire.set_template(template), etag=etag(template.version))


def _rows_as_json(rows: SetTemplateRowsView) -> GetSetTemplateRowsResponse:
    return GetSetTemplateRows200Json(body=wire.set_template_rows(rows), etag=etag(rows.version))


def _rows_as_csv(rows: SetTemplateRowsView) -> GetSetTemplateRowsResponse:
    return GetSetTemplateRows200Csv(body=wire.set_rows_csv(rows), etag=etag(rows.version))


ROWS_RESPONSES: dict[str, Callable[[SetTemplateRowsView], GetSetTemplateRowsResponse]] = {
    "application/json": _rows_as_json,
    "text/csv": _rows_as_csv,
}


def get_set_template_rows(
    context: Context, /, *, set_template_id: UUID, accept: Literal["application/json", "text/csv"]
) -> GetSetTemplateRowsResponse:
    """GET /set-templates/{set_template_id}/rows"""
    return ROWS_RESPONSES[accept](set_templates.get_set_template_rows(context.work, set_template_id, by=context.actor))


def replace_set_template_rows(
    context: Context,
    /,
    *,
    set_template_id: UUID,
    if_match: str | None,
    body: models.SetTemplateRowsReplace | CsvBody,
) -> ReplaceSetTemplateRowsResponse:
    """PUT /set-templates/{set_template_id}/rows"""
    table = wire.replacement_table(body)
    rows = set_templates.replace_set_template_rows(
        context.work, set_template_id, table, by=context.actor, if_match=if_match
    )
    answer = wire.set_template_rows(rows, warnings=table.warnings)
    return ReplaceSetTemplateRows200(body=answer, etag=etag(rows.version))


def preview_set_template(
    context: Context, /, *, set_template_id: UUID, body: models.SetPreviewRequest
) -> PreviewSetTemplateResponse:
    """POST /set-templates/{set_template_id}/preview"""
    request = wire.preview_request(body)
    preview = set_runs.preview_set_template(context.work, context.studio, set_template_id, request, by=context.actor)
    return PreviewSetTemplate200(body=wire.set_preview(preview))


def start_set_run(context: Context, /, *, set_template_id: UUID, body: models.SetRunRequest) -> StartSetRunResponse:
    """POST /set-templates/{set_template_id}/runs"""
    new = wire.new_set_run(body)
    run = set_runs.start_set_run(context.work, context.studio, set_template_id, new, by=context.actor)
    return StartSetRun202(body=wire.set_run(run), location=paths.set_run(run.id))


def list_set_runs(
    context: Context,
    /,
    *,
    state: list[models.State] | None,
    set_template_id: UUID | None,
    limit: int,
    cursor: str | None,
) -> ListSetRunsResponse:
    """GET /set-runs"""
    filters = SetRunFilter(states=enum_values(state), set_template_id=set_template_id)
    page = set_runs.list_set_runs(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListSetRuns200(body=wire.set_run_page(page))


def get_set_run(context: Context, /, *, set_run_id: UUID) -> GetSetRunResponse:
    """GET /set-runs/{set_run_id}"""
    return GetSetRun200(body=wire.set_run_detail(set_runs.get_set_run(context.work, set_run_id, by=context.actor)))


def get_contact_sheet(context: Context, /, *, set_run_id: UUID, cell_size: int) -> GetContactSheetResponse:
    """GET /set-runs/{set_run_id}/contact-sheet"""
    pieces = contact_sheets.get_contact_sheet(context.work, context.studio, set_run_id, cell_size, by=context.actor)
    name = f'inline; filename="contact-sheet-{set_run_id}.png"'
    return GetContactSheet200(body=ByteStream(pieces), content_disposition=name)


def cancel_set_run(context: Context, /, *, set_run_id: UUID) -> CancelSetRunResponse:
    """POST /set-runs/{set_run_id}/cancel"""
    run = set_runs.cancel_set_run(context.work, context.studio, set_run_id, by=context.actor)
    return CancelSetRun200(body=wire.set_run(run))


def retry_set_run(context: Context, /, *, set_run_id: UUID) -> RetrySetRunResponse:
    """POST /set-runs/{set_run_id}/retry"""
    run = set_runs.retry_set_run(context.work, context.studio, set_run_id, by=context.actor)
    return RetrySetRun202(body=wire.set_run(run), location=paths.set_run(run.id))
