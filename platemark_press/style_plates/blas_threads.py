"""Run linear algebra on one thread: with more, the last bits of sums depend on the number of cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits


@contextmanager
def single_threaded_blas() -> Iterator[None]:
    """Within the block, results are the same, bit for bit, on any number of cores of one kind."""
    with threadpool_limits(limits=1, user_api="blas"):
        yield
