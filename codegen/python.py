"""What the generators of Python code share: the header of each file, names, formatting."""

from __future__ import annotations

import keyword
import re
import subprocess
import sys
from pathlib import Path

HEADER = "# Generated from spec/ by `python -m codegen`. DO NOT EDIT.\n"


def snake(name: str) -> str:
    """`getAlbum`, `X-Trace-Id` → `get_album`, `x_trace_id`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^0-9A-Za-z]+", "_", words).strip("_").lower()


def argument(name: str) -> str:
    """`album_id`, `X-Trace-Id`, `from` → `album_id`, `x_trace_id`, `from_`: the name of a Python argument."""
    words = snake(name)
    return f"{words}_" if keyword.iskeyword(words) else words


def pascal(name: str) -> str:
    """`getAlbum`, `set_templates`, `problem+json` → `GetAlbum`, `SetTemplates`, `ProblemJson`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^0-9A-Za-z]+", name))


def tidy(*files: Path) -> None:
    """Remove unused imports from Python files, sort the others, and format."""
    ruff = [sys.executable, "-m", "ruff"]
    settings = ["--isolated", "--quiet", "--no-cache", "--target-version", "py311", "--line-length", "110"]
    subprocess.run([*ruff, "check", *settings, "--fix", "--select", "I,F401,UP", *files], check=True)
    subprocess.run([*ruff, "format", *settings, *files], check=True)
