"""A process loads no more than it needs: help nothing of the studio, a command no server, a server no engine's work."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx
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
SERVER = """
import json, signal, sys
signal.signal(signal.SIGUSR1, lambda *_: print(json.dumps(sorted(sys.modules)), flush=True))
from platemark.entrypoints.main import main
main()
"""
COMMAND = """
import json, sys
from platemark.entrypoints.main import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)))
"""
ENGINE_PROCESS = """
import json, sys
import platemark.worker.engine_process
from platemark.engines.registry import Engines
assert "press" in Engines.discover().by_name
print(json.dumps(sorted(sys.modules)))
"""
STANDARD = sys.stdlib_module_names
NOT_THE_STUDIO = ("cli", "choices", "entrypoints.main", "errors", "garbage", "paging", "printable", "settings")
"""What the command line may load of the core before it runs a command: these modules and those in them."""


SERVES = {"connexion", "flask", "starlette", "uvicorn", "handlers", "platemark.http", "generated.models"}
ENGINE_WORK = {"numpy", "platemark_press.print_job", "platemark_press.captioning", "platemark_press.style_plates.plate"}
MIGRATES = {"alembic", "mako"}
DISTRIBUTES = {"celery", "kombu", "redis"}
RARE = {"platemark.redaction.redactor", "platemark.imports.execution.runner", "platemark.imports.kinds"}


def run_python(script: str) -> Any:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
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
        assert packages <= {"click", "platemark"}, command


def test_help_loads_nothing_of_the_studio(loaded_by_help: dict[str, list[str]]) -> None:
    allowed = {f"platemark.{name}" for name in NOT_THE_STUDIO} | {"platemark.entrypoints"}
    for command, modules in loaded_by_help.items():
        ours = {module for module in modules if module.startswith("platemark.")}
        others = {it for it in ours - allowed if not it.startswith("platemark.cli.")}
        assert not others, command
        assert not {it for it in ours if it.startswith("platemark.cli.actions")}, command


@pytest.fixture(scope="module")
def folder(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a studio whose database is up to date."""
    folder = tmp_path_factory.mktemp("studio")
    shutil.copy(sqlite_template, folder / "platemark.db")
    return folder


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PLATEMARK_DATA_DIR": str(folder), "PLATEMARK_WORKERS": "0", "PLATEMARK_PORT": "0"}


def loaded_of(modules: Iterable[str], denied: set[str]) -> set[str]:
    """Those of ``denied`` that are loaded, as a whole or in part."""
    return {name for name in denied if any(it == name or it.startswith(f"{name}.") for it in modules)}


def test_a_server_loads_nothing_that_it_needs_only_later(folder: Path) -> None:
    command = [sys.executable, "-c", SERVER, "up"]
    with subprocess.Popen(command, env=environment(folder), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            url = server.stdout.readline().rpartition(" ")[2].strip()
            assert httpx.get(f"{url}/api/v1/health").status_code == 200
            server.send_signal(signal.SIGUSR1)
            modules = next(json.loads(line) for line in server.stdout if line.startswith("["))
        finally:
            server.terminate()
    assert loaded_of(modules, SERVES) == SERVES
    assert loaded_of(modules, ENGINE_WORK | MIGRATES | DISTRIBUTES | RARE | {"platemark.cli.actions"}) == set()


@pytest.mark.parametrize(
    "command",
    [["openapi"], ["user", "list"], ["import", "list"], ["bug-reports", "list"], ["models", "scan", "--dry-run", "."]],
    ids=" ".join,
)
def test_a_command_loads_no_server_no_migration_and_no_engine(folder: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *command], env=environment(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout.splitlines()[-1])
    denied = SERVES | ENGINE_WORK | MIGRATES | DISTRIBUTES | {"platemark.worker", "platemark_press"}
    assert loaded_of(modules, denied) == set()


def test_an_engine_process_loads_no_database_and_no_arithmetic_before_its_first_task() -> None:
    modules = run_python(ENGINE_PROCESS)
    assert loaded_of(modules, {"platemark_press.engine"}) == {"platemark_press.engine"}
    assert loaded_of(modules, {"sqlalchemy", "PIL", *SERVES, *ENGINE_WORK, *MIGRATES}) == set()
