"""Each field of an answer has the value of its own source: rows with distinct values are read through the API.

Every object schema of a successful answer is compared whole, once with rows in which everything is set and once with
rows in which nothing is that need not be. Two fields of an object that have the same value would hide that they are
swapped, and a field with the same value both times that it is constant: neither is allowed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import httpx
import pytest

from codegen.types import resolve
from tests.conftest import empty
from tests.contract.answer_sources import (
    bug_reports,
    people_and_pictures,
    sets_and_jobs,
    statistics,
    training_and_imports,
    webhooks,
)
from tests.contract.answer_sources.shown import SOURCES, Shown, Source
from tests.contract.distinct_rows import DistinctRows
from tests.serving import Live, bundle_at, contract

MODULES = (bug_reports, people_and_pictures, sets_and_jobs, statistics, training_and_imports, webhooks)
GUESSABLE = {"null", "true", "false", "[]", "{}"}


def read(client: httpx.Client, case: Shown) -> Any:
    response = client.get(case.path)
    assert response.status_code == 200, response.text
    part = response.json()
    for step in case.where:
        part = next(each for each in part if each["id"] == str(step)) if isinstance(step, UUID) else part[step]
    return part


def differences(actual: Any, expected: Any, place: str = "") -> list[str]:
    """Where the two differ: ``/counts/failed is 4, not 5``."""
    if isinstance(actual, dict) and isinstance(expected, dict) and actual.keys() == expected.keys():
        return [each for name in expected for each in differences(actual[name], expected[name], f"{place}/{name}")]
    if isinstance(actual, list) and isinstance(expected, list) and len(actual) == len(expected):
        pairs = enumerate(zip(actual, expected, strict=True))
        return [each for n, (one, other) in pairs for each in differences(one, other, f"{place}/{n}")]
    return [] if actual == expected else [f"{place} is {actual!r}, not {expected!r}"]


def assert_distinct(case: Shown) -> None:
    """No two fields of the object may have the same value: they could be swapped."""
    types = bundle_at(f"/components/schemas/{case.schema}")["properties"]
    values = Counter(
        json.dumps(value)
        for name, value in case.expected.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool) and "enum" not in types[name]
    )
    assert [value for value, count in values.items() if count > 1] == [], case.schema


def is_guessable(schema: str, field: str, value: str) -> bool:
    """Whether a server could answer this JSON without looking at the rows: not if a row has made it up."""
    declared = resolve(dict(contract().document), bundle_at(f"/components/schemas/{schema}/properties/{field}"))
    return value in GUESSABLE or "enum" in declared


def constants(cases: Iterable[Shown]) -> dict[str, set[str]]:
    """The fields of each schema that have the same value in all cases, other than those that are declared so."""
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    declared = {(case.schema, name) for case in cases for name in case.constant}
    for case in cases:
        for name, value in case.expected.items() if "." not in case.schema else ():
            values[case.schema, name].add(json.dumps(value, default=str))
    found: dict[str, set[str]] = defaultdict(set)
    for (schema, name), seen in values.items():
        if len(seen) == 1 and is_guessable(schema, name, *seen) and (schema, name) not in declared:
            found[schema].add(name)
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.rows.__name__)
def test_each_field_of_an_answer_shows_its_own_column(live: Live, source: Source) -> None:
    cases: list[Shown] = []
    for full in (True, False):
        database = empty(live.studio.database)
        with live.client(live.token("admin")) as client:
            of_rows = list(source.rows(DistinctRows(database, full=full)))
            for case in of_rows:
                assert differences(read(client, case), case.expected) == [], f"{case.schema} of {case.path}"
                if "." not in case.schema:
                    assert_distinct(case)
        cases += of_rows
    assert constants(cases) == {}
    assert {case.schema.partition(".")[0] for case in cases} == source.schemas
