"""Pictures that an import brings: many at once, with the time at which they were made; and taking them back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, delete, func, insert, select, update

from platemark.blob_references import require_blobs
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.ids import derive_id
from platemark.images.views import StoredPicture
from platemark.storage.blobs import BlobStore

ENGINE = "import"
IMAGES, LABELS = cast("Table", ImageRow.__table__), cast("Table", LabelRow.__table__)
"""Tables, not classes: rows by the thousand go in faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPicture:
    """A picture to name by a row. ``provenance`` is JSON with the fields of the contract's Provenance."""

    id: UUID
    picture: StoredPicture
    title: str
    visibility: str
    prompt: str | None
    provenance: Mapping[str, Any] | None
    caption: str | None
    tags: Sequence[str]
    created_by: UUID | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an image stands now: ``labels`` are those of an import that nobody touched, ``edited_labels`` the others."""

    version: int
    digest: str
    thumbnail_digest: str
    in_trash: bool
    labels: int
    edited_labels: int


def own_by_digest(work: UnitOfWork, owner: UUID | None, digests: Collection[str]) -> dict[str, UUID]:
    """The owner's images with these bytes, those in the trash too; the first of each."""
    mine = ImageRow.created_by.is_(None) if owner is None else ImageRow.created_by == owner
    found = select(ImageRow.digest, ImageRow.id).where(mine, ImageRow.digest.in_(digests)).order_by(ImageRow.id.desc())
    return {row.digest: row.id for row in work.session.execute(found)}


def insert_imported(work: UnitOfWork, blobs: BlobStore, pictures: Sequence[ImportedPicture]) -> None:
    """Name pictures by rows, with their labels; Unavailable where bytes are gone: keep them again and repeat."""
    if not pictures:
        return
    digests = {name for it in pictures for name in (it.picture.digest, it.picture.thumbnail_digest)}
    require_blobs(work, blobs, *digests)
    now = work.now()
    work.session.execute(insert(IMAGES), [_row(it, now) for it in pictures])
    labels = [label for it in pictures for label in _labels(it, now)]
    if labels:
        work.session.execute(insert(LABELS), labels)
    for it in pictures:
        record(work, "image.added", it.id, visibility=it.visibility, created_by=it.created_by, job_id=None)


def standing(work: UnitOfWork, image_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """How images stand now; one that is gone is not among them."""
    columns = (ImageRow.id, ImageRow.version, ImageRow.digest, ImageRow.thumbnail_digest, ImageRow.deleted_at)
    images = work.session.execute(select(*columns).where(ImageRow.id.in_(image_ids))).all()
    untouched = (LabelRow.version == 1) & (LabelRow.engine == ENGINE)
    counts = (
        select(LabelRow.image_id, func.count().filter(untouched).label("ours"), func.count().label("together"))
        .where(LabelRow.image_id.in_(image_ids))
        .group_by(LabelRow.image_id)
    )
    labels = {row.image_id: (row.ours, row.together - row.ours) for row in work.session.execute(counts)}
    return {
        row.id: Standing(
            version=row.version,
            digest=row.digest,
            thumbnail_digest=row.thumbnail_digest,
            in_trash=row.deleted_at is not None,
            labels=labels.get(row.id, (0, 0))[0],
            edited_labels=labels.get(row.id, (0, 0))[1],
        )
        for row in images
    }


def words_of(work: UnitOfWork, image_id: UUID) -> dict[str, Any] | None:
    """What an import says of an image: title, prompt and provenance, as they are now; None where it is gone."""
    columns = (ImageRow.title, ImageRow.prompt, ImageRow.provenance)
    row = work.session.execute(select(*columns).where(ImageRow.id == image_id)).one_or_none()
    return None if row is None else dict(row._mapping)


def reword(work: UnitOfWork, image_id: UUID, version: int, words: Mapping[str, Any]) -> int | None:
    """Say something else of an image that still has ``version``; its new version, None where somebody changed it."""
    image = work.session.execute(
        update(ImageRow)
        .where(ImageRow.id == image_id, ImageRow.version == version)
        .values(**words, version=version + 1, updated_at=work.now())
        .returning(ImageRow.visibility, ImageRow.created_by, ImageRow.job_id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if image is None:
        return None
    record(work, "image.changed", image_id, **image._mapping)
    return version + 1


def erase(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """Delete images for good, with their labels and their places in albums; their bytes stay where they are."""
    gone = delete(ImageRow).where(ImageRow.id.in_(image_ids))
    rows = work.session.execute(
        gone.returning(ImageRow.id, ImageRow.visibility, ImageRow.created_by, ImageRow.job_id).execution_options(
            synchronize_session=False
        )
    ).all()
    for row in rows:
        told = {"visibility": row.visibility, "created_by": row.created_by, "job_id": row.job_id}
        record(work, "image.removed", row.id, **told)


def _row(it: ImportedPicture, now: datetime) -> dict[str, Any]:
    return {
        "id": it.id,
        "title": it.title,
        "visibility": it.visibility,
        "nsfw": False,
        "source": "imported",
        "media_type": it.picture.media_type,
        "width": it.picture.width,
        "height": it.picture.height,
        "size_bytes": it.picture.size_bytes,
        "digest": it.picture.digest,
        "thumbnail_digest": it.picture.thumbnail_digest,
        "prompt": it.prompt,
        "provenance": None if it.provenance is None else dict(it.provenance),
        "job_id": None,
        "created_by": it.created_by,
        "created_at": it.created_at,
        "updated_at": now,
        "deleted_at": None,
        "version": 1,
    }


def _labels(it: ImportedPicture, now: datetime) -> list[dict[str, Any]]:
    words = [("caption", it.caption)] if it.caption else []
    words += [("tag", tag) for tag in it.tags]
    return [
        {
            "id": derive_id(it.id, number),
            "image_id": it.id,
            "kind": kind,
            "text": text,
            "source": "engine",
            "confidence": None,
            "engine": ENGINE,
            "created_by": it.created_by,
            "created_at": now,
            "updated_at": now,
            "version": 1,
        }
        for number, (kind, text) in enumerate(words)
    ]
