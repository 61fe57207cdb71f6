"""Features that are refused: a change of a small contract, the place of the finding, and what it says."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from tests.contract.features.rows import Json, closed, document, schema_row
from tests.contract.features.served_schemas import CIRCLE, OLD, SMALL, SQUARE, WORD, ref

GET, PUT = ("paths", "/thing", "get"), ("paths", "/thing", "put")
SCHEMA = ("components", "schemas", "Thing")
MISSING = object()


@dataclass(frozen=True)
class Refused:
    """A feature that is refused. `edits` are paths of keys into the contract, each with its new value."""

    name: str
    edits: dict[Any, Any]
    place: str
    message: str


def base() -> Json:
    """A contract without findings: one schema in a request and in an answer."""
    return document([schema_row("thing", closed({"it": WORD}), [{"it": "a"}], [])])


def edited(row: Refused) -> Json:
    """The contract with the feature."""
    contract = copy.deepcopy(base())
    for path, value in row.edits.items():
        node: Any = contract
        for key in path[:-1]:
            node = node.setdefault(key, {}) if isinstance(node, dict) else node[key]
        if value is MISSING:
            node.pop(path[-1], None)
        else:
            node[path[-1]] = value
    return contract


def field(name: str, schema: Json, message: str) -> Refused:
    """A field of a schema that is refused."""
    return Refused(
        name,
        {(*SCHEMA, "properties", "extra"): schema},
        "openapi.yaml#/components/schemas/Thing/properties/extra",
        message,
    )


def schema(name: str, node: Json, message: str, **others: Json) -> Refused:
    """A component that is refused."""
    edits = {("components", "schemas", key): {"description": "A part.", **value} for key, value in others.items()}
    edits[SCHEMA] = {"description": "It.", "examples": [None], **node}
    return Refused(name, edits, "openapi.yaml#/components/schemas/Thing", message)


def operation(name: str, edits: Json, message: str, place: str = "/get") -> Refused:
    """Changes of the GET that are refused; `edits` are its keys."""
    return Refused(
        name, {(*GET, key): value for key, value in edits.items()}, f"openapi.yaml#/paths/~1thing{place}", message
    )


def parameter(name: str, message: str, /, **param: Any) -> Refused:
    """A parameter that is refused."""
    full = {"name": "q", "in": "query", "description": "It.", "schema": WORD, **param}
    full = {key: value for key, value in full.items() if value is not MISSING}
    return operation(name, {"parameters": [full]}, message)


def answer(name: str, status: str, content: Json, message: str) -> Refused:
    """A response that is refused."""
    response = {
        "description": "It.",
        "headers": {"X-Trace-Id": {"$ref": "#/components/headers/TraceId"}},
        "content": content,
    }
    return Refused(name, {(*GET, "responses", status): response}, "openapi.yaml#/paths/~1thing/get", message)


def body(name: str, content: Json, message: str) -> Refused:
    """A request body that is refused."""
    node = {"description": "It.", "required": True, "content": content}
    return Refused(name, {(*PUT, "requestBody"): node}, "openapi.yaml#/paths/~1thing/put", message)


TEXT = {"schema": WORD}
WORDS = {"type": "array", "items": WORD, "maxItems": 3}
TAGGED = {"oneOf": [ref("One"), ref("Two")], "discriminator": {"propertyName": "kind"}}
UNION = {"One": closed({"kind": WORD}), "Two": closed({"kind": WORD, "a": SMALL})}
SCHEMAS = [
    field("example that does not match", {**WORD, "example": 1}, "does not match its schema"),
    field("nullable of earlier versions", {**WORD, "nullable": True}, "write `type: [..., 'null']`"),
    field(
        "fields by pattern", {"type": "object", "title": "X", "patternProperties": {"^a$": WORD}}, "patternProperties"
    ),
    field("list that contains", {**WORDS, "contains": {"const": "a"}}, "unknown keywords: contains"),
    field("dynamic reference", {"$dynamicRef": "#it"}, "write a $ref for each use"),
    field("unevaluated items", {**WORDS, "unevaluatedItems": False}, "unknown keywords: unevaluatedItems"),
    field(
        "dependent schemas",
        {"type": "object", "title": "X", "dependentSchemas": {}},
        "unknown keywords: dependentSchemas",
    ),
    field("text without limit", {"type": "string"}, "a string needs maxLength"),
    field("number without limit", {"type": "integer"}, "a number needs minimum"),
    field(
        "integer beyond javascript", {"type": "integer", "minimum": 0, "maximum": 2**60}, "JavaScript cannot represent"
    ),
    field("list without limit", {"type": "array", "items": WORD}, "an array needs maxItems"),
    field("open object", {"type": "object", "title": "X", "properties": {}}, "additionalProperties: false"),
    field("map without limit", {"type": "object", "title": "X", "additionalProperties": WORD}, "maxProperties"),
    field("anything", {}, "does not constrain its values"),
    field("unknown format", {"type": "string", "maxLength": 9, "format": "iban"}, "format iban is not checked"),
    field(
        "format of numbers on text",
        {"type": "string", "maxLength": 9, "format": "int64"},
        "format int64 is not checked",
    ),
    field("lookahead", {"type": "string", "maxLength": 9, "pattern": "^(?=a)a$"}, "must not look around"),
    field("back reference", {"type": "string", "maxLength": 9, "pattern": "^(a)\\1$"}, "refer back"),
    field("pattern without anchors", {"type": "string", "maxLength": 9, "pattern": "a"}, "must be anchored"),
    field(
        "pattern of another engine",
        {"type": "string", "maxLength": 9, "pattern": "^(?P<a>b)$"},
        "cannot be compiled by JavaScript",
    ),
    field(
        "needless escape", {"type": "string", "maxLength": 9, "pattern": "^\\-$"}, "cannot be compiled by JavaScript"
    ),
    field(
        "octal escape", {"type": "string", "maxLength": 9, "pattern": "^[^\\0]$"}, "cannot be compiled by the server"
    ),
    field(
        "unicode property", {"type": "string", "maxLength": 9, "pattern": "^\\p{L}$"}, "not a valid regular expression"
    ),
    field("bytes in json", {"type": "string", "contentMediaType": "image/png"}, "bytes are sent in forms only"),
    field("field only in answers", {**WORD, "readOnly": True}, "write one schema for requests"),
    field("field only in requests", {**WORD, "writeOnly": True}, "write one schema for requests"),
    field("untitled choice", {"type": "string", "enum": ["a"]}, "an enum needs a title"),
    field("default of another type", {**SMALL, "default": "a"}, "does not match its schema"),
    schema("closed parts", {"allOf": [ref("One"), ref("Two")]}, "refuse each other's fields", One=CIRCLE, Two=SQUARE),
    schema(
        "composition closed twice",
        {
            "type": "object",
            "title": "Thing",
            "allOf": [ref("One")],
            "properties": {"a": WORD},
            "additionalProperties": False,
        },
        "refuses",
        One={**CIRCLE, "additionalProperties": True},
    ),
    schema("tag without constant", TAGGED, "a `const` of its own", **UNION),
    schema(
        "tag that is optional",
        TAGGED,
        "with kind required",
        One=closed({"kind": {"const": "a"}}, "kind"),
        Two=closed({"kind": {"const": "b"}}),
    ),
    schema(
        "tag that is not unique",
        TAGGED,
        "a `const` of its own",
        One=closed({"kind": {"const": "a"}}),
        Two=closed({"kind": {"const": "a"}, "a": SMALL}),
    ),
    schema(
        "mapping that differs",
        {
            "oneOf": TAGGED["oneOf"],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"b": "#/components/schemas/One", "a": "#/components/schemas/Two"},
            },
        },
        "the mapping differs",
        One=closed({"kind": {"const": "a"}}),
        Two=closed({"kind": {"const": "b"}}),
    ),
    schema(
        "unnamed member with tag",
        {"oneOf": [closed({"kind": {"const": "a"}}, title="One")], "discriminator": {"propertyName": "kind"}},
        "must be a named schema",
    ),
    Refused(
        "component name of python",
        {("components", "schemas", "enum"): CIRCLE, (*SCHEMA, "properties", "it"): ref("enum")},
        "openapi.yaml#/components/schemas/enum",
        "means something else in Python",
    ),
    Refused(
        "component name with digit",
        {("components", "schemas", "3d"): CIRCLE, (*SCHEMA, "properties", "it"): ref("3d")},
        "openapi.yaml#/components/schemas/3d",
        "is no identifier",
    ),
    Refused(
        "unused component",
        {("components", "schemas", "Spare"): CIRCLE},
        "openapi.yaml#/components/schemas/Spare",
        "is used by no operation",
    ),
]
CLASHES = [
    Refused(
        "component names that collide",
        {("components", "schemas", "a-b"): CIRCLE, ("components", "schemas", "AB"): CIRCLE},
        "openapi.yaml#/components/schemas/AB",
        "the name AB is taken",
    ),
    Refused(
        "reference to nothing",
        {(*SCHEMA, "properties", "it"): ref("Nobody")},
        "openapi.yaml#/components/schemas/Thing/properties/it",
        "points at nothing",
    ),
]
PARAMETERS = [
    parameter("deep objects", "the style deepObject is not served", style="deepObject"),
    parameter(
        "matrix style", "the style matrix is not served", style="matrix", name="p", **{"in": "path", "required": True}
    ),
    parameter("exploded spaces", "with `explode: false`", style="spaceDelimited", explode=True, schema=WORDS),
    parameter("object in a query", "objects and lists of lists", schema={**CIRCLE, "title": "Query"}),
    parameter("lists in a list", "objects and lists of lists", schema={"type": "array", "maxItems": 2, "items": WORDS}),
    parameter("json in a query", "`content` is not served", schema=MISSING, content={"application/json": TEXT}),
    parameter("empty value", "allowEmptyValue is not served", allowEmptyValue=True),
    parameter("exploded cookie", "a list in a cookie", schema=WORDS, **{"in": "cookie"}),
    parameter("text or number", "needs one type", schema={"anyOf": [WORD, SMALL]}),
    parameter("header of the protocol", "is ignored by OpenAPI", name="Accept", **{"in": "header"}),
    parameter("parameter named body", "handlers use for something else", name="body"),
    parameter("parameter without letters", "start it with a letter", name="2fa"),
    parameter(
        "header with any text",
        "must have a pattern",
        name="X-It",
        schema={"type": "string", "maxLength": 9, "format": "uri"},
        **{"in": "header"},
    ),
    operation(
        "parameters that collide",
        {
            "parameters": [
                {"name": "a-b", "in": "query", "description": "It.", "schema": WORD},
                {"name": "a_b", "in": "query", "description": "It.", "schema": WORD},
            ]
        },
        "makes the Python name a_b",
    ),
    Refused(
        "path parameter with dash",
        {("paths", "/x/{a-b}"): {}},
        "openapi.yaml#/paths/~1x~1{a-b}",
        "write {a_b}",
    ),
    Refused(
        "part of a segment",
        {("paths", "/x/{a}.png"): {}},
        "openapi.yaml#/paths/~1x~1{a}.png",
        "must be one parameter",
    ),
]
MESSAGES = [
    answer("default status", "default", {"text/plain": TEXT}, "default is not a status"),
    answer("interim status", "102", {"text/plain": TEXT}, "102 is not a status"),
    answer("content of nothing", "204", {"text/plain": TEXT}, "204 has no content"),
    answer("multipart answer", "201", {"multipart/mixed": TEXT}, "multipart/mixed is not served"),
    answer("any media type", "201", {"*/*": TEXT}, "*/* is not served"),
    answer(
        "unnamed json answer",
        "200",
        {"application/json": {"schema": {**CIRCLE, "title": "Inline"}, "example": {"radius": 1}}},
        "a JSON body must be a named schema",
    ),
    answer(
        "file beside json",
        "200",
        {
            "application/json": {"schema": ref("Thing"), "example": {"it": "a"}},
            "image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}},
        },
        "image/png beside JSON is not served",
    ),
    answer("stream without events", "200", {"text/event-stream": TEXT}, "`data` needs a contentSchema"),
    answer(
        "suffixes that collide",
        "200",
        {
            "text/plain": TEXT,
            "application/plain+xml": TEXT,
            "text/x.plain": TEXT,
            "x/plain": TEXT,
            "text/csv": TEXT,
            "x/csv": TEXT,
        },
        "rename one of them",
    ),
    body(
        "raw bytes",
        {"image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}}},
        "use JSON, text, or",
    ),
    body(
        "url encoded form",
        {"application/x-www-form-urlencoded": {"schema": {**CIRCLE, "title": "Fields"}}},
        "use JSON, text, or",
    ),
    body("mixed parts", {"multipart/mixed": {"schema": {**CIRCLE, "title": "Fields"}}}, "use JSON, text, or"),
    body("form without object", {"multipart/form-data": {"schema": WORD}}, "needs an object schema"),
    body(
        "form with unnamed object",
        {"multipart/form-data": {"schema": closed({"a": {**CIRCLE, "title": "A"}}, title="Fields")}},
        "must be a named schema",
    ),
    body(
        "form with headers",
        {"multipart/form-data": {"schema": closed({"a": WORD}, title="Fields"), "encoding": {"a": {"headers": {}}}}},
        "only contentType of `encoding`",
    ),
    Refused(
        "optional body",
        {(*PUT, "requestBody", "required"): False},
        "openapi.yaml#/paths/~1thing/put",
        "must be required",
    ),
    Refused(
        "body of a read",
        {(*GET, "requestBody"): {"description": "It.", "required": True, "content": {"text/plain": TEXT}}},
        "openapi.yaml#/paths/~1thing/get",
        "a GET takes no request body",
    ),
    operation("callbacks", {"callbacks": {"done": {}}}, "describe the request under `webhooks`"),
    operation("servers of an operation", {"servers": [{"url": "/x"}]}, "servers of an operation"),
    operation("several tags", {"tags": ["features", "others"]}, "exactly one tag"),
    operation("operation id in another style", {"operationId": "get-thing"}, "write getThing"),
    operation("role that does not exist", {"x-minimum-role": "root"}, "x-minimum-role must be one of"),
    operation("unknown security scheme", {"security": [{"badge": []}]}, "security scheme badge is not declared"),
    Refused(
        "other credentials",
        {("components", "securitySchemes", "key"): {"type": "apiKey", "in": "header", "name": "X"}},
        "openapi.yaml#/components/securitySchemes/key",
        "does not know the scheme key",
    ),
    Refused(
        "trace method",
        {("paths", "/thing", "trace"): {"responses": {"200": {"description": "It."}}}},
        "openapi.yaml#/paths/~1thing/trace",
        "TRACE is not served",
    ),
    Refused("no server", {("servers",): MISSING}, "openapi.yaml#/servers", "needs a path"),
    Refused(
        "server at the root", {("servers",): [{"url": "https://a.example/"}]}, "openapi.yaml#/servers", "needs a path"
    ),
    Refused(
        "server with variables",
        {("servers",): [{"url": "/{v}", "variables": {"v": {"default": "a"}}}]},
        "openapi.yaml#/servers",
        "variables of a server",
    ),
    Refused(
        "challenge that is not declared",
        {("components", "responses", "Unauthorized", "headers", "WWW-Authenticate"): MISSING},
        "openapi.yaml#/paths/~1thing/get",
        "401 lacks the header WWW-Authenticate",
    ),
    Refused(
        "header that is the media type",
        {("components", "responses", "NotFound", "headers", "Content-Type"): {"description": "It.", "schema": WORD}},
        "openapi.yaml#/paths/~1thing/get",
        "is the media type of the content",
    ),
    Refused(
        "header named status",
        {("components", "responses", "NotFound", "headers", "Status"): {"description": "It.", "schema": WORD}},
        "openapi.yaml#/paths/~1thing/get",
        "'status', which cannot be used",
    ),
    Refused(
        "operations that collide", {(*GET, "operationId"): "putThing"}, "openapi.yaml#/paths/~1thing/get", "used twice"
    ),
    Refused(
        "write without forbidden",
        {(*PUT, "responses", "403"): MISSING},
        "openapi.yaml#/paths/~1thing/put",
        "does not declare 403",
    ),
    answer("stream for anyone", "200", {"text/event-stream": TEXT}, "needs a signed-in user"),
    Refused("broken schema", {(*SCHEMA, "minProperties"): "1"}, "openapi.yaml#/components/schemas/Thing", "is not"),
]

LIFECYCLE = [
    operation("deprecated without sunset", {**OLD, "x-sunset": MISSING}, "is deprecated: it needs x-sunset"),
    operation(
        "deprecated since nobody knows when", {**OLD, "x-deprecated-since": MISSING}, "it needs x-deprecated-since"
    ),
    operation("sunset without deprecation", {"x-sunset": "2027-01-01"}, "has x-sunset but is not deprecated"),
    operation("sunset that is no day", {**OLD, "x-sunset": "2027-02-30"}, "x-sunset must be a day"),
    operation("sunset on the day of deprecation", {**OLD, "x-sunset": "2026-06-01"}, "x-sunset must be after"),
    operation("deprecated in silence", OLD, "is deprecated, but CHANGELOG.md does not mention `getThing`"),
    parameter("deprecated parameter without sunset", "is deprecated: it needs x-sunset", deprecated=True),
    field("deprecated field without sunset", {**WORD, "deprecated": True}, "is deprecated: it needs x-sunset"),
    schema("deprecated schema", {**closed({"it": WORD}), **OLD}, "only operations, parameters, fields and words"),
    schema(
        "deprecated word without sunset",
        {"type": "string", "title": "Thing", "enum": ["a"], "x-words": {"a": {"deprecated": True}}},
        "is deprecated: it needs x-sunset",
    ),
    schema(
        "deprecated word that is none",
        {"type": "string", "title": "Thing", "enum": ["a"], "x-words": {"b": OLD}},
        "x-words: b is not a word of the enum",
    ),
    Refused(
        "sunset sent by a handler",
        {("components", "responses", "NotFound", "headers", "Sunset"): {"description": "It.", "schema": WORD}},
        "openapi.yaml#/paths/~1thing/get",
        "404: the server sends Sunset where an operation is deprecated",
    ),
]

ROWS = [*LIFECYCLE, *SCHEMAS, *PARAMETERS, *MESSAGES]
