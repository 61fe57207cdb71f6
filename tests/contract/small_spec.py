"""A small spec with one of each construct that the generator supports; the tests modify and break it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BASE = "https://platemark.dev/schemas/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "01920000-0000-7000-8000-000000000001"


def schema(file: str, title: str, **rest: Any) -> dict[str, Any]:
    """A schema document with the keywords that every schema has."""
    return {"$schema": DIALECT, "$id": BASE + file, "title": title, "description": f"{title}, for tests.", **rest}


def closed(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    """The keywords of an object with exactly these properties."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


LABELS = {
    "type": "object",
    "title": "PlateCounts",
    "propertyNames": {"pattern": "^[a-z]{1,20}$", "maxLength": 20},
    "maxProperties": 5,
    "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 1000},
}
OLD = {"deprecated": True, "x-deprecated-since": "2026-06-01", "x-sunset": "2027-01-01"}
CHANGELOG = (
    "Deprecated: `pressPlate`, `listPlates.kind`, `CreatePlateFields.loud`, `Plate.note`, `PlateKind.dry-point`.\n"
)
PLATE = {"id": ID, "name": "Sky", "note": None, "kind": "ink", "counts": {"red": 1}, "made_at": "2026-01-02T03:04:05Z"}

SCHEMAS: dict[str, dict[str, Any]] = {
    "common/uuid.json": schema("common/uuid.json", "Uuid", type="string", format="uuid", maxLength=36, examples=[ID]),
    "common/line.json": schema(
        "common/line.json",
        "Line",
        type="string",
        maxLength=90,
        pattern="^[^\\u0000-\\u001f\\u007f]*$",
        examples=["Sky"],
    ),
    "plates/plate_kind.json": schema(
        "plates/plate_kind.json",
        "PlateKind",
        type="string",
        enum=["ink", "dry-point"],
        examples=["ink"],
        **{"x-words": {"dry-point": OLD}},
    ),
    "plates/plate.json": schema(
        "plates/plate.json",
        "Plate",
        **closed(
            {
                "id": {"$ref": "../common/uuid.json"},
                "name": {"$ref": "../common/line.json", "minLength": 1, "maxLength": 20},
                "note": {"anyOf": [{"$ref": "../common/line.json", "maxLength": 50}, {"type": "null"}], **OLD},
                "kind": {"$ref": "plate_kind.json"},
                "counts": LABELS,
                "made_at": {"type": "string", "format": "date-time", "maxLength": 40},
            }
        ),
        examples=[PLATE],
    ),
    "plates/plate_page.json": schema(
        "plates/plate_page.json",
        "PlatePage",
        **closed(
            {
                "items": {"type": "array", "items": {"$ref": "plate.json"}, "maxItems": 200},
                "next_cursor": {"type": ["string", "null"], "pattern": "^[a-z]{4}$", "maxLength": 4},
            }
        ),
        examples=[{"items": [PLATE], "next_cursor": None}],
    ),
    "plates/plate_patch.json": schema(
        "plates/plate_patch.json",
        "PlatePatch",
        minProperties=1,
        **closed({"name": {"$ref": "../common/line.json", "maxLength": 20}}, "name"),
        examples=[{"name": "Sea"}],
    ),
    "plates/press_request.json": schema(
        "plates/press_request.json",
        "PressRequest",
        oneOf=[{"$ref": "#/$defs/PressOnce"}, {"$ref": "#/$defs/PressMany"}],
        discriminator={"propertyName": "how", "mapping": {"once": "#/$defs/PressOnce", "many": "#/$defs/PressMany"}},
        examples=[{"how": "once"}, {"how": "many", "copies": 3}],
        **{
            "$defs": {
                "PressOnce": {
                    "title": "PressOnce",
                    "description": "One sheet.",
                    **closed({"how": {"type": "string", "const": "once"}}),
                },
                "PressMany": {
                    "title": "PressMany",
                    "description": "Several sheets.",
                    **closed(
                        {
                            "how": {"type": "string", "const": "many"},
                            "copies": {"type": "integer", "minimum": 1, "maximum": 9, "default": 2},
                        },
                        "copies",
                    ),
                },
            }
        },
    ),
    "system/problem.json": schema(
        "system/problem.json",
        "Problem",
        **closed({"title": {"type": "string", "maxLength": 100, "pattern": "^[ -~]*$"}}),
        examples=[{"title": "No such plate"}],
    ),
}

OPENAPI = """
openapi: 3.1.0
info: { title: Small, version: 1.2.3, description: For tests. }
servers: [{ url: /api/v1 }]
tags: [{ name: plates, description: Plates. }]
security: [{ sessionCookie: [] }]
paths:
  /plates: { $ref: 'paths/plates.yaml#/plates' }
  /plates/{plate_id}: { $ref: 'paths/plates.yaml#/plate' }
  /plates/{plate_id}/file: { $ref: 'paths/plates.yaml#/file' }
components:
  securitySchemes:
    sessionCookie: { type: apiKey, in: cookie, name: small_session, description: A session. }
    csrfToken: { type: apiKey, in: header, name: X-CSRF-Token, description: Its second half. }
    bearerToken: { type: http, scheme: bearer, description: A token. }
"""

