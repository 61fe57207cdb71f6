"""Whether every value of one schema is one of another: proven, refuted by a witness, or unknown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice
from typing import Any, Literal, TypeAlias

from codegen.compat import algebra
from codegen.compat.instances import Hints, instances
from codegen.compat.saturation import saturate
from codegen.compat.validators import is_witness
from codegen.load import Json
from codegen.schema_tree import INVERTED, MAPS, TYPES, Path, children, is_untyped, of_type, part_at, put

Verdict: TypeAlias = Literal["compatible", "breaking", "unknown"]

OBJECT, ARRAY = ("properties", "additionalProperties", "propertyNames", "required"), ("items",)
SIZES = ("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties")
FEW = 4


class Missing(Enum):
    """Stands for a value that there is not, since None is one."""

    NOTHING = "nothing"


NOTHING = Missing.NOTHING


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict; `witness` is a value that the second schema refuses, or NOTHING.

    `parts` are the paths to the smallest parts that are not proven, `pairs` the hashes of those parts, and `accepted`
    the hashes of the pairs that were taken for proven because a person accepted them.
    """

    verdict: Verdict
    why: str
    witness: Any = NOTHING
    parts: tuple[Path, ...] = ()
    pairs: tuple[str, ...] = ()
    accepted: frozenset[str] = frozenset()


def pair_hash(narrow: Any, wide: Any) -> str:
    """The name of a question: the digests of both schemas."""
    return "..".join(hashlib.sha256(_text(schema).encode()).hexdigest()[:16] for schema in (narrow, wide))


@dataclass(slots=True)
class Prover:
    """Answers whether one schema lies within another; remembers what it proved.

    Both are in comparable form. `accepted` are hashes of pairs that a person answered.
    """

    accepted: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set)
    refused: dict[str, list[Any]] = field(default_factory=dict)
    known: dict[str, bool] = field(default_factory=dict)

    def within(self, narrow: Any, wide: Any) -> Answer:
        """Whether every value of `narrow` is one of `wide`."""
        self.used.clear()
        if self.proves(narrow, wide):
            return Answer("compatible", "proven", accepted=frozenset(self.used))
        proof = _Proof(self, (narrow, wide))
        parts = list(proof.unproven(narrow, wide, ()))
        paths = tuple(path for path, _, _ in parts)
        pairs = tuple(pair_hash(one, other) for _, one, other in parts)
        for value in self.witnesses(narrow, wide, parts):
            return Answer("breaking", "a value is refused", value, paths, pairs, frozenset(self.used))
        if algebra.difference(narrow, wide) is False:
            return Answer("compatible", "the difference is empty", accepted=frozenset(self.used))
        why = "neither a proof nor a value that both validators judge alike"
        return Answer("unknown", why, NOTHING, paths, pairs, frozenset(self.used))

    def proves(self, narrow: Any, wide: Any) -> bool:
        """Whether a proof was found."""
        return _Proof(self, (narrow, wide)).holds(narrow, wide, frozenset())

    def witnesses(self, narrow: Any, wide: Any, parts: list[tuple[Path, Any, Any]]) -> Iterator[Any]:
        """Values that `narrow` admits and `wide` refuses, as two validators judge: from small parts, or whole."""
        hints = Hints.of(narrow, wide)
        for path, a, b in parts:
            if not path or "#/$defs/" in _text([a, b]):
                yield from _confirmed(_candidates(narrow, wide, hints), narrow, wide)
                continue
            refused = self.refused_by(a, b)
            fitting = _with_part(narrow, path, {"enum": refused}) if refused else None
            if fitting is not None:
                yield from _confirmed(instances(fitting, hints, FEW), narrow, wide)
            if refused:
                yield from _confirmed(_candidates(narrow, wide, hints), narrow, wide)

    def refused_by(self, narrow: Any, wide: Any) -> list[Any]:
        """A few values of the part `narrow` that `wide` refuses."""
        key = pair_hash(narrow, wide)
        if key not in self.refused:
            candidates = _candidates(narrow, wide, Hints.of(narrow, wide))
            self.refused[key] = list(islice(_confirmed(candidates, narrow, wide), FEW))
        return self.refused[key]


