"""``platemark adapters …``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import AdapterView, NewAdapter
from platemark.studio import Studio
from tests.cli.conftest import Run
from tests.populate import png


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


def test_a_preview_is_set_and_removed(run: Run, frost: AdapterView, tmp_path: Path, studio: Studio) -> None:
    picture = tmp_path / "frost.png"
    picture.write_bytes(png((9, 9, 9)))
    changed = json.loads(run("adapters", "set-preview", "Frost", str(picture), "--json").stdout)
    assert (changed["id"], changed["version"]) == (str(frost.id), 2)
    with studio.work(write=False) as work:
        kept = adapters.get_adapter_preview(work, studio, frost.id, by=SYSTEM)
    assert kept.path.read_bytes()[8:12] == b"WEBP"
    assert run("adapters", "list").stdout.splitlines()[1].split("\t")[5] == "yes"
    assert run("adapters", "remove-preview", str(frost.id)).stdout == f"Adapter {frost.id} has no preview any more.\n"
    again = run("adapters", "remove-preview", "Frost")
    assert (again.exit_code, again.stderr) == (1, f"There is no adapter preview {frost.id}.\n")
    picture.write_bytes(b"GIF89a")
    refused = run("adapters", "set-preview", "Frost", str(picture))
    assert (refused.exit_code, refused.stderr[:26]) == (1, "The file is not a PNG, JPE")
