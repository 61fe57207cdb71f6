"""The texts that searches read: who writes a title, a name, a prompt or a label writes the text, too, at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, insert, select, update

from platemark.db.tables import (
    AdapterRow,
    AdapterTextRow,
    AlbumRow,
    AlbumTextRow,
    BugReportRow,
    BugReportTextRow,
    ImageRow,
    ImageTextRow,
    LabelRow,
    SetTemplateRow,
    SetTemplateTextRow,
    TextRow,
)
from platemark.db.unit_of_work import UnitOfWork
from platemark.folding import fold

Values = dict[str, Any]


def _table(row: type[TextRow]) -> Table:
    return cast("Table", row.__table__)


IMAGE_TEXTS = _table(ImageTextRow)
SOURCES: dict[type[TextRow], Sequence[Any]] = {
    AlbumTextRow: (AlbumRow.id, AlbumRow.name),
    SetTemplateTextRow: (SetTemplateRow.id, SetTemplateRow.name, SetTemplateRow.description),
    BugReportTextRow: (
        BugReportRow.id,
        BugReportRow.description,
        BugReportRow.expected_behavior,
        BugReportRow.actual_behavior,
        BugReportRow.notes,
    ),
    AdapterTextRow: (AdapterRow.id, AdapterRow.name),
}
"""The id and the texts of the things that are no images."""

SOURCE = {row: select(*columns[1:]).where(columns[0] == bindparam("the_id")) for row, columns in SOURCES.items()}
TEXTS = [IMAGE_TEXTS, *(_table(row) for row in SOURCES)]
INSERT = {table.name: insert(table) for table in TEXTS}
UPDATE = {
    table.name: update(table)
    .where(table.c.id == bindparam("the_id"))
    .values({name: bindparam(f"the_{name}") for name in ("text", "prompt", "owner") if name in table.c})
    for table in TEXTS
}
LOCK = select(IMAGE_TEXTS.c.id).where(IMAGE_TEXTS.c.id == bindparam("the_id")).with_for_update()
IMAGE_WITH_LABELS = (
    select(ImageRow.title, ImageRow.prompt, ImageRow.created_by, LabelRow.text)
    .outerjoin(LabelRow, LabelRow.image_id == ImageRow.id)
    .where(ImageRow.id == bindparam("the_id"))
)


def folded(*texts: str | None) -> str:
    """Texts as one to search: a search finds nothing that begins in one text and ends in the next."""
    return "\n".join(fold(text) for text in texts if text)


def image_text(title: str, prompt: str | None, created_by: UUID | None, labels: Iterable[str]) -> Values:
    """The columns of an image's text but for its id. Labels have no order in it."""
    return {
        "text": "\n".join([fold(title), *sorted({fold(label) for label in labels})]),
        "prompt": None if prompt is None else fold(prompt),
        "owner": owner_mark(created_by),
    }


def owner_mark(user_id: UUID | None) -> str:
    """Three characters that the prompts of a user's images are found by; few users share them."""
    return "" if user_id is None else user_id.hex[-3:]


def insert_text(work: UnitOfWork, row: type[TextRow], id_: UUID, *texts: str | None) -> None:
    """Insert the text of a new thing that is no image."""
    work.connection.execute(INSERT[row.__tablename__], {"id": id_, "text": folded(*texts)})


def refresh_text(work: UnitOfWork, row: type[TextRow], id_: UUID) -> None:
    """Write the text of a thing that is no image after its row has changed."""
    texts = work.connection.execute(SOURCE[row], {"the_id": id_}).one_or_none()
    if texts is not None:
        put(work, _table(row), id_, {"text": folded(*texts)})


def insert_image_texts(work: UnitOfWork, texts: Sequence[Values]) -> None:
    """Insert the texts of new images: ``image_text`` of each, with its ``id``."""
    if texts:
        work.connection.execute(INSERT[IMAGE_TEXTS.name], texts)


def refresh_image_text(work: UnitOfWork, image_id: UUID) -> None:
    """Write the text of an image after its title, its prompt or its labels have changed."""
    connection = work.connection
    if work.dialect == "postgresql":  # of two changes of labels, the second sees the first
        connection.execute(LOCK, {"the_id": image_id})
    rows = connection.execute(IMAGE_WITH_LABELS, {"the_id": image_id}).all()
    if rows:
        title, prompt, created_by, _ = rows[0]
        labels = [row.text for row in rows if row.text is not None]
        put(work, IMAGE_TEXTS, image_id, image_text(title, prompt, created_by, labels))


def put(work: UnitOfWork, table: Table, id_: UUID, values: Values) -> None:
    """Update a row of texts, or insert it where there is none."""
    connection = work.connection
    new = {f"the_{name}": value for name, value in values.items()}
    if connection.execute(UPDATE[table.name], {"the_id": id_} | new).rowcount == 0:
        connection.execute(INSERT[table.name], {"id": id_} | values)
