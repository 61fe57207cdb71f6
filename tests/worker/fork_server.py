"""Workers without their start-up: a process that has imported everything a worker needs, and forks.

From the fork on a worker is what it always is. The nursery itself opens no database and starts no thread, so nothing is
shared that must not be. All that it forked ends with it, and it ends with whoever made it.
"""

from __future__ import annotations

import array
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Never

from platemark.settings import Settings
from platemark.worker.supervisor import environment_of

LONGEST_REQUEST = 65_536
WORKER = "tests.worker.tiny_child:work"


class ForkServer:
    """``fork`` gives the process id of a new worker; ``status`` waits until one has ended. End it with ``close``.

    Those who are forked call a function of ``roles``, ``module:function``, with the bell as its argument. What they
    write to stderr goes to ``log``.
    """

    def __init__(self, *roles: str, timeout: float = 30.0, log: Path | None = None) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(timeout)
        with theirs, contextlib.ExitStack() as files:
            errors = None if log is None else files.enter_context(log.open("ab"))
            command = [sys.executable, "-m", "tests.worker.fork_server", str(theirs.fileno()), *(roles or [WORKER])]
            fds = [theirs.fileno()]
            self._process = subprocess.Popen(command, pass_fds=fds, start_new_session=True, stderr=errors)

    def fork(self, settings: Settings, bell: int, *, role: str = WORKER, fault: str = "") -> int:
        """A process of its own, in a group of its own, that reads its bell from ``bell``."""
        request = {"role": role, "environ": {**environment_of(settings), "PLATEMARK_FAULT": fault}}
        with_bell = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [bell]))]
        self._socket.sendmsg([json.dumps(request).encode()], with_bell)
        return self._answer()

    def status(self, pid: int) -> int:
        """How the process ended, as ``subprocess`` says it; waits until it has."""
        self._socket.send(json.dumps(pid).encode())
        return self._answer()

    def close(self) -> None:
        """End it, and whatever it forked."""
        self._socket.close()
        self._process.wait()

    def _answer(self) -> int:
        return int(self._socket.recv(LONGEST_REQUEST))


def serve(fd: int) -> None:
    """Fork and wait, as asked, until nobody is there to ask."""
    asking = socket.socket(fileno=fd)
    children: set[int] = set()
    while True:
        message, bells, _flags, _address = socket.recv_fds(asking, LONGEST_REQUEST, 1)
        if not message:
            break
        request = json.loads(message)
        if isinstance(request, int):
            asking.send(str(os.waitstatus_to_exitcode(os.waitpid(request, 0)[1])).encode())
            children.discard(request)
            continue
        child = os.fork()
        if not child:
            asking.close()
            _be(request, bells[0])
        children.add(child)
        os.close(bells[0])
        asking.send(str(child).encode())
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _be(request: dict[str, Any], bell: int) -> Never:
    os.setsid()
    os.environ.update(request["environ"])
    module, function = request["role"].split(":")
    try:
        getattr(import_module(module), function)(bell)
    finally:
        os._exit(1)


if __name__ == "__main__":
    for role in sys.argv[2:]:
        import_module(role.split(":")[0])  # so that nobody who is forked has to
    serve(int(sys.argv[1]))
