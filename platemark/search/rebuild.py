"""Writes all texts and traits anew, and their indexes: after a change of rows by hand, or of Python's Unicode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Row, Table, delete, insert, select

from platemark.db.tables import ImageRow, ImageTraitRow, LabelRow
from platemark.db.text_indexes import fill_indexes, install_triggers, remove_triggers
from platemark.db.unit_of_work import UnitOfWork
from platemark.search.texts import IMAGE_TEXTS, SOURCES, Values, folded, image_text
from platemark.search.traits import TRAIT_COLUMNS, trait_rows
from platemark.traits import traits_of

BATCH = 500
TRAITS = cast("Table", ImageTraitRow.__table__)
IMAGE_COLUMNS = (ImageRow.id, ImageRow.title, ImageRow.prompt, ImageRow.created_by)


def rebuild_search(work: UnitOfWork) -> int:
    """Write the texts and traits that differ from what the rows say, and all indexes; how many of either differed."""
    remove_triggers(work.connection)
    wrong = sum(_put_wrong(work, IMAGE_TEXTS, texts) for texts in _image_texts(work))
    for row, columns in SOURCES.items():
        for rows in _batches(work, columns):
            texts = {source[0]: {"text": folded(*source[1:])} for source in rows}
            wrong += _put_wrong(work, cast("Table", row.__table__), texts)
    wrong += sum(_put_wrong_traits(work, images) for images in _batches(work, (ImageRow.id, *TRAIT_COLUMNS)))
    fill_indexes(work.connection)
    install_triggers(work.connection)
    return wrong


def _put_wrong(work: UnitOfWork, table: Table, texts: Mapping[UUID, Values]) -> int:
    """Write those of ``texts`` that are stored otherwise or not at all; how many they were."""
    rows = work.connection.execute(select(table).where(table.c.id.in_(texts))).mappings()
    stored = {row["id"]: row for row in rows}
    wrong = {id_: text for id_, text in texts.items() if id_ not in stored or not text.items() <= stored[id_].items()}
    if wrong:
        work.connection.execute(delete(table).where(table.c.id.in_(wrong)))
        work.connection.execute(insert(table), [{"id": id_} | text for id_, text in wrong.items()])
    return len(wrong)


def _put_wrong_traits(work: UnitOfWork, images: Sequence[Row[Any]]) -> int:
    """Write the traits of those of ``images`` that have others stored; how many they were."""
    stored: dict[UUID, set[int]] = {row[0]: set() for row in images}
    for image_id, trait in work.connection.execute(select(TRAITS).where(TRAITS.c.image_id.in_(stored))):
        stored[image_id].add(trait)
    wrong = [row for row in images if stored[row[0]] != traits_of(*tuple(row)[1:])]
    if wrong:
        work.connection.execute(delete(TRAITS).where(TRAITS.c.image_id.in_([row[0] for row in wrong])))
        work.connection.execute(insert(TRAITS), [it for row in wrong for it in trait_rows(*row)])
    return len(wrong)


def _image_texts(work: UnitOfWork) -> Iterator[dict[UUID, Values]]:
    for images in _batches(work, IMAGE_COLUMNS):
        labels: dict[UUID, list[str]] = {row.id: [] for row in images}
        of_images = select(LabelRow.image_id, LabelRow.text).where(LabelRow.image_id.in_(labels))
        for label in work.connection.execute(of_images):
            labels[label.image_id].append(label.text)
        yield {row.id: image_text(row.title, row.prompt, row.created_by, labels[row.id]) for row in images}


def _batches(work: UnitOfWork, columns: Sequence[Any]) -> Iterator[Sequence[Row[Any]]]:
    """Rows of these columns, the first of which is their id, in its order."""
    batch = select(*columns).order_by(columns[0]).limit(BATCH)
    rows = work.connection.execute(batch).all()
    while rows:
        yield rows
        rows = work.connection.execute(batch.where(columns[0] > rows[-1][0])).all()
