"""The facts of a contract that exchanges can show, and those that one exchange shows.

A fact is a line of text, such as `cell getAlbum 200 application/json`, `header getAlbum 200 ETag`, `answer Job.state =
failed`, `answer Job.error is null` or `bound createAlbum body/name maxLength beyond`. Facts of answers belong to the
component schemas of successful JSON answers, not to operations, so that one resource that is shown in two places counts
once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from codegen.conformance.headers import declared_headers
from codegen.load import Json
from codegen.operations import Route, routes
from codegen.types import is_json_media, resolve

UPPER, LOWER = ("maximum", "maxLength", "maxItems"), ("minimum", "minLength", "minItems")
NO_MEDIA = "-"
FORM = "multipart/form-data"
ANY = "*"
LONGEST_NUMBER = 300
LARGEST_NUMBER = 10**LONGEST_NUMBER


class FormFields(dict[str, Any]):
    """The texts of a form's fields by name: a list of those that have the same name."""


class Exchange(NamedTuple):
    """A request and its response. `query` has the texts of each parameter; `headers` are those of the response.

    Of a form, the body is `FormFields`; other bodies that are not JSON are None.
    """

    operation_id: str
    query: dict[str, list[str]]
    request_body: Any
    status: int
    media_type: str | None
    response_body: Any
    headers: Mapping[str, str] = MappingProxyType({})


class Bound(NamedTuple):
    """A bound of a request: the place of the value (`body/name`, `query/limit`), its keyword and its limit.

    `*` is any item of a list and any value of a map (`body/adapters/*/weight`). In a body of several kinds, the place
    names the kind (`body[caption]/prompt`), and `kind` are the field and the text that tell it.
    """

    place: str
    keyword: str
    limit: float
    kind: tuple[str, str] | None = None


def all_facts(document: Json) -> Iterator[str]:
    """Yield every fact that an exchange could show."""
    schemas: dict[str, Json] = {}
    for route in routes(document):
        for status, reference in route.node["responses"].items():
            content = resolve(document, reference).get("content", {})
            yield from (f"cell {route.id} {status} {media}" for media in content or (NO_MEDIA,))
            yield from (f"header {route.id} {status} {name}" for name in declared_headers(document, reference))
            for media, body in content.items():
                if is_json_media(media) and status.startswith("2"):
                    _reach(document, body.get("schema", {}), schemas)
        for bound in bounds(document, route):
            yield from (f"bound {route.id} {bound.place} {bound.keyword} {side}" for side in ("at", "beyond"))
    for name, schema in schemas.items():
        for field, member in schema.get("properties", {}).items():
            yield from (f"answer {name}.{field} {word}" for word in _words(document, member))


def facts_of(document: Json, route: Route, exchange: Exchange, refusals: Collection[int] = (400,)) -> Iterator[str]:
    """Yield the facts that an exchange shows; `refusals` are the statuses of requests that break the contract."""
    status = declared(route.node["responses"], exchange.status)
    yield f"cell {route.id} {status} {exchange.media_type or NO_MEDIA}"
    sent = {name.lower() for name in exchange.headers}
    for name in declared_headers(document, route.node["responses"].get(status, {})):
        if name.lower() in sent:
            yield f"header {route.id} {status} {name}"
    refused = exchange.status in refusals
    for bound in bounds(document, route):
        for size in _sizes(bound, exchange):
            if size == bound.limit and not refused:
                yield f"bound {route.id} {bound.place} {bound.keyword} at"
            elif refused and (size > bound.limit if bound.keyword in UPPER else size < bound.limit):
                yield f"bound {route.id} {bound.place} {bound.keyword} beyond"
    if 200 <= exchange.status < 300 and exchange.response_body is not None and status is not None:
        content = resolve(document, route.node["responses"][status]).get("content", {})
        yield from _shown(document, content.get(exchange.media_type, {}).get("schema", {}), exchange.response_body)


def declared(responses: Json, status: int) -> str | None:
    """Return the key under which an operation declares a status: itself, its range or `default`; None if none does."""
    return next((key for key in (str(status), f"{status // 100}XX", "default") if key in responses), None)


