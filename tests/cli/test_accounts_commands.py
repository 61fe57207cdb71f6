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


def said(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def who(studio: Studio, token: str) -> Actor:
    with studio.work(write=False) as work:
        return accounts.authenticate_token(work, token)


def test_a_token_is_alone_on_the_last_line_and_works(run: Run, studio: Studio) -> None:
    result = run("token", "create", "--role", "admin")
    assert result.exit_code == 0
    token = result.stdout.splitlines()[-1]
    assert result.stdout.endswith(f"\n{token}\n")
    assert (who(studio, token).name, who(studio, token).role) == ("admin", "admin")


def test_a_token_is_made_for_whom_and_what_one_says(run: Run, studio: Studio) -> None:
    run("user", "create", "ada", "--role", "editor")
    made = said(run("token", "create", "--role", "viewer", "--user", "ada", "--name", "backup", "--json"))
    assert (made["user"], made["role"], made["name"], made["expires_at"]) == ("ada", "viewer", "backup", None)
    assert who(studio, made["token"]).name == "ada"


def test_a_token_may_expire(run: Run) -> None:
    made = said(run("token", "create", "--role", "viewer", "--expires-in-days", "7", "--json"))
    assert made["created_at"] < made["expires_at"]


def test_tokens_are_listed_without_their_secrets_and_revoked_by_id(run: Run, studio: Studio) -> None:
    made = said(run("token", "create", "--role", "editor", "--json"))
    listed = run("token", "list", "--json")
    assert said(listed) == [{key: value for key, value in made.items() if key != "token"}]
    assert made["token"] not in run("token", "list").stdout
    assert said(run("token", "delete", made["id"], "--json")) == {"id": made["id"], "deleted": True}
    assert said(run("token", "list", "--json")) == []
    with pytest.raises(Unauthenticated):
        who(studio, made["token"])


def test_lists_are_complete_however_long(run: Run, studio: Studio) -> None:
    run("token", "create", "--role", "viewer")
    with studio.work(write=True) as work:
        admin = accounts.ensure_first_admin(work)
        for number in range(205):
            accounts.create_token(
                work, accounts.NewToken(name=f"token {number}", role="viewer"), by=Actor(admin.id, "admin", "admin")
            )
        work.commit()
    assert len(said(run("token", "list", "--json"))) == 206
    assert len(run("token", "list").stdout.splitlines()) == 207


def test_a_user_is_made_listed_and_changed(run: Run) -> None:
    made = said(run("user", "create", "ada", "--role", "editor", "--password-stdin", "--json", input=PASSWORD + "\n"))
    assert (made["name"], made["role"], made["has_password"], made["disabled_at"]) == ("ada", "editor", True, None)
    assert said(run("user", "list", "--json")) == [made]
    changed = said(run("user", "update", "ada", "--role", "viewer", "--disable", "--json"))
    assert changed["role"] == "viewer"
    assert changed["disabled_at"].endswith("Z")
    assert said(run("user", "update", "ada", "--enable", "--json"))["disabled_at"] is None
    assert run("user", "list").stdout.splitlines()[1].split("\t")[:4] == ["ada", "viewer", "yes", ""]


def test_a_password_from_standard_input_signs_in_and_is_never_said(run: Run, studio: Studio) -> None:
    run("user", "create", "ada")
    result = run("user", "update", "ada", "--password-stdin", input=PASSWORD + "\r\nmore\n")
    assert result.exit_code == 0
    assert PASSWORD not in result.output
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_password(work, studio, "ada", PASSWORD, client="192.0.2.1")
    assert signed_in.actor.name == "ada"


def test_a_link_is_alone_on_the_last_line_and_signs_in(run: Run, studio: Studio) -> None:
    run("user", "create", "ada")
    url = run("user", "link", "ada").stdout.splitlines()[-1]
    assert url.startswith("http://127.0.0.1:8010/sign-in#token=")
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_link(work, studio, url.partition("=")[2], client="192.0.2.1")
    assert signed_in.actor.name == "ada"
    assert said(run("user", "link", "ada", "--json"))["expires_in_seconds"] == 24 * 60 * 60


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
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
def test_a_refusal_is_one_sentence_and_exit_code_one(run: Run, arguments: list[str], words: str) -> None:
    run("user", "create", "ada")
    run("token", "create", "--role", "admin")
    result = run(*arguments)
    assert result.exit_code == 1
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_a_refusal_is_json_where_json_was_asked_for(run: Run) -> None:
    result = run("user", "link", "nobody", "--json")
    assert result.exit_code == 1
    refusal = json.loads(result.stderr)
    assert refusal == {"code": "user_not_found", "detail": "There is no user nobody.", "errors": []}


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
def test_wrong_usage_is_exit_code_two_and_changes_nothing(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, input="short\n")
    assert result.exit_code == 2
    assert result.stderr
    assert said(run("user", "list", "--json")) == []
