"""``platemark settings …``."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_defaults_are_shown_set_and_cleared(run: Run) -> None:
    shown = json.loads(run("settings", "show", "--json").stdout)
    assert shown == {"engine": None, "model": None, "adapters": None, "updated_at": None}
    changed = run("settings", "set", "--engine", "press", "--json")
    assert (changed.exit_code, json.loads(changed.stdout)["engine"]) == (0, "press")
    lines = run("settings", "show").stdout.splitlines()
    assert lines == ["Engine: press", "Model: that of the engine (none set)", "Adapters: none"]
    cleared = run("settings", "set", "--clear", "engine", "--json")
    assert json.loads(cleared.stdout)["engine"] is None
    refused = run("settings", "set", "--engine", "cloud")
    assert (refused.exit_code, refused.stderr.startswith("There is no engine cloud")) == (1, True)
    for words in ((), ("--engine", "press", "--clear", "engine")):
        assert run("settings", "set", *words).exit_code == 2
