"""Helpers for images: small pictures, stored or inserted as generated images."""

from __future__ import annotations

import io
from collections.abc import Callable
from uuid import UUID

from PIL import Image

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError
from platemark.images import service as images
from platemark.images.views import StoredPicture
from platemark.storage.blobs import FolderBlobStore

PROVENANCE = {
    "engine": "press", "engine_version": "1.0.0", "model": None, "seed": 7, "steps": 20, "guidance_scale": 7.5,
    "width": 8, "height": 8, "prompt": "a fox", "negative_prompt": "", "words_used": ["fox"], "words_ignored": ["a"],
    "parameters": {"palette": "winter", "passes": 3}, "job_id": "0192e4a0-7c00-7000-8000-000000000041",
    "set_run_id": None, "set_template_id": None, "set_template_version": None, "row_position": None,
}  # fmt: skip


def refusal(verb: Callable[[], object]) -> str | None:
    """The name of the error that ``verb`` raises; None if it succeeds."""
    try:
        verb()
    except PlatemarkError as error:
        return type(error).__name__
    return None


def png(colour: str = "red") -> bytes:
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(out, "PNG")
    return out.getvalue()


def store(blobs: FolderBlobStore, data: bytes = b"") -> StoredPicture:
    """Store a picture, a red one if ``data`` is empty; no row refers to it."""
    return images.store_picture(blobs, data or png(), max_pixels=10_000)


def generate(work: UnitOfWork, blobs: FolderBlobStore, picture: StoredPicture, owner: Actor) -> UUID:
    """Insert a stored picture as a generated image; returns its id."""
    return images.insert_generated(
        work, blobs, picture, title="Fox", prompt="a fox", provenance=PROVENANCE, visibility="private",
        job_id=UUID("0192e4a0-7c00-7000-8000-000000000041"), created_by=owner.user_id,
    )  # fmt: skip
