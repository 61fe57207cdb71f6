"""``platemark user`` and ``platemark token``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from platemark.access import Actor
from platemark.accounts import service as accounts
from platemark.errors import Unauthenticated
from platemark.studio import Studio

Run = Callable[..., Result]
PASSWORD = "correct horse battery"


def parse(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def authenticate(studio: Studio, token: str) -> Actor:
    with studio.work(write=False) as work:
        return accounts.authenticate_token(work, token)


def test_a_token_is_printed_alone_on_the_last_line_and_works(run: Run, studio: Studio) -> None:
    result = run("token", "create", "--role", "admin")
    assert result.exit_code == 0
    token = result.stdout.splitlines()[-1]
    assert result.stdout.endswith(f"\n{token}\n")
    assert (authenticate(studio, token).name, authenticate(studio, token).role) == ("admin", "admin")


def test_a_token_is_created_for_the_named_user_and_purpose(run: Run, studio: Studio) -> None:
    run("user", "create", "ada", "--role", "editor")
    created = parse(run("token", "create", "--role", "viewer", "--user", "ada", "--name", "backup", "--json"))
    assert (created["user"], created["role"], created["name"], created["expires_at"]) == (
        "ada",
        "viewer",
        "backup",
        None,
    )
    assert authenticate(studio, created["token"]).name == "ada"


def test_a_token_may_expire(run: Run) -> None:
    created = parse(run("token", "create", "--role", "viewer", "--expires-in-days", "7", "--json"))
    assert created["created_at"] < created["expires_at"]


def test_tokens_are_listed_without_their_secrets_and_revoked_by_id(run: Run, studio: Studio) -> None:
    created = parse(run("token", "create", "--role", "editor", "--json"))
    listed = run("token", "list", "--json")
    assert parse(listed) == [{key: value for key, value in created.items() if key != "token"}]
    assert created["token"] not in run("token", "list").stdout
    assert parse(run("token", "delete", created["id"], "--json")) == {"id": created["id"], "deleted": True}
    assert parse(run("token", "list", "--json")) == []
    with pytest.raises(Unauthenticated):
        authenticate(studio, created["token"])


def test_the_tokens_of_one_user_are_listed_and_end_with_the_password_unless_kept(run: Run) -> None:
    run("user", "create", "ada")
    hers = parse(run("token", "create", "--role", "viewer", "--user", "ada", "--json"))
    run("token", "create", "--role", "admin")

    def listed() -> list[str]:
        return [token["id"] for token in parse(run("token", "list", "--user", "ada", "--json"))]

    assert listed() == [hers["id"]]
    run("user", "update", "ada", "--password-stdin", "--keep-tokens", input=PASSWORD + "\n")
    assert listed() == [hers["id"]]
    run("user", "update", "ada", "--password-stdin", input=PASSWORD + "\n")
    assert listed() == []
    assert len(parse(run("token", "list", "--json"))) == 1
    assert run("token", "list", "--user", "nobody").exit_code == 1


def test_long_lists_are_complete(run: Run, studio: Studio) -> None:
    run("token", "create", "--role", "viewer")
    with studio.work(write=True) as work:
        admin = accounts.ensure_first_admin(work)
        for number in range(205):
            accounts.create_token(
                work, accounts.NewToken(name=f"token {number}", role="viewer"), by=Actor(admin.id, "admin", "admin")
            )
        work.commit()
    assert len(parse(run("token", "list", "--json"))) == 206
    assert len(run("token", "list").stdout.splitlines()) == 207


def test_a_user_is_created_listed_and_updated(run: Run) -> None:
    created = parse(
        run("user", "create", "ada", "--role", "editor", "--password-stdin", "--json", input=PASSWORD + "\n")
    )
    assert (created["name"], created["role"], created["has_password"], created["disabled_at"]) == (
        "ada",
        "editor",
        True,
        None,
    )
    assert parse(run("user", "list", "--json")) == [created]
    changed = parse(run("user", "update", "ada", "--role", "viewer", "--disable", "--json"))
    assert changed["role"] == "viewer"
    assert changed["disabled_at"].endswith("Z")
    assert parse(run("user", "update", "ada", "--enable", "--json"))["disabled_at"] is None
    assert run("user", "list").stdout.splitlines()[1].split("\t")[:4] == ["ada", "viewer", "yes", ""]


def test_a_password_from_standard_input_signs_in_and_is_never_printed(run: Run, studio: Studio) -> None:
    run("user", "create", "ada")
    result = run("user", "update", "ada", "--password-stdin", input=PASSWORD + "\r\nmore\n")
    assert result.exit_code == 0
    assert PASSWORD not in result.output
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_password(work, studio, "ada", PASSWORD, client="192.0.2.1")
    assert signed_in.actor.name == "ada"


def test_a_link_is_printed_alone_on_the_last_line_and_signs_in(run: Run, studio: Studio) -> None:
    run("user", "create", "ada")
    url = run("user", "link", "ada").stdout.splitlines()[-1]
    assert url.startswith("http://127.0.0.1:8010/sign-in#token=")
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_link(work, studio, url.partition("=")[2], client="192.0.2.1")
    assert signed_in.actor.name == "ada"
    assert parse(run("user", "link", "ada", "--json"))["expires_in_seconds"] == 24 * 60 * 60


def test_the_sessions_of_a_user_are_listed_and_ended(run: Run, studio: Studio) -> None:
    run("user", "create", "ada", "--password-stdin", input=PASSWORD)
    for user_agent in ("Firefox", None, "Safari"):
        with studio.work(write=True) as work:
            credentials = accounts.PasswordCredentials("ada", PASSWORD)
            accounts.sign_in(work, studio, credentials, client="192.0.2.1", user_agent=user_agent)
            work.commit()
    listed = parse(run("user", "sessions", "ada", "--json"))
    assert [(it["user_agent"], it["started_with"]) for it in listed] == [
        ("Safari", "password"),
        (None, "password"),
        ("Firefox", "password"),
    ]
    ended = run("user", "sign-out", "ada", "--session", listed[0]["id"])
    assert ended.stdout == "1 session of ada ended.\n"
    again = run("user", "sign-out", "ada", "--session", listed[0]["id"])
    assert (again.exit_code, "There is no session" in again.output) == (1, True)
    assert "Safari" not in run("user", "sessions", "ada").stdout
    assert parse(run("user", "sign-out", "ada", "--json"))["ended"] == [it["id"] for it in listed[1:]]
    assert parse(run("user", "sessions", "ada", "--json")) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["user", "sessions", "nobody"], "There is no user nobody."),
        (["user", "sign-out", "nobody"], "There is no user nobody."),
        (["user", "update", "nobody", "--disable"], "There is no user nobody."),
        (["user", "link", "nobody"], "There is no user nobody."),
        (["user", "create", "admin"], "There is already a user named admin."),
        (
            ["user", "update", "admin", "--disable"],
            "admin is the last admin who can sign in; create another one first.",
        ),
        (["user", "update", "admin", "--role", "viewer"], "admin is the last admin who can sign in"),
        (["token", "create", "--role", "viewer", "--user", "nobody"], "There is no user nobody."),
        (["token", "create", "--role", "admin", "--user", "ada"], "A token cannot have the role admin"),
        (["token", "delete", "0192e4a0-7c00-7000-8000-000000000099"], "There is no api token"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_error_prints_one_sentence_and_exits_with_one(run: Run, arguments: list[str], message: str) -> None:
    run("user", "create", "ada")
    run("token", "create", "--role", "admin")
    result = run(*arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_an_error_is_json_if_requested(run: Run) -> None:
    result = run("user", "link", "nobody", "--json")
    assert result.exit_code == 1
    error = json.loads(result.stderr)
    assert error == {"code": "user_not_found", "detail": "There is no user nobody.", "errors": []}


@pytest.mark.parametrize(
    "arguments",
    [
        ["user", "create", "no spaces"],
        ["user", "create", "x" * 65],
        ["user", "create", "ada", "--role", "owner"],
        ["user", "create", "ada", "--password-stdin"],
        ["user", "update", "ada"],
        ["token", "create"],
        ["token", "create", "--role", "admin", "--name", "x" * 101],
        ["token", "create", "--role", "admin", "--expires-in-days", "0"],
        ["token", "delete", "not-an-id"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_two_and_changes_nothing(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, input="short\n")
    assert result.exit_code == 2
    assert result.stderr
    assert parse(run("user", "list", "--json")) == []
