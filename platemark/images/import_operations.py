"""What only imports do with images: insert, update and delete them in bulk. Checks no permissions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, delete, func, insert, or_, select, update

from platemark.blob_references import require_blobs
from platemark.db.kept_counts.locks import lock_images_to_delete
from platemark.db.rows import insert_rows
from platemark.db.tables import ImageMarkRow, ImageRow, JobRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.fitting import fit
from platemark.ids import derive_id, new_id, time_of
from platemark.images.views import StoredPicture
from platemark.search.texts import image_text, insert_image_texts, refresh_image_text
from platemark.search.traits import insert_image_traits, refresh_image_traits
from platemark.storage.blobs import BlobStore

ENGINE = "import"
MAX_LABELS = 200
"""So many labels can come with an image from another studio."""
IMAGES, LABELS = cast("Table", ImageRow.__table__), cast("Table", LabelRow.__table__)
"""Tables, not classes: bulk inserts are faster."""
ROW_FIELDS = ("job_id", "set_run_id", "set_template_id", "set_template_version", "row_position")
"""What the provenance says of the row of a set run."""
UNCHANGED = (LABELS.c.engine == ENGINE, LABELS.c.version == 1)
"""Labels of an import that nobody changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLabel:
    """A label to insert: ``source`` manual or engine, and what another studio said of it.

    ``created_at`` is when it was made in ISO 8601; None: when the import was.
    """

    kind: str
    text: str
    source: str = "engine"
    confidence: float | None = None
    model: str | None = None
    engine: str | None = ENGINE
    engine_version: str | None = None
    created_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPicture:
    """An image row to insert. ``provenance`` is JSON with the fields of the contract's Provenance.

    ``labels`` are those that the caption and the tags are not. ``starred``: by its creator, if it has one.
    """

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
    labels: Sequence[ImportedLabel] = ()
    nsfw: bool = False
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageState:
    """An image now: ``labels`` counts the labels of an import that nobody changed, ``edited_labels`` all others.

    A label is of an import if its engine is, or if it was imported with its image, whose id its own then shows.
    """

    version: int
    digest: str
    thumbnail_digest: str
    in_trash: bool
    labels: int
    edited_labels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageOfRow:
    """The row of a set run, and its job, that an image is of."""

    image_id: UUID
    job_id: UUID
    set_run_id: UUID
    set_template_id: UUID
    set_template_version: int
    row_position: int


def image_ids_by_digest(work: UnitOfWork, owner: UUID | None, digests: Collection[str]) -> dict[str, UUID]:
    """The owner's image with each of these digests, images in the trash included; the oldest if there are several."""
    owned = ImageRow.created_by.is_(None) if owner is None else ImageRow.created_by == owner
    query = select(ImageRow.digest, ImageRow.id).where(owned, ImageRow.digest.in_(digests)).order_by(ImageRow.id.desc())
    return {row.digest: row.id for row in work.session.execute(query)}


def insert_images(work: UnitOfWork, blobs: BlobStore, pictures: Sequence[ImportedPicture]) -> None:
    """Insert images with their labels; Unavailable if blobs are missing: store them again and repeat."""
    if not pictures:
        return
    digests = {name for it in pictures for name in (it.picture.digest, it.picture.thumbnail_digest)}
    require_blobs(work, blobs, *digests)
    now = work.now()
    rows = [_row(it, now) for it in pictures]
    work.session.execute(insert(IMAGES), rows)
    labels = [label for it in pictures for label in _labels(it, now)]
    if labels:
        work.session.execute(insert(LABELS), labels)
    star = {"rating": 0, "starred": True}
    starred = [it for it in pictures if it.starred and it.created_by is not None]
    insert_rows(work, ImageMarkRow, [{"image_id": it.id, "user_id": it.created_by, **star} for it in starred])
    insert_image_texts(work, [_text(it) for it in pictures])
    insert_image_traits(work, rows)
    for it in pictures:
        record(work, "image.added", it.id, visibility=it.visibility, created_by=it.created_by, job_id=None)


