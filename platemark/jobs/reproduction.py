"""Making a picture again from what its provenance tells; whether its bytes will be the same is said beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.adapters.pinning import PinnedAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Engine
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.images import service as images
from platemark.images.views import ImageDetailView
from platemark.jobs import service as jobs
from platemark.jobs.queries import JobView
from platemark.jobs.requests import GenerateJob
from platemark.jobs.service import Wake
from platemark.storage.blobs import BlobStore

NEEDED = ("seed", "steps", "guidance_scale", "prompt")
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Reproduction:
    """The job that makes a picture again; ``reasons`` say why its bytes may not be the same, none where they will."""

    job: JobView
    reasons: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether the same bytes are to be expected."""
        return not self.reasons


def reproduce(
    work: UnitOfWork, engines: Engines, blobs: BlobStore, image_id: UUID, *, by: Actor, wake: Wake
) -> Reproduction:
    """Queue the job; the new image is private and ``by``'s.

    Unprocessable ``not_reproducible`` where nothing or too little is known of how it was made, ``adapter_gone`` where
    an adapter's bytes are no longer there, and what any job is refused for.
    """
    require_role(by, "editor")
    image = images.get_image(work, image_id, by=by)
    told = _told(image)
    request = _request(image, told)
    for adapter in request.adapters:
        if not blobs.exists(adapter.digest):
            raise Unprocessable("adapter_gone", f"The adapter {adapter.name} is no longer there.")
    reasons = tuple(_differences(engines.get(request.engine), told))
    return Reproduction(jobs.enqueue_generation(work, engines, request, by=by, wake=wake), reasons)


def _told(image: ImageDetailView) -> Mapping[str, Any]:
    if image.provenance is None:
        raise Unprocessable("not_reproducible", "How it was made is not known: it was uploaded, or imported bare.")
    missing = [name for name in NEEDED if image.provenance[name] in (None, "")]
    if missing:
        detail = f"Of how it was made, this is not known: {', '.join(missing)}."
        raise Unprocessable("not_reproducible", detail)
    return image.provenance


def _request(image: ImageDetailView, told: Mapping[str, Any]) -> GenerateJob:
    template = told.get("set_template_id")
    return GenerateJob(
        prompt=told["prompt"],
        negative_prompt=told["negative_prompt"],
        width=told["width"],
        height=told["height"],
        steps=told["steps"],
        guidance_scale=told["guidance_scale"],
        seed=told["seed"],
        engine=told["engine"],
        adapters=tuple(PinnedAdapter.from_payload(adapter) for adapter in told.get("adapters", ())),
        title=image.image.title,
        set_template_id=UUID(template) if template else None,
        set_template_version=told.get("set_template_version"),
    )


def _differences(engine: Engine, told: Mapping[str, Any]) -> Iterator[str]:
    can = engine.capabilities()
    if not can.deterministic:
        yield f"The engine {engine.name} does not make the same picture twice."
    if not can.seed:
        yield f"The engine {engine.name} heeds no seed."
    if engine.version != told["engine_version"]:
        yield f"It was made by version {told['engine_version']} of the engine {engine.name}; this is {engine.version}."
    drawn_with = (told["model"] or "").split(" sha256:")[0]
    if drawn_with and drawn_with != can.model:
        known = "draws with another now" if can.model else "does not tell beforehand what it draws with"
        yield f"It was made with the model {drawn_with[:LONGEST_NAME]}; the engine {engine.name} {known}."
