"""docs/architecture.md agrees with the layers in pyproject.toml and the packages of the repository."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def parse_layers(lines: list[str]) -> list[set[str]]:
    return [set(line.split(" | ")) for line in lines]


def test_the_diagram_shows_the_layers_that_import_linter_checks() -> None:
    (drawn,) = re.findall(r"```\n(entrypoints\n.*?)```", PAGE, re.DOTALL)
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (contract,) = (item for item in contracts if item.get("containers") == ["platemark"])
    assert contract["exhaustive"]
    assert parse_layers(drawn.splitlines()) == parse_layers(contract["layers"])


def test_the_table_lists_every_package() -> None:
    listed = set(re.findall(r"^\| `([\w-]+)/` \|", PAGE, re.MULTILINE))
    roots = set(PROJECT["tool"]["importlinter"]["root_packages"])
    assert listed == roots | {"spec", "shared-types", "tests"}


def test_every_module_on_the_page_exists() -> None:
    modules = re.findall(r"`((?:http|platemark)/[\w/]+\.py)`", PAGE)
    assert len(modules) > 5
    missing = [path for path in modules if not (ROOT / path).exists() and not (ROOT / "platemark" / path).exists()]
    assert missing == []
