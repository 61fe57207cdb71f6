"""A command loads no more than it needs: help loads the command line and nothing of the studio."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

HELP = """
import json, os, sys
before = set(sys.modules)
import click
from platemark.cli import build
from platemark.entrypoints.main import runtime

def names(command, path=()):
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from names(inner, (*path, name))

command, loaded = build(runtime()), {}
for path in names(command):
    known = set(sys.modules)
    with open(os.devnull, "w") as nowhere:
        out, sys.stdout = sys.stdout, nowhere
        command.main([*path, "--help"], prog_name="platemark", standalone_mode=False)
        sys.stdout = out
    loaded[" ".join(path)] = sorted(set(sys.modules) - (known if path else before))
print(json.dumps(loaded))
"""
STANDARD = sys.stdlib_module_names
NOT_THE_STUDIO = ("cli", "choices", "entrypoints.main", "errors", "garbage", "paging", "printable", "settings")
"""What the command line may load of the core before it runs a command: these modules and those in them."""


def run_python(script: str, *arguments: str, environment: dict[str, str] | None = None) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def loaded_by_help() -> dict[str, list[str]]:
    """What `platemark … --help` loads: for `platemark` itself everything, for each command what is new."""
    loaded: dict[str, list[str]] = run_python(HELP)
    return loaded


def test_help_loads_no_package_but_click(loaded_by_help: dict[str, list[str]]) -> None:
    assert {"", "user create", "db upgrade", "import sets", "run-set", "up"} <= loaded_by_help.keys()
    for command, modules in loaded_by_help.items():
        packages = {module.partition(".")[0] for module in modules} - STANDARD
        assert packages <= {"click", "generated", "platemark"}, command


def test_help_loads_nothing_of_the_studio(loaded_by_help: dict[str, list[str]]) -> None:
    allowed = {f"platemark.{name}" for name in NOT_THE_STUDIO} | {"platemark.entrypoints"}
    for command, modules in loaded_by_help.items():
        ours = {module for module in modules if module.startswith("platemark.")}
        others = {it for it in ours - allowed if not it.startswith("platemark.cli.")}
        assert not others, command
        assert not {it for it in ours if it.startswith("platemark.cli.actions")}, command
