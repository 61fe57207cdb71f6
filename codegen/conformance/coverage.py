"""How much of a contract the recorded exchanges have used, and what they have not.

Facts that cannot be shown, or not at a reasonable price, are declared in a file: lines `PATTERN  # reason`, in which
`*` stands for anything. A declaration that matches no fact, or only facts that were shown, is an error.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from codegen.conformance.bodies import read_body
from codegen.conformance.facts import Exchange, all_facts, declared, facts_of
from codegen.conformance.headers import undeclared
from codegen.load import Json
from codegen.operations import Route, routes
from codegen.record import body_text, operation_of, path_patterns

KINDS = ("cell", "header", "bound", "answer")


class Collector:
    """Collects the facts that exchanges show, and the headers that are sent though no response declares them."""

    def __init__(self, document: Json, refusals: Collection[int] = (400,)) -> None:
        self._document, self._refusals = document, refusals
        self._routes: dict[str, Route] = {route.id: route for route in routes(document)}
        self._possible = set(all_facts(document))
        self.facts: set[str] = set()
        self.undeclared: set[str] = set()

    def add(self, exchange: Exchange) -> None:
        """Add the facts of an exchange."""
        route = self._routes[exchange.operation_id]
        response = route.node["responses"].get(declared(route.node["responses"], exchange.status), {})
        self.undeclared |= {
            f"header {route.id} {exchange.status} {name}"
            for name in undeclared(self._document, response, exchange.headers)
        }
        self.facts |= self._possible.intersection(facts_of(self._document, route, exchange, self._refusals))


@dataclass(frozen=True)
class Report:
    """The possible facts of a contract, those that were shown, and those that are declared not to be, with reasons."""

    possible: frozenset[str]
    shown: frozenset[str]
    declared: dict[str, str]

    @cached_property
    def excused(self) -> frozenset[str]:
        """The facts that are declared and were not shown."""
        patterns = [re.compile(_regex(pattern)) for pattern in self.declared]
        missing = self.possible - self.shown
        return frozenset(fact for fact in missing if any(pattern.fullmatch(fact) for pattern in patterns))

    @property
    def missing(self) -> list[str]:
        """The facts that were neither shown nor declared."""
        return sorted(self.possible - self.shown - self.excused)

    @property
    def needless(self) -> list[str]:
        """The declarations without a fact that was not shown."""
        return [pattern for pattern in self.declared if not any(fnmatchcase(fact, pattern) for fact in self.excused)]

    def percentages(self) -> dict[str, float]:
        """How many of the facts that are not excused were shown, by kind of fact."""
        possible = Counter(fact.partition(" ")[0] for fact in self.possible - self.excused)
        shown = Counter(fact.partition(" ")[0] for fact in self.shown & self.possible)
        return {kind: round(100 * shown[kind] / possible[kind], 1) if possible[kind] else 100.0 for kind in KINDS}


def _regex(pattern: str) -> str:
    return ".*".join(map(re.escape, pattern.split("*")))


def report(document: Json, shown: Collection[str], declared: dict[str, str]) -> Report:
    """Return what `shown` covers of the facts of a document."""
    possible = frozenset(all_facts(document))
    return Report(possible, possible.intersection(shown), declared)


def read_declared(text: str) -> dict[str, str]:
    """Return the reasons by pattern; ValueError for a declaration without a reason."""
    declared = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        pattern, _, reason = (part.strip() for part in line.partition("  # "))
        if not line.startswith("#"):
            if not reason:
                raise ValueError(f"{pattern} has no reason")
            declared[pattern] = reason
    return declared


def from_har(document: Json, har: Json) -> Iterator[Exchange]:
    """Yield the exchanges of a HAR whose requests are operations of the document."""
    patterns = path_patterns(document)
    for entry in har["log"]["entries"]:
        request, response = entry["request"], entry["response"]
        address = urlsplit(request["url"])
        operation_id = operation_of(patterns, request["method"].lower(), address.path)
        media = _media(response)
        if operation_id:
            yield Exchange(
                operation_id,
                parse_qs(address.query, keep_blank_values=True),
                _sent(request.get("postData", {})),
                response["status"],
                media or None,
                read_body(body_text(response.get("content", {})).encode(), media),
                _headers(response),
            )


def _headers(response: Json) -> dict[str, str]:
    return {header["name"].lower(): header["value"] for header in response["headers"]}


def _media(response: Json) -> str:
    return str(_headers(response).get("content-type", "")).partition(";")[0].strip().lower()


def _sent(post_data: Json) -> Any:
    """The body of a request; browsers write the fields of a form apart."""
    if "params" in post_data and not post_data.get("text"):
        return {field["name"]: field.get("value", "") for field in post_data["params"] if "fileName" not in field}
    return read_body((post_data.get("text") or "").encode(), post_data.get("mimeType", ""))


def read_facts(paths: Collection[Path]) -> set[str]:
    """Return the facts in files with JSON lists of them."""
    return {fact for path in paths for fact in json.loads(path.read_text("utf-8"))}
