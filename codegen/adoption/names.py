"""Names that generated code needs and a document of others lacks: of operations, tags, bodies, objects and enums."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from codegen.adoption.notes import Notes
from codegen.lint_operations import place
from codegen.lint_schemas import every_schema
from codegen.lint_served import is_text
from codegen.lint_structure import suggested_id
from codegen.load import Json
from codegen.operations import METHODS, Route, routes
from codegen.python import argument, pascal
from codegen.types import is_json_media, is_text_media, resolve

UNTAGGED = "default"
IGNORED = {"accept", "authorization", "content-type"}
SCHEMAS = "#/components/schemas/"


def name_operations(document: Json, original: Json, notes: Notes) -> None:
    """Give each operation a name in camelCase of its own and one tag, which is declared."""
    renamed: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for route in list(routes(document)):
        given = original.get("paths", {}).get(route.path, {}).get(route.method, {}).get("operationId")
        name = _distinct(_camel(given) if isinstance(given, str) else _suggested(route), taken)
        if name != given:
            notes.add(
                "operations are named in camelCase, by method and path where they have no operationId", place(route)
            )
            if isinstance(given, str):
                renamed.setdefault(given, name)
        route.node["operationId"] = name
        _tag(document, route, notes)
        _drop_ignored(document, route, notes)
    for route in routes(document):
        for node in route.node["responses"].values():
            for link in resolve(document, node).get("links", {}).values():
                if link.get("operationId") in renamed:
                    link["operationId"] = renamed[link["operationId"]]


def _camel(given: str) -> str:
    words = pascal(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", given))
    words = re.sub(r"([A-Z])([A-Z]+)(?![a-z])", lambda match: match[1] + match[2].lower(), words)
    words = re.sub(r"[0-9]+", "", words) or "Operation"
    return re.sub(r"([A-Z])([A-Z]+)", lambda match: match[1] + match[2].lower(), words[:1].lower() + words[1:])


def _suggested(route: Route) -> str:
    last = route.path.rstrip("/").rpartition("/")[2]
    by = f"By{pascal(last.strip('{}'))}" if last.startswith("{") else ""
    return _camel(suggested_id(route.method, route.path) + by)


def _distinct(name: str, taken: Counter[str]) -> str:
    taken[argument(name)] += 1
    return name if taken[argument(name)] == 1 else f"{name}Again" + "Again" * (taken[argument(name)] - 2)


def _tag(document: Json, route: Route, notes: Notes) -> None:
    tags = route.node.get("tags") or [UNTAGGED]
    if len(route.node.get("tags") or []) != 1:
        notes.add(f"an operation has its first tag only, or the tag {UNTAGGED}", place(route))
    route.node["tags"] = tags[:1]
    declared = document.setdefault("tags", [])
    if tags[0] not in {tag["name"] for tag in declared}:
        declared.append({"name": tags[0]})


def _drop_ignored(document: Json, route: Route, notes: Notes) -> None:
    for owner in (document["paths"][route.path], route.node):
        kept = [node for node in owner.get("parameters", []) if not _is_ignored(resolve(document, node))]
        if len(kept) < len(owner.get("parameters", [])):
            owner["parameters"] = kept
            notes.add("the headers Accept, Authorization and Content-Type are no parameters (OpenAPI)", place(route))


def _is_ignored(parameter: Json) -> bool:
    return parameter["in"] == "header" and parameter["name"].lower() in IGNORED


def name_bodies(document: Json, notes: Notes) -> None:
    """Make a component of each JSON body that is none, and describe those that have no schema."""
    components = document["components"]["schemas"]
    for route in routes(document):
        request = resolve(document, route.node.get("requestBody", {}))
        owners = [(f"{place(route)}/requestBody", f"{pascal(route.id)}Request", request)]
        for status, node in route.node["responses"].items():
            owner = node.get("$ref", f"{place(route)}/responses/{status}")
            name = pascal(node["$ref"].rpartition("/")[2]) if "$ref" in node else f"{pascal(route.id)}{status}"
            owners.append((owner, f"{name}Body", resolve(document, node)))
        for where, name, owner in owners:
            for media, content in owner.get("content", {}).items():
                if "schema" not in content:
                    content["schema"] = {} if is_json_media(media) else _text_or_bytes(media)
                    notes.add("content without a schema may be anything", where)
                if is_text_media(media) and not is_text(resolve(document, content["schema"])):
                    content["schema"] = {"type": "string"}
                    notes.add("texts such as XML are not checked: their schema describes what they say", where)
                if is_json_media(media) and "$ref" not in content["schema"]:
                    _hoist(components, content, name, f"{where}/content", notes)


def _text_or_bytes(media: str) -> Json:
    return {"type": "string"} if is_text_media(media) else {"type": "string", "contentMediaType": media}


def _hoist(components: Json, content: Json, name: str, where: str, notes: Notes) -> None:
    free = next(each for each in _candidates(name) if components.get(each, content["schema"]) == content["schema"])
    components[free] = content["schema"]
    notes.origins.setdefault(f"{SCHEMAS}{free}", where)
    notes.add("JSON bodies that are described in place become components", where)
    content["schema"] = {"$ref": f"{SCHEMAS}{free}"}


def _candidates(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def name_parts(document: Json, notes: Notes) -> None:
    """Give each object and enum a title that is an identifier and no other's: it names a class."""
    components = document["components"]["schemas"]
    taken = set(components)
    for where, node in list(every_schema(document)):
        if "$ref" in node:
            continue
        if where.startswith(SCHEMAS) and where.count("/") == 3:
            node["title"] = where.rpartition("/")[2]
        elif "enum" in node or "object" in node.get("type", ()) or "properties" in node:
            title = pascal(str(node.get("title", "")))
            if not title.isidentifier() or title in taken:
                title = next(each for each in _candidates(_made(document, where)) if each not in taken)
                notes.add("objects and enums within others are named by their place", where)
            node["title"] = title
            taken.add(title)
        else:
            node.pop("title", None)


def _made(document: Json, where: str) -> str:
    """A name for what stands at a place: `#/components/schemas/Trip/properties/from` → `TripFrom`."""
    steps = where.replace("~1", "/").replace("~0", "~").split("/")
    if where.startswith("#/components/"):
        kept = steps[3:]
    else:
        path, method = where.split("/")[2:4]
        item = document["paths"][path.replace("~1", "/").replace("~0", "~")]
        kept = [item[method]["operationId"] if method in METHODS else path, *where.split("/")[4:]]
    dropped = {"properties", "schema", "content", "items", "parameters", "allOf", "anyOf", "oneOf"}
    words = [pascal(step) for step in kept if step not in dropped]
    return "".join(words) if "".join(words).isidentifier() else f"Part{''.join(words)}"