@dataclass(frozen=True, slots=True)
class _Proof:
    """The proof for one pair, part by part; `roots` have the definitions that references lead to."""

    prover: Prover
    roots: tuple[Any, Any]

    def holds(self, narrow: Any, wide: Any, above: frozenset[str]) -> bool:
        """Whether `narrow` lies within `wide`, given that the pairs `above` do: recursion is decided coinductively."""
        a, b = self.resolved(narrow, 0), self.resolved(wide, 1)
        if a is False or b is True or b == {} or (a == b and self.same_meaning(a)):
            return True
        key = f"{_text(a)} {_text(b)}"
        if key in above:
            return True
        if (pair := pair_hash(a, b)) in self.prover.accepted:
            self.prover.used.add(pair)
            return True
        closed = "#/$defs/" not in key
        if closed and key in self.prover.known:
            return self.prover.known[key]
        proven = self.by_parts(a, b, above | {key}) or (
            algebra.covers(b, a) or algebra.covers(b, saturate(a, b)) if closed else self.by_type(a, b, above | {key})
        )
        if closed:
            self.prover.known[key] = proven
        return proven

    def same_meaning(self, schema: Any) -> bool:
        """Whether a text means the same on both sides: so it does if it refers to no definition that differs."""
        return "#/$defs/" not in _text(schema) or _definitions(self.roots[0]) == _definitions(self.roots[1])

    def by_parts(self, a: Any, b: Any, below: frozenset[str]) -> bool:
        """Whether inclusion follows from that of the parts."""
        if not isinstance(a, dict) or not isinstance(b, dict):
            return False
        if self.monotone(a, b) and all(self.holds(x, y, below) for _, x, y in self.common_parts(a, b)):
            return True
        if set(a) == {"anyOf"} and all(self.holds(part, b, below) for part in a["anyOf"]):
            return True
        if set(b) == {"anyOf"} and any(self.holds(a, part, below) for part in b["anyOf"]):
            return True
        if set(b) == {"allOf"} and all(self.holds(a, part, below) for part in b["allOf"]):
            return True
        if set(a) == {"allOf"} and any(self.holds(part, b, below) for part in a["allOf"]):
            return True
        return self.member_by_member(a, b, below)

    def by_type(self, a: Any, b: Any, below: frozenset[str]) -> bool:
        """Whether inclusion follows from that of the values of each type, where a schema names none."""
        if not isinstance(a, dict) or not isinstance(b, dict):
            return False
        if is_untyped(a):
            return all(self.holds(of_type(a, kind), b, below) for kind in TYPES)
        return is_untyped(b) and isinstance(a.get("type"), str) and self.holds(a, of_type(b, a["type"]), below)

    def monotone(self, a: Json, b: Json) -> bool:
        """Whether two schemas have the same keywords and differ at most in parts that may become wider."""
        if _own(a) != _own(b) or [path for path, _ in children(a)] != [path for path, _ in children(b)]:
            return False
        fixed = (*INVERTED[:2], "oneOf", *(("contains",) if "maxContains" in a else ()))
        if any(key.startswith("unevaluated") for key in a):
            return False
        return all(a.get(key) == b.get(key) and self.same_meaning(a.get(key)) for key in fixed)

    def common_parts(self, a: Json, b: Json) -> Iterator[tuple[Path, Any, Any]]:
        """The parts of `a`, each with the one of `b` at the same path."""
        others = dict(children(b))
        yield from ((path, part, others[path]) for path, part in children(a) if path in others)

    def member_by_member(self, a: Json, b: Json, below: frozenset[str]) -> bool:
        """The proof for objects with other members, and for lists, that assert nothing else."""
        kind = a.get("type")
        keywords = OBJECT if kind == "object" else ARRAY if kind == "array" else ()
        if kind != b.get("type") or not keywords or (a.keys() | b.keys()) - {*keywords, *SIZES, "type"}:
            return False
        bare = [{key: side[key] for key in side if key in (*SIZES, "type", "required")} for side in (a, b)]
        if not algebra.covers(bare[1], bare[0]):
            return False
        pairs = [(a.get(key, True), b.get(key, True)) for key in ("items", "additionalProperties", "propertyNames")]
        mine, others = a.get("properties", {}), b.get("properties", {})
        pairs += [
            (mine.get(name, a.get("additionalProperties", True)), others.get(name, b.get("additionalProperties", True)))
            for name in {**mine, **others}
        ]
        return all(self.holds(one, other, below) for one, other in pairs)

    def unproven(self, a: Any, b: Any, path: Path, depth: int = 0) -> Iterator[tuple[Path, Any, Any]]:
        """The smallest parts at the same path of both that are not proven: what a finding points at."""
        a, b = self.resolved(a, 0), self.resolved(b, 1)
        inner = []
        if isinstance(a, dict) and isinstance(b, dict) and depth < 40:
            inner = [
                (step, x, y)
                for step, x, y in self.common_parts(a, b)
                if step[0] not in (*INVERTED, "$defs") and not self.holds(x, y, frozenset())
            ]
        if not inner or (len(inner) > 1 and inner[0][0][0] in ("anyOf", "oneOf") and _own(a) != _own(b)):
            yield path, a, b
        for step, x, y in inner:
            yield from self.unproven(x, y, (*path, *step), depth + 1)

    def resolved(self, schema: Any, side: int) -> Any:
        """`schema` without its definitions, or what it refers to."""
        while isinstance(schema, dict) and set(schema) - {"$defs"} == {"$ref"}:
            schema = _definitions(self.roots[side])[schema["$ref"].rpartition("/")[2]]
        return {key: value for key, value in schema.items() if key != "$defs"} if isinstance(schema, dict) else schema


