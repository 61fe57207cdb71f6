"""A Chromium that a test controls: the DevTools protocol over two pipes."""

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

HEADLESS_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu")
OFFLINE_FLAGS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Without these, Chromium contacts its vendor's servers at every start."""

TIMEOUT_SECONDS = 30.0
CONTROL, SHIFT = 2, 8
EXEC_WITH_PIPES = (
    "import os, sys; [os.dup2(int(sys.argv[n]), n + 2) for n in (1, 2)]; os.execvp(sys.argv[3], sys.argv[3:])"
)
"""A program that becomes the browser, which reads commands from file descriptor 3 and writes responses to 4."""


class Page:
    """One page of the browser."""

    def __init__(self, messages: io.BufferedReader, commands: io.FileIO) -> None:
        self._session: str | None = None
        self._messages = messages
        self._commands = commands
        self._last_id = 0
        self._buffer = b""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.send("Page.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command and return its result; events of the browser are ignored."""
        self._last_id += 1
        message = {"id": self._last_id, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode("utf-8") + b"\0")
        while True:
            response = self._receive()
            if response.get("id") == self._last_id:
                assert "error" not in response, response
                return response["result"]

    def _receive(self) -> Any:
        while b"\0" not in self._buffer:
            chunk = self._messages.read1(65_536)
            assert chunk, "the browser exited"
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def navigate(self, url: str) -> None:
        """Open a URL."""
        self.send("Page.navigate", url=url)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is awaited."""
        evaluation = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in evaluation, evaluation
        return evaluation["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """Wait until the expression is truthy and return its value."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while not (value := self.evaluate(expression)):
            assert time.monotonic() < deadline, f"still not true: {expression}"
            time.sleep(0.02)
        return value

    def click(self, selector: str) -> None:
        """Wait for an element and click it."""
        self.wait_for(f"document.querySelector({selector!r}) !== null")
        self.evaluate(f"document.querySelector({selector!r}).click()")

    def type_into(self, selector: str, text: str) -> None:
        """Wait for an input and type into it."""
        self.wait_for(f"document.querySelector({selector!r}) !== null")
        self.evaluate(f"document.querySelector({selector!r}).focus()")
        self.send("Input.insertText", text=text)

    def press(self, letter: str, modifiers: int) -> None:
        """Press and release a key."""
        code, number = f"Key{letter.upper()}", ord(letter.upper())
        for kind in ("rawKeyDown", "keyUp"):
            self.send(
                "Input.dispatchKeyEvent",
                type=kind,
                modifiers=modifiers,
                key=letter.upper(),
                code=code,
                windowsVirtualKeyCode=number,
            )


@contextmanager
def open_page(command: Sequence[str]) -> Iterator[Page]:
    """A page of the browser that ``command`` starts; the browser ends with the block."""
    commands_read_end, commands_write_end = os.pipe()
    messages_read_end, messages_write_end = os.pipe()
    pipes = [str(commands_read_end), str(messages_write_end)]
    process = subprocess.Popen(
        [sys.executable, "-c", EXEC_WITH_PIPES, *pipes, *command, "--remote-debugging-pipe"],
        pass_fds=(commands_read_end, messages_write_end),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(commands_read_end)
    os.close(messages_write_end)
    with (
        os.fdopen(messages_read_end, "rb") as messages,
        os.fdopen(commands_write_end, "wb", buffering=0) as commands,
    ):
        try:
            yield Page(messages, commands)
        finally:
            process.kill()
            process.wait()
