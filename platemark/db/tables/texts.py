"""The texts that searches read, folded: a row for each thing that a list finds by ``q``, kept by who writes the thing.

``platemark.db.text_indexes`` names the indexes over them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platemark.db.tables.base import Base, Id
from platemark.db.types import BigInt
from platemark.folding import order_number


def _order_number(context: Any) -> int:
    return order_number(context.get_current_parameters()["id"])


class TextRow(Base):
    """The searchable text of one thing, whose id it has. ``number`` sorts as the ids do: it is the row of FTS5."""

    __abstract__ = True

    number: Mapped[int] = mapped_column(BigInt, default=_order_number)
    text: Mapped[str] = mapped_column(Text)
    id: Mapped[Id]


class ImageTextRow(TextRow):
    """``text`` is an image's title and labels, which whoever sees the image reads; its prompt is apart.

    ``owner`` marks the images of a user, so that their prompts are found without those of others: the end of the id.
    """

    __tablename__ = "image_texts"

    id: Mapped[Id] = mapped_column(ForeignKey("images.id", ondelete="CASCADE"))
    prompt: Mapped[str | None] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(3))


class AlbumTextRow(TextRow):
    """The name of an album."""

    __tablename__ = "album_texts"

    id: Mapped[Id] = mapped_column(ForeignKey("albums.id", ondelete="CASCADE"))


class SetTemplateTextRow(TextRow):
    """The name and description of a set template."""

    __tablename__ = "set_template_texts"

    id: Mapped[Id] = mapped_column(ForeignKey("set_templates.id", ondelete="CASCADE"))


class BugReportTextRow(TextRow):
    """What a bug report says, and its notes."""

    __tablename__ = "bug_report_texts"

    id: Mapped[Id] = mapped_column(ForeignKey("bug_reports.id", ondelete="CASCADE"))


class AdapterTextRow(TextRow):
    """The name of an adapter."""

    __tablename__ = "adapter_texts"

    id: Mapped[Id] = mapped_column(ForeignKey("adapters.id", ondelete="CASCADE"))