def image_states(work: UnitOfWork, image_ids: Collection[UUID]) -> dict[UUID, ImageState]:
    """Images as they are now, by id; an image that is gone is left out."""
    columns = (ImageRow.id, ImageRow.version, ImageRow.digest, ImageRow.thumbnail_digest, ImageRow.deleted_at)
    images = work.session.execute(select(*columns).where(ImageRow.id.in_(image_ids))).all()
    unchanged = (LabelRow.version == 1) & (LabelRow.engine == ENGINE)
    counts = (
        select(LabelRow.image_id, func.count().filter(unchanged).label("unchanged"), func.count().label("total"))
        .where(LabelRow.image_id.in_(image_ids))
        .group_by(LabelRow.image_id)
    )
    labels = {row.image_id: (row.unchanged, row.total - row.unchanged) for row in work.session.execute(counts)}
    for image_id, count in _labels_with_image(work, image_ids).items():
        labels[image_id] = (labels[image_id][0] + count, labels[image_id][1] - count)
    return {
        row.id: ImageState(
            version=row.version,
            digest=row.digest,
            thumbnail_digest=row.thumbnail_digest,
            in_trash=row.deleted_at is not None,
            labels=labels.get(row.id, (0, 0))[0],
            edited_labels=labels.get(row.id, (0, 0))[1],
        )
        for row in images
    }


def _labels_with_image(work: UnitOfWork, image_ids: Collection[UUID]) -> Counter[UUID]:
    """How many labels of each image another studio's engines or people made, came with it, and are as they were."""
    others = or_(LABELS.c.engine.is_(None), LABELS.c.engine != ENGINE)
    query = select(LABELS.c.id, LABELS.c.image_id).where(LABELS.c.image_id.in_(image_ids), LABELS.c.version == 1)
    same_time = [row for row in work.session.execute(query.where(others)) if time_of(row.id) == time_of(row.image_id)]
    derived = {image_id: set(_label_ids(image_id, MAX_LABELS)) for image_id in {row.image_id for row in same_time}}
    return Counter(row.image_id for row in same_time if row.id in derived[row.image_id])


def image_texts(work: UnitOfWork, image_id: UUID) -> dict[str, Any] | None:
    """The texts that an import sets: title, prompt and provenance, as they are now; None if the image is gone."""
    columns = (ImageRow.title, ImageRow.prompt, ImageRow.provenance)
    row = work.session.execute(select(*columns).where(ImageRow.id == image_id)).one_or_none()
    return None if row is None else dict(row._mapping)