def bounds(document: Json, route: Route) -> Iterator[Bound]:
    """Yield the bounds of the query parameters of an operation, and of all that is in its JSON body or form."""
    for parameter in route.params:
        if parameter["in"] == "query":
            yield from _bounds_of(document, f"query/{parameter['name']}", parameter.get("schema", {}))
    for media, body in route.node.get("requestBody", {}).get("content", {}).items():
        if is_json_media(media) or media == FORM:
            schema = resolve(document, body.get("schema", {}))
            yield from _bounds_in(document, "body", schema)
            for tag, branch in _kinds(document, schema):
                kind = schema["discriminator"]["propertyName"], tag
                yield from _bounds_in(document, f"body[{tag}]", branch, kind)


def _bounds_in(
    document: Json, place: str, schema: Json, kind: tuple[str, str] | None = None, within: tuple[str, ...] = ()
) -> Iterator[Bound]:
    """Yield the bounds of the members of an object or a list, and of theirs; a schema within itself is passed over."""
    for name, member in _members(schema):
        inner, referred = only_branch(document, member)
        if not set(referred) & set(within) and not _is_of_any_type(inner):
            yield from _bounds_of(document, f"{place}/{name}", member, kind)
            yield from _bounds_in(document, f"{place}/{name}", inner, kind, (*within, *referred))


def only_branch(document: Json, schema: Json) -> tuple[Json, tuple[str, ...]]:
    """What a schema is, null aside, and the references that lead there; a union of several is left as it is."""
    referred = (schema["$ref"],) if "$ref" in schema else ()
    schema = resolve(document, schema)
    branches = [branch for branch in schema.get("anyOf", ()) if branch != {"type": "null"}]
    if len(branches) != 1:
        return schema, referred
    inner, further = only_branch(document, branches[0])
    return inner, (*referred, *further)


def _is_of_any_type(schema: Json) -> bool:
    """Whether the bounds of a schema are about values of several types: it is a union, as one with `anyOf` is."""
    types = schema.get("type", [])
    return (
        bool(schema.keys() & {*UPPER, *LOWER}) and len({types} if isinstance(types, str) else {*types} - {"null"}) != 1
    )


def _members(schema: Json) -> Iterator[tuple[str, Json]]:
    yield from schema.get("properties", {}).items()
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield ANY, schema[keyword]


def _kinds(document: Json, schema: Json) -> Iterator[tuple[str, Json]]:
    """The branches of a union that its discriminator tells apart, by tag."""
    field = schema.get("discriminator", {}).get("propertyName")
    for branch in (resolve(document, each) for each in schema.get("oneOf", []) if field):
        tag = resolve(document, branch.get("properties", {}).get(field, {})).get("const")
        if isinstance(tag, str):
            yield tag, branch


def _bounds_of(document: Json, place: str, schema: Json, kind: tuple[str, str] | None = None) -> Iterator[Bound]:
    schema = resolve(document, schema)
    members = [schema, *(resolve(document, member) for member in schema.get("anyOf", []))]
    bounded = [member for member in members if member.keys() & {*UPPER, *LOWER}]
    if len(bounded) == 1 and "format" not in bounded[0] and "enum" not in bounded[0]:
        yield from (
            Bound(place, keyword, limit, kind)
            for keyword, limit in bounded[0].items()
            if keyword in UPPER + LOWER and not (keyword in ("minLength", "minItems") and limit == 0)
        )


def _sizes(bound: Bound, exchange: Exchange) -> Iterator[float]:
    """Yield the values that the bound is about, or their lengths."""
    where, *path = bound.place.split("/")
    if where == "query":
        values = [_parsed(bound, exchange.query.get(path[0], []))]
    else:
        values = values_at(exchange.request_body, path) if _is_of(bound.kind, exchange.request_body) else []
        if isinstance(exchange.request_body, FormFields):
            values = list(_values_of_field(bound, exchange.request_body.get(path[0]), len(path) > 1))
    for value in values:
        if isinstance(value, str | list) and bound.keyword not in ("minimum", "maximum"):
            yield float(len(value))
        if isinstance(value, int | float) and abs(value) < LARGEST_NUMBER and bound.keyword in ("minimum", "maximum"):
            yield float(value)


