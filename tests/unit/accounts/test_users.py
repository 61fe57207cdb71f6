"""Users: who may change them, and that an admin always remains."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from platemark.access import ANYONE, SYSTEM, Actor, Role
from platemark.accounts import service as accounts
from platemark.accounts.service import User, UserChanges
from platemark.errors import Conflict, Forbidden, NotFound, PlatemarkError, PreconditionFailed, Unauthenticated
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.studio import Studio

AddUser = Callable[..., User]


def update(studio: Studio, user: User, if_match: str | None = None, **changes: Any) -> User:
    with studio.work(write=True) as work:
        changed = accounts.update_user(work, user.id, UserChanges(**changes), if_match=if_match, by=SYSTEM)
        work.commit()
    return changed


def test_users_are_listed_newest_first_page_by_page(studio: Studio, add_user: AddUser) -> None:
    users = [add_user(f"user-{number}") for number in range(5)]
    with studio.work(write=False) as work:
        first = accounts.list_users(work, PageRequest(limit=3), by=SYSTEM)
        second = accounts.list_users(work, PageRequest(limit=3, after=first.next_after), by=SYSTEM)
    assert [*first.items, *second.items] == users[::-1]
    assert second.next_after is None


def test_a_user_shows_only_whether_there_is_a_password(studio: Studio, add_user: AddUser) -> None:
    assert add_user("with", password=True).has_password
    assert not add_user("without").has_password
    assert not any("hash" in name for name in User.__dataclass_fields__)


@pytest.mark.parametrize(
    ("role", "refusal"), [(None, Unauthenticated), ("viewer", Forbidden), ("editor", Forbidden), ("admin", None)]
)
@pytest.mark.parametrize("verb", ["list", "get", "create", "update", "link"])
def test_only_admins_manage_users(
    studio: Studio, add_user: AddUser, verb: str, role: Role | None, refusal: type[PlatemarkError] | None
) -> None:
    user = add_user()
    by = Actor(new_id(), "someone", role, "session") if role else ANYONE
    with studio.work(write=True) as work:
        verbs: dict[str, Callable[[], object]] = {
            "list": lambda: accounts.list_users(work, PageRequest(), by=by),
            "get": lambda: accounts.get_user_by_name(work, "ada", by=by),
            "create": lambda: accounts.create_user(work, accounts.NewUser(name="new", role="viewer"), by=by),
            "update": lambda: accounts.update_user(work, user.id, UserChanges(role="viewer"), by=by),
            "link": lambda: accounts.create_sign_in_link(work, user.id, lifetime=timedelta(days=1), by=by),
        }
        if refusal is None:
            assert verbs[verb]() is not None
        else:
            with pytest.raises(refusal):
                verbs[verb]()


def test_user_names_are_unique(studio: Studio, add_user: AddUser) -> None:
    add_user("ada")
    with pytest.raises(Conflict, match="user_name_taken"):
        add_user("ada", "viewer")


def test_an_unknown_user_cannot_be_changed(studio: Studio) -> None:
    with studio.work(write=True) as work, pytest.raises(NotFound):
        accounts.update_user(work, new_id(), UserChanges(role="viewer"), by=SYSTEM)


def test_a_change_raises_the_version_and_an_older_etag_is_refused(
    studio: Studio, add_user: AddUser, clock: Any
) -> None:
    user = add_user()
    clock.move(minutes=1)
    changed = update(studio, user, '"1"', role="viewer", password="a new password")
    assert (changed.role, changed.version, changed.has_password) == ("viewer", 2, True)
    assert changed.updated_at == clock() > changed.created_at
    with pytest.raises(PreconditionFailed):
        update(studio, user, '"1"', role="admin")


def test_disabled_at_stays_until_the_user_is_enabled(studio: Studio, add_user: AddUser, clock: Any) -> None:
    user = add_user()
    first = update(studio, user, disabled=True).disabled_at
    clock.move(hours=1)
    assert update(studio, user, disabled=True).disabled_at == first == user.created_at
    assert update(studio, user, role="viewer").disabled_at == first
    assert update(studio, user, disabled=False).disabled_at is None


@pytest.mark.parametrize("change", [{"role": "editor"}, {"disabled": True}], ids=str)
def test_the_last_enabled_admin_can_be_neither_disabled_nor_demoted(
    studio: Studio, add_user: AddUser, change: dict[str, Any]
) -> None:
    last = add_user("last", "admin")
    update(studio, add_user("disabled", "admin"), disabled=True)
    add_user("editor", "editor")
    with pytest.raises(Conflict, match="last_admin"):
        update(studio, last, **change)
    assert update(studio, last, role="admin", disabled=False).role == "admin"
    add_user("second", "admin")
    assert update(studio, last, **change).version == 3


def test_two_admins_demoting_each_other_concurrently_leave_one(studio: Studio, add_user: AddUser) -> None:
    users = [add_user("ada", "admin"), add_user("bob", "admin")]

    def demote(user: User) -> str:
        try:
            return update(studio, user, role="viewer").role
        except Conflict as error:
            return error.code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(demote, users)) == ["last_admin", "viewer"]


def test_the_current_user_has_their_own_role_not_that_of_the_token(studio: Studio, add_user: AddUser) -> None:
    user = add_user()
    with studio.work(write=False) as work:
        assert accounts.get_current_user(work, by=Actor(user.id, user.name, "viewer", "token")) == user
        assert accounts.get_current_user(work, by=ANYONE) is None
        assert accounts.get_current_user(work, by=SYSTEM) is None


def test_the_first_admin_is_the_oldest_enabled_one(studio: Studio, add_user: AddUser) -> None:
    old, new = add_user("old", "admin"), add_user("new", "admin")
    add_user("editor")
    with studio.work(write=False) as work:
        assert accounts.ensure_first_admin(work) == old
    update(studio, old, disabled=True)
    with studio.work(write=False) as work:
        assert accounts.ensure_first_admin(work) == new


def test_without_an_admin_one_is_created_once(studio: Studio, add_user: AddUser) -> None:
    add_user("editor")
    with studio.work(write=True) as work:
        admin = accounts.ensure_first_admin(work)
        assert (admin.name, admin.role, admin.has_password) == ("admin", "admin", False)
        assert accounts.ensure_first_admin(work) == admin


def test_no_admin_is_created_if_another_user_is_named_admin(studio: Studio, add_user: AddUser) -> None:
    add_user("admin", "viewer")
    with studio.work(write=True) as work, pytest.raises(Conflict, match="user_name_taken"):
        accounts.ensure_first_admin(work)
