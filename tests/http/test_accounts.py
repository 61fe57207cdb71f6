"""Accounts over HTTP: the cookie, the CSRF token, bearer tokens, users."""

from __future__ import annotations

import json
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


def test_signing_in_sets_an_http_only_same_site_cookie(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    response = sign_in(client)
    assert response.status_code == 200
    parts = response.headers["Set-Cookie"].split("; ")
    assert parts[0].startswith("platemark_session=")
    assert parts[1:] == ["HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={30 * 24 * 60 * 60}"]  # loopback: no Secure
    status = client.get("/auth/status").json()
    assert status == response.json()
    assert status["user"] == {"id": str(ada.id), "name": "ada", "role": "editor"}
    assert (status["authenticated"], status["role"], status["method"]) == (True, "editor", "session")


def test_a_write_with_a_session_cookie_requires_the_csrf_token_of_that_session(ada: User, as_role: ClientFor) -> None:
    client, other_client = as_role(None), as_role(None)
    csrf_token = sign_in(client).json()["csrf_token"]
    other_csrf_token = sign_in(other_client).json()["csrf_token"]
    body = {"name": "script", "role": "viewer"}
    for headers in ({}, {"X-CSRF-Token": "x" * 32}, {"X-CSRF-Token": other_csrf_token}):
        assert client.post("/auth/tokens", json=body, headers=headers).status_code == 403
    assert client.get("/auth/tokens").json()["items"] == []
    assert client.post("/auth/tokens", json=body, headers={"X-CSRF-Token": csrf_token}).status_code == 201


def test_signing_out_ends_the_session_and_expires_the_cookie(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    csrf_token = sign_in(client).json()["csrf_token"]
    cookie = client.cookies["platemark_session"]
    response = client.delete("/auth/session", headers={"X-CSRF-Token": csrf_token})
    assert response.status_code == 204
    assert "Max-Age=0" in response.headers["Set-Cookie"]
    assert "platemark_session" not in client.cookies
    again = as_role(None, cookies={"platemark_session": cookie})
    assert again.get("/auth/status").json()["authenticated"] is False
    assert again.get("/auth/tokens").status_code == 401


def test_a_one_time_link_signs_in_once(live: Live, ada: User, as_role: ClientFor) -> None:
    with live.studio.work(write=True) as work:
        secret = accounts.create_sign_in_link(work, ada.id, lifetime=timedelta(hours=1), by=SYSTEM).secret
        work.commit()
    body = {"method": "link", "token": secret}
    assert as_role(None).post("/auth/session", json=body).json()["user"]["name"] == "ada"
    refused = as_role(None).post("/auth/session", json=body)
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_failed")


def test_too_many_failed_sign_ins_block_further_attempts_for_a_while(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    for _ in range(MAX_ATTEMPTS_PER_NAME):
        refused = sign_in(client, password="wrong password")
        assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_failed")
        assert "wrong password" not in refused.text
    response = sign_in(client)
    assert (response.status_code, response.json()["code"]) == (429, "too_many_attempts")
    assert 0 < int(response.headers["Retry-After"]) <= 15 * 60


def test_anyone_may_read_their_auth_status(as_role: ClientFor) -> None:
    anonymous_status = {"authenticated": False, "user": None, "role": None, "csrf_token": None, "method": None}
    assert as_role(None).get("/auth/status").json() == anonymous_status
    assert as_role(None, cookies={"platemark_session": "x" * 43}).get("/auth/status").json() == anonymous_status
    status = as_role("viewer").get("/auth/status").json()
    assert (status["authenticated"], status["role"], status["method"]) == (True, "viewer", "token")
    assert status["csrf_token"] is None


def test_an_invalid_token_is_refused_even_by_a_public_operation(live: Live) -> None:
    with live.client("pm_" + "x" * 43) as client:
        response = client.get("/auth/status")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("scheme", "status"), [("Bearer", 200), ("bEARER ", 200), ("Basic", 401), ("Token", 401)])
def test_a_token_has_to_be_sent_as_a_bearer_token(live: Live, scheme: str, status: int) -> None:
    sent = {"Authorization": f"{scheme} {live.token('viewer')}"}
    with live.client() as client:
        assert client.get("/jobs", headers=sent).status_code == status
        for nothing in ("Bearer", "Basic", "x"):
            assert client.get("/jobs", headers={"Authorization": nothing}).json()["code"] == "credentials_unknown"


def test_a_token_is_shown_once_and_can_be_revoked(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    created = client.post("/auth/tokens", json={"name": "script", "role": "viewer", "expires_in_seconds": 3600})
    assert created.status_code == 201
    token = created.json()["token"]
    assert token not in client.get("/auth/tokens").text
    with live.client(token) as scripted:
        assert scripted.get("/auth/status").json()["role"] == "viewer"
        assert scripted.post("/auth/tokens", json={"name": "up", "role": "editor"}).json()["code"] == "role_too_high"
        path = created.headers["Location"].removeprefix("/api/v1")
        assert client.delete(path).status_code == 204
        assert scripted.get("/auth/status").status_code == 401
    assert client.delete(path).status_code == 404


def test_admins_list_and_revoke_the_tokens_of_others(live: Live, as_role: ClientFor) -> None:
    owner, other, admin = as_role("viewer"), as_role("editor"), as_role("admin")
    created = owner.post("/auth/tokens", json={"name": "script", "role": "viewer"}).json()
    of_owner = {"user_id": created["user_id"]}
    assert created["id"] not in admin.get("/auth/tokens").text, "by default these are the caller's own"
    refused = other.get("/auth/tokens", params=of_owner)
    assert (refused.status_code, refused.json()["code"]) == (403, "role_too_low")
    own = [token["id"] for token in owner.get("/auth/tokens").json()["items"]]
    assert created["id"] in own
    for reader in (owner, admin):
        assert [token["id"] for token in reader.get("/auth/tokens", params=of_owner).json()["items"]] == own
    assert other.delete(f"/auth/tokens/{created['id']}").status_code == 404
    assert admin.delete(f"/auth/tokens/{created['id']}").status_code == 204
    with live.client(created["token"]) as revoked:
        assert revoked.get("/albums").status_code == 401


def test_a_token_neither_outlives_the_one_that_creates_it_nor_revokes_a_stronger_one(
    live: Live, as_role: ClientFor
) -> None:
    owner = as_role("editor")
    weak = owner.post("/auth/tokens", json={"name": "weak", "role": "viewer", "expires_in_seconds": 600}).json()
    strong = owner.post("/auth/tokens", json={"name": "strong", "role": "editor"}).json()
    with live.client(weak["token"]) as scripted:
        for lifetime in ({}, {"expires_in_seconds": 601}):
            refused = scripted.post("/auth/tokens", json={"name": "child", "role": "viewer", **lifetime})
            assert (refused.status_code, refused.json()["code"]) == (403, "lifetime_too_long")
        body = {"name": "child", "role": "viewer", "expires_in_seconds": 60}
        assert scripted.post("/auth/tokens", json=body).status_code == 201
        refused = scripted.delete(f"/auth/tokens/{strong['id']}")
        assert (refused.status_code, refused.json()["code"]) == (403, "role_too_low")


@pytest.mark.parametrize("keep", [False, True])
def test_a_new_password_ends_sessions_and_the_tokens_that_are_not_kept(
    live: Live, client: httpx.Client, as_role: ClientFor, ada: User, keep: bool
) -> None:
    browser = as_role(None)
    headers = {"X-CSRF-Token": sign_in(browser).json()["csrf_token"]}
    token = browser.post("/auth/tokens", json={"name": "s", "role": "viewer"}, headers=headers).json()["token"]
    body = {"password": "another good password", **({"keep_api_tokens": True} if keep else {})}
    merge = {"Content-Type": "application/merge-patch+json"}
    assert client.patch(f"/users/{ada.id}", content=json.dumps(body), headers=merge).status_code == 200
    assert browser.get("/auth/tokens").status_code == 401
    with live.client(token) as scripted:
        assert scripted.get("/auth/tokens").status_code == (200 if keep else 401)


def test_admins_create_list_and_update_users(client: httpx.Client) -> None:
    created = client.post("/users", json={"name": "bob", "role": "viewer", "password": PASSWORD})
    assert created.status_code == 201
    assert PASSWORD not in created.text
    path = created.headers["Location"].removeprefix("/api/v1")
    assert client.post("/users", json={"name": "bob", "role": "viewer"}).json()["code"] == "user_name_taken"
    first = client.get("/users", params={"limit": 1}).json()
    second = client.get("/users", params={"limit": 1, "cursor": first["next_cursor"]}).json()
    assert [first["items"][0]["name"], second["next_cursor"]] == ["bob", None]
    changes = {"Content-Type": "application/merge-patch+json", "If-Match": created.headers["ETag"]}
    changed = client.patch(path, content='{"role": "editor"}', headers=changes)
    assert (changed.json()["role"], changed.status_code) == ("editor", 200)
    assert changed.headers["ETag"] != created.headers["ETag"]
    assert client.patch(path, content='{"role": "admin"}', headers=changes).status_code == 412


def test_disabling_a_user_ends_sessions_and_tokens_at_once(
    live: Live, ada: User, client: httpx.Client, as_role: ClientFor
) -> None:
    browser = as_role(None)
    csrf_token = sign_in(browser).json()["csrf_token"]
    created = browser.post("/auth/tokens", json={"name": "s", "role": "editor"}, headers={"X-CSRF-Token": csrf_token})
    headers = {"Content-Type": "application/merge-patch+json"}
    assert client.patch(f"/users/{ada.id}", content='{"disabled": true}', headers=headers).status_code == 200
    assert browser.get("/auth/tokens").status_code == 401
    with live.client(created.json()["token"]) as scripted:
        assert scripted.get("/auth/status").status_code == 401
    assert sign_in(as_role(None)).json()["code"] == "sign_in_failed"


def test_the_last_admin_can_be_neither_disabled_nor_demoted(client: httpx.Client) -> None:
    admin_id = client.get("/auth/status").json()["user"]["id"]
    headers = {"Content-Type": "application/merge-patch+json"}
    for change in ('{"disabled": true}', '{"role": "editor"}'):
        response = client.patch(f"/users/{admin_id}", content=change, headers=headers)
        assert (response.status_code, response.json()["code"]) == (409, "last_admin")


@pytest.mark.parametrize("role", [None, "viewer", "editor"])
def test_only_admins_may_manage_users(as_role: ClientFor, role: str | None) -> None:
    client, status = as_role(role), 401 if role is None else 403
    assert client.get("/users").status_code == status
    assert client.post("/users", json={"name": "eve", "role": "admin"}).status_code == status
    assert as_role("admin").get("/users").text.count("eve") == 0


def test_users_change_their_own_password_in_a_session(ada: User, as_role: ClientFor) -> None:
    client, other = as_role(None), as_role(None)
    csrf_token = sign_in(client).json()["csrf_token"]
    sign_in(other)
    new = {"current_password": PASSWORD, "new_password": "two batteries, one horse"}
    refused = client.put("/auth/password", json=new)
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_token_wrong")
    client.headers["X-CSRF-Token"] = csrf_token
    refused = client.put("/auth/password", json=new | {"current_password": "not the password"})
    assert (refused.status_code, refused.json()["code"]) == (403, "password_wrong")
    assert client.put("/auth/password", json=new).status_code == 204
    assert client.get("/auth/status").json()["authenticated"] is True
    assert other.get("/auth/status").json()["authenticated"] is False
    assert sign_in(as_role(None), password="two batteries, one horse").status_code == 200
    refused = as_role("editor").put("/auth/password", json=new)
    assert (refused.status_code, refused.json()["code"]) == (403, "session_required")


def test_users_see_and_end_their_sessions(ada: User, as_role: ClientFor) -> None:
    client, elsewhere, third = as_role(None), as_role(None), as_role(None)
    elsewhere.headers["User-Agent"] = "Firefox/143.0 (a phone)"
    client.headers["X-CSRF-Token"] = sign_in(client).json()["csrf_token"]
    sign_in(elsewhere)
    newest, oldest = client.get("/auth/sessions").json()["items"]
    assert (newest["user_agent"], newest["is_current"]) == ("Firefox/143.0 (a phone)", False)
    assert (oldest["is_current"], oldest["started_with"], oldest["user_id"]) == (True, "password", str(ada.id))
    assert as_role("viewer").get("/auth/sessions", params={"user_id": str(ada.id)}).json()["items"] == []
    assert len(as_role("admin").get("/auth/sessions", params={"user_id": str(ada.id)}).json()["items"]) == 2
    assert client.delete(f"/auth/sessions/{newest['id']}").status_code == 204
    gone = client.delete(f"/auth/sessions/{newest['id']}")
    assert (gone.status_code, gone.json()["code"]) == (404, "session_not_found")
    assert elsewhere.get("/auth/status").json()["authenticated"] is False
    sign_in(third)
    assert client.delete("/auth/sessions").status_code == 204
    assert [it.get("/auth/status").json()["authenticated"] for it in (client, third)] == [True, False]


def test_a_weak_token_ends_no_session(live: Live, ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    client.headers["X-CSRF-Token"] = sign_in(client).json()["csrf_token"]
    [session] = client.get("/auth/sessions").json()["items"]
    token = client.post("/auth/tokens", json={"name": "script", "role": "viewer"}).json()["token"]
    with live.client(token) as scripted:
        for path in (f"/auth/sessions/{session['id']}", "/auth/sessions"):
            refused = scripted.delete(path)
            assert (refused.status_code, refused.json()["code"]) == (403, "session_required")
    assert client.get("/auth/status").json()["authenticated"] is True


def test_an_admin_invites_a_user_who_sets_a_password(client: httpx.Client, as_role: ClientFor) -> None:
    created = client.post("/users", json={"name": "grace", "role": "editor"})
    user = created.json()
    invited = client.post(f"/users/{user['id']}/sign-in-links", json={"expires_in_seconds": 3600})
    assert (invited.status_code, invited.headers["Location"]) == (201, f"/api/v1/users/{user['id']}")
    link = invited.json()
    assert link["user_id"] == user["id"]
    browser = as_role(None)
    signed_in = browser.post("/auth/session", json={"method": "link", "token": link["token"]})
    browser.headers["X-CSRF-Token"] = signed_in.json()["csrf_token"]
    assert browser.get("/auth/sessions").json()["items"][0]["started_with"] == "link"
    assert browser.put("/auth/password", json={"new_password": PASSWORD}).status_code == 204
    assert sign_in(as_role(None), "grace").status_code == 200
    own = browser.get(f"/users/{user['id']}")
    assert (own.json()["has_password"], own.json()["name"]) == (True, "grace")
    assert own.headers["ETag"] != created.headers["ETag"]
    unchanged = browser.get(f"/users/{user['id']}", headers={"If-None-Match": own.headers["ETag"]})
    assert unchanged.status_code == 304
    assert as_role("editor").get(f"/users/{user['id']}").json()["code"] == "user_not_found"
    client.patch(
        f"/users/{user['id']}", json={"disabled": True}, headers={"Content-Type": "application/merge-patch+json"}
    )
    refused = client.post(f"/users/{user['id']}/sign-in-links", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "user_disabled")


def test_wrong_passwords_are_limited_as_at_sign_in(ada: User, as_role: ClientFor) -> None:
    client = as_role(None)
    client.headers["X-CSRF-Token"] = sign_in(client).json()["csrf_token"]
    wrong = {"current_password": "not the password", "new_password": "two batteries, one horse"}
    codes = [client.put("/auth/password", json=wrong).json()["code"] for _ in range(MAX_ATTEMPTS_PER_NAME + 1)]
    assert codes == ["password_wrong"] * MAX_ATTEMPTS_PER_NAME + ["too_many_attempts"]
