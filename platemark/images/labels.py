"""Captions and tags. Whoever may see an image sees its labels; editors write them, or have an engine write them.

A change of an image's labels is recorded as the event ``image.changed``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, delete, select

from platemark.access import Actor, require_role
from platemark.db.kept_counts.locks import lock_image_of_label
from platemark.db.rows import delete_row, insert_row, insert_rows, update_row
from platemark.db.statements import Statement, first_column
from platemark.db.tables import LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.fitting import fit
from platemark.folding import fold, text_key
from platemark.ids import new_id
from platemark.images import queries
from platemark.images.views import LabelChanges, LabelContent, LabelView
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import refresh_image_text

NO_ENGINE = dict.fromkeys(("confidence", "engine", "engine_version", "model", "job_id"))
IMAGE_ID = bindparam("image_id", type_=Uuid())
DELETE_OF_ENGINE = Statement(
    delete(LabelRow).where(
        LabelRow.image_id == IMAGE_ID,
        LabelRow.source == "engine",
        LabelRow.engine == bindparam("engine", type_=String()),
        LabelRow.kind.in_(bindparam("kinds", type_=String(), expanding=True)),
    ),
    first_column,
)
TAGS: Statement[str] = Statement(
    select(LabelRow.text).where(LabelRow.image_id == IMAGE_ID, LabelRow.kind == "tag"), first_column
)


def list_labels(work: UnitOfWork, image_id: UUID, page: PageRequest, *, by: Actor) -> Page[LabelView]:
    """An image's labels, newest first."""
    _require_image(work, image_id, by)
    return Page(*split_page(queries.list_labels(work, image_id, page), page.limit))


def create_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, *, by: Actor) -> LabelView:
    """Add a manual caption or tag; Conflict ``label_exists`` if the image has the same tag, ignoring case."""
    require_role(by, "editor")
    _require_image(work, image_id, by)
    _require_new_tag(work, image_id, kind, text)
    label = queries.get_label(work, insert_manual_label(work, image_id, kind, text, by))
    record_label_change(work, image_id)
    return label


def insert_manual_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, by: Actor) -> UUID:
    """Insert a manual label without any check, and return its id."""
    label = _manual_label(work, image_id, kind, text, by)
    insert_row(work, LabelRow, label)
    label_id: UUID = label["id"]
    return label_id


def insert_manual_labels(work: UnitOfWork, labels: Mapping[UUID, Sequence[LabelContent]], by: Actor) -> None:
    """Insert manual labels of many images without any check."""
    rows = (
        _manual_label(work, image_id, it.kind, it.text, by) for image_id, of_image in labels.items() for it in of_image
    )
    insert_rows(work, LabelRow, list(rows))


def _manual_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, by: Actor) -> dict[str, Any]:
    now = work.now()
    return {
        "id": new_id(),
        "image_id": image_id,
        "kind": kind,
        "text": text,
        "text_key": text_key(text),
        "source": "manual",
        **NO_ENGINE,
        "created_by": by.user_id,
        "created_at": now,
        "updated_at": now,
        "version": 1,
    }


def replace_engine_labels(
    work: UnitOfWork, image_id: UUID, caption: Caption, *, tags: bool, job_id: UUID | None, created_by: UUID | None
) -> None:
    """Replace the labels that an engine has written for an image by its new ones, and record the change.

    It checks no permission. Without ``tags`` the tags stay as they are; a tag that the image has already is left out.
    Manual labels and those of other engines stay.
    """
    kinds = ("caption", "tag") if tags else ("caption",)
    DELETE_OF_ENGINE.execute(work, image_id=image_id, engine=caption.engine, kinds=kinds)
    present, now = {fold(text) for text in TAGS.all(work, image_id=image_id)}, work.now()
    labels = [("caption", caption.text, caption.confidence)]
    for tag in caption.tags if tags else ():
        if fold(tag.text) not in present:
            present.add(fold(tag.text))
            labels.append(("tag", tag.text, tag.confidence))
    common = {
        "image_id": image_id,
        "source": "engine",
        "engine": fit("Label.engine", caption.engine),
        "engine_version": fit("Label.engine_version", caption.engine_version),
        "model": fit("Label.model", caption.model),
        "job_id": job_id,
        "created_by": created_by,
        "created_at": now,
        "updated_at": now,
        "version": 1,
    }
    texts = [(kind, fit("Label.text", text), confidence) for kind, text, confidence in labels]
    rows = [
        common | {"id": new_id(), "kind": kind, "text": text, "text_key": text_key(text), "confidence": confidence}
        for kind, text, confidence in texts
    ]
    insert_rows(work, LabelRow, rows)
    record_label_change(work, image_id)


def record_label_change(work: UnitOfWork, image_id: UUID) -> None:
    """Let searches find the image by the labels that it has now, and record the event that they have changed."""
    refresh_image_text(work, image_id)
    record(work, "image.changed", image_id, **queries.get_audience(work, image_id)._asdict())


def update_label(
    work: UnitOfWork, label_id: UUID, changes: LabelChanges, *, by: Actor, if_match: str | None = None
) -> LabelView:
    """Change the fields that are given. An engine's label becomes a manual one: the caller vouches for it now."""
    label = _get_for_update(work, label_id, by, if_match)
    kind = label.kind if changes.kind is None else changes.kind
    text = label.text if changes.text is None else changes.text
    _require_new_tag(work, label.image_id, kind, text, except_id=label_id)
    values = {
        "kind": kind,
        "text": text,
        "text_key": text_key(text),
        "source": "manual",
        **NO_ENGINE,
        "version": label.version + 1,
        "updated_at": work.now(),
    }
    update_row(work, LabelRow, label_id, values)
    record_label_change(work, label.image_id)
    return queries.get_label(work, label_id)


def delete_label(work: UnitOfWork, label_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete a label for good."""
    label = _get_for_update(work, label_id, by, if_match)
    delete_row(work, LabelRow, label_id)
    record_label_change(work, label.image_id)


def _require_image(work: UnitOfWork, image_id: UUID, by: Actor) -> None:
    if not queries.is_visible(work, image_id, by=by):
        raise NotFound("image", image_id)


def _require_new_tag(work: UnitOfWork, image_id: UUID, kind: str, text: str, except_id: UUID | None = None) -> None:
    if kind == "tag" and queries.has_tag(work, image_id, text_key(text), except_id):
        raise Conflict("label_exists", "The image already has this tag.")


def _get_for_update(work: UnitOfWork, label_id: UUID, by: Actor, if_match: str | None) -> LabelView:
    """The label, locked until the work ends."""
    require_role(by, "editor")
    lock_image_of_label(work, label_id)
    label = queries.lock_label(work, label_id, by=by)
    if label is None:
        raise NotFound("label", label_id)
    require_match(if_match, label.version)
    return label