def _values_of_field(bound: Bound, field: str | list[str] | None, of_items: bool) -> Iterator[Any]:  # noqa: FBT001
    """Yield the values of a form's field that the bound is about; a text that a form has once may be a list's item."""
    texts = [field] if isinstance(field, str) else field or []
    if of_items:
        yield from (_parsed(bound, [text]) for text in texts)
    elif texts:
        yield _parsed(bound, texts)


def _is_of(kind: tuple[str, str] | None, body: Any) -> bool:
    return isinstance(body, dict) and (kind is None or body.get(kind[0]) == kind[1])


def values_at(value: Any, path: list[str]) -> list[Any]:
    """The values at a path of names, in which `*` is any item of a list and any value of a map."""
    if not path:
        return [value]
    if path[0] != ANY:
        return values_at(value[path[0]], path[1:]) if isinstance(value, dict) and path[0] in value else []
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for member in members for found in values_at(member, path[1:])]


def _parsed(bound: Bound, texts: list[str]) -> Any:
    if not texts or bound.keyword.endswith("Items"):
        return texts or None
    if bound.keyword.endswith("Length"):
        return texts[0]
    digits = texts[0].removeprefix("-")
    return int(texts[0]) if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER else None


def _reach(document: Json, schema: Json, found: dict[str, Json]) -> None:
    """Collect the component schemas that `schema` refers to, by name."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in found:
            return
        found[name] = schema = resolve(document, schema)
    members = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *schema.get("oneOf", [])]
    members += [
        schema[keyword] for keyword in ("items", "additionalProperties") if isinstance(schema.get(keyword), dict)
    ]
    for member in members:
        _reach(document, member, found)


def _words(document: Json, schema: Json) -> Iterator[str]:
    """Yield what can be said of a field with this schema: each word of an enum, whether it is null, each branch."""
    branches = schema.get("anyOf") or schema.get("oneOf") or [schema]
    if {"type": "null"} in branches:
        yield from ("is null", "is not null")
    for branch in branches:
        resolved = resolve(document, branch)
        yield from (f"= {word}" for word in resolved.get("enum", []))
        yield from (f"is a {name}" for name in _tags(resolved).values())
        if resolved.get("type") == "boolean" and "const" not in resolved:
            yield from ("= True", "= False")


def _tags(schema: Json) -> dict[str, str]:
    """The names of the schemas of a discriminated union, by tag."""
    mapping = schema.get("discriminator", {}).get("mapping", {})
    return {tag: reference.rpartition("/")[2] for tag, reference in mapping.items()}


def _kind(schema: Json, value: Json) -> str | None:
    """The reference to the schema that the tag of a value names; None without a mapping that has it."""
    tag = schema.get("discriminator", {})
    kind: str | None = tag.get("mapping", {}).get(value.get(tag.get("propertyName")))
    return kind


def _shown(document: Json, schema: Json, value: Any) -> Iterator[str]:
    """Yield the facts of a valid `value`."""
    name = schema.get("$ref", "").rpartition("/")[2]
    schema = resolve(document, schema)
    if isinstance(value, list):
        for item in value:
            yield from _shown(document, schema.get("items", {}), item)
        return
    if isinstance(value, dict):
        if kind := _kind(schema, value):
            yield from _shown(document, {"$ref": kind}, value)
        for field, item in value.items():
            member = schema.get("properties", {}).get(field)
            if member is not None:
                yield from (f"answer {name}.{field} {word}" for word in _said(document, member, item))
                for branch in member.get("anyOf") or [member]:
                    if item is not None and branch != {"type": "null"}:
                        yield from _shown(document, branch, item)


def _said(document: Json, schema: Json, value: Any) -> Iterator[str]:
    branches = schema.get("anyOf") or schema.get("oneOf") or [schema]
    if {"type": "null"} in branches:
        yield "is null" if value is None else "is not null"
    if isinstance(value, str | bool):
        yield f"= {value}"
    for branch in branches:
        resolved = resolve(document, branch)
        if isinstance(value, dict) and (kind := _kind(resolved, value)):
            yield f"is a {kind.rpartition('/')[2]}"