PARAMETERS = """
TraceId:
  name: X-Trace-Id
  in: header
  description: Names the exchange.
  x-server-side: true
  schema: { type: string, pattern: '^[a-z]{8,64}$', maxLength: 64 }
PlateId:
  name: plate_id
  in: path
  required: true
  description: The plate.
  schema: { $ref: schemas/common/uuid.json }
IdempotencyKey:
  name: Idempotency-Key
  in: header
  description: Names the request.
  x-server-side: true
  schema: { type: string, pattern: '^[a-z]{8,64}$', maxLength: 64 }
IfMatch:
  name: If-Match
  in: header
  description: The state that the caller knows.
  schema: { type: string, pattern: '^"[a-z]{1,8}"$', maxLength: 10 }
"""

HEADERS = """
TraceId:
  description: Names the exchange.
  required: true
  x-server-side: true
  schema: { type: string, pattern: '^[a-z]{8,64}$', maxLength: 64 }
ETag:
  description: The state of the thing.
  required: true
  schema: { type: string, pattern: '^"[a-z]{1,8}"$', maxLength: 10 }
Location:
  description: Where the new thing is.
  required: true
  schema: { type: string, format: uri-reference, maxLength: 200 }
Replayed:
  description: Whether this is the answer to an earlier request.
  x-server-side: true
  schema: { type: string, pattern: '^true$', maxLength: 4 }
"""

HEADERS += """
WWW-Authenticate:
  description: How to authenticate.
  required: true
  x-server-side: true
  schema: { type: string, pattern: '^Bearer [ -~]*$', maxLength: 140 }
"""
PROBLEMS = {
    400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 406: "NotAcceptable",
    408: "RequestTimeout", 412: "PreconditionFailed", 413: "ContentTooLarge", 415: "UnsupportedMediaType",
    422: "Unprocessable", 500: "InternalError", 503: "Unavailable",
}  # fmt: skip

RESPONSE = """
{name}:
  description: What went wrong.
  headers: {{ X-Trace-Id: {{ $ref: headers.yaml#/TraceId }} }}
  content: {{ application/problem+json: {{ schema: {{ $ref: schemas/system/problem.json }} }} }}
"""

UNAUTHORIZED = RESPONSE.format(name="Unauthorized").replace(
    "headers: { ", "headers: { WWW-Authenticate: { $ref: headers.yaml#/WWW-Authenticate }, "
)
READ = "x-minimum-role: viewer\n    security: [{ sessionCookie: [] }, { bearerToken: [] }]"
WRITE = "x-minimum-role: editor\n    security: [{ sessionCookie: [], csrfToken: [] }, { bearerToken: [] }]"
NEWLINE = "\n"
OLD_LINES = "deprecated: true\nx-deprecated-since: '2026-06-01'\nx-sunset: '2027-01-01'"
TRACE = "headers: { X-Trace-Id: { $ref: ../headers.yaml#/TraceId } }"


def problems(*statuses: int) -> str:
    """The lines of the shared responses of an operation."""
    declared = sorted({400, 401, 403, 500, 503, *statuses})
    return "\n".join(f"      {status}: {{ $ref: ../responses.yaml#/{PROBLEMS[status]} }}" for status in declared)


