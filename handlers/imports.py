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
from platemark.imports.views import ItemFilter
from platemark.paging import PageRequest


def list_import_sources(context: Context, /) -> ListImportSourcesResponse:
    """GET /import-sources"""
    return ListImportSources200(body=wire.import_sources(imports.list_sources(context.studio, by=context.actor)))


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
    filters, request = wire.import_filter(kind, state), page_request(limit, cursor)
    page = imports.list_imports(context.work, filters, request, by=context.actor)
    return ListImports200(body=wire.import_page(page))


def create_import(context: Context, /, *, body: models.ImportCreate) -> CreateImportResponse:
    """POST /imports"""
    view = imports.create_import(context.work, context.studio, wire.new_import(body), by=context.actor)
    return CreateImport201(body=wire.import_(view), location=paths.import_(view.id))


def get_import(context: Context, /, *, import_id: UUID) -> GetImportResponse:
    """GET /imports/{import_id}"""
    return GetImport200(body=wire.import_(imports.get_import(context.work, import_id, by=context.actor)))


def _as_json(context: Context, import_id: UUID, filters: ItemFilter, request: PageRequest) -> ListImportItemsResponse:
    page = imports.list_items(context.work, import_id, filters, request, by=context.actor)
    return ListImportItems200Json(body=wire.import_item_page(page))


def _as_csv(context: Context, import_id: UUID, filters: ItemFilter, request: PageRequest) -> ListImportItemsResponse:
    request = PageRequest(imports.MAX_CSV_ITEMS, request.after)
    page = imports.list_items(context.work, import_id, filters, request, by=context.actor)
    return ListImportItems200Csv(body=wire.import_items_csv(page))


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
    filters = wire.item_filter(outcome, discrepancies=discrepancies)
    return ITEMS_AS[accept](context, import_id, filters, page_request(limit, cursor))


def apply_import(context: Context, /, *, import_id: UUID, body: models.ImportApply) -> ApplyImportResponse:
    """POST /imports/{import_id}/apply"""
    view = imports.apply_import(context.work, context.studio, import_id, body.digest, by=context.actor)
    return ApplyImport202(body=wire.import_(view), location=paths.import_(import_id))


def verify_import(context: Context, /, *, import_id: UUID) -> VerifyImportResponse:
    """POST /imports/{import_id}/verify"""
    view = imports.verify_import(context.work, context.studio, import_id, by=context.actor)
    return VerifyImport202(body=wire.import_(view), location=paths.import_(import_id))


def undo_import(context: Context, /, *, import_id: UUID, dry_run: bool) -> UndoImportResponse:
    """POST /imports/{import_id}/undo"""
    return _dry_run_undo(context, import_id) if dry_run else _undo(context, import_id)


def _dry_run_undo(context: Context, import_id: UUID) -> UndoImport200:
    return UndoImport200(body=wire.undo_survey(imports.dry_run_undo(context.studio, import_id, by=context.actor)))


def _undo(context: Context, import_id: UUID) -> UndoImport202:
    view = imports.undo_import(context.work, context.studio, import_id, by=context.actor)
    return UndoImport202(body=wire.import_(view), location=paths.import_(import_id))


def cancel_import(context: Context, /, *, import_id: UUID) -> CancelImportResponse:
    """POST /imports/{import_id}/cancel"""
    return CancelImport200(body=wire.import_(imports.cancel_import(context.work, import_id, by=context.actor)))
