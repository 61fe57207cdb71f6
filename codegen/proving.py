"""Proves generated code: what lint lets through must be importable, decodable and servable.

Each proof runs in a process of its own, because the code to be proven is another package `generated` than the one that
this process may have loaded. What it cannot build is a finding at its place in the spec.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from codegen.bundle import Bundle
from codegen.findings import Finding

SERVER = [sys.executable, "-m", "platemark.http.verify"]
SCRIPT = "scripts/verify.mjs"
LAST_WORDS = 500


def prove_python(target: Path, bundled: Bundle) -> list[Finding]:
    """Return a finding for each part of `target`/generated that the server could not load."""
    environment = {**os.environ, "PYTHONPATH": str(target), "PYTHONDONTWRITEBYTECODE": "1"}
    return _findings(SERVER, target, bundled, environment)


def prove_typescript(package: Path, folder: Path, bundled: Bundle) -> list[Finding]:
    """Return a finding for each fault that TypeScript or Ajv finds in the generated `folder`.

    `package` is the folder of shared-types, whose compiler and validators are used.
    """
    return _findings(["node", SCRIPT, str(folder)], package, bundled, dict(os.environ))


def _findings(command: list[str], folder: Path, bundled: Bundle, environment: dict[str, str]) -> list[Finding]:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    faults = [json.loads(line) for line in done.stdout.splitlines()]
    findings = [Finding(bundled.place(where), message) for where, message in faults]
    if done.returncode:
        findings.append(Finding(" ".join(command[1:]), f"failed: {done.stderr.strip()[-LAST_WORDS:]}"))
    return sorted(set(findings))
