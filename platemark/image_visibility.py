"""An image as somebody may see it: what every room that shows images says of them, and whom it shows them to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, null, select

from platemark.access import Actor, may_read_prompt, visible_to
from platemark.db.tables import AlbumRow, ImageRow

FIRST_PAGE = 50


@dataclass(frozen=True, slots=True)
class ImageView:
    """An image without its bytes; ``prompt`` is None where there is none or the caller may not read it."""

    id: UUID
    title: str
    visibility: str
    nsfw: bool
    source: str
    media_type: str
    width: int
    height: int
    size_bytes: int
    digest: str
    prompt: str | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    version: int


def image_columns(by: Actor) -> list[ColumnElement[Any]]:
    """The columns of an ImageView, in its order: ``ImageView(*row)``."""
    return [
        readable_prompt(by).label("prompt") if name == "prompt" else getattr(ImageRow, name)
        for name in ImageView.__dataclass_fields__
    ]


def readable_prompt(by: Actor) -> ColumnElement[Any]:
    """An image's prompt for those who may read it, null for others."""
    if may_read_prompt(by, None):
        return ImageRow.prompt.expression
    if by.user_id is None:
        return null()
    return case((ImageRow.created_by == by.user_id, ImageRow.prompt), else_=None)


def shown_images(by: Actor) -> ColumnElement[bool]:
    """The condition under which an image is shown to ``by``: it is not in the trash, and they may see it."""
    return and_(ImageRow.deleted_at.is_(None), _visible(by, ImageRow))


def shown_by_id(by: Actor, image_id: SQLColumnExpression[UUID]) -> ColumnElement[bool]:
    """The condition under which the image whose id stands in ``image_id`` is shown to ``by``: one look-up a row.

    Not a join: where there are no statistics yet, a planner joins an album to all images there are.
    """
    shown = select(_only_checked(shown_images(by))).where(ImageRow.id == image_id)
    return shown.correlate_except(ImageRow).scalar_subquery()


def shown_albums(by: Actor) -> ColumnElement[bool]:
    """The condition under which an album is shown to ``by``; it says nothing about the album's images."""
    return _visible(by, AlbumRow)


def _visible(by: Actor, table: type[ImageRow] | type[AlbumRow]) -> ColumnElement[bool]:
    """Visitors find the public rows by an index; users see most rows, so they take them as they come."""
    condition = visible_to(by, table.visibility, table.created_by)
    return condition if by.role is None else _only_checked(condition)


def _only_checked(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """``condition`` in a form that no index serves: rows are found by other conditions and only checked by this one.

    Without statistics (SQLite has none, PostgreSQL none right after an import) planners take any equality for rare:
    they would find the few images of an album by reading all images that are not in the trash, and sort all albums
    that a user may see to show the newest fifty.
    """
    return condition.is_(True)


def page_of(rows: Sequence[Any], limit: int) -> tuple[Sequence[Any], Any | None]:
    """Of at most ``limit + 1`` rows those of the page, and its last one where there is more after it."""
    return rows[:limit], rows[limit - 1] if len(rows) > limit else None
