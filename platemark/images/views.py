"""What can be said of an image to somebody, and what somebody can ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from platemark.image_visibility import ImageView

MediaType = Literal["image/png", "image/jpeg", "image/webp"]


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture whose bytes and thumbnail lie in the blob store; no row names them yet."""

    digest: str
    thumbnail_digest: str
    media_type: str
    width: int
    height: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class LabelView:
    """What someone or something says about a picture."""

    id: UUID
    image_id: UUID
    kind: str
    text: str
    source: str
    confidence: float | None
    engine: str | None
    engine_version: str | None
    model: str | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class AlbumName:
    """An album, by id and name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ImageDetailView:
    """An image with how it was made (None where unknown or not the caller's to read), its labels and its albums."""

    image: ImageView
    provenance: Mapping[str, Any] | None
    labels: Sequence[LabelView]
    albums: Sequence[AlbumName]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to send. ``public`` says whether a cache that many share may keep it."""

    path: Path
    size: int
    digest: str
    media_type: MediaType
    public: bool
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFilter:
    """Which images to list; an empty field keeps none out. ``trashed``: those in the caller's trash instead."""

    album_id: UUID | None = None
    label: str | None = None
    q: str | None = None
    nsfw: bool | None = None
    visibility: Sequence[str] = ()
    source: Sequence[str] = ()
    trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadFacts:
    """What an uploader says of a picture."""

    title: str = ""
    visibility: str = "private"
    nsfw: bool = False
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The image that an upload became; ``made`` is False where the caller had the same bytes already."""

    image_id: UUID
    made: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageChanges:
    """What to change of an image; None stays."""

    title: str | None = None
    visibility: str | None = None
    nsfw: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChanges:
    """What to change of a label; None stays."""

    kind: str | None = None
    text: str | None = None
