"""Idempotency keys: a repeated request gets the first response and creates nothing new."""

from __future__ import annotations

import threading

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import png

KEY = {"Idempotency-Key": "create-once-1"}


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
