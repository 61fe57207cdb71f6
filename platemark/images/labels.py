"""Captions and tags. Whoever may see an image sees its labels; editors write them, or have an engine write them.

A change of an image's labels is recorded as the event ``image.changed``.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Row, delete, exists, insert, select, update

from platemark.access import Actor, require_role
from platemark.db.kept_counts.locks import lock_image_of_label
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.fitting import fit
from platemark.folding import fold, text_key
from platemark.ids import new_id
from platemark.image_visibility import visible_images
from platemark.images import queries
from platemark.images.views import LabelChanges, LabelView
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import refresh_image_text


def list_labels(work: UnitOfWork, image_id: UUID, page: PageRequest, *, by: Actor) -> Page[LabelView]:
    """An image's labels, newest first."""
    _require_image(work, image_id, by)
    return Page(*split_page(queries.list_labels(work, image_id, page), page.limit))


def create_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, *, by: Actor) -> LabelView:
    """Add a manual caption or tag; Conflict ``label_exists`` if the image has the same tag, ignoring case."""
    require_role(by, "editor")
    _require_image(work, image_id, by)
    _require_new_tag(work, image_id, kind, text)
    label = _get(work, insert_manual_label(work, image_id, kind, text, by))
    record_label_change(work, image_id)
    return label


def insert_manual_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, by: Actor) -> UUID:
    """Insert a manual label without any check, and return its id."""
    label_id, now = new_id(), work.now()
    work.session.execute(
        insert(LabelRow).values(
            id=label_id,
            image_id=image_id,
            kind=kind,
            text=text,
            source="manual",
            confidence=None,
            engine=None,
            created_by=by.user_id,
            created_at=now,
            updated_at=now,
            version=1,
        )
    )
    return label_id


def replace_engine_labels(
    work: UnitOfWork, image_id: UUID, caption: Caption, *, tags: bool, job_id: UUID | None, created_by: UUID | None
) -> None:
    """Replace the labels that an engine has written for an image by its new ones, and record the change.

    It checks no permission. Without ``tags`` the tags stay as they are; a tag that the image has already is left out.
    Manual labels and those of other engines stay.
    """
    kinds = ("caption", "tag") if tags else ("caption",)
    before = (LabelRow.image_id == image_id, LabelRow.source == "engine", LabelRow.engine == caption.engine)
    work.session.execute(delete(LabelRow).where(*before, LabelRow.kind.in_(kinds)))
    tag_texts = select(LabelRow.text).where(LabelRow.image_id == image_id, LabelRow.kind == "tag")
    present, now = {fold(text) for text in work.session.scalars(tag_texts)}, work.now()
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
    rows = [
        common | {"id": new_id(), "kind": kind, "text": fit("Label.text", text), "confidence": confidence}
        for kind, text, confidence in labels
    ]
    work.session.execute(insert(LabelRow), rows)
    record_label_change(work, image_id)


def record_label_change(work: UnitOfWork, image_id: UUID) -> None:
    """Let searches find the image by the labels that it has now, and record the event that they have changed."""
    refresh_image_text(work, image_id)
    columns = select(ImageRow.visibility, ImageRow.created_by, ImageRow.job_id).where(ImageRow.id == image_id)
    image: Row[str, UUID | None, UUID | None] = work.session.execute(columns).one()
    record(work, "image.changed", image_id, **image._mapping)


def update_label(
    work: UnitOfWork, label_id: UUID, changes: LabelChanges, *, by: Actor, if_match: str | None = None
) -> LabelView:
    """Change the fields that are given. An engine's label becomes a manual one: the caller vouches for it now."""
    label = _get_for_update(work, label_id, by, if_match)
    kind = label.kind if changes.kind is None else changes.kind
    text = label.text if changes.text is None else changes.text
    _require_new_tag(work, label.image_id, kind, text, except_id=label_id)
    work.session.execute(
        update(LabelRow)
        .where(LabelRow.id == label_id)
        .values(
            kind=kind,
            text=text,
            text_key=text_key(text),
            source="manual",
            confidence=None,
            engine=None,
            engine_version=None,
            model=None,
            job_id=None,
            version=label.version + 1,
            updated_at=work.now(),
        )
    )
    record_label_change(work, label.image_id)
    return _get(work, label_id)


def delete_label(work: UnitOfWork, label_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete a label for good."""
    label = _get_for_update(work, label_id, by, if_match)
    work.session.execute(delete(LabelRow).where(LabelRow.id == label_id))
    record_label_change(work, label.image_id)


def _require_image(work: UnitOfWork, image_id: UUID, by: Actor) -> None:
    if work.session.scalar(select(ImageRow.id).where(ImageRow.id == image_id, visible_images(by))) is None:
        raise NotFound("image", image_id)


def _require_new_tag(work: UnitOfWork, image_id: UUID, kind: str, text: str, except_id: UUID | None = None) -> None:
    same = exists().where(
        LabelRow.image_id == image_id,
        LabelRow.kind == "tag",
        LabelRow.text_key == text_key(text),
        LabelRow.id != except_id if except_id is not None else LabelRow.id.is_not(None),
    )
    if kind == "tag" and work.session.scalar(select(same)):
        raise Conflict("label_exists", "The image already has this tag.")


def _get_for_update(work: UnitOfWork, label_id: UUID, by: Actor, if_match: str | None) -> LabelView:
    """The label, locked until the work ends."""
    require_role(by, "editor")
    lock_image_of_label(work, label_id)
    labels = select(*queries.label_columns()).join(ImageRow, ImageRow.id == LabelRow.image_id)
    locked = labels.where(LabelRow.id == label_id, visible_images(by)).with_for_update(of=LabelRow)
    row = work.session.execute(locked).one_or_none()
    if row is None:
        raise NotFound("label", label_id)
    label = LabelView(*row)
    require_match(if_match, label.version)
    return label


def _get(work: UnitOfWork, label_id: UUID) -> LabelView:
    return LabelView(*work.session.execute(select(*queries.label_columns()).where(LabelRow.id == label_id)).one())
