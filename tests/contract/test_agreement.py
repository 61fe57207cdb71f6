"""Everything that reads the contract agrees on what is valid: 100 instances of every schema, each read by all of them.

The server validates with jsonschema-rs, the tests of the server with jsonschema, TypeScript clients with ajv; handlers
get and return msgspec models. Where one of them differs, the difference stands in a list here, with its reason. Both
directions are tested: a difference that is not listed is an error, and so is an entry that nothing needs.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from codegen.conformance.instances import Instance, instances
from codegen.models import has_model
from codegen.types import resolve
from generated import models
from platemark.http.json_text import parse_json
from platemark.http.problems import HttpProblem
from tests.serving import reference_validator

ROOT = Path(__file__).parents[2]
DOCUMENT: dict[str, Any] = json.loads(Path(models.__file__).with_name("openapi.json").read_text("utf-8"))
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]
COUNT = 100
LARGEST_BODY = 10**6

# Changes of an instance on which jsonschema, alone, disagrees with the others, and why.
JSONSCHEMA_DIFFERS = {
    "a newline at the end": "Python's `$` also matches before a newline at the end of a text",
    "a name": "the same, of a name that ends with a newline",
}

ANY = "JsonValue is Any for models"
# Changes that models do not see, with the keywords that they break (those of all alternatives), and why. Requests and
# answers are validated with jsonschema-rs, too.
NUMBERS = "the model of an enumeration of numbers is a number"
MODELS_LACK = {
    "a newline at the end: pattern": "msgspec uses Python's `$`",
    "a name: propertyNames": "models have no names of properties",
    "no property: minProperties": "models cannot count their fields",
    "a repeated item: uniqueItems": "models do not compare items",
    "a tag is missing: required": "a tag is required where a union is decoded, not where one of its members is",
    "a UUID without hyphens: format": "msgspec reads it",
    "a space in a time: format | pattern": "msgspec reads it",
    "no offset: format | pattern": "msgspec reads it; a datetime has no pattern",
    "beyond the last moment: pattern": "msgspec reads what leaves Python's years in UTC; a datetime has no pattern",
    "zero: enum": NUMBERS,
    "some number: enum": NUMBERS,
    "2 to the 53: enum": NUMBERS,
    "2 to the 53: maximum, in any JSON": ANY,
    "a large number: maximum, in any JSON": ANY,
    "minimum and beyond: minimum, in any JSON": ANY,
    "maximum and beyond: maximum, in any JSON": ANY,
    "a NUL: pattern, in any JSON": ANY,
}
IN_ANY_JSON = {"2 to the 53", "a large number", "minimum and beyond", "maximum and beyond", "a NUL"}
OF_OTHER_ALTERNATIVES = {"additionalProperties", "const", "required", "type"}


@dataclass(frozen=True)
class Sample:
    """The instances of one schema, and the verdict of each validator on each of them."""

    name: str
    instances: list[Instance]
    verdicts: Mapping[str, list[bool]]

    @cached_property
    def compiled(self) -> Any:
        return compiled(self.name)

    def split(self) -> Iterator[tuple[Instance, bool]]:
        """Each instance, and whether jsonschema-rs accepts it."""
        return zip(self.instances, self.verdicts["jsonschema-rs"], strict=True)


def referring(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}


def compiled(name: str) -> Any:
    return jsonschema_rs.validator_for(referring(name), validate_formats=True)


def verdicts_of_ajv(values: Mapping[str, list[Any]]) -> dict[str, list[bool]]:
    """The verdicts of the validators of the TypeScript package, which one process gives for all schemas."""
    command = ["node", "shared-types/scripts/verdicts.mjs"]
    result = subprocess.run(
        command, cwd=ROOT, input=json.dumps({"values": values}), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return {name: [verdict == "1" for verdict in text] for name, text in json.loads(result.stdout).items()}


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    made = {name: instances(DOCUMENT, referring_part(name), seed=name, count=COUNT) for name in SCHEMAS}
    values = {name: [instance.value for instance in each] for name, each in made.items()}
    ajv = verdicts_of_ajv(values)
    return [Sample(name, made[name], {"ajv": ajv[name], **verdicts(name, values[name])}) for name in SCHEMAS]


def referring_part(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def verdicts(name: str, values: list[Any]) -> dict[str, list[bool]]:
    tools = {
        "jsonschema-rs": compiled(name),
        "jsonschema": reference_validator(f"/components/schemas/{name}"),
    }
    return {tool: [validator.is_valid(value) for value in values] for tool, validator in tools.items()}


def test_every_schema_has_many_instances_some_valid_and_some_not(samples: list[Sample]) -> None:
    for sample in samples:
        assert len(sample.instances) >= min(COUNT, 80), sample.name
        accepted = [valid for _, valid in sample.split()]
        assert any(accepted), f"{sample.name}: none is valid"
        assert not all(accepted) or sample.name in ANYTHING, f"{sample.name}: all are valid"


ANYTHING: set[str] = set()


def test_all_validators_give_the_same_verdict(samples: list[Sample]) -> None:
    different = {"ajv": set[str](), "jsonschema": set[str]()}
    for sample in samples:
        for number, (instance, valid) in enumerate(sample.split()):
            for tool, changes in different.items():
                if sample.verdicts[tool][number] is not valid:
                    changes.add(instance.change)
    assert different == {"ajv": set(), "jsonschema": set(JSONSCHEMA_DIFFERS)}


def as_server_reads(value: Any) -> Any:
    """JSON as the server reads it: 2.0 is the integer 2; None for what it refuses as a whole."""
    try:
        return parse_json(json.dumps(value).encode(), LARGEST_BODY)
    except HttpProblem:
        return None


def decoded(name: str, value: Any) -> Any:
    """The model of ``value``; None if its decoder refuses it."""
    try:
        return msgspec.json.decode(json.dumps(value), type=getattr(models, name))
    except msgspec.ValidationError:
        return None


def modelled(samples: Iterable[Sample]) -> Iterator[Sample]:
    return (sample for sample in samples if has_model(DOCUMENT, SCHEMAS[sample.name]))


def test_a_valid_instance_becomes_a_model_and_the_same_instance_again(samples: list[Sample]) -> None:
    for sample in modelled(samples):
        for instance, valid in sample.split():
            value = as_server_reads(instance.value)
            if not valid or value is None:
                continue
            model = decoded(sample.name, value)
            assert model is not None, f"{sample.name} refuses {instance}"
            encoded = json.loads(msgspec.json.encode(model))
            if "in upper case" not in instance.change:  # ids are compared in lower case, which the server makes first
                assert sample.compiled.is_valid(encoded), f"{sample.name}: {instance} became {encoded}"
            assert decoded(sample.name, encoded) == model


def violated(errors: Iterable[Any]) -> set[str]:
    """The keywords that the errors name, those of alternatives included."""
    keywords: set[str] = set()
    for error in errors:
        context = getattr(error.kind, "context", None)
        keywords |= set().union(*map(violated, context)) if context else {str(error.kind.name)}
    return keywords


@cache
def schemas_in(name: str) -> frozenset[str]:
    """The schemas to which a schema refers, directly or not, and itself."""
    found, new = {name}, {name}
    while new:
        texts = "".join(json.dumps(SCHEMAS[each]) for each in new)
        new = set(re.findall(r'"#/components/schemas/(\w+)"', texts)) - found
        found |= new
    return frozenset(found)


def lack(sample: Sample, instance: Instance) -> str:
    """What a model did not see: the change, the keywords that it breaks, and whether it is in JSON of any kind."""
    keywords = violated(sample.compiled.iter_errors(instance.value))
    broken = " | ".join(sorted(keywords - OF_OTHER_ALTERNATIVES or keywords))
    in_any = ", in any JSON" if instance.change in IN_ANY_JSON and "JsonValue" in schemas_in(sample.name) else ""
    return f"{instance.change}: {broken}{in_any}"


def test_an_invalid_instance_is_refused_by_its_model_or_listed(samples: list[Sample]) -> None:
    accepted: dict[str, str] = {}
    for sample in modelled(samples):
        for instance, valid in sample.split():
            if not valid and decoded(sample.name, instance.value) is not None:
                accepted.setdefault(lack(sample, instance), f"{sample.name} {instance}")
    assert accepted.keys() - MODELS_LACK.keys() == set(), accepted
    assert MODELS_LACK.keys() - accepted.keys() == set(), "an entry of the list is no longer needed"


@dataclass(frozen=True)
class StoredField:
    """A field that a request and the answer to it share, and its schema in both."""

    place: str
    sent: dict[str, Any]
    shown: dict[str, Any]


def stored_fields() -> Iterator[StoredField]:
    """The shared fields of all operations whose schemas differ; others are shown as they are sent."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            bodies = operation.get("requestBody", {}).get("content", {}) if isinstance(operation, dict) else {}
            for body in (body for media_type, body in bodies.items() if "json" in media_type):
                sent, shown = (properties(schema) for schema in (body["schema"], answer_schema(operation)))
                for name in sorted(sent.keys() & shown.keys()):
                    if without_notes(sent[name]) != without_notes(shown[name]):
                        yield StoredField(f"{operation['operationId']}.{name}", sent[name], shown[name])


