"""Generates an image again from its provenance, and says beforehand whether the bytes will be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.adapters.pinned import PinnedAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Engine
from platemark.engines.model_choice import DIGEST, pin_model
from platemark.errors import Unprocessable
from platemark.images import service as images
from platemark.images.views import ImageDetailView
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.jobs.views import JobReceipt
from platemark.studio import Studio

REQUIRED_FIELDS = ("seed", "steps", "guidance_scale", "prompt")
MAX_MODEL_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Reproduction:
    """The job that generates an image again; ``reasons`` why its bytes may differ, empty if they will not."""

    job: JobReceipt
    reasons: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether the same bytes are to be expected."""
        return not self.reasons


def reproduce_image(work: UnitOfWork, studio: Studio, image_id: UUID, *, by: Actor) -> Reproduction:
    """Queue a job that generates the image again; the new image is private and belongs to ``by``.

    Unprocessable ``not_reproducible`` if the image has no provenance or lacks a required field, ``adapter_gone`` if
    the bytes of an adapter were deleted, and whatever ``create_job`` refuses.
    """
    require_role(by, "editor")
    image = images.get_image(work, image_id, by=by)
    provenance = _require_provenance(image)
    engine = studio.engines.get(provenance["engine"])
    model = _find_model(engine, provenance["model"])
    request = replace(_build_request(image, provenance), model=model)
    for adapter in request.adapters:
        if not studio.blobs.exists(adapter.digest):
            raise Unprocessable("adapter_gone", f"The adapter {adapter.name} was deleted.")
    reasons = tuple(_differences(engine, provenance, model))
    return Reproduction(jobs.create_job(work, studio, request, adapters=(), by=by), reasons)


def _require_provenance(image: ImageDetailView) -> Mapping[str, Any]:
    if image.provenance is None:
        detail = "The image has no provenance: it was uploaded, or imported without its generation parameters."
        raise Unprocessable("not_reproducible", detail)
    missing = [name for name in REQUIRED_FIELDS if image.provenance[name] in (None, "")]
    if missing:
        raise Unprocessable("not_reproducible", f"The image's provenance lacks {', '.join(missing)}.")
    return image.provenance


def _build_request(image: ImageDetailView, provenance: Mapping[str, Any]) -> GenerateJob:
    template_id = provenance.get("set_template_id")
    return GenerateJob(
        prompt=provenance["prompt"],
        negative_prompt=provenance["negative_prompt"],
        width=provenance["width"],
        height=provenance["height"],
        steps=provenance["steps"],
        guidance_scale=provenance["guidance_scale"],
        seed=provenance["seed"],
        engine=provenance["engine"],
        adapters=tuple(PinnedAdapter.from_payload(adapter) for adapter in provenance.get("adapters", ())),
        title=image.image.title,
        set_template_id=UUID(template_id) if template_id else None,
        set_template_version=provenance.get("set_template_version"),
    )


def _find_model(engine: Engine, recorded: str | None) -> str | None:
    """The model of an image, by which a job can name it; None if the engine does not list it with that digest."""
    if not recorded:
        return None
    try:
        return pin_model(engine, recorded)
    except Unprocessable:
        return None


def _differences(engine: Engine, provenance: Mapping[str, Any], named: str | None) -> Iterator[str]:
    capabilities = engine.capabilities()
    if not capabilities.deterministic:
        yield f"The engine {engine.name} is not deterministic."
    if not capabilities.seed:
        yield f"The engine {engine.name} ignores the seed."
    version = provenance["engine_version"]
    if engine.version != version:
        yield f"The image was made by version {version} of the engine {engine.name}; it is now {engine.version}."
    model = (provenance["model"] or "").split(DIGEST)[0]
    if model and named is None:
        current = "now uses another model" if capabilities.model else "does not report its model in advance"
        yield f"The image was made with the model {model[:MAX_MODEL_NAME_LENGTH]}; the engine {engine.name} {current}."
