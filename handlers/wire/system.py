"""Health, server information and statistics on the wire: views become models of the contract."""

from __future__ import annotations

import functools
import json
from importlib import resources

from generated import models
from generated.operations import GetHealth200, GetHealth503
from handlers.wire.common import next_cursor, value_or
from handlers.wire.jobs import adapter_choices_or, pinned_adapters, state_counts
from platemark.engines.base import Capabilities, Parameter
from platemark.paging import Page
from platemark.stored_rows import read_all
from platemark.system import service as system
from platemark.unchanged import UNCHANGED


def health_response(view: system.Health) -> GetHealth200 | GetHealth503:
    """The health of the studio: 503 if it is down, else 200."""
    body = health(view)
    return GetHealth503(body=body) if view.status == "down" else GetHealth200(body=body)


def health(view: system.Health) -> models.Health:
    """The checks of the parts, and the status of the whole."""
    return models.Health(
        status=models.HealthStatus(view.status),
        database=_check(view.database),
        storage=_check(view.storage),
        queue=_check(view.queue),
        workers=_check(view.workers),
    )


def server(view: system.ServerInfo) -> models.Server:
    """The version, features, limits and engines of the server."""
    return models.Server(
        name=view.name,
        version=view.version,
        contract_version=view.contract_version,
        features=list(view.features),
        limits=models.ServerLimits(
            max_body_bytes=view.limits.max_body_bytes,
            max_upload_bytes=view.limits.max_upload_bytes,
            max_image_pixels=view.limits.max_image_pixels,
            max_page_size=view.limits.max_page_size,
            max_set_rows=view.limits.max_set_rows,
            max_prompt_length=view.limits.max_prompt_length,
        ),
        engines=[_engine(engine) for engine in view.engines],
    )


def engine_model_page(page: Page[system.ModelView]) -> models.EngineModelPage:
    """A page of models of the engines; one whose name or base does not fit the contract is left out."""
    return models.EngineModelPage(items=read_all(engine_model, page.items), next_cursor=next_cursor(page))


def settings(view: system.StudioSettings) -> models.Settings:
    """The studio's defaults."""
    return models.Settings(
        engine=view.engine,
        model=view.model,
        adapters=None if view.adapters is None else pinned_adapters(view.adapters),
        updated_at=view.updated_at,
    )


def settings_changes(body: models.SettingsUpdate) -> system.SettingsChanges:
    """The changes of the defaults; fields that are absent stay as they are."""
    return system.SettingsChanges(
        engine=value_or(body.engine, UNCHANGED),
        model=value_or(body.model, UNCHANGED),
        adapters=body.adapters if body.adapters is None else adapter_choices_or(body.adapters, UNCHANGED),
    )


def stats(view: system.Stats) -> models.Stats:
    """How much there is of everything."""
    return models.Stats(
        albums=models.VisibilityCounts(
            private=view.albums["private"], shared=view.albums["shared"], public=view.albums["public"]
        ),
        images=models.ImageSourceCounts(
            generated=view.images["generated"], uploaded=view.images["uploaded"], imported=view.images["imported"]
        ),
        jobs=state_counts(view.jobs),
        set_templates=view.set_templates,
        users=view.users,
        storage_bytes=view.storage_bytes,
        blob_count=view.blob_count,
    )


@functools.cache
def contract_version() -> str:
    """The version of the contract that this package serves."""
    bundle = json.loads(resources.files("generated").joinpath("openapi.json").read_text("utf-8"))
    return str(bundle["info"]["version"])


def engine_model(view: system.ModelView) -> models.EngineModel:
    """A model of an engine."""
    return models.EngineModel(
        engine=view.engine,
        name=view.model.name,
        digest=view.model.digest,
        base=view.model.base,
        size_bytes=view.model.size_bytes,
        is_default=view.is_default,
    )


def _check(check: system.Check) -> models.HealthCheck:
    return models.HealthCheck(ok=check.ok, detail=check.detail)


def _engine(engine: system.EngineInfo) -> models.EngineInfo:
    return models.EngineInfo(
        name=engine.name,
        version=engine.version,
        ok=engine.ok,
        hint=engine.hint,
        capabilities=_capabilities(engine.capabilities),
        training_parameters=[_parameter(parameter) for parameter in engine.parameters],
    )


def _parameter(view: Parameter) -> models.TrainingParameter:
    return models.TrainingParameter(
        name=view.name,
        description=view.description,
        default=view.default,
        minimum=view.minimum,
        maximum=view.maximum,
        choices=list(view.choices),
    )


def _capabilities(view: Capabilities) -> models.EngineCapabilities:
    return models.EngineCapabilities(
        kinds=[models.JobKind(kind) for kind in sorted(view.kinds)],
        trains=view.trains,
        previews=view.previews,
        deterministic=view.deterministic,
        negative_prompt=view.negative_prompt,
        guidance_scale=view.guidance_scale,
        steps=view.steps,
        seed=view.seed,
        adapter_formats=sorted(view.adapter_formats),
        min_side=view.min_side,
        max_side=view.max_side,
        side_multiple=view.side_multiple,
        max_steps=view.max_steps,
    )
