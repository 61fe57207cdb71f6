"""Previews of adapters: pictures of what they do, that stood beside their files or were uploaded."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Lock
from typing import IO
from uuid import UUID

from PIL import Image

from platemark import pixels
from platemark.access import Actor, require_role
from platemark.adapters.service import get_adapter_for_update, set_preview
from platemark.adapters.views import AdapterView
from platemark.blob_references import require_blobs
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, TooLarge, Unprocessable
from platemark.pixels import TooManyPixels, UnreadablePicture
from platemark.studio import Studio

PREVIEW_SIDE = 512
PREVIEW_QUALITY = 80
ONE_AT_A_TIME = Lock()
"""An uploaded picture takes its size, and 3 or 4 bytes a pixel: of several, one is in memory, the others wait."""


def read_preview(source: Path | bytes, *, max_pixels: int) -> bytes:
    """The picture as a WebP without metadata, upright, in sRGB, the longer side at most 512 pixels.

    UnreadablePicture if it is damaged, no picture, or has more than ``max_pixels``.
    """
    picture = pixels.load_picture(source, max_pixels=max_pixels)
    picture.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=PREVIEW_QUALITY, method=4)
    return out.getvalue()


def replace_adapter_preview(
    work: UnitOfWork,
    studio: Studio,
    adapter_id: UUID,
    stream: IO[bytes],
    *,
    by: Actor,
    if_match: str | None = None,
) -> AdapterView:
    """Give the adapter the picture in ``stream`` as its preview; the one that it has already changes nothing.

    The bytes are checked and stored before the first statement begins the transaction of ``work``. Unprocessable
    ``not_an_image`` and ``image_too_large``, TooLarge ``file_too_large``.
    """
    require_role(by, "editor")
    with ONE_AT_A_TIME:
        digest = studio.blobs.put(_read_upload(studio, stream))
    adapter = get_adapter_for_update(work, adapter_id, role="editor", by=by, if_match=if_match)
    require_blobs(work, studio.blobs, digest)
    return adapter if adapter.preview_digest == digest else set_preview(work, adapter, digest, by=by)


def delete_adapter_preview(work: UnitOfWork, adapter_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Leave the adapter without a preview; NotFound if it has none. A sweep deletes the file later."""
    adapter = get_adapter_for_update(work, adapter_id, role="editor", by=by, if_match=if_match)
    if adapter.preview_digest is None:
        raise NotFound("adapter_preview", adapter_id)
    set_preview(work, adapter, None, by=by)


def _read_upload(studio: Studio, stream: IO[bytes]) -> bytes:
    settings = studio.settings
    data = stream.read(settings.max_upload_bytes + 1)
    if len(data) > settings.max_upload_bytes:
        detail = f"The file is larger than the limit of {settings.max_upload_bytes} bytes."
        raise TooLarge("file_too_large", detail)
    try:
        return read_preview(data, max_pixels=settings.max_image_pixels)
    except TooManyPixels:
        detail = f"The picture has more pixels than the limit of {settings.max_image_pixels}."
        raise Unprocessable("image_too_large", detail) from None
    except UnreadablePicture:
        detail = "The file is not a PNG, JPEG, WebP or AVIF, or it is damaged."
        raise Unprocessable("not_an_image", detail) from None
