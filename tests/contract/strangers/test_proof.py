"""The proofs of any document: the examples of the page are what the commands print, and what cannot be read is said."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from codegen.proof.__main__ import main
from codegen.proof.agreement import CLIENT, can_ask_ajv, verdicts

ROOT = Path(__file__).resolve().parents[3]
HARBOUR = Path(__file__).with_name("harbour.yaml")
PAGE = ROOT / "docs/contract/proof.md"
EXAMPLES = re.findall(r"```console\n\$ python -m codegen\.proof (.*)\n((?:.*\n)*?)```", PAGE.read_text("utf-8"))
JSON = "application/json"
BERTH = {"id": "0192e4a0-7c00-7abc-8def-0123456789ab", "name": "B7", "size": "small"}


def entry(method: str, url: str, status: int, body: Any, sent: Any = None) -> dict[str, Any]:
    posted = {} if sent is None else {"postData": {"mimeType": JSON, "text": json.dumps(sent)}}
    headers = [{"name": "Content-Type", "value": JSON}]
    response = {"status": status, "headers": headers, "content": {"text": json.dumps(body)}}
    return {"request": {"method": method, "url": url, "headers": [], **posted}, "response": response}


ENTRIES = [
    entry("GET", "https://north.example.com/berths", 200, {"data": [BERTH], "next": None}),
    entry("POST", "https://sandbox.example.com/v2/berths", 201, BERTH, {"name": "B7"}),
    entry("GET", "https://north.example.com/berths?side=up", 422, {"message": "no"}),
    entry("GET", "https://north.example.com/elsewhere", 200, {}),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the page speaks of."""
    text = HARBOUR.read_text("utf-8")
    (tmp_path / "released.yaml").write_text(text, "utf-8")
    (tmp_path / "api.yaml").write_text(text.replace("enum: [small, large]", "enum: [small]"), "utf-8")
    (tmp_path / "session.har").write_text(json.dumps({"log": {"entries": ENTRIES}}), "utf-8")
    (tmp_path / "least.json").write_text('{"cell": 50}', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("command", "printed"), EXAMPLES, ids=[command.split()[0] for command, _ in EXAMPLES])
def test_the_page_says_what_a_command_prints(command: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    if command.startswith("agreement") and not can_ask_ajv():
        pytest.skip("without Ajv")
    assert main(command.split()) == 1
    assert capsys.readouterr().out == printed


def test_the_page_has_an_example_of_each_command() -> None:
    assert {command.split()[0] for command, _ in EXAMPLES} == {"agreement", "coverage", "compat", "mutants"}


@pytest.mark.usefixtures("folder")
def test_a_difference_that_is_known_is_no_failure_and_a_needless_one_is(capsys: pytest.CaptureFixture[str]) -> None:
    differences = ["--known", "a newline at the end", "--known", "wide digits"]
    assert main(["agreement", "--bundle", "api.yaml", "--count", "90", *differences]) == 0
    assert main(["agreement", "--bundle", "api.yaml", "--count", "90", *differences, "--known", "nothing"]) == 1
    assert "known, but makes no difference: nothing" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", ["agreement", "coverage", "mutants", "compat --released released.yaml", "mutants --har api.yaml"]
)
def test_what_cannot_be_read_is_said(folder: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *others = command.split()
    (folder / "other.yaml").write_text("openapi: 3.0.0\n", "utf-8")
    bundle = "released.yaml" if "--har" in others else "other.yaml"
    assert main([name, "--bundle", bundle, *others]) == 2
    assert ("api.yaml: is not a HAR file" if "--har" in others else "is not an OpenAPI 3.1 document") in (
        capsys.readouterr().err
    )


def test_an_option_that_a_command_lacks_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["mutants", "--bundle", "api.yaml", "--released", "b.yaml"])
    assert stopped.value.code == 2
    assert "--released" in capsys.readouterr().err


@pytest.mark.skipif(not can_ask_ajv(), reason="without Ajv")
def test_a_client_judges_the_schemas_of_others_with_the_options_of_its_own() -> None:
    price = {"type": "number", "multipleOf": 0.01, "format": "money", "x-unit": "EUR"}
    told = verdicts({"price": price}, {"price": [1.13, 0.07, 1.005, "1"]})
    assert told[CLIENT] == {"price": [True, True, False, False]}
