"""A browser that is told what to do: Chromium's own protocol, over the two pipes that it offers."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

PATIENCE = 30.0
CONTROL, SHIFT = 2, 8
BECOME = "import os, sys; [os.dup2(int(sys.argv[it]), it + 2) for it in (1, 2)]; os.execvp(sys.argv[3], sys.argv[3:])"
"""A program that becomes the browser, which reads from 3 and writes to 4."""


class Page:
    """One page of the browser."""

    def __init__(self, answers: io.BufferedReader, commands: io.FileIO) -> None:
        self._session: str | None = None
        self._answers = answers
        self._commands = commands
        self._number = 0
        self._left = b""
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.tell("Page.enable")

    def tell(self, method: str, **parameters: Any) -> Any:
        """Have something done; what the browser answers. What it says besides is passed over."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode("utf-8") + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> Any:
        while b"\0" not in self._left:
            piece = self._answers.read1(65_536)
            assert piece, "the browser has ended"
            self._left += piece
        message, _, self._left = self._left.partition(b"\0")
        return json.loads(message)

    def go(self, url: str) -> None:
        """Open an address."""
        self.tell("Page.navigate", url=url)

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression, a promise's once it is kept."""
        found = self.tell("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, expression: str) -> Any:
        """Wait until the expression is true."""
        deadline = time.monotonic() + PATIENCE
        while not (value := self.ask(expression)):
            assert time.monotonic() < deadline, f"waited in vain: {expression}"
            time.sleep(0.02)
        return value

    def press(self, letter: str, modifiers: int) -> None:
        """Press a key, and let it go."""
        code, number = f"Key{letter.upper()}", ord(letter.upper())
        for kind in ("rawKeyDown", "keyUp"):
            self.tell(
                "Input.dispatchKeyEvent",
                type=kind,
                modifiers=modifiers,
                key=letter.upper(),
                code=code,
                windowsVirtualKeyCode=number,
            )


@contextmanager
def browsing(command: Sequence[str]) -> Iterator[Page]:
    """A page of the browser that ``command`` starts; it ends with the block."""
    reading_commands, writing = os.pipe()
    reading, writing_answers = os.pipe()
    pipes = [str(reading_commands), str(writing_answers)]
    process = subprocess.Popen(
        [sys.executable, "-c", BECOME, *pipes, *command, "--remote-debugging-pipe"],
        pass_fds=(reading_commands, writing_answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(reading_commands)
    os.close(writing_answers)
    with os.fdopen(reading, "rb") as answers, os.fdopen(writing, "wb", buffering=0) as commands:
        try:
            yield Page(answers, commands)
        finally:
            process.kill()
            process.wait()
