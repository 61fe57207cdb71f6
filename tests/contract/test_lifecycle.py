"""What the generated code says of what is deprecated in the small spec, and what its readers see."""

from __future__ import annotations

import datetime
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.lifecycle import day, marks
from codegen.lint import lint
from generated.operations import OPERATIONS
from platemark.http.lifecycle import lifecycle_headers
from tests.contract.small_spec import CHANGELOG, write_small_spec

PACKAGE = Path(__file__).resolve().parents[2] / "shared-types"
SAID = "since 2026-06-01; it may be gone from 2027-01-01 on."
NAMES = ["CreatePlateFields.loud", "Plate.note", "PlateKind.dry-point", "listPlates.kind", "pressPlate"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the small spec and the code generated from it, TypeScript included."""
    folder = tmp_path_factory.mktemp("small")
    write_small_spec(folder)
    (folder / "shared-types").mkdir()
    for name in ("node_modules", "scripts", "package.json"):
        (folder / "shared-types" / name).symlink_to(PACKAGE / name)
    assert main([], folder) == 0
    return folder


def test_everything_that_is_marked_has_its_name(tmp_path: Path) -> None:
    found = list(marks(bundle(write_small_spec(tmp_path)).document))
    assert sorted(mark.name for mark in found) == NAMES
    assert {mark.kind for mark in found} == {"operation", "parameter", "field", "word"}


@pytest.mark.parametrize("name", NAMES)
def test_the_change_log_mentions_each(tmp_path: Path, name: str) -> None:
    spec = write_small_spec(tmp_path)
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG.replace(f"`{name}`", name), "utf-8")
    (finding,) = lint(spec, bundle(spec))
    assert finding.message == f"is deprecated, but CHANGELOG.md does not mention `{name}`"


@pytest.mark.parametrize(
    ("file", "before"),
    [
        ("models.py", r'dry_point = "dry-point"'),
        ("models.py", r"note: Annotated\[.*\] \| None"),
        ("operations.py", r"loud: bool = False"),
    ],
)
def test_python_says_it_below_fields_and_words(root: Path, file: str, before: str) -> None:
    text = (root / "generated" / file).read_text("utf-8")
    assert re.search(rf'{before}\n    """Deprecated {re.escape(SAID)}"""\n', text)


def test_handlers_say_it_of_operations_and_parameters(root: Path) -> None:
    text = (root / "generated/operations.py").read_text("utf-8")
    methods = {part.partition("(")[0]: part for part in text.split("    def ")[1:]}
    assert f"Presses sheets.\n\n        Deprecated {SAID}" in methods["press_plate"]
    assert f"`kind`: Deprecated {SAID}" in methods["list_plates"]
    assert "Deprecated" not in methods["update_plate"]


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_typescript_marks_operations_parameters_and_fields(root: Path) -> None:
    text = (root / "shared-types/src/generated/schema.ts").read_text("utf-8")
    for line in ("note: components", "kind?: ", "loud?: boolean", "put: operations"):
        before, found, _ = text.partition(f" {line}")
        assert found, line
        comment = before.rpartition("/**")[2]
        assert re.search(rf"\* @deprecated {re.escape(SAID)}", f"*{comment}"), comment
    assert text.count("@deprecated") == 4
    assert f"`dry-point`: Deprecated {SAID}" in text.partition("export type PlateKind")[0]


def test_answers_say_it_in_the_form_of_the_rfcs() -> None:
    """RFC 9745 has a structured date, RFC 8594 a date of HTTP."""
    operation = replace(
        OPERATIONS["getAlbum"], deprecated_since=datetime.date(2023, 6, 30), sunset=datetime.date(2024, 6, 30)
    )
    assert lifecycle_headers(operation) == [
        (b"deprecation", b"@1688083200"),
        (b"sunset", b"Sun, 30 Jun 2024 00:00:00 GMT"),
    ]
    assert lifecycle_headers(OPERATIONS["getAlbum"]) == []


@pytest.mark.parametrize("text", ["2026-6-1", "20260601", "2026-W23-1", "2026-02-29", "", None, 20260601, True])
def test_a_day_has_one_form(text: object) -> None:
    assert day(text) is None
    assert day("2028-02-29") == datetime.date(2028, 2, 29)
