"""docs/adding-an-operation.md, followed to the letter in a copy of the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-an-operation.md"
LEFT_OUT = (".venv", "node_modules", ".git", "build", "data", ".mypy_cache", ".hypothesis", "__pycache__")
NODE = [f"shared-types/{name}" for name in ("package.json", "package-lock.json", ".npmrc")]
BLOCK = r"```\w*\n(?P<text>.*?)```"
STEPS = re.compile(
    rf"^Create `(?P<create>[^`]+)`:\n\n{BLOCK}"
    rf"|^Append to `(?P<append>[^`]+)`:\n\n{BLOCK.replace('text', 'appended')}"
    rf"|^In `(?P<file>[^`]+)`, after the line with `(?P<after>[^`]+)`, add:\n\n{BLOCK.replace('text', 'added')}"
    rf"|^Run `(?P<run>[^`]+)`\.(?P<fails> It fails now, and says what is missing:\n\n{BLOCK.replace('text', 'said')})?",
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository that uses the installed tools, and imports itself first."""
    folder = tmp_path / "platemark"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for pins in ("pyproject.toml", "requirements/runtime.txt", "requirements/dev.txt", *NODE):
        os.utime(folder / pins, (0, 0))  # what is installed was made from these: nothing to set up anew
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "shared-types" / "node_modules").symlink_to(ROOT / "shared-types" / "node_modules")
    return folder


def run(command: str, folder: Path) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command.split(), cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.timeout(600)
def test_the_page_leads_to_a_served_and_tested_operation(copy: Path) -> None:
    ran = 0
    for step in STEPS.finditer(PAGE.read_text("utf-8")):
        found = step.groupdict()
        if found["create"]:
            (copy / found["create"]).write_text(found["text"], "utf-8")
        elif found["append"]:
            path = copy / found["append"]
            path.write_text(path.read_text("utf-8") + found["appended"], "utf-8")
        elif found["file"]:
            insert_after(copy / found["file"], found["after"], found["added"])
        else:
            ran += 1
            status, said = run(found["run"], copy)
            assert (status == 0) is (found["fails"] is None), f"{found['run']}\n{said}"
            for line in (found["said"] or "").splitlines():
                assert all(word in said for word in line.split(": ")), f"{found['run']} does not say {line!r}:\n{said}"
    assert ran == 4


def insert_after(path: Path, marker: str, text: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    index = next(number for number, line in enumerate(lines) if marker in line)
    path.write_text("".join([*lines[: index + 1], text, *lines[index + 1 :]]), "utf-8")
