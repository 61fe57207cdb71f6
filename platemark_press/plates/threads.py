"""One thread for linear algebra: with more, the last bits of its sums depend on how many cores there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits


@contextmanager
def one_thread() -> Iterator[None]:
    """What is calculated in the block is the same, bit for bit, on any number of cores of one kind."""
    with threadpool_limits(limits=1, user_api="blas"):
        yield