def properties(schema: dict[str, Any]) -> dict[str, Any]:
    return dict(resolve(DOCUMENT, schema).get("properties", {}))


def answer_schema(operation: dict[str, Any]) -> dict[str, Any]:
    """The schema of what an operation answers if it succeeds; empty if it answers nothing."""
    response = next(each for status, each in operation["responses"].items() if status.startswith("2"))
    content = resolve(DOCUMENT, response).get("content", {})
    return dict(content.get("application/json", {}).get("schema", {}))


def without_notes(schema: dict[str, Any]) -> dict[str, Any]:
    return {keyword: value for keyword, value in schema.items() if keyword not in ("description", "default")}


PINNED = "an adapter is shown with the digest that it had"
NOT_SHOWN_AS_SENT = {
    "createSetTemplate.adapters": PINNED,
    "replaceSetTemplateRows.rows": "a row is shown with its position",
    "startSetRun.adapters": PINNED,
    "updateSetTemplate.adapters": PINNED,
    "updateSettings.adapters": PINNED,
}


@pytest.mark.parametrize("field", list(stored_fields()), ids=lambda field: field.place)
def test_what_a_request_may_store_fits_the_answer_that_shows_it(field: StoredField) -> None:
    takes, shows = (
        jsonschema_rs.validator_for({**schema, "components": {"schemas": SCHEMAS}}, validate_formats=True)
        for schema in (field.sent, field.shown)
    )
    made = [each.value for each in instances(DOCUMENT, field.sent, seed=field.place, count=COUNT)]
    stored = [value for value in made if takes.is_valid(value) and value is not None]
    unfit = [value for value in stored if not shows.is_valid(value)]
    assert stored
    assert (unfit != []) is (field.place in NOT_SHOWN_AS_SENT), unfit[:3]
