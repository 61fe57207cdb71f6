"""Fold the files of a spec folder into one OpenAPI 3.1 document.

Schemas become components named by their `title`; shared parameters, responses and headers are named by their key. Path
items and examples replace the references to them. References between schemas are resolved by `$id`, as in JSON Schema.
The components of openapi.yaml itself are named by their keys, those of schemas and responses in PascalCase. Schemas of
which fields are `readOnly` or `writeOnly` get a form for each direction (directions.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

from referencing.exceptions import Unresolvable

from codegen.directions import by_direction
from codegen.findings import CodegenError, Finding, HouseRule
from codegen.load import Json
from codegen.spec_files import ROOT_FILE, SCHEMA_BASE, SHARED, Place, Spec, read_file, read_folder
from codegen.spec_files import escape as escape

NAME_MAPS = {"properties", "patternProperties", "dependentSchemas", "paths", "responses", "content", "headers", "links",
             "callbacks", "securitySchemes", "encoding", "variables"}  # fmt: skip
DATA = {"default", "const", "enum", "example"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """The bundled document, the places in spec/ that its components and path items come from, and what is unused.

    The document contains only components that an operation uses; `unused` has a finding for each of the others. `root`
    is the name of the OpenAPI file, `schema_files` are the names of the files with a schema each.
    """

    document: Json
    origins: dict[str, str]
    unused: list[Finding]
    root: str = ROOT_FILE
    schema_files: tuple[str, ...] = ()

    def place(self, pointer: str) -> str:
        """Return where in spec/ a pointer into the document leads: `schemas/albums/album.json#/properties/id`."""
        steps = pointer.split("/")
        for length in range(len(steps), 0, -1):
            if origin := self.origins.get("/".join(steps[:length])):
                return "/".join([origin, *steps[length:]])
        return f"{self.root}{pointer}" if pointer.startswith("#") else pointer


def bundle(path: Path) -> Bundle:
    """Return the bundle of the folder `path`, which has an openapi.yaml, or of an OpenAPI file and those it refers to.

    CodegenError lists every file that cannot be read, every name clash and every dangling $ref.
    """
    spec = read_folder(path.resolve()) if path.is_dir() else read_file(path.resolve())
    root_uri = spec.uri(spec.root)
    root = spec.registry[root_uri]
    walk = _Walk(spec)
    source = {key: value for key, value in root.contents.items() if key != "components"}
    document: Json = walk.node(source, root_uri, Place(spec.root))
    sections = {"schemas", *SHARED.values()}
    components: Json = {name: {} for name in sorted(sections)}
    for component in sorted(spec.components.values(), key=lambda component: component.pointer):
        copy = walk.node(component.content, component.base, component.place)
        components[component.section][component.name] = copy
    own = {key: value for key, value in root.contents.get("components", {}).items() if key not in sections}
    components |= walk.node(own, root_uri, Place(spec.root) / "components")
    reached = _reached(document, components)
    document["components"] = _only(components, reached)
    if spec.findings:
        raise CodegenError(*dict.fromkeys(spec.findings))
    origins = {component.pointer: str(component.place) for component in spec.components.values()}
    for route, item in root.contents.get("paths", {}).items():
        if isinstance(item, dict) and "$ref" in item:
            origins[f"#/paths/{escape(route)}"] = item["$ref"]
    try:
        document, made_of = by_direction(document)
    except CodegenError as error:
        places = [Finding(origins.get(each.where, each.where), each.message) for each in error.findings]
        raise CodegenError(*places) from None
    origins |= {pointer: origins.get(source, source) for pointer, source in made_of.items()}
    return Bundle(document, origins, _unused(spec, reached), spec.root, spec.schema_files)


@dataclass(slots=True)
class _Walk:
    """Copies nodes and makes every $ref a local one."""

    spec: Spec
    inside: list[int] = field(default_factory=list)

    def node(self, node: Any, base: str, place: Place, *, names: bool = False) -> Any:
        """Return a copy of `node`; if `names` is set, its keys are names, not keywords."""
        if isinstance(node, list):
            return [self.node(item, base, place / index) for index, item in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if names:
            return {key: self.node(value, base, place / key) for key, value in node.items()}
        if isinstance(node.get("$ref"), str):
            return self.reference(node, base, place)
        return {key: self.member(key, value, base, place / key) for key, value in node.items()}

    def member(self, key: str, value: Any, base: str, place: Place) -> Any:
        """Return a copy of the value of the keyword `key`."""
        if key in DATA or (key in {"examples", "value"} and not _named_examples(key, value)):
            return self.data(value, base, place)
        if key == "mapping" and isinstance(value, dict):
            return {name: self.local(target, base, place / name) for name, target in value.items()}
        return self.node(value, base, place, names=key in NAME_MAPS or key == "examples")

    def data(self, value: Any, base: str, place: Place) -> Any:
        """Return an example: the value itself, or the content of the file that it refers to as `{$ref: file}`."""
        if isinstance(value, dict) and set(value) == {"$ref"}:
            target = self.lookup(value["$ref"], base, place)
            return None if target is None else target.contents
        return value

    def reference(self, node: Json, base: str, place: Place) -> Any:
        """Return a local $ref to a component, or a copy of anything else that is referred to."""
        beside = {key: self.member(key, value, base, place / key) for key, value in node.items() if key != "$ref"}
        resolved = self.lookup(node["$ref"], base, place)
        if resolved is None:
            return beside
        target = resolved.contents
        if component := self.spec.components.get(id(target)):
            return {"$ref": component.pointer, **beside}
        uri, pointer = self.address(node["$ref"], base)
        if not isinstance(target, dict) or uri.startswith((SCHEMA_BASE, self.spec.uri("schemas/"))):
            self.spec.fault(place, f"$ref {node['$ref']} points into a schema, not at a named schema")
            return beside
        if id(target) in self.inside:
            self.spec.fault(place, f"$ref {node['$ref']} leads back to itself")
            return beside
        self.inside.append(id(target))
        copy = self.node(target, uri, Place(uri.removeprefix(self.spec.uri("")), pointer))
        self.inside.pop()
        return {**copy, **beside}

    def local(self, target: Any, base: str, place: Place) -> Any:
        """Return the pointer of the component that an entry of a discriminator's mapping refers to."""
        resolved = self.lookup(str(target), base, place)
        component = resolved and self.spec.components.get(id(resolved.contents))
        if component is None:
            return target
        return component.pointer

    def lookup(self, ref: str, base: str, place: Place) -> Any:
        """Resolve `ref` relative to `base`; add a finding and return None if it points at nothing."""
        try:
            resolved = self.spec.registry.resolver(base).lookup(ref)
        except Unresolvable:
            self.spec.fault(place, f"$ref {ref} points at nothing")
            return None
        self.spec.used.add("#".join(self.address(ref, base)))
        return resolved

    def address(self, ref: str, base: str) -> tuple[str, str]:
        """Return the URI of the file that `ref` names, and the pointer into it."""
        uri, pointer = urldefrag(urljoin(base, ref))
        return uri, pointer


