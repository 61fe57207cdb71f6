"""Set templates: who sees and changes them, and the version that each change creates."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from functools import partial
from threading import Barrier
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.db.tables import SetTemplateEntryRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Forbidden, NotFound, PreconditionFailed, Unauthenticated
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.set_templates import service
from platemark.set_templates.table import Table, from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges, SetTemplateFilter
from platemark.unchanged import UNCHANGED

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]
CARDS = from_rows([{"rank": "ace", "suit": "hearts"}, {"rank": "2", "suit": "clubs"}])


@pytest.fixture
def ada(make_user: MakeUser) -> Actor:
    return make_user("ada")


@pytest.fixture
def make(open_work: OpenWork, ada: Actor) -> Callable[..., UUID]:
    def make(table: Table = CARDS, by: Actor = ada, **values: object) -> UUID:
        with open_work() as work:
            template = service.create_set_template(work, NewSetTemplate(**{"name": "Cards", **values}), table, by=by)  # type: ignore[arg-type]
            work.commit()
        return template.id

    return make


def test_a_new_set_template_has_version_1_and_its_rows(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor
) -> None:
    set_template_id = make(description="52", base_prompt="a card", width=640, guidance_scale=3.5)
    with open_work(write=False) as work:
        template = service.get_set_template(work, set_template_id, by=ada)
        rows = service.get_set_template_rows(work, set_template_id, by=ada)
    assert (template.name, template.version, template.row_count) == ("Cards", 1, 2)
    assert (template.base_prompt, template.width, template.guidance_scale) == ("a card", 640, 3.5)
    assert template.columns == ("rank", "suit")
    assert (template.created_by, template.archived_at) == (ada.user_id, None)
    assert (rows.version, rows.table) == (1, CARDS)


def test_columns_keep_their_order(open_work: OpenWork, make: Callable[..., UUID], ada: Actor) -> None:
    table = from_rows([{"zebra": "1", "b": "2", "aa": "3"}])
    set_template_id = make(table)
    with open_work(write=False) as work:
        table = service.get_set_template_rows(work, set_template_id, by=ada).table
    assert list(table.rows[0]) == list(table.columns) == ["zebra", "b", "aa"]


CHANGES = [
    SetTemplateChanges(name="Trumps"),
    SetTemplateChanges(description="x", visibility="private"),
    SetTemplateChanges(base_prompt="a tarot card", style_suffix="woodcut"),
    SetTemplateChanges(width=64, height=128, steps=1, guidance_scale=0.0, engine="diffusers"),
]


@pytest.mark.parametrize("changes", CHANGES, ids=["name", "description and visibility", "prompts", "numbers"])
def test_an_update_creates_a_version_with_the_same_rows(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor, changes: SetTemplateChanges
) -> None:
    set_template_id = make(base_prompt="a card")
    with open_work() as work:
        before = service.get_set_template(work, set_template_id, by=ada)
        after = service.update_set_template(work, set_template_id, changes, by=ada, if_match='"1"')
        work.commit()
    given = {f.name: getattr(changes, f.name) for f in fields(changes)}
    changed = {name: value for name, value in given.items() if value not in (None, UNCHANGED)}
    assert {name: getattr(after, name) for name in changed} == changed
    assert after.version == 2
    assert after.updated_at >= before.updated_at
    unchanged = {f.name for f in fields(before)} - {*changed, "version", "updated_at"}
    assert all(getattr(after, name) == getattr(before, name) for name in unchanged)
    with open_work(write=False) as work:
        assert service.get_set_template_rows(work, set_template_id, by=ada).table == CARDS
        assert service.read_rows(work, before).table == CARDS


def test_an_update_that_changes_nothing_creates_no_version(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor
) -> None:
    set_template_id = make(steps=30)
    with open_work() as work:
        assert (
            service.update_set_template(
                work, set_template_id, SetTemplateChanges(name="Cards", steps=30), by=ada
            ).version
            == 1
        )
        assert service.update_set_template(work, set_template_id, SetTemplateChanges(), by=ada).version == 1
        assert work.session.scalar(sa.select(sa.func.count()).select_from(SetTemplateVersionRow)) == 1


def test_earlier_versions_never_change(open_work: OpenWork, make: Callable[..., UUID], ada: Actor) -> None:
    set_template_id = make()
    other = from_rows([{"prompt": "a fox"}])
    with open_work() as work:
        first = service.get_set_template(work, set_template_id, by=ada)
        replaced = service.replace_set_template_rows(work, set_template_id, other, by=ada, if_match='"1"')
        work.commit()
    assert (replaced.version, replaced.table) == (2, other)
    with open_work(write=False) as work:
        now = service.get_set_template(work, set_template_id, by=ada)
        assert (now.version, now.columns, now.row_count) == (2, ("prompt",), 1)
        assert service.get_set_template_rows(work, set_template_id, by=ada) == replaced
        assert service.read_rows(work, first).table == CARDS
        entries = work.session.execute(
            sa.select(SetTemplateEntryRow.version, sa.func.count()).group_by(SetTemplateEntryRow.version)
        )
        assert dict(entries.all()) == {1: 2, 2: 1}


def test_all_rows_may_be_removed(open_work: OpenWork, make: Callable[..., UUID], ada: Actor) -> None:
    set_template_id = make()
    with open_work() as work:
        service.replace_set_template_rows(work, set_template_id, Table(), by=ada)
        assert service.get_set_template(work, set_template_id, by=ada).row_count == 0
        assert service.update_set_template(work, set_template_id, SetTemplateChanges(name="x"), by=ada).version == 3
        assert service.get_set_template_rows(work, set_template_id, by=ada).table == Table()


@pytest.mark.parametrize("verb", ["update", "replace_rows", "archive"])
def test_if_match_prevents_overwriting_a_concurrent_change(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor, verb: str
) -> None:
    set_template_id = make()
    with open_work() as work:
        service.update_set_template(work, set_template_id, SetTemplateChanges(name="x"), by=ada)
        with pytest.raises(PreconditionFailed, match='"2"'):
            change(work, verb, set_template_id, by=ada, if_match='"1"')
        change(work, verb, set_template_id, by=ada, if_match='"2"')


def change(work: UnitOfWork, verb: str, set_template_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    if verb == "update":
        service.update_set_template(work, set_template_id, SetTemplateChanges(steps=77), by=by, if_match=if_match)
    elif verb == "replace_rows":
        service.replace_set_template_rows(work, set_template_id, CARDS, by=by, if_match=if_match)
    else:
        service.archive_set_template(work, set_template_id, by=by, if_match=if_match)


VISIBLE = [
    ("private", "ada", True),
    ("private", "another editor", False),
    ("private", "viewer", False),
    ("private", "admin", True),
    ("shared", "another editor", True),
    ("shared", "viewer", True),
    ("public", "viewer", True),
]


@pytest.mark.parametrize(("visibility", "who", "visible"), VISIBLE, ids=[f"{v} {w}" for v, w, _ in VISIBLE])
def test_a_set_template_is_visible_to_those_who_may_see_it(
    open_work: OpenWork,
    make: Callable[..., UUID],
    make_user: MakeUser,
    ada: Actor,
    visibility: str,
    who: str,
    visible: bool,
) -> None:
    set_template_id = make(visibility=visibility)
    roles = {"another editor": "editor", "viewer": "viewer", "admin": "admin"}
    by = ada if who == "ada" else make_user(role=roles[who])
    with open_work() as work:
        listed = [item.id for item in service.list_set_templates(work, SetTemplateFilter(), PageRequest(), by=by).items]
        assert listed == ([set_template_id] if visible else [])
        if visible:
            assert service.get_set_template(work, set_template_id, by=by).visibility == visibility
            assert service.get_set_template_rows(work, set_template_id, by=by).table == CARDS
            return
        for refused in (
            service.get_set_template,
            partial(service.get_set_template, include_archived=True),
            service.get_set_template_rows,
            service.get_runnable_set_template,
        ):
            with pytest.raises(NotFound):
                refused(work, set_template_id, by=by)
        for verb in ("update", "replace_rows", "archive"):
            with pytest.raises(NotFound if by.role == "editor" else Forbidden):
                change(work, verb, set_template_id, by=by)


def test_any_editor_may_change_a_shared_set_template_but_neither_show_nor_archive_it(
    open_work: OpenWork, make: Callable[..., UUID], make_user: MakeUser
) -> None:
    set_template_id, bob = make(), make_user("bob")
    with open_work() as work:
        for verb in ("update", "replace_rows"):
            change(work, verb, set_template_id, by=bob)
        with pytest.raises(Forbidden):
            service.update_set_template(work, set_template_id, SetTemplateChanges(visibility="private"), by=bob)
        with pytest.raises(Forbidden):
            service.archive_set_template(work, set_template_id, by=bob)
        hidden = service.update_set_template(work, set_template_id, SetTemplateChanges(visibility="private"), by=SYSTEM)
        assert (hidden.version, hidden.visibility) == (4, "private")


def test_an_archived_set_template_is_restored_as_it_was_by_its_owner(
    open_work: OpenWork, make: Callable[..., UUID], make_user: MakeUser, ada: Actor
) -> None:
    set_template_id, bob = make(), make_user("bob")
    with open_work() as work:
        before = service.get_set_template(work, set_template_id, by=ada)
        service.archive_set_template(work, set_template_id, by=ada)
        with pytest.raises(Forbidden):
            service.restore_set_template(work, set_template_id, by=bob)
        restored = service.restore_set_template(work, set_template_id, by=ada)
        assert replace(restored, updated_at=before.updated_at) == before
        assert service.restore_set_template(work, set_template_id, by=ada) == restored
        assert service.get_runnable_set_template(work, set_template_id, by=bob)[0] == restored


def test_an_archived_set_template_can_only_be_listed(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor
) -> None:
    archived, other = make(), make(name="Kept")
    with open_work() as work:
        service.archive_set_template(work, archived, by=ada)
        present = service.list_set_templates(work, SetTemplateFilter(), PageRequest(), by=ada).items
        assert [template.id for template in present] == [other]
        (listed,) = service.list_set_templates(work, SetTemplateFilter(archived=True), PageRequest(), by=ada).items
        assert listed.id == archived
        assert listed.archived_at is not None
        assert service.get_set_template(work, archived, by=ada, include_archived=True) == listed
        with pytest.raises(Conflict) as refusal:
            service.get_runnable_set_template(work, archived, by=ada)
        assert refusal.value.code == "set_template_archived"
        for verb in ("update", "replace_rows", "archive"):
            with pytest.raises(NotFound):
                change(work, verb, archived, by=ada)
        with pytest.raises(NotFound):
            service.get_set_template(work, archived, by=ada)


def test_an_unknown_set_template_is_not_found(open_work: OpenWork, ada: Actor) -> None:
    with open_work() as work, pytest.raises(NotFound):
        service.get_set_template(work, new_id(), by=ada)


def test_pages_run_from_newest_to_oldest_without_gaps(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor
) -> None:
    set_template_ids = [make(name=f"Set {n}") for n in range(5)]
    listed: list[UUID] = []
    after = None
    with open_work(write=False) as work:
        for size in (2, 2, 1):
            page = service.list_set_templates(work, SetTemplateFilter(), PageRequest(2, after), by=ada)
            assert len(page.items) == size
            listed += [item.id for item in page.items]
            after = page.next_after
    assert after is None
    assert listed == set_template_ids[::-1]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, ["Zodiac signs", "Playing cards", "100% tarot"]),
        ({"q": "CARDS"}, ["Playing cards", "100% tarot"]),
        ({"q": "cards trumps"}, ["100% tarot"]),
        ({"q": "%"}, ["100% tarot"]),
        ({"q": "_"}, []),
        ({"visibility": ["public"]}, ["Zodiac signs"]),
        ({"visibility": ["public", "private"]}, ["Zodiac signs", "100% tarot"]),
        ({"visibility": []}, ["Zodiac signs", "Playing cards", "100% tarot"]),
        ({"archived": True}, []),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_lists_are_filtered(
    open_work: OpenWork, make: Callable[..., UUID], ada: Actor, filters: dict[str, object], names: list[str]
) -> None:
    make(name="100% tarot", description="Trumps, as cards", visibility="private")
    make(name="Playing cards")
    make(name="Zodiac signs", visibility="public")
    with open_work(write=False) as work:
        page = service.list_set_templates(work, SetTemplateFilter(**filters), PageRequest(), by=ada)  # type: ignore[arg-type]
    assert [item.name for item in page.items] == names


def test_concurrent_updates_create_one_version_each(open_work: OpenWork, make: Callable[..., UUID], ada: Actor) -> None:
    set_template_id, together = make(), Barrier(4)

    def rename(name: str) -> int:
        together.wait()
        with open_work() as work:
            changed = service.update_set_template(work, set_template_id, SetTemplateChanges(name=name), by=ada)
            work.commit()
        return changed.version

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(rename, "abcd")) == [2, 3, 4, 5]
    with open_work(write=False) as work:
        assert service.get_set_template_rows(work, set_template_id, by=ada).table == CARDS


@pytest.mark.parametrize("named", ["slug", "name", "id"])
def test_a_set_template_is_found_by_id_slug_or_name(open_work: OpenWork, ada: Actor, named: str) -> None:
    with open_work() as work:
        template = service.create_set_template(work, NewSetTemplate(name="Cards"), CARDS, by=ada, slug="cards-52")
        names = {"slug": "cards-52", "name": "Cards", "id": str(template.id)}
        assert service.get_set_template_by_id_or_name(work, names[named], by=ada) == template
        for other in ("cards", "", "Card", str(new_id())):
            with pytest.raises(NotFound):
                service.get_set_template_by_id_or_name(work, other, by=ada)
        with pytest.raises(Unauthenticated):
            service.get_set_template_by_id_or_name(work, names[named], by=ANYONE)
        service.archive_set_template(work, template.id, by=ada)
        with pytest.raises(NotFound):
            service.get_set_template_by_id_or_name(work, names[named], by=ada)