def with_row_of(texts: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """Other texts for an image, with the row of a set run that its provenance says it is of."""
    earlier = (before or {}).get("provenance")
    if texts["provenance"] is None or earlier is None:
        return dict(texts)
    row = {name: earlier.get(name) for name in ROW_FIELDS}
    return {**texts, "provenance": {**texts["provenance"], **row}}


def update_image_texts(work: UnitOfWork, image_id: UUID, version: int, texts: Mapping[str, Any]) -> int | None:
    """Update the texts of an image if it still has ``version``; its new version, None if somebody changed it."""
    image = work.session.execute(
        update(ImageRow)
        .where(ImageRow.id == image_id, ImageRow.version == version)
        .values(**texts, version=version + 1, updated_at=work.now())
        .returning(ImageRow.visibility, ImageRow.created_by, ImageRow.job_id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if image is None:
        return None
    refresh_image_text(work, image_id)
    refresh_image_traits(work, image_id)
    record(work, "image.changed", image_id, **image._mapping)
    return version + 1


def link_to_rows(work: UnitOfWork, rows: Sequence[ImageOfRow]) -> list[ImageOfRow]:
    """Note the jobs of these rows at their images, those that have none, and the rows in their provenance.

    Which were noted. The versions of the images stay: nothing else of them changed.
    """
    wanted = {it.image_id: it for it in rows}
    columns = (ImageRow.id, ImageRow.provenance)
    found = work.session.execute(select(*columns).where(ImageRow.id.in_(wanted), ImageRow.job_id.is_(None))).all()
    taken = []
    for image in found:
        row = wanted[image.id]
        facts = {name: str(getattr(row, name)) for name in ROW_FIELDS[:3]}
        facts |= {name: getattr(row, name) for name in ROW_FIELDS[3:]}
        _write_row_fields(work, image, row.job_id, facts)
        taken.append(row)
    return sorted(taken, key=lambda it: (it.row_position, it.image_id))


def unlink_from_run(work: UnitOfWork, set_run_id: UUID, image_ids: Collection[UUID]) -> None:
    """Take back ``link_to_rows``. The jobs of the run are still there."""
    jobs = select(JobRow.id).where(JobRow.set_run_id == set_run_id)
    columns = (ImageRow.id, ImageRow.provenance)
    for image in work.session.execute(select(*columns).where(ImageRow.id.in_(image_ids), ImageRow.job_id.in_(jobs))):
        _write_row_fields(work, image, None, dict.fromkeys(ROW_FIELDS))


def _write_row_fields(work: UnitOfWork, image: Any, job_id: UUID | None, facts: Mapping[str, Any]) -> None:
    provenance = None if image.provenance is None else {**image.provenance, **facts}
    values = {"job_id": job_id} | ({} if provenance is None else {"provenance": provenance})
    statement = update(ImageRow).where(ImageRow.id == image.id).values(**values)
    work.session.execute(statement.execution_options(synchronize_session=False))


def imported_labels(
    caption: str | None, tags: Sequence[str], labels: Sequence[ImportedLabel] = ()
) -> list[ImportedLabel]:
    """The labels that an import stores, each once: the caption, the tags, and those with facts of their own."""
    plain = [*([("caption", caption)] if caption else []), *(("tag", tag) for tag in tags)]
    listed = [*(ImportedLabel(kind=kind, text=text) for kind, text in plain), *labels]
    return list(dict.fromkeys(replace(it, text=fit("Label.text", it.text)) for it in listed))


def replace_labels(
    work: UnitOfWork, image_id: UUID, labels: Sequence[ImportedLabel], *, created_by: UUID | None
) -> dict[str, Any]:
    """Replace the labels of an import that nobody changed; what ``restore_labels`` needs, as JSON.

    ``labels`` are ``imported_labels``. A label with the same text but another source, confidence or model is another.
    """
    rows = work.session.execute(select(LABELS).where(LABELS.c.image_id == image_id, *UNCHANGED)).all()
    gone = [row for row in rows if _facts(row) not in labels]
    work.session.execute(delete(LABELS).where(LABELS.c.id.in_([row.id for row in gone])))
    present = [_facts(row) for row in rows]
    return _add(work, image_id, [it for it in labels if it not in present], gone, created_by)


def add_labels(
    work: UnitOfWork, image_id: UUID, labels: Sequence[ImportedLabel], *, created_by: UUID | None
) -> dict[str, Any]:
    """Add those labels whose words the image does not have yet, whoever wrote them; for ``restore_labels``, as JSON."""
    present = select(LABELS.c.kind, LABELS.c.text).where(LABELS.c.image_id == image_id)
    words = {(row.kind, row.text.casefold()) for row in work.session.execute(present)}
    missing = [it for it in labels if (it.kind, it.text.casefold()) not in words]
    return _add(work, image_id, missing, [], created_by)


def restore_labels(work: UnitOfWork, image_id: UUID, replaced: Mapping[str, Any]) -> None:
    """Undo ``replace_labels`` or ``add_labels``, except for labels that somebody changed since."""
    added = [UUID(it) for it in replaced.get("added", [])]
    work.session.execute(delete(LABELS).where(LABELS.c.id.in_(added), LABELS.c.version == 1))
    removed = [_removed_label(image_id, it) for it in replaced.get("removed", [])]
    if removed:
        work.session.execute(insert(LABELS), removed)
    refresh_image_text(work, image_id)


def _add(
    work: UnitOfWork, image_id: UUID, labels: Sequence[ImportedLabel], gone: Sequence[Any], created_by: UUID | None
) -> dict[str, Any]:
    """Insert labels; their ids, and the labels that are ``gone`` as they were, as JSON."""
    now = work.now()
    added = [_label(image_id, new_id(), it, created_by, now) for it in labels]
    if added:
        work.session.execute(insert(LABELS), added)
    refresh_image_text(work, image_id)
    return {
        "added": [str(it["id"]) for it in added],
        "removed": [
            {
                "id": str(it.id), **asdict(_facts(it)), "created_at": it.created_at.isoformat(),
                "updated_at": it.updated_at.isoformat(),
                "created_by": None if it.created_by is None else str(it.created_by),
            }
            for it in gone
        ],
    }  # fmt: skip


def _facts(row: Any) -> ImportedLabel:
    """What an import said of a label that it stored."""
    return ImportedLabel(kind=row.kind, text=row.text, source=row.source, confidence=row.confidence, model=row.model)


def _removed_label(image_id: UUID, removed: Mapping[str, Any]) -> dict[str, Any]:
    """The row of a label that an import replaced; earlier versions kept neither its facts nor its last change."""
    facts = {name: removed[name] for name in ImportedLabel.__dataclass_fields__ if name in removed}
    created_by = UUID(removed["created_by"]) if removed["created_by"] else None
    created_at = datetime.fromisoformat(removed["created_at"])
    row = _label(image_id, UUID(removed["id"]), ImportedLabel(**facts), created_by, created_at)
    return row | {"updated_at": datetime.fromisoformat(removed.get("updated_at", removed["created_at"]))}


def delete_images(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """Delete images for good, with their labels and album memberships; their blobs stay in the store."""
    lock_images_to_delete(work, image_ids)
    deleted = (
        delete(ImageRow)
        .where(ImageRow.id.in_(image_ids))
        .returning(ImageRow.id, ImageRow.visibility, ImageRow.created_by, ImageRow.job_id)
        .execution_options(synchronize_session=False)
    )
    for row in work.session.execute(deleted).all():
        record(
            work, "image.removed", row.id, visibility=row.visibility, created_by=row.created_by, job_id=row.job_id
        )  # fmt: skip


def _text(it: ImportedPicture) -> dict[str, Any]:
    """What searches find the image by: its texts as ``_row`` and ``_labels`` store them."""
    row, labels = _row(it, it.created_at), _labels(it, it.created_at)
    text = image_text(row["title"], row["prompt"], it.created_by, [label["text"] for label in labels])
    return {"id": it.id} | text


def _row(it: ImportedPicture, now: datetime) -> dict[str, Any]:
    return {
        "id": it.id,
        "title": fit("Image.title", it.title),
        "visibility": it.visibility,
        "nsfw": it.nsfw,
        "source": "imported",
        "media_type": it.picture.media_type,
        "width": it.picture.width,
        "height": it.picture.height,
        "size_bytes": it.picture.size_bytes,
        "digest": it.picture.digest,
        "thumbnail_digest": it.picture.thumbnail_digest,
        "thumb_hash": it.picture.thumb_hash,
        "prompt": fit("Image.prompt", it.prompt),
        "provenance": None if it.provenance is None else fit("Provenance", dict(it.provenance)),
        "job_id": None,
        "created_by": it.created_by,
        "created_at": it.created_at,
        "updated_at": now,
        "deleted_at": None,
        "version": 1,
    }


def _labels(it: ImportedPicture, now: datetime) -> list[dict[str, Any]]:
    labels = imported_labels(it.caption, it.tags, it.labels)
    ids = _label_ids(it.id, len(labels))
    return [_label(it.id, id_, label, it.created_by, now) for id_, label in zip(ids, labels, strict=True)]


def _label_ids(image_id: UUID, count: int) -> list[UUID]:
    """The ids of the labels that come with an image, in their order: the same whenever an import is resumed."""
    return sorted(derive_id(image_id, number) for number in range(count))


def _label(
    image_id: UUID, label_id: UUID, label: ImportedLabel, created_by: UUID | None, at: datetime
) -> dict[str, Any]:
    at = at if label.created_at is None else datetime.fromisoformat(label.created_at)
    return {
        "id": label_id,
        "image_id": image_id,
        "kind": label.kind,
        "text": label.text,
        "source": label.source,
        "confidence": label.confidence,
        "engine": label.engine,
        "engine_version": label.engine_version,
        "model": label.model,
        "created_by": created_by,
        "created_at": at,
        "updated_at": at,
        "version": 1,
    }
