"""A contract in the style of others goes all the way: from a file to a server that answers, with notes only."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.adoption import Note, adopt
from codegen.bundle import bundle
from codegen.lint import lint
from codegen.load import dump, load
from tests.strangers.__main__ import edit
from tests.strangers.journey import ROOT, Journey, travel

HARBOUR = Path(__file__).with_name("harbour.yaml")
KEY = {"type": "string", "maxLength": 40}
BERTHS, BERTH = "/paths/~1berths", "/paths/~1berths~1{berth_id}"


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> tuple[Journey, Path]:
    folder = tmp_path_factory.mktemp("strangers")
    return travel(Path(shutil.copy(HARBOUR, folder)), folder / "code", python_only=True), folder / "code"


@pytest.mark.timeout(180)
def test_it_is_generated_type_checked_and_served(journey: tuple[Journey, Path]) -> None:
    been, _ = journey
    assert (been.findings, been.type_errors, been.surprises) == ([], [], [])
    assert len(been.answers) == 2 * 6


def test_no_note_is_repeated_for_each_place(journey: tuple[Journey, Path]) -> None:
    notes = journey[0].notes
    assert len([note for note in notes if "a string needs maxLength" in note]) == 1
    assert len(notes) < 50


def adopted(document: Any, folder: Path) -> tuple[dict[str, Any], list[Note], list[str]]:
    """The contract that serves a document, its notes, and what keeps it from being served."""
    path = folder / "api.json"
    path.write_bytes(dump(document))
    bundled, notes = adopt(bundle(path))
    findings = [str(finding) for finding in lint(path, bundled) if not finding.is_house_rule]
    return bundled.document, notes, findings


def test_what_is_served_is_written_out(tmp_path: Path) -> None:
    document = load(HARBOUR)
    document["paths"]["/berths"]["post"]["parameters"] = [{"name": "idempotency-key", "in": "header", "schema": KEY}]
    contract, notes, findings = adopted(document, tmp_path)
    assert findings == []
    schemas, paths = contract["components"]["schemas"], contract["paths"]
    assert schemas["BerthRequest"]["properties"].keys() == {"name", "length", "pin", "size", "owner", "tags", "notes"}
    assert schemas["BerthRequest"]["required"] == ["name"]
    assert "pin" not in schemas["Berth"]["properties"]
    assert "id" in schemas["Berth"]["properties"]
    assert contract["servers"] == [{"url": "/api"}]
    assert contract["components"]["securitySchemes"].keys() == {"bearerToken"}
    assert contract["security"] == [{"bearerToken": []}]
    read = paths["/berths"]["get"]
    named = [item[method]["operationId"] for item in paths.values() for method in item if method != "parameters"]
    assert named == ["listBerths", "createBerths", "getBerth", "changeBerth", "deleteBerthsByBerthId", "getTides"]
    assert read["responses"]["400"]["content"].keys() == {"application/json", "application/problem+json"}
    assert read["responses"].keys() >= {"200", "401", "4XX", "5XX"}
    assert "default" not in read["responses"]
    assert "Idempotency-Replayed" in paths["/berths"]["post"]["responses"]["201"]["headers"]
    assert "Idempotency-Replayed" not in read["responses"]["200"]["headers"]
    assert read["responses"]["200"]["links"]["first"]["operationId"] == "getBerth"
    changed = {note.message: note.places for note in notes}
    assert changed["variables of the first server have their defaults"] == ("#/servers/0",)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "another way of signing in": (
        {"/security": [{"ApiKey": []}], f"{BERTHS}/post/security": [{"ApiKey": []}]},
        "#/components/securitySchemes/ApiKey: the server does not know the scheme ApiKey; write bearerToken",
    ),
    "callbacks": (
        {f"{BERTHS}/post/callbacks": {"told": {"{$request.query.url}": {}}}},
        "#/paths/~1berths/post: callbacks are not served; describe the request under `webhooks`",
    ),
    "a body of form fields": (
        {f"{BERTH}/patch/requestBody/content/application~1x-www-form-urlencoded": {"schema": {"type": "object"}}},
        "a request body of application/x-www-form-urlencoded is not served; use JSON, text, or multipart/form-data",
    ),
    "no success": (
        {f"{BERTH}/delete/responses": {"404": {"description": "There is none."}}},
        "#/paths/~1berths~1{berth_id}/delete: declares no successful response; write 200, or 204",
    ),
    "a link to a parameter that is not there": (
        {f"{BERTHS}/get/responses/200/links/first/parameters": {"berth-id": "a"}},
        "#/paths/~1berths/get/responses/200/links/first: getBerth has no parameter berth-id",
    ),
    "a field that must be there and is not described": (
        {"/components/schemas/berth/required": ["name", "depth"]},
        "#/components/schemas/berth: required but not a property: depth",
    ),
    "a default that does not fit": (
        {"/components/parameters/page-size/schema/default": "many"},
        "#/components/parameters/page-size/schema/default: does not match its schema at its root",
    ),
    "a keyword that is not served": (
        {"/components/schemas/berth/properties/notes/patternProperties": {}},
        "properties/notes: unknown keywords: patternProperties; write additionalProperties and propertyNames",
    ),
    "an object in the query": (
        {f"{BERTHS}/get/parameters/1/schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
        "parameter side: objects and lists of lists are not served; write one parameter for each field",
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_would_not_be_served_is_a_finding(tmp_path: Path, case: tuple[dict[str, Any], str]) -> None:
    edits, message = case
    document = load(HARBOUR)
    for pointer, value in edits.items():
        edit(document, pointer, value)
    _, _, findings = adopted(document, tmp_path)
    assert len([finding for finding in findings if message in finding]) == 1, findings


def test_findings_stop_the_command_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "webhooks": {}}), "utf-8")
    assert main(["--spec", str(path), "--output", str(tmp_path / "code")], ROOT) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[-2:] == [
        "api.json#/paths: there is no path, so that there is nothing to serve",
        "api.json: 1 findings keep its 0 operations from being served",
    ]
    assert not (tmp_path / "code").exists()


def test_the_rules_of_the_house_are_told_apart(tmp_path: Path) -> None:
    document = load(HARBOUR)
    del document["paths"]["/{side}/tides"]
    path = tmp_path / "api.json"
    path.write_bytes(dump(document))
    bundled, _ = adopt(bundle(path))
    rules = [str(finding) for finding in lint(path, bundled) if finding.is_house_rule]
    assert "api.json#/components/schemas/Forgotten: Forgotten is used by no operation" in rules
    assert "api.json#/components/schemas/berth/properties/tags: an array needs maxItems" in rules
