"""Generates TypeScript: types with openapi-typescript, and the data that the client and the validators use.

To use another generator of types, replace this module.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from codegen import lifecycle
from codegen.findings import CodegenError, Finding
from codegen.lint_schemas import DATA
from codegen.load import Json, dump
from codegen.operations import Route, routes
from codegen.paths import base_path
from codegen.reading import as_read
from codegen.schema_tree import target
from codegen.types import is_json_media, is_text_media, resolve

SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
UNREAD = {"example", "examples", "externalDocs", "xml"}
PACKAGE = "shared-types"
DEPRECATION = re.compile(r"\*(?: {5}| @description )@deprecated")
HEADER = "// Generated from spec/ by `python -m codegen`. DO NOT EDIT.\n"


def can_run(root: Path) -> bool:
    """Whether Node.js and the packages of `root`/shared-types are installed."""
    return shutil.which("node") is not None and (root / PACKAGE / "node_modules/openapi-typescript").is_dir()


def write(root: Path, document: Json, folder: Path) -> None:
    """Generate schema.ts (types), bodies.ts (base path, media types) and contract.ts (schemas) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.ts").write_text(HEADER + _types(root, document), "utf-8")
    write_data(document, folder)


def write_data(document: Json, folder: Path) -> None:
    """Generate the files that do not need Node.js: the data of the client and of the validators."""
    (folder / "bodies.ts").write_text(HEADER + _bodies(document), "utf-8")
    (folder / "contract.ts").write_text(HEADER + _contract(document), "utf-8")


def _types(root: Path, document: Json) -> str:
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place, "openapi.json"), Path(place, "schema.ts")
        source.write_bytes(dump(as_read(with_deprecations(_without_examples(document)))))
        command = ["node", "scripts/schema.mjs", str(source), str(target)]
        done = subprocess.run(command, cwd=root / PACKAGE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CodegenError(Finding("generated/openapi.json", f"openapi-typescript: {done.stderr.strip()}"))
        return DEPRECATION.sub("* @deprecated", target.read_text("utf-8"))


def with_deprecations(document: Json) -> Json:
    """Return the document with descriptions that say what is deprecated, and until when, for `DEPRECATION` to find.

    A word cannot have a comment of its own; that of its enum speaks of it.
    """
    document = copy.deepcopy(document)
    for mark in list(lifecycle.marks(document)):
        said = lifecycle.deprecation(mark.node)
        if mark.kind == "word":
            node = target(document, mark.where.rpartition(f"/{lifecycle.WORDS}/")[0])
            said = f"`{mark.own_name}`: {said}"
        else:
            node, said = mark.node, f"@deprecated {said.removeprefix('Deprecated').removeprefix('.').strip()}".strip()
            node.pop(lifecycle.DEPRECATED, None)
        node["description"] = "\n".join(filter(None, [node.get("description", "").strip(), said]))
    return document


def _without_examples(node: Any, *, names: bool = False) -> Any:
    """Return the document without its examples, which would be half of the generated text, and other annotations."""
    if isinstance(node, list):
        return [_without_examples(item) for item in node]
    if not isinstance(node, dict):
        return node
    members = {key: value for key, value in node.items() if names or key not in UNREAD}
    return {
        key: value if key in DATA and not names else _without_examples(value, names=key == "properties" and not names)
        for key, value in members.items()
    }


def _bodies(document: Json) -> str:
    """Return bodies.ts: the base path, and how an operation sends what is not plain JSON or a repeated parameter."""
    media_types: dict[str, str] = {}
    texts: dict[str, str] = {}
    forms: dict[str, bool] = {}
    separators: dict[str, dict[str, str]] = {}
    for route in routes(document):
        key = f"{route.method.upper()} {route.path}"
        content: Json = resolve(document, route.node.get("requestBody", {})).get("content", {})
        medias = [media for media in content if is_json_media(media)]
        if medias and "application/json" not in medias:
            media_types[key] = medias[0]
        if text_medias := [media for media in content if is_text_media(media)]:
            texts[key] = text_medias[0]
        if "multipart/form-data" in content and not medias:
            forms[key] = True
        if joined := _separators(document, route):
            separators[key] = joined
    base = "/** The path that all paths of the API start with. */\n"
    base += f"export const basePath = {json.dumps(base_path(document))};\n"
    about = "/** The media type of an operation's JSON body, if it is not application/json. */\n"
    return "\n".join(
        [
            f"{base}\n{about}export const jsonBodies: Record<string, string> = {_literal(media_types)};\n",
            "/** The media type of an operation's text body. */",
            f"export const textBodies: Record<string, string> = {_literal(texts)};\n",
            "/** The operations whose body is a form, with a file or without. */",
            f"export const formBodies: Record<string, boolean> = {_literal(forms)};\n",
            "/** What separates the items of a query parameter that is not repeated for each of them. */",
            f"export const separators: Record<string, Record<string, string>> = {_literal(separators)};\n",
        ]
    )


def _separators(document: Json, route: Route) -> dict[str, str]:
    """Return the separator of each list in the query that is one text."""
    styles = {
        param["name"]: param.get("style", "form")
        for param in route.params
        if param["in"] == "query" and "array" in resolve(document, param["schema"]).get("type", ())
        if not param.get("explode", param.get("style", "form") == "form")
    }
    return {name: SEPARATORS[style] for name, style in styles.items()}


def _contract(document: Json) -> str:
    """Return contract.ts: the schemas, and the schema of each JSON request and response."""
    answers: dict[str, dict[str, dict[str, str]]] = {}
    requests: dict[str, dict[str, str]] = {}
    for route in routes(document):
        for media, value in resolve(document, route.node.get("requestBody", {})).get("content", {}).items():
            if is_json_media(media):
                requests.setdefault(route.id, {})[media] = value["schema"]["$ref"].rsplit("/", 1)[-1]
        for status, reference in route.node["responses"].items():
            for media, value in resolve(document, reference).get("content", {}).items():
                if is_json_media(media):
                    name = value["schema"]["$ref"].rsplit("/", 1)[-1]
                    answers.setdefault(route.id, {}).setdefault(status, {})[media] = name
    version = document["info"]["version"]
    schemas = _without_examples(document["components"]["schemas"], names=True)
    return "\n".join(
        [
            "/** The version of the contract. */",
            f"export const version = {json.dumps(version)};\n",
            "/** The name of the schema of each JSON response, by operationId, status and media type. */",
            f"export const answers: Record<string, Record<string, Record<string, string>>> = {_literal(answers)};\n",
            "/** The name of the schema of each JSON request, by operationId and media type. */",
            f"export const requests: Record<string, Record<string, string>> = {_literal(requests)};\n",
            "/** The JSON Schemas (2020-12) by name; they refer to each other as `#/components/schemas/…`. */",
            f"export const schemas: Record<string, Record<string, unknown>> = {_literal(schemas)};\n",
        ]
    )


def _literal(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True)
