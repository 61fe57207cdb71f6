"""docs/images.md: the requests and commands about many images and the trash work, in the order of the page."""

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
from tests.populate import MERGE_PATCH, ok_json, png
from tests.serving import Live

PAGE = (Path(__file__).parents[2] / "docs" / "images.md").read_text("utf-8")
TRASH = PAGE.split("## Trash")[1].split("\n## ")[0].replace("\\\n", " ")
LINES = re.findall(r"^\$ ((?:curl|platemark) .+)$", TRASH, re.MULTILINE)
MANY = PAGE.split("## Changing many")[1].split("\n## ")[0].replace("\\\n", " ")
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


def test_the_requests_that_change_many_images_work(live: Live) -> None:
    requests = re.findall(r"/api/v1(/\S+)\s+--json '(.+)'$", MANY, re.MULTILINE)
    with live.client(live.token("admin")) as client:
        image = ok_json(client.post("/images", files={"file": ("plate.png", png((1, 1, 1)), "image/png")}))
        ok_json(client.post(f"/images/{image['id']}/labels", json={"kind": "tag", "text": "Draft"}))
        answers = [
            ok_json(client.post(path, json=json.loads(body.replace("$IMAGE_ID", image["id"]))))
            for path, body in requests
        ]
        assert answers == [{"dry_run": dry_run, "changed_count": 1, "unchanged_count": 0} for dry_run in (True, False)]
        assert ok_json(client.get(f"/images/{image['id']}"))["visibility"] == "shared"


def test_the_requests_that_find_images_work(live: Live) -> None:
    finding = PAGE.split("## Finding")[1].split("\n## ")[0].replace("\\\n", " ")
    lines = re.findall(r"^\$ (curl .+)$", finding, re.MULTILINE)
    with live.client(live.token("editor")) as client:
        image = ok_json(client.post("/images", files={"file": ("plate.png", png((1, 1, 1)), "image/png")}))
        mark = {"rating": 4, "starred": True}
        ok_json(client.patch(f"/images/{image['id']}/mark", json=mark, headers=MERGE_PATCH))
        found = [ok_json(client.get(shlex.split(line)[-1].removeprefix(BASE)))["items"] for line in lines]
    assert [len(items) for items in found] == [1, 0, 0, 0], "of one month, an engine, a model: none"


def test_the_request_that_marks_an_image_works(live: Live) -> None:
    marking = PAGE.split("## Rating and starring")[1].split("\n## ")[0].replace("\\\n", " ")
    (line,) = re.findall(r"^\$ (curl .+)$", marking, re.MULTILINE)
    with live.client(live.token("viewer")) as client, live.client(live.token("editor")) as owner:
        data, files = {"visibility": "shared"}, {"file": ("plate.png", png((1, 1, 1)), "image/png")}
        image = ok_json(owner.post("/images", files=files, data=data))
        *_, url, _, body = shlex.split(line.replace("$IMAGE_ID", image["id"]))
        answer = client.patch(url.removeprefix(BASE), json=json.loads(body), headers=MERGE_PATCH)
        assert ok_json(answer) == {"rating": 4, "starred": True}