def _named_examples(key: str, value: Any) -> bool:
    return key == "examples" and isinstance(value, dict)


def _reached(document: Json, components: Json) -> set[str]:
    """Return the pointers of the components that are reachable from the paths."""
    reached: set[str] = set()
    todo = [*references(document)]
    while todo:
        pointer = todo.pop()
        if pointer not in reached:
            reached.add(pointer)
            _, _, section, name = pointer.split("/")
            todo += references(components[section][name])
    return reached


def _only(components: Json, reached: set[str]) -> Json:
    """Return the reachable components, and all security schemes, which are referred to by name."""
    used: Json = {}
    for section, content in components.items():
        names = [
            name for name in content if f"#/components/{section}/{name}" in reached or section == "securitySchemes"
        ]
        if names:
            used[section] = {name: content[name] for name in names}
    return used


def _unused(spec: Spec, reached: set[str]) -> list[Finding]:
    """Return a finding for each component that no operation uses and each file that nothing refers to."""
    findings = [
        Finding(str(component.place), HouseRule(f"{component.name} is used by no operation"))
        for component in spec.components.values()
        if component.pointer not in reached
    ]
    for uri, file in spec.files.items():
        if file.startswith("examples/") and f"{uri}#" not in spec.used:
            findings.append(Finding(file, "no operation refers to this example"))
        if file.startswith("paths/") and spec.root == ROOT_FILE:
            items = [(key, f"{uri}#/{escape(key)}") for key in spec.registry.contents(uri) or {}]
            findings += [
                Finding(str(Place(file) / key), "openapi.yaml does not refer to this path item")
                for key, pointer in items
                if pointer not in spec.used
            ]
    return findings


def references(node: Any) -> Iterator[str]:
    """Yield each local $ref under `node`. Example data is searched as well; it contains none in practice."""
    if isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/components/"):
            yield ref
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)
