"""References from rows to blobs: rows refer only to blobs that are stored, and only unreferenced blobs are deleted.

A writer calls ``require_blobs`` in the transaction that writes the reference. It takes ``REFERENCE_LOCK`` shared, the
functions that delete take it exclusively; on SQLite, the lock of the one writing transaction does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, func, select, union

from platemark.db.statements import Statement, first_column
from platemark.db.tables import AdapterRow, BugReportRow, ImageRow, RenditionRow, TrainingSampleRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.storage.blobs import BlobStore
from platemark.storage.orphans import BATCH, DAY_SECONDS, FindReferenced, Swept, sweep

REFERENCE_LOCK = 771_120_192
BYTES_SWEPT = "bytes_swept"
REFERENCE_COLUMNS = (
    ImageRow.digest,
    ImageRow.thumbnail_digest,
    RenditionRow.digest,
    BugReportRow.screenshot_digest,
    AdapterRow.digest,
    AdapterRow.preview_digest,
    TrainingSampleRow.digest,
)
"""Every column that refers to a blob. The blobs of a column that is missing here are deleted by the sweep."""

DIGESTS = bindparam("digests", type_=String(), expanding=True)
IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
OF_IMAGES = {ImageRow: ImageRow.id, RenditionRow: RenditionRow.image_id}
"""The image of each row that refers to a file of an image."""
REFERENCES = {column: select(column).where(column.in_(DIGESTS)) for column in REFERENCE_COLUMNS}
REFERENCED: Statement[str] = Statement(union(*REFERENCES.values()), first_column)
SHARED: Statement[str] = Statement(
    union(
        *(
            references.where(OF_IMAGES[column.class_].not_in(IMAGE_IDS)) if column.class_ in OF_IMAGES else references
            for column, references in REFERENCES.items()
        )
    ),
    first_column,
)
LOCK_SHARED = Statement(select(func.pg_advisory_xact_lock_shared(REFERENCE_LOCK)), first_column)
LOCK_EXCLUSIVELY = Statement(select(func.pg_advisory_xact_lock(REFERENCE_LOCK)), first_column)


def require_blobs(work: UnitOfWork, blobs: BlobStore, *digests: str) -> None:
    """Make sure that the blobs are stored, and stay so until the work ends.

    Call it in the transaction that writes references to them, before it does so. Unavailable ``bytes_swept`` if a sweep
    has deleted one meanwhile: store the bytes again and repeat.
    """
    if work.dialect == "postgresql":
        LOCK_SHARED.execute(work)
    elif not work.connection.in_transaction():
        work.connection.begin()  # BEGIN IMMEDIATE: nobody else writes or deletes until this work ends
    if not all(blobs.exists(digest) for digest in digests):
        raise Unavailable(BYTES_SWEPT, "The stored bytes were deleted before they were used. Try again.")


def sweep_blobs(open_work: Callable[[], UnitOfWork], blobs: BlobStore, *, grace_seconds: float = DAY_SECONDS) -> Swept:
    """Delete the blobs older than the grace that no row refers to; ``open_work`` opens work that may write."""

    @contextmanager
    def exclusively() -> Iterator[FindReferenced]:
        with open_work() as work:
            _lock_references(work)
            yield lambda digests: _referenced(work, digests)
            work.commit()

    return sweep(blobs, exclusively, grace_seconds=grace_seconds)


def delete_unreferenced(open_work: Callable[[], UnitOfWork], blobs: BlobStore, digests: Collection[str]) -> int:
    """Delete those of ``digests`` that no row refers to, whatever their age; returns how many were deleted.

    For blobs of rows that have been deleted. A writer that has stored the same bytes meanwhile finds them missing in
    ``require_blobs``, and stores them again.
    """
    with open_work() as work:
        return delete_unreferenced_in(work, blobs, digests)


def delete_unreferenced_in(work: UnitOfWork, blobs: BlobStore, digests: Collection[str]) -> int:
    """``delete_unreferenced`` in a transaction of ``work``, which must have none: it is committed here."""
    _lock_references(work)
    unreferenced = set(digests) - _referenced(work, digests)
    deleted = sum(blobs.delete(digest) for digest in unreferenced)
    work.commit()
    return deleted


def list_shared(work: UnitOfWork, digests: Collection[str], *, image_ids: Collection[UUID]) -> set[str]:
    """Those of ``digests`` that rows other than the images ``image_ids`` refer to."""
    ids = list(image_ids)
    return {shared for batch in _batches(digests) for shared in SHARED.all(work, digests=batch, image_ids=ids)}


def _lock_references(work: UnitOfWork) -> None:
    """Keep others from adding references until the work ends; on SQLite the work that may write does so already."""
    if work.dialect == "postgresql":
        LOCK_EXCLUSIVELY.execute(work)


def _referenced(work: UnitOfWork, digests: Collection[str]) -> set[str]:
    return {referenced for batch in _batches(digests) for referenced in REFERENCED.all(work, digests=batch)}


def _batches(digests: Collection[str]) -> Iterator[list[str]]:
    """The digests, so many at a time as one statement looks up."""
    listed = list(digests)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))
