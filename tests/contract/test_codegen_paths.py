"""paths.py and headers.py: one function for each path of the contract, one constant for each header and cookie."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from codegen import headers, paths
from codegen.bundle import bundle
from codegen.findings import CodegenError
from generated import headers as served_headers
from generated import paths as served_paths
from tests.contract.small_spec import write_small_spec

ROOT = Path(__file__).parents[2]
ID = UUID("01920000-0000-7000-8000-000000000001")


@pytest.fixture(scope="module")
def small_document(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return bundle(write_small_spec(tmp_path_factory.mktemp("small"))).document


@pytest.fixture
def document(small_document: Any) -> Any:
    """A copy of the small contract, for a test to change."""
    return copy.deepcopy(small_document)


def execute(source: str) -> dict[str, Any]:
    """The names that a generated module defines."""
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    return namespace


def path_item(**parameters: dict[str, Any]) -> dict[str, Any]:
    """A path item that declares path parameters, by name and schema."""
    declared = [{"name": name, "in": "path", "required": True, "schema": schema} for name, schema in parameters.items()]
    return {"parameters": declared, "get": {"operationId": "getIt", "tags": ["plates"], "responses": {}}}


def test_each_path_has_a_function_that_takes_its_parameters(document: Any) -> None:
    module = execute(paths.render(document))
    assert module["BASE"] == "/api/v1"
    assert module["plates"]() == "/api/v1/plates"
    assert module["plate"](ID) == f"/api/v1/plates/{ID}"
    assert module["plate_file"](plate_id=ID) == f"/api/v1/plates/{ID}/file"
    assert module["plate"].__annotations__ == {"plate_id": "UUID", "return": "str"}


def test_text_in_a_path_is_percent_encoded_and_numbers_are_not(document: Any) -> None:
    text, number = {"type": "string", "maxLength": 40}, {"type": "integer"}
    document["paths"] = {"/inks/{ink-name}/layers/{layer}": path_item(**{"ink-name": text}, layer=number)}
    module = execute(paths.render(document))
    assert module["ink_layer"]("a/b ?#é", 3) == "/api/v1/inks/a%2Fb%20%3F%23%C3%A9/layers/3"
    assert module["ink_layer"].__annotations__ == {"ink_name": "str", "layer": "int", "return": "str"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/plates", "plates"),
        ("/plates/{plate_id}", "plate"),
        ("/plate-entries/{entry_id}", "plate_entry"),
        ("/glasses/{glass_id}", "glass"),
        ("/press/{press_id}", "press"),
        ("/plates/{plate_id}/proof-sheets/{sheet}", "plate_proof_sheet"),
        ("/plates/check", "plates_check"),
        ("/imports/{import_id}", "import_"),
        ("/imports/{import_id}/items", "import_items"),
    ],
)
def test_a_function_is_named_by_the_words_of_its_path(path: str, name: str) -> None:
    assert paths.function_name(path) == name


def test_paths_without_a_possible_function_are_findings(document: Any) -> None:
    text = {"type": "string", "maxLength": 40}
    document["paths"] |= {
        "/plate/file": path_item(),
        "/plate": path_item(),
        "/2-colours": path_item(),
        "/quote": path_item(),
        "/inks/{ink}": path_item(),
        "/days/{day}": path_item(day={"type": "number"}),
        "/papers/{paper}": path_item(paper=text),
    }
    with pytest.raises(CodegenError) as caught:
        paths.render(document)
    assert [str(finding) for finding in caught.value.findings] == [
        "#/paths/~1plate~1file: the function name plate_file is taken by /plates/{plate_id}/file",
        "#/paths/~1plate: the function name plate is taken by /plates/{plate_id}",
        "#/paths/~12-colours: the path makes the function name '2_colours', which cannot be used",
        "#/paths/~1quote: the path makes the function name 'quote', which cannot be used",
        "#/paths/~1inks~1{ink}: no function for this path: {ink} is not declared as a parameter",
        "#/paths/~1days~1{day}: no function for this path: {day} is of the type float, no UUID, integer or string",
    ]


def test_headers_and_cookies_are_constants(document: Any) -> None:
    constants = {name: value for name, value in execute(headers.render(document)).items() if name.isupper()}
    assert constants == {
        "DEPRECATION": "Deprecation",
        "ETAG": "ETag",
        "IDEMPOTENCY_KEY": "Idempotency-Key",
        "IDEMPOTENCY_REPLAYED": "Idempotency-Replayed",
        "IF_MATCH": "If-Match",
        "IF_NONE_MATCH": "If-None-Match",
        "LAST_EVENT_ID": "Last-Event-ID",
        "LOCATION": "Location",
        "SESSION_COOKIE": "small_session",
        "SUNSET": "Sunset",
        "WWW_AUTHENTICATE": "WWW-Authenticate",
        "X_CSRF_TOKEN": "X-CSRF-Token",
        "X_TRACE_ID": "X-Trace-Id",
    }


def test_two_spellings_of_one_header_are_a_finding(document: Any) -> None:
    document["components"]["parameters"]["TraceId"]["name"] = "x-trace-id"
    with pytest.raises(CodegenError, match="the constant X_TRACE_ID stands for x-trace-id and for X-Trace-Id"):
        headers.render(document)


def test_the_studio_is_served_at_the_generated_paths() -> None:
    document = json.loads((ROOT / "generated/openapi.json").read_text("utf-8"))
    functions = {name for name, value in vars(served_paths).items() if callable(value) and name[0].islower()}
    named = {paths.function_name(path) for path in document["paths"]}
    assert functions - {"to_builtins"} == named | {"auth_session_by_session_id"}, "/auth/session has the name already"
    assert served_paths.training_run_sample(ID, 40) == f"/api/v1/training-runs/{ID}/samples/40"
    assert served_headers.SESSION_COOKIE == "platemark_session"
