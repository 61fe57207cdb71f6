"""The dataset of a training run: a snapshot of images by digest, with captions and held-out marks."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, Self
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from platemark.access import Actor, Viewpoint
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainingPicture
from platemark.errors import Finding, NotFound
from platemark.image_visibility import readable_prompt, visible_albums, visible_images
from platemark.storage.blobs import BlobStore
from platemark.training.views import DatasetView

MAX_CAPTION_LENGTH = 2000
BATCH_SIZE = 500


class AlbumImage(NamedTuple):
    """An image of an album; ``prompt`` is None if the caller may not read it."""

    id: UUID
    digest: str
    width: int
    height: int
    title: str
    prompt: str | None


class ImageLabel(NamedTuple):
    """A label of an image."""

    image_id: UUID
    kind: str
    text: str
    source: str


LABELS = Statement(
    select(*(getattr(LabelRow, name) for name in ImageLabel._fields))
    .where(LabelRow.image_id.in_(bindparam("image_ids", type_=Uuid(), expanding=True)))
    .order_by(LabelRow.id),
    ImageLabel._make,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the dataset; ``caption`` is empty if there is none."""

    image_id: UUID
    digest: str
    caption: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class Dataset:
    """The images in album order, each digest once; ``small_count`` of them have a side below 64 pixels."""

    pictures: tuple[Picture, ...]
    small_count: int = 0

    @property
    def view(self) -> DatasetView:
        """The digest and the numbers of images."""
        return DatasetView(
            digest=self.digest,
            image_count=len(self.pictures),
            captioned_count=sum(bool(picture.caption) for picture in self.pictures),
            held_out_count=sum(picture.held_out for picture in self.pictures),
        )

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of digests, captions and held-out marks; ids are not part of it."""
        items = [[picture.digest, picture.caption, picture.held_out] for picture in self.pictures]
        text = json.dumps(items, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    def payload(self) -> list[dict[str, Any]]:
        """The dataset as JSON, for the run's row."""
        return [
            {
                "image_id": str(picture.image_id),
                "digest": picture.digest,
                "caption": picture.caption,
                "held_out": picture.held_out,
            }
            for picture in self.pictures
        ]

    @classmethod
    def from_payload(cls, payload: Iterable[dict[str, Any]]) -> Self:
        """The dataset of a ``payload()``."""
        return cls(tuple(Picture(UUID(it["image_id"]), it["digest"], it["caption"], it["held_out"]) for it in payload))

    def count_missing(self, blobs: BlobStore) -> int:
        """How many of the images have lost their bytes."""
        return sum(not blobs.exists(picture.digest) for picture in self.pictures)

    def training_pictures(self, blobs: BlobStore) -> tuple[TrainingPicture, ...]:
        """The images as the engine gets them."""
        return tuple(TrainingPicture(blobs.path(it.digest), it.caption, it.held_out) for it in self.pictures)


def build_dataset(
    work: UnitOfWork, album_ids: Sequence[UUID], *, seed: int, held_out_share: float, by: Actor
) -> Dataset:
    """The images of the albums that ``by`` may see; NotFound for an album that ``by`` may not see.

    The same seed holds out the same images. The caption is the newest manual one, else the newest by an engine, else
    the tags, else the prompt, else the title.
    """
    _require_albums(work, album_ids, by)
    rows = _rows(work, album_ids, by)
    labels = _labels(work, [row.id for row in rows])
    held_out = _held_out([row.digest for row in rows], seed, held_out_share)
    pictures = tuple(Picture(row.id, row.digest, _caption(row, labels[row.id]), row.digest in held_out) for row in rows)
    return Dataset(pictures, sum(min(row.width, row.height) < 64 for row in rows))


def list_visible_albums(work: UnitOfWork, album_ids: Collection[UUID], *, by: Actor) -> set[UUID]:
    """Those of ``album_ids`` that the caller may see."""
    return set(_albums_among(by.viewpoint).all(work, album_ids=list(album_ids), me=by.user_id))


def _require_albums(work: UnitOfWork, album_ids: Sequence[UUID], by: Actor) -> None:
    visible = list_visible_albums(work, album_ids, by=by)
    for index, album_id in enumerate(album_ids):
        if album_id not in visible:
            message = f"There is no album {album_id}."
            raise NotFound("album", album_id, [Finding(f"/album_ids/{index}", message, "album_not_found")])


def _rows(work: UnitOfWork, album_ids: Sequence[UUID], by: Actor) -> list[AlbumImage]:
    """The images of the albums in the given order, each digest where it first occurs."""
    rows: dict[str, AlbumImage] = {}
    for album_id in album_ids:
        for row in _album_images(by.viewpoint).all(work, album_id=album_id, me=by.user_id):
            rows.setdefault(row.digest, row)
    return list(rows.values())


@cache
def _albums_among(by: Viewpoint) -> Statement[UUID]:
    album_ids = bindparam("album_ids", type_=Uuid(), expanding=True)
    return Statement(select(AlbumRow.id).where(AlbumRow.id.in_(album_ids), visible_albums(by)), first_column)


@cache
def _album_images(by: Viewpoint) -> Statement[AlbumImage]:
    columns = (ImageRow.id, ImageRow.digest, ImageRow.width, ImageRow.height, ImageRow.title)
    images = (
        select(*columns, readable_prompt(by).label("prompt"))
        .join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
        .where(AlbumImageRow.album_id == bindparam("album_id", type_=Uuid()), visible_images(by))
        .order_by(AlbumImageRow.position, AlbumImageRow.image_id)
    )
    return Statement(images, AlbumImage._make)


def _labels(work: UnitOfWork, image_ids: Sequence[UUID]) -> Mapping[UUID, list[ImageLabel]]:
    """The labels of each image, oldest first."""
    labels: dict[UUID, list[ImageLabel]] = defaultdict(list)
    for start in range(0, len(image_ids), BATCH_SIZE):
        for label in LABELS.all(work, image_ids=image_ids[start : start + BATCH_SIZE]):
            labels[label.image_id].append(label)
    return labels


def _caption(image: AlbumImage, labels: Sequence[ImageLabel]) -> str:
    captions = [label for label in labels if label.kind == "caption"]
    manual = [label.text for label in captions if label.source == "manual"]
    tags = ", ".join(label.text for label in labels if label.kind == "tag")
    candidates = (
        *reversed(manual),
        *reversed([label.text for label in captions]),
        tags,
        image.prompt or "",
        image.title,
    )
    caption = next((text for text in candidates if text.strip()), "")
    return " ".join(caption.split())[:MAX_CAPTION_LENGTH]


def _held_out(digests: Sequence[str], seed: int, share: float) -> set[str]:
    if share <= 0 or len(digests) < 2:
        return set()
    count = max(1, round(len(digests) * share))
    shuffled = sorted(digests, key=lambda digest: hashlib.sha256(f"{seed}:{digest}".encode()).digest())
    return set(shuffled[:count])
