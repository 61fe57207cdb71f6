"""The child process of `Examiner`: answers the questions that arrive on a pipe until it is closed."""

from __future__ import annotations

import contextlib
import resource
import signal
import sys
from multiprocessing.connection import Connection

from codegen.compat.inclusion import Answer, Prover

MEMORY_BYTES = 4 * 2**30


def answer_questions(connection: Connection) -> None:
    """Receive the accepted pairs and the limit in seconds of computing, then answer pairs of schemas.

    A question that takes longer ends the process by SIGPROF. Its own time counts, not that of the machine: a contract
    is as compatible on a busy one.
    """
    accepted, limit_seconds = connection.recv()
    prover = Prover(accepted)
    while True:
        narrow, wide = connection.recv()
        signal.setitimer(signal.ITIMER_PROF, limit_seconds)
        try:
            answer = prover.within(narrow, wide)
        except RecursionError:
            answer = Answer("unknown", "the schemas are too deep")
        signal.setitimer(signal.ITIMER_PROF, 0)
        connection.send(answer)


if __name__ == "__main__":
    with contextlib.suppress(ValueError, OSError):  # not every system has this limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with contextlib.suppress(EOFError):
        answer_questions(Connection(int(sys.argv[1])))
