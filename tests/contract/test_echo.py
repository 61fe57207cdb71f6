"""What is written is read back: each operation with a body, with a value in each field that no other field has.

A body is made from the schema of its operation. After it was sent, each field is looked up where the contract shows it:
in the resource, under the name of the field, unless ``shown_at`` says otherwise. Fields that nothing shows are
``unread``, each with the reason.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from generated.operations import OPERATIONS
from tests.contract.distinct_bodies import DistinctBody
from tests.contract.echoes import ECHOES, Echo
from tests.contract.echoes.studio import PASSWORD, EchoStudio
from tests.populate import ok_json
from tests.serving import Live, bundle_at, contract


def test_every_operation_with_a_body_is_sent_here() -> None:
    sent = {(echo.operation, echo.media_type) for echo in ECHOES}
    text = {("replaceSetTemplateRows", "text/csv")}
    assert sent | text == {(each.id, media_type) for each in OPERATIONS.values() for media_type in each.bodies}


def label(echo: Echo) -> str:
    return f"{echo.operation}-{echo.media_type.partition('/')[2]}-{echo.name}"


@pytest.mark.parametrize("echo", ECHOES, ids=label)
def test_each_field_of_a_body_is_read_back(live: Live, echo: Echo) -> None:
    with live.client(live.token("admin")) as client, live.client() as anonymous:
        studio = EchoStudio(live, client)
        path, given = echo.prepare(studio)
        schema = schema_of(echo)
        body = DistinctBody(given).make(schema)
        for name in echo.left_out:
            del body[name]
        if echo.session_of:
            sign_in(anonymous, echo.session_of)
        sender = studio if echo.signed_in and not echo.session_of else EchoStudio(live, anonymous)
        answer = sender.send(OPERATIONS[echo.operation].method, path, echo.media_type, body)
        read = echo.read(studio, answer)
        for name, sent in body.items():
            if name not in echo.unread:
                at = echo.shown_at.get(name, name)
                shown = at(studio, read) if callable(at) else step_into(read, at)
                assert shown == sent, f"{echo.operation}: {name} is {shown!r}, not {sent!r}"
            default = schema["properties"][name].get("default")
            assert sent != default or name in echo.same_as_default, f"{name} is its default, {default!r}"


def sign_in(browser: httpx.Client, name: str) -> None:
    answer = browser.post("/auth/session", json={"method": "password", "name": name, "password": PASSWORD})
    browser.headers["X-CSRF-Token"] = ok_json(answer)["csrf_token"]


def schema_of(echo: Echo) -> dict[str, Any]:
    operation = OPERATIONS[echo.operation]
    node = contract().document["paths"][operation.path][operation.method.lower()]["requestBody"]
    schema = node["content"][echo.media_type]["schema"]
    if echo.branch:
        schema = {"$ref": f"#/components/schemas/{echo.branch}"}
    found: dict[str, Any] = bundle_at(schema["$ref"][1:])
    return found


def step_into(value: object, path: str) -> object:
    for part in path.split("/"):
        value = value[int(part) if isinstance(value, list) else part]  # type: ignore[index]
    return value


def test_every_exception_names_a_field_of_the_body() -> None:
    """An entry that is no longer needed must go."""
    for echo in ECHOES:
        names = schema_of(echo)["properties"]
        excepted = {*echo.unread, *echo.left_out, *echo.shown_at, *echo.same_as_default}
        assert excepted <= names.keys(), f"{echo.operation}: {excepted - names.keys()}"


@pytest.mark.parametrize("text", ["suit,rank\r\nhearts,ace\r\n", 'colour\r\n"red, or ""rose"""\r\n'])
def test_rows_that_are_written_as_csv_are_read_back(live: Live, text: str) -> None:
    with live.client(live.token("admin")) as client:
        path = f"/set-templates/{ok_json(client.post('/set-templates', json={'name': 'Cards'}))['id']}/rows"
        EchoStudio(live, client).send("PUT", path, "text/csv", text)
        assert client.get(path, headers={"Accept": "text/csv"}).text == text
