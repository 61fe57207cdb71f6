"""Captions and tags. Whoever sees an image sees its labels; editors write them, or have an engine write them.

A change of an image's labels is told as one of the image.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Row, delete, exists, func, insert, select, update

from platemark.access import Actor, require_role
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.ids import new_id
from platemark.image_visibility import page_of, shown_images
from platemark.images import queries
from platemark.images.views import LabelChanges, LabelView
from platemark.paging import Page, PageRequest


def list_labels(work: UnitOfWork, image_id: UUID, page: PageRequest, *, by: Actor) -> Page[LabelView]:
    """An image's labels, newest first."""
    _require_image(work, image_id, by)
    rows = work.session.execute(queries.newest_labels(image_id, page)).all()
    kept, last = page_of(rows, page.limit)
    return Page([LabelView(*row) for row in kept], None if last is None else last.id)


def create_label(work: UnitOfWork, image_id: UUID, kind: str, text: str, *, by: Actor) -> LabelView:
    """Add a caption or tag by hand; the same tag twice, upper and lower case alike, is a Conflict."""
    require_role(by, "editor")
    _require_image(work, image_id, by)
    _refuse_doubled_tag(work, image_id, kind, text)
    made = _get(work, insert_manual(work, image_id, kind, text, by))
    tell(work, image_id)
    return made


def insert_manual(work: UnitOfWork, image_id: UUID, kind: str, text: str, by: Actor) -> UUID:
    """Add a label by hand, asking nothing; gives its id."""
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


def write_by_engine(
    work: UnitOfWork, image_id: UUID, said: Caption, *, tags: bool, job_id: UUID | None, created_by: UUID | None
) -> None:
    """Write what an engine says of an image in place of what the same engine said before, and tell of it.

    It asks no one's leave. Tags are left as they are unless ``tags``; one that the image has already is left out.
    Labels by hand and those of other engines stay.
    """
    kinds = ("caption", "tag") if tags else ("caption",)
    before = (LabelRow.image_id == image_id, LabelRow.source == "engine", LabelRow.engine == said.engine)
    work.session.execute(delete(LabelRow).where(*before, LabelRow.kind.in_(kinds)))
    has = set(work.session.scalars(select(LabelRow.text).where(LabelRow.image_id == image_id, LabelRow.kind == "tag")))
    taken, now = {text.lower() for text in has}, work.now()
    wanted = [("caption", said.text, said.confidence)]
    for tag in said.tags if tags else ():
        if tag.text.lower() not in taken:
            taken.add(tag.text.lower())
            wanted.append(("tag", tag.text, tag.confidence))
    facts = {
        "image_id": image_id,
        "source": "engine",
        "engine": said.engine,
        "engine_version": said.engine_version,
        "model": said.model,
        "job_id": job_id,
        "created_by": created_by,
        "created_at": now,
        "updated_at": now,
        "version": 1,
    }
    rows = [facts | {"id": new_id(), "kind": kind, "text": text, "confidence": sure} for kind, text, sure in wanted]
    work.session.execute(insert(LabelRow), rows)
    tell(work, image_id)


def tell(work: UnitOfWork, image_id: UUID) -> None:
    """Record that the image's labels changed."""
    facts = select(ImageRow.visibility, ImageRow.created_by, ImageRow.job_id).where(ImageRow.id == image_id)
    image: Row[str, UUID | None, UUID | None] = work.session.execute(facts).one()
    record(work, "image.changed", image_id, **image._mapping)


def update_label(
    work: UnitOfWork, label_id: UUID, changes: LabelChanges, *, by: Actor, if_match: str | None = None
) -> LabelView:
    """Change what is given. An engine's label becomes one by hand: the caller vouches for it now."""
    label = _to_change(work, label_id, by, if_match)
    kind = label.kind if changes.kind is None else changes.kind
    text = label.text if changes.text is None else changes.text
    _refuse_doubled_tag(work, label.image_id, kind, text, but=label_id)
    work.session.execute(
        update(LabelRow)
        .where(LabelRow.id == label_id)
        .values(
            kind=kind,
            text=text,
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
    tell(work, label.image_id)
    return _get(work, label_id)


def delete_label(work: UnitOfWork, label_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete a label for good."""
    label = _to_change(work, label_id, by, if_match)
    work.session.execute(delete(LabelRow).where(LabelRow.id == label_id))
    tell(work, label.image_id)


def _require_image(work: UnitOfWork, image_id: UUID, by: Actor) -> None:
    if work.session.scalar(select(ImageRow.id).where(ImageRow.id == image_id, shown_images(by))) is None:
        raise NotFound("image", image_id)


def _refuse_doubled_tag(work: UnitOfWork, image_id: UUID, kind: str, text: str, but: UUID | None = None) -> None:
    same = exists().where(
        LabelRow.image_id == image_id,
        LabelRow.kind == "tag",
        func.lower(LabelRow.text) == func.lower(text),
        LabelRow.id != but if but is not None else LabelRow.id.is_not(None),
    )
    if kind == "tag" and work.session.scalar(select(same)):
        raise Conflict("label_exists", "The image has this tag already.")


def _to_change(work: UnitOfWork, label_id: UUID, by: Actor, if_match: str | None) -> LabelView:
    """The label as it is; nobody else changes it until this work ends."""
    require_role(by, "editor")
    found = select(*queries.label_columns()).join(ImageRow, ImageRow.id == LabelRow.image_id)
    locked = found.where(LabelRow.id == label_id, shown_images(by)).with_for_update(of=LabelRow)
    row = work.session.execute(locked).one_or_none()
    if row is None:
        raise NotFound("label", label_id)
    label = LabelView(*row)
    require_match(if_match, label.version)
    return label


def _get(work: UnitOfWork, label_id: UUID) -> LabelView:
    return LabelView(*work.session.execute(select(*queries.label_columns()).where(LabelRow.id == label_id)).one())
