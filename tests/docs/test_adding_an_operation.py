"""docs/adding-an-operation.md: its steps, executed in order in a copy of the repository, work as described."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-an-operation.md"
EXCLUDED = (".venv", "node_modules", ".git", "build", "data", ".hypothesis")
NODE = [f"shared-types/{name}" for name in ("package.json", "package-lock.json", ".npmrc")]
PYTEST = ".venv/bin/pytest -q "
BLOCK = r"```\w*\n(?P<text>.*?)```"
STEPS = re.compile(
    rf"^Create `(?P<create>[^`]+)`:\n\n{BLOCK}"
    rf"|^Append to `(?P<append>[^`]+)`:\n\n{BLOCK.replace('text', 'appended')}"
    rf"|^In `(?P<file>[^`]+)`, after the line with `(?P<after>[^`]+)`, add:\n\n{BLOCK.replace('text', 'added')}"
    rf"|^Run `(?P<run>[^`]+)`\."
    rf"(?P<fails> It fails now, and says what is missing:\n\n{BLOCK.replace('text', 'output')})?",
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository that uses the installed tools; its own packages are imported first.

    What was compiled and type-checked here comes along, so that the tools look at what the page changes.
    """
    folder = tmp_path / "platemark"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*EXCLUDED))
    for file in ("pyproject.toml", "requirements/runtime.txt", "requirements/dev.txt", *NODE):
        os.utime(folder / file, (0, 0))  # older than what is installed, so that nothing is installed again
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "shared-types" / "node_modules").symlink_to(ROOT / "shared-types" / "node_modules")
    return folder


def run(command: str, folder: Path) -> tuple[int, str]:
    """The exit status and the output of a command that runs in ``folder``."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    result = subprocess.run(
        command.split(), cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    return result.returncode, result.stdout + result.stderr


@pytest.mark.timeout(900)
def test_the_page_leads_to_a_served_and_tested_operation(copy: Path) -> None:
    command_count = 0
    tests: list[str] = []
    for step in STEPS.finditer(PAGE.read_text("utf-8")):
        fields = step.groupdict()
        if fields["create"]:
            (copy / fields["create"]).write_text(fields["text"], "utf-8")
        elif fields["append"]:
            path = copy / fields["append"]
            path.write_text(path.read_text("utf-8") + fields["appended"], "utf-8")
        elif fields["file"]:
            insert_after(copy / fields["file"], fields["after"], fields["added"])
        elif fields["run"].startswith(PYTEST):
            tests.append(fields["run"].removeprefix(PYTEST))
        else:
            command_count += 1
            status, output = run(fields["run"], copy)
            assert (status == 0) is (fields["fails"] is None), f"{fields['run']}\n{output}"
            for line in (fields["output"] or "").splitlines():
                assert all(part in output for part in line.split(": ")), f"{fields['run']}: no {line!r} in\n{output}"
    assert (command_count, len(tests)) == (5, 2)
    status, output = run(PYTEST + " ".join(tests), copy)  # in one go: most of what they cost is to begin
    assert status == 0, output


def insert_after(path: Path, marker: str, text: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    index = next(number for number, line in enumerate(lines) if marker in line)
    path.write_text("".join([*lines[: index + 1], text, *lines[index + 1 :]]), "utf-8")
