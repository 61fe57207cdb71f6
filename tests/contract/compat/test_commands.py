"""The commands: what they print, their exit status, what they write."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from codegen.compat.__main__ import SPEC, main
from codegen.compat.release import main as release
from codegen.load import load
from tests.contract.compat.seeds import SCHEMAS, Edit, contract, edited, put, without
from tests.contract.small_spec import edit, write_small_spec


def write(path: Path, *edits: Edit) -> str:
    path.write_text(json.dumps(edited(*edits)), "utf-8")
    return str(path)


def test_the_contract_is_compatible_with_the_released_one() -> None:
    assert main([]) == 0


def test_a_breaking_change_is_printed_with_its_place_and_a_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path / "new.json", without(f"{SCHEMAS}/Visibility/enum", "shared"))
    assert main([write(tmp_path / "old.json"), new]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "breaking: #/components/schemas/Visibility"
    assert printed[1].startswith("    listAlbums request query visibility: the server refuses it now")
    assert printed[2] == '    for example ["shared"]'
    assert printed[-1].startswith("1 breaking, 0 unknown; ")


def test_an_unknown_change_passes_with_the_answer_of_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = write(tmp_path / "old.json")
    new = write(tmp_path / "new.json", put(f"{SCHEMAS}/AlbumCreate/properties/name/default", "New album"))
    assert main([old, new]) == 1
    pair = capsys.readouterr().out.partition("{pair: ")[2].partition(",")[0]
    accepted = tmp_path / "accepted.yaml"
    entry = f"- pair: {pair}\n  reason: The name is required, so that no default applies.\n"
    accepted.write_text(entry, "utf-8")
    assert main([old, new, "--accepted", str(accepted)]) == 0
    accepted.write_text(f"{entry}- pair: {'0' * 16}..{'0' * 16}\n  reason: It was needed once.\n", "utf-8")
    assert main([old, new, "--accepted", str(accepted)]) == 1
    assert "is not needed: remove it" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "- pair: x\n  reason: It is a joke.\n",
        "- reason: No pair is given.\n",
        f"- pair: {'0' * 16}..{'0' * 16}\n  reason: no\n",
    ],
)
def test_a_malformed_answer_is_an_error(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepted = tmp_path / "accepted.yaml"
    accepted.write_text(text, "utf-8")
    assert main(["--accepted", str(accepted)]) == 2
    assert "accepted.yaml#/0" in capsys.readouterr().err


def test_fields_that_go_one_way_are_compared_in_their_direction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Clients send no field that became `readOnly`, and receive none that became `writeOnly`."""
    both = [f"{SCHEMAS}/Image/properties/{name}" for name in ("width", "height")]
    held = {"content": {"application/json": {"schema": {"$ref": f"{SCHEMAS}/Image"}}}}
    small = (put("#/paths", {"/a": {"put": {"operationId": "a", "requestBody": held, "responses": {"200": held}}}}),)
    old = write(tmp_path / "old.json", *small)
    for keyword, direction in (("readOnly", "request"), ("writeOnly", "answer 200")):
        marked = [put(f"{pointer}/{keyword}", True) for pointer in both]
        assert main([old, write(tmp_path / "new.json", *small, *marked)]) == 1
        printed = capsys.readouterr().out
        assert f"a {direction} application/json" in printed
        assert "1 breaking, 0 unknown" in printed


def test_what_is_no_contract_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.json").write_text("{}", "utf-8")
    assert main([str(tmp_path / "old.json")]) == 2
    assert "is not an OpenAPI 3.1 document" in capsys.readouterr().err


def test_a_release_refuses_breaking_changes_unless_the_version_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = write_small_spec(tmp_path)
    arguments = ["--spec", str(spec)]
    assert release(arguments) == 0
    released = spec / "released/openapi.json"
    first = released.read_bytes()
    edit(spec, "schemas/plates/plate_patch.json", '"maxLength": 20', '"maxLength": 10')
    assert release(arguments) == 1
    assert "breaking: schemas/plates/plate_patch.json#/properties/name" in capsys.readouterr().err
    assert release([*arguments, "--breaking"]) == 1
    assert "a higher version than 1.2.3" in capsys.readouterr().err
    assert released.read_bytes() == first
    text = (spec / "openapi.yaml").read_text("utf-8")
    (spec / "openapi.yaml").write_text(text.replace("1.2.3", "2.0.0"), "utf-8")
    assert release([*arguments, "--breaking"]) == 0
    assert load(released)["info"]["version"] == "2.0.0"


def test_the_released_contract_is_a_bundle_of_the_spec_folder(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path / "spec", ignore=shutil.ignore_patterns("released"))
    assert release(["--spec", str(tmp_path / "spec")]) == 0
    assert load(tmp_path / "spec/released/openapi.json") == contract()
