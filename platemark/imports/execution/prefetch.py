"""Reads items ahead of the apply: in threads, or, where there are many, in processes of their own.

Decoding a picture releases Python's global interpreter lock, but the code around it needs it: next to a thread that
writes rows, threads that read small pictures mostly wait. So large imports are read by separate processes.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import TypeVar

from platemark.errors import PlatemarkError
from platemark.imports.execution.phase_context import PhaseContext
from platemark.imports.items import Content, Item
from platemark.imports.kinds.protocol import Check
from platemark.imports.reading.picture_content import picture_content
from platemark.imports.reading.picture_files import PictureFile, PictureRequest, reason_for
from platemark.imports.reading.picture_process import Answer
from platemark.imports.reading.picture_reader import PictureReader
from platemark.imports.reasons import ItemRefused, Reason

MIN_ITEMS_FOR_PROCESSES = 500
"""From this many items on, processes are worth their start-up time."""

MAX_READERS = 8

T = TypeVar("T")
Contents = list[Content | Reason]
"""The contents of items in their order, or the reasons why they could not be read."""

log = logging.getLogger(__name__)


class Prefetcher:
    """A context manager that reads items in the background: in processes if ``count`` is large, else in threads."""

    def __init__(self, context: PhaseContext, count: int) -> None:
        assert context.source is not None
        self._context = context
        self._source = context.source
        width = max(2, min(MAX_READERS, os.cpu_count() or 2))
        self._readers = (
            [PictureReader(context.source) for _ in range(width)] if count >= MIN_ITEMS_FOR_PROCESSES else []
        )
        self._free: SimpleQueue[PictureReader] = SimpleQueue()
        for reader in self._readers:
            self._free.put(reader)
        self._pool = ThreadPoolExecutor(width, "import-prefetch")
        self._closing = False
        self._open = ExitStack()
        self._check: Check = _unchecked

    def __enter__(self) -> Prefetcher:
        self._check = self._open.enter_context(self._context.kind.checks(self._source, self._context.spec))
        return self

    def __exit__(self, *_: object) -> None:
        self._closing = True
        for reader in self._readers:
            reader.stop()
        self._pool.shutdown(cancel_futures=True)
        for reader in self._readers:
            reader.close()
        self._open.close()

    def submit(self, items: Sequence[Item]) -> Future[Contents]:
        """Read these items in the background."""
        return self._pool.submit(self._read_in_process if self._readers else self._read_here, items)

    def _read_here(self, items: Sequence[Item]) -> Contents:
        return [self._read_one_here(item) for item in items]

    def _read_one_here(self, item: Item) -> Content | Reason:
        return self._attempt(item, self._read)

    def _read(self, item: Item) -> Content:
        self._check(item)
        return self._context.kind.read_content(self._source, self._context.spec, item)

    def _attempt(self, item: Item, action: Callable[[Item], T]) -> T | Reason:
        try:
            return action(item)
        except (ItemRefused, PlatemarkError, OSError) as error:
            if isinstance(error, OSError):
                log.exception("Item %s could not be read", item.position)
            return reason_for(error)

    def _read_in_process(self, items: Sequence[Item]) -> Contents:
        requests, refused = dict[int, PictureRequest](), dict[int, Reason]()
        for item in items:
            request = self._context.kind.picture_request(self._context.spec, item)
            if request is None:
                continue
            if isinstance(reason := self._attempt(item, self._check), Reason):
                refused[item.position] = reason
            else:
                requests[item.position] = request
        reader = self._free.get()
        try:
            answers = reader.read(list(requests.values())) if requests else []
        finally:
            self._free.put(reader)
        if answers is None:
            return [] if self._closing else self._read_here(items)
        by_position = {**refused, **dict(zip(requests, answers, strict=True))}
        return [
            _content(by_position[it.position]) if it.position in by_position else self._read_one_here(it)
            for it in items
        ]


def _unchecked(_item: Item) -> None:
    """Nothing is checked before the prefetcher is entered."""


def _content(answer: Answer) -> Content | Reason:
    return picture_content(answer) if isinstance(answer, PictureFile) else answer
