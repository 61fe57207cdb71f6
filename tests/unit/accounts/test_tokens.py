"""API tokens: what they allow, for how long, and who may create and revoke them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE, SYSTEM, Actor, Role
from platemark.accounts import service as accounts
from platemark.accounts.service import CreatedToken, Credential, User, UserChanges
from platemark.db import engine
from platemark.db.tables import ApiTokenRow, UserRow
from platemark.errors import Forbidden, NotFound, PlatemarkError, Unauthenticated
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.studio import Studio

AddUser = Callable[..., User]


def actor_of(user: User, role: Role | None = None) -> Actor:
    return Actor(user.id, user.name, role or user.role, "session")


def create(studio: Studio, by: Actor, role: Role = "viewer", **more: Any) -> CreatedToken:
    with studio.work(write=True) as work:
        created = accounts.create_token(work, accounts.NewToken(name="script", role=role, **more), by=by)
        work.commit()
    return created


def authenticate(studio: Studio, token: str, on_use: Callable[[Credential], None] | None = None) -> Actor:
    with studio.work(write=False) as work:
        return accounts.authenticate_token(work, token, on_use=on_use)


def update(studio: Studio, user: User, **changes: Any) -> None:
    with studio.work(write=True) as work:
        accounts.update_user(work, user.id, UserChanges(**changes), by=SYSTEM)
        work.commit()


def last_used(studio: Studio, token_id: UUID) -> datetime | None:
    with studio.work(write=False) as work:
        return work.session.get_one(ApiTokenRow, token_id).last_used_at


def test_a_token_is_shown_once_and_recognized_by_its_first_characters(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    created = create(studio, actor_of(user))
    assert created.secret.startswith("pm_")
    assert len(created.secret) == 46
    assert created.token.prefix == created.secret[:8]
    assert authenticate(studio, created.secret) == Actor(user.id, "ada", "viewer", "token", token_id=created.token.id)
    with studio.work(write=False) as work:
        page = accounts.list_tokens(work, PageRequest(), by=actor_of(user))
    assert page.items == [created.token]


@pytest.mark.parametrize(
    ("token_role", "user_role", "effective"),
    [
        ("viewer", "editor", "viewer"),
        ("editor", "editor", "editor"),
        ("editor", "viewer", "viewer"),
        ("admin", "editor", "editor"),
        ("admin", "admin", "admin"),
        ("viewer", "admin", "viewer"),
    ],
)
def test_a_token_acts_with_the_lower_of_its_own_and_its_users_role(
    studio: Studio, add_user: AddUser, token_role: Role, user_role: Role, effective: Role
) -> None:
    add_user("boss", "admin")
    user = add_user(role="admin")
    created = create(studio, actor_of(user), token_role)
    update(studio, user, role=user_role)
    assert authenticate(studio, created.secret).role == effective


@pytest.mark.parametrize(
    ("user_role", "caller_role", "token_role", "allowed"),
    [
        ("viewer", "viewer", "viewer", True),
        ("viewer", "viewer", "editor", False),
        ("editor", "editor", "editor", True),
        ("editor", "editor", "admin", False),
        ("admin", "admin", "admin", True),
        ("admin", "viewer", "viewer", True),
        ("admin", "viewer", "editor", False),  # a token cannot create a stronger one
    ],
)
def test_nobody_creates_a_token_above_their_own_role(
    studio: Studio, add_user: AddUser, user_role: Role, caller_role: Role, token_role: Role, allowed: bool
) -> None:
    by = actor_of(add_user(role=user_role), caller_role)
    if allowed:
        assert create(studio, by, token_role).token.role == token_role
    else:
        with pytest.raises(Forbidden, match="role_too_high"):
            create(studio, by, token_role)


def test_the_command_line_creates_tokens_for_others_up_to_their_role(studio: Studio, add_user: AddUser) -> None:
    ada, bob = add_user("ada", "editor"), add_user("bob", "editor")
    assert create(studio, SYSTEM, "editor", user_id=ada.id).token.user_name == "ada"
    with pytest.raises(Forbidden, match="role_too_high"):
        create(studio, SYSTEM, "admin", user_id=ada.id)
    with pytest.raises(Forbidden, match="role_too_low"):
        create(studio, actor_of(bob), "viewer", user_id=ada.id)
    with pytest.raises(NotFound):
        create(studio, SYSTEM, "viewer", user_id=new_id())


def test_a_token_expires(studio: Studio, add_user: AddUser, clock: Any) -> None:
    created = create(studio, actor_of(add_user()), lifetime=timedelta(hours=1))
    clock.move(minutes=59)
    assert authenticate(studio, created.secret).name == "ada"
    clock.move(minutes=1)
    with pytest.raises(Unauthenticated, match="token_invalid"):
        authenticate(studio, created.secret)


@pytest.mark.parametrize("token", ["", "pm_", "pm_" + "x" * 43, "ü", "\udcff", "' OR 1=1 --"])
def test_an_unknown_token_is_rejected(studio: Studio, token: str) -> None:
    with pytest.raises(Unauthenticated, match="token_invalid"):
        authenticate(studio, token)


def test_tokens_stop_working_while_their_user_is_disabled(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    token = create(studio, actor_of(user)).secret
    update(studio, user, disabled=True)
    with pytest.raises(Unauthenticated):
        authenticate(studio, token)
    update(studio, user, disabled=False)
    assert authenticate(studio, token).user_id == user.id


def test_revoking_takes_effect_immediately(studio: Studio, add_user: AddUser) -> None:
    by = actor_of(add_user())
    created = create(studio, by)
    with studio.work(write=True) as work:
        accounts.delete_token(work, created.token.id, by=by)
        work.commit()
    with pytest.raises(Unauthenticated):
        authenticate(studio, created.secret)


@pytest.mark.parametrize(
    ("who_asks", "refusal"),
    [("owner", None), ("system", None), ("admin", None), ("other editor", NotFound), ("anyone", Unauthenticated)],
)
def test_a_token_is_revoked_by_its_owner_admins_or_the_command_line(
    studio: Studio, add_user: AddUser, who_asks: str, refusal: type[PlatemarkError] | None
) -> None:
    owner = actor_of(add_user())
    created = create(studio, owner)
    by = {
        "owner": owner,
        "admin": actor_of(add_user("boss", "admin")),
        "system": SYSTEM,
        "other editor": actor_of(add_user("bob")),
        "anyone": ANYONE,
    }[who_asks]
    with studio.work(write=True) as work:
        if refusal is None:
            accounts.delete_token(work, created.token.id, by=by)
        else:
            with pytest.raises(refusal):
                accounts.delete_token(work, created.token.id, by=by)
        assert (work.session.scalar(sa.select(ApiTokenRow.id)) is None) == (refusal is None)


PARENTS = [
    (None, None, True),
    (None, 3600, True),
    (3600, None, False),
    (3600, 3601, False),
    (3600, 3600, True),
    (3600, 60, True),
]


@pytest.mark.parametrize(("parent_seconds", "child_seconds", "allowed"), PARENTS)
def test_a_token_does_not_create_one_that_outlives_it(
    studio: Studio, add_user: AddUser, parent_seconds: int | None, child_seconds: int | None, allowed: bool
) -> None:
    def lifetime(seconds: int | None) -> timedelta | None:
        return None if seconds is None else timedelta(seconds=seconds)

    parent = create(studio, actor_of(add_user()), lifetime=lifetime(parent_seconds))
    by = authenticate(studio, parent.secret)
    if allowed:
        child = create(studio, by, lifetime=lifetime(child_seconds)).token
        assert (child.expires_at is None) == (child_seconds is None)
    else:
        with pytest.raises(Forbidden, match="lifetime_too_long"):
            create(studio, by, lifetime=lifetime(child_seconds))


def test_tokens_end_with_the_token_that_created_them(studio: Studio, add_user: AddUser) -> None:
    owner = actor_of(add_user())
    parent, other = create(studio, owner), create(studio, owner)
    child = create(studio, authenticate(studio, parent.secret))
    grandchild = create(studio, authenticate(studio, child.secret))
    revoked = authenticate(studio, parent.secret)
    with studio.work(write=True) as work:
        accounts.delete_token(work, parent.token.id, by=owner)
        work.commit()
    for token in (parent, child, grandchild):
        with pytest.raises(Unauthenticated):
            authenticate(studio, token.secret)
    assert authenticate(studio, other.secret).token_id == other.token.id
    with pytest.raises(Unauthenticated, match="token_invalid"):
        create(studio, revoked)


STRENGTHS = [
    ("viewer", "editor", "editor", False),
    ("viewer", "viewer", "editor", True),
    ("editor", "admin", "admin", False),
    ("editor", "editor", "admin", True),
    ("admin", "admin", "admin", True),
    ("viewer", "editor", "viewer", True),  # since its user was demoted it acts as a viewer
]


@pytest.mark.parametrize(("caller", "token_role", "user_role", "allowed"), STRENGTHS)
def test_no_token_revokes_a_stronger_one(
    studio: Studio, add_user: AddUser, caller: Role, token_role: Role, user_role: Role, allowed: bool
) -> None:
    add_user("boss", "admin")
    user = add_user(role="admin")
    strong = create(studio, actor_of(user), token_role)
    by = authenticate(studio, create(studio, actor_of(user), caller).secret)
    update(studio, user, role=user_role)
    with studio.work(write=True) as work:
        if allowed:
            accounts.delete_token(work, strong.token.id, by=by)
        else:
            with pytest.raises(Forbidden, match="role_too_low"):
                accounts.delete_token(work, strong.token.id, by=by)
        assert (work.session.get(ApiTokenRow, strong.token.id) is None) == allowed


@pytest.mark.parametrize("keep", [False, True])
def test_a_new_password_ends_the_users_tokens_unless_they_are_kept(
    studio: Studio, add_user: AddUser, keep: bool
) -> None:
    ada, bob = add_user("ada"), add_user("bob")
    hers, his = create(studio, actor_of(ada)).secret, create(studio, actor_of(bob)).secret
    update(studio, ada, role="viewer", keep_api_tokens=False)
    assert authenticate(studio, hers).role == "viewer", "only a new password ends tokens"
    update(studio, ada, password="a much better password", keep_api_tokens=keep)
    assert authenticate(studio, his).user_id == bob.id
    if keep:
        assert authenticate(studio, hers).user_id == ada.id
    else:
        with pytest.raises(Unauthenticated):
            authenticate(studio, hers)


@pytest.mark.parametrize(
    ("who", "role", "refusal"),
    [("ada", "viewer", None), ("boss", "admin", None), ("boss", "editor", Forbidden), ("bob", "editor", Forbidden)],
)
def test_admins_list_the_tokens_of_any_user(
    studio: Studio, add_user: AddUser, who: str, role: Role, refusal: type[PlatemarkError] | None
) -> None:
    users = {"ada": add_user(), "boss": add_user("boss", "admin"), "bob": add_user("bob")}
    hers = create(studio, actor_of(users["ada"])).token
    create(studio, actor_of(users["boss"]))
    by = actor_of(users[who], role)
    with studio.work(write=False) as work:
        if refusal is None:
            assert accounts.list_tokens(work, PageRequest(), user_id=users["ada"].id, by=by).items == [hers]
            assert hers.user_id == users["ada"].id
        else:
            with pytest.raises(refusal):
                accounts.list_tokens(work, PageRequest(), user_id=users["ada"].id, by=by)


def test_users_list_only_their_own_tokens_page_by_page(studio: Studio, add_user: AddUser) -> None:
    boss, ada = actor_of(add_user("boss", "admin")), actor_of(add_user())
    hers = [create(studio, ada).token for _ in range(3)]
    his = create(studio, boss).token
    with studio.work(write=False) as work:
        first = accounts.list_tokens(work, PageRequest(limit=2), by=ada)
        second = accounts.list_tokens(work, PageRequest(limit=2, after=first.next_after), by=ada)
        assert [*first.items, *second.items] == hers[::-1]
        assert second.next_after is None
        assert accounts.list_tokens(work, PageRequest(), by=boss).items == [his]
        assert len(accounts.list_tokens(work, PageRequest(), by=SYSTEM).items) == 4
        with pytest.raises(Unauthenticated):
            accounts.list_tokens(work, PageRequest(), by=ANYONE)


def test_the_last_use_is_recorded_at_most_once_a_minute(studio: Studio, add_user: AddUser, clock: Any) -> None:
    created = create(studio, actor_of(add_user()))
    first = clock()

    def use() -> list[UUID]:
        due: list[Credential] = []
        authenticate(studio, created.secret, due.append)
        for credential in due:
            accounts.record_use(studio, credential)
        return [credential.id for credential in due]

    assert use() == [created.token.id]
    clock.move(seconds=59)
    assert use() == []
    assert last_used(studio, created.token.id) == first
    clock.move(seconds=1)
    assert use() == [created.token.id]
    assert last_used(studio, created.token.id) == clock()


def test_failing_to_record_a_use_is_harmless(studio: Studio, add_user: AddUser) -> None:
    created = create(studio, actor_of(add_user()))
    with studio.work(write=True) as work:
        work.session.execute(sa.text("ALTER TABLE api_tokens RENAME TO elsewhere"))
        work.commit()
    accounts.record_use(studio, Credential("token", created.token.id))
    with studio.work(write=False) as work:
        assert work.session.scalar(sa.text("SELECT last_used_at FROM elsewhere")) is None


def test_recording_a_use_waits_for_nobody_and_leaves_the_connection_as_patient_as_before(
    studio: Studio, add_user: AddUser, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token_id = create(studio, actor_of(add_user())).token.id
    monkeypatch.setattr(engine, "POSTGRESQL_OPTIONS", "-c timezone=UTC")  # without a limit: it waits for ever
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_SECONDS", 3600)
    patient = replace(studio, database=engine.connect(database_url, pool_size=1))
    try:
        with studio.work(write=True) as work:
            work.session.execute(sa.update(ApiTokenRow).values(name="being changed"))
            accounts.record_use(patient, Credential("token", token_id))
            work.commit()
        assert last_used(studio, token_id) is None
        assert read_patience(patient) in ("0", "3600000")
        accounts.record_use(patient, Credential("token", token_id))
        assert last_used(studio, token_id) is not None
    finally:
        patient.database.dispose()


def read_patience(studio: Studio) -> str:
    """How long a connection of the pool waits for a lock, in milliseconds; 0 is for ever on PostgreSQL."""
    statement = "SHOW lock_timeout" if studio.database.dialect == "postgresql" else "PRAGMA busy_timeout"
    with studio.work(write=False) as work:
        return str(work.session.scalar(sa.text(statement)))


def test_deleting_a_user_deletes_their_tokens(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    token = create(studio, actor_of(user)).secret
    with studio.work(write=True) as work:
        work.session.execute(sa.delete(UserRow).where(UserRow.id == user.id))
        work.commit()
    with pytest.raises(Unauthenticated):
        authenticate(studio, token)
