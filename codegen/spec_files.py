"""Reads the files of a spec: a folder with an openapi.yaml, or one OpenAPI file and those that it refers to.

Schemas become components named by their `title`, else by their file; shared parameters, responses and headers are named
by their key. The components of the OpenAPI file itself are named by their keys, those of schemas and responses in
PascalCase.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from referencing import Registry, Specification
from referencing.jsonschema import DRAFT202012

from codegen.findings import CodegenError, Finding
from codegen.load import Json, load
from codegen.python import pascal

SCHEMA_BASE = "https://platemark.dev/schemas/"
SHARED = {"parameters.yaml": "parameters", "responses.yaml": "responses", "headers.yaml": "headers"}
ROOT_FILE = "openapi.yaml"
PASCAL = {"schemas", "responses"}
NOT_OPENAPI = {"$schema", "$id", "$defs", "$comment"}


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the spec: a file relative to the spec folder and a pointer into it."""

    file: str
    pointer: str = ""

    def __truediv__(self, key: str | int) -> Place:
        return Place(self.file, f"{self.pointer}/{escape(key)}")

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


@dataclass(slots=True)
class Component:
    """A node that becomes a component of the bundle; `base` is the URI that its references are relative to."""

    section: str
    name: str
    node: Json
    base: str
    place: Place
    is_inline: bool = False

    @property
    def content(self) -> Json:
        """The node, with the keywords that OpenAPI knows; a schema of openapi.yaml has the title of its name."""
        content = {key: value for key, value in self.node.items() if key not in NOT_OPENAPI}
        titled = self.is_inline and self.section == "schemas"
        return {**content, "title": self.name} if titled else content

    @property
    def pointer(self) -> str:
        """The pointer to the component in the bundle."""
        return f"#/components/{self.section}/{self.name}"


@dataclass(slots=True)
class Spec:
    """The files of the spec folder by every URI that a $ref may use, and the components in them."""

    folder: Path
    root: str = ROOT_FILE
    registry: Registry[Any] = field(default_factory=Registry)
    files: dict[str, str] = field(default_factory=dict)
    components: dict[int, Component] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def uri(self, file: str) -> str:
        """Return the URI of a file of the folder."""
        return f"{self.folder.as_uri()}/{file}"

    def name(self, path: Path) -> str:
        """The path relative to the folder, as findings and references name it."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    @property
    def schema_files(self) -> tuple[str, ...]:
        """The names of the files that have a schema each."""
        return tuple(sorted(filter(is_schema_file, self.files.values())))

    def fault(self, place: Place | str, message: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(str(place), message))


def escape(key: str | int) -> str:
    """Return `key` escaped as a step of a JSON pointer."""
    return str(key).replace("~", "~0").replace("/", "~1")


def is_schema_file(file: str) -> bool:
    """Whether a file has one schema: it is in a folder `schemas`."""
    return "schemas" in Path(file).parent.parts


def read_folder(folder: Path) -> Spec:
    """Read every file of a spec folder."""
    spec = Spec(folder)
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.json")]):
        if not spec.name(path).startswith("released/"):
            _read(spec, path)
    return _complete(spec)


def read_file(path: Path) -> Spec:
    """Read an OpenAPI file, and the files that it refers to, and so on."""
    spec = Spec(path.parent, path.name)
    todo, seen = [path], {path}
    while todo:
        content = _read(spec, todo[0])
        named = {todo[0].parent / unquote(file) for file in _files(content)}
        added = sorted({Path(os.path.normpath(other)) for other in named} - seen)
        seen |= {*added}
        todo = [*todo[1:], *(other for other in added if other.is_file())]
    return _complete(spec)


def _files(node: Any) -> Iterator[str]:
    """Yield the relative addresses of the files that the references under `node` name."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _files(value)
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        file = urldefrag(node["$ref"]).url
        if file and not urlsplit(file).scheme:
            yield file


