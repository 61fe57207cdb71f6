"""docs/set_templates.md: its request and its command for a grid work."""

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
from platemark.set_templates import samples
from tests.serving import Live

PAGE = (Path(__file__).parents[2] / "docs" / "set_templates.md").read_text("utf-8")
GRIDS = PAGE.split("## Grids")[1].split("\n## ")[0]


def test_the_grid_of_the_page_is_drawn_over_the_api_and_by_the_command(live: Live) -> None:
    body = re.search(r"-d '(.+?)'\n", GRIDS, re.DOTALL)
    command = re.search(r"^platemark (grid .+?) --wait", GRIDS, re.MULTILINE)
    assert body is not None
    assert command is not None
    with live.studio.work(write=True) as work:
        samples.install_samples(work)
        work.commit()
    with live.client(live.token("admin")) as client:
        (zodiac,) = client.get("/set-templates", params={"slug": "zodiac"}).json()["items"]
        run = client.post(f"/set-templates/{zodiac['id']}/runs", json=json.loads(body[1]))
        assert (run.status_code, run.json()["row_count"]) == (202, 6)
    on_live = replace(runtime(), open_studio=lambda: nullcontext(live.studio))
    result = CliRunner().invoke(build(on_live), [*shlex.split(command[1]), "--json"])
    assert (result.exit_code, json.loads(result.stdout)["row_count"]) == (0, 6), result.output
