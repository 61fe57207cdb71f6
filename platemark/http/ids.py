"""The ids in a body are made lower case, so that two spellings of an id are the same value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from platemark.http.schemas import Document, Schemas

Place = tuple[str, ...]
EACH = "*"


def id_places(schemas: Schemas, schema: Document, above: tuple[str, ...] = ()) -> Iterator[Place]:
    """Where values of ``schema`` have ids: the names of fields, or ``EACH``. ``above`` are the references so far."""
    if schema.get("$ref") in above:
        return
    above, document = (*above, schema.get("$ref", "")), schemas.resolve(schema)
    if document.get("format") == "uuid":
        yield ()
    for alternative in document.get("oneOf", document.get("anyOf", ())):
        yield from id_places(schemas, alternative, above)
    for name, part in document.get("properties", {}).items():
        yield from ((name, *place) for place in id_places(schemas, part, above))
    for part in (document.get("items"), document.get("additionalProperties")):
        if isinstance(part, dict):
            yield from ((EACH, *place) for place in id_places(schemas, part, above))


def lower_ids(value: Any, place: Place) -> Any:
    """``value`` with the ids at ``place`` in lower case; lists and objects are changed themselves."""
    if not place:
        return value.lower() if isinstance(value, str) else value
    name, rest = place[0], place[1:]
    if isinstance(value, list) and name == EACH:
        value[:] = [lower_ids(part, rest) for part in value]
    elif isinstance(value, dict):
        for key in list(value) if name == EACH else [name] if name in value else []:
            value[key] = lower_ids(value[key], rest)
    return value
