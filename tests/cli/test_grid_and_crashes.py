"""A grid whose studio is killed again and again, and grids of its cells after that."""

from __future__ import annotations

import io
import json
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from PIL import Image

from tests.cli.studio_process import StudioProcess, wait_for

KILLS = 3
POLL_SECONDS = 0.3
"""Between questions, which take turns with the drawing."""
SMALL = {"theme": "winter", "seed": 7, "width": 64, "height": 64, "steps": 1}
SEEDS = {"kind": "seed", "values": [1, 2, 3, 4, 5, 6]}
CARDS = {"kind": "row", "values": [0, 1, 2, 3, 4, 5]}
SUITS = {"kind": "replacement", "search": "hearts", "values": ["hearts", "spades", "clubs"]}


def kill(studio: StudioProcess) -> None:
    """End the studio and all that it started at once, as a power cut does."""
    children = studio.children()
    studio.stop(signal.SIGKILL)
    for child in children:
        with suppress(psutil.NoSuchProcess):
            child.kill()
    psutil.wait_procs(children)


def start_grid(client: httpx.Client, *axes: dict[str, Any]) -> dict[str, Any]:
    (template,) = client.get("/set-templates", params={"slug": "card-deck"}).json()["items"]
    body = {**SMALL, "grid": {"axes": list(axes)}}
    response = client.post(f"/set-templates/{template['id']}/runs", json=body)
    assert response.status_code == 202, response.text
    run: dict[str, Any] = response.json()
    return run


def wait_until_drawn(client: httpx.Client, run: dict[str, Any], count: int) -> None:
    """Wait for so many pictures of the newest run, which is ``run``."""

    def is_drawn() -> bool:
        time.sleep(POLL_SECONDS)
        (newest,) = client.get("/set-runs", params={"limit": 1}).json()["items"]
        assert newest["id"] == run["id"]
        return bool(newest["counts"]["succeeded"] >= count)

    wait_for(is_drawn)


@pytest.mark.timeout(400)
def test_no_cell_is_lost_or_drawn_twice_and_a_new_value_draws_the_new_cells(tmp_path: Path) -> None:
    folder, settings = tmp_path / "studio", {"PLATEMARK_LEASE_SECONDS": "1"}
    studio = StudioProcess(folder, **settings)
    try:
        with studio.client() as client:
            run = start_grid(client, SEEDS, CARDS, SUITS)
            for kills in range(1, KILLS + 1):
                wait_until_drawn(client, run, kills * 30)
                kill(studio)
                studio = StudioProcess(folder, **settings)
                client.base_url = httpx.URL(f"{studio.url}/api/v1")
            wait_until_drawn(client, run, 108)
            assert_all_drawn_once(client, run)
            assert_new_value_draws_new_cells(client, run)
            assert_sheet(client, run)
        assert_sheet_of_command(studio, tmp_path / "sheet.png")
    finally:
        studio.stop()


def assert_sheet_of_command(studio: StudioProcess, sheet: Path) -> None:
    command = ("grid", "card-deck", "--theme", "winter", "--seed", "7", "--width", "64", "--height", "64")
    axes = ("--axis", "seed=1,2", "--axis", "row=1,52", "--steps", "1")
    done = studio.run_command(*command, *axes, "--wait", "--sheet", str(sheet), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"]["succeeded"] == json.loads(done.stdout)["image_count"] == 4
    with Image.open(sheet) as image:
        assert image.format == "PNG"


def cells_of(client: httpx.Client, run: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(f"/set-runs/{run['id']}").json()["rows"]
    return rows


def assert_all_drawn_once(client: httpx.Client, run: dict[str, Any]) -> None:
    rows = cells_of(client, run)
    assert {row["state"] for row in rows} == {"succeeded"}
    assert len({row["cell"]["digest"] for row in rows}) == len({row["image_id"] for row in rows}) == 108
    album = client.get(f"/albums/{run['album_id']}").json()
    assert album["image_count"] == 108
    assert client.get("/jobs", params={"set_run_id": run["id"]}).json()["counts"]["succeeded"] == 108


def assert_new_value_draws_new_cells(client: httpx.Client, run: dict[str, Any]) -> None:
    more = start_grid(client, SEEDS, CARDS, {**SUITS, "values": ["diamonds", *SUITS["values"]]})
    assert (more["row_count"], more["counts"]["succeeded"]) == (144, 108)
    wait_until_drawn(client, more, 144)
    old = {row["cell"]["digest"]: row["image_id"] for row in cells_of(client, run)}
    new = {row["cell"]["digest"]: row["image_id"] for row in cells_of(client, more)}
    assert len(new) == 144
    assert new.items() >= old.items()
    assert client.get("/jobs", params={"set_run_id": more["id"]}).json()["counts"]["succeeded"] == 36


def assert_sheet(client: httpx.Client, run: dict[str, Any]) -> None:
    response = client.get(f"/set-runs/{run['id']}/contact-sheet", params={"cell_size": 64})
    assert response.headers["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(response.content)) as image:
        image.load()
        assert image.width > 6 * 64
        assert image.height > 3 * 6 * 64
