"""The studio's own Python processes: isolated from the folder in which somebody happened to start it, and polite."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from multiprocessing.connection import Connection

SAFE_PATH = {"PYTHONSAFEPATH": "1"}
"""For what the children start in their turn."""


def python_module(name: str) -> tuple[str, ...]:
    """The command that runs an installed module; it imports nothing from the current directory."""
    return (sys.executable, "-P", "-m", name)


def leave_signals_to_parent() -> None:
    """Ignore Ctrl-C and the end of the terminal in this process: they reach the whole group, and the parent decides."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def give_way(nice: int) -> None:
    """Have this process and those that it starts give way to others on a busy machine; call it before any thread."""
    if hasattr(os, "nice"):  # Windows has none
        os.nice(nice)


def start(
    command: Sequence[str], descriptors: Collection[int], environ: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start ``command`` with ``descriptors`` open; their numbers become its last arguments. OSError if it cannot."""
    environ = os.environ if environ is None else environ
    arguments = [*command, *map(str, descriptors)]
    return subprocess.Popen(arguments, pass_fds=descriptors, env={**environ, **SAFE_PATH})  # noqa: S603 - our own


def start_connected(
    command: Sequence[str], *descriptors: int, environ: Mapping[str, str] | None = None
) -> tuple[subprocess.Popen[bytes], Connection]:
    """``start``, with a connection to the process as its first descriptor; OSError if it cannot."""
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = start(command, [theirs.fileno(), *descriptors], environ)
        except OSError:
            ours.close()
            raise
    return process, Connection(ours.detach())
