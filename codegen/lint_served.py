"""Refuses what OpenAPI allows and this server does not serve, and says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from codegen.bundle import escape
from codegen.findings import Finding
from codegen.lint_schemas import bodies, every_schema, reached
from codegen.load import Json
from codegen.model_schemas import UNIONS, tag_values
from codegen.operations import Route, minimum_role, routes
from codegen.types import is_binary, is_json_media, is_text_media, resolve

SCHEMES = {
    "sessionCookie": {"type": "apiKey", "in": "cookie"},
    "csrfToken": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
    "bearerToken": {"type": "http", "scheme": "bearer"},
}
KNOWN_SCHEMES = (
    "write bearerToken (`type: http, scheme: bearer`), or sessionCookie (`type: apiKey, in: cookie`) with csrfToken "
    "(`type: apiKey, in: header, name: X-CSRF-Token`)"
)
STYLES = {
    "path": {"simple"}, "header": {"simple"}, "cookie": {"form"}, "query": {"form", "spaceDelimited", "pipeDelimited"},
}  # fmt: skip
BODYLESS = {"204", "205", "304"}
FORM = "multipart/form-data"
STREAM = "text/event-stream"


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    findings = [*_servers(document), *_schemes(document), *_tags(document), *_directions(document)]
    for path, item in document["paths"].items():
        where = f"#/paths/{escape(path)}"
        if "trace" in item:
            findings.append(Finding(f"{where}/trace", "the method TRACE is not served; leave it out"))
        if "servers" in item:
            findings.append(Finding(f"{where}/servers", "servers of a path are not served; list them in openapi.yaml"))
    rules = (_parameters, _request, _answers)
    for route in routes(document):
        where = f"#/paths/{escape(route.path)}/{route.method}"
        findings += [Finding(where, message) for rule in rules for message in rule(document, route)]
    return findings


def _servers(document: Json) -> Iterator[Finding]:
    servers = document.get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    if "variables" in servers[0] or "{" in url:
        yield Finding("#/servers", "variables of a server are not served; write the path, such as /api/v1")
    elif not re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", urlsplit(url).path.rstrip("/")):
        yield Finding("#/servers", "the first server needs a path, such as `url: /api/v1`; the root has the pages")


def _schemes(document: Json) -> Iterator[Finding]:
    for name, node in document["components"].get("securitySchemes", {}).items():
        expected = SCHEMES.get(name, {})
        if not expected or any(str(node.get(key, "")).lower() != value.lower() for key, value in expected.items()):
            where = f"#/components/securitySchemes/{escape(name)}"
            yield Finding(where, f"the server does not know the scheme {name}; {KNOWN_SCHEMES}")


def _tags(document: Json) -> Iterator[Finding]:
    """Find unions whose discriminator does not decide: its members must fix the tag with `const`."""
    for where, node in every_schema(document):
        if "discriminator" not in node:
            continue
        schemas = document["components"]["schemas"]
        tags, name = tag_values(node, schemas), node["discriminator"]["propertyName"]
        members = [member for key in UNIONS for member in node.get(key, [])]
        required = all(name in resolve(document, member).get("required", []) for member in members)
        if not tags or not required or len({repr(tag) for tag in tags.values()}) < len(members):
            yield Finding(where, f"each member must be a named schema with {name} required and a `const` of its own")
        mapping = node["discriminator"].get("mapping", {})
        if tags and mapping and {str(tag): pointer for pointer, tag in tags.items()} != mapping:
            yield Finding(where, "the mapping differs from the `const` of its members; leave it out, or mend it")


def _directions(document: Json) -> Iterator[Finding]:
    in_forms = {id(part) for part in _form_parts(document)}
    directions = {"readOnly": _names_in(document, "requestBody"), "writeOnly": _names_in(document, "responses")}
    for where, node in every_schema(document):
        component = where.split("/")[3] if where.startswith("#/components/schemas/") else ""
        for keyword, (names, part) in directions.items():
            if node.get(keyword) and (component in names or f"/{part}" in where):
                yield Finding(where, f"{keyword}: write one schema for requests and another, without it, for answers")
        if "/properties/" in where and "$ref" not in node and is_binary(node) and id(node) not in in_forms:
            yield Finding(where, "bytes are sent in forms only; in JSON, write `contentEncoding: base64`")


def _names_in(document: Json, part: str) -> tuple[set[str], str]:
    """Return the names of the schemas that requests or responses contain."""
    return reached(document, [body for key, body in bodies(document) if key == part]), part


def _form_parts(document: Json) -> Iterator[Json]:
    for route in routes(document):
        content = resolve(document, route.node.get("requestBody", {})).get("content", {})
        fields = resolve(document, content.get(FORM, {}).get("schema", {})).get("properties", {})
        for field in fields.values():
            yield from (field, resolve(document, field).get("items", {}))


def _parameters(document: Json, route: Route) -> Iterator[str]:
    for param in route.params:
        said = f"parameter {param['name']}"
        if "schema" not in param:
            yield f"{said}: `content` is not served; write `schema`"
            continue
        schema, style = resolve(document, param["schema"]), param.get("style")
        is_list = "array" in schema.get("type", ())
        if style and style not in STYLES[param["in"]]:
            yield f"{said}: the style {style} is not served; use {' or '.join(sorted(STYLES[param['in']]))}"
        elif style in {"spaceDelimited", "pipeDelimited"} and (param.get("explode", False) or not is_list):
            yield f"{said}: the style {style} is served for arrays with `explode: false`"
        if param["in"] == "cookie" and is_list and param.get("explode", True):
            yield f"{said}: a list in a cookie needs `explode: false`"
        items = resolve(document, schema.get("items", {})) if is_list else schema
        if items.keys() & {"properties", "additionalProperties"} or {"object", "array"} & {*_types(items)}:
            yield f"{said}: objects and lists of lists are not served; write one parameter for each field"
        elif not items.keys() & {"type", "enum", "const"} or len({*_types(items)} - {"null"}) > 1:
            yield f"{said} needs one type: its text must mean one value"
        if param.get("allowEmptyValue"):
            yield f"{said}: allowEmptyValue is not served; allow the empty text in the schema"


def is_text(schema: Json) -> bool:
    """Whether a schema is of texts, or of the messages of an event stream."""
    return _types(schema) == ["string"] or not schema.keys().isdisjoint(("enum", "const"))


def _types(schema: Json) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def _request(document: Json, route: Route) -> Iterator[str]:
    node = route.node
    if node.get("callbacks"):
        yield "callbacks are not served; describe the request under `webhooks`"
    if "servers" in node:
        yield "servers of an operation are not served; list them in openapi.yaml"
    if "requestBody" not in node:
        return
    if route.method in {"get", "head", "options"}:
        yield f"a {route.method.upper()} takes no request body; use parameters, or POST"
    for media, content in resolve(document, node["requestBody"]).get("content", {}).items():
        if not (media == FORM or is_json_media(media) or (is_text_media(media) and media != STREAM)) or ";" in media:
            yield f"a request body of {media} is not served; use JSON, text, or {FORM} with a file"
        yield from _text(document, f"a request body of {media}", media, content)
        if media != FORM:
            continue
        schema = resolve(document, content.get("schema", {}))
        if "properties" not in schema:
            yield f"{FORM} needs an object schema with the parts as its properties"
        for name, field in schema.get("properties", {}).items():
            part = resolve(document, field)
            inner = part.get("items", {}) if part.get("type") == "array" else field
            if "$ref" not in inner and resolve(document, inner).keys() & {"properties", "additionalProperties"}:
                yield f"the part {name} is sent as JSON, so its object must be a named schema"
        if any(encoding.keys() - {"contentType"} for encoding in content.get("encoding", {}).values()):
            yield f"{FORM}: only contentType of `encoding` is served; a file has contentMediaType, an object is JSON"


def _text(document: Json, said: str, media: str, content: Json) -> Iterator[str]:
    """Find a body of text with the schema of something else, which no text fits."""
    if is_text_media(media) and media != STREAM and not is_text(resolve(document, content.get("schema", {}))):
        yield f"{said} is a text for the server, whatever it says; write `type: string`"


def _answers(document: Json, route: Route) -> Iterator[str]:
    for status, reference in route.node["responses"].items():
        content: Json = resolve(document, reference).get("content", {})
        if status in BODYLESS and content:
            yield f"{status} has no content: HTTP sends none"
        if any(map(is_json_media, content)) and len(content) > 1:
            stray = [media for media in content if not (is_json_media(media) or is_text_media(media))]
            yield from (
                f"{status}: {media} beside JSON is not served; give files an operation of their own" for media in stray
            )
        for media, value in content.items():
            yield from _text(document, f"{status}: {media}", media, value)
            if media.startswith("multipart/") or ("*" in media):
                yield f"{status}: {media} is not served; name one media type for each representation"
            if media == STREAM and minimum_role(document, route.node) == "public":
                yield f"{status}: {STREAM} needs a signed-in user: write `x-minimum-role: viewer`, and security"
            if media == STREAM:
                data = resolve(document, value.get("schema", {})).get("properties", {}).get("data", {})
                if "contentSchema" not in data:
                    yield f"{status}: the schema of {STREAM} describes a message; `data` needs a contentSchema"