def _read(spec: Spec, path: Path) -> Any:
    """Add a file to `spec` and return its content, or None and a finding if it cannot be read."""
    file = spec.name(path)
    try:
        content = load(path)
    except CodegenError as error:
        spec.findings += [Finding(file, finding.message) for finding in error.findings]
        return None
    if file == spec.root and (faults := _root_faults(content)):
        spec.findings += [Finding(file, fault) for fault in faults]
        return None
    uris = [path.as_uri()]
    if is_schema_file(file):
        _name_schemas(spec, content, file, uris)
        resource = DRAFT202012.create_resource(content)
    else:
        _name_shared(spec, content, file, uris[0])
        resource = Specification.OPAQUE.create_resource(content)
    spec.registry = spec.registry.with_resources((uri, resource) for uri in uris)
    spec.files[uris[0]] = file
    return content


def _root_faults(root: Any) -> list[str]:
    """Return why the content of the OpenAPI file is no document that can be read any further."""
    version = root.get("openapi", root.get("swagger")) if isinstance(root, dict) else None
    if not str(version).startswith("3.1"):
        found = f"says {version}" if version is not None else "does not say `openapi: 3.1.0`"
        return [f"is not an OpenAPI 3.1 document: it {found}"]
    words: dict[type, str] = {dict: "an object", list: "a list"}
    kinds = {"info": dict, "paths": dict, "components": dict, "webhooks": dict, "servers": list, "tags": list}
    faults = [
        f"{key} must be {words[kind]}" for key, kind in kinds.items() if not isinstance(root.get(key, kind()), kind)
    ]
    if faults:
        return faults
    maps = [*root.get("components", {}).items()]
    faults += [f"components/{key} must be an object" for key, value in maps if not isinstance(value, dict)]
    inner = [(f"paths/{escape(key)}", value) for key, value in root.get("paths", {}).items()]
    inner += [
        (f"components/{section}/{escape(key)}", value)
        for section, content in maps
        if isinstance(content, dict)
        for key, value in content.items()
    ]
    return faults + [
        f"{where} must be an object" for where, value in inner if not isinstance(value, dict) and "/x-" not in where
    ]


def _complete(spec: Spec) -> Spec:
    if spec.root not in spec.files.values() and not spec.findings:
        spec.fault(spec.root, "the file does not exist")
    if spec.findings:
        raise CodegenError(*spec.findings)
    spec.registry = spec.registry.crawl()
    return spec


def _name_schemas(spec: Spec, content: Any, file: str, uris: list[str]) -> None:
    place = Place(file)
    expected = SCHEMA_BASE + file.removeprefix("schemas/")
    if not isinstance(content, dict):
        spec.fault(place, "a schema must be an object")
        return
    if content.get("$id", expected) != expected:
        spec.fault(place, f"$id must be {expected}, or be left out")
        return
    if "$id" in content:
        uris.append(expected)
    else:
        content.setdefault("title", pascal(Path(file).stem))
    defs = content.get("$defs", {})
    for node, here in [(content, place), *((value, place / "$defs" / key) for key, value in defs.items())]:
        title = node.get("title")
        if not isinstance(title, str) or not title.isidentifier():
            spec.fault(here, "a schema needs a title, which becomes the name of the component")
            continue
        _name(spec, Component("schemas", title, node, uris[-1], here))


def _name_shared(spec: Spec, content: Any, file: str, uri: str) -> None:
    if file in SHARED:
        for key, node in (content or {}).items():
            _name(spec, Component(SHARED[file], key, node, uri, Place(file) / key))
    if file == spec.root:
        for section in ("schemas", *SHARED.values()):
            place = Place(file) / "components" / section
            own = content.get("components", {}).get(section, {}).items()
            for key, node in own:
                if "$ref" in node:  # another name of a component in a file
                    continue
                name = pascal(key) if section in PASCAL else key
                _name(spec, Component(section, name, node, uri, place / key, is_inline=True))


def _name(spec: Spec, component: Component) -> None:
    for other in spec.components.values():
        if other.pointer == component.pointer:
            spec.fault(component.place, f"the name {component.name} is taken by {other.place}")
    spec.components[id(component.node)] = component
