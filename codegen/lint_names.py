"""Rules for names: each becomes a name in Python, which must be one, and which two of a kind must not share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from codegen.bundle import escape
from codegen.findings import Finding
from codegen.load import Json
from codegen.operations import Route, response_names, routes
from codegen.python import argument, pascal
from codegen.types import resolve

ARGUMENTS = {"self", "context", "body", "accept"}
ATTRIBUTES = {"status", "body", "media_type", "headers", "server_headers"}
IGNORED_HEADERS = {"accept", "authorization", "content-type"}
COMPONENTS = {
    "Annotated", "Any", "ClassVar", "Contract", "Decimal", "Enum", "False", "IntEnum", "Literal", "Meta", "None",
    "Optional", "Struct", "StrEnum", "True", "TypeAlias", "UNSET", "UUID", "Union", "UnsetType",
}  # fmt: skip
PATH_PARAMETER = re.compile(r"\{([^{}]*)\}")


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    every = list(routes(document))
    findings = [Finding(_place(route), message) for route in every for message in _operation(document, route)]
    findings += _twice(((_place(route), argument(route.id), route.id) for route in every), "the function")
    findings += _twice(_classes(document, every), "the class")
    for path in document["paths"]:
        findings += [Finding(f"#/paths/{escape(path)}", message) for message in _path(path)]
    for name in document["components"].get("schemas", {}):
        where = f"#/components/schemas/{escape(name)}"
        if name in COMPONENTS:
            findings.append(Finding(where, f"the name {name} means something else in Python; choose another"))
        elif not name.isidentifier():
            findings.append(Finding(where, f"the name {name} is no identifier; start it with a letter"))
    return findings


def _place(route: Route) -> str:
    return f"#/paths/{escape(route.path)}/{route.method}"


def _operation(document: Json, route: Route) -> Iterator[str]:
    handed = [param for param in route.params if not param.get("x-server-side")]
    taken = Counter(argument(param["name"]) for param in handed)
    for param in handed:
        name, said = argument(param["name"]), f"parameter {param['name']}"
        if param["in"] == "header" and param["name"].lower() in IGNORED_HEADERS:
            yield f"{said} is ignored by OpenAPI; describe it as a media type or a security scheme"
        if not name.isidentifier():
            yield f"{said} makes the Python name {name!r}, which is none; start it with a letter"
        elif name in ARGUMENTS:
            yield f"{said} makes the Python name {name}, which handlers use for something else; rename it"
        elif taken[name] > 1:
            yield f"{said} makes the Python name {name}, as another parameter does; rename one of them"
    for status, node in route.node["responses"].items():
        attributes: dict[str, str] = {}
        for header in resolve(document, node).get("headers", {}):
            name = argument(header)
            if header.lower() == "content-type":
                yield f"{status}: the header Content-Type is the media type of the content; leave it out"
            elif not name.isidentifier() or name in ATTRIBUTES:
                yield f"{status}: the header {header} makes the Python name {name!r}, which cannot be used; rename it"
            elif attributes.setdefault(name, header) != header:
                yield f"{status}: the headers {attributes[name]} and {header} make the same Python name {name}"


def _path(path: str) -> Iterator[str]:
    for segment in path.split("/"):
        match = PATH_PARAMETER.fullmatch(segment)
        if match is None and re.search("[{}]", segment):
            yield f"the segment {segment} must be one parameter and nothing else, such as {{name}}"
        elif match is not None and not match[1].isidentifier():
            yield f"the path parameter {match[1]} is no identifier; write {{{argument(match[1]) or 'name'}}}"


def _classes(document: Json, every: list[Route]) -> Iterator[tuple[str, str, str]]:
    """Yield the place, the name and the origin of each class of operations.py."""
    for tag in dict.fromkeys(route.tag for route in every):
        yield "#/tags", f"{pascal(tag)}Api", f"the tag {tag}"
    for route in every:
        place = _place(route)
        yield place, f"{pascal(route.id)}Response", route.id
        yield place, f"{pascal(route.id)}Form", route.id
        for status, node in route.node["responses"].items():
            shared = node.get("$ref", "").rpartition("/")[2]
            origin = f"the response {shared}" if shared else f"{route.id} {status}"
            medias = list(resolve(document, node).get("content", {}))
            names = response_names(shared or f"{pascal(route.id)}{status}", medias)
            if len(names) < len(medias) and len(names) > 1:
                yield place, next(iter(names)), f"another media type of {origin}"
            yield from ((place, name, origin) for name in names)


def _twice(named: Iterable[tuple[str, str, str]], what: str) -> Iterator[Finding]:
    origins: dict[str, str] = {}
    for place, name, origin in named:
        if origins.setdefault(name, origin) != origin:
            yield Finding(place, f"{what} {name} of {origin} is taken by {origins[name]}; rename one of them")
