"""A process that reads pictures of one source: ``python -m platemark.imports.reading.picture_process FD FOLDER_FD``.

It is asked by lists over the socket, answers each with a list, knows no database and keeps no bytes, and ends when the
socket does: it has nothing to lose.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from platemark.errors import PlatemarkError
from platemark.imports.reading.picture_files import Asked, PictureFile, read_picture, remark_of
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Refused, Remark

READY = "ready"
Answer = PictureFile | Remark


def main() -> None:
    """Serve whoever started this, until they go away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too; whoever started us decides
    socket, folder = (int(it) for it in sys.argv[1:])
    connection = Connection(socket)
    with Source(folder, "source") as source:
        try:
            connection.send(READY)
            while True:
                connection.send(answers(source, connection.recv()))
        except (EOFError, OSError):
            return  # nobody wants our work any more


def answers(source: Source, asked: Sequence[Asked]) -> list[Answer]:
    """What each of the pictures is, or why it is not taken."""
    return [_answer(source, it) for it in asked]


def _answer(source: Source, asked: Asked) -> Answer:
    try:
        return read_picture(source, asked)
    except (Refused, PlatemarkError, OSError) as error:
        return remark_of(error)


if __name__ == "__main__":
    main()
