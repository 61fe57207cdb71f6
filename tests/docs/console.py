"""The lines with curl and platemark that a page of docs/ shows, and what they do in a studio of the tests."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import httpx
from click.testing import CliRunner

from platemark.cli import build
from platemark.entrypoints.main import runtime
from tests.serving import Live

DOCS = Path(__file__).parents[2] / "docs"
BASE = "http://127.0.0.1:8010/api/v1"


def section(page: str, heading: str = "") -> str:
    """The text of a page, or of its section, with continued lines joined."""
    text = (DOCS / page).read_text("utf-8").replace("\\\n", " ")
    return text.split(f"## {heading}\n")[1].split("\n## ")[0] if heading else text


def lines_of(text: str) -> list[str]:
    """What follows a prompt, in order; AssertionError if nothing does."""
    lines = re.findall(r"^\$ ((?:curl|platemark) .+)$", text, re.MULTILINE)
    assert lines, text
    return lines


@dataclass(frozen=True)
class Console:
    """Runs lines as an admin, in a folder with the files that they name; ``names`` replaces ``$NAME``."""

    live: Live
    client: httpx.Client
    folder: Path
    names: dict[str, str] = field(default_factory=dict)

    def run(self, line: str) -> str:
        """What the line prints; AssertionError if it fails."""
        for name, value in self.names.items():
            line = line.replace(f"${name}", value)
        program, *words = shlex.split(line, comments=True)
        return self._send(words) if program == "curl" else self._call(words)

    def _call(self, words: list[str]) -> str:
        given = (self.folder / words.pop()).read_text("utf-8") if "<" in words else None
        words = [self._place(word) for word in words if word != "<"]
        on_live = replace(runtime(), open_studio=lambda: nullcontext(self.live.studio))
        result = CliRunner().invoke(build(on_live), words, input=given)
        assert result.exit_code == 0, f"{words}: {result.output}"
        return result.output

    def _place(self, word: str) -> str:
        """A file of the page, in the folder; any other word as it is."""
        return str(self.folder / word) if re.fullmatch(r"[a-z][\w-]*\.[a-z]+", word) else word

    def _send(self, words: list[str]) -> str:
        """Send what curl would; of its options, those that the pages use."""
        method, headers, data, body = "", {}, {}, None
        url = next(word for word in words if word.startswith(BASE))
        with ExitStack() as stack:
            files = {}
            for option, value in pairwise(words):
                match option:
                    case "-X":
                        method = value
                    case "-H" if not value.startswith("Authorization"):
                        name, _, text = value.partition(": ")
                        headers[name] = text
                    case "-d" | "--data" | "--json":
                        body = json.loads(value)
                    case "-F":
                        name, _, text = value.partition("=")
                        if text.startswith("@"):
                            file = stack.enter_context((self.folder / text[1:]).open("rb"))
                            kind = "image/png" if text.endswith("png") else "application/octet-stream"
                            files[name] = (text[1:], file, kind)
                        else:
                            data[name] = text
            sends = bool(files) or body is not None
            response = self.client.request(
                method or ("POST" if sends else "GET"),
                url.removeprefix(BASE),
                headers=headers,
                json=body,
                data=data or None,
                files=files or None,
            )
        assert response.is_success, f"{url}: {response.text}"
        return "" if "-o" in words or "-OJ" in words else response.text
