"""Documents of people who never saw this project: any layout of files is read, and what is missing has a finding."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.conformance.__main__ import main as conformance
from codegen.findings import CodegenError
from codegen.lint import lint
from codegen.lint_structure import suggested_id
from tests.contract.features import refusals

ROOT = Path(__file__).resolve().parents[2]
Json = dict[str, Any]
REF = {"$ref": "#/components/schemas/Thing"}


def written(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def messages(path: Path) -> list[str]:
    return [str(finding) for finding in lint(path, bundle(path))]


UNREADABLE: dict[str, tuple[Any, str]] = {
    "of OpenAPI 3.0": ({"openapi": "3.0.3"}, "api.json: is not an OpenAPI 3.1 document: it says 3.0.3"),
    "of Swagger": ({"swagger": "2.0"}, "api.json: is not an OpenAPI 3.1 document: it says 2.0"),
    "of something else": ({"name": "a"}, "it does not say `openapi: 3.1.0`"),
    "a list": ([], "it does not say `openapi: 3.1.0`"),
    "no JSON": ("{", "api.json: cannot be read: "),
    "with a list of paths": ({"openapi": "3.1.0", "paths": []}, "api.json: paths must be an object"),
    "with a path of text": ({"openapi": "3.1.0", "paths": {"/a": "b"}}, "api.json: paths/~1a must be an object"),
    "with schemas of text": (
        {"openapi": "3.1.0", "components": {"schemas": "b"}},
        "components/schemas must be an object",
    ),
    "with a schema of text": (
        {"openapi": "3.1.0", "components": {"schemas": {"A": "b"}}},
        "api.json: components/schemas/A must be an object",
    ),
    "that refers to a file that is not there": (
        {"openapi": "3.1.0", "paths": {"/a": {"$ref": "paths/a.yaml"}}},
        "api.json#/paths/~1a: $ref paths/a.yaml points at nothing",
    ),
}


@pytest.mark.parametrize("case", UNREADABLE.values(), ids=UNREADABLE)
def test_a_document_that_cannot_be_bundled_is_refused(tmp_path: Path, case: tuple[Any, str]) -> None:
    content, message = case
    with pytest.raises(CodegenError) as raised:
        bundle(written(tmp_path / "api.json", content))
    assert message in str(raised.value)


def test_no_file_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "openapi.json"):
        with pytest.raises(CodegenError, match="openapi"):
            bundle(path)


def test_everything_that_is_missing_is_found_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path / "api.json",
        {
            "openapi": "3.1.0",
            "info": {"title": "Planets", "version": "1"},
            "paths": {"/planets/{id}": {"get": {"parameters": [{"name": "id"}]}, "post": "a word"}},
        },
    )
    found = messages(path)
    expected = [
        "/get: an operation needs an operationId, such as getPlanets",
        "/get: an operation needs responses",
        "/get/parameters/0: a parameter needs a name, a place (`in`) and a schema",
        "/get: an operation needs exactly one tag",
        "/get: has no security: write `security: []` if anyone may call it, or list the schemes",
        "/post: an operation must be an object",
    ]
    missing = [line for line in expected if f"api.json#/paths/~1planets~1{{id}}{line}" not in found]
    assert missing == []
    assert any(line.startswith("api.json#/servers: the first server needs a path") for line in found)
    assert not [line for line in found if "cannot be checked" in line]


def test_a_document_of_webhooks_only_has_nothing_to_serve(tmp_path: Path) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "webhooks": {"a": {"post": {}}}}
    found = messages(written(tmp_path / "api.json", document))
    assert "api.json#/paths: there is no path, so that there is nothing to serve" in found
    assert not [line for line in found if "cannot be checked" in line]


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("get", "/planets", "getPlanets"),
        ("post", "/planets", "createPlanets"),
        ("delete", "/planets/{planet_id}/big-moons/{id}", "deletePlanetsBigMoons"),
        ("get", "/{id}", "getId"),
        ("head", "/", "headUntitled"),
    ],
)
def test_a_name_is_suggested_for_an_operation(method: str, path: str, expected: str) -> None:
    assert suggested_id(method, path) == expected


def test_a_response_may_have_any_name_but_only_one_status(tmp_path: Path) -> None:
    document = copy.deepcopy(refusals.base())
    responses = document["components"]["responses"]
    responses["Broken"] = responses.pop("InternalError")
    operations = [item[method] for item in document["paths"].values() for method in ("get", "put")]
    for operation in operations:
        operation["responses"]["500"] = {"$ref": "#/components/responses/Broken"}
    path = tmp_path / "api.json"
    assert messages(written(path, document)) == []
    operations[0]["responses"]["502"] = {"$ref": "#/components/responses/Broken"}
    assert any("the response Broken is shared by 500 and 502" in line for line in messages(written(path, document)))


def spread(folder: Path) -> Path:
    """The contract of the refused features in a layout that splitting tools make: files without `$id`."""
    document = copy.deepcopy(refusals.base())
    thing = {**document["components"]["schemas"].pop("Thing"), "examples": [{"it": "a"}]}
    written(folder / "components/schemas/thing.json", thing)
    item = json.loads(
        json.dumps(document["paths"].pop("/thing"))
        .replace(REF["$ref"], "../components/schemas/thing.json")
        .replace('"#/components', '"../api.json#/components')
    )
    written(folder / "paths/a thing.json", item)
    document["paths"]["/thing"] = {"$ref": "paths/a%20thing.json"}
    written(folder / "unrelated.json", "{")
    return written(folder / "api.json", document)


def test_a_file_is_bundled_with_the_files_it_refers_to_and_no_others(tmp_path: Path) -> None:
    path = spread(tmp_path)
    bundled = bundle(path)
    assert bundled.document["paths"].keys() == {"/thing"}
    assert bundled.document["components"]["schemas"]["Thing"]["title"] == "Thing"
    assert lint(path, bundled) == []
    broken = tmp_path / "components/schemas/thing.json"
    written(broken, broken.read_text("utf-8").replace('"maxLength"', '"longest"'))
    assert any(line.startswith("components/schemas/thing.json#/properties/it: ") for line in messages(path))


@pytest.mark.parametrize("arguments", [["--spec", "a"], ["--output", "a"], ["--spec", "a", "--output", "b", "--check"]])
def test_options_that_do_not_fit_are_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "belong together" in capsys.readouterr().err


ENTRY: Json = {
    "request": {"method": "GET", "url": "https://a.example/api/v1/thing", "headers": []},
    "response": {
        "status": 200,
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "content": {"text": "eyJpdCI6ICJhIn0=", "encoding": "base64"},
    },
}


def coverage_of(folder: Path, har: Any) -> int:
    api = written(folder / "api.json", refusals.base())
    return conformance(["coverage", "--bundle", str(api), "--har", str(written(folder / "a.har", har))])


def test_coverage_reads_any_document_and_says_what_it_cannot_judge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = {**ENTRY, "request": {**ENTRY["request"], "url": "https://a.example/elsewhere"}}
    unchanged = {**ENTRY, "response": {"status": 304, "headers": []}}
    assert coverage_of(tmp_path, {"log": {"entries": [ENTRY, other, unchanged]}}) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"not judged: 1 of 3 exchanges of {tmp_path / 'a.har'} fit no operation" in lines
    assert "not shown: cell getThing 200 application/json" not in lines
    assert "not shown: cell putThing 204 -" in lines


@pytest.mark.parametrize(
    "har", ["{", [], {"log": {}}, {"log": {"entries": [{"request": {}}]}}, {"log": {"entries": [1]}}]
)
def test_coverage_refuses_what_is_no_har(tmp_path: Path, capsys: pytest.CaptureFixture[str], har: Any) -> None:
    assert coverage_of(tmp_path, har) == 2
    assert str(tmp_path / "a.har") in capsys.readouterr().err


def test_coverage_refuses_what_is_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert conformance(["coverage", "--bundle", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
