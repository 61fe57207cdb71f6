"""Bytes and the rows that name them: only bytes that are there get a name, and only nameless bytes are swept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import func, select, union

from platemark.db.tables import AdapterRow, BugReportRow, ImageRow, TrainingSampleRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.storage.blobs import BlobStore
from platemark.storage.orphans import DAY_SECONDS, Named, Swept, sweep

NAMING_LOCK = 771_120_192
NAMING_COLUMNS = (
    ImageRow.digest,
    ImageRow.thumbnail_digest,
    BugReportRow.screenshot_digest,
    AdapterRow.digest,
    TrainingSampleRow.digest,
)
"""Every column that names a blob. A table that is left out here loses its bytes to the sweep."""


def require_bytes(work: UnitOfWork, blobs: BlobStore, *digests: str) -> None:
    """Call in the transaction that names ``digests``, before naming them: from here to its end no sweep takes them.

    Unavailable where a sweep was faster; keep the bytes again and repeat.
    """
    if work.dialect == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock_shared(NAMING_LOCK)))
    else:
        work.session.connection()  # BEGIN IMMEDIATE: nobody else decides or writes until this work ends
    if not all(blobs.exists(digest) for digest in digests):
        raise Unavailable("bytes_swept", "The bytes were removed before they got a name. Try again.")


def sweep_blobs(open_work: Callable[[], UnitOfWork], blobs: BlobStore, *, grace_seconds: float = DAY_SECONDS) -> Swept:
    """Remove the blobs older than the grace that no row names; ``open_work`` opens work that may write."""

    @contextmanager
    def deciding() -> Iterator[Named]:
        with open_work() as work:
            if work.dialect == "postgresql":
                work.session.execute(select(func.pg_advisory_xact_lock(NAMING_LOCK)))
            yield lambda digests: _named(work, digests)
            work.commit()

    return sweep(blobs, deciding, grace_seconds=grace_seconds)


def remove_unnamed(open_work: Callable[[], UnitOfWork], blobs: BlobStore, digests: Collection[str]) -> int:
    """Remove those of ``digests`` that no row names, however young; how many that were.

    For bytes that were kept for rows which are gone. Whoever keeps the same bytes meanwhile finds them gone when it
    comes to naming them, and keeps them again (``require_bytes``).
    """
    with open_work() as work:
        if work.dialect == "postgresql":
            work.session.execute(select(func.pg_advisory_xact_lock(NAMING_LOCK)))
        named = _named(work, digests)
        removed = sum(blobs.delete(digest) for digest in set(digests) - named)
        work.commit()
    return removed


def _named(work: UnitOfWork, digests: Collection[str]) -> set[str]:
    found = union(*(select(column).where(column.in_(digests)) for column in NAMING_COLUMNS))
    return set(work.session.scalars(found))
