"""The way of a document of others: generated, type-checked, served and asked."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen.__main__ import main as codegen

ROOT = Path(__file__).resolve().parents[2]
MYPY = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--no-error-summary"]


@dataclass(frozen=True)
class Journey:
    """How far a document came: what codegen printed, what mypy found, what was answered to each request."""

    findings: list[str]
    notes: list[str] = field(default_factory=list)
    type_errors: list[str] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def surprises(self) -> list[dict[str, Any]]:
        """The answers to good requests that are no success, and to bad ones that are no refusal."""
        return [each for each in self.answers if each["status"] not in each["expected"]]

    @property
    def is_served(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.findings or self.type_errors or self.surprises) and bool(self.answers)

    def __str__(self) -> str:
        if self.findings:
            return "\n    ".join([f"{len(self.findings)} lines of findings", *self.findings])
        wrong = [*self.type_errors, *map(json.dumps, self.surprises)]
        said = f"{len(self.answers)} requests, {len(self.surprises)} with another answer than expected"
        return "\n    ".join([f"{len(self.notes)} notes, {len(self.type_errors)} type errors; {said}", *wrong])


def travel(source: Path, target: Path, *, python_only: bool = False) -> Journey:
    """Take the document `source` all the way, or all but TypeScript; the code is in `target` then."""
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed):
        status = codegen(["--spec", str(source), "--output", str(target), *["--python-only"] * python_only], ROOT)
    lines = printed.getvalue().splitlines()
    notes = [line for line in lines if line.startswith("note: ")]
    findings = [line for line in lines if not line.startswith("note: ")]
    if status:
        return Journey(findings, notes)
    return Journey([], notes, type_errors(target), asked(target))


def type_errors(target: Path) -> list[str]:
    """What mypy, strict, finds in the generated package."""
    environment = {**os.environ, "MYPYPATH": str(target)}
    cache = ["--cache-dir", str(target / "mypy")]
    command = [*MYPY, *cache, "--config-file", os.devnull, "-p", "generated"]
    done = subprocess.run(command, cwd=target, env=environment, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines() if done.returncode else []


def asked(target: Path) -> list[dict[str, Any]]:
    """What a server of the generated code answers, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": f"{target}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.strangers.serve", str(target)]
    done = subprocess.run(command, cwd=target, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return [{"operation": "none", "status": 0, "expected": [200], "text": done.stderr[-2000:]}]
    answers: list[dict[str, Any]] = json.loads((target / "answers.json").read_text("utf-8"))
    return answers
