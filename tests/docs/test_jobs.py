"""docs/jobs.md and docs/albums.md: the requests that find, and the request and the commands that cancel jobs, work."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from platemark.cli import build
from platemark.entrypoints.main import runtime
from platemark.jobs import service as jobs
from tests.populate import ok_json
from tests.serving import Live

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "jobs.md").read_text("utf-8")
SECTION = PAGE.split("## Cancelling many jobs")[1].split("\n## ")[0].replace("\\\n", " ")
LINES = re.findall(r"^\$ ((?:curl|platemark) .+)$", SECTION, re.MULTILINE)


def test_the_request_and_the_commands_that_cancel_many_jobs_work(live: Live) -> None:
    request, *commands = LINES
    with live.client(live.token("editor", "ada")) as ada, live.client(live.token("admin")) as admin:
        job = ok_json(ada.post("/jobs", json={"kind": "generate", "prompt": "a fox"}))
        _, _, _, _, _, _, body, url = shlex.split(request)
        assert ok_json(admin.post(url.partition("/api/v1")[2], json=json.loads(body)))["cancelled_count"] == 1
        for command in commands:
            on_live = replace(runtime(), open_studio=lambda: nullcontext(live.studio))
            result = CliRunner().invoke(build(on_live), shlex.split(command)[1:])
            assert (result.exit_code, result.output[:13]) == (0, "1 queued jobs"), command
        assert ok_json(ada.get(f"/jobs/{job['id']}"))["state"] == "cancelled"
    assert f"at most {jobs.MAX_CANCELLED} jobs" in SECTION


def test_the_request_that_previews_a_prompt_works(live: Live) -> None:
    section = PAGE.split("## Creating a job")[1].split("\n## ")[0].replace("\\\n", " ")
    (request,) = re.findall(r"^\$ (curl .+)$", section, re.MULTILINE)
    _, _, _, url, _, body = shlex.split(request)
    with live.client(live.token("editor")) as client:
        preview = ok_json(client.post(url.partition("/api/v1")[2], json=json.loads(body)))
    assert (preview["known"], preview["words_used"][:2]) == (True, ["fox", "snow"])


def test_the_requests_that_find_jobs_and_albums_work(live: Live) -> None:
    texts = [(DOCS / name).read_text("utf-8").replace("\\\n", " ") for name in ("jobs.md", "albums.md")]
    urls = [
        url for text in texts for url in re.findall(r'"http://127.0.0.1:8010/api/v1(/\w+\?\S+)"$', text, re.MULTILINE)
    ]
    with live.client(live.token("editor")) as client:
        ok_json(client.post("/albums", json={"name": "Proofs"}))
        found = {url.partition("?")[0]: len(ok_json(client.get(url))["items"]) for url in urls}
    assert found == {"/jobs": 0, "/albums": 1}
