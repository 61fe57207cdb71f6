"""Agreement of validators: what one of them takes and another refuses is read differently by servers and clients."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

from codegen.bundle import Bundle
from codegen.conformance.instances import Instance, instances
from codegen.load import Json

PACKAGE = Path(__file__).resolve().parents[2] / "shared-types"
SHOWN = 120
SERVER, REFERENCE, CLIENT = "jsonschema-rs", "jsonschema", "Ajv"


def lines(bundled: Bundle, count: int, known: frozenset[str] = frozenset()) -> tuple[list[str], bool]:
    """Return what to print of the agreement on a document, and whether only `known` changes make a difference."""
    schemas: Json = bundled.document.get("components", {}).get("schemas", {})
    made = {name: instances(bundled.document, _reference(name), seed=name, count=count) for name in schemas}
    told = verdicts(schemas, {name: [each.value for each in drawn] for name, drawn in made.items()})
    places = {name: bundled.place(f"#/components/schemas/{name}") for name in schemas}
    said = [f"{places[name]}: no instance that fits was found" for name in schemas if not any(told[SERVER][name])]
    different: dict[str, str] = {}
    for name, drawn in made.items():
        for number, instance in enumerate(drawn):
            by_tool = {tool: verdict[name][number] for tool, verdict in told.items()}
            if len(set(by_tool.values())) > 1:
                different.setdefault(instance.change, _line(places[name], instance, by_tool))
    said += different.values()
    unknown = different.keys() - known
    needless = sorted(known - different.keys())
    said += [f"known, but makes no difference: {change}" for change in needless]
    total = sum(map(len, made.values()))
    kinds = "kind" if len(different) == 1 else "kinds"
    said.append(f"{len(schemas)} schemas, {total} instances, {', '.join(told)}: {len(different)} {kinds} of difference")
    return said, not (unknown or needless)


def verdicts(schemas: Json, values: Mapping[str, list[Any]]) -> dict[str, dict[str, list[bool]]]:
    """Whether each validator takes each value of each schema; without Node.js and its packages, Ajv is not asked."""
    told: dict[str, dict[str, list[bool]]] = {SERVER: {}, REFERENCE: {}}
    for name, each in values.items():
        whole = {**_reference(name), "components": {"schemas": schemas}}
        server = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        reference = Draft202012Validator(whole, format_checker=FormatChecker())
        told[SERVER][name] = [server.is_valid(value) for value in each]
        told[REFERENCE][name] = [reference.is_valid(value) for value in each]
    if can_ask_ajv():
        told[CLIENT] = _ajv(schemas, values)
    return told


def can_ask_ajv() -> bool:
    """Are Node.js and what the script of the TypeScript package needs there?"""
    modules = [PACKAGE / "node_modules" / name for name in ("ajv", "typescript")]
    return shutil.which("node") is not None and all(module.is_dir() for module in modules)


def _ajv(schemas: Json, values: Mapping[str, list[Any]]) -> dict[str, list[bool]]:
    text = json.dumps({"schemas": schemas, "values": values})
    command = ["node", "scripts/verdicts.mjs"]
    done = subprocess.run(command, cwd=PACKAGE, input=text, capture_output=True, text=True, check=True)
    return {name: [verdict == "1" for verdict in told] for name, told in json.loads(done.stdout).items()}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _line(place: str, instance: Instance, by_tool: dict[str, bool]) -> str:
    sides = {True: "takes", False: "refuses"}
    said = ", ".join(f"{tool} {sides[verdict]} it" for tool, verdict in by_tool.items())
    return f"{place}, {instance.change}: {said}: {json.dumps(instance.value)[:SHOWN]}"
