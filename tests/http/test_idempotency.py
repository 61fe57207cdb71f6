"""Doing a thing once however often it is asked."""

from __future__ import annotations

import threading

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import png

KEY = {"Idempotency-Key": "make-it-once-1"}


def names(client: httpx.Client) -> list[str]:
    return [album["name"] for album in client.get("/albums").json()["items"]]


def test_the_same_key_and_body_give_the_same_answer_and_make_one_thing(client: httpx.Client) -> None:
    first, second = (client.post("/albums", json={"name": "Proofs"}, headers=KEY) for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert first.headers["location"] == second.headers["location"]
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert names(client) == ["Proofs"]


def test_the_same_key_with_another_body_is_refused(client: httpx.Client) -> None:
    client.post("/albums", json={"name": "Proofs"}, headers=KEY)
    answer = client.post("/albums", json={"name": "Prints"}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert names(client) == ["Proofs"]


def test_a_key_is_its_callers_own_and_its_operations_own(client: httpx.Client, as_role: ClientFor) -> None:
    client.post("/albums", json={"name": "Proofs"}, headers=KEY)
    assert as_role("admin").post("/albums", json={"name": "Prints"}, headers=KEY).status_code == 201
    assert client.post("/set-templates", json={"name": "Cards"}, headers=KEY).status_code == 201


def test_a_refused_request_may_be_mended_under_its_key(client: httpx.Client) -> None:
    assert client.post("/set-templates", json={"name": "x", "rows_csv": "a,a"}, headers=KEY).status_code == 422
    assert client.post("/set-templates", json={"name": "x", "rows_csv": "a\n1"}, headers=KEY).status_code == 201


def test_an_upload_is_made_once_too(client: httpx.Client) -> None:
    request = client.build_request("POST", "/images", files={"file": ("a.png", png(), "image/png")}, headers=KEY)
    request.read()
    first, second = client.send(request), client.send(request)
    assert first.status_code == second.status_code == 201
    assert first.json()["id"] == second.json()["id"]


def test_a_secret_is_shown_once_and_not_kept_for_the_second_asking(client: httpx.Client) -> None:
    body = {"name": "scripts", "role": "viewer"}
    assert client.post("/auth/tokens", json=body, headers=KEY).status_code == 201
    answer = client.post("/auth/tokens", json=body, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (409, "answer_not_kept")
    assert len([it for it in client.get("/auth/tokens").json()["items"] if it["name"] == "scripts"]) == 1


@pytest.mark.parametrize("racers", [6])
def test_at_the_same_moment_one_wins_and_the_others_make_nothing(client: httpx.Client, racers: int) -> None:
    together = threading.Barrier(racers)
    statuses: list[int] = []

    def ask() -> None:
        together.wait()
        statuses.append(client.post("/albums", json={"name": "Proofs"}, headers=KEY).status_code)

    threads = [threading.Thread(target=ask) for _ in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {201, 409}
    assert 201 in statuses
    assert names(client) == ["Proofs"]
