"""Which images are in an album, in which order, and in which pages."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumFilter
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, Unprocessable
from platemark.ids import cursor_for, id_from_cursor, new_id
from platemark.images import service as images
from platemark.images.views import ImageFilter
from platemark.paging import Page, PageRequest

OpenWork = Callable[..., UnitOfWork]
ALL = PageRequest(limit=200)


@pytest.fixture
def owner(make_user: Callable[..., Actor]) -> Actor:
    return make_user("olga", "editor")


def order(work: UnitOfWork, album_id: UUID, by: Actor) -> list[UUID]:
    return [member.image.id for member in albums.list_album_images(work, album_id, ALL, by=by).items]


def test_images_are_added_in_the_given_order_and_only_once(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    a, b, c = factory.images(owner, 3)
    album_id = factory.album(owner, images=[b])
    with open_work() as work:
        first = albums.add_album_images(work, album_id, [c, b, a], by=owner)
        second = albums.add_album_images(work, album_id, [a, b, c], by=owner)
        work.commit()
    assert (first.added, first.already_present, first.image_count) == (2, 1, 3)
    assert (second.added, second.already_present, second.image_count) == (0, 3, 3)
    with open_work(write=False) as work:
        assert order(work, album_id, owner) == [b, c, a]
        assert albums.get_album(work, album_id, by=owner).album.version == 2


def test_every_missing_image_is_reported_and_none_is_added(
    open_work: OpenWork, factory: Any, owner: Actor, make_user: Callable[..., Actor]
) -> None:
    other = make_user("edda", "editor")
    good, hidden = factory.image(owner), factory.image(other, "private")
    trashed = factory.image(owner, deleted_at=open_work().now())
    album_id = factory.album(owner)
    with open_work() as work:
        with pytest.raises(NotFound) as refused:
            albums.add_album_images(work, album_id, [good, hidden, trashed, new_id()], by=owner)
        assert refused.value.code == "image_not_found"
        assert [finding.pointer for finding in refused.value.findings] == [
            "/image_ids/1",
            "/image_ids/2",
            "/image_ids/3",
        ]
        assert order(work, album_id, owner) == []


MOVES = [
    # moving, before, resulting order
    ("c", "a", "cabde"),
    ("a", None, "bcdea"),
    ("ea", "c", "beacd"),
    ("ae", "c", "baecd"),
    ("abc", None, "deabc"),
    ("edcba", None, "edcba"),
    ("b", "c", "abcde"),
    ("a", "b", "abcde"),
    ("bd", "e", "acbde"),
]


def test_moved_images_are_placed_together_in_the_given_order(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    image_ids = dict(zip("abcde", factory.images(owner, 5), strict=True))
    names = {id_: name for name, id_ in image_ids.items()}
    orders = []
    for moving, before, _ in MOVES:
        album_id = factory.album(owner, images=list(image_ids.values()))
        with open_work() as work:
            target = image_ids[before] if before else None
            albums.move_album_images(work, album_id, [image_ids[name] for name in moving], target, by=owner)
            orders.append((moving, before, "".join(names[id_] for id_ in order(work, album_id, owner))))
    assert orders == MOVES


def test_a_sequence_of_moves_gives_the_same_order_as_in_a_list(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    chance = random.Random(7)
    model = factory.images(owner, 12)
    album_id = factory.album(owner, images=model)
    with open_work() as work:
        for _ in range(40):
            moving = chance.sample(model, chance.randint(1, 5))
            rest = [id_ for id_ in model if id_ not in moving]
            before = chance.choice([None, *rest])
            at = len(rest) if before is None else rest.index(before)
            model = rest[:at] + moving + rest[at:]
            albums.move_album_images(work, album_id, moving, before, by=owner)
            assert order(work, album_id, owner) == model


def test_invalid_moves_are_refused(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    a, b = factory.images(owner, 2)
    outside = factory.image(owner)
    album_id = factory.album(owner, images=[a, b])
    with open_work() as work:
        with pytest.raises(Unprocessable) as itself:
            albums.move_album_images(work, album_id, [a, b], b, by=owner)
        with pytest.raises(NotFound) as not_a_member:
            albums.move_album_images(work, album_id, [outside, a], None, by=owner)
        with pytest.raises(NotFound) as target_not_a_member:
            albums.move_album_images(work, album_id, [a], outside, by=owner)
        assert order(work, album_id, owner) == [a, b]
    assert itself.value.code == "move_before_itself"
    assert [finding.pointer for finding in not_a_member.value.findings] == ["/image_ids/0"]
    assert [finding.pointer for finding in target_not_a_member.value.findings] == ["/before_image_id"]


def test_moving_keeps_images_that_the_caller_does_not_see(
    open_work: OpenWork, factory: Any, owner: Actor, make_user: Callable[..., Actor]
) -> None:
    a, b, c = factory.images(owner, 3)
    hidden = factory.image(owner, "private")
    album_id = factory.album(owner, images=[a, hidden, b, c])
    with open_work() as work:
        albums.move_album_images(work, album_id, [c], a, by=make_user("edda", "editor"))
        assert order(work, album_id, owner) == [c, a, hidden, b]


def test_removing_an_image_from_an_album_keeps_it_and_resets_the_cover(
    open_work: OpenWork, factory: Any, owner: Actor
) -> None:
    a, b = factory.images(owner, 2)
    album_id = factory.album(owner, images=[a, b], cover_image_id=b)
    with open_work() as work:
        albums.remove_album_image(work, album_id, b, by=owner)
        with pytest.raises(NotFound):
            albums.remove_album_image(work, album_id, b, by=owner)
        assert albums.get_album(work, album_id, by=owner).album.cover_image_id == a
        assert images.get_image(work, b, by=owner).albums == []


def test_jobs_that_finish_out_of_order_fill_an_album_in_order(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    image_ids = factory.images(owner, 6)
    album_id = factory.album(owner)
    with open_work() as work:
        for row in (4, 1, 0, 5, 3, 2):
            assert albums.append_images(work, album_id, [image_ids[row]], positions=[row]) == 1
        assert order(work, album_id, owner) == image_ids
        assert albums.get_album(work, album_id, by=owner).album.cover_image_id == image_ids[0]
        assert albums.append_images(work, album_id, [image_ids[2]], positions=[2]) == 0
        assert albums.get_album(work, album_id, by=owner).album.version == 7


def test_appending_to_a_deleted_album_does_nothing(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    image_id = factory.image(owner)
    with open_work() as work:
        assert albums.append_images(work, new_id(), [image_id]) == 0
        assert albums.append_images(work, None, [image_id]) == 0
        work.commit()
    with open_work(write=False) as work:
        assert images.get_image(work, image_id, by=owner).albums == []


def read_all_pages(read: Callable[[PageRequest], Page[Any]], limit: int, between: Callable[[], object]) -> list[Any]:
    """Read all items, page by page; calls ``between`` after each page and passes cursors in their encoded form."""
    items: list[Any] = []
    after = None
    while True:
        page = read(PageRequest(limit, id_from_cursor(after)))
        assert len(page.items) <= limit
        items += page.items
        if page.next_after is None:
            return items
        after = cursor_for(page.next_after)
        between()


@pytest.mark.parametrize("limit", [1, 3, 7, 8])
def test_pages_of_an_album_have_no_gaps_or_duplicates_while_images_are_added(
    open_work: OpenWork, factory: Any, owner: Actor, limit: int
) -> None:
    image_ids = factory.images(owner, 7)
    later = factory.images(owner, 7)
    album_id = factory.album(owner)
    with open_work() as work:
        albums.append_images(work, album_id, image_ids, positions=[0, 1, 1, 1, 2, 5, 5])
        work.commit()

    def read(page: PageRequest) -> Page[Any]:
        with open_work(write=False) as work:
            return albums.list_album_images(work, album_id, page, by=owner)

    def between() -> None:
        with open_work() as work:
            albums.add_album_images(work, album_id, [later.pop()] if later else image_ids[:1], by=owner)
            work.commit()

    listed = [member.image.id for member in read_all_pages(read, limit, between)]
    assert listed[:7] == image_ids
    assert len(listed) == len(set(listed))


def test_a_cursor_stays_valid_after_its_image_was_removed(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    a, b, c = factory.images(owner, 3)
    album_id = factory.album(owner, images=[a, b, c])
    with open_work() as work:
        first = albums.list_album_images(work, album_id, PageRequest(2), by=owner)
        albums.remove_album_image(work, album_id, b, by=owner)
        rest = albums.list_album_images(work, album_id, PageRequest(2, first.next_after), by=owner)
    assert [member.image.id for member in rest.items] == [c]


def test_a_made_up_cursor_is_treated_as_a_position(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    album_id = factory.album(owner, images=factory.images(owner, 2))
    with open_work(write=False) as work:
        for place, count in ((UUID(int=0), 2), (UUID(int=2**128 - 1), 0)):
            assert len(albums.list_album_images(work, album_id, PageRequest(5, place), by=owner).items) == count


def test_lists_have_no_gaps_or_duplicates_while_rows_are_added(open_work: OpenWork, factory: Any, owner: Actor) -> None:
    albums_made = [factory.album(owner, "private") for _ in range(5)]
    images_made = factory.images(owner, 5)

    def read_albums(page: PageRequest) -> Page[Any]:
        with open_work(write=False) as work:
            return albums.list_albums(work, AlbumFilter(), page, by=owner)

    def read_images(page: PageRequest) -> Page[Any]:
        with open_work(write=False) as work:
            return images.list_images(work, ImageFilter(), page, by=owner)

    seen_albums = [album.id for album in read_all_pages(read_albums, 2, lambda: factory.album(owner))]
    seen_images = [image.id for image in read_all_pages(read_images, 2, lambda: factory.image(owner))]
    assert seen_albums == albums_made[::-1]
    assert seen_images == images_made[::-1]
