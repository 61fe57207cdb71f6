"""Users, tokens, sign-in and bug reports."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.clock import utc_now
from tests.contract.echoes.echo import Echo, answer, at, read_at
from tests.contract.echoes.studio import PASSWORD, EchoStudio
from tests.populate import bug_report, ok_json, png

NEW_PASSWORD = "two batteries, one horse"
PATCH = "application/merge-patch+json"


def new_user(studio: EchoStudio, **fields: str) -> dict[str, Any]:
    return ok_json(studio.client.post("/users", json={"name": "ada", "role": "admin", **fields}))


def lifetime_from_now(_: EchoStudio, link: Any) -> int:
    minute = timedelta(minutes=1)  # the body asks for whole minutes
    return round((datetime.fromisoformat(link["expires_at"]) - utc_now()) / minute) * 60


def listed_token(studio: EchoStudio, token: Any) -> Any:
    return next(each for each in studio.get("/auth/tokens")["items"] if each["id"] == token["id"])


def lifetime_seconds(_: EchoStudio, token: Any) -> int:
    expires, created = (datetime.fromisoformat(token[name]) for name in ("expires_at", "created_at"))
    return round((expires - created).total_seconds())


def password_that_signs_in(studio: EchoStudio, user: Any) -> str | None:
    with studio.live.client() as browser:
        body = {"method": "password", "name": user["name"], "password": PASSWORD}
        return PASSWORD if browser.post("/auth/session", json=body).status_code == 200 else None


def user_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return f"/users/{new_user(studio)['id']}", {"password": PASSWORD, "role": "viewer"}


def password_to_change(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    new_user(studio, password=PASSWORD)
    return "/auth/password", {"current_password": PASSWORD, "new_password": NEW_PASSWORD}


def new_password_that_signs_in(studio: EchoStudio) -> str | None:
    with studio.live.client() as browser:
        body = {"method": "password", "name": "ada", "password": NEW_PASSWORD}
        return NEW_PASSWORD if browser.post("/auth/session", json=body).status_code == 200 else None


def user_to_sign_in(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    new_user(studio, password=PASSWORD)
    return "/auth/session", {"name": "ada", "password": PASSWORD}


def link_to_sign_in(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    user_id = UUID(new_user(studio)["id"])
    with studio.live.studio.work(write=True) as work:
        link = accounts.create_sign_in_link(work, user_id, lifetime=timedelta(hours=1), by=SYSTEM).secret
        work.commit()
    return "/auth/session", {"token": link}


def report_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    first, second = (ok_json(studio.client.post("/bug-reports", json=bug_report(number))) for number in (1, 2))
    return f"/bug-reports/{second['id']}", {"duplicate_of": first["id"]}


def screenshot(studio: EchoStudio, report: Any) -> str:
    assert studio.client.get(report["screenshot_url"].removeprefix("/api/v1")).content.startswith(b"\x89PNG")
    return PNG


PNG = f"data:image/png;base64,{base64.b64encode(png((1, 2, 3))).decode()}"

METHOD = "it selects the branch; the answer's method is that of the session"

ACCOUNTS_AND_REPORTS = [
    Echo(
        operation="createApiToken",
        prepare=at("/auth/tokens", role="editor"),
        read=listed_token,
        shown_at={"expires_in_seconds": lifetime_seconds},
    ),
    Echo(
        operation="createUser",
        prepare=at("/users", name="grace", password=PASSWORD),
        read=read_at("/users/{id}"),
        shown_at={"password": password_that_signs_in},
    ),
    Echo(
        operation="updateUser",
        media_type=PATCH,
        prepare=user_to_update,
        read=read_at("/users/{id}"),
        shown_at={
            "disabled": lambda _, user: user["disabled_at"] is not None,
            "password": lambda _, user: PASSWORD if user["has_password"] else None,
        },
        unread={"keep_api_tokens": "it is an instruction; tests/http/test_accounts.py"},
    ),
    Echo(
        operation="signIn",
        branch="PasswordSignIn",
        name="password",
        signed_in=False,
        prepare=user_to_sign_in,
        shown_at={"name": "user/name"},
        unread={"method": METHOD, "password": "a secret; a wrong one is refused in tests/http/test_accounts.py"},
    ),
    Echo(
        operation="signIn",
        branch="LinkSignIn",
        name="link",
        signed_in=False,
        prepare=link_to_sign_in,
        unread={"method": METHOD, "token": "a secret; a wrong one is refused in tests/http/test_accounts.py"},
    ),
    Echo(
        operation="changePassword",
        prepare=password_to_change,
        session_of="ada",
        read=lambda studio, _: new_password_that_signs_in(studio),
        shown_at={"new_password": answer},
        unread={
            "current_password": "a secret; a wrong one is refused in tests/http/test_accounts.py",
            "keep_api_tokens": "it is an instruction; tests/unit/accounts/test_passwords.py",
        },
    ),
    Echo(
        operation="createSignInLink",
        prepare=lambda studio: (f"/users/{new_user(studio)['id']}/sign-in-links", {"expires_in_seconds": 7200}),
        shown_at={"expires_in_seconds": lifetime_from_now},
    ),
    Echo(
        operation="createBugReport",
        prepare=at("/bug-reports", screenshot=PNG, trace_id="trace-of-the-report"),
        read=read_at("/bug-reports/{id}"),
        shown_at={"screenshot": screenshot},
    ),
    Echo(
        operation="updateBugReport",
        media_type=PATCH,
        prepare=report_to_update,
        read=read_at("/bug-reports/{id}"),
    ),
    Echo(operation="purgeBugReports", prepare=at("/bug-reports/purge")),
]
