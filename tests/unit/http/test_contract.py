"""Schemas are compiled when they are first used, once each, and every schema of the contract can be compiled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from platemark.entrypoints.api import load_contract
from platemark.http import schemas
from platemark.http.contract import CompiledSchema, Contract

MAX_DIFFERENT = 160
"""How many different schemas the operations have; a start that compiled one for each use would compile 750."""


class Compiler:
    """Compiles schemas, and counts them."""

    def __init__(self) -> None:
        self.compiled: list[str] = []

    def __call__(self, schema: Any, **options: Any) -> Any:
        self.compiled.append(json.dumps(schema))
        return jsonschema_rs.Draft202012Validator(schema, **options)


@pytest.fixture
def compiler(monkeypatch: pytest.MonkeyPatch) -> Compiler:
    counting = Compiler()
    monkeypatch.setattr(schemas, "jsonschema_rs", Library(counting))
    return counting


class Library:
    """The library of the validators, with another compiler."""

    Registry = jsonschema_rs.Registry

    def __init__(self, compiler: Compiler) -> None:
        self.Draft202012Validator = compiler


def schemas_of(contract: Contract) -> Iterator[CompiledSchema]:
    for rules in contract.rules.values():
        yield from (parameter.schema for parameter in rules.parameters)
        yield from rules.bodies.values()
        for response in rules.responses.values():
            yield from (header.schema for header in response.headers)
            yield from (schema for schema in response.content.values() if schema is not None)


def test_a_contract_is_built_without_compiling_a_schema(compiler: Compiler) -> None:
    contract = Contract(load_contract())
    assert len(list(schemas_of(contract))) > 3 * MAX_DIFFERENT
    assert compiler.compiled == []


def test_every_schema_can_be_compiled_and_is_compiled_once(compiler: Compiler) -> None:
    contract = Contract(load_contract())
    for _ in range(2):
        for schema in schemas_of(contract):
            schema.accepts(None)
    assert len(compiler.compiled) == len(set(compiler.compiled))
    assert 0 < len(compiler.compiled) <= MAX_DIFFERENT


def test_the_rules_of_a_shared_response_are_made_once() -> None:
    contract = Contract(load_contract())
    unauthorized = [rules.responses[401] for rules in contract.rules.values() if 401 in rules.responses]
    assert len(unauthorized) > 80
    assert len({id(rules) for rules in unauthorized}) < 5
