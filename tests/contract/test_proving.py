"""Generated code that cannot be loaded is a finding at its place, and what lint found is printed before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.proving import prove_python
from tests.contract.small_spec import edit, write_small_spec


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_small_spec(folder)
    assert main(["--python-only"], folder) == 0
    return folder


@pytest.fixture
def root(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "root"))


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        (
            "models.py",
            "class PlatePatch(",
            "class PlatePatch(Missing, ",
            "generated/models.py",
            "'Missing' is not defined",
        ),
        ("models.py", 'tag="many"', 'tag="once"', "schemas/plates/press_request.json#", "unique"),
        ("openapi.json", '"^[a-z]{4}$"', '"^[^\\\\0]$"', "schemas/plates/plate_page.json#", "regex"),
    ],
    ids=["a name", "a union", "a pattern"],
)
def test_what_cannot_be_loaded_is_a_finding(
    root: Path, file: str, old: str, new: str, place: str, message: str
) -> None:
    edit(root / "generated", file, old, new)
    findings = prove_python(root, bundle(root / "spec"))
    assert [each for each in findings if each.where.startswith(place) and message in each.message], findings


def test_the_findings_of_lint_are_printed_before_anything_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "spec", "paths/plates.yaml", "summary: Press.", "summary: ''")
    edit(root / "spec", "paths/plates.yaml", "text/csv: { schema", "image/png: { schema")
    assert main(["--python-only"], root) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "paths/plates.yaml#/plate/put: has no summary" in lines
    assert "no code for this operation" in lines[-1]
