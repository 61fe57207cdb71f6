"""Health, server information and statistics on the wire: views become models of the contract."""

from __future__ import annotations

import functools
import json
from importlib import resources

from generated import models
from generated.operations import GetHealth200, GetHealth503
from handlers.wire.jobs import state_counts
from platemark.engines.base import Capabilities, Parameter
from platemark.system import service as system


def health_response(found: system.Health) -> GetHealth200 | GetHealth503:
    """The health of the studio: 503 if it is down, else 200."""
    body = health(found)
    return GetHealth503(body=body) if found.status == "down" else GetHealth200(body=body)


def health(found: system.Health) -> models.Health:
    """The checks of the parts, and the status of the whole."""
    return models.Health(
        status=models.HealthStatus(found.status),
        database=_check(found.database),
        storage=_check(found.storage),
        queue=_check(found.queue),
        workers=_check(found.workers),
    )


def server(facts: system.ServerInfo) -> models.Server:
    """The version, features, limits and engines of the server."""
    return models.Server(
        name=facts.name,
        version=facts.version,
        contract_version=facts.contract_version,
        features=list(facts.features),
        limits=models.ServerLimits(
            max_body_bytes=facts.limits.max_body_bytes,
            max_upload_bytes=facts.limits.max_upload_bytes,
            max_image_pixels=facts.limits.max_image_pixels,
            max_page_size=facts.limits.max_page_size,
            max_set_rows=facts.limits.max_set_rows,
            max_prompt_length=facts.limits.max_prompt_length,
        ),
        engines=[_engine(engine) for engine in facts.engines],
    )


def stats(found: system.Stats) -> models.Stats:
    """How much there is of everything."""
    return models.Stats(
        albums=models.VisibilityCounts(
            private=found.albums["private"], shared=found.albums["shared"], public=found.albums["public"]
        ),
        images=models.ImageSourceCounts(
            generated=found.images["generated"], uploaded=found.images["uploaded"], imported=found.images["imported"]
        ),
        jobs=state_counts(found.jobs),
        set_templates=found.set_templates,
        users=found.users,
        storage_bytes=found.storage_bytes,
        blob_count=found.blob_count,
    )


@functools.cache
def contract_version() -> str:
    """The version of the contract that this package serves."""
    bundle = json.loads(resources.files("generated").joinpath("openapi.json").read_text("utf-8"))
    return str(bundle["info"]["version"])


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


def _parameter(found: Parameter) -> models.TrainingParameter:
    return models.TrainingParameter(
        name=found.name,
        description=found.description,
        default=found.default,
        minimum=found.minimum,
        maximum=found.maximum,
        choices=list(found.choices),
    )


def _capabilities(found: Capabilities) -> models.EngineCapabilities:
    return models.EngineCapabilities(
        kinds=[models.JobKind(kind) for kind in sorted(found.kinds)],
        trains=found.trains,
        previews=found.previews,
        deterministic=found.deterministic,
        negative_prompt=found.negative_prompt,
        guidance_scale=found.guidance_scale,
        steps=found.steps,
        seed=found.seed,
        adapter_formats=sorted(found.adapter_formats),
        min_side=found.min_side,
        max_side=found.max_side,
        side_multiple=found.side_multiple,
        max_steps=found.max_steps,
    )
