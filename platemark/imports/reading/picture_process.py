"""A process that reads pictures of one source: ``python -m platemark.imports.reading.picture_process FD FOLDER_FD``.

It receives lists of requests over the socket ``FD`` and answers each list with a list. It has no database, keeps no
bytes, and ends when the socket is closed, so it can be killed at any time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from platemark import processes
from platemark.errors import PlatemarkError
from platemark.imports.reading.picture_files import PictureFile, PictureRequest, read_picture, reason_for
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason
from platemark.settings import from_environment

READY = "ready"
Answer = PictureFile | Reason


def main() -> None:
    """Serve the parent until it closes the socket."""
    processes.leave_signals_to_parent()
    processes.give_way(from_environment(os.environ).worker_nice)
    socket, folder = (int(it) for it in sys.argv[1:])
    connection = Connection(socket)
    with Source(folder, "source") as source:
        try:
            connection.send(READY)
            while True:
                connection.send(answer(source, connection.recv()))
        except (EOFError, OSError):
            return  # the parent is gone


def answer(source: Source, requests: Sequence[PictureRequest]) -> list[Answer]:
    """Each picture, or the reason why it cannot be imported."""
    return [_answer_one(source, it) for it in requests]


def _answer_one(source: Source, request: PictureRequest) -> Answer:
    try:
        return read_picture(source, request)
    except (ItemRefused, PlatemarkError, OSError) as error:
        return reason_for(error)


if __name__ == "__main__":
    main()
