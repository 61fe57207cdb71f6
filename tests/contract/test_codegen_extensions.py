"""`x-extends`: a model can be built from the model that it extends, and mypy checks every field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.lint import lint
from tests.contract.small_spec import SCHEMAS, edit, schema, write_small_spec

BASE = SCHEMAS["plates/plate_page.json"]
TOTAL = {"type": "integer", "minimum": 0, "maximum": 9}
EXTENSION = schema(
    "plates/plate_listing.json",
    "PlateListing",
    **{
        "x-extends": "PlatePage",
        "type": "object",
        "additionalProperties": False,
        "properties": BASE["properties"] | {"total": TOTAL},
        "required": [*BASE["required"], "total"],
        "examples": [{"items": [], "next_cursor": None, "total": 0}],
    },
)
PAGE = """
from generated.models import PlateListing, PlatePage

def listing(page: PlatePage) -> PlateListing:
    return PlateListing.from_plate_page(page, total=3)
"""
MISTAKES = {
    "a field is missing": ("page, total=3", "page"),
    "a field has another type": ("total=3", "total='three'"),
    "a field does not exist": ("total=3", "total=3, sheets=1"),
    "the base is an integer": ("from_plate_page(page", "from_plate_page(3"),
}


def write_spec(folder: Path, **changes: Any) -> Path:
    """The small spec with an operation that returns a PlateListing; `changes` replace keywords of its schema."""
    spec = write_small_spec(folder)
    (spec / "schemas/plates/plate_listing.json").write_text(json.dumps(EXTENSION | changes), "utf-8")
    edit(
        spec,
        "paths/plates.yaml",
        "plate.json }\n            example: { $ref: ../examples/createPlate.201.json }\n      400",
        "plate_listing.json }\n            example: { items: [], next_cursor: null, total: 0 }\n      400",
    )
    return spec


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extended")
    write_spec(folder)
    assert main(["--python-only"], folder) == 0
    return folder


def test_an_extension_is_built_from_its_base(root: Path) -> None:
    expression = "PlateListing.from_plate_page(PlatePage(items=[], next_cursor='abcd'), total=3)"
    program = f"from generated.models import PlateListing, PlatePage; print({expression})"
    environment = {**os.environ, "PYTHONPATH": str(root)}
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "PlateListing(items=[], next_cursor='abcd', total=3)"


def test_mypy_rejects_a_missing_or_mistyped_field(root: Path) -> None:
    programs = {"right": PAGE} | {name: PAGE.replace(old, new) for name, (old, new) in MISTAKES.items()}
    files = {f"use_{number}.py": name for number, name in enumerate(programs)}
    for file, name in files.items():
        (root / file).write_text(programs[name])
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", "."]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    rejected = {line.partition(":")[0] for line in result.stdout.splitlines() if ": error:" in line}
    assert {files.get(file, file) for file in rejected} == set(MISTAKES), result.stdout


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"x-extends": "Sheet"}, "x-extends: Sheet is not an object schema of the contract"),
        (
            {"properties": {**EXTENSION["properties"], "next_cursor": TOTAL}},
            "x-extends PlatePage, but the field next_cursor is missing or differs",
        ),
        (
            {"properties": {"next_cursor": EXTENSION["properties"]["next_cursor"], "total": TOTAL}},
            "x-extends PlatePage, but the field items is missing or differs",
        ),
        ({"required": ["items", "total"]}, "x-extends PlatePage, but the field next_cursor is missing or differs"),
    ],
)
def test_an_extension_has_every_field_of_its_base(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    spec = write_spec(tmp_path, **changes)
    findings = {str(finding) for finding in lint(spec, bundle(spec))}
    assert f"schemas/plates/plate_listing.json#: {message}" in findings
