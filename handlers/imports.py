"""Handlers of the tag imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from uuid import UUID

from generated import models, paths
from generated.operations import (
    ApplyImport202,
    ApplyImportResponse,
    CancelImport200,
    CancelImportResponse,
    CreateImport201,
    CreateImportResponse,
    GetImport200,
    GetImportResponse,
    ListImportItems200Csv,
    ListImportItems200Json,
    ListImportItemsResponse,
    ListImports200,
    ListImportSources200,
    ListImportSourcesResponse,
    ListImportsResponse,
    UndoImport200,
    UndoImport202,
    UndoImportResponse,
    VerifyImport202,
    VerifyImportResponse,
)
from handlers.wire import imports as wire
from handlers.wire.common import page_request
from platemark.http.context import Context
from platemark.imports import service as imports
from platemark.imports.execution.dry_run import rehearse_undo
from platemark.imports.views import ItemFilter
from platemark.paging import PageRequest


def list_import_sources(context: Context, /) -> ListImportSourcesResponse:
    """GET /import-sources"""
    found = imports.list_sources(context.studio.settings.import_folders, by=context.actor)
    return ListImportSources200(body=wire.import_sources(found))


def list_imports(
    context: Context,
    /,
    *,
    kind: models.ImportKind | None,
    state: list[models.ImportState] | None,
    limit: int,
    cursor: str | None,
) -> ListImportsResponse:
    """GET /imports"""
    asked = page_request(limit, cursor)
    page = imports.list_imports(context.work, wire.import_filter(kind, state), asked, by=context.actor)
    return ListImports200(body=wire.import_page(page))


def create_import(context: Context, /, *, body: models.ImportCreate) -> CreateImportResponse:
    """POST /imports"""
    studio, new = context.studio, wire.new_import(body)
    made = imports.create(context.work, studio.settings.import_folders, new, by=context.actor, wake=studio.wake)
    return CreateImport201(body=wire.import_(made), location=paths.import_(made.id))


def get_import(context: Context, /, *, import_id: UUID) -> GetImportResponse:
    """GET /imports/{import_id}"""
    return GetImport200(body=wire.import_(imports.get(context.work, import_id, by=context.actor)))


def _as_json(context: Context, import_id: UUID, wanted: ItemFilter, page: PageRequest) -> ListImportItemsResponse:
    found = imports.list_items(context.work, import_id, wanted, page, by=context.actor)
    return ListImportItems200Json(body=wire.import_item_page(found))


def _as_csv(context: Context, import_id: UUID, wanted: ItemFilter, page: PageRequest) -> ListImportItemsResponse:
    lines = PageRequest(imports.MOST_LINES, page.after)
    found = imports.list_items(context.work, import_id, wanted, lines, by=context.actor)
    return ListImportItems200Csv(body=wire.import_items_csv(found))


ITEMS_AS: dict[str, Callable[[Context, UUID, ItemFilter, PageRequest], ListImportItemsResponse]] = {
    "application/json": _as_json,
    "text/csv": _as_csv,
}


def list_import_items(
    context: Context,
    /,
    *,
    import_id: UUID,
    outcome: list[models.ImportOutcome] | None,
    discrepancies: bool,
    limit: int,
    cursor: str | None,
    accept: Literal["application/json", "text/csv"],
) -> ListImportItemsResponse:
    """GET /imports/{import_id}/items"""
    wanted = wire.item_filter(outcome, discrepancies=discrepancies)
    return ITEMS_AS[accept](context, import_id, wanted, page_request(limit, cursor))


def apply_import(context: Context, /, *, import_id: UUID, body: models.ImportApply) -> ApplyImportResponse:
    """POST /imports/{import_id}/apply"""
    studio, folders = context.studio, context.studio.settings.import_folders
    asked = imports.apply(context.work, folders, import_id, body.digest, by=context.actor, wake=studio.wake)
    return ApplyImport202(body=wire.import_(asked), location=paths.import_(import_id))


def verify_import(context: Context, /, *, import_id: UUID) -> VerifyImportResponse:
    """POST /imports/{import_id}/verify"""
    asked = imports.verify(context.work, import_id, by=context.actor, wake=context.studio.wake)
    return VerifyImport202(body=wire.import_(asked), location=paths.import_(import_id))


def undo_import(context: Context, /, *, import_id: UUID, dry_run: bool) -> UndoImportResponse:
    """POST /imports/{import_id}/undo"""
    return _foretell_undo(context, import_id) if dry_run else _undo(context, import_id)


def _foretell_undo(context: Context, import_id: UUID) -> UndoImport200:
    return UndoImport200(body=wire.undo_survey(rehearse_undo(context.studio, import_id, by=context.actor)))


def _undo(context: Context, import_id: UUID) -> UndoImport202:
    asked = imports.undo(context.work, import_id, by=context.actor, wake=context.studio.wake)
    return UndoImport202(body=wire.import_(asked), location=paths.import_(import_id))


def cancel_import(context: Context, /, *, import_id: UUID) -> CancelImportResponse:
    """POST /imports/{import_id}/cancel"""
    return CancelImport200(body=wire.import_(imports.cancel(context.work, import_id, by=context.actor)))
