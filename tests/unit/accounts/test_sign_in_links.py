"""One-time sign-in links, the first start, and that no secret is stored in clear text."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.accounts.service import NewSession, User, UserChanges
from platemark.accounts.sign_in_attempts import MAX_ATTEMPTS_PER_ADDRESS
from platemark.db.tables import Base, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, TooManyRequests, Unauthenticated
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.studio import Studio
from tests.interleaving import run_between

PASSWORD = "correct horse battery"
DAY = timedelta(days=1)
AddUser = Callable[..., User]


def create_sign_in_link(studio: Studio, user: User) -> str:
    with studio.work(write=True) as work:
        link = accounts.create_sign_in_link(work, user.id, lifetime=DAY, by=SYSTEM)
        work.commit()
    return link.secret


def sign_in(studio: Studio, secret: str) -> NewSession:
    with studio.work(write=True) as work:
        signed_in = accounts.sign_in_with_link(work, studio, secret, client="192.0.2.1")
        work.commit()
    return signed_in


def create_first_sign_in_link(studio: Studio) -> str | None:
    with studio.work(write=True) as work:
        secret = accounts.create_first_sign_in_link(work, lifetime=DAY)
        work.commit()
    return secret


def test_a_link_signs_in_once(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    secret = create_sign_in_link(studio, user)
    assert sign_in(studio, secret).actor.user_id == user.id
    with pytest.raises(Unauthenticated, match="sign_in_failed"):
        sign_in(studio, secret)


def test_a_link_used_concurrently_signs_in_once(studio: Studio, add_user: AddUser) -> None:
    secret = create_sign_in_link(studio, add_user())

    def attempt(_: int) -> bool:
        try:
            return bool(sign_in(studio, secret))
        except Unauthenticated:
            return False

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(attempt, range(6))) == 1


def test_a_rolled_back_sign_in_does_not_use_up_the_link(studio: Studio, add_user: AddUser) -> None:
    secret = create_sign_in_link(studio, add_user())
    with studio.work(write=True) as work:
        accounts.sign_in_with_link(work, studio, secret, client="192.0.2.1")
    assert sign_in(studio, secret).actor.name == "ada"


def test_a_link_expires(studio: Studio, add_user: AddUser, clock: Any) -> None:
    secret = create_sign_in_link(studio, add_user())
    clock.move(days=1)
    with pytest.raises(Unauthenticated):
        sign_in(studio, secret)


def test_a_new_link_invalidates_the_older_one(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    old, new = create_sign_in_link(studio, user), create_sign_in_link(studio, user)
    with pytest.raises(Unauthenticated):
        sign_in(studio, old)
    assert sign_in(studio, new).actor.user_id == user.id


@pytest.mark.parametrize("change", [{"disabled": True}, {"role": "viewer"}, {"password": PASSWORD}], ids=str)
def test_changing_the_user_invalidates_their_unused_link(
    studio: Studio, add_user: AddUser, change: dict[str, Any]
) -> None:
    user = add_user()
    secret = create_sign_in_link(studio, user)
    with studio.work(write=True) as work:
        accounts.update_user(work, user.id, UserChanges(**change), by=SYSTEM)
        work.commit()
    with pytest.raises(Unauthenticated):
        sign_in(studio, secret)


def test_a_disabled_user_can_neither_get_nor_use_a_link(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    secret = create_sign_in_link(studio, user)
    with studio.work(write=True) as work:
        work.session.execute(sa.update(UserRow).where(UserRow.id == user.id).values(disabled_at=work.now()))
        work.commit()
    with pytest.raises(Unauthenticated):
        sign_in(studio, secret)
    with pytest.raises(Conflict, match="user_disabled"):
        create_sign_in_link(studio, user)


def test_a_link_needs_an_existing_user(studio: Studio) -> None:
    with studio.work(write=True) as work, pytest.raises(NotFound):
        accounts.create_sign_in_link(work, new_id(), lifetime=DAY, by=SYSTEM)


def test_no_failures_from_an_address_block_a_link_and_no_wrong_link_blocks_a_password(
    studio: Studio, add_user: AddUser
) -> None:
    def sign_in_with_password(name: str, password: str) -> None:
        with studio.work(write=True) as work:
            accounts.sign_in_with_password(work, studio, name, password, client="192.0.2.1")
            work.commit()

    user = add_user(password=True)
    for _ in range(MAX_ATTEMPTS_PER_ADDRESS + 1):
        with pytest.raises(Unauthenticated):
            sign_in(studio, "guess")
    sign_in_with_password("ada", PASSWORD)
    for number in range(MAX_ATTEMPTS_PER_ADDRESS):
        with pytest.raises(Unauthenticated):
            sign_in_with_password(f"nobody-{number}", "wrong password")
    with pytest.raises(TooManyRequests):
        sign_in_with_password("ada", PASSWORD)
    assert sign_in(studio, create_sign_in_link(studio, user)).actor.user_id == user.id


def test_a_wrong_link_is_refused_while_another_process_writes(studio: Studio) -> None:
    with studio.work(write=True) as writing:
        writing.session.execute(sa.update(UserRow).values(version=2))
        with pytest.raises(Unauthenticated):
            sign_in(studio, "guess")


def test_the_first_start_creates_an_admin_who_signs_in_by_link(studio: Studio) -> None:
    secret = create_first_sign_in_link(studio)
    assert secret is not None
    actor = sign_in(studio, secret).actor
    assert (actor.name, actor.role) == ("admin", "admin")
    assert create_first_sign_in_link(studio) is None


def test_a_lost_first_link_is_replaced_by_another_for_the_same_admin(studio: Studio) -> None:
    lost, secret = create_first_sign_in_link(studio), create_first_sign_in_link(studio)
    assert lost is not None
    assert secret is not None
    with pytest.raises(Unauthenticated):
        sign_in(studio, lost)
    sign_in(studio, secret)
    with studio.work(write=False) as work:
        assert len(accounts.list_users(work, PageRequest(), by=SYSTEM).items) == 1


@pytest.mark.parametrize("way_in", ["password", "token"])
def test_no_first_link_is_created_once_someone_has_access(studio: Studio, add_user: AddUser, way_in: str) -> None:
    user = add_user(role="admin", password=way_in == "password")
    if way_in == "token":
        with studio.work(write=True) as work:
            accounts.create_token(work, accounts.NewToken(name="script", role="admin", user_id=user.id), by=SYSTEM)
            work.commit()
    assert create_first_sign_in_link(studio) is None


def test_two_concurrent_first_starts_create_one_admin(studio: Studio) -> None:
    with ThreadPoolExecutor(2) as pool:
        secrets = list(pool.map(lambda _: create_first_sign_in_link(studio), range(2)))
    assert any(secrets)
    with studio.work(write=False) as work:
        assert [user.name for user in accounts.list_users(work, PageRequest(), by=SYSTEM).items] == ["admin"]


def test_the_secret_of_a_link_is_in_the_fragment_that_servers_never_see() -> None:
    assert accounts.sign_in_url("http://here:8010", "s3cret") == "http://here:8010/sign-in#token=s3cret"


def test_no_secret_is_stored_in_clear_text(
    studio: Studio, add_user: AddUser, capsys: pytest.CaptureFixture[str]
) -> None:
    user = add_user(password=True)
    link, unused = create_sign_in_link(studio, user), create_sign_in_link(studio, add_user("bob"))
    with pytest.raises(Unauthenticated):
        sign_in(studio, link + "x")
    with studio.work(write=True) as work:
        by_password = accounts.sign_in_with_password(work, studio, "ada", PASSWORD, client="192.0.2.1")
        new = accounts.NewToken(name="script", role="viewer")
        token = accounts.create_token(work, new, by=by_password.actor).secret
        work.commit()
    by_link = sign_in(studio, link)
    with studio.work(write=True) as work, pytest.raises(Unauthenticated):
        accounts.sign_in_with_password(work, studio, "typed-here-by-mistake", "wrong password", client="192.0.2.1")
    secrets = [PASSWORD, "wrong password", "typed-here-by-mistake", link, unused, token, by_password.cookie]
    secrets += [by_link.cookie, *(str(signed_in.actor.csrf_token) for signed_in in (by_password, by_link))]
    with studio.work(write=False) as work:
        rows = {table.name: work.session.execute(sa.select(table)).all() for table in Base.metadata.sorted_tables}
    assert all(rows[name] for name in ("users", "sessions", "sign_in_links", "api_tokens", "sign_in_attempts"))
    stored = repr(rows) + "".join(capsys.readouterr())
    assert [secret for secret in secrets if secret in stored] == []


on_postgresql_only = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def new_link(work: UnitOfWork, user: User) -> str:
    return accounts.create_sign_in_link(work, user.id, lifetime=DAY, by=SYSTEM).secret


def disable(work: UnitOfWork, user: User) -> None:
    accounts.update_user(work, user.id, UserChanges(disabled=True), by=SYSTEM)


@on_postgresql_only
def test_a_user_who_is_being_disabled_gets_no_link(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    with pytest.raises(Conflict, match="user_disabled"):
        run_between(studio.database, lambda work: disable(work, user), lambda work: new_link(work, user))


@on_postgresql_only
def test_a_user_who_is_being_disabled_cannot_sign_in_with_a_link(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    secret = create_sign_in_link(studio, user)

    def use(work: UnitOfWork) -> NewSession:
        return accounts.sign_in_with_link(work, studio, secret, client="192.0.2.1")

    with pytest.raises(Unauthenticated, match="sign_in_failed"):
        run_between(studio.database, lambda work: disable(work, user), use)


@on_postgresql_only
def test_of_two_links_made_at_the_same_time_only_the_later_one_is_valid(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    secrets: list[str] = []
    later = run_between(
        studio.database, lambda work: secrets.append(new_link(work, user)), lambda work: new_link(work, user)
    )
    with pytest.raises(Unauthenticated, match="sign_in_failed"):
        sign_in(studio, secrets[0])
    assert sign_in(studio, later).actor.user_id == user.id
