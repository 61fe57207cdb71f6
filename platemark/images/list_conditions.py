"""Which images a list has: the conditions of its filters, checked image by image, whatever found the image.

Each is one look-up, and none is a join on purpose: a planner without statistics would join all images there are.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, Uuid, and_, bindparam, false, or_, select, true

from platemark.access import ME, Viewpoint, may_read_prompts
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageMarkRow, ImageRow, ImageTextRow, ImageTraitRow, LabelRow
from platemark.db.time_spans import created_within
from platemark.db.types import BigInt
from platemark.image_visibility import visible_albums, visible_images
from platemark.search.conditions import Search, contains

AFTER = bindparam("after", type_=Uuid())
ALBUM_ID = bindparam("album_id", type_=Uuid())
LABEL_KEY = bindparam("label_key", type_=LargeBinary())
STARRED = ImageMarkRow.starred == true()
TRAITS = ("trait_1", "trait_2", "trait_3", "trait_4", "trait_5")
"""The parameters of traits: four of how an image was made, one of its shape."""


class ImageShape(NamedTuple):
    """What the statements of a list of images depend on: which filters there are, and the values of those with few.

    ``follows``: it begins after the id ``after``; ``bounded``: it ends at the id ``far``; ``traits``: the first so many
    of ``TRAITS`` are wanted.
    """

    by: Viewpoint
    follows: bool
    bounded: bool
    oldest_first: bool
    search: Search | None
    label: bool
    album: bool
    nsfw: bool | None
    visibility: frozenset[str]
    source: frozenset[str]
    trashed: bool
    rating_min: int
    starred: bool
    traits: int
    created_after: bool
    created_before: bool


def matches(shape: ImageShape, id_: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition that the image with this id is in the list."""
    wanted = [_in_trash_of(shape.by) if shape.trashed else visible_images(shape.by)]
    if shape.nsfw is not None:
        wanted.append(ImageRow.nsfw.is_(shape.nsfw))
    if shape.visibility:
        wanted.append(ImageRow.visibility.in_(sorted(shape.visibility)))
    if shape.source:
        wanted.append(ImageRow.source.in_(sorted(shape.source)))
    image = select(and_(*wanted, *relates(shape))).where(ImageRow.id == id_).correlate_except(ImageRow)
    return image.scalar_subquery().is_(true())


def relates(shape: ImageShape) -> list[ColumnElement[bool]]:
    """The conditions on an image (``ImageRow``) that no index of images has: most of them read other tables."""
    wanted = list(created_within(ImageRow.created_at, after=shape.created_after, before=shape.created_before))
    if shape.rating_min or shape.starred:
        mark = [ImageMarkRow.rating >= shape.rating_min, *([STARRED] if shape.starred else [])]
        wanted.append(_has(ImageMarkRow, ImageMarkRow.image_id == ImageRow.id, ImageMarkRow.user_id == ME, *mark))
    if shape.album:
        of_album = AlbumImageRow.album_id == visible_album(shape.by)
        wanted.append(_has(AlbumImageRow, of_album, AlbumImageRow.image_id == ImageRow.id))
    if shape.label:
        wanted.append(_has(LabelRow, LabelRow.text_key == LABEL_KEY, LabelRow.image_id == ImageRow.id))
    of_image = ImageTraitRow.image_id == ImageRow.id
    wanted += [_has(ImageTraitRow, has_trait(name), of_image) for name in TRAITS[: shape.traits]]
    if shape.search is not None:
        wanted.append(_says(shape.by, shape.search))
    return wanted


def has_trait(name: str) -> ColumnElement[bool]:
    """The condition that a trait of an image (``ImageTraitRow``) is the one in this parameter."""
    return ImageTraitRow.trait == bindparam(name, type_=BigInt)


def visible_album(by: Viewpoint) -> ColumnElement[UUID]:
    """The id of the album of the filter; null if the caller does not see it."""
    return select(AlbumRow.id).where(AlbumRow.id == ALBUM_ID, visible_albums(by)).correlate(None).scalar_subquery()


def _in_trash_of(by: Viewpoint) -> ColumnElement[bool]:
    """The condition for images that the caller can restore from the trash: their own, or all for an admin."""
    trashed = ImageRow.deleted_at.is_not(None)
    if by.is_admin:
        return trashed
    return and_(trashed, ImageRow.created_by == by.user_id) if by.user_id is not None else false()


def _has(row: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    found = select(true()).select_from(row).where(*conditions).limit(1)
    return found.correlate_except(row).scalar_subquery().is_(true())


def _says(by: Viewpoint, search: Search) -> ColumnElement[bool]:
    """An image's title or labels, or its prompt if the caller may read it, contain what is looked for."""
    prompt = contains(ImageTextRow.prompt.expression, search)
    if not may_read_prompts(by):
        prompt = false() if by.user_id is None else and_(ImageRow.created_by == by.user_id, prompt)
    said = select(or_(contains(ImageTextRow.text.expression, search), prompt)).where(ImageTextRow.id == ImageRow.id)
    return said.correlate_except(ImageTextRow).scalar_subquery().is_(true())
