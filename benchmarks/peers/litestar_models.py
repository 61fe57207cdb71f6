"""The measured part of the contract as msgspec Structs, with the same bounds."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct, field

LINE = r"^[^\x00-\x1f\x7f]*$"
TEXT = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]
Version = Annotated[int, Meta(ge=1, le=1_000_000)]
Pixels = Annotated[int, Meta(ge=1, le=65_535)]
Position = Annotated[int, Meta(ge=0, le=1_000_000)]
Rating = Annotated[int, Meta(ge=0, le=5)]
Side = Annotated[int, Meta(ge=64, le=2048, multiple_of=8)]
Seconds = Annotated[float, Meta(ge=0, le=31_536_000)]
ApiPath = Annotated[str, Meta(max_length=200, pattern=r"^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
Cursor = Annotated[str, Meta(max_length=22, pattern=r"^[A-Za-z0-9_-]{21}[AQgw]$")]
ThumbHash = Annotated[str, Meta(min_length=20, max_length=36, pattern=r"^[0-9A-Za-z+/]+={0,2}$")]
Digest = Annotated[str, Meta(max_length=64, pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=LINE)]
Title = Annotated[str, Meta(max_length=200, pattern=LINE)]
Line = Annotated[str, Meta(max_length=500, pattern=LINE)]
Prompt = Annotated[str, Meta(max_length=2000, pattern=TEXT)]
Word = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Visibility = Literal["private", "shared", "public"]


class Model(Struct, kw_only=True, forbid_unknown_fields=True):
    """A closed object."""


class Image(Model):
    """An image's metadata."""

    id: UUID
    title: Title
    visibility: Visibility
    nsfw: bool
    source: Literal["generated", "uploaded", "imported"]
    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    width: Pixels
    height: Pixels
    size_bytes: Count
    digest: Digest
    prompt: Prompt | None
    file_url: ApiPath
    thumbnail_url: ApiPath
    thumb_hash: ThumbHash | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    rating: Rating
    starred: bool


class AlbumImage(Image):
    """An image and its position in an album."""

    position: Position


class Album(Model):
    """An album without its images."""

    id: UUID
    name: Name
    description: Annotated[str, Meta(max_length=4000, pattern=TEXT)]
    visibility: Visibility
    source: Literal["manual", "set_run", "import"]
    set_template_id: UUID | None
    set_template_version: Version | None
    set_run_id: UUID | None
    theme: Line | None
    cover_image_id: UUID | None
    cover_thumbnail_url: ApiPath | None
    cover_width: Pixels | None
    cover_height: Pixels | None
    cover_thumb_hash: ThumbHash | None
    image_count: Count
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AlbumTemplate(Model):
    """The set template that an album was made from."""

    set_template_id: UUID
    name: Name
    version: Version
    theme: Line


class AlbumDetail(Album):
    """An album with its first images."""

    template: AlbumTemplate | None
    images: Annotated[list[AlbumImage], Meta(max_length=200)]
    images_next_cursor: Cursor | None


class AlbumPage(Model):
    """A page of albums."""

    items: Annotated[list[Album], Meta(max_length=200)]
    next_cursor: Cursor | None


class ImagePage(Model):
    """A page of images."""

    items: Annotated[list[Image], Meta(max_length=200)]
    next_cursor: Cursor | None


class AdapterUse(Model):
    """An adapter and its weight."""

    adapter_id: UUID
    weight: Annotated[float, Meta(ge=-2, le=2)] | None = None


class GenerateRequest(Model):
    """A job to queue."""

    kind: Literal["generate"]
    prompt: Annotated[str, Meta(min_length=1, max_length=2000, pattern=TEXT)]
    negative_prompt: Prompt = ""
    width: Side = 512
    height: Side = 512
    steps: Annotated[int, Meta(ge=1, le=100)] = 20
    guidance_scale: Annotated[float, Meta(ge=0, le=30)] = 7.5
    seed: Count | None = None
    engine: Word = "press"
    album_id: UUID | None = None
    visibility: Visibility = "private"
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] = []
    count: Annotated[int, Meta(ge=1, le=16)] = 1


class Estimate(Model):
    """When a job will be done."""

    p50_seconds: Seconds
    p90_seconds: Seconds
    basis_count: Count


class JobLinks(Model):
    """Where a job is read and cancelled."""

    self_: ApiPath = field(name="self")
    cancel: ApiPath


class QueueJob(Model):
    """The receipt of a queued job."""

    id: UUID
    kind: Literal["generate", "caption", "train"]
    state: Literal["queued", "running", "succeeded", "failed", "cancelled"]
    position: Position | None
    estimate: Estimate | None
    created_at: datetime
    links: JobLinks
