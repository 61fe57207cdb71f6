"""Reads what a bundle holds: a page of an album's pictures with their provenance, and the labels of them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.statements import Statement
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import ImageView
from platemark.images.queries import label_columns
from platemark.images.views import LabelView
from platemark.paging import Page, PageRequest

IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)


class PlacedPicture(NamedTuple):
    """An image of an album as the caller may see it, and its provenance as stored."""

    image: ImageView
    provenance: Any


def list_pictures(work: UnitOfWork, album_id: UUID, page: PageRequest, *, by: Actor) -> Page[PlacedPicture]:
    """A page of the album's images, in order."""
    images = albums.list_album_images(work, album_id, page, by=by)
    ids = [placed.image.id for placed in images.items]
    provenance: dict[UUID, Any] = dict(PROVENANCES.all(work, image_ids=ids))
    found = [PlacedPicture(placed.image, provenance.get(placed.image.id)) for placed in images.items]
    return Page(found, images.next_after)


def labels_by_image(work: UnitOfWork, image_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[LabelView]]:
    """The labels of these images, the newest of each first."""
    found = defaultdict(list)
    for label in LABELS.all(work, image_ids=list(image_ids)):
        found[label.image_id].append(label)
    return found


PROVENANCES: Statement[tuple[UUID, Any]] = Statement(
    select(ImageRow.id, ImageRow.provenance).where(ImageRow.id.in_(IMAGE_IDS)), lambda row: (row[0], row[1])
)
LABELS = Statement(
    select(*label_columns()).where(LabelRow.image_id.in_(IMAGE_IDS)).order_by(LabelRow.id.desc()), LabelView._make
)