PATHS = f"""
plates:
  parameters: [{{ $ref: ../parameters.yaml#/TraceId }}]
  get:
    operationId: listPlates
    tags: [plates]
    summary: Plates.
    description: All plates, newest first.
    {READ}
    parameters:
      - name: kind
        in: query
        description: Only these.
        {OLD_LINES.replace(NEWLINE, NEWLINE + "        ")}
        schema: {{ type: array, maxItems: 2, items: {{ $ref: ../schemas/plates/plate_kind.json }} }}
      - name: limit
        in: query
        description: How many.
        schema: {{ type: integer, minimum: 1, maximum: 200, default: 50 }}
      - name: cursor
        in: query
        description: From where.
        schema: {{ type: string, pattern: '^[a-z]{{4}}$', maxLength: 4 }}
    responses:
      200:
        description: A page.
        {TRACE}
        content:
          application/json:
            schema: {{ $ref: ../schemas/plates/plate_page.json }}
            example: {{ $ref: ../examples/listPlates.200.json }}
          text/csv: {{ schema: {{ type: string, maxLength: 1000, pattern: '^[^\\u0000]*$' }} }}
{problems(406)}
  post:
    operationId: createPlate
    tags: [plates]
    summary: A new plate.
    description: Stores the bytes of a plate.
    {WRITE}
    parameters: [{{ $ref: ../parameters.yaml#/IdempotencyKey }}]
    requestBody:
      description: The bytes.
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            title: CreatePlateFields
            additionalProperties: false
            required: [file]
            properties:
              file: {{ type: string, contentMediaType: application/octet-stream }}
              name: {{ $ref: ../schemas/common/line.json, maxLength: 20 }}
              loud: {{ type: boolean, default: false, {OLD_LINES.replace(NEWLINE, ", ")} }}
    responses:
      201:
        description: The plate.
        headers:
          X-Trace-Id: {{ $ref: ../headers.yaml#/TraceId }}
          ETag: {{ $ref: ../headers.yaml#/ETag }}
          Location: {{ $ref: ../headers.yaml#/Location }}
          Idempotency-Replayed: {{ $ref: ../headers.yaml#/Replayed }}
        content:
          application/json:
            schema: {{ $ref: ../schemas/plates/plate.json }}
            example: {{ $ref: ../examples/createPlate.201.json }}
        links:
          thePlate: {{ operationId: updatePlate, parameters: {{ plate_id: $response.body#/id }} }}
{problems(406, 408, 413, 415, 422)}
plate:
  parameters: [{{ $ref: ../parameters.yaml#/TraceId }}, {{ $ref: ../parameters.yaml#/PlateId }}]
  patch:
    operationId: updatePlate
    tags: [plates]
    summary: Change a plate.
    description: Changes what is given.
    {WRITE}
    parameters: [{{ $ref: ../parameters.yaml#/IfMatch }}]
    requestBody:
      description: What changes.
      required: true
      content:
        application/merge-patch+json:
          schema: {{ $ref: ../schemas/plates/plate_patch.json }}
          example: {{ name: Sea }}
    responses:
      200:
        description: The plate.
        headers: {{ X-Trace-Id: {{ $ref: ../headers.yaml#/TraceId }}, ETag: {{ $ref: ../headers.yaml#/ETag }} }}
        content:
          application/json:
            schema: {{ $ref: ../schemas/plates/plate.json }}
            example: {{ $ref: ../examples/createPlate.201.json }}
{problems(404, 406, 408, 412, 413, 415, 422)}
  put:
    operationId: pressPlate
    tags: [plates]
    summary: Press.
    description: Presses sheets.
    {OLD_LINES.replace(NEWLINE, NEWLINE + "    ")}
    {WRITE}
    requestBody:
      description: How.
      required: true
      content:
        application/json: {{ schema: {{ $ref: ../schemas/plates/press_request.json }}, example: {{ how: once }} }}
        text/csv: {{ schema: {{ type: string, maxLength: 1000, pattern: '^[^\\u0000]*$' }} }}
    responses:
      204: {{ description: Done., {TRACE} }}
{problems(404, 408, 413, 415, 422)}
file:
  parameters: [{{ $ref: ../parameters.yaml#/TraceId }}, {{ $ref: ../parameters.yaml#/PlateId }}]
  get:
    operationId: getPlateFile
    tags: [plates]
    summary: The bytes.
    description: The bytes as they were stored.
    x-minimum-role: public
    security: [{{}}, {{ sessionCookie: [] }}, {{ bearerToken: [] }}]
    responses:
      200:
        description: The bytes.
        {TRACE}
        content:
          image/png: {{ schema: {{ type: string, contentMediaType: image/png }} }}
          image/webp: {{ schema: {{ type: string, contentMediaType: image/webp }} }}
{problems(404, 406)}
"""

EXAMPLES: dict[str, Any] = {
    "listPlates.200.json": {"items": [PLATE], "next_cursor": "abcd"},
    "createPlate.201.json": PLATE,
}


def write_small_spec(folder: Path) -> Path:
    """Write the small spec into `folder`/spec and return that path."""
    spec = folder / "spec"
    others = [name for status, name in PROBLEMS.items() if status != 401]
    responses = UNAUTHORIZED + "".join(RESPONSE.format(name=name) for name in others)
    texts = {
        "openapi.yaml": OPENAPI,
        "parameters.yaml": PARAMETERS,
        "headers.yaml": HEADERS,
        "paths/plates.yaml": PATHS,
    }
    files = {**texts, "responses.yaml": responses}
    files |= {f"schemas/{name}": json.dumps(content) for name, content in SCHEMAS.items()}
    files |= {f"examples/{name}": json.dumps(content) for name, content in EXAMPLES.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    for name, text in files.items():
        path = spec / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return spec


def edit(spec: Path, file: str, old: str, new: str, times: int = -1) -> None:
    """Replace `old`, which must occur, with `new` in a file of the spec, everywhere or at most `times` times."""
    path = spec / file
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, times), "utf-8")
