"""The rules for operations: lint finds each violation at the operation, or at its link."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from codegen.bundle import bundle
from codegen.lint import lint
from tests.contract.small_spec import edit, write_small_spec

PATCH = "schemas/plates/plate_patch.json"
PATHS = "paths/plates.yaml"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return write_small_spec(tmp_path)


class Edit(NamedTuple):
    """A change of one file, and the place and message of the finding that follows."""

    file: str
    old: str
    new: str
    where: str
    message: str


EDITS = {
    "an operation without summary": Edit(
        PATHS, "summary: A new plate.", "summary: ''", f"{PATHS}#/plates/post", "has no summary"
    ),
    "an operation without description": Edit(
        PATHS,
        "description: Stores the bytes of a plate.",
        "description: ''",
        f"{PATHS}#/plates/post",
        "has no description",
    ),
    "two tags": Edit(PATHS, "tags: [plates]", "tags: [plates, plates]", f"{PATHS}#/plates/get", "exactly one tag"),
    "a tag that is not declared": Edit(
        PATHS, "tags: [plates]", "tags: [prints]", f"{PATHS}#/plates/get", "tag prints is not"
    ),
    "a body that may be longer than the default limit": Edit(
        PATHS,
        "text/csv: { schema: { type: string, maxLength: 1000, pattern: '^[^\\u0000]*$' } }\n    responses:\n      204",
        "text/csv: { schema: { type: string, maxLength: 70000, pattern: '^[^\\u0000]*$' } }\n    responses:\n      204",
        f"{PATHS}#/plate/put/requestBody",
        "text/csv: its schema allows 70002 characters",
    ),
    "a limit that is not a number of bytes": Edit(
        PATHS,
        "application/merge-patch+json:\n",
        "application/merge-patch+json:\n          x-max-bytes: 64 kB\n",
        f"{PATHS}#/plate/patch/requestBody",
        "x-max-bytes must be a number of bytes",
    ),
    "an operationId that is not a verb and a noun": Edit(
        PATHS, "operationId: createPlate", "operationId: create_plate", f"{PATHS}#/plates/post", "not a verb and a noun"
    ),
    "an operationId used twice": Edit(
        PATHS, "operationId: createPlate", "operationId: listPlates", f"{PATHS}#/plates/post", "used twice"
    ),
    "no trace id in the request": Edit(
        PATHS,
        "plates:\n  parameters: [{ $ref: ../parameters.yaml#/TraceId }]\n",
        "plates:\n",
        f"{PATHS}#/plates/get",
        "lacks the parameter X-Trace-Id",
    ),
    "no trace id in a response": Edit(
        "responses.yaml",
        "headers: { X-Trace-Id: { $ref: headers.yaml#/TraceId } }",
        "headers: {}",
        f"{PATHS}#/plates/get",
        "400 lacks the header X-Trace-Id",
    ),
    "a header parameter without pattern": Edit(
        "parameters.yaml",
        "type: string, pattern: '^\"[a-z]{1,8}\"$'",
        "type: string, format: uuid",
        f"{PATHS}#/plate/patch",
        "header parameter If-Match must have a pattern",
    ),
    "a parameter without description": Edit(
        "parameters.yaml",
        "  description: The plate.\n",
        "",
        f"{PATHS}#/plate/patch",
        "parameter plate_id has no description",
    ),
    "a POST that creates without Idempotency-Key": Edit(
        PATHS,
        "    parameters: [{ $ref: ../parameters.yaml#/IdempotencyKey }]\n",
        "",
        f"{PATHS}#/plates/post",
        "needs the parameter Idempotency-Key",
    ),
    "an answer that does not say that it is repeated": Edit(
        PATHS,
        "          Idempotency-Replayed: { $ref: ../headers.yaml#/Replayed }\n",
        "",
        f"{PATHS}#/plates/post",
        "201 lacks the header Idempotency-Replayed, which the server sends",
    ),
    "a POST that creates without Location": Edit(
        PATHS,
        "          Location: { $ref: ../headers.yaml#/Location }\n",
        "",
        f"{PATHS}#/plates/post",
        "201 lacks the required header Location",
    ),
    "a role that does not exist": Edit(
        PATHS, "x-minimum-role: public", "x-minimum-role: root", f"{PATHS}#/file/get", "x-minimum-role must be one of"
    ),
    "a public operation behind a sign-in": Edit(
        PATHS, "security: [{}, ", "security: [", f"{PATHS}#/file/get", "security must allow anonymous calls"
    ),
    "a private operation that allows anonymous calls": Edit(
        PATHS,
        "security: [{ sessionCookie: [] }, {",
        "security: [{}, {",
        f"{PATHS}#/plates/get",
        "security must allow anonymous calls",
    ),
    "a write without a CSRF token": Edit(
        PATHS,
        "{ sessionCookie: [], csrfToken: [] }",
        "{ sessionCookie: [] }",
        f"{PATHS}#/plates/post",
        "requires csrfToken",
    ),
    "a security scheme that is not declared": Edit(
        PATHS, "{ bearerToken: [] }", "{ badge: [] }", f"{PATHS}#/plates/get", "security scheme badge is not declared"
    ),
    "a missing status": Edit(
        PATHS,
        "      415: { $ref: ../responses.yaml#/UnsupportedMediaType }\n",
        "",
        f"{PATHS}#/plates/post",
        "does not declare 415",
    ),
    "a missing 404 of a path with an id": Edit(
        PATHS, "      404: { $ref: ../responses.yaml#/NotFound }\n", "", f"{PATHS}#/file/get", "does not declare 404"
    ),
    "a missing 412 beside If-Match": Edit(
        PATHS,
        "      412: { $ref: ../responses.yaml#/PreconditionFailed }\n",
        "",
        f"{PATHS}#/plate/patch",
        "does not declare 412",
    ),
    "a shared response at the wrong status": Edit(
        PATHS,
        "      404: { $ref: ../responses.yaml#/NotFound }",
        "      404: { $ref: ../responses.yaml#/Forbidden }",
        f"{PATHS}#/plate/patch",
        "Forbidden is not the shared response for 404",
    ),
    "a GET with an ETag that cannot be asked for conditionally": Edit(
        PATHS,
        "headers: { X-Trace-Id: { $ref: ../headers.yaml#/TraceId } }",
        "headers: { X-Trace-Id: { $ref: ../headers.yaml#/TraceId }, ETag: { $ref: ../headers.yaml#/ETag } }",
        f"{PATHS}#/file/get",
        "needs the parameter If-None-Match",
    ),
    "a GET with an ETag and without 304": Edit(
        PATHS,
        "headers: { X-Trace-Id: { $ref: ../headers.yaml#/TraceId } }",
        "headers: { X-Trace-Id: { $ref: ../headers.yaml#/TraceId }, ETag: { $ref: ../headers.yaml#/ETag } }",
        f"{PATHS}#/file/get",
        "needs a 304 with the header ETag",
    ),
    "a response without example": Edit(
        PATHS,
        "            example: { $ref: ../examples/listPlates.200.json }\n",
        "",
        f"{PATHS}#/plates/get",
        "200 application/json has no example",
    ),
    "a request without example": Edit(
        PATHS,
        "          example: { name: Sea }\n",
        "",
        f"{PATHS}#/plate/patch",
        "request application/merge-patch+json has no example",
    ),
    "a PATCH that is not a merge patch": Edit(
        PATHS, "application/merge-patch+json", "application/json", f"{PATHS}#/plate/patch", "PATCH must take"
    ),
    "a PATCH with a required field": Edit(
        PATCH,
        '"required": []',
        '"required": ["name"]',
        f"{PATHS}#/plate/patch",
        "a merge patch must have only optional fields",
    ),
    "a body that may be missing": Edit(
        PATHS, "      required: true\n", "", f"{PATHS}#/plate/patch", "the request body must be required"
    ),
    "a link to an operation that does not exist": Edit(
        PATHS,
        "operationId: updatePlate, parameters",
        "operationId: burnPlate, parameters",
        f"{PATHS}#/plates/post/responses/201/links/thePlate",
        "no such operation: burnPlate",
    ),
    "a link with a parameter that does not exist": Edit(
        PATHS,
        "{ plate_id: $response",
        "{ id: $response",
        f"{PATHS}#/plates/post/responses/201/links/thePlate",
        "updatePlate has no parameter id",
    ),
    "a violation of OpenAPI itself": Edit(
        "openapi.yaml", "info: { title: Small, ", "info: { ", "openapi.yaml#/info", 'OpenAPI: "title" is'
    ),
    "an example that no operation uses": Edit(
        PATHS,
        "example: { $ref: ../examples/listPlates.200.json }",
        "example: {}",
        "examples/listPlates.200.json",
        "no operation refers",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_violation_is_found_at_its_place(spec: Path, name: str) -> None:
    violation = EDITS[name]
    edit(spec, violation.file, violation.old, violation.new)
    findings = lint(spec, bundle(spec))
    assert [
        finding
        for finding in findings
        if finding.where.startswith(violation.where) and violation.message in finding.message
    ], findings
