"""The texts that searches read: who writes a title, a name, a prompt or a label writes the text, too, at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import Table, Uuid, bindparam, select

from platemark.db.rows import insert_row, insert_rows, update_row, update_rows
from platemark.db.statements import Statement, first_column
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
from platemark.folding import fold, order_number

Values = dict[str, Any]

IMAGE_TEXTS = cast("Table", ImageTextRow.__table__)
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

THE_ID = bindparam("the_id", type_=Uuid())
LOCK: Statement[UUID] = Statement(
    select(ImageTextRow.id).where(ImageTextRow.id == THE_ID).with_for_update(), first_column
)


IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
LOCK_MANY: Statement[UUID] = Statement(
    select(ImageTextRow.id).where(ImageTextRow.id.in_(IMAGE_IDS)).order_by(ImageTextRow.id).with_for_update(),
    first_column,
)


class LabelledImage(NamedTuple):
    """The texts of an image, with one of its labels; None if it has none."""

    title: str
    prompt: str | None
    created_by: UUID | None
    label: str | None


IMAGE_WITH_LABELS = Statement(
    select(ImageRow.title, ImageRow.prompt, ImageRow.created_by, LabelRow.text)
    .outerjoin(LabelRow, LabelRow.image_id == ImageRow.id)
    .where(ImageRow.id == THE_ID),
    LabelledImage._make,
)
IMAGES_WITH_LABELS: Statement[Sequence[Any]] = Statement(
    select(ImageRow.id, ImageRow.title, ImageRow.prompt, ImageRow.created_by, LabelRow.text)
    .outerjoin(LabelRow, LabelRow.image_id == ImageRow.id)
    .where(ImageRow.id.in_(IMAGE_IDS)),
    tuple,
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
    insert_row(work, row, {"text": folded(*texts)} | _key(id_))


def refresh_text(work: UnitOfWork, row: type[TextRow], id_: UUID) -> None:
    """Write the text of a thing that is no image after its row has changed."""
    text = TEXTS[row].first(work, the_id=id_)
    if text is not None:
        _put(work, row, id_, {"text": text})


def insert_image_texts(work: UnitOfWork, texts: Sequence[Values]) -> None:
    """Insert the texts of new images: ``image_text`` of each, with its ``id``."""
    insert_rows(work, ImageTextRow, [text | _key(text["id"]) for text in texts])


def refresh_image_text(work: UnitOfWork, image_id: UUID) -> None:
    """Write the text of an image after its title, its prompt or its labels have changed."""
    if work.dialect == "postgresql":  # of two changes of labels, the second sees the first
        LOCK.first(work, the_id=image_id)
    rows = IMAGE_WITH_LABELS.all(work, the_id=image_id)
    if rows:
        image, labels = rows[0], [row.label for row in rows if row.label is not None]
        _put(work, ImageTextRow, image_id, image_text(image.title, image.prompt, image.created_by, labels))


def refresh_image_texts(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """What ``refresh_image_text`` does, for many images that are locked, in a few statements."""
    if not image_ids:
        return
    stored = set(LOCK_MANY.all(work, image_ids=list(image_ids)))
    images: dict[UUID, tuple[LabelledImage, list[str]]] = {}
    for image_id, *texts in IMAGES_WITH_LABELS.all(work, image_ids=list(image_ids)):
        image = LabelledImage._make(texts)
        _, labels = images.setdefault(image_id, (image, []))
        if image.label is not None:
            labels.append(image.label)
    values = {id_: image_text(it.title, it.prompt, it.created_by, labels) for id_, (it, labels) in images.items()}
    update_rows(work, ImageTextRow, {id_: of_image for id_, of_image in values.items() if id_ in stored})
    insert_image_texts(work, [of_image | {"id": id_} for id_, of_image in values.items() if id_ not in stored])


TEXTS = {
    row: Statement(select(*texts).where(id_ == THE_ID), lambda texts: folded(*texts))
    for row, (id_, *texts) in SOURCES.items()
}
"""The text of a thing that is no image, as its row has it."""


def _put(work: UnitOfWork, row: type[TextRow], id_: UUID, values: Values) -> None:
    """Update a row of texts, or insert it where there is none."""
    if not update_row(work, row, id_, values):
        insert_row(work, row, values | _key(id_))


def _key(id_: UUID) -> Values:
    return {"id": id_, "number": order_number(id_)}
