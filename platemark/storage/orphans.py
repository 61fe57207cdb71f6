"""Deletes unreferenced blobs while others write.

Three rules make this safe: only blobs that nobody put within the grace period are candidates; whether a row references
one is queried in a transaction that excludes writers of references; and a writer checks, in the transaction that
references a blob, that the blob exists. Without any one of them, live blobs would be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice

from platemark.storage.blobs import BlobStore

BATCH = 100
DAY_SECONDS = 24 * 60 * 60.0

FindReferenced = Callable[[Collection[str]], Collection[str]]
"""Returns which of the given digests are referenced by a row."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep deleted."""

    blobs: int
    bytes: int
    unfinished: int


def sweep(
    blobs: BlobStore,
    deciding: Callable[[], AbstractContextManager[FindReferenced]],
    *,
    grace_seconds: float = DAY_SECONDS,
    unfinished_seconds: float = DAY_SECONDS,
) -> Swept:
    """Delete unreferenced blobs older than the grace period, and unfinished files older than ``unfinished_seconds``.

    ``deciding()`` opens a short write transaction that excludes new references, and yields the query to run in it. It
    is opened once for every 100 candidates.
    """
    freed: list[int] = []
    for batch in _batches(blobs.stale(grace_seconds)):
        with deciding() as find_referenced:
            referenced = set(find_referenced(batch))
            freed += [blobs.delete_stale(digest, grace_seconds) for digest in batch if digest not in referenced]
    return Swept(
        blobs=sum(size > 0 for size in freed), bytes=sum(freed), unfinished=blobs.clear_unfinished(unfinished_seconds)
    )


def _batches(digests: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(digests)
    while batch := list(islice(remaining, BATCH)):
        yield batch
