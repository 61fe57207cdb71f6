"""What callers read of albums, and what they may ask for. Views hold nothing that the caller may not see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from platemark.image_visibility import ImageView
from platemark.paging import Page
from platemark.unchanged import UNCHANGED, Unchanged

Visibility = Literal["private", "shared", "public"]


class CoverView(NamedTuple):
    """What a page needs to leave room for an album's cover; ``thumb_hash`` as of an ``ImageView``."""

    image_id: UUID
    width: int
    height: int
    thumb_hash: str | None


class AlbumView(NamedTuple):
    """An album without its images. Cover and count consider only images that the caller may see."""

    id: UUID
    name: str
    description: str
    visibility: str
    source: str
    set_template_id: UUID | None
    set_template_version: int | None
    set_run_id: UUID | None
    theme: str | None
    cover_image_id: UUID | None
    image_count: int
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int
    cover: CoverView | None = None


@dataclass(frozen=True, slots=True)
class AlbumTemplateView:
    """The set template that an album was generated from."""

    set_template_id: UUID
    name: str
    version: int
    theme: str


class AlbumImageView(NamedTuple):
    """An image and its position in an album."""

    image: ImageView
    position: int


@dataclass(frozen=True, slots=True)
class AlbumDetailView:
    """An album with its first page of images; ``template`` is None if there is none that the caller may see."""

    album: AlbumView
    template: AlbumTemplateView | None
    images: Page[AlbumImageView]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlbumFilter:
    """Which albums to list; an empty field excludes none. ``q`` must occur in the name.

    They are listed newest first, or the other way round if ``oldest_first``.
    """

    visibility: Sequence[str] = ()
    source: Sequence[str] = ()
    q: str | None = None
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlbum:
    """An album to create; the last four fields are set by a set run."""

    name: str
    description: str = ""
    visibility: str = "private"
    source: Literal["manual", "set_run", "import"] = "manual"
    set_template_id: UUID | None = None
    set_template_version: int | None = None
    set_run_id: UUID | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlbumChanges:
    """The fields to change; None leaves a field as it is.

    For the cover, ``UNCHANGED`` does that, and None makes the first image the cover.
    """

    name: str | None = None
    description: str | None = None
    visibility: str | None = None
    cover_image_id: UUID | Unchanged | None = UNCHANGED


@dataclass(frozen=True, slots=True)
class AddedImages:
    """The result of adding images; ``image_count`` counts what the caller may see."""

    added: int
    already_present: int
    image_count: int


class LabelCount(NamedTuple):
    """A label and how many images have it."""

    text: str
    kind: str
    image_count: int


@dataclass(frozen=True, slots=True)
class LabelStats:
    """How completely an album is labelled, over the images that the caller may see; ``reasons`` say what is missing."""

    image_count: int
    captioned_count: int
    tagged_count: int
    top_labels: Sequence[LabelCount]
    reasons: Sequence[str]

    @property
    def coverage(self) -> float:
        """The share of images that have a caption, 0 … 1; 0 for an empty album."""
        return self.captioned_count / self.image_count if self.image_count else 0.0

    @property
    def ready(self) -> bool:
        """Whether the album is ready for training."""
        return not self.reasons
