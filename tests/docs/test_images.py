"""docs/images.md: the requests and commands about the trash work, in the order of the page."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import httpx
from click.testing import CliRunner

from platemark.cli import build, trash
from platemark.entrypoints.main import runtime
from tests.populate import ok_json, png
from tests.serving import Live

PAGE = (Path(__file__).parents[2] / "docs" / "images.md").read_text("utf-8")
TRASH = PAGE.split("## Trash")[1].split("\n## ")[0].replace("\\\n", " ")
LINES = re.findall(r"^\$ ((?:curl|platemark) .+)$", TRASH, re.MULTILINE)
BASE = "http://127.0.0.1:8010/api/v1"


def trashed_image(client: httpx.Client, number: int) -> str:
    image = ok_json(client.post("/images", files={"file": ("plate.png", png((number, 1, 1)), "image/png")}))
    client.delete(f"/images/{image['id']}").raise_for_status()
    return str(image["id"])


def send(client: httpx.Client, line: str) -> httpx.Response:
    """What a line with curl sends."""
    _, _, method, _, _, *body, url = shlex.split(line)
    assert url.startswith(BASE)
    return client.request(method, url.removeprefix(BASE), json=json.loads(body[1]) if body else None)


def test_the_requests_and_commands_about_the_trash_work(live: Live) -> None:
    commands = [line.split()[2] for line in LINES if line.startswith("platemark")]
    assert set(commands) == set(trash.trash_group.commands)
    with live.client(live.token("admin")) as client:
        for number, line in enumerate(LINES):
            image_id = trashed_image(client, number)
            filled = line.replace("$IMAGE_ID", image_id)
            if line.startswith("curl"):
                assert send(client, filled).is_success, line
                continue
            on_live = replace(runtime(), open_studio=lambda: nullcontext(live.studio))
            result = CliRunner().invoke(build(on_live), shlex.split(filled)[1:])
            assert result.exit_code == 0, f"{line}: {result.output}"
