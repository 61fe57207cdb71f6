"""Parses ``config.yaml``: the sets of a folder by id, their values as text. Nothing is guessed; problems are reported.

Values stay as they are written: ``name: on`` is the name "on", a date stays text, and ``fields`` parses numbers where
it expects them. ``<<`` merges another mapping; a repeated id or key is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from platemark.imports.reading.file_names import one_line

CONFIG_NAMES = ("config.yaml", "config.yml")
MAX_BYTES = 1024 * 1024
MAX_SETS = 1000
MAX_KEYS = 2000
NULL, MERGE, STRING = "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge", "tag:yaml.org,2002:str"
RESOLVED_TAGS = (NULL, MERGE)
Value = str | None | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a set or a file: its key in the plan, a stable code, and a message of one line."""

    key: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One set of the file: its id, and its values by key."""

    set_id: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Config:
    """The sets of a config file, and what is wrong with it."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Loader(yaml.SafeLoader):
    """YAML with text and null as the only scalars, and with unique keys in mappings."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML wants a plain dict here
        first: [(tag, pattern) for tag, pattern in resolvers if tag in RESOLVED_TAGS]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A mapping whose keys are text and unique; merged mappings are added later."""
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.composer.ComposerError(None, None, "A key is not text", key.start_mark)
            if key.tag != MERGE:
                key.tag = STRING
            if key.value in seen:
                raise yaml.composer.ComposerError(None, None, f"The key {key.value!r} is repeated", key.start_mark)
            seen.add(key.value)
        return node

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge what ``<<`` names; mappings that grow too large by merging each other are refused."""
        super().flatten_mapping(node)
        if len(node.value) > MAX_KEYS:
            message = f"A mapping has more than {MAX_KEYS} keys"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark)


@lru_cache(maxsize=4)
def read(data: bytes, name: str) -> Config:
    """Parse ``data``, the bytes of the file ``name``. Raises nothing.

    The last few results are cached, because each set of a file is looked up separately.
    """
    try:
        sets = yaml.load(data.decode("utf-8-sig"), _Loader)  # noqa: S506 - a SafeLoader
    except UnicodeDecodeError as error:
        return _refused(name, "config_not_utf8", f"The byte at offset {error.start} is not UTF-8.")
    except yaml.MarkedYAMLError as error:
        where = f"Line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        return _refused(name, "config_invalid", f"{where}{error.problem}")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return _refused(name, "config_invalid", f"It cannot be read as YAML ({type(error).__name__}).")
    if isinstance(sets, dict) and list(sets) == ["sets"]:
        sets = sets["sets"]
    if not isinstance(sets, dict) or not sets:
        return _refused(name, "config_invalid", "It contains no sets. A set is an id with keys below it.")
    if len(sets) > MAX_SETS:
        return _refused(name, "config_too_many_sets", f"It contains {len(sets)} sets. At most {MAX_SETS} are allowed.")
    problems = tuple(_not_a_set(name, sets))
    entries = tuple(Entry(set_id, value) for set_id, value in sets.items() if isinstance(value, dict))
    return Config(entries, problems)


def _not_a_set(name: str, sets: dict[str, Any]) -> Iterator[Problem]:
    for set_id, value in sets.items():
        if not isinstance(value, dict):
            message = "This is not a set: a set has keys below it, such as name and csv_path."
            yield Problem(f"{name}#{one_line(set_id, 200)}", "not_a_set", message)


def _refused(name: str, code: str, message: str) -> Config:
    return Config(problems=(Problem(name, code, one_line(message, 500)),))
