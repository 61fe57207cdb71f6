"""What callers read of images, and what they may ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple
from uuid import UUID

from platemark.db.time_spans import WHENEVER, TimeSpan
from platemark.image_visibility import ImageView

MediaType = Literal["image/png", "image/jpeg", "image/webp"]


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture whose bytes and thumbnail are in the blob store, before a row refers to them."""

    digest: str
    thumbnail_digest: str
    media_type: str
    width: int
    height: int
    size_bytes: int
    thumb_hash: str


class LabelView(NamedTuple):
    """A caption or a tag of an image, written by a person or an engine."""

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


class AlbumName(NamedTuple):
    """An album, by id and name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ImageDetailView:
    """An image with its provenance (None if unknown or not readable by the caller), its labels and its albums."""

    image: ImageView
    provenance: Mapping[str, Any] | None
    labels: Sequence[LabelView]
    albums: Sequence[AlbumName]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to send. ``public``: whether shared caches may store it."""

    path: Path
    size: int
    digest: str
    media_type: MediaType
    public: bool
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFilter:
    """Which images to list; an empty field excludes none. ``trashed`` lists those in the caller's trash instead.

    ``q`` must occur in the title, in a label or in a prompt that the caller may read; ``label`` is the text of a label.
    ``rating_min`` and ``starred`` are about the caller's own marks; ``engine``, ``model``, ``adapter_id`` and ``seed``
    about provenances that the caller may read. ``side_min`` is one of ``traits.SIDES``. The list is newest first, or
    the other way round if ``oldest_first``.
    """

    album_id: UUID | None = None
    label: str | None = None
    q: str | None = None
    nsfw: bool | None = None
    visibility: Sequence[str] = ()
    source: Sequence[str] = ()
    trashed: bool = False
    rating_min: int = 0
    starred: bool = False
    engine: str | None = None
    model: str | None = None
    adapter_id: UUID | None = None
    seed: int | None = None
    orientation: str | None = None
    side_min: int | None = None
    created: TimeSpan = WHENEVER
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUpload:
    """The fields that come with an uploaded picture."""

    title: str = ""
    visibility: str = "private"
    nsfw: bool = False
    caption: str | None = None
    album_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class InsertedUpload:
    """The image of an upload; ``created`` is False if the caller had an image with the same bytes already."""

    image_id: UUID
    created: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageChanges:
    """The fields to change; None leaves a field as it is."""

    title: str | None = None
    visibility: str | None = None
    nsfw: bool | None = None


class Mark(NamedTuple):
    """What a user thinks of an image: a rating from 1 to 5, or 0 for none, and whether it is starred."""

    rating: int = 0
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkChanges:
    """The fields of a mark to change; None leaves a field as it is."""

    rating: int | None = None
    starred: bool | None = None

    def applied_to(self, mark: Mark) -> Mark:
        """The mark with these changes."""
        return Mark(
            mark.rating if self.rating is None else self.rating,
            mark.starred if self.starred is None else self.starred,
        )


class LabelContent(NamedTuple):
    """What a label says: its kind and its text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkChanges:
    """What to change of many images; None or empty leaves it as it is. What is removed is removed first.

    ``rating`` and ``starred`` are the caller's own.
    """

    trashed: bool | None = None
    visibility: str | None = None
    nsfw: bool | None = None
    add_labels: tuple[LabelContent, ...] = ()
    remove_labels: tuple[LabelContent, ...] = ()
    add_to_album: UUID | None = None
    remove_from_album: UUID | None = None
    rating: int | None = None
    starred: bool | None = None


class BulkUpdate(NamedTuple):
    """How many images were changed, or would be, and how many were so already."""

    dry_run: bool
    changed_count: int
    unchanged_count: int


class PurgedImage(NamedTuple):
    """An image that a purge deleted, or would delete."""

    id: UUID
    created_by: UUID | None
    deleted_at: datetime
    size_bytes: int


class KeptImage(NamedTuple):
    """An image that stays in the trash: ``named_by`` is the ``training_run`` or ``set_run`` that ``reason`` says."""

    id: UUID
    deleted_at: datetime
    reason: str
    named_by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashPurge:
    """The result of a purge of the trash or its dry run; ``before`` is None if images stay there forever.

    ``images`` lists what goes, ``kept`` some of what is as old and stays; ``more`` is whether more could go.
    ``freed_bytes`` counts the files that go, ``shared_file_count`` those of the images that stay.
    """

    dry_run: bool
    older_than_days: int | None
    before: datetime | None
    images: Sequence[PurgedImage] = ()
    kept: Sequence[KeptImage] = ()
    freed_bytes: int = 0
    shared_file_count: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChanges:
    """The fields to change; None leaves a field as it is."""

    kind: str | None = None
    text: str | None = None
