"""docs/bug_reports.md: its report, commands and settings exist and work."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from platemark.cli import bug_reports
from platemark.settings import SETTING_NAMES
from tests.conftest import ClientFor
from tests.populate import ok_json

PAGE = (Path(__file__).parents[2] / "docs" / "bug_reports.md").read_text("utf-8")
COMMANDS = re.findall(r"^platemark bug-reports (.+)$", PAGE, re.MULTILINE)


def test_the_report_on_the_page_is_accepted_and_its_secret_is_redacted(as_role: ClientFor) -> None:
    (text,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    receipt = ok_json(as_role("viewer").post("/bug-reports", json=json.loads(text)))
    place = "network_events.request_headers"
    assert receipt["redactions"] == [{"kind": "authorization", "place": place, "count": 1}]


def test_every_command_is_on_the_page() -> None:
    documented = {line.split()[0] for line in COMMANDS}
    assert documented | {"import"} == set(bug_reports.bug_reports_group.commands) | {"import"}


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_on_the_page_is_valid(line: str) -> None:
    name, *arguments = shlex.split(line.replace(" ID", " 0192e4a0-7c00-7000-8000-000000000081"))
    command = bug_reports.bug_reports_group.commands[name]
    assert command.make_context(name, arguments, parent=click.Context(bug_reports.bug_reports_group)).params


def test_every_variable_on_the_page_is_a_setting() -> None:
    documented = set(re.findall(r"PLATEMARK_([A-Z_]+)", PAGE))
    assert {name.lower() for name in documented} <= set(SETTING_NAMES)
