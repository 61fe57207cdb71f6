"""`python -m codegen`, end to end, on a checkout with the small spec."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.record import from_examples, from_har, record
from codegen.typescript import write_data
from tests.contract.small_spec import PLATE, edit, write_small_spec

GENERATED = (
    "__init__.py", "base.py", "headers.py", "models.py", "openapi.json", "operations.py", "paths.py", "py.typed",
)  # fmt: skip


@pytest.fixture(scope="module")
def generated_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    write_small_spec(folder)
    assert main(["--python-only"], folder) == 0
    return folder


@pytest.fixture
def root(generated_checkout: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small checkout, generated code included."""
    for path in generated_checkout.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            target = tmp_path / path.relative_to(generated_checkout)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


def test_generated_is_a_typed_package_whose_files_are_marked_as_generated(root: Path) -> None:
    files = {path.name: path.read_text() for path in (root / "generated").iterdir()}
    assert set(files) == set(GENERATED)
    assert all("DO NOT EDIT" in text for name, text in files.items() if name.endswith(".py"))


def test_generating_again_changes_nothing(root: Path) -> None:
    assert main(["--check", "--python-only"], root) == 0


DRIFTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an edit by hand": (
        lambda root: (root / "generated/models.py").write_text("# mine now\n"),
        "generated/models.py differs",
    ),
    "a path edited by hand": (
        lambda root: edit(root / "generated", "paths.py", "/plates/", "/sheets/"),
        "generated/paths.py differs",
    ),
    "a missing module of headers": (
        lambda root: (root / "generated/headers.py").unlink(),
        "generated/headers.py is missing",
    ),
    "an unknown file": (
        lambda root: (root / "generated/extra.py").write_text("x = 1\n"),
        "generated/extra.py should not be there",
    ),
    "a missing file": (lambda root: (root / "generated/base.py").unlink(), "generated/base.py is missing"),
    "a spec that was changed": (
        lambda root: edit(root / "spec", "paths/plates.yaml", "summary: Press.", "summary: Press it."),
        "generated/openapi.json differs",
    ),
}


@pytest.mark.parametrize("name", DRIFTS)
def test_check_reports_the_drift_and_changes_nothing(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    drift, message = DRIFTS[name]
    drift(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main(["--check", "--python-only"], root) == 1
    stderr = capsys.readouterr().err
    assert message in stderr
    assert "run `python -m codegen`" in stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_generating_and_checking_fail_if_lint_has_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "spec", "paths/plates.yaml", "summary: Press.", "summary: ''")
    assert main(["--python-only"], root) == 1
    assert main(["--check", "--python-only"], root) == 1
    assert capsys.readouterr().err.splitlines() == ["paths/plates.yaml#/plate/put: has no summary"] * 2


def test_a_spec_with_a_dangling_reference_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "generated/openapi.json").read_bytes()
    edit(root / "spec", "schemas/plates/plate.json", "plate_kind.json", "plate_sort.json")
    assert main(["--python-only"], root) == 1
    assert (
        "schemas/plates/plate.json#/properties/kind: $ref plate_sort.json points at nothing" in capsys.readouterr().err
    )
    assert (root / "generated/openapi.json").read_bytes() == before


def test_typescript_is_skipped_with_a_warning_but_never_in_a_check(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], root) == 0
    assert "!!! TypeScript is NOT regenerated" in capsys.readouterr().err
    assert main(["--check"], root) == 1
    assert "shared-types/node_modules is missing" in capsys.readouterr().err


def test_the_data_of_client_and_validators_is_generated(root: Path) -> None:
    document = json.loads((root / "generated/openapi.json").read_text())
    write_data(document, root)
    bodies, contract = (root / "bodies.ts").read_text(), (root / "contract.ts").read_text()
    assert 'export const basePath = "/api/v1";' in bodies
    assert '"PATCH /plates/{plate_id}": "application/merge-patch+json"' in bodies
    assert '"PUT /plates/{plate_id}": "text/csv"' in bodies
    assert bodies.count("PUT /plates/{plate_id}") == 1
    assert '"POST /plates": true' in bodies
    assert 'export const version = "1.2.3";' in contract
    assert '"application/json": "PlatePage"' in contract
    assert "2026-01-02T03:04:05Z" not in contract


# Recordings


def entry(method: str, url: str, status: int, media: str, text: str) -> dict[str, Any]:
    """An entry of a HAR."""
    headers = [{"name": "Content-Type", "value": media}]
    response = {"status": status, "headers": headers, "content": {"text": text}}
    return {"request": {"method": method, "url": url}, "response": response}


@pytest.fixture(scope="module")
def document(generated_checkout: Path) -> Any:
    return json.loads((generated_checkout / "generated/openapi.json").read_text())


def test_only_json_exchanges_of_declared_operations_are_read_from_a_har(document: Any) -> None:
    base = "http://127.0.0.1:8000/api/v1"
    entries = [
        entry("GET", f"{base}/plates?limit=3", 200, "application/json", '{"items": [], "next_cursor": null}'),
        entry("PATCH", f"{base}/plates/7", 404, "application/problem+json; charset=utf-8", '{"title": "None"}'),
        entry("GET", f"{base}/plates", 200, "text/csv", "a,b"),
        entry("GET", f"{base}/unknown", 404, "application/problem+json", "{}"),
        entry("GET", f"{base}/plates", 200, "application/json", ""),
    ]
    assert list(from_har(document, {"log": {"entries": entries}})) == [
        {
            "operationId": "listPlates",
            "status": 200,
            "mediaType": "application/json",
            "body": {"items": [], "next_cursor": None},
        },
        {
            "operationId": "updatePlate",
            "status": 404,
            "mediaType": "application/problem+json",
            "body": {"title": "None"},
        },
    ]


def test_a_path_without_placeholders_has_precedence_even_for_methods_that_it_lacks() -> None:
    routes = {"/plates/{plate_id}": ["get"], "/plates/check": ["post"]}
    paths = {path: {verb: {"operationId": verb, "responses": {}} for verb in verbs} for path, verbs in routes.items()}
    requests = [("GET", "/v1/plates/7"), ("GET", "/v1/plates/check"), ("POST", "/v1/plates/check")]
    entries = [entry(method, f"http://x{path}", 405, "application/json", "{}") for method, path in requests]
    exchanges = from_har({"servers": [{"url": "/v1"}], "paths": paths}, {"log": {"entries": entries}})
    assert [exchange["operationId"] for exchange in exchanges] == ["get", "post"]


def test_a_recording_has_the_same_few_bodies_of_a_response_in_any_order() -> None:
    bodies: list[Any] = [{"a": number} for number in range(9)] + [{"a": None}, {"a": [1]}, {"a": [1, 2]}, {"a": 0}]
    exchanges = [{"operationId": "x", "status": 200, "mediaType": "m", "body": body} for body in bodies]
    recorded = [exchange["body"] for exchange in record(exchanges)]
    assert recorded == [{"a": 0}, {"a": [1]}, {"a": None}, {"a": 1}]
    assert record(reversed(exchanges)) == record(exchanges)


def test_the_examples_can_be_recorded(document: Any) -> None:
    recorded = record(from_examples(document))
    assert {"operationId": "createPlate", "status": 201, "mediaType": "application/json", "body": PLATE} in recorded
    assert {exchange["operationId"] for exchange in recorded} == {
        "createPlate",
        "getPlateFile",
        "listPlates",
        "pressPlate",
        "updatePlate",
    }
