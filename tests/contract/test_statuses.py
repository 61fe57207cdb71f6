"""Each operation answers with the refusals that it declares: the contract's own declarations, driven one by one.

Every response is checked against the contract by the client, and counted in its coverage (docs/contract/coverage.md).
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import httpx
import pytest

from codegen.types import is_json_media, resolve
from generated.base import Operation
from generated.operations import OPERATIONS
from generated.paths import BASE
from platemark.db.engine import connect
from tests.populate import png
from tests.serving import Live, check_response, contract, serve
from tests.unit.weights.weights_files import lora

UNKNOWN_ID = "01a204f8-2f06-777b-b415-8da7fd61ae84"
PASSWORD = "correct horse battery"
LOWER = {"admin": "editor", "editor": "viewer"}
MULTIPART = "multipart/form-data"


def declaring(status: int) -> list[Operation]:
    return [operation for operation in OPERATIONS.values() if status in operation.responses]


def path_of(operation: Operation, value: str = UNKNOWN_ID) -> str:
    return re.sub(r"\{[^}]+\}", lambda match: "7" if match[0] == "{step}" else value, operation.path)


def example(operation: Operation, media_type: str) -> Any:
    """The first example of a request body in the contract."""
    document = dict(contract().document)
    node = document["paths"][operation.path][operation.method.lower()]["requestBody"]["content"][media_type]
    return resolve(document, node["schema"])["examples"][0]


FORMS: dict[str, dict[str, Any]] = {
    "createAdapter": {"files": {"file": ("a.safetensors", lora(), "application/octet-stream")}},
    "replaceAdapterPreview": {"files": {"file": ("a.png", png(), "image/png")}},
    "createImage": {"files": {"file": ("a.png", png(), "image/png")}, "data": {"album_id": UNKNOWN_ID}},
}


def valid_body(operation: Operation) -> dict[str, Any]:
    """How httpx sends a valid body of an operation; nothing for one without a body."""
    if not operation.bodies:
        return {}
    media_type = next(iter(operation.bodies))
    if media_type == MULTIPART:
        return dict(FORMS[operation.id])
    assert is_json_media(media_type)
    return {"json": example(operation, media_type), "headers": {"Content-Type": media_type}}


def media_type_of(operation: Operation) -> str:
    return next(iter(operation.bodies)).replace(MULTIPART, f"{MULTIPART}; boundary=b")


def call(client: httpx.Client, operation: Operation, path: str = "", **options: Any) -> int:
    """The status that an operation answers; a stream is not read. Signing in takes no token."""
    request = client.build_request(operation.method, path or path_of(operation), **options)
    if operation.id == "signIn":
        request.headers.pop("Authorization", None)
    response = client.send(request, stream=True)
    if response.headers.get("content-type") != "text/event-stream":
        response.read()
    response.close()
    return response.status_code


def is_public(operation: Operation) -> bool:
    return operation.minimum_role == "public"


@pytest.fixture
def admin(live: Live) -> Iterator[httpx.Client]:
    with live.client(live.token("admin")) as client:
        yield client


def test_an_unknown_parameter_is_a_400_of_every_operation(admin: httpx.Client) -> None:
    for operation in declaring(400):
        assert call(admin, operation, f"{path_of(operation)}?surprise=1", **valid_body(operation)) == 400, operation.id


def test_an_unknown_credential_is_a_401_of_every_operation(live: Live) -> None:
    with live.client("pm_" + 43 * "x") as client:
        statuses = {operation.id: call(client, operation, **valid_body(operation)) for operation in declaring(401)}
    assert statuses == {operation.id: 401 for operation in declaring(401)}


def test_a_lower_role_is_a_403_of_every_operation_that_needs_a_higher_one(live: Live) -> None:
    for role, lower in LOWER.items():
        with live.client(live.token(lower)) as client:
            for operation in declaring(403):
                if operation.minimum_role == role:
                    assert call(client, operation) == 403, operation.id


def test_a_write_without_a_csrf_token_is_a_403_of_every_operation_with_a_session(
    live: Live, admin: httpx.Client
) -> None:
    admin.post("/users", json={"name": "ada", "role": "admin", "password": PASSWORD})
    with live.client() as browser:
        browser.post("/auth/session", json={"method": "password", "name": "ada", "password": PASSWORD})
        for operation in declaring(403):
            if operation.method != "GET" and not is_public(operation):
                assert call(browser, operation) == 403, operation.id


def test_an_unknown_id_is_a_404_of_every_operation_with_one(admin: httpx.Client) -> None:
    for operation in declaring(404):
        if "{" in operation.path:
            assert call(admin, operation, **valid_body(operation)) == 404, operation.id


def test_another_media_type_is_a_406_of_every_operation_with_an_answer(admin: httpx.Client) -> None:
    for operation in declaring(406):
        options = valid_body(operation)
        options["headers"] = {**options.get("headers", {}), "Accept": "application/x-nothing"}
        assert call(admin, operation, **options) == 406, operation.id


def test_a_body_of_another_media_type_is_a_415_of_every_operation_with_a_body(admin: httpx.Client) -> None:
    for operation in declaring(415):
        headers = {"Content-Type": "application/x-nothing"}
        assert call(admin, operation, content=b"x", headers=headers) == 415, operation.id


def test_a_body_beyond_its_limit_is_a_413_of_every_operation_with_a_body(live: Live) -> None:
    """The limit is that of the operation or of the studio; the studio of this test takes 1 KB."""
    settings = replace(live.studio.settings, max_body_bytes=1024, max_upload_bytes=1024, max_adapter_bytes=1024)
    with serve(replace(live.studio, settings=settings)) as small, small.client(live.token("admin")) as client:
        for operation in declaring(413):
            headers = {"Content-Type": media_type_of(operation)}
            assert call(client, operation, content=b" " * 70_000, headers=headers) == 413, operation.id


def test_a_body_that_does_not_arrive_is_a_408_of_every_operation_with_a_body(live: Live) -> None:
    studio = replace(live.studio, settings=replace(live.studio.settings, body_seconds=0.05))
    token = live.token("admin")
    with serve(studio) as impatient:
        for operation in declaring(408):
            assert start_body(impatient, operation, token).status_code == 408, operation.id


def start_body(live: Live, operation: Operation, token: str) -> httpx.Response:
    """The response to a request whose body does not arrive."""
    headers = {"Content-Type": media_type_of(operation), "Authorization": f"Bearer {token}"}
    if operation.id == "signIn":
        del headers["Authorization"]
    lines = [f"{operation.method} {BASE}{path_of(operation)} HTTP/1.1", "Host: x", "Content-Length: 10"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    address = httpx.URL(live.url)
    with socket.create_connection((address.host, address.port or 0), timeout=30) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    status, *fields = head.decode("ascii").split("\r\n")
    request = httpx.Request(operation.method, f"{live.url}{BASE}{path_of(operation)}", content=b"")
    pairs = [(name, value) for name, _, value in (field.partition(": ") for field in fields)]
    response = httpx.Response(int(status.split()[1]), headers=pairs, content=body, request=request)
    check_response(response)
    return response


def test_a_database_that_is_away_is_a_503_of_every_operation(live: Live) -> None:
    """A file that cannot be opened needs the operator; a server that does not answer may be back soon."""
    nowhere = f"sqlite:///{live.studio.settings.data_dir / 'nowhere' / 'platemark.db'}"
    is_file = live.studio.database.dialect == "sqlite"
    away = connect(nowhere if is_file else "postgresql://postgres@127.0.0.1:1/platemark")
    with serve(replace(live.studio, database=away)) as broken, broken.client("pm_" + 43 * "x") as client:
        waits: list[bool] = []
        client.event_hooks["response"].append(lambda response: waits.append("Retry-After" in response.headers))
        statuses = {operation.id: call(client, operation, **valid_body(operation)) for operation in declaring(503)}
    away.dispose()
    assert statuses == {operation.id: 503 for operation in declaring(503)}
    waiting = {operation.id for operation, waits_here in zip(declaring(503), waits, strict=True) if waits_here}
    assert waiting == (set() if is_file else statuses.keys() - {"getHealth"})


def faulty_clock() -> datetime:
    raise RuntimeError("the clock is broken")


def test_a_fault_of_the_code_is_a_500_of_every_operation(live: Live) -> None:
    token = live.token("admin")
    with serve(replace(live.studio, clock=faulty_clock)) as broken, broken.client(token) as client:
        statuses = {operation.id: call(client, operation, **valid_body(operation)) for operation in declaring(500)}
    assert statuses == {operation.id: 500 for operation in declaring(500)}


FILES = [operation for operation in OPERATIONS.values() if 416 in operation.responses]


def test_every_operation_with_a_file_has_a_tag_of_its_content() -> None:
    """Their ranges: tests/http/test_images.py and tests/contract/test_files.py."""
    assert {operation.id for operation in FILES} == {
        "getImageFile",
        "getImageThumbnail",
        "getTrainingSample",
        "getAdapterFile",
        "getAdapterPreview",
        "getBugReportScreenshot",
    }
