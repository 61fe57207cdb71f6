"""Reads a picture and its sidecars for an apply. Imports little, because the picture process starts with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from platemark.errors import PlatemarkError
from platemark.images import pictures
from platemark.images.metadata_embedding import as_stored
from platemark.images.pictures import Picture
from platemark.imports.reading.sources import File, FileTooLarge, PathMissing, Source
from platemark.imports.reasons import ItemRefused, Reason, changed_since_plan

MAX_SIDECAR_BYTES = 1024 * 1024
UNREADABLE = Reason("unreadable", "It cannot be read.")
GONE = Reason("gone", "It disappeared while it was being read.")
TOO_LARGE = Reason("file_too_large", "The file is larger than PLATEMARK_MAX_UPLOAD_BYTES allows.")


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A picture to read: its path and those of its sidecars, the digest of all in the plan, and the limits.

    With ``part`` the picture is that part of the file at ``key``: where it begins, and its bytes. ``stored`` is the
    digest of the picture that a text was embedded in, if one was.
    """

    key: str
    sidecars: tuple[str, ...]
    digest: str
    max_bytes: int
    max_pixels: int
    part: tuple[int, int] | None = None
    stored: str | None = None


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture without metadata and with its thumbnail, and the SHA-256 of each."""

    picture: Picture
    digest: str
    thumbnail_digest: str


def read_picture(source: Source, request: PictureRequest) -> PictureFile:
    """The picture as it will be stored; ItemRefused if it changed since the plan, or cannot be read."""
    data = _read(source, request)
    if picture_and_sidecars_digest(source, request.sidecars, data) != request.digest:
        raise changed_since_plan("The picture, or a file beside it,")
    if request.stored is not None:
        data = as_stored(data, request.stored)
    picture = pictures.prepare_picture(data, max_pixels=request.max_pixels)
    return PictureFile(
        picture, hashlib.sha256(picture.data).hexdigest(), hashlib.sha256(picture.thumbnail).hexdigest()
    )  # fmt: skip


def _read(source: Source, request: PictureRequest) -> bytes:
    if request.part is None:
        return read_file(source, request.key, limit=request.max_bytes).data
    return read_part(source, request.key, *request.part)


def read_part(source: Source, key: str, offset: int, size: int) -> bytes:
    """A part of the file at ``key``; ItemRefused, with the reason, if it cannot be read."""
    try:
        return source.read_part(key, offset, size)
    except PathMissing:
        raise ItemRefused(GONE.code, GONE.message) from None
    except OSError:
        raise ItemRefused(UNREADABLE.code, UNREADABLE.message) from None


def reason_for(error: ItemRefused | PlatemarkError | OSError) -> Reason:
    """Why an item could not be read."""
    if isinstance(error, ItemRefused):
        return error.reason
    return Reason(error.code, error.detail) if isinstance(error, PlatemarkError) else UNREADABLE


def read_file(source: Source, key: str, *, limit: int) -> File:
    """The file at ``key``; ItemRefused, with the reason, if it cannot be read."""
    try:
        return source.read(key, limit=limit)
    except FileTooLarge:
        raise ItemRefused(TOO_LARGE.code, TOO_LARGE.message) from None
    except PathMissing:
        raise ItemRefused(GONE.code, GONE.message) from None
    except OSError:
        raise ItemRefused(UNREADABLE.code, UNREADABLE.message) from None


def picture_and_sidecars_digest(source: Source, sidecars: Sequence[str], data: bytes) -> str:
    """The digest of a picture's bytes and of its sidecars', which are read for it."""
    return combined_digest(digest_of(data), [_sidecar_digest(source, it) for it in sidecars])


def combined_digest(picture_digest: str | None, sidecar_digests: Sequence[str | None]) -> str:
    """One digest for everything that the source says about a picture: its bytes and those beside it."""
    digests = [picture_digest, *(sidecar_digests or [None])]
    return hashlib.sha256(json.dumps(digests).encode("ascii")).hexdigest()


def digest_of(data: bytes | None) -> str | None:
    """The SHA-256 of what was read; None where nothing could be."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def _sidecar_digest(source: Source, sidecar: str) -> str | None:
    try:
        return digest_of(read_file(source, sidecar, limit=MAX_SIDECAR_BYTES).data)
    except ItemRefused:
        return None
