"""Reading a picture and its sidecar for good. Imports little: processes that do nothing else start with it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from platemark.errors import PlatemarkError
from platemark.images import pictures
from platemark.images.pictures import Picture
from platemark.imports.reading.sources import File, Gone, Source, TooLong
from platemark.imports.reasons import Refused, Remark

SIDECAR_BYTES = 1024 * 1024
UNREADABLE = Remark("unreadable", "It cannot be read.")
GONE = Remark("gone", "It went away while it was being looked at.")
TOO_LARGE = Remark("file_too_large", "The file has more bytes than are taken (PLATEMARK_MAX_UPLOAD_BYTES).")


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture to read: where it and its sidecar lie, the digest that both had when they were planned, the limits."""

    key: str
    sidecar: str | None
    digest: str
    max_bytes: int
    max_pixels: int


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that was read, without metadata and with its thumbnail, and the SHA-256 of each."""

    picture: Picture
    digest: str
    thumbnail_digest: str


def read_picture(source: Source, asked: Asked) -> PictureFile:
    """The picture as it is to be kept; Refused where it is not what was planned any more, or cannot be read."""
    file = read(source, asked.key, limit=asked.max_bytes)
    if digest_of(source, asked.sidecar, file.data) != asked.digest:
        raise Refused("changed_since_plan", "It is not what was planned any more: plan again.")
    picture = pictures.prepare_picture(file.data, max_pixels=asked.max_pixels)
    return PictureFile(
        picture, hashlib.sha256(picture.data).hexdigest(), hashlib.sha256(picture.thumbnail).hexdigest()
    )  # fmt: skip


def remark_of(error: Refused | PlatemarkError | OSError) -> Remark:
    """Why an item could not be prepared."""
    if isinstance(error, Refused):
        return error.remark
    return Remark(error.code, error.detail) if isinstance(error, PlatemarkError) else UNREADABLE


def read(source: Source, key: str, *, limit: int) -> File:
    """A file's bytes; Refused, with the reason, where they cannot be had."""
    try:
        return source.read(key, limit=limit)
    except TooLong:
        raise Refused(TOO_LARGE.code, TOO_LARGE.message) from None
    except Gone:
        raise Refused(GONE.code, GONE.message) from None
    except OSError:
        raise Refused(UNREADABLE.code, UNREADABLE.message) from None


def digest_of(source: Source, sidecar: str | None, data: bytes) -> str:
    """The digest of a picture's bytes and those of its sidecar."""
    return picture_digest(hashlib.sha256(data).hexdigest(), sidecar_digest_of(source, sidecar))


def sidecar_digest_of(source: Source, sidecar: str | None) -> str | None:
    """The SHA-256 of a sidecar's bytes; None where there is none, or none that can be read."""
    if sidecar is None:
        return None
    try:
        return hashlib.sha256(read(source, sidecar, limit=SIDECAR_BYTES).data).hexdigest()
    except Refused:
        return None


def picture_digest(source_digest: str, sidecar_digest: str | None) -> str:
    """The digest of all that the source says of a picture: its bytes and its sidecar's."""
    return hashlib.sha256(json.dumps([source_digest, sidecar_digest]).encode("ascii")).hexdigest()
