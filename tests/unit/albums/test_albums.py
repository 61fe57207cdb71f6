"""Albums: they show only what the caller may see; who may change them, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from platemark.access import ANYONE, Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, AlbumFilter, NewAlbum
from platemark.db.engine import Database
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, PlatemarkError, PreconditionFailed
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import ImageFilter
from platemark.paging import PageRequest

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]
ALL = PageRequest(limit=200)

SEES = {
    # who:        private, shared, public
    "anyone": (False, False, True),
    "viewer": (False, True, True),
    "editor": (False, True, True),
    "owner": (True, True, True),
    "admin": (True, True, True),
}
VISIBILITIES = ("private", "shared", "public")
WHO_SEES_WHAT = [pytest.param(who, sees, id=who) for who, sees in SEES.items()]


def refusal(verb: Callable[[], object]) -> str | None:
    """The name of the error that ``verb`` raises; None if it succeeds."""
    try:
        verb()
    except PlatemarkError as error:
        return type(error).__name__
    return None


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_an_album_is_visible_to_those_who_may_see_it(
    open_work: OpenWork, factory: Any, people: People, who: str, sees: tuple[bool, ...]
) -> None:
    album_ids = [factory.album(people["owner"], visibility) for visibility in VISIBILITIES]
    by = people[who]
    with open_work(write=False) as work:
        listed = [album.id for album in albums.list_albums(work, AlbumFilter(), ALL, by=by).items]
        assert listed[::-1] == [album_id for album_id, visible in zip(album_ids, sees, strict=True) if visible]
        for album_id, visible in zip(album_ids, sees, strict=True):
            expected = None if visible else "NotFound"
            assert refusal(partial(albums.get_album, work, album_id, by=by)) == expected
            assert refusal(partial(albums.list_album_images, work, album_id, ALL, by=by)) == expected
            stats = "Unauthenticated" if who == "anyone" else expected
            assert refusal(partial(albums.get_album_label_stats, work, album_id, by=by)) == stats


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_only_editors_who_see_an_album_may_change_it(
    open_work: OpenWork, factory: Any, people: People, who: str, sees: tuple[bool, ...]
) -> None:
    inside, outside = factory.images(people["owner"], 2, "public")
    album_ids = [factory.album(people["owner"], visibility, [inside]) for visibility in VISIBILITIES]
    by = people[who]
    verbs: list[Callable[[UnitOfWork, UUID], object]] = [
        lambda work, id_: albums.update_album(work, id_, AlbumChanges(name="New"), by=by),
        lambda work, id_: albums.add_album_images(work, id_, [outside], by=by),
        lambda work, id_: albums.move_album_images(work, id_, [inside], None, by=by),
        lambda work, id_: albums.remove_album_image(work, id_, inside, by=by),
    ]
    with open_work() as work:
        for album_id, visible in zip(album_ids, sees, strict=True):
            expected = {"anyone": "Unauthenticated", "viewer": "Forbidden"}.get(who, None if visible else "NotFound")
            refusals = [refusal(partial(verb, work, album_id)) for verb in verbs]
            assert refusals == [expected] * len(verbs)


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_a_public_album_does_not_reveal_the_private_images_in_it(
    open_work: OpenWork, factory: Any, people: People, who: str, sees: tuple[bool, ...]
) -> None:
    image_ids = [factory.image(people["owner"], visibility) for visibility in VISIBILITIES]
    for image_id in image_ids:
        factory.label(image_id, "caption", f"a secret garden {image_id}")
    album_id = factory.album(people["owner"], "public", image_ids, cover_image_id=image_ids[0])
    by = people[who]
    visible = [image_id for image_id, is_visible in zip(image_ids, sees, strict=True) if is_visible]
    with open_work(write=False) as work:
        detail = albums.get_album(work, album_id, by=by)
        (listed,) = albums.list_albums(work, AlbumFilter(), ALL, by=by).items
        page = albums.list_album_images(work, album_id, ALL, by=by)
        stats = None if by is ANYONE else albums.get_album_label_stats(work, album_id, by=by)
        through_filter = images.list_images(work, ImageFilter(album_id=album_id), ALL, by=by).items
    assert [member.image.id for member in detail.images.items] == visible
    assert [member.image.id for member in page.items] == visible
    assert [image.id for image in through_filter] == visible[::-1]
    assert (detail.album.image_count, detail.album.cover_image_id) == (len(visible), visible[0])
    assert (listed.image_count, listed.cover_image_id) == (len(visible), visible[0])
    if stats is not None:
        assert (stats.image_count, stats.captioned_count, len(stats.top_labels)) == (len(visible),) * 3


def test_an_image_does_not_reveal_the_private_albums_that_contain_it(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    image_id = factory.image(people["owner"], "public")
    public = factory.album(people["owner"], "public", [image_id])
    private = factory.album(people["owner"], "private", [image_id])
    with open_work(write=False) as work:
        assert [album.id for album in images.get_image(work, image_id, by=people["owner"]).albums] == [private, public]
        assert [album.id for album in images.get_image(work, image_id, by=people["editor"]).albums] == [public]
        through_hidden = images.list_images(work, ImageFilter(album_id=private), ALL, by=people["editor"])
    assert through_hidden.items == []


COVERS: list[tuple[str, int | None, tuple[int, ...], int | None]] = [
    ("no choice: the first", None, (), 0),
    ("the chosen one", 2, (), 2),
    ("the chosen one is hidden: the first", 2, (2,), 0),
    ("the first visible one", 2, (0, 2), 1),
    ("nothing is visible", None, (0, 1, 2), None),
]


def test_the_cover_is_the_chosen_image_or_else_the_first_visible_one(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    for case, cover, hidden, expected in COVERS:
        image_ids = [
            factory.image(people["owner"], "private" if at in hidden else "public", width=at + 1, height=9 - at)
            for at in range(3)
        ]
        chosen = None if cover is None else image_ids[cover]
        album_id = factory.album(people["owner"], "public", image_ids, cover_image_id=chosen)
        with open_work(write=False) as work:
            album = albums.get_album(work, album_id, by=ANYONE).album
            listed = albums.list_albums(work, AlbumFilter(), ALL, by=ANYONE).items[0]
        assert listed == album
        shown = None if album.cover is None else (album.cover.image_id, album.cover.width, album.cover.height)
        if expected is None:
            assert (album.cover_image_id, shown) == (None, None), case
        else:
            assert (album.cover_image_id, shown) == (
                image_ids[expected],
                (image_ids[expected], expected + 1, 9 - expected),
            ), case


def test_an_image_in_the_trash_disappears_from_albums_and_keeps_its_position(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    owner = people["owner"]
    image_ids = factory.images(owner, 3, "public")
    album_id = factory.album(owner, "public", image_ids, cover_image_id=image_ids[1])
    with open_work() as work:
        images.trash_image(work, image_ids[1], by=owner)
        trashed = albums.get_album(work, album_id, by=owner)
        images.restore_image(work, image_ids[1], by=owner)
        restored = albums.get_album(work, album_id, by=owner)
    assert [member.image.id for member in trashed.images.items] == [image_ids[0], image_ids[2]]
    assert (trashed.album.image_count, trashed.album.cover_image_id) == (2, image_ids[0])
    assert [member.image.id for member in restored.images.items] == image_ids
    assert restored.album.cover_image_id == image_ids[1]


def test_only_editors_read_the_prompts_of_others(open_work: OpenWork, factory: Any, people: People) -> None:
    album_id = factory.album(people["owner"], "public", [factory.image(people["owner"], "public", prompt="a fox")])
    with open_work(write=False) as work:
        prompts = {
            who: albums.get_album(work, album_id, by=by).images.items[0].image.prompt for who, by in people.items()
        }
    assert prompts == {"anyone": None, "viewer": None, "editor": "a fox", "owner": "a fox", "admin": "a fox"}


def test_a_viewer_reads_their_own_prompts(open_work: OpenWork, factory: Any, people: People) -> None:
    own = factory.image(people["viewer"], "private", prompt="a fox")
    with open_work(write=False) as work:
        assert images.get_image(work, own, by=people["viewer"]).image.prompt == "a fox"


@pytest.mark.parametrize(
    ("who", "template_visibility", "name"),
    [
        ("anyone", "public", None),
        ("viewer", "shared", "Tarot"),
        ("viewer", "private", None),
        ("owner", "private", "Tarot"),
    ],
)
def test_an_album_shows_its_set_template_to_those_who_may_see_it(
    open_work: OpenWork, factory: Any, people: People, who: str, template_visibility: str, name: str | None
) -> None:
    template = SetTemplateRow(
        id=new_id(), name="Tarot", description="", visibility=template_visibility, version=3,
        created_by=people["owner"].user_id, created_at=(now := open_work().now()), updated_at=now,
    )  # fmt: skip
    with open_work() as work:
        work.session.add(template)
        work.commit()
    facts = {"set_template_id": template.id, "set_template_version": 2, "theme": "winter", "source": "set_run"}
    album_id = factory.album(people["owner"], "public", **facts)
    with open_work(write=False) as work:
        detail = albums.get_album(work, album_id, by=people[who])
    assert (detail.template and (detail.template.name, detail.template.version, detail.template.theme)) == (
        name and (name, 2, "winter")
    )
    assert detail.album.theme == (None if who == "anyone" else "winter")


FILTERS = [
    ("all, newest first", AlbumFilter(), ["50% Grey", "Under_score", "Café", "Arcana"]),
    ("case is ignored", AlbumFilter(q="ARC"), ["Arcana"]),
    ("a percent sign is literal", AlbumFilter(q="%"), ["50% Grey"]),
    ("an underscore is literal", AlbumFilter(q="_"), ["Under_score"]),
    ("the escape character is literal", AlbumFilter(q="/"), []),
    ("letters beyond ASCII", AlbumFilter(q="é"), ["Café"]),
    ("source", AlbumFilter(source=["import"]), ["Café"]),
    ("visibilities", AlbumFilter(visibility=["public", "private"]), ["Café", "Arcana"]),
    ("all filters must match", AlbumFilter(visibility=["public"], q="arc"), []),
]


def test_lists_are_filtered(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    factory.album(owner, "private", name="Arcana")
    factory.album(owner, "public", name="Café", source="import")
    factory.album(owner, "shared", name="Under_score")
    factory.album(owner, "shared", name="50% Grey")
    with open_work(write=False) as work:
        names = {
            case: [album.name for album in albums.list_albums(work, filters, ALL, by=owner).items]
            for case, filters, _ in FILTERS
        }
    assert names == {case: expected for case, _, expected in FILTERS}


def test_a_new_album_is_empty_and_owned_by_its_creator(open_work: OpenWork, people: People) -> None:
    with open_work() as work:
        created = albums.create_album(
            work, NewAlbum(name="../../etc", description="d", visibility="shared"), by=people["owner"]
        )
        work.commit()
    assert (created.album.name, created.album.description, created.album.visibility) == ("../../etc", "d", "shared")
    assert (created.album.created_by, created.album.image_count, created.images.items) == (
        people["owner"].user_id,
        0,
        [],
    )
    assert created.album.version == 1


def test_only_editors_create_albums(open_work: OpenWork, people: People) -> None:
    with open_work() as work:
        refusals = {
            who: refusal(partial(albums.create_album, work, NewAlbum(name="x"), by=by)) for who, by in people.items()
        }
    assert refusals == {
        "anyone": "Unauthenticated",
        "viewer": "Forbidden",
        "editor": None,
        "owner": None,
        "admin": None,
    }


def test_an_update_leaves_other_fields_alone_and_increments_the_version(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    image_id = factory.image(people["owner"], "public")
    album_id = factory.album(people["owner"], "public", [image_id], description="old")
    with open_work() as work:
        renamed = albums.update_album(work, album_id, AlbumChanges(name="New"), by=people["editor"], if_match='"1"')
        covered = albums.update_album(work, album_id, AlbumChanges(cover_image_id=image_id), by=people["editor"])
        cleared = albums.update_album(work, album_id, AlbumChanges(cover_image_id=None), by=people["editor"])
    assert (renamed.album.name, renamed.album.description, renamed.album.version) == ("New", "old", 2)
    assert (covered.album.name, covered.album.cover_image_id, cleared.album.version) == ("New", image_id, 4)


def test_if_match_prevents_overwriting_a_concurrent_change(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    album_id = factory.album(owner, "public")
    with open_work() as work:
        albums.update_album(work, album_id, AlbumChanges(name="Second"), by=owner)
        with pytest.raises(PreconditionFailed):
            albums.update_album(work, album_id, AlbumChanges(name="Third"), by=owner, if_match='"1"')
        with pytest.raises(PreconditionFailed):
            albums.delete_album(work, album_id, by=owner, if_match='"1"')
        assert albums.get_album(work, album_id, by=owner).album.name == "Second"


@pytest.mark.parametrize(("visibility", "to"), [("shared", "public"), ("shared", "private"), ("public", "shared")])
def test_only_its_owner_and_admins_say_who_sees_an_album_and_delete_it(
    open_work: OpenWork, factory: Any, people: People, visibility: str, to: str
) -> None:
    album_id = factory.album(people["owner"], visibility)
    for who in ("editor", "owner", "admin"):
        by, expected = people[who], "Forbidden" if who == "editor" else None
        with open_work() as work:
            show = partial(albums.update_album, work, album_id, AlbumChanges(name="New", visibility=to), by=by)
            assert refusal(show) == expected
        with open_work() as work:
            edit = partial(albums.update_album, work, album_id, AlbumChanges(name="x", visibility=visibility), by=by)
            assert refusal(edit) is None, "that is the visibility that it has already"
            assert refusal(partial(albums.delete_album, work, album_id, by=by)) == expected


def test_the_cover_must_be_a_visible_image_of_the_album(open_work: OpenWork, factory: Any, people: People) -> None:
    elsewhere, hidden = factory.image(people["owner"], "public"), factory.image(people["owner"], "private")
    album_id = factory.album(people["owner"], "public", [hidden])
    with open_work() as work:
        for cover in (elsewhere, hidden, new_id()):
            with pytest.raises(NotFound) as refused:
                albums.update_album(work, album_id, AlbumChanges(cover_image_id=cover), by=people["editor"])
            assert refused.value.code == "image_not_found"


def test_deleting_an_album_keeps_its_images(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    image_id = factory.image(owner)
    album_id = factory.album(owner, "shared", [image_id])
    with open_work() as work:
        albums.delete_album(work, album_id, by=owner, if_match='"1"')
        work.commit()
    with open_work(write=False) as work:
        assert images.get_image(work, image_id, by=owner).albums == []
        assert refusal(lambda: albums.get_album(work, album_id, by=owner)) == "NotFound"


def test_label_stats_state_what_is_missing_for_training(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    image_ids = factory.images(owner, 5)
    album_id = factory.album(owner, "shared", image_ids[:4])
    for image_id in image_ids[:3]:
        factory.label(image_id, "caption", "a fox")
        factory.label(image_id, "tag", "fox")
    factory.label(image_ids[0], "tag", "snow")
    with open_work() as work:
        before = albums.get_album_label_stats(work, album_id, by=people["viewer"])
        albums.add_album_images(work, album_id, [image_ids[4]], by=owner)
        work.commit()
    factory.label(image_ids[3], "caption", "snow")
    factory.label(image_ids[4], "caption", "snow")
    with open_work(write=False) as work:
        after = albums.get_album_label_stats(work, album_id, by=people["viewer"])
    assert (before.image_count, before.captioned_count, before.tagged_count, before.coverage) == (4, 3, 3, 0.75)
    assert [(label.text, label.kind, label.image_count) for label in before.top_labels] == [
        ("a fox", "caption", 3), ("fox", "tag", 3), ("snow", "tag", 1),
    ]  # fmt: skip
    assert (before.ready, len(before.reasons)) == (False, 2)
    assert (after.ready, after.reasons, after.coverage) == (True, [], 1.0)


def test_an_empty_album_is_not_ready_and_has_a_coverage_of_zero(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    album_id = factory.album(people["owner"])
    with open_work(write=False) as work:
        stats = albums.get_album_label_stats(work, album_id, by=people["owner"])
    assert (stats.image_count, stats.coverage, stats.ready, stats.top_labels) == (0, 0.0, False, [])


@pytest.fixture
def statements(database: Database) -> Iterator[list[str]]:
    """The SQL statements that are executed from now on, without BEGIN."""
    recorded: list[str] = []

    def record(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            recorded.append(statement)

    event.listen(database.engine, "before_cursor_execute", record)
    yield recorded
    event.remove(database.engine, "before_cursor_execute", record)


@pytest.mark.parametrize(
    ("read", "most"),
    [
        pytest.param(lambda work, id_, by: albums.get_album(work, id_, by=by), 3, id="getAlbum"),
        pytest.param(lambda work, _, by: albums.list_albums(work, AlbumFilter(), ALL, by=by), 2, id="listAlbums"),
        pytest.param(lambda work, id_, by: albums.list_album_images(work, id_, ALL, by=by), 2, id="listAlbumImages"),
        pytest.param(lambda work, _, by: images.list_images(work, ImageFilter(), ALL, by=by), 1, id="listImages"),
    ],
)
def test_a_page_takes_a_fixed_number_of_statements(
    open_work: OpenWork, factory: Any, people: People, statements: list[str],
    read: Callable[[UnitOfWork, UUID, Actor], object], most: int,
) -> None:  # fmt: skip
    album_ids = [factory.album(people["owner"], "public", factory.images(people["owner"], 3)) for _ in range(4)]
    del statements[:]
    with open_work(write=False) as work:
        read(work, album_ids[0], people["viewer"])
    assert 0 < len(statements) <= most
