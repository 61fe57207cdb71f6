"""Read the files of a spec folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from codegen.findings import CodegenError, Finding

Json: TypeAlias = dict[str, Any]

STRING = "tag:yaml.org,2002:str"
TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Loader(yaml.SafeLoader):
    """YAML as JSON sees it: a date stays a string."""

    yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML wants a plain dict here
        first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        """A mapping whose keys are strings (`200:` is the key "200") and differ from each other."""
        keys = [key.value for key, _ in node.value]
        for key, _ in node.value:
            key.tag = STRING
        if twice := _repeated(keys):
            raise yaml.constructor.ConstructorError(None, None, f"key given twice: {twice}", node.start_mark)
        return super().construct_mapping(node, deep=deep)


def load(path: Path) -> Any:
    """Return the content of a .json or .yaml file; CodegenError names a file that cannot be read as such."""
    try:
        text = path.read_text("utf-8")
        if path.suffix == ".json":
            return json.loads(text, object_pairs_hook=_pairs_once)
        return yaml.load(text, _Loader)  # noqa: S506  a SafeLoader
    except (OSError, UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
        raise CodegenError(Finding(str(path), f"cannot be read: {error}")) from error


def dump(document: object) -> bytes:
    """The bytes of a JSON file: two spaces, UTF-8, a newline at the end."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _pairs_once(pairs: list[tuple[str, Any]]) -> Json:
    if twice := _repeated([key for key, _ in pairs]):
        raise ValueError(f"key given twice: {twice}")
    return dict(pairs)


def _repeated(keys: list[str]) -> str:
    return ", ".join(sorted({key for key in keys if keys.count(key) > 1}))
