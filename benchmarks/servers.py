"""Servers under test: each a process on a free port of this machine, with its CPU time and memory. Linux only."""

from __future__ import annotations

import ctypes
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from benchmarks.peers.database import DATABASE_VARIABLE
from platemark.settings import Settings

ROOT = Path(__file__).parents[1]
PEERS_PYTHON = ROOT / "build" / "bench-venv" / "bin" / "python"
TIMEOUT_SECONDS = 60.0
PORTS = range(20_000, 30_000)
LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Program:
    """How to start a server: its command, to which the port is added where it says PORT, and its environment."""

    name: str
    command: Sequence[str]
    environ: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """The CPU time so far of all threads of the process and of its children."""
        return sum(_cpu_seconds(each.pid) for each in self.list_processes())

    def memory_mib(self) -> float:
        """The resident memory of the process and its children."""
        return float(sum(each.memory_info().rss for each in self.list_processes()) / 2**20)

    def wait(self, path: str) -> None:
        """Wait until the server responds to ``path``, whatever the status."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                httpx.get(f"{self.url}{path}", timeout=TIMEOUT_SECONDS)
            except httpx.TransportError:
                time.sleep(0.01)
            else:
                return
        raise SystemExit(f"{self.name} does not respond. The end of its log:\n{self.log.read_text()[-2000:]}")

    def list_processes(self) -> list[psutil.Process]:
        """The process and all that it has started."""
        process = psutil.Process(self.process.pid)
        return [process, *process.children(recursive=True)]


def platemark(settings: Settings) -> Program:
    """The API of a studio, without workers, that logs as it is installed."""
    environ = {
        "PLATEMARK_DATA_DIR": str(settings.data_dir),
        "PLATEMARK_DATABASE_URL": settings.resolved_database_url,
        "PLATEMARK_PORT": "PORT",
        "PLATEMARK_WORKERS": "0",
    }
    return Program("Platemark", (sys.executable, "-m", "platemark.entrypoints.main", "up"), environ)


def peer(name: str, module: str, settings: Settings) -> Program:
    """A module of ``benchmarks.peers`` on the SQLite database of a studio."""
    if not PEERS_PYTHON.exists():
        raise SystemExit("The peers are not installed: run `make bench` once.")
    environ = {DATABASE_VARIABLE: settings.resolved_database_url.removeprefix("sqlite:///")}
    return Program(name, (str(PEERS_PYTHON), "-m", "benchmarks.peers.serve", module, "PORT"), environ)


@contextmanager
def run(program: Program, folder: Path) -> Iterator[Server]:
    """Start the server, with its output in a file in ``folder``, and stop it when the block ends."""
    port = _free_port()
    command = [part.replace("PORT", str(port)) for part in program.command]
    environ = {name: value.replace("PORT", str(port)) for name, value in program.environ.items()}
    log = folder / f"{program.name}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environ}, stdout=out, stderr=out)
        try:
            yield Server(program.name, port, process, log)
        finally:
            process.terminate()
            process.wait(TIMEOUT_SECONDS)


def _free_port() -> int:
    """A port below those that the system gives to connections, so that none of them takes it first."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise SystemExit("No port is free.")


def _cpu_seconds(pid: int) -> float:
    """In nanoseconds' resolution: psutil counts ticks of 10 ms, which is the time of several requests."""
    clock = ctypes.c_int()
    if LIBC.clock_getcpuclockid(pid, ctypes.byref(clock)) != 0:
        raise ProcessLookupError(pid)
    return time.clock_gettime(clock.value)
