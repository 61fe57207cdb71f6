"""Generates operations.py: a class for each response, a handler Protocol for each tag, and the table of operations.

A handler can return only what its operation declares; mypy rejects everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill, indent
from typing import Any

from codegen.findings import CodegenError, Finding
from codegen.lifecycle import SINCE, SUNSET, day, deprecation
from codegen.load import Json
from codegen.python import HEADER, argument, pascal, tidy
from codegen.types import default, is_binary_media, is_json_media, is_text_media, model_type, python_type, resolve

WIDTH = 100
ROLE = "x-minimum-role"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
IMPORTS = '''"""The operations of the contract: response classes, a handler Protocol for each tag, OPERATIONS."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Literal, Protocol, TypeAlias, TypeVar
from uuid import UUID

import msgspec

from generated import models
from generated.base import ByteStream, CsvBody, EventStream, FileBody, Operation, Param, Upload

C = TypeVar("C", contravariant=True)
'''
CLASS = "class {name}(msgspec.Struct, frozen=True, kw_only=True):\n{members}"


@dataclass(frozen=True, slots=True)
class Route:
    """An operation with the parameters that it inherits from its path."""

    path: str
    method: str
    node: Json
    params: list[Json]

    @property
    def id(self) -> str:
        """The operationId."""
        name: str = self.node["operationId"]
        return name

    @property
    def tag(self) -> str:
        """The first tag; lint refuses an operation that has none."""
        tag: str = (self.node.get("tags") or [""])[0]
        return tag


@dataclass(slots=True)
class _Writer:
    document: Json
    classes: dict[str, str] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    shared_status: dict[str, str] = field(default_factory=dict)
    protocols: dict[str, list[str]] = field(default_factory=dict)
    table: list[str] = field(default_factory=list)


def write(document: Json, output: Path) -> None:
    """Generate operations.py of the bundle into the file `output`."""
    output.write_text(render(document), "utf-8")
    tidy(output)


def render(document: Json) -> str:
    """Return operations.py of the bundle, unformatted; CodegenError names an operation that no code exists for."""
    writer = _Writer(document)
    for route in routes(document):
        try:
            _operation(writer, route)
        except (KeyError, LookupError, TypeError, ValueError) as error:
            raise CodegenError(
                Finding(f"{route.method} {route.path}", f"no code for this operation: {error!r}")
            ) from error
    protocols = [_protocol(tag, methods) for tag, methods in sorted(writer.protocols.items())]
    table = "OPERATIONS: dict[str, Operation] = {\n" + "".join(writer.table) + "}\n"
    return "\n\n".join([HEADER + IMPORTS, *writer.shared.values(), *writer.classes.values(), *protocols, table])


def routes(document: Json) -> Iterator[Route]:
    """Yield the operations in document order, each with all its parameters; references to them are resolved."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                declared = [*item.get("parameters", []), *item[method].get("parameters", [])]
                params = [resolve(document, param) for param in declared]
                yield Route(
                    path, method, item[method], [*{(each["in"], each["name"]): each for each in params}.values()]
                )


def _operation(writer: _Writer, route: Route) -> None:
    document, name = writer.document, pascal(route.id)
    responses = {status: _responses(writer, name, status, node) for status, node in _statuses(route)}
    union = " | ".join(dict.fromkeys(kind for kinds in responses.values() for kind in kinds))
    writer.classes[f"{name}Response"] = f"{name}Response: TypeAlias = {union}\n"
    bodies = _bodies(writer, route, name)
    accept = _negotiated(document, route)
    arguments = [_argument(document, param) for param in route.params if not param.get("x-server-side")]
    if bodies:
        optional = "" if route.node["requestBody"].get("required") else " | None"
        arguments.append(f"body: {' | '.join(dict.fromkeys(bodies.values()))}{optional}")
    if accept:
        arguments.append(f"accept: Literal[{', '.join(map(repr, accept))}]")
    signature = ", ".join(["self", "context: C", "/", *(["*", *arguments] if arguments else [])])
    writer.protocols.setdefault(route.tag, []).append(
        f"    def {argument(route.id)}({signature}) -> {name}Response:\n{_docstring(_about(route), 8)}        ...\n"
    )
    writer.table.append(_row(document, route, responses, bodies, negotiates=bool(accept)))


def _statuses(route: Route) -> list[tuple[str, Json]]:
    return sorted(route.node["responses"].items())


def _about(route: Route) -> str:
    lines = [f"{route.method.upper()} {route.path}", route.node.get("description") or route.node.get("summary", "")]
    lines.append(deprecation(route.node))
    lines += [f"`{argument(param['name'])}`: {said}" for param in route.params if (said := deprecation(param))]
    return "\n\n".join(filter(None, lines))


def _protocol(tag: str, methods: list[str]) -> str:
    about = f"The handlers of the tag `{tag}`; a module with these functions implements it."
    return f"class {pascal(tag)}Api(Protocol[C]):\n{_docstring(about, 4)}\n" + "\n".join(methods)


# Responses


def _responses(writer: _Writer, operation: str, status: str, node: Json) -> list[str]:
    """Add the classes of one response and return their names."""
    if "$ref" not in node:
        classes = _response_classes(writer.document, f"{operation}{status}", status, node)
        writer.classes |= classes
        return list(classes)
    name = node["$ref"].rsplit("/", 1)[-1]
    if writer.shared_status.setdefault(name, status) != status:
        raise ValueError(f"the shared response {name} is used for {status} and {writer.shared_status[name]}")
    classes = _response_classes(writer.document, name, status, resolve(writer.document, node))
    writer.shared |= classes
    return list(classes)


def _response_classes(document: Json, name: str, status: str, node: Json) -> dict[str, str]:
    """Return the source of the classes of one response, by name."""
    content: Json = node.get("content", {})
    if not content:
        bodies = {name: "    body: ClassVar[None] = None\n    media_type: ClassVar[None] = None\n"}
    elif all(map(is_binary_media, content)):
        bodies = {name: f"    body: {_binary_body(content)}\n" + _media_type(*content)}
    else:
        names = response_names(name, list(content))
        bodies = {
            cls: _body(document, media, value) + _media_type(media)
            for cls, (media, value) in zip(names, content.items(), strict=True)
        }
    head, tail = _docstring(f"{status}: {node['description'].strip()}", 4), _headers(document, node)
    constant = f"    status: ClassVar[Literal[{status}]] = {status}\n" if status.isdigit() else "    status: int\n"
    return {
        cls: CLASS.format(name=cls, members=f"{head}\n{constant}{members}{tail}") for cls, members in bodies.items()
    }


def response_names(name: str, medias: list[str]) -> dict[str, None]:
    """Return the names of the classes of a response with these media types: one for all files, else one for each."""
    if len(medias) < 2 or all(map(is_binary_media, medias)):
        return {name: None}
    return dict.fromkeys(f"{name}{_suffix(media)}" for media in medias)


def _suffix(media: str) -> str:
    return pascal(media.partition(";")[0].rpartition("/")[2])


def _binary_body(content: Json) -> str:
    for rule, body in (("x-streamed", "ByteStream"), ("x-in-memory", "bytes")):
        if all(media.get(rule) for media in content.values()):
            return body
    return "FileBody"


def _body(document: Json, media: str, value: Json) -> str:
    if is_json_media(media):
        return f"    body: {model_type(document, value['schema'])}\n"
    if is_binary_media(media):
        return f"    body: {_binary_body({media: value})}\n"
    types = {"text/csv": "bytes", "text/event-stream": "EventStream"}
    return f"    body: {types.get(media.partition(';')[0], 'str')}\n"


def _media_type(*medias: str) -> str:
    literals = ", ".join(map(repr, medias))
    constant = f"    media_type: ClassVar[Literal[{literals}]] = {literals}\n"
    return constant if len(medias) == 1 else f"    media_type: Literal[{literals}]\n"


def _headers(document: Json, node: Json) -> str:
    """Return the fields of the headers that a handler sets, and the constants that list all headers."""
    headers = {name: resolve(document, header) for name, header in node.get("headers", {}).items()}
    handler_headers = {name: header for name, header in headers.items() if not header.get("x-server-side")}
    fields = ""
    for name, header in handler_headers.items():
        kind = python_type(document, header["schema"])
        optional = "" if header.get("required") else " | None = None"
        fields += f"    {argument(name)}: {kind}{optional}\n"
    names = {name: argument(name) for name in handler_headers}
    server = tuple(name for name in headers if name not in handler_headers)
    fields += f"    headers: ClassVar[dict[str, str]] = {names!r}\n"
    return fields + f"    server_headers: ClassVar[tuple[str, ...]] = {server!r}\n"


def _negotiated(document: Json, route: Route) -> list[str]:
    """Return the media types to negotiate: those of a successful response with several text types, else none."""
    for status, node in _statuses(route):
        medias = list(resolve(document, node).get("content", {}))
        if status.startswith("2") and len(medias) > 1 and not all(map(is_binary_media, medias)):
            return medias
    return []


# Requests


def _argument(document: Json, param: Json) -> str:
    kind = python_type(document, param["schema"])
    optional = not param.get("required") and default(document, param["schema"]) == "None"
    return f"{argument(param['name'])}: {kind}{' | None' if optional else ''}"


def _bodies(writer: _Writer, route: Route, name: str) -> dict[str, str]:
    """Return the type of the body by media type; add the class of a form."""
    request = resolve(writer.document, route.node.get("requestBody", {}))
    bodies: dict[str, str] = {}
    for media, value in request.get("content", {}).items():
        if media == "multipart/form-data":
            bodies[media] = f"{name}Form"
            writer.classes[bodies[media]] = _form(writer.document, route, bodies[media], value["schema"])
        elif is_json_media(media):
            bodies[media] = model_type(writer.document, value["schema"])
        else:
            bodies[media] = _text_type(media)
    return bodies


def _text_type(media: str) -> str:
    if not is_text_media(media):
        raise ValueError(f"a body of {media} is not served; send a file as multipart/form-data")
    return "CsvBody" if media == "text/csv" else "str"


def _form(document: Json, route: Route, name: str, schema: Json) -> str:
    schema = resolve(document, schema)
    members = _docstring(f"The form fields of {route.id}.", 4) + "\n"
    for key, value in schema["properties"].items():
        members += _form_field(document, key, value, required=key in schema.get("required", []))
    return CLASS.format(name=name, members=members)


def _form_field(document: Json, key: str, schema: Json, *, required: bool) -> str:
    kind, standard, name = python_type(document, schema), default(document, schema), argument(key)
    optional = " | None" if standard == "None" and not required else ""
    said = deprecation(schema)
    about = f'    """{said}"""\n' if said else ""
    if name == key:
        return f"    {name}: {kind}{optional}" + ("\n" if required else f" = {standard}\n") + about
    options = f"name={key!r}" if required else f"default={standard}, name={key!r}"
    return f"    {name}: {kind}{optional} = msgspec.field({options})\n{about}"


# The table


def _row(
    document: Json, route: Route, responses: dict[str, list[str]], bodies: dict[str, str], *, negotiates: bool
) -> str:
    node = route.node
    params = "".join(f"{_param(document, param)}, " for param in route.params)
    keys = {status: status if status.isdigit() else repr(status) for status in responses}
    by_status = ", ".join(f"{keys[status]}: ({', '.join(names)},)" for status, names in responses.items())
    by_media = ", ".join(f"{media!r}: {kind}" for media, kind in bodies.items())
    fields: dict[str, Any] = {
        "id": repr(route.id),
        "tag": repr(route.tag),
        "function": repr(argument(route.id)),
        "method": repr(route.method.upper()),
        "path": repr(route.path),
        "params": f"({params})",
        "bodies": f"{{{by_media}}}",
        "responses": f"{{{by_status}}}",
        "minimum_role": repr(minimum_role(document, node)),
        "security": repr(security(document, node)),
        "idempotent_key": any(param["name"].lower() == "idempotency-key" for param in route.params),
        "negotiates": negotiates,
        "response_media": repr(_success_media(document, route)),
        "deprecated_since": _day(node, SINCE),
        "sunset": _day(node, SUNSET),
    }
    return f"{route.id!r}: Operation({', '.join(f'{key}={value}' for key, value in fields.items())}),\n"


def _day(node: Json, key: str) -> str:
    found = day(node.get(key)) if node.get("deprecated") else None
    return "None" if found is None else f"date({found.year}, {found.month}, {found.day})"


def _param(document: Json, param: Json) -> str:
    kind = python_type(document, param["schema"])
    values = [
        repr(param["name"]),
        repr(param["in"]),
        repr(argument(param["name"])),
        kind,
        f"required={bool(param.get('required'))}",
        f"default={default(document, param['schema'])}",
        f"server_side={bool(param.get('x-server-side'))}",
    ]
    return f"Param({', '.join(values)})"


def minimum_role(document: Json, node: Json) -> str:
    """Return who may call an operation: `x-minimum-role`, else anyone if it needs no credentials, else any user."""
    role: str = node.get(ROLE) or ("public" if () in security(document, node) else "viewer")
    return role


def security(document: Json, node: Json) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives of credentials, each the schemes that are required together; `()` means none."""
    alternatives: list[Json] = (node if "security" in node else document).get("security") or []
    return tuple(tuple(schemes) for schemes in alternatives) or ((),)


def _success_media(document: Json, route: Route) -> tuple[str, ...]:
    answers = [resolve(document, node) for status, node in _statuses(route) if status.startswith("2")]
    return tuple(dict.fromkeys(media for answer in answers for media in answer.get("content", {})))


def _docstring(text: str, depth: int) -> str:
    safe = "\n".join(
        fill(line, WIDTH - depth) for line in text.strip().replace("\\", "\\\\").replace('"""', "'''").splitlines()
    )
    body = f'"""{safe}\n"""' if "\n" in safe else f'"""{safe}"""'
    return indent(body, " " * depth, predicate=lambda line: bool(line.strip())) + "\n"
