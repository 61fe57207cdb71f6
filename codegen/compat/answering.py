"""The child process of `Examiner`: answers the questions that arrive on a pipe until it is closed."""

from __future__ import annotations

import contextlib
import resource
import sys
from multiprocessing.connection import Connection

from codegen.compat.inclusion import Answer, Prover

MEMORY_BYTES = 4 * 2**30


def answer_questions(connection: Connection) -> None:
    """Receive the accepted pairs, then answer pairs of schemas."""
    prover = Prover(connection.recv())
    while True:
        narrow, wide = connection.recv()
        try:
            answer = prover.within(narrow, wide)
        except RecursionError:
            answer = Answer("unknown", "the schemas are too deep")
        connection.send(answer)


if __name__ == "__main__":
    with contextlib.suppress(ValueError, OSError):  # not every system has this limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with contextlib.suppress(EOFError):
        answer_questions(Connection(int(sys.argv[1])))
