"""Parameters, bodies, answers and operations that are refused, and marks of what is deprecated."""

from __future__ import annotations

from tests.contract.features.refusals import (
    GET,
    MISSING,
    PUT,
    SCHEMA,
    Refused,
    answer,
    body,
    field,
    operation,
    parameter,
    schema,
)
from tests.contract.features.rows import closed
from tests.contract.features.served_schemas import CIRCLE, OLD, SMALL, WORD, ref

TEXT = {"schema": WORD}
WORDS = {"type": "array", "items": WORD, "maxItems": 3}
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