def _candidates(narrow: Any, wide: Any, hints: Hints) -> Iterator[Any]:
    for left in (narrow, saturate(narrow, wide)):
        if (rest := algebra.difference(left, wide)) not in (None, False):
            yield from instances(rest, hints)
    yield from instances(narrow, hints)


def _confirmed(values: Iterator[Any], narrow: Any, wide: Any) -> Iterator[Any]:
    return (value for value in values if is_witness(value, narrow, wide))


def _with_part(schema: Any, path: Path, part: Any) -> Any:
    """A narrower schema that has `part` at `path`, and values there; None if the path crosses a reference."""
    if not path:
        return part
    if not isinstance(schema, dict) or "$ref" in schema:
        return None
    step = path[: 2 if path[0] in MAPS or path[0] in ("allOf", "anyOf", "oneOf", "prefixItems") else 1]
    inner = _with_part(part_at(schema, step), path[len(step) :], part)
    if inner is None:
        return None
    copy = dict(schema)
    if step[0] == "anyOf":
        copy["anyOf"] = [inner]
        return copy
    put(copy, step, inner)
    if step[0] == "properties":
        copy["required"] = sorted({*copy.get("required", []), step[1]})
    elif step[0] == "items":
        copy["minItems"] = max(1, copy.get("minItems", 0))
    elif step[0] == "additionalProperties":
        copy["minProperties"] = max(1, copy.get("minProperties", 0))
    return copy


def _definitions(schema: Any) -> Json:
    definitions: Json = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    return definitions


def _own(schema: Json) -> Json:
    """The assertions of a schema itself, without its parts."""
    parts = {path[0] for path, _ in children(schema)}
    return {key: value for key, value in schema.items() if key not in parts and key != "$defs"}


def _text(schema: Any) -> str:
    return json.dumps(schema, sort_keys=True)
