"""What can be said of an album to somebody; nothing in here that they may not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final, Literal
from uuid import UUID

from platemark.image_visibility import ImageView
from platemark.paging import Page

Visibility = Literal["private", "shared", "public"]


class Keep(Enum):
    """The one value that means: leave it as it is, where None would mean none."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True)
class AlbumView:
    """An album without its images. Cover and count know only of images that the caller may see."""

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


@dataclass(frozen=True, slots=True)
class AlbumTemplateView:
    """The set template that an album was made from."""

    set_template_id: UUID
    name: str
    version: int
    theme: str


@dataclass(frozen=True, slots=True)
class AlbumImageView:
    """An image and its place in an album."""

    image: ImageView
    position: int


@dataclass(frozen=True, slots=True)
class AlbumDetailView:
    """An album with its first page of images; ``template`` is None where there is none that the caller may see."""

    album: AlbumView
    template: AlbumTemplateView | None
    images: Page[AlbumImageView]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlbumFilter:
    """Which albums to list; an empty field keeps none out."""

    visibility: Sequence[str] = ()
    source: Sequence[str] = ()
    q: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlbum:
    """An album to make; the last four fields are those of a set run."""

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
    """What to change of an album; None stays, and for the cover ``KEEP`` does, None taking the first image."""

    name: str | None = None
    description: str | None = None
    visibility: str | None = None
    cover_image_id: UUID | Keep | None = KEEP


@dataclass(frozen=True, slots=True)
class Added:
    """What adding images did; ``image_count`` as the caller sees it."""

    added: int
    already_present: int
    image_count: int


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label and how many images have it."""

    text: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class LabelStats:
    """How well an album is labelled, over the images that the caller may see."""

    image_count: int
    captioned_count: int
    tagged_count: int
    top_labels: Sequence[LabelCount]
    reasons: Sequence[str]

    @property
    def coverage(self) -> float:
        """Which part of the images has a caption, 0 … 1; 0 for none."""
        return self.captioned_count / self.image_count if self.image_count else 0.0

    @property
    def ready(self) -> bool:
        """Whether one could train on the album."""
        return not self.reasons
