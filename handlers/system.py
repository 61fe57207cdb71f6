"""Handlers of the tag system: health, server information, statistics, metrics, events."""

from __future__ import annotations

from generated import models
from generated.base import EventStream
from generated.operations import (
    GetHealthResponse,
    GetMetrics200,
    GetMetricsResponse,
    GetServer200,
    GetServerResponse,
    GetSettings200,
    GetSettingsResponse,
    GetStats200,
    GetStatsResponse,
    ListModels200,
    ListModelsResponse,
    StreamEvents200,
    StreamEventsResponse,
    UpdateSettings200,
    UpdateSettingsResponse,
)
from handlers.wire import events
from handlers.wire import system as wire
from handlers.wire.common import page_request
from platemark.etags import etag
from platemark.http.context import Context
from platemark.system import service as system


def get_health(context: Context, /) -> GetHealthResponse:
    """GET /health"""
    return wire.health_response(system.get_health(context.studio))


def get_server(context: Context, /) -> GetServerResponse:
    """GET /server"""
    facts = system.get_server(context.studio, contract_version=wire.contract_version())
    return GetServer200(body=wire.server(facts))


def list_models(
    context: Context, /, *, engine: str | None, base: str | None, limit: int, cursor: str | None
) -> ListModelsResponse:
    """GET /models"""
    filters = system.ModelFilter(engine=engine, base=base)
    page = system.list_models(context.studio, filters, page_request(limit, cursor), by=context.actor)
    return ListModels200(body=wire.engine_model_page(page))


def get_settings(context: Context, /) -> GetSettingsResponse:
    """GET /settings"""
    settings = system.get_settings(context.work, by=context.actor)
    return GetSettings200(body=wire.settings(settings), etag=etag(settings.version))


def update_settings(
    context: Context, /, *, if_match: str | None, body: models.SettingsUpdate
) -> UpdateSettingsResponse:
    """PATCH /settings"""
    changes = wire.settings_changes(body)
    settings = system.update_settings(context.work, context.studio, changes, by=context.actor, if_match=if_match)
    return UpdateSettings200(body=wire.settings(settings), etag=etag(settings.version))


def get_stats(context: Context, /) -> GetStatsResponse:
    """GET /stats"""
    return GetStats200(body=wire.stats(system.get_stats(context.work, by=context.actor)))


def get_metrics(context: Context, /) -> GetMetricsResponse:
    """GET /metrics"""
    return GetMetrics200(body=system.get_metrics(context.work, context.studio, by=context.actor))


def stream_events(_: Context, /, *, last_event_id: str | None) -> StreamEventsResponse:
    """GET /events"""
    after = None if last_event_id is None else int(last_event_id)
    stream = EventStream(after=after, to_model=events.studio_event)
    return StreamEvents200(body=stream, cache_control="no-store", x_accel_buffering="no")
