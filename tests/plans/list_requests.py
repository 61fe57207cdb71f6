"""The requests to every list of the contract: each filter alone, each two together, and all, with several values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from benchmarks.large_rows import MODELS, RARE_WORD, WORDS
from generated.base import Operation
from generated.operations import OPERATIONS
from platemark.access import RANK
from tests.plans.work_limits import PAGE
from tests.serving import contract

ROLES = (None, "viewer", "editor", "admin")
PAGING = ("limit", "cursor")
ABSENT_WORD = "zzyzx"

VALUES: Mapping[str, Sequence[str]] = {
    "adapter_id": ("@adapter", "@absent_id"),
    "album_id": ("@large_album", "@small_album"),
    "base": ("Stable Diffusion 1", ABSENT_WORD),
    "created_after": ("@midway", "@future"),
    "created_before": ("@midway", "@past"),
    "created_by": ("@user", "@absent_id"),
    "engine": ("press", ABSENT_WORD),
    "fingerprint": ("@fingerprint", "@absent_digest"),
    "format": ("style_plate", "lora", ABSENT_WORD),
    "model": (MODELS[0], MODELS[-1]),
    "label": (WORDS[1], RARE_WORD, ABSENT_WORD),
    "offset": ("0",),
    "rating_min": ("2", "5"),
    "q": (WORDS[0], RARE_WORD, ABSENT_WORD),
    "seed": ("7", "20261122"),
    "set_run_id": ("@set_run", "@absent_id"),
    "set_template_id": ("@set_template", "@absent_id"),
    "side_min": ("512", "2048"),
    "since_step": ("10",),
    "slug": ("zodiac", ABSENT_WORD),
    "stride": ("2",),
    "trace_id": ("@trace", "@absent_trace"),
    "user_id": ("@user", "@absent_id"),
}
"""Values of each filter that is no enumeration of words and no Boolean: of many things, of few, of none. Those with
an @ are names of things in the studio."""

TRAITS = frozenset({"adapter_id", "engine", "model", "orientation", "seed", "side_min"})
"""Filters of images that are read in the same way: together with another one, only with their value of many things."""


@dataclass(frozen=True, slots=True)
class ListRequest:
    """A request for a page; ``key`` names the operation and the filters."""

    operation: Operation
    role: str | None
    filters: Mapping[str, str]

    @property
    def key(self) -> str:
        return key_of(self.operation.id, tuple(self.filters))

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value}" for name, value in self.filters.items())
        return f"{self.operation.id} by {self.role or 'a visitor'}: {values or 'no filter'}"


def key_of(operation_id: str, filters: Sequence[str]) -> str:
    """The name of an operation with these filters."""
    return f"{operation_id}({', '.join(filters)})"


def list_operations() -> Iterator[Operation]:
    """The operations that return a page."""
    for operation in OPERATIONS.values():
        if any(param.name == "limit" for param in operation.params):
            yield operation


def filters_of(operation: Operation) -> dict[str, Sequence[str]]:
    """The filters of a list, with the values to try; KeyError for a filter that the contract has and this does not."""
    rules = {parameter.name: parameter for parameter in contract().rules[operation.id].parameters}
    names = [param.name for param in operation.params if param.location == "query" and param.name not in PAGING]
    return {name: _values(name, rules[name].schema.document) for name in names}


def requests_of(operation: Operation) -> Iterator[ListRequest]:
    """All requests to a list."""
    filters = filters_of(operation)
    roles = [role for role in ROLES if RANK[role or "public"] >= RANK[operation.minimum_role]]
    for names in _combinations(tuple(filters)):
        for values in _values_together(filters, names):
            for role in roles:
                yield ListRequest(operation, role, dict(zip(names, values, strict=True)))


def params_of(request: ListRequest, names: Mapping[str, str]) -> dict[str, str | int]:
    """The query of a request, with the ids of the things in ``names``, for the shortest page from ``PAGE`` on."""
    rules = {parameter.name: parameter for parameter in contract().rules[request.operation.id].parameters}
    values = {name: names.get(value, value) for name, value in request.filters.items()}
    return {**values, "limit": max(PAGE, rules["limit"].schema.document["minimum"])}


def _combinations(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for count in (0, 1, 2):
        yield from combinations(names, count)
    if len(names) > 2:
        yield names


def _values_together(filters: Mapping[str, Sequence[str]], names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(names) > 2:
        yield tuple(_first(filters))
        return
    yield from product(*(filters[name][:1] if len(names) == 2 and name in TRAITS else filters[name] for name in names))


def _first(filters: Mapping[str, Sequence[str]]) -> list[str]:
    return [values[0] for values in filters.values()]


def _values(name: str, schema: Mapping[str, Any]) -> Sequence[str]:
    schema = contract().resolve(schema)
    schema = contract().resolve(schema["items"]) if schema.get("type") == "array" else schema
    if "enum" in schema and name not in VALUES:
        return tuple(schema["enum"])
    return ("true", "false") if schema.get("type") == "boolean" else VALUES[name]
