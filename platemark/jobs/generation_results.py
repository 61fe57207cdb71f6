"""What becomes of a generate job's pictures: bytes first, then everything else in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from platemark.albums.membership import append_images
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineImage
from platemark.images import ingest
from platemark.images.views import StoredPicture
from platemark.jobs import queue
from platemark.jobs.queue import Lease, RunOutcome
from platemark.jobs.requests import GenerateJob
from platemark.storage.blobs import BlobStore


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture whose bytes lie in the store, with what its engine said of it (its data is empty now)."""

    stored: StoredPicture
    made: EngineImage


def store_image(blobs: BlobStore, made: EngineImage, *, max_pixels: int) -> StoredImage:
    """Put a picture and its thumbnail in the store; no row names them yet, and no transaction is open."""
    return StoredImage(ingest.store_picture(blobs, made.data, max_pixels=max_pixels), replace(made, data=b""))


def complete(work: UnitOfWork, blobs: BlobStore, lease: Lease, kept: Sequence[StoredImage]) -> RunOutcome:
    """Images, their place in the album, the events and the finished state: all of it or nothing.

    ``lost`` and ``cancelled`` leave no image; the bytes are orphans then, which the sweep of the store removes.
    """
    completed = queue.complete(work, lease)
    if completed.state == "succeeded":
        job = GenerateJob.from_payload(lease.payload)
        made = [_insert(work, blobs, lease, job, each, completed.created_by) for each in kept]
        append_images(work, job.album_id, made, positions=_positions(lease, len(made)))
    return completed.state


def _positions(lease: Lease, count: int) -> list[int] | None:
    """A set run's album keeps the order of its rows, in whatever order its jobs finish; else the end of the album."""
    if lease.row_position is None:
        return None
    return [lease.row_position * count + index for index in range(count)]


def _insert(
    work: UnitOfWork, blobs: BlobStore, lease: Lease, job: GenerateJob, kept: StoredImage, created_by: UUID | None
) -> UUID:
    return ingest.insert_generated(
        work,
        blobs,
        kept.stored,
        title=job.title,
        prompt=job.prompt,
        provenance=_provenance(lease, job, kept.made),
        visibility=job.visibility,
        job_id=lease.job_id,
        created_by=created_by,
    )


def _provenance(lease: Lease, job: GenerateJob, made: EngineImage) -> dict[str, Any]:
    return {
        "engine": made.engine,
        "engine_version": made.engine_version,
        "model": made.model,
        "seed": made.seed,
        "steps": job.steps,
        "guidance_scale": job.guidance_scale,
        "width": made.width,
        "height": made.height,
        "prompt": job.prompt,
        "negative_prompt": job.negative_prompt,
        "words_used": list(made.words_used),
        "words_ignored": list(made.words_ignored),
        "parameters": made.parameters,
        "adapters": [adapter.payload() for adapter in job.adapters],
        "job_id": str(lease.job_id),
        "set_run_id": _text(lease.set_run_id),
        "set_template_id": _text(job.set_template_id),
        "set_template_version": job.set_template_version,
        "row_position": lease.row_position,
    }


def _text(id: UUID | None) -> str | None:  # noqa: A002 - the field's own name
    return None if id is None else str(id)
