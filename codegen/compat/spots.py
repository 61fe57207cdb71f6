"""The spots of a value that a schema speaks of, and what it says there besides the values it admits.

A spot is where in the value, such as `.images[].prompt`, and in which branches of unions: a default of one kind of job
says nothing about another kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from codegen.bundle import escape
from codegen.compat.document import Node
from codegen.load import Json
from codegen.schema_tree import Path, children, target

Said: TypeAlias = list[tuple[str, Json]]
"""The pointers and schemas that speak of a spot; what stands beside a reference comes before its target."""

Spots: TypeAlias = dict[str, dict[Path, Said]]
"""The spots of a value: by path, by branches."""

STEPS = {
    "properties": ".{}", "patternProperties": ".~{}", "additionalProperties": ".*", "unevaluatedProperties": ".*",
    "items": "[]", "prefixItems": "[{}]", "contains": "[]", "unevaluatedItems": "[]",
}  # fmt: skip
OF_EACH_VALUE = ("properties", "patternProperties", "additionalProperties", "items", "prefixItems")


def spots(node: Node) -> Spots:
    """All spots of the values of a schema."""
    found: Spots = {}
    for path, branches, pointer, schema in _walk(node.document.content, node.value, ("", ()), node.pointer, ()):
        found.setdefault(path, {}).setdefault(branches, []).append((pointer, schema))
    return found


def in_common(old: Spots, new: Spots, read: Callable[[Said], Json]) -> Iterator[tuple[str, Json, Json, str]]:
    """Yield what `read` finds at each spot that both have, with its path and its pointer in the new schema.

    Branches are known by their constants or names; those that have others now, by what is said in them, then in order.
    """
    for path in sorted(old.keys() & new.keys()):
        before = {branches: read(said) for branches, said in old[path].items()}
        after = {branches: read(said) for branches, said in new[path].items()}
        for was, now in _paired(before, after):
            said = new[path][now]
            yield path, before[was], after[now], next((one[0] for one in said if read([one])), said[0][0])


def _paired(before: dict[Path, Json], after: dict[Path, Json]) -> Iterator[tuple[Path, Path]]:
    yield from ((branches, branches) for branches in before if branches in after)
    others = [branches for branches in after if branches not in before]
    left = []
    for was in (branches for branches in before if branches not in after):
        same = next((now for now in others if after[now] == before[was]), None)
        if same is None:
            left.append(was)
        else:
            others.remove(same)
            yield was, same
    left.sort(key=lambda branches: not before[branches])
    others.sort(key=lambda branches: not after[branches])
    yield from zip(left, others, strict=False)


def _walk(
    document: Json, schema: Any, spot: tuple[str, Path], pointer: str, above: tuple[str, ...]
) -> Iterator[tuple[str, Path, str, Json]]:
    if not isinstance(schema, dict):
        return
    path, branches = spot
    yield path, branches, pointer, schema
    if isinstance(reference := schema.get("$ref"), str) and reference not in above:
        yield from _walk(document, target(document, reference), spot, reference, (*above, reference))
    for where, part in children(schema):
        if where[0] in ("not", "$defs"):
            continue
        step = STEPS.get(where[0], "").format(where[-1])
        below = path + step, (*branches, *_branch(document, schema, where, part))
        yield from _walk(document, part, below, "/".join([pointer, *map(escape, where)]), above)


def _branch(document: Json, schema: Json, where: Path, part: Any) -> Path:
    """What tells a part from others that speak of the same spot; nothing if it alone speaks of every value."""
    if where[0] in OF_EACH_VALUE:
        return ()
    if where[0] not in ("oneOf", "anyOf"):
        return ("/".join(where),)
    if sum(not _is_null(branch) for branch in schema[where[0]]) == 1:
        return ()
    resolved = part
    while isinstance(resolved, dict) and isinstance(resolved.get("$ref"), str):
        resolved = target(document, resolved["$ref"])
    members = resolved.get("properties", {}) if isinstance(resolved, dict) else {}
    constants = [f"{name}={member['const']}" for name, member in members.items() if "const" in _json(member)]
    return ("&".join(constants) or _json(part).get("$ref") or "/".join(where),)


def _is_null(schema: Any) -> bool:
    return _json(schema).get("type") == "null"


def _json(schema: Any) -> Json:
    return schema if isinstance(schema, dict) else {}
