"""Workers that start fast: a process that has imported everything a worker needs, and forks on request.

A forked worker behaves like any other. The fork server opens no database and starts no thread, so it shares
neither with a forked worker. It ends with its creator, and every process that it forked ends with it.
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

MAX_REQUEST_BYTES = 65_536
WORKER = "tests.worker.tiny_worker:run"


class ForkServer:
    """``fork`` starts a worker; ``wait`` returns its exit status. End it with ``close``.

    A role is a function, ``module:function``, that a forked process calls with its wake-up pipe. Its stderr goes to
    ``log``.
    """

    def __init__(self, *roles: str, timeout: float = 30.0, log: Path | None = None) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(timeout)
        with theirs, contextlib.ExitStack() as files:
            errors = None if log is None else files.enter_context(log.open("ab"))
            command = [sys.executable, "-m", "tests.worker.fork_server", str(theirs.fileno()), *(roles or [WORKER])]
            fds = [theirs.fileno()]
            self._process = subprocess.Popen(command, pass_fds=fds, start_new_session=True, stderr=errors)

    def fork(self, settings: Settings, pipe: int, *, role: str = WORKER, fault: str = "") -> int:
        """Fork a process in a group of its own that is woken through ``pipe``; its process id."""
        request = {"role": role, "environ": {**environment_of(settings), "PLATEMARK_TEST_FAULT": fault}}
        file_descriptor = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [pipe]))]
        self._socket.sendmsg([json.dumps(request).encode()], file_descriptor)
        return self._receive_number()

    def wait(self, pid: int) -> int:
        """Wait until the process ends; its exit status, as ``subprocess`` returns it."""
        self._socket.send(json.dumps(pid).encode())
        return self._receive_number()

    def close(self) -> None:
        """End the server and every process that it forked."""
        self._socket.close()
        self._process.wait()

    def _receive_number(self) -> int:
        return int(self._socket.recv(MAX_REQUEST_BYTES))


def serve(fd: int) -> None:
    """Fork and wait on request, until the other end of the socket is closed."""
    requests = socket.socket(fileno=fd)
    children: set[int] = set()
    while True:
        message, pipes, _flags, _address = socket.recv_fds(requests, MAX_REQUEST_BYTES, 1)
        if not message:
            break
        request = json.loads(message)
        if isinstance(request, int):
            requests.send(str(os.waitstatus_to_exitcode(os.waitpid(request, 0)[1])).encode())
            children.discard(request)
            continue
        child = os.fork()
        if not child:
            requests.close()
            _run_role(request, pipes[0])
        children.add(child)
        os.close(pipes[0])
        requests.send(str(child).encode())
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _run_role(request: dict[str, Any], pipe: int) -> Never:
    os.setsid()
    os.environ.update(request["environ"])
    module, function = request["role"].split(":")
    try:
        getattr(import_module(module), function)(pipe)
    finally:
        os._exit(1)


if __name__ == "__main__":
    for role in sys.argv[2:]:
        import_module(role.split(":")[0])  # so that forked processes need not import it
    serve(int(sys.argv[1]))
