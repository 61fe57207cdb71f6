"""Which images and albums a caller may see, and an image as the caller may see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, false, func, literal_column, null, select

from platemark.access import Caller, may_read_prompts, visible_to
from platemark.db.tables import AlbumRow, ImageMarkRow, ImageRow

MAX_WORDS = 80
"""How long a title that is made of a prompt may be."""


class ImageView(NamedTuple):
    """An image without its bytes; ``prompt`` is None if there is none or the caller may not read it.

    ``rating`` (0: none) and ``starred`` are the caller's own.
    ``thumb_hash`` is None until it is computed, and empty if it cannot be.
    """

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
    thumb_hash: str | None
    prompt: str | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    rating: int
    starred: bool
    version: int

    @property
    def shown_title(self) -> str:
        """The title; of an image without one, the first words of its prompt, if the caller may read that."""
        return self.title or first_words(self.prompt or "")


def first_words(text: str) -> str:
    """``text`` on one line, cut after a word if it is longer than a title that says what a picture shows."""
    line = " ".join(text.split())
    if len(line) <= MAX_WORDS:
        return line
    words = line[:MAX_WORDS].rpartition(" ")[0] or line[: MAX_WORDS - 1]
    return words.rstrip(" ,.;:") + "…"


def image_columns(by: Caller) -> list[ColumnElement[Any]]:
    """The columns of an ImageView, in the order of its fields."""
    of_caller = {
        "prompt": readable_prompt(by),
        "rating": _own_mark(by, ImageMarkRow.rating.expression, literal_column("0")),
        "starred": _own_mark(by, ImageMarkRow.starred.expression, false()),
    }
    return [of_caller[name].label(name) if name in of_caller else getattr(ImageRow, name) for name in ImageView._fields]


def readable_prompt(by: Caller) -> ColumnElement[Any]:
    """An image's prompt if the caller may read it, else null."""
    if may_read_prompts(by):
        return ImageRow.prompt.expression
    if by.user_id is None:
        return null()
    return case((ImageRow.created_by == by.user_id, ImageRow.prompt), else_=None)


def _own_mark(by: Caller, column: ColumnElement[Any], none: ColumnElement[Any]) -> ColumnElement[Any]:
    """What the caller has in this column of the image's marks, else ``none``: one look-up an image, never a join.

    A planner that does not know how many images a page has would join them to all marks of the caller.
    """
    if by.user_id is None:
        return none
    own = select(column).where(ImageMarkRow.image_id == ImageRow.id, ImageMarkRow.user_id == by.user_id)
    return func.coalesce(own.correlate(ImageRow).scalar_subquery(), none)


def visible_images(by: Caller) -> ColumnElement[bool]:
    """The condition on ImageRow under which the caller sees an image: it is not in the trash, and they may see it."""
    return and_(ImageRow.deleted_at.is_(None), _visible(by, ImageRow))


def image_is_visible(by: Caller, image_id: SQLColumnExpression[UUID]) -> ColumnElement[bool]:
    """The condition under which the caller sees the image whose id is in the column ``image_id``: one look-up a row.

    It is not a join on purpose: without statistics, a planner joins an album to all images there are.
    """
    image = select(_unindexed(visible_images(by))).where(ImageRow.id == image_id)
    return image.correlate_except(ImageRow).scalar_subquery()


def visible_albums(by: Caller) -> ColumnElement[bool]:
    """The condition on AlbumRow under which the caller sees an album; it says nothing about the album's images."""
    return _visible(by, AlbumRow)


def _visible(by: Caller, table: type[ImageRow] | type[AlbumRow]) -> ColumnElement[bool]:
    """Visitors find the few public rows through an index; users see most rows, so for them each row is checked."""
    condition = visible_to(by, table.visibility, table.created_by)
    return condition if by.role is None else _unindexed(condition)


def _unindexed(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """``condition`` in a form that no index serves: other conditions find the rows, and this one filters them.

    Without statistics (SQLite has none, PostgreSQL none right after an import) planners assume that any equality is
    selective: they would read all images that are not in the trash to find the few of an album, and sort all albums
    that a user may see to show the newest fifty.
    """
    return condition.is_(True)
