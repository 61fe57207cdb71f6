"""``platemark set-templates …``."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.ids import new_id
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate
from platemark.studio import Studio
from tests.cli.conftest import Run


@pytest.fixture
def archived(studio: Studio) -> UUID:
    with studio.work(write=True) as work:
        new = NewSetTemplate(name="Old cards", prompt_template="a card")
        template = set_templates.create_set_template(work, new, Table((), ()), by=SYSTEM)
        set_templates.archive_set_template(work, template.id, by=SYSTEM)
        work.commit()
    return template.id


def listed(run: Run, *options: str) -> list[str]:
    return [it["name"] for it in json.loads(run("set-templates", "list", *options, "--json").stdout)]


def test_archived_set_templates_are_listed_and_restored(run: Run, archived: UUID) -> None:
    assert listed(run, "--archived") == ["Old cards"]
    assert "Old cards" not in listed(run)
    done = run("set-templates", "restore", str(archived))
    assert (done.exit_code, done.stdout) == (0, f"Set template {archived} restored.\n")
    assert (listed(run, "--archived"), "Old cards" in listed(run)) == ([], True)
    lines = [line.split("\t") for line in run("set-templates", "list").stdout.splitlines()]
    assert lines[0] == ["name", "slug", "visibility", "version", "rows", "id"]
    assert ["Old cards", "", "shared", "1", "0", str(archived)] in lines


def test_all_are_restored_or_none(run: Run, archived: UUID) -> None:
    missing = new_id()
    refused = run("set-templates", "restore", str(archived), str(missing))
    assert (refused.exit_code, refused.stderr) == (1, f"There is no set template {missing}.\n")
    assert listed(run, "--archived") == ["Old cards"]
