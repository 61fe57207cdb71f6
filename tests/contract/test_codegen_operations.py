"""operations.py of the small spec: its table matches the contract, and mypy checks handlers against it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.findings import CodegenError
from codegen.operations import render
from codegen.python import pascal, snake
from tests.contract.small_spec import edit, write_small_spec

DESCRIBE_OPERATIONS = """
import dataclasses, json, msgspec
from generated.operations import *
from generated import operations

def text(kind):
    return getattr(kind, "__name__", None) if not hasattr(kind, "__args__") else str(kind)

def row(operation):
    fields = {field.name: getattr(operation, field.name) for field in dataclasses.fields(operation)}
    fields["params"] = [
        [p.name, p.location, p.python_name, text(p.type), p.required, p.default, p.server_side]
        for p in operation.params
    ]
    fields["bodies"] = {media: str(kind) for media, kind in operation.bodies.items()}
    fields["responses"] = {status: [kind.__name__ for kind in kinds] for status, kinds in operation.responses.items()}
    return fields

def shape(kind):
    constants = {name: getattr(kind, name) for name in ("status", "headers", "server_headers")}
    return constants | {"fields": {name: kind.__annotations__[name] for name in kind.__struct_fields__}}

response_classes = {
    kind for operation in OPERATIONS.values() for kinds in operation.responses.values() for kind in kinds
}
fields = msgspec.structs.fields(CreatePlateForm)
annotations = CreatePlateForm.__annotations__
forms = {"CreatePlateForm": {field.name: [annotations[field.name], field.required] for field in fields}}
classes = {kind.__name__: shape(kind) for kind in response_classes}
table = {k: row(o) for k, o in OPERATIONS.items()}
print(json.dumps({"operations": table, "classes": classes, "forms": forms}, default=str))
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small spec and the code generated from it."""
    folder = tmp_path_factory.mktemp("small")
    write_small_spec(folder)
    assert main(["--python-only"], folder) == 0
    return folder


@pytest.fixture(scope="module")
def generated(root: Path) -> Any:
    """The content of the generated module: its operations, response classes and forms."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", DESCRIBE_OPERATIONS]
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


def test_the_table_has_a_row_for_each_operation(generated: Any) -> None:
    assert generated["operations"]["updatePlate"] == {
        "id": "updatePlate",
        "tag": "plates",
        "function": "update_plate",
        "method": "PATCH",
        "path": "/plates/{plate_id}",
        "params": [
            ["X-Trace-Id", "header", "x_trace_id", "str", False, None, True],
            ["plate_id", "path", "plate_id", "UUID", True, None, False],
            ["If-Match", "header", "if_match", "str", False, None, False],
        ],
        "bodies": {"application/merge-patch+json": "<class 'generated.models.PlatePatch'>"},
        "responses": {
            "200": ["UpdatePlate200"],
            "400": ["BadRequest"],
            "401": ["Unauthorized"],
            "403": ["Forbidden"],
            "404": ["NotFound"],
            "406": ["NotAcceptable"],
            "408": ["RequestTimeout"],
            "412": ["PreconditionFailed"],
            "413": ["ContentTooLarge"],
            "415": ["UnsupportedMediaType"],
            "422": ["Unprocessable"],
            "500": ["InternalError"],
            "503": ["Unavailable"],
        },
        "minimum_role": "editor",
        "security": [["sessionCookie", "csrfToken"], ["bearerToken"]],
        "idempotent_key": False,
        "negotiates": False,
        "response_media": ["application/json"],
        "deprecated_since": None,
        "sunset": None,
    }


@pytest.mark.parametrize(
    ("operation", "field", "value"),
    [
        ("listPlates", "negotiates", True),
        ("listPlates", "response_media", ["application/json", "text/csv"]),
        ("listPlates", "security", [["sessionCookie"], ["bearerToken"]]),
        ("createPlate", "idempotent_key", True),
        ("createPlate", "bodies", {"multipart/form-data": "<class 'generated.operations.CreatePlateForm'>"}),
        ("getPlateFile", "negotiates", False),
        ("getPlateFile", "security", [[], ["sessionCookie"], ["bearerToken"]]),
        ("getPlateFile", "minimum_role", "public"),
        ("pressPlate", "deprecated_since", "2026-06-01"),
        ("pressPlate", "sunset", "2027-01-01"),
    ],
)
def test_a_row_of_the_table_has_the_field_value(generated: Any, operation: str, field: str, value: object) -> None:
    assert generated["operations"][operation][field] == value


def test_parameters_have_their_types_and_defaults(generated: Any) -> None:
    assert generated["operations"]["listPlates"]["params"][1:] == [
        ["kind", "query", "kind", "list[generated.models.PlateKind]", False, None, False],
        ["limit", "query", "limit", "int", False, 50, False],
        ["cursor", "query", "cursor", "str", False, None, False],
    ]


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        (
            "CreatePlate201",
            {
                "status": 201,
                "headers": {"ETag": "etag", "Location": "location"},
                "server_headers": ["X-Trace-Id", "Idempotency-Replayed"],
                "fields": {"body": "models.Plate", "etag": "str", "location": "str"},
            },
        ),
        (
            "PressPlate204",
            {"status": 204, "headers": {}, "server_headers": ["X-Trace-Id"], "fields": {}},
        ),
        (
            "ListPlates200Csv",
            {"status": 200, "headers": {}, "server_headers": ["X-Trace-Id"], "fields": {"body": "bytes"}},
        ),
        (
            "GetPlateFile200",
            {
                "status": 200,
                "headers": {},
                "server_headers": ["X-Trace-Id"],
                "fields": {"body": "FileBody", "media_type": "Literal['image/png', 'image/webp']"},
            },
        ),
    ],
)
def test_a_response_class_has_the_shape_of_its_response(generated: Any, name: str, shape: dict[str, Any]) -> None:
    actual = generated["classes"][name]
    actual["fields"] = {key: kind.replace('"', "'") for key, kind in actual["fields"].items()}
    assert actual == shape


