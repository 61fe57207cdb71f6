"""The requests and commands of docs/ that no other test here runs work, in the order of their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from platemark.clock import utc_now
from platemark.db.rows import insert_row
from platemark.db.tables import JobPreviewRow, JobRow
from tests.docs.console import Console, lines_of, section
from tests.http.test_training import create_album
from tests.populate import ok_json, png
from tests.serving import Live
from tests.unit.weights.weights_files import lora


@pytest.fixture
def console(live: Live, tmp_path: Path) -> Iterator[Console]:
    (tmp_path / "fox.png").write_bytes(png((9, 1, 1)))
    (tmp_path / "fox.jpg").write_bytes(png((9, 2, 1)))  # which the content says
    (tmp_path / "fox.safetensors").write_bytes(lora())
    (tmp_path / "password.txt").write_text("a fox in the snow")
    with live.client(live.token("admin")) as client:
        yield Console(live, client, tmp_path)


def let_run(live: Live, job_id: str) -> None:
    """Put a job into the hands of a worker that does nothing."""
    changes = {"state": "running", "lease_until": utc_now() + timedelta(hours=1), "started_at": utc_now()}
    with live.studio.work(write=True) as work:
        work.session.execute(update(JobRow).where(JobRow.id == UUID(job_id)).values(**changes))
        work.commit()


def users_by_name(client: httpx.Client) -> dict[str, Any]:
    return {user["name"]: user for user in ok_json(client.get("/users"))["items"]}


def test_accounts(console: Console) -> None:
    for line in lines_of(section("accounts.md", "Users")):
        console.run(line)
    assert users_by_name(console.client)["ada"]["disabled_at"] is not None
    console.run("platemark user update ada --enable")
    first, *inviting = lines_of(section("accounts.md", "Inviting somebody"))
    console.run(first)
    console.names["USER_ID"] = users_by_name(console.client)["grace"]["id"]
    for line in inviting:
        console.run(line)
    sign_in(console, "ada")
    for line in lines_of(section("accounts.md", "One's own password and sessions")):
        if "$SESSION_ID" in line:
            console.names["SESSION_ID"] = sign_in(console, "ada")
        console.run(line)
    for line in lines_of(section("accounts.md", "API tokens")):
        if line.startswith("platemark token delete"):
            (token,) = json.loads(console.run("platemark token list --json"))[-1:]
            console.names["TOKEN_ID"] = token["id"]
        console.run(line)


def sign_in(console: Console, name: str) -> str:
    """Sign in with the password of the page; the id of the session."""
    body = {"method": "password", "name": name, "password": "a fox in the snow"}
    with console.live.client(None) as browser:
        ok_json(browser.post("/auth/session", json=body))
        (session,) = ok_json(browser.get("/auth/sessions"))["items"]
    return str(session["id"])


def test_training_runs_and_adapters(console: Console) -> None:
    run = ok_json(
        console.client.post("/training-runs", json={"name": "x", "album_ids": [create_album(console.client)]})
    )
    let_run(console.live, run["job_id"])
    console.names["RUN_ID"] = run["id"]
    lines = lines_of(section("training.md"))
    create = next(line for line in lines if "-F file=@fox.safetensors" in line)
    console.names["ADAPTER_ID"] = json.loads(console.run(create))["id"]
    for line in lines:
        if line != create:
            console.run(line)
    shown = ok_json(console.client.get(f"/training-runs/{run['id']}"))
    assert (shown["sample_requested"], shown["save_requested"]) == (True, True)
    adapter = ok_json(console.client.get(f"/adapters/{console.names['ADAPTER_ID']}"))
    assert (adapter["visibility"], adapter["default_weight"]) == ("shared", 0.8)
    assert adapter["preview_url"] is not None


def test_running_jobs_and_lists_of_jobs(console: Console) -> None:
    console.run("platemark user create ada --role editor")
    job = ok_json(console.client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}))
    let_run(console.live, job["id"])
    with console.live.studio.work(write=True) as work:
        preview = {"job_id": UUID(job["id"]), "token": 0, "picture": b"RIFF", "version": 1}
        insert_row(work, JobPreviewRow, preview)
        work.commit()
    console.names["JOB_ID"] = job["id"]
    for heading in ("Looking at a running job", "Finding jobs"):
        for line in lines_of(section("jobs.md", heading)):
            console.run(line)
    assert (console.folder / "fox.webp").read_bytes() == b"RIFF"


def test_pictures(console: Console) -> None:
    for heading in ("Uploading", "Files", "Changing many"):
        for line in lines_of(section("images.md", heading)):
            printed = console.run(line)
            if heading == "Uploading":
                console.names["IMAGE_ID"] = json.loads(printed)["id"]
    assert ok_json(console.client.get(f"/images/{console.names['IMAGE_ID']}"))["visibility"] == "shared"


def test_exported_albums(console: Console) -> None:
    album = ok_json(console.client.post("/albums", json={"name": "Beasts"}))
    console.names["ALBUM_ID"] = album["id"]
    for line in lines_of(section("albums.md", "Taking an album along")):
        console.run(line)
    assert (console.folder / "for-others.zip").stat().st_size > 0


def test_restored_set_templates(console: Console) -> None:
    template = ok_json(console.client.post("/set-templates", json={"name": "Cards", "rows": []}))
    console.client.delete(f"/set-templates/{template['id']}").raise_for_status()
    console.names["SET_TEMPLATE_ID"] = template["id"]
    for line in lines_of(section("set_templates.md")):
        if not re.search(r"/runs|grid ", line):  # test_set_templates.py
            console.run(line)
    assert ok_json(console.client.get(f"/set-templates/{template['id']}"))["archived_at"] is None
