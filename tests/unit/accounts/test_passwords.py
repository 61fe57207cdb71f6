"""Users change their own passwords."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from platemark.access import SYSTEM, Actor
from platemark.accounts import passwords, secrets
from platemark.accounts import service as accounts
from platemark.accounts.service import NewSession, PasswordChange, User
from platemark.accounts.sign_in_attempts import MAX_ATTEMPTS_PER_NAME
from platemark.errors import Forbidden, PlatemarkError, TooManyRequests, Unauthenticated
from platemark.paging import PageRequest
from platemark.studio import Studio

PASSWORD, NEW = "correct horse battery", "a longer horse, two batteries"
AddUser = Callable[..., User]


def sign_in(studio: Studio, password: str = PASSWORD) -> NewSession:
    with studio.work(write=True) as work:
        session = accounts.sign_in_with_password(work, studio, "ada", password, client="192.0.2.1")
        work.commit()
    return session


def sign_in_with_link(studio: Studio, user: User) -> NewSession:
    with studio.work(write=True) as work:
        link = accounts.create_sign_in_link(work, user.id, lifetime=timedelta(days=1), by=SYSTEM)
        work.commit()
    with studio.work(write=True) as work:
        session = accounts.sign_in_with_link(work, studio, link.secret, client="192.0.2.1")
        work.commit()
    return session


def change(studio: Studio, by: Actor, current: str | None = PASSWORD, **more: Any) -> None:
    new = PasswordChange(current_password=current, new_password=NEW, **more)
    with studio.work(write=True) as work:
        accounts.change_password(work, studio, new, client="192.0.2.2", by=by)
        work.commit()


def is_signed_in(studio: Studio, session: NewSession) -> bool:
    with studio.work(write=False) as work:
        try:
            return accounts.authenticate_session(work, session.cookie).name == "ada"
        except Unauthenticated:
            return False


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(PlatemarkError) as refused:
        call()
    return refused.value.code


@pytest.mark.parametrize("kept", [False, True])
def test_a_new_password_ends_everything_but_this_session_and_the_tokens_that_are_kept(
    studio: Studio, add_user: AddUser, kept: bool
) -> None:
    user = add_user(password=True)
    session, other = sign_in(studio), sign_in(studio)
    with studio.work(write=True) as work:
        token = accounts.create_token(work, accounts.NewToken(name="script", role="viewer"), by=session.actor)
        link = accounts.create_sign_in_link(work, user.id, lifetime=timedelta(days=1), by=SYSTEM)
        work.commit()
    change(studio, session.actor, keep_api_tokens=kept)
    assert (is_signed_in(studio, session), is_signed_in(studio, other)) == (True, False)
    assert is_signed_in(studio, sign_in(studio, NEW))
    assert refusal(lambda: sign_in(studio, PASSWORD)) == "sign_in_failed"
    with studio.work(write=False) as work:
        still = {it.id for it in accounts.list_tokens(work, PageRequest(), user_id=user.id, by=SYSTEM).items}
        changed = accounts.get_user(work, user.id, by=SYSTEM)
    assert still == ({token.token.id} if kept else set())
    assert (changed.version, changed.has_password) == (user.version + 1, True)
    with studio.work(write=True) as work, pytest.raises(Unauthenticated):
        accounts.sign_in_with_link(work, studio, link.secret, client="192.0.2.1")


@pytest.mark.parametrize("wrong", [None, "not the password", PASSWORD.upper()])
def test_the_present_password_must_be_given(studio: Studio, add_user: AddUser, wrong: str | None) -> None:
    add_user(password=True)
    session = sign_in(studio)
    assert refusal(lambda: change(studio, session.actor, wrong)) == "password_wrong"
    assert is_signed_in(studio, sign_in(studio, PASSWORD))


def test_wrong_passwords_count_like_failed_sign_ins(studio: Studio, add_user: AddUser) -> None:
    add_user(password=True)
    session = sign_in(studio)
    for _ in range(MAX_ATTEMPTS_PER_NAME):
        assert refusal(lambda: change(studio, session.actor, "not the password")) == "password_wrong"
    with pytest.raises(TooManyRequests):
        change(studio, session.actor)
    with pytest.raises(TooManyRequests):
        sign_in(studio)


def test_a_right_password_forgets_the_wrong_ones(studio: Studio, add_user: AddUser) -> None:
    add_user(password=True)
    session = sign_in(studio)
    for _ in range(MAX_ATTEMPTS_PER_NAME - 1):
        assert refusal(lambda: change(studio, session.actor, "not the password")) == "password_wrong"
    change(studio, session.actor)
    for _ in range(MAX_ATTEMPTS_PER_NAME):
        assert refusal(lambda: sign_in(studio, "not the password")) == "sign_in_failed"


def test_a_user_without_a_password_sets_one(studio: Studio, add_user: AddUser, clock: Any) -> None:
    session = sign_in_with_link(studio, add_user())
    clock.move(hours=5)
    change(studio, session.actor, None)
    assert is_signed_in(studio, sign_in(studio, NEW))


def test_a_link_stands_for_a_forgotten_password_for_an_hour(studio: Studio, add_user: AddUser, clock: Any) -> None:
    user = add_user(password=True)
    session, later = sign_in_with_link(studio, user), sign_in_with_link(studio, user)
    clock.move(minutes=59)
    change(studio, session.actor, None)
    assert is_signed_in(studio, sign_in(studio, NEW))
    later = sign_in_with_link(studio, user)
    clock.move(hours=1)
    assert refusal(lambda: change(studio, later.actor, None)) == "password_wrong"


def test_a_password_alone_starts_no_session_that_may_change_it_without_it(studio: Studio, add_user: AddUser) -> None:
    add_user(password=True)
    assert refusal(lambda: change(studio, sign_in(studio).actor, None)) == "password_wrong"


def test_only_a_session_changes_a_password(studio: Studio, add_user: AddUser) -> None:
    user = add_user(password=True)
    session = sign_in(studio)
    for by in (Actor(user.id, "ada", "editor", "token"), SYSTEM):
        assert refusal(lambda by=by: change(studio, by)) == "session_required"  # type: ignore[misc]
    with studio.work(write=True) as work:
        accounts.sign_out(work, by=session.actor)
        work.commit()
    assert refusal(lambda: change(studio, session.actor)) == "session_required"


def test_a_password_that_was_changed_meanwhile_is_not_overwritten(
    studio: Studio, add_user: AddUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = add_user(password=True)
    session = sign_in(studio)
    real = secrets.hash_password

    def hash_while_an_admin_is_quicker(password: str) -> str:
        with studio.work(write=True) as work:
            accounts.update_user(work, user.id, accounts.UserChanges(password="set by an admin"), by=SYSTEM)
            work.commit()
        return real(password)

    monkeypatch.setattr(passwords, "hash_password", hash_while_an_admin_is_quicker)
    with pytest.raises(Forbidden, match="password_wrong"):
        change(studio, session.actor)
    assert is_signed_in(studio, sign_in(studio, "set by an admin"))