def test_a_form_has_uploads_and_defaults(generated: Any) -> None:
    form = {"file": ["Upload", True], "name": ["str | None", False], "loud": ["bool", False]}
    assert generated["forms"]["CreatePlateForm"] == form


HANDLERS = """
from typing import Literal
from uuid import UUID
from generated import models
from generated.base import CsvBody
from generated.operations import *

class Context: ...

def list_plates(
    context: Context, *, kind: list[models.PlateKind] | None, limit: int, cursor: str | None,
    accept: Literal["application/json", "text/csv"],
) -> ListPlatesResponse:
    page = models.PlatePage(items=[], next_cursor=None)
    return ListPlates200Csv(body=b"") if accept == "text/csv" else ListPlates200Json(body=page)

def create_plate(context: Context, *, body: CreatePlateForm) -> CreatePlateResponse:
    return BadRequest(body=models.Problem(title=body.file.filename))

def update_plate(
    context: Context, *, plate_id: UUID, if_match: str | None, body: models.PlatePatch
) -> UpdatePlateResponse:
    return NotFound(body=models.Problem(title=""))

def press_plate(context: Context, *, plate_id: UUID, body: models.PressRequest | CsvBody) -> PressPlateResponse:
    return PressPlate204()

def get_plate_file(context: Context, *, plate_id: UUID) -> GetPlateFileResponse:
    return NotFound(body=models.Problem(title=""))
"""
PROOF = "\nfrom generated.operations import PlatesApi\nimport {name}\nPLATES: PlatesApi[{name}.Context] = {name}\n"
DRIFTS = {
    "a status that is not declared": (
        "return PressPlate204()",
        "return PreconditionFailed(body=models.Problem(title=''))",
    ),
    "a missing header": (
        "return BadRequest(body=models.Problem(title=body.file.filename))",
        "plate: models.Plate = NotImplemented\n    return CreatePlate201(body=plate, etag='')",
    ),
    "the wrong body": ('ListPlates200Csv(body=b"")', 'ListPlates200Csv(body="")'),
    "a missing field of a model": ("models.PlatePage(items=[], next_cursor=None)", "models.PlatePage(items=[])"),
    "a missing handler": ("def get_plate_file", "def get_plate_bytes"),
    "a missing argument": ("plate_id: UUID, if_match: str | None, body", "plate_id: UUID, body"),
    "an argument of another type": ("limit: int", "limit: str"),
    "an argument that is not in the contract": (
        "def press_plate(context: Context, *, ",
        "def press_plate(context: Context, *, loud: bool, ",
    ),
    "a body that may also be CSV": ("models.PressRequest | CsvBody", "models.PressRequest"),
    "a context of another type": ("def create_plate(context: Context", "def create_plate(context: int"),
}


@pytest.fixture(scope="module")
def errors(root: Path) -> dict[str, list[str]]:
    """The errors of mypy for correct handlers and for each drift, by the name of the drift."""
    names = {"handlers_correct": "", **{f"drift_{index}": name for index, name in enumerate(DRIFTS)}}
    for module, drift in names.items():
        old, new = DRIFTS.get(drift, ("", ""))
        assert old in HANDLERS, drift
        (root / f"{module}.py").write_text(HANDLERS.replace(old, new) if old else HANDLERS)
        (root / f"{module}_proof.py").write_text(PROOF.format(name=module))
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", "."]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    lines = [line for line in result.stdout.splitlines() if ": error:" in line]
    return {
        drift: [line for line in lines if line.startswith((f"{module}.py", f"{module}_proof.py"))]
        for module, drift in names.items()
    } | {"elsewhere": [line for line in lines if not line.startswith(("handlers_", "drift_"))]}


def test_mypy_accepts_a_module_that_serves_its_tag(errors: dict[str, list[str]]) -> None:
    assert errors[""] == []


def test_generated_code_is_strictly_typed(errors: dict[str, list[str]]) -> None:
    assert errors["elsewhere"] == []


@pytest.mark.parametrize("drift", DRIFTS)
def test_mypy_rejects_a_handler_that_drifts(errors: dict[str, list[str]], drift: str) -> None:
    assert errors[drift]


def test_a_shared_response_is_used_for_one_status(tmp_path: Path) -> None:
    spec = write_small_spec(tmp_path)
    edit(spec, "paths/plates.yaml", "412: { $ref: ../responses.yaml#/PreconditionFailed }",
         "412: { $ref: ../responses.yaml#/NotFound }")  # fmt: skip
    with pytest.raises(CodegenError, match="the shared response NotFound is used for"):
        render(bundle(spec).document)


def test_an_unknown_media_type_is_an_error(tmp_path: Path) -> None:
    spec = write_small_spec(tmp_path)
    edit(spec, "paths/plates.yaml", "text/csv", "image/png")
    with pytest.raises(CodegenError, match="no code for this operation"):
        render(bundle(spec).document)


@pytest.mark.parametrize(
    ("name", "python_name"),
    [("getAlbum", "get_album"), ("X-Trace-Id", "x_trace_id"), ("If-Match", "if_match"), ("ETag", "etag"), ("q", "q")],
)
def test_names_become_python_names(name: str, python_name: str) -> None:
    assert snake(name) == python_name


def test_names_become_class_names() -> None:
    assert [pascal(name) for name in ("getAlbum", "set_templates", "problem+json")] == [
        "GetAlbum",
        "SetTemplates",
        "ProblemJson",
    ]
