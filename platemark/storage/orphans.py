"""Removing blobs that no row names, while others write.

Safe for three reasons: a blob counts as old only when nobody put it within the grace; whether a row names it is asked
inside a transaction that keeps writers of names out; and a writer checks, inside the transaction that names a blob,
that the blob is there. Take one away and live blobs are lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice

from platemark.storage.blobs import BlobStore

BATCH = 100
DAY_SECONDS = 24 * 60 * 60.0

Named = Callable[[Collection[str]], Collection[str]]
"""Given digests, those among them that some row names."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed."""

    blobs: int
    bytes: int
    unfinished: int


def sweep(
    blobs: BlobStore,
    deciding: Callable[[], AbstractContextManager[Named]],
    *,
    grace_seconds: float = DAY_SECONDS,
    unfinished_seconds: float = DAY_SECONDS,
) -> Swept:
    """Remove the blobs older than the grace that no row names, and what writers left half written longer ago than that.

    ``deciding()`` opens a short write transaction in which nobody else can come to name a blob, and gives the question
    that is asked inside it. It is opened once for each hundred old blobs.
    """
    freed: list[int] = []
    for batch in _batches(blobs.stale(grace_seconds)):
        with deciding() as named:
            kept = set(named(batch))
            freed += [blobs.delete_stale(digest, grace_seconds) for digest in batch if digest not in kept]
    return Swept(
        blobs=sum(size > 0 for size in freed), bytes=sum(freed), unfinished=blobs.clear_unfinished(unfinished_seconds)
    )


def _batches(digests: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(digests)
    while batch := list(islice(waiting, BATCH)):
        yield batch
