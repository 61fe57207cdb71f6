"""Reads and writes the JSON and YAML files of a spec."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.composer import Composer

from codegen.findings import CodegenError, Finding

Json: TypeAlias = dict[str, Any]

STRING = "tag:yaml.org,2002:str"
RESOLVED_HERE = {f"tag:yaml.org,2002:{name}" for name in ("timestamp", "bool", "int", "float")}
BOOLEAN = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\Z")


class _Loader(Composer, yaml.CSafeLoader):
    """Loads YAML with the types of JSON, as YAML 1.2 does: a date, `18:00`, `yes` and `off` are strings.

    libyaml parses, five times as fast as Python. It does not compose: what is nested too deep would crash the process.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML requires a plain dict
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in RESOLVED_HERE]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def __init__(self, stream: str) -> None:
        yaml.CSafeLoader.__init__(self, stream)
        Composer.__init__(self)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        """Return a mapping whose keys are strings (`200:` is the key "200"); a duplicate key is an error."""
        keys = [key.value for key, _ in node.value]
        for key, _ in node.value:
            key.tag = STRING
        if duplicates := _duplicates(keys):
            raise yaml.constructor.ConstructorError(None, None, f"duplicate key: {duplicates}", node.start_mark)
        return super().construct_mapping(node, deep=deep)


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", BOOLEAN, list("tTfF"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", INTEGER, list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", FLOAT, list("-+0123456789"))


def load(path: Path) -> Any:
    """Return the content of a .json or .yaml file; CodegenError if it cannot be read or parsed."""
    try:
        text = path.read_text("utf-8")
        if path.suffix == ".json":
            content = json.loads(text, object_pairs_hook=_unique_pairs)
        else:
            content = yaml.load(text, _Loader)  # noqa: S506  a SafeLoader
        json.dumps(content, ensure_ascii=False).encode("utf-8")  # no half of a surrogate pair, and no cycle
        return content
    except (OSError, ValueError, TypeError, RecursionError, yaml.YAMLError) as error:
        raise CodegenError(Finding(str(path), f"cannot be read: {error}")) from error


def dump(document: object) -> bytes:
    """Return `document` as a JSON file: indented by two spaces, UTF-8, with a final newline."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _unique_pairs(pairs: list[tuple[str, Any]]) -> Json:
    if duplicates := _duplicates([key for key, _ in pairs]):
        raise ValueError(f"duplicate key: {duplicates}")
    return dict(pairs)


def _duplicates(keys: list[str]) -> str:
    return ", ".join(sorted({key for key in keys if keys.count(key) > 1}))
