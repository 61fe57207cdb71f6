"""Accounts over HTTP: the cookie, the CSRF token, bearer tokens, users."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.accounts.service import User
from platemark.accounts.sign_in_attempts import MAX_ATTEMPTS_PER_NAME
from tests.conftest import ClientFor
from tests.serving import Live

PASSWORD = "correct horse battery"


@pytest.fixture
def ada(live: Live) -> User:
    """An editor with a password."""
    with live.studio.work(write=True) as work:
        user = accounts.create_user(work, accounts.NewUser(name="ada", role="editor", password=PASSWORD), by=SYSTEM)
        work.commit()
    return user


def sign_in(client: httpx.Client, name: str = "ada", password: str = PASSWORD) -> httpx.Response:
    return client.post("/auth/session", json={"method": "password", "name": name, "password": password})


def test_signing_in_sets_a_cookie_that_scripts_and_other_sites_cannot_use(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    answer = sign_in(client)
    assert answer.status_code == 200
    words = answer.headers["Set-Cookie"].split("; ")
    assert words[0].startswith("platemark_session=")
    assert words[1:] == ["HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={30 * 24 * 60 * 60}"]  # loopback: no Secure
    status = client.get("/auth/status").json()
    assert status == answer.json()
    assert status["user"] == {"id": str(ada.id), "name": "ada", "role": "editor"}
    assert (status["authenticated"], status["role"], status["method"]) == (True, "editor", "session")


def test_a_session_writes_only_with_its_csrf_token(ada: User, as_role: ClientFor) -> None:
    client, stranger = as_role(None), as_role(None)
    csrf_token = sign_in(client).json()["csrf_token"]
    other = sign_in(stranger).json()["csrf_token"]
    body = {"name": "script", "role": "viewer"}
    for headers in ({}, {"X-CSRF-Token": "x" * 32}, {"X-CSRF-Token": other}):
        assert client.post("/auth/tokens", json=body, headers=headers).status_code == 403
    assert client.get("/auth/tokens").json()["items"] == []
    assert client.post("/auth/tokens", json=body, headers={"X-CSRF-Token": csrf_token}).status_code == 201


def test_signing_out_ends_the_session_and_takes_the_cookie(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    csrf_token = sign_in(client).json()["csrf_token"]
    cookie = client.cookies["platemark_session"]
    answer = client.delete("/auth/session", headers={"X-CSRF-Token": csrf_token})
    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert "platemark_session" not in client.cookies
    again = as_role(None, cookies={"platemark_session": cookie})
    assert again.get("/auth/status").json()["authenticated"] is False
    assert again.get("/auth/tokens").status_code == 401


def test_a_one_time_link_signs_in_once(live: Live, ada: User, as_role: ClientFor) -> None:
    with live.studio.work(write=True) as work:
        secret = accounts.create_sign_in_link(work, ada.id, lifetime=timedelta(hours=1), by=SYSTEM)
        work.commit()
    body = {"method": "link", "token": secret}
    assert as_role(None).post("/auth/session", json=body).json()["user"]["name"] == "ada"
    refused = as_role(None).post("/auth/session", json=body)
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_failed")


def test_failures_are_kept_although_the_request_failed_and_then_refused_for_a_while(
    ada: User, as_role: ClientFor
) -> None:
    client = as_role(None)
    for _ in range(MAX_ATTEMPTS_PER_NAME):
        refused = sign_in(client, password="wrong password")
        assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_failed")
        assert "wrong password" not in refused.text
    answer = sign_in(client)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_attempts")
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60


def test_anyone_may_ask_who_they_are(as_role: ClientFor) -> None:
    nobody = {"authenticated": False, "user": None, "role": None, "csrf_token": None, "method": None}
    assert as_role(None).get("/auth/status").json() == nobody
    assert as_role(None, cookies={"platemark_session": "x" * 43}).get("/auth/status").json() == nobody
    status = as_role("viewer").get("/auth/status").json()
    assert (status["authenticated"], status["role"], status["method"]) == (True, "viewer", "token")
    assert status["csrf_token"] is None


def test_a_wrong_token_is_refused_even_where_anyone_may_ask(live: Live) -> None:
    with live.client("pm_" + "x" * 43) as client:
        answer = client.get("/auth/status")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_is_shown_once_and_revoked_at_once(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    made = client.post("/auth/tokens", json={"name": "script", "role": "viewer", "expires_in_seconds": 3600})
    assert made.status_code == 201
    token = made.json()["token"]
    assert token not in client.get("/auth/tokens").text
    with live.client(token) as scripted:
        assert scripted.get("/auth/status").json()["role"] == "viewer"
        assert scripted.post("/auth/tokens", json={"name": "up", "role": "editor"}).json()["code"] == "role_too_high"
        path = made.headers["Location"].removeprefix("/api/v1")
        assert client.delete(path).status_code == 204
        assert scripted.get("/auth/status").status_code == 401
    assert client.delete(path).status_code == 404


def test_tokens_of_others_are_not_there_even_for_admins(as_role: ClientFor) -> None:
    made = as_role("viewer").post("/auth/tokens", json={"name": "script", "role": "viewer"}).json()
    admin = as_role("admin")
    assert made["id"] not in admin.get("/auth/tokens").text
    assert admin.delete(f"/auth/tokens/{made['id']}").status_code == 404


def test_users_are_made_paged_and_changed_by_admins(client: httpx.Client) -> None:
    made = client.post("/users", json={"name": "bob", "role": "viewer", "password": PASSWORD})
    assert made.status_code == 201
    assert PASSWORD not in made.text
    path = made.headers["Location"].removeprefix("/api/v1")
    assert client.post("/users", json={"name": "bob", "role": "viewer"}).json()["code"] == "user_name_taken"
    first = client.get("/users", params={"limit": 1}).json()
    second = client.get("/users", params={"limit": 1, "cursor": first["next_cursor"]}).json()
    assert [first["items"][0]["name"], second["next_cursor"]] == ["bob", None]
    changes = {"Content-Type": "application/merge-patch+json", "If-Match": made.headers["ETag"]}
    changed = client.patch(path, content='{"role": "editor"}', headers=changes)
    assert (changed.json()["role"], changed.status_code) == ("editor", 200)
    assert changed.headers["ETag"] != made.headers["ETag"]
    assert client.patch(path, content='{"role": "admin"}', headers=changes).status_code == 412


def test_disabling_a_user_ends_session_and_token_at_once(
    live: Live, ada: User, client: httpx.Client, as_role: ClientFor
) -> None:
    browser = as_role(None)
    csrf_token = sign_in(browser).json()["csrf_token"]
    made = browser.post("/auth/tokens", json={"name": "s", "role": "editor"}, headers={"X-CSRF-Token": csrf_token})
    headers = {"Content-Type": "application/merge-patch+json"}
    assert client.patch(f"/users/{ada.id}", content='{"disabled": true}', headers=headers).status_code == 200
    assert browser.get("/auth/tokens").status_code == 401
    with live.client(made.json()["token"]) as scripted:
        assert scripted.get("/auth/status").status_code == 401
    assert sign_in(as_role(None)).json()["code"] == "sign_in_failed"


def test_the_last_admin_stays(client: httpx.Client) -> None:
    me = client.get("/auth/status").json()["user"]["id"]
    headers = {"Content-Type": "application/merge-patch+json"}
    for change in ('{"disabled": true}', '{"role": "editor"}'):
        answer = client.patch(f"/users/{me}", content=change, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")


@pytest.mark.parametrize("role", [None, "viewer", "editor"])
def test_users_are_for_admins(as_role: ClientFor, role: str | None) -> None:
    asks, status = as_role(role), 401 if role is None else 403
    assert asks.get("/users").status_code == status
    assert asks.post("/users", json={"name": "eve", "role": "admin"}).status_code == status
    assert as_role("admin").get("/users").text.count("eve") == 0
