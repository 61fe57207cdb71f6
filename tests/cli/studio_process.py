"""`platemark up` in a process of its own that the tests call, stop, kill and restart."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.serving import NO_CERTIFICATES, check_response

PLATEMARK = [sys.executable, "-m", "platemark.entrypoints.main"]
DEADLINE = 60.0


class StudioProcess:
    """A running `platemark up`; ``under`` is a command that runs it."""

    def __init__(self, folder: Path, *, under: Sequence[str] = (), **environment: str) -> None:
        self.environment = {**os.environ, "PLATEMARK_DATA_DIR": str(folder), "PLATEMARK_PORT": "0", **environment}
        self.log = (folder.parent / "up.log").open("a")
        self.process = subprocess.Popen(
            [*under, *PLATEMARK, "up"], env=self.environment, stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        self.output: list[str] = []
        self.url = self.read_line("Platemark is running at ").rpartition(" ")[2]
        wait_for(lambda: self._healthy())

    def read_line(self, start: str) -> str:
        """Read the output up to the next line that starts with ``start`` and return that line."""
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            self.output.append(line.strip())
            if line.startswith(start):
                return line.strip()
        raise AssertionError(f"the studio exited with code {self.process.wait()} and printed {self.output}")

    def _healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/api/v1/health", verify=NO_CERTIFICATES).json()["workers"]["ok"] is True
        except httpx.TransportError:
            return False

    def run_command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*PLATEMARK, *words], env=self.environment, capture_output=True, text=True, check=False)

    def connection(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", httpx.URL(self.url).port), timeout=20)

    def client(self) -> httpx.Client:
        token = self.run_command("token", "create", "--role", "admin").stdout.splitlines()[-1]
        hooks: dict[str, list[Any]] = {"response": [check_response]}
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Client(
            base_url=f"{self.url}/api/v1", headers=headers, event_hooks=hooks, timeout=30, verify=NO_CERTIFICATES
        )

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def stop(self, signal_number: int = signal.SIGTERM) -> int:
        self.process.send_signal(signal_number)
        code = self.process.wait(DEADLINE)
        self.log.close()
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


def wait_for(condition: Callable[[], bool], seconds: float = DEADLINE) -> None:
    """Wait until ``condition()`` is true; fail after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the condition was not met in time"
        time.sleep(0.05)
