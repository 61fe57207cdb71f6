"""Signing in and out, and identifying a user by the session cookie."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import argon2
import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM, Actor
from platemark.accounts import secrets, sessions
from platemark.accounts import service as accounts
from platemark.accounts.service import Credential, NewSession, Session, User, UserChanges
from platemark.accounts.sign_in_attempts import MAX_ATTEMPTS_PER_ADDRESS, MAX_ATTEMPTS_PER_NAME
from platemark.db.tables import SessionRow, UserRow
from platemark.errors import Forbidden, NotFound, TooManyRequests, Unauthenticated
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.studio import Studio

PASSWORD = "correct horse battery"
AddUser = Callable[..., User]


def sign_in(studio: Studio, name: str = "ada", password: str = PASSWORD, client: str = "192.0.2.1") -> NewSession:
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_password(work, studio, name, password, client=client)
        work.commit()
    return signed_in


def authenticate(studio: Studio, cookie: str) -> Actor:
    with studio.work(write=False) as work:
        return accounts.authenticate_session(work, cookie)


def update(studio: Studio, user: User, **changes: Any) -> User:
    with studio.work(write=True) as work:
        changed = accounts.update_user(work, user.id, UserChanges(**changes), by=SYSTEM)
        work.commit()
    return changed


def test_a_password_starts_a_session_identified_by_its_cookie(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    signed_in = sign_in(studio)
    actor = authenticate(studio, signed_in.cookie)
    assert actor == signed_in.actor
    assert (actor.user_id, actor.name, actor.role, actor.method) == (user.id, "ada", "editor", "session")
    assert accounts.csrf_token_matches(actor, actor.csrf_token)
    assert not accounts.csrf_token_matches(actor, signed_in.cookie)
    assert not accounts.csrf_token_matches(actor, None)
    assert not accounts.csrf_token_matches(Actor(), None)


@pytest.mark.parametrize("cookie", ["", "x", "ü" * 50, "\udcff", "' OR 1=1 --"])
def test_an_unknown_cookie_is_rejected(studio: Studio, cookie: str) -> None:
    with pytest.raises(Unauthenticated, match="session_invalid"):
        authenticate(studio, cookie)


def test_a_session_expires(studio: Studio, add_user: AddUser, clock: Any) -> None:
    add_user(password=True)
    signed_in = sign_in(studio)
    clock.move(days=studio.settings.session_days, milliseconds=-1)
    assert authenticate(studio, signed_in.cookie).name == "ada"
    clock.move(milliseconds=1)
    assert clock() == signed_in.expires_at
    with pytest.raises(Unauthenticated):
        authenticate(studio, signed_in.cookie)
    sign_in(studio)
    with studio.work(write=False) as work:
        assert (
            work.session.scalar(sa.select(sa.func.count()).select_from(SessionRow)) == 1
        )  # the expired row was deleted


def test_signing_out_ends_only_this_session(studio: Studio, add_user: AddUser) -> None:
    add_user(password=True)
    first, second = sign_in(studio), sign_in(studio)
    with studio.work(write=True) as work:
        accounts.sign_out(work, by=authenticate(studio, first.cookie))
        accounts.sign_out(work, by=Actor(first.actor.user_id, "ada", "editor", "token"))
        work.commit()
    assert authenticate(studio, second.cookie).name == "ada"
    with pytest.raises(Unauthenticated):
        authenticate(studio, first.cookie)


@pytest.mark.parametrize(
    "change", [{"role": "viewer"}, {"role": "admin"}, {"disabled": True}, {"password": "another password"}], ids=str
)
def test_a_new_role_disabling_or_a_new_password_ends_all_sessions(
    studio: Studio, add_user: AddUser, change: dict[str, Any]
) -> None:
    user = add_user(password=True)
    signed_in = sign_in(studio)
    update(studio, user, **change)
    with pytest.raises(Unauthenticated):
        authenticate(studio, signed_in.cookie)


@pytest.mark.parametrize("change", [{}, {"role": "editor"}, {"disabled": False}], ids=str)
def test_an_update_that_changes_nothing_ends_no_session(
    studio: Studio, add_user: AddUser, change: dict[str, Any]
) -> None:
    user = add_user(password=True)
    signed_in = sign_in(studio)
    update(studio, user, **change)
    assert authenticate(studio, signed_in.cookie).user_id == user.id


def test_a_disabled_user_has_no_session_even_if_its_row_remains(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    signed_in = sign_in(studio)
    with studio.work(write=True) as work:
        work.session.execute(sa.update(UserRow).where(UserRow.id == user.id).values(disabled_at=work.now()))
        work.commit()
    with pytest.raises(Unauthenticated):
        authenticate(studio, signed_in.cookie)


def test_an_unknown_name_takes_as_long_as_a_wrong_password(
    studio: Studio, add_user: AddUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_user("ada", password=True)
    add_user("without")
    update(studio, add_user("disabled", password=True), disabled=True)
    calls: list[str] = []
    original = argon2.low_level.hash_secret
    verify = argon2.low_level.verify_secret

    def counted_hash(*args: Any, **options: Any) -> bytes:
        calls.append("argon2")
        return original(*args, **options)

    def counted_verify(*args: Any, **options: Any) -> bool:
        calls.append("argon2")
        return verify(*args, **options)

    monkeypatch.setattr("argon2._password_hasher.hash_secret", counted_hash)
    monkeypatch.setattr("argon2._password_hasher.verify_secret", counted_verify)
    refusals = set()
    for name in ("ada", "without", "disabled", "nobody"):
        calls.clear()
        with pytest.raises(Unauthenticated) as refused:
            sign_in(studio, name, "wrong password")
        refusals.add((refused.value.code, refused.value.detail))
        assert calls == ["argon2"], name
    assert len(refusals) == 1


def test_an_outdated_hash_is_replaced_at_the_next_sign_in(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    old = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with studio.work(write=True) as work:
        work.session.execute(sa.update(UserRow).where(UserRow.id == user.id).values(password_hash=old))
        work.commit()
    sign_in(studio)
    with studio.work(write=False) as work:
        stored = work.session.get_one(UserRow, user.id).password_hash
    assert stored is not None
    assert stored != old
    assert not secrets.needs_rehash(stored)
    assert secrets.password_matches(stored, PASSWORD)


def test_a_password_change_during_a_sign_in_wins(
    studio: Studio, add_user: AddUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = add_user(password=True)

    def change_meanwhile(stored: str | None, password: str) -> bool:
        update(studio, user, password="changed meanwhile")
        return True

    monkeypatch.setattr(sessions, "password_matches", change_meanwhile)
    with pytest.raises(Unauthenticated, match="sign_in_failed"):
        sign_in(studio)


def test_composed_and_decomposed_accents_are_the_same_password() -> None:
    assert secrets.password_matches(secrets.hash_password("cafe\u0301 au lait"), "caf\u00e9 au lait")


def test_after_too_many_failures_the_right_password_is_refused_too(
    studio: Studio, add_user: AddUser, clock: Any
) -> None:
    add_user(password=True)
    for _ in range(MAX_ATTEMPTS_PER_NAME):
        with pytest.raises(Unauthenticated):
            sign_in(studio, password="wrong password")
        clock.move(seconds=10)
    with pytest.raises(TooManyRequests) as refused:
        sign_in(studio, client="198.51.100.7")
    assert refused.value.retry_after_seconds == 15 * 60 - 50
    clock.move(seconds=refused.value.retry_after_seconds)
    assert sign_in(studio).actor.name == "ada"


def test_failures_at_unknown_names_are_limited_too(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "password_matches", lambda *_: False)
    for number in range(MAX_ATTEMPTS_PER_NAME):
        with pytest.raises(Unauthenticated):
            sign_in(studio, "nobody", client=f"192.0.2.{number}")
    with pytest.raises(TooManyRequests):
        sign_in(studio, "nobody")


@pytest.mark.parametrize(
    ("address", "same", "other"),
    [
        ("192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2"),
        ("2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:1::1"),
        ("testclient", "testclient", ""),
    ],
)
def test_failures_from_one_address_are_limited_across_names(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, address: str, same: str, other: str
) -> None:
    monkeypatch.setattr(sessions, "password_matches", lambda *_: False)
    for number in range(MAX_ATTEMPTS_PER_ADDRESS):
        with pytest.raises(Unauthenticated):
            sign_in(studio, f"name-{number}", client=address)
    with pytest.raises(TooManyRequests):
        sign_in(studio, "one-more", client=same)
    with pytest.raises(Unauthenticated):
        sign_in(studio, "one-more", client=other)


def test_success_resets_the_limit_of_the_name_but_not_of_the_address(
    studio: Studio, add_user: AddUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_user(password=True)
    monkeypatch.setattr(sessions, "password_matches", lambda _, password: password == PASSWORD)
    failed = 0
    while failed + MAX_ATTEMPTS_PER_NAME - 1 <= MAX_ATTEMPTS_PER_ADDRESS - 1:
        for _ in range(MAX_ATTEMPTS_PER_NAME - 1):
            with pytest.raises(Unauthenticated):
                sign_in(studio, password="wrong password")
            failed += 1
        assert sign_in(studio).actor.name == "ada"
    for _ in range(MAX_ATTEMPTS_PER_ADDRESS - failed):
        with pytest.raises(Unauthenticated):
            sign_in(studio, password="wrong password")
    with pytest.raises(TooManyRequests):
        sign_in(studio)


def test_concurrent_guesses_are_all_counted(studio: Studio, add_user: AddUser, monkeypatch: pytest.MonkeyPatch) -> None:
    add_user(password=True)
    checked: list[str] = []

    def reject(_: str | None, password: str) -> bool:
        checked.append(password)
        return False

    monkeypatch.setattr(sessions, "password_matches", reject)

    def guess(number: int) -> str:
        try:
            sign_in(studio, password=f"guess number {number}")
        except (Unauthenticated, TooManyRequests) as error:
            return error.code
        return "signed_in"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(16)))
    assert len(checked) == MAX_ATTEMPTS_PER_NAME
    assert answers.count("sign_in_failed") == MAX_ATTEMPTS_PER_NAME
    assert answers.count("too_many_attempts") == 16 - MAX_ATTEMPTS_PER_NAME


def list_sessions(studio: Studio, by: Actor, user_id: UUID | None = None) -> list[Session]:
    with studio.work(write=False) as work:
        return list(accounts.list_sessions(work, PageRequest(), user_id=user_id, by=by).items)


def sign_in_from(studio: Studio, user_agent: str | None) -> NewSession:
    with studio.work(write=True) as work:
        session = accounts.sign_in_with_password(
            work, studio, "ada", PASSWORD, client="192.0.2.1", user_agent=user_agent
        )
        work.commit()
    return session


def test_users_see_where_they_are_signed_in(studio: Studio, add_user: AddUser, clock: Any) -> None:
    user = add_user(password=True)
    began = clock()
    first = sign_in_from(studio, "Firefox/143.0")
    clock.move(minutes=5)
    second = sign_in_from(studio, None)
    newest, oldest = list_sessions(studio, second.actor)
    assert (newest.is_current, newest.user_agent, newest.created_at) == (True, None, clock())
    assert (oldest.is_current, oldest.user_agent, oldest.created_at) == (False, "Firefox/143.0", began)
    assert (oldest.user_id, oldest.started_with, oldest.expires_at) == (user.id, "password", first.expires_at)
    clock.move(days=studio.settings.session_days, minutes=-5)
    assert [it.id for it in list_sessions(studio, second.actor)] == [newest.id], "the other one has expired"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("", None),
        ("\x00\x7f ", None),
        ("x" * 300, "x" * 200),
        (" Opera\u00fc 12 ", "Opera 12"),
        ("a" * 199 + " b", "a" * 199),
    ],
)
def test_what_is_kept_of_a_user_agent_is_short_and_printable(
    studio: Studio, add_user: AddUser, sent: str, kept: str | None
) -> None:
    add_user(password=True)
    session = sign_in_from(studio, sent)
    assert [it.user_agent for it in list_sessions(studio, session.actor)] == [kept]


def test_the_last_use_of_a_session_is_recorded_at_most_once_a_minute(
    studio: Studio, add_user: AddUser, clock: Any
) -> None:
    add_user(password=True)
    session = sign_in(studio)

    def use() -> bool:
        due: list[Credential] = []
        with studio.work(write=False) as work:
            accounts.authenticate_session(work, session.cookie, on_use=due.append)
        for credential in due:
            accounts.record_use(studio, credential)
        return bool(due)

    assert not use(), "signing in is a use"
    clock.move(seconds=60)
    assert use()
    assert [it.last_used_at for it in list_sessions(studio, session.actor)] == [clock()]
    assert not use()


def test_only_admins_see_and_end_the_sessions_of_others(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    session = sign_in(studio)
    [listed] = list_sessions(studio, session.actor)
    stranger = Actor(new_id(), "bob", "editor", "session")
    admin = Actor(new_id(), "eve", "admin", "session")
    assert list_sessions(studio, stranger, user.id) == []
    with studio.work(write=True) as work:
        with pytest.raises(NotFound):
            accounts.end_session(work, listed.id, by=stranger)
        with pytest.raises(NotFound):
            accounts.end_session(work, new_id(), by=admin)
        assert [it.id for it in list_sessions(studio, admin, user.id)] == [listed.id]
        accounts.end_session(work, listed.id, by=admin)
        work.commit()
    with pytest.raises(Unauthenticated):
        authenticate(studio, session.cookie)


def test_a_weaker_token_ends_no_session(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    session = sign_in(studio)
    [listed] = list_sessions(studio, session.actor)
    weaker, equal = (Actor(user.id, "ada", role, "token") for role in ("viewer", "editor"))
    with studio.work(write=True) as work:
        with pytest.raises(Forbidden, match="session_required"):
            accounts.end_session(work, listed.id, by=weaker)
        with pytest.raises(Forbidden, match="session_required"):
            accounts.end_other_sessions(work, by=weaker)
        accounts.end_other_sessions(work, by=equal)
        work.commit()
    with pytest.raises(Unauthenticated):
        authenticate(studio, session.cookie)


def test_signing_out_everywhere_else_keeps_this_session_and_those_of_others(studio: Studio, add_user: AddUser) -> None:
    add_user(password=True)
    add_user("bob", password=True)
    mine, elsewhere, of_bob = sign_in(studio), sign_in(studio), sign_in(studio, "bob")
    with studio.work(write=True) as work:
        accounts.end_other_sessions(work, by=mine.actor)
        work.commit()
    assert [authenticate(studio, it.cookie).name for it in (mine, of_bob)] == ["ada", "bob"]
    with pytest.raises(Unauthenticated):
        authenticate(studio, elsewhere.cookie)
