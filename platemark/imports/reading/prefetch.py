"""Reading items ahead of those that are being made: in threads, or, where there are many, in processes of their own.

Decoding releases Python's lock, and everything around it wants it back: beside a thread that makes rows, threads that
prepare small pictures mostly wait. So many pictures are read by processes that do nothing else.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from queue import SimpleQueue

from platemark.errors import PlatemarkError
from platemark.images.views import StoredPicture
from platemark.imports.execution.phase_context import Desk
from platemark.imports.kinds.protocol import Content, Item
from platemark.imports.reading.picture_files import Asked, PictureFile, remark_of
from platemark.imports.reading.picture_process import READY, Answer
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Refused, Remark

MANY = 500
"""From so many items on processes are worth their start."""

MOST_AT_ONCE = 8
PROCESS = (sys.executable, "-m", "platemark.imports.reading.picture_process")
ENDED = Remark("reading_ended", "The process that read it ended: it may be damaged, or memory was short.")

Contents = list[Content | Remark]
log = logging.getLogger(__name__)


class Preparing:
    """A context manager: ``submit`` hands items over, in threads, or in processes where ``count`` is many."""

    def __init__(self, desk: Desk, count: int) -> None:
        assert desk.source is not None
        self._desk = desk
        self._source = desk.source
        width = max(2, min(MOST_AT_ONCE, os.cpu_count() or 2))
        self._readers = [Reader(desk.source) for _ in range(width)] if count >= MANY else []
        self._free: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._readers:
            self._free.put(reader)
        self._pool = ThreadPoolExecutor(width, "import-prepare")
        self._over = False

    def __enter__(self) -> Preparing:
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        for reader in self._readers:
            reader.stop()
        self._pool.shutdown(cancel_futures=True)
        for reader in self._readers:
            reader.close()

    def submit(self, items: Sequence[Item]) -> Future[Contents]:
        """What each of the items holds, once it was read."""
        return self._pool.submit(self._in_process if self._readers else self._here, items)

    def _here(self, items: Sequence[Item]) -> Contents:
        return [self._one_here(item) for item in items]

    def _one_here(self, item: Item) -> Content | Remark:
        try:
            return self._desk.kind.prepare(self._source, self._desk.order, item)
        except (Refused, PlatemarkError, OSError) as error:
            if isinstance(error, OSError):
                log.exception("an item could not be read")
            return remark_of(error)

    def _in_process(self, items: Sequence[Item]) -> Contents:
        asked = {it.position: self._desk.kind.asks(self._desk.order, it) for it in items}
        wanted = {position: it for position, it in asked.items() if it is not None}
        reader = self._free.get()
        try:
            answers = reader.ask(list(wanted.values())) if wanted else []
        finally:
            self._free.put(reader)
        if answers is None:
            return [] if self._over else self._here(items)
        found = dict(zip(wanted, answers, strict=True))
        return [_content(found[it.position]) if it.position in found else self._one_here(it) for it in items]


class Reader:
    """One such process at a time, started when it is first asked; call ``ask`` from one thread at a time."""

    def __init__(self, source: Source, command: Sequence[str] = PROCESS) -> None:
        self._source = source
        self._command = command
        self.process: subprocess.Popen[bytes] | None = None
        self.connection: Connection | None = None
        self._stopped = False

    def ask(self, asked: Sequence[Asked]) -> list[Answer] | None:
        """An answer to each; None where no process can be started here, or this was stopped.

        Where the process ends they are asked one by one: the one that ends it again is answered with ``ENDED``.
        """
        if not self._start():
            return None
        answers = self._exchange(asked)
        if answers is not None or self._stopped:
            return answers
        if len(asked) == 1:
            log.error("a process that read a picture ended")
            return [ENDED]
        found = [self.ask([it]) for it in asked]
        return None if None in found else [it for some in found if some is not None for it in some]

    def stop(self) -> None:
        """Have what is being asked now, and all that is asked later, go without an answer. From any thread."""
        self._stopped = True
        process = self.process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process. Nobody asks any more."""
        self._stopped = True
        self._end()

    def _start(self) -> bool:
        if self._stopped:
            return False
        if self.process is not None:
            return True
        ours, theirs = socket.socketpair()
        with theirs:
            descriptors = [theirs.fileno(), self._source.fileno()]
            command = [*self._command, *map(str, descriptors)]
            try:
                self.process = subprocess.Popen(command, pass_fds=descriptors)  # noqa: S603 - our own command
            except OSError:
                log.exception("no process to read pictures could be started")
                ours.close()
                return False
        self.connection = Connection(ours.detach())
        if self._receive() == READY:
            return True
        self._end()
        return False

    def _exchange(self, asked: Sequence[Asked]) -> list[Answer] | None:
        connection = self.connection
        with contextlib.suppress(OSError):
            if connection is not None:
                connection.send(list(asked))
        found = self._receive()
        if isinstance(found, list):
            return found
        self._end()
        return None

    def _receive(self) -> object:
        try:
            return None if self.connection is None else self.connection.recv()
        except Exception:  # the socket's end, or what cannot be unpickled: either way there is no talking to it
            return None

    def _end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        if self.connection is not None:
            self.connection.close()
        self.process = self.connection = None


def content_of(file: PictureFile) -> Content:
    """A picture's bytes, its thumbnail, and what the rows are to say of them."""
    picture = file.picture
    stored = StoredPicture(
        digest=file.digest,
        thumbnail_digest=file.thumbnail_digest,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        size_bytes=len(picture.data),
    )
    return Content({file.digest: picture.data, file.thumbnail_digest: picture.thumbnail}, stored)


def _content(answer: Answer) -> Content | Remark:
    return content_of(answer) if isinstance(answer, PictureFile) else answer
