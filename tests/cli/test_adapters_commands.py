"""``platemark adapters …``."""

from __future__ import annotations

import json

import pytest

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import AdapterView, NewAdapter
from platemark.studio import Studio
from tests.cli.conftest import Run


@pytest.fixture
def frost(studio: Studio) -> AdapterView:
    digest = studio.blobs.put(b"weights")
    new = NewAdapter(name="Frost", format="lora", digest=digest, size_bytes=7, source="registered")
    with studio.work(write=True) as work:
        adapter, _ = adapters.register_adapter(work, studio, new, by=SYSTEM)
        work.commit()
    return adapter


def test_adapters_are_listed_and_changed(run: Run, frost: AdapterView) -> None:
    (listed,) = json.loads(run("adapters", "list", "--json").stdout)
    assert (listed["id"], listed["name"], listed["visibility"]) == (str(frost.id), "Frost", "shared")
    arguments = ("--visibility", "private", "--weight", "0.5", "--trigger-word", "ice", "--name", "Ice")
    changed = json.loads(run("adapters", "update", "Frost", *arguments, "--json").stdout)
    facts = ("name", "visibility", "default_weight", "trigger_words", "version")
    assert [changed[name] for name in facts] == ["Ice", "private", 0.5, ["ice"], 2]
    rows = [line.split("\t") for line in run("adapters", "list", "--visibility", "private").stdout.splitlines()]
    assert rows == [
        ["name", "format", "base", "weight", "visibility", "preview", "id"],
        ["Ice", "lora", "", "0.5", "private", "", str(frost.id)],
    ]
    assert json.loads(run("adapters", "list", "--format", "style_plate", "--json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "exit_code", "says"),
    [
        (("Frost",), 2, "Say what to change."),
        (("Ice", "--weight", "1"), 1, "There is no adapter Ice."),
        (("Frost", "--trigger-word", ""), 2, "must not be empty"),
        (("Frost", "--trigger-word", "a\nb"), 2, "must be one line"),
        (("Frost", "--visibility", "secret"), 2, "secret"),
    ],
)
def test_what_is_not_changed(
    run: Run, frost: AdapterView, arguments: tuple[str, ...], exit_code: int, says: str
) -> None:
    result = run("adapters", "update", *arguments)
    assert (result.exit_code, frost.version) == (exit_code, 1)
    assert says in result.stderr
