"""Every error response has examples of its own: problems with its status and with codes that the server sends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from codegen.bundle import bundle, references
from codegen.findings import CodegenError, Finding
from codegen.lint import lint as lint_spec
from codegen.load import load
from codegen.operations import routes
from codegen.problem_examples import MEDIA_TYPE, add_examples, lint
from codegen.types import resolve
from tests.contract.small_spec import edit, write_small_spec
from tests.serving import contract

ROOT = Path(__file__).parents[2]
PROBLEMS = load(ROOT / "spec" / "problems.yaml")
DOCUMENT = dict(contract().document)
CODES_IN_PROSE = re.compile(r"\b([45][0-9][0-9]) (`[a-z_]+`(?:, `[a-z_]+`)*)")

RESPONSES = [
    (route, int(status), resolve(DOCUMENT, node))
    for route in routes(DOCUMENT)
    for status, node in route.node["responses"].items()
    if MEDIA_TYPE in resolve(DOCUMENT, node).get("content", {})
]
IDS = [f"{route.id} {status}" for route, status, _ in RESPONSES]


@pytest.mark.parametrize(("route", "status", "response"), RESPONSES, ids=IDS)
def test_an_error_response_has_examples_with_its_status_and_codes(route: Any, status: int, response: Any) -> None:
    examples = {code: example["value"] for code, example in response["content"][MEDIA_TYPE]["examples"].items()}
    assert examples
    assert {problem["status"] for problem in examples.values()} == {status}
    assert {code: problem["code"] for code, problem in examples.items()} == {code: code for code in examples}
    described = CODES_IN_PROSE.findall(route.node["description"])
    codes = {
        code
        for described_status, text in described
        for code in re.findall("[a-z_]+", text)
        if int(described_status) == status
    }
    assert codes <= examples.keys()


def test_every_error_response_is_a_problem() -> None:
    errors = [
        (route.id, status) for route in routes(DOCUMENT) for status in route.node["responses"] if int(status) >= 400
    ]
    assert {*errors} - {(route.id, str(status)) for route, status, _ in RESPONSES} == {("getHealth", "503")}


def test_every_code_of_an_example_is_one_that_the_server_sends() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "platemark").rglob("*.py"))
    sent = {
        code
        for code in PROBLEMS
        if f'"{code}"' in source or re.search(rf'NotFound\(\s*"{code.removesuffix("_not_found")}"', source)
    }
    assert sent == PROBLEMS.keys()


WRONG_CODES = {
    "a code without a problem": ("x-codes: [misprint]", "plate_gone: { status: 404, detail: '' }", "misprint is not"),
    "a code of another status": ("x-codes: [plate_gone]", "plate_gone: { status: 409, detail: '' }", "status 404"),
    "a code that no response lists": ("", "plate_gone: { status: 404, detail: '' }", "no response lists this code"),
}


@pytest.mark.parametrize("name", WRONG_CODES)
def test_codes_and_problems_must_match(tmp_path: Path, name: str) -> None:
    codes, problem, message = WRONG_CODES[name]
    spec = write_small_spec(tmp_path)
    edit(spec, "responses.yaml", "NotFound:\n", f"NotFound:\n  {codes}\n")
    (spec / "problems.yaml").write_text(problem, "utf-8")
    with pytest.raises(CodegenError, match=message):
        add_examples(spec, bundle(spec).document)


def test_a_misspelt_code_is_the_only_finding(tmp_path: Path) -> None:
    spec = write_small_spec(tmp_path)
    edit(spec, "responses.yaml", "NotFound:\n", "NotFound:\n  x-codes: [plate_gnoe]\n")
    (spec / "problems.yaml").write_text("plate_gone: { status: 404, detail: '' }", "utf-8")
    assert {finding.message for finding in lint_spec(spec, bundle(spec))} == {
        "plate_gnoe is not a code of problems.yaml with the status 404",
        "no response lists this code",
    }


def test_lint_finds_error_responses_without_codes(tmp_path: Path) -> None:
    spec = write_small_spec(tmp_path)
    document = bundle(spec).document
    assert lint(spec, document) == []
    (spec / "problems.yaml").write_text("{}", "utf-8")
    findings = lint(spec, add_examples(spec, document))
    assert Finding("#/paths/~1plates/get/responses/400", "without x-codes") in findings


def test_an_operation_may_list_codes_of_its_own(tmp_path: Path) -> None:
    spec = write_small_spec(tmp_path)
    edit(spec, "responses.yaml", "NotFound:\n", "NotFound:\n  x-codes: [not_here]\n")
    edit(
        spec, "paths/plates.yaml", "responses.yaml#/NotFound }", "responses.yaml#/NotFound, x-codes: [plate_gone] }", 1
    )
    problems = "not_here: { status: 404, detail: '' }\nplate_gone: { status: 404, detail: '' }\n"
    (spec / "problems.yaml").write_text(problems, "utf-8")
    document = add_examples(spec, bundle(spec).document)
    shared = document["components"]["responses"]["NotFound"]["content"][MEDIA_TYPE]["examples"]
    own = [
        node["content"][MEDIA_TYPE]["examples"]
        for route in routes(document)
        for status, node in route.node["responses"].items()
        if status == "404" and "$ref" not in node
    ]
    assert (list(shared), [list(examples) for examples in own]) == (["not_here"], [["plate_gone"]])


def test_no_shared_response_is_left_that_every_operation_replaced() -> None:
    shared = {f"#/components/responses/{name}" for name in DOCUMENT["components"]["responses"]}
    assert shared <= set(references(DOCUMENT["paths"]))
