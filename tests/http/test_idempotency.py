"""Idempotency keys: a repeated request gets the first response and creates nothing new."""

from __future__ import annotations

import threading

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import png

KEY = {"Idempotency-Key": "create-once-1"}
Parts = list[tuple[str, str | None, str, bytes]]


def list_album_names(client: httpx.Client) -> list[str]:
    return [album["name"] for album in client.get("/albums").json()["items"]]


def test_the_same_key_and_body_get_the_same_response_and_create_one_album(client: httpx.Client) -> None:
    first, second = (client.post("/albums", json={"name": "Proofs"}, headers=KEY) for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert first.headers["location"] == second.headers["location"]
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert list_album_names(client) == ["Proofs"]


def test_the_same_key_with_another_body_is_refused(client: httpx.Client) -> None:
    client.post("/albums", json={"name": "Proofs"}, headers=KEY)
    response = client.post("/albums", json={"name": "Prints"}, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (422, "idempotency_key_reused")
    assert list_album_names(client) == ["Proofs"]


def test_a_key_belongs_to_one_caller_and_one_operation(client: httpx.Client, as_role: ClientFor) -> None:
    client.post("/albums", json={"name": "Proofs"}, headers=KEY)
    assert as_role("admin").post("/albums", json={"name": "Prints"}, headers=KEY).status_code == 201
    assert client.post("/set-templates", json={"name": "Cards"}, headers=KEY).status_code == 201


def test_a_refused_request_can_be_corrected_under_the_same_key(client: httpx.Client) -> None:
    assert client.post("/set-templates", json={"name": "x", "rows_csv": "a,a"}, headers=KEY).status_code == 422
    assert client.post("/set-templates", json={"name": "x", "rows_csv": "a\n1"}, headers=KEY).status_code == 201


def test_a_repeated_upload_creates_one_image(client: httpx.Client) -> None:
    request = client.build_request("POST", "/images", files={"file": ("a.png", png(), "image/png")}, headers=KEY)
    request.read()
    first, second = client.send(request), client.send(request)
    assert first.status_code == second.status_code == 201
    assert first.json()["id"] == second.json()["id"]


def test_a_response_with_a_secret_is_not_stored_and_repeating_its_request_gets_a_409(client: httpx.Client) -> None:
    body = {"name": "scripts", "role": "viewer"}
    assert client.post("/auth/tokens", json=body, headers=KEY).status_code == 201
    response = client.post("/auth/tokens", json=body, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (409, "answer_not_kept")
    assert len([token for token in client.get("/auth/tokens").json()["items"] if token["name"] == "scripts"]) == 1


@pytest.mark.parametrize("racers", [6])
def test_concurrent_requests_with_one_key_create_one_album(client: httpx.Client, racers: int) -> None:
    barrier = threading.Barrier(racers)
    statuses: list[int] = []

    def create() -> None:
        barrier.wait()
        statuses.append(client.post("/albums", json={"name": "Proofs"}, headers=KEY).status_code)

    threads = [threading.Thread(target=create) for _ in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {201, 409}
    assert 201 in statuses
    assert list_album_names(client) == ["Proofs"]


def form(client: httpx.Client, parts: Parts, boundary: str) -> httpx.Response:
    """Upload the form with ``parts`` (name, file name, media type, content), separated by ``boundary``."""
    content = b""
    for name, filename, media_type, data in parts:
        file = f'; filename="{filename}"\r\nContent-Type: {media_type}' if filename else ""
        content += (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + data + b"\r\n"
        )
    headers = {**KEY, "Content-Type": f"multipart/form-data; boundary={boundary}"}
    return client.post("/images", content=content + f"--{boundary}--\r\n".encode(), headers=headers)


def test_the_boundary_of_a_form_does_not_distinguish_requests(client: httpx.Client) -> None:
    parts: Parts = [("title", None, "", b"Sky"), ("file", "a.png", "image/png", png())]
    first, again = form(client, parts, "one"), form(client, parts, "another-boundary")
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert again.headers["idempotency-replayed"] == "true"


def test_fields_files_names_media_types_and_order_of_a_form_distinguish_requests(client: httpx.Client) -> None:
    parts: Parts = [("title", None, "", b"Sky"), ("file", "a.png", "image/png", png())]
    title, file = parts
    assert form(client, parts, "b").status_code == 201
    others: list[Parts] = [
        [file],
        [file, title],
        [("title", None, "", b"Sea"), file],
        [title, ("file", "b.png", "image/png", png())],
        [title, ("file", "a.png", "image/webp", png())],
        [title, ("file", "a.png", "image/png", png((1, 2, 3)))],
    ]
    assert [form(client, other, "b").json()["code"] for other in others] == ["idempotency_key_reused"] * len(others)


JSON = '{"name": "Proofs", "description": "a b", "visibility": "shared"}'


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('{"visibility":"shared","description":"a b","name":"Proofs"}', 201),
        ('\n{ "name" : "Pr\\u006fofs",\t"description": "a\\u0020b", "visibility": "shared" }\n', 201),
        ('{"name": "Proofs", "description": "a  b", "visibility": "shared"}', 422),
        ('{"name": "Proofs", "description": "a b"}', 422),
    ],
)
def test_white_space_order_and_spelling_of_json_do_not_distinguish_requests(
    client: httpx.Client, text: str, status: int
) -> None:
    headers = {**KEY, "Content-Type": "application/json"}
    first = client.post("/albums", content=JSON, headers=headers)
    again = client.post("/albums", content=text, headers=headers)
    assert (first.status_code, again.status_code) == (201, status)
    assert (again.json() == first.json()) is (status == 201)


def test_spellings_of_a_number_do_not_distinguish_requests(client: httpx.Client) -> None:
    headers = {**KEY, "Content-Type": "application/json"}
    bodies = (
        '{"kind": "generate", "prompt": "a boat", "steps": 20}',
        '{"kind":"generate","prompt":"a boat","steps":2e1}',
    )
    first, again = (client.post("/jobs", content=body, headers=headers) for body in bodies)
    assert (first.status_code, again.status_code, again.json()["id"]) == (202, 202, first.json()["id"])


def test_any_json_can_be_sent_under_a_key(client: httpx.Client) -> None:
    values = '[9007199254740991, 1e-300, -0.0, "\\ud83c\\udccf", null, {"b": [], "a": {}}]'
    content = f'{{"description": "Odd", "app_state": {{"values": {values}}}}}'
    headers = {**KEY, "Content-Type": "application/json"}
    first, again = (client.post("/bug-reports", content=content, headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())


def test_a_key_belongs_to_one_path(client: httpx.Client) -> None:
    images = [
        client.post("/images", files={"file": ("a.png", png((1, 2, number)), "image/png")}).json()["id"]
        for number in range(2)
    ]
    label = {"kind": "tag", "text": "fox"}
    statuses = [client.post(f"/images/{image}/labels", json=label, headers=KEY).status_code for image in images]
    assert statuses == [201, 422]
