"""Files of a spec are data with the types of JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.findings import CodegenError
from codegen.load import load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18:00", "18:00"),
        ("2026-01-02", "2026-01-02"),
        ("[yes, no, on, off, NO]", ["yes", "no", "on", "off", "NO"]),
        ("[true, False]", [True, False]),
        ("[1, -2, 0]", [1, -2, 0]),
        ("[1.5, 1e3, 0.01]", [1.5, 1000.0, 0.01]),
        ("[010, 0x1F, 1_000]", ["010", "0x1F", "1_000"]),
        ("[null, ~]", [None, None]),
        ("{200: it, yes: it}", {"200": "it", "yes": "it"}),
    ],
)
def test_yaml_has_the_types_of_json(tmp_path: Path, text: str, value: Any) -> None:
    path = tmp_path / "it.yaml"
    path.write_text(text, "utf-8")
    assert load(path) == value


@pytest.mark.parametrize("text", ['"\\ud83d"', "&a [*a]", "[", "a: 1\na: 2", "[" * 100_000])
def test_what_is_no_json_is_a_finding(tmp_path: Path, text: str) -> None:
    path = tmp_path / "it.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(CodegenError, match="cannot be read"):
        load(path)
