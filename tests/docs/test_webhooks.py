"""docs/webhooks.md: its requests and commands work, in the order of the page; its tables name what there is."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import httpx
from click.testing import CliRunner

from platemark.cli import build, webhooks
from platemark.entrypoints.main import runtime
from platemark.http.webhook_messages import CONVERTERS
from platemark.webhooks.delivery import RETRY_SECONDS
from tests.populate import ok_json
from tests.serving import Live

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text("utf-8")
LINES = re.findall(r"^\$ ((?:curl|platemark) .+)$", PAGE.replace("\\\n", " "), re.MULTILINE)
BASE = "http://127.0.0.1:8010/api/v1"
WAITS = "5 seconds, 30 seconds, 2, 10 and 30 minutes, 1, 3, 6 and 12 hours, 1 day and 1 day"


def send(client: httpx.Client, line: str) -> httpx.Response:
    """What a line with curl sends."""
    words = shlex.split(line)
    url = next(word for word in words if word.startswith(BASE))
    body = json.loads(words[words.index("--json") + 1]) if "--json" in words else None
    return client.request("POST" if "-X" in words else "GET", url.removeprefix(BASE), json=body)


def test_the_requests_and_commands_work(live: Live) -> None:
    commands = [line.split()[2] for line in LINES if line.startswith("platemark")]
    assert set(commands) == set(webhooks.webhooks_group.commands)
    ids: dict[str, str] = {}
    with live.client(live.token("admin")) as client:
        for line in LINES:
            for name, value in ids.items():
                line = line.replace(f"${name}", value)
            if line.startswith("curl"):
                answer = ok_json(send(client, line))
                name = "WEBHOOK_ID" if "secret" in answer else "DELIVERY_ID"
                ids |= {name: answer["id"]} if "id" in answer else {}
                continue
            on_live = replace(runtime(), open_studio=lambda: nullcontext(live.studio))
            result = CliRunner().invoke(build(on_live), shlex.split(line)[1:])
            assert result.exit_code == 0, f"{line}: {result.output}"


def test_the_page_names_every_message_and_every_wait() -> None:
    assert set(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", PAGE, re.MULTILINE)) == set(CONVERTERS)
    assert WAITS in PAGE.replace("\n  ", " ")
    assert RETRY_SECONDS == (5, 30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400, 86_400)
