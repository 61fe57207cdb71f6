"""Fields that go one way only: each direction has a form of its own."""

from __future__ import annotations

import json

from tests.contract.features.rows import Exchange, Json, Served, answered, closed, operation
from tests.contract.features.served_schemas import ID, SMALL, WORD, ref

UUID: Json = {"type": "string", "format": "uuid", "maxLength": 36}
PATH = "/one-way-fields"
WHOLE = {"id": ID, "name": "rex", "secret": "abc", "level": 3, "toys": [{"id": ID, "name": "ball"}]}
TOYS = [{"name": "ball"}]
SENT = {"name": "rex", "secret": "abc", "toys": TOYS}
SHOWN = {"id": ID, "name": "rex", "level": 3, "toys": [{"id": ID, "name": "ball"}]}


def schemas() -> dict[str, Json]:
    """A pet whose id, level and toys' ids only answers have, and whose secret only requests have."""
    pet = closed({
        "id": {**ref("PetId"), "description": "Its id."},
        "name": WORD,
        "secret": {**WORD, "writeOnly": True},
        "level": {**SMALL, "readOnly": True},
        "toys": {"type": "array", "maxItems": 2, "items": ref("Toy")},
    })  # fmt: skip
    toy = closed({"id": ref("PetId"), "name": WORD})
    return {
        "Pet": {"description": "A pet.", **pet, "examples": [WHOLE]},
        "Toy": {"description": "A toy.", **toy},
        "PetId": {"description": "An id.", **UUID, "readOnly": True},
    }


def row() -> Served:
    """The pet is sent and shown."""
    content = {"application/json": {"schema": ref("Pet"), "example": WHOLE}}
    body = {"description": "It.", "required": True, "content": content}
    item = {
        "put": operation("putOneWayFields", {"204": answered()}, requestBody=body),
        "get": operation("getOneWayFields", {"200": answered(content)}),
    }
    sending = {"Content-Type": "application/json"}
    refused = [WHOLE, {**SENT, "id": ID}, {**SENT, "toys": WHOLE["toys"]}, {"name": "rex", "toys": TOYS}]
    not_sent = [WHOLE, {**SHOWN, "secret": "abc"}, {**SHOWN, "toys": TOYS}, SENT]
    return Served(
        "fields that go one way",
        {PATH: item},
        [
            Exchange("PUT", PATH, 204, sending, json.dumps(SENT), received={"body": SENT}),
            *(Exchange("PUT", PATH, 400, sending, json.dumps(value)) for value in refused),
            Exchange("GET", PATH, 200, answer=f"converted(GetOneWayFields200, {SHOWN!r})", sent=SHOWN),
            *(Exchange("GET", PATH, 500, answer=f"GetOneWayFields200(body={value!r})") for value in not_sent),
        ],
        schemas(),
    )


ROWS = [row()]
