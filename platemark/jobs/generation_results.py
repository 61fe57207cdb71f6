"""Stores the images of a generate job: first their bytes, then everything else in one transaction."""

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
    """An image whose bytes are in the blob store, and the engine's answer that it came with (emptied of its data)."""

    picture: StoredPicture
    answer: EngineImage


def store_image(blobs: BlobStore, answer: EngineImage, *, max_pixels: int) -> StoredImage:
    """Store an image and its thumbnail as blobs, outside any transaction; no row refers to them yet."""
    return StoredImage(ingest.store_picture(blobs, answer.data, max_pixels=max_pixels), replace(answer, data=b""))


def complete(work: UnitOfWork, blobs: BlobStore, lease: Lease, images: Sequence[StoredImage]) -> RunOutcome:
    """Complete the job together with its image rows, their places in the album, and the events: all or nothing.

    A ``lost`` or ``cancelled`` run stores no image; the blob sweep later removes the unreferenced bytes.
    """
    completion = queue.complete(work, lease)
    if completion.outcome == "succeeded":
        job = GenerateJob.from_payload(lease.payload)
        image_ids = [_insert_image(work, blobs, lease, job, image, completion.created_by) for image in images]
        append_images(work, job.album_id, image_ids, positions=_positions(lease, len(image_ids)))
    return completion.outcome


def _positions(lease: Lease, count: int) -> list[int] | None:
    """The album positions of a set run's row, whatever order the jobs finish in; None appends to the album."""
    if lease.row_position is None:
        return None
    return [lease.row_position * count + index for index in range(count)]


def _insert_image(
    work: UnitOfWork, blobs: BlobStore, lease: Lease, job: GenerateJob, image: StoredImage, created_by: UUID | None
) -> UUID:
    return ingest.insert_generated(
        work,
        blobs,
        image.picture,
        title=job.title,
        prompt=job.prompt,
        provenance=_provenance(lease, job, image.answer),
        visibility=job.visibility,
        job_id=lease.job_id,
        created_by=created_by,
    )


def _provenance(lease: Lease, job: GenerateJob, answer: EngineImage) -> dict[str, Any]:
    return {
        "engine": answer.engine,
        "engine_version": answer.engine_version,
        "model": answer.model,
        "seed": answer.seed,
        "steps": job.steps,
        "guidance_scale": job.guidance_scale,
        "width": answer.width,
        "height": answer.height,
        "prompt": job.prompt,
        "negative_prompt": job.negative_prompt,
        "words_used": list(answer.words_used),
        "words_ignored": list(answer.words_ignored),
        "parameters": answer.parameters,
        "adapters": [adapter.payload() for adapter in job.adapters],
        "job_id": str(lease.job_id),
        "set_run_id": _text(lease.set_run_id),
        "set_template_id": _text(job.set_template_id),
        "set_template_version": job.set_template_version,
        "row_position": lease.row_position,
    }


def _text(id: UUID | None) -> str | None:  # noqa: A002 - the field's own name
    return None if id is None else str(id)
