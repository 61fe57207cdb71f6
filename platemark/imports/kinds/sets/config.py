"""``config.yaml``: the sets of a folder, each under its id, as text. What cannot be read is named, never guessed.

Values are taken as they are written: ``name: on`` is the name "on", a date stays text, a number is turned into one by
whoever knows that it has to be one. ``<<`` merges another mapping; an id or a key given twice is refused.
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
WORDS = (NULL, MERGE)
Value = str | None | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not as it should be: the key under which the plan names it, a stable word, a sentence of one line."""

    key: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One set of the file: its id, and what is said of it by key."""

    set_id: str
    said: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Config:
    """What a config file says, and what of it cannot be used."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Loader(yaml.SafeLoader):
    """YAML whose scalars are text or null, and whose mappings have each key once."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML wants a plain dict here
        first: [(tag, pattern) for tag, pattern in resolvers if tag in WORDS]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A mapping whose keys are text and differ from each other; what is merged into it comes later."""
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.composer.ComposerError(None, None, "a key is not text", key.start_mark)
            if key.tag != MERGE:
                key.tag = STRING
            if key.value in seen:
                raise yaml.composer.ComposerError(None, None, f"{key.value!r} is given twice", key.start_mark)
            seen.add(key.value)
        return node

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge what ``<<`` names; mappings that grow by merging each other many times over are refused."""
        super().flatten_mapping(node)
        if len(node.value) > MAX_KEYS:
            message = f"a mapping has more than {MAX_KEYS} keys"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark)


@lru_cache(maxsize=4)
def read(data: bytes, name: str) -> Config:
    """What ``data``, the bytes of the file ``name``, says. Raises nothing.

    The last few are remembered: each set of a file is looked up in it by itself.
    """
    try:
        said = yaml.load(data.decode("utf-8-sig"), _Loader)  # noqa: S506 - a SafeLoader
    except UnicodeDecodeError as error:
        return _refused(name, "config_not_utf8", f"The byte at offset {error.start} is not UTF-8.")
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        return _refused(name, "config_invalid", f"{where}{error.problem}")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return _refused(name, "config_invalid", f"It cannot be read as YAML ({type(error).__name__}).")
    if isinstance(said, dict) and list(said) == ["sets"]:
        said = said["sets"]
    if not isinstance(said, dict) or not said:
        return _refused(name, "config_invalid", "It names no sets; each is an id with what is said of it below.")
    if len(said) > MAX_SETS:
        return _refused(name, "config_too_many_sets", f"It names {len(said)} sets; at most {MAX_SETS} are taken.")
    problems = tuple(_not_a_set(name, said))
    entries = tuple(Entry(set_id, value) for set_id, value in said.items() if isinstance(value, dict))
    return Config(entries, problems)


def _not_a_set(name: str, said: dict[str, Any]) -> Iterator[Problem]:
    for set_id, value in said.items():
        if not isinstance(value, dict):
            message = "What stands here is no set: a set has keys below it, such as name and csv_path."
            yield Problem(f"{name}#{one_line(set_id, 200)}", "not_a_set", message)


def _refused(name: str, code: str, message: str) -> Config:
    return Config(problems=(Problem(name, code, one_line(message, 500)),))
