"""Ratings and stars: each user has their own, of the images that they see, and nothing of an image depends on them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from benchmarks.statements import Recorder
from platemark import bulk_update
from platemark.access import Actor
from platemark.albums import service as albums
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageMarkRow, ImageRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, Unauthenticated, Unprocessable
from platemark.events import queries as events
from platemark.images import marks, trash_queries
from platemark.images import service as images
from platemark.images.views import BulkChanges, BulkUpdate, ImageFilter, Mark, MarkChanges
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory

People = dict[str, Actor]
NAMES = ("anyone", "viewer", "editor", "owner", "admin")


@dataclass
class Marking:
    """Marks images, each call in its own transaction, and reads what came of it."""

    database: Database
    people: People

    def mark(self, name: str, image_id: UUID, **changes: Any) -> Mark:
        with UnitOfWork(self.database, write=True) as work:
            mark = marks.mark_image(work, image_id, MarkChanges(**changes), by=self.people[name])
            work.commit()
        return mark

    def bulk(self, name: str, selected: Any, *, dry_run: bool = False, **changes: Any) -> BulkUpdate:
        with UnitOfWork(self.database, write=True) as work:
            done = bulk_update.bulk_update_images(
                work, selected, BulkChanges(**changes), dry_run=dry_run, by=self.people[name]
            )
            work.commit()
        return done

    def seen(self, name: str, image_id: UUID) -> Mark:
        """The mark that someone sees on an image: alone and in a list."""
        with UnitOfWork(self.database, write=False) as work:
            view = images.get_image(work, image_id, by=self.people[name]).image
            listed = images.list_images(work, ImageFilter(), PageRequest(), by=self.people[name]).items
        (same,) = [(it.rating, it.starred) for it in listed if it.id == image_id]
        assert same == (view.rating, view.starred)
        return Mark(view.rating, view.starred)

    def rows(self) -> list[tuple[UUID, UUID, int, bool]]:
        with UnitOfWork(self.database, write=False) as work:
            return [tuple(row) for row in work.connection.execute(select(ImageMarkRow.__table__))]

    def heard(self, name: str) -> list[tuple[str, UUID | None, Mark]]:
        """The kinds, the subjects and the marks of the events that someone sees."""
        with UnitOfWork(self.database, write=False) as work:
            seen = [it for it in events.list_after(work, 0) if it.is_visible_to(self.people[name])]
        return [(it.kind, it.subject_id, Mark(it.data["rating"], it.data["starred"])) for it in seen]


@pytest.fixture
def marking(database: Database, people: People) -> Marking:
    return Marking(database, people)


def test_each_user_has_a_mark_of_their_own(marking: Marking, factory: RowFactory) -> None:
    image_id, other = factory.images(marking.people["owner"], 2, "public")
    assert marking.mark("viewer", image_id, rating=4) == Mark(4, False)
    assert marking.mark("viewer", image_id, starred=True) == Mark(4, True), "what is not given stays"
    assert marking.mark("owner", image_id, rating=1, starred=False) == Mark(1, False)
    seen = {name: marking.seen(name, image_id) for name in NAMES}
    assert seen == dict.fromkeys(NAMES, Mark()) | {"viewer": Mark(4, True), "owner": Mark(1, False)}
    assert {marking.seen(name, other) for name in NAMES} == {Mark()}


@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
@pytest.mark.parametrize("name", NAMES)
def test_who_sees_an_image_marks_it(marking: Marking, factory: RowFactory, name: str, visibility: str) -> None:
    image_id = factory.image(marking.people["owner"], visibility)
    if name == "anyone":
        with pytest.raises(Unauthenticated):
            marking.mark(name, image_id, starred=True)
    elif visibility == "private" and name in ("viewer", "editor"):
        with pytest.raises(NotFound):
            marking.mark(name, image_id, starred=True)
    else:
        assert marking.mark(name, image_id, starred=True) == marking.seen(name, image_id) == Mark(0, True)
        assert marking.rows() == [(image_id, marking.people[name].user_id, 0, True)]
        return
    assert marking.rows() == []


def test_an_image_in_the_trash_is_not_marked_but_keeps_its_marks(marking: Marking, factory: RowFactory) -> None:
    image_id = factory.image(marking.people["owner"])
    marking.mark("owner", image_id, rating=5)
    with UnitOfWork(marking.database, write=True) as work:
        images.trash_image(work, image_id, by=marking.people["owner"])
        work.commit()
    with pytest.raises(NotFound):
        marking.mark("owner", image_id, rating=1)
    with UnitOfWork(marking.database, write=True) as work:
        (listed,) = images.list_images(work, ImageFilter(trashed=True), PageRequest(), by=marking.people["owner"]).items
        images.restore_image(work, image_id, by=marking.people["owner"])
        work.commit()
    assert (listed.rating, marking.seen("owner", image_id)) == (5, Mark(5, False))


def test_nothing_is_stored_of_an_image_without_rating_and_star(marking: Marking, factory: RowFactory) -> None:
    image_id = factory.image(marking.people["owner"])
    assert marking.mark("owner", image_id, rating=0, starred=False) == Mark()
    assert (marking.rows(), marking.heard("owner")) == ([], [])
    marking.mark("owner", image_id, rating=3, starred=True)
    assert marking.mark("owner", image_id, rating=0) == Mark(0, True)
    assert marking.mark("owner", image_id, starred=False) == Mark()
    assert marking.rows() == []


def test_only_the_one_who_marks_an_image_hears_of_it(marking: Marking, factory: RowFactory) -> None:
    image_id = factory.image(marking.people["owner"])
    marking.mark("viewer", image_id, rating=2)
    marking.mark("viewer", image_id, rating=2)
    marking.mark("viewer", image_id, rating=0)
    expected = [("image.marked", image_id, Mark(2, False)), ("image.marked", image_id, Mark())]
    assert {name: marking.heard(name) for name in NAMES} == {**{name: [] for name in NAMES}, "viewer": expected}
    with UnitOfWork(marking.database, write=True) as work:
        work.session.get_one(ImageRow, image_id).visibility = "private"
        work.session.flush()
        work.commit()
    assert marking.heard("viewer") == [], "of what one does not see any more one hears nothing"


def test_a_mark_changes_nothing_of_the_image(marking: Marking, factory: RowFactory) -> None:
    image_id = factory.image(marking.people["owner"])

    def stored() -> Any:
        with UnitOfWork(marking.database, write=False) as work:
            return work.connection.execute(select(ImageRow.__table__)).one()

    before = stored()
    marking.mark("editor", image_id, rating=2)
    marking.bulk("editor", [image_id], starred=True)
    assert stored() == before


def test_marks_go_with_their_image_and_their_user(marking: Marking, factory: RowFactory) -> None:
    kept, purged = factory.images(marking.people["owner"], 2)
    for name in ("owner", "viewer", "editor"):
        marking.bulk("owner", [kept, purged], rating=1)
        marking.mark(name, kept, rating=1)
        marking.mark(name, purged, starred=True)
    with UnitOfWork(marking.database, write=True) as work:
        trash_queries.delete_images(work, [purged])
        work.connection.execute(delete(EventRow))
        work.connection.execute(delete(UserRow).where(UserRow.id == marking.people["viewer"].user_id))
        work.commit()
    assert {(row[0], row[1]) for row in marking.rows()} == {
        (kept, marking.people[name].user_id) for name in ("owner", "editor")
    }


def test_an_album_shows_the_marks_of_the_caller(marking: Marking, factory: RowFactory) -> None:
    first, second = factory.images(marking.people["owner"], 2)
    album_id = factory.album(marking.people["owner"], images=[first, second])
    marking.mark("viewer", second, rating=5, starred=True)
    with UnitOfWork(marking.database, write=False) as work:
        pages = {
            name: albums.list_album_images(work, album_id, PageRequest(), by=marking.people[name]).items
            for name in ("viewer", "owner")
        }
        detail = albums.get_album(work, album_id, by=marking.people["viewer"]).images.items
    assert detail == pages["viewer"]
    assert {name: [(it.image.rating, it.image.starred) for it in page] for name, page in pages.items()} == {
        "viewer": [(0, False), (5, True)],
        "owner": [(0, False), (0, False)],
    }


def test_many_images_are_marked_at_once(marking: Marking, factory: RowFactory) -> None:
    ids = factory.images(marking.people["owner"], 3)
    marking.mark("editor", ids[0], rating=4, starred=True)
    marking.mark("editor", ids[1], rating=4)
    heard = marking.heard("editor")
    assert marking.bulk("editor", ids, dry_run=True, rating=4, starred=True) == BulkUpdate(True, 2, 1)
    assert (marking.heard("editor"), len(marking.rows())) == (heard, 2)
    assert marking.bulk("editor", ids, rating=4, starred=True) == BulkUpdate(False, 2, 1)
    assert {marking.seen("editor", it) for it in ids} == {Mark(4, True)}
    assert {marking.seen("owner", it) for it in ids} == {Mark()}
    assert marking.heard("editor")[2:] == [("image.marked", it, Mark(4, True)) for it in ids[1:]]
    assert marking.bulk("editor", ImageFilter(), rating=0) == BulkUpdate(False, 3, 0)
    assert {marking.seen("editor", it) for it in ids} == {Mark(0, True)}
    assert marking.bulk("editor", ids, starred=False) == BulkUpdate(False, 3, 0)
    assert marking.rows() == []


def test_marks_change_with_other_fields_and_not_in_the_trash(marking: Marking, factory: RowFactory) -> None:
    trashed = factory.image(marking.people["owner"], deleted_at=utc_now())
    with pytest.raises(Unprocessable) as refused:
        marking.bulk("owner", [trashed], starred=True)
    assert [it.code for it in refused.value.findings] == ["image_trashed"]
    assert marking.bulk("owner", [trashed], trashed=False, nsfw=True, rating=2) == BulkUpdate(False, 1, 0)
    assert marking.seen("owner", trashed) == Mark(2, False)
    with UnitOfWork(marking.database, write=False) as work:
        kinds = work.connection.scalars(select(EventRow.kind).order_by(EventRow.id)).all()
    assert kinds == ["image.marked", "image.added"]


def test_as_many_statements_mark_a_hundred_images_as_two(marking: Marking, factory: RowFactory) -> None:
    recorder = Recorder(marking.database)
    recorder.start()
    counts = []
    for number in (2, 100):
        ids = factory.images(marking.people["owner"], number)
        marking.mark("owner", ids[0], rating=1)
        with recorder.recording() as statements:
            marking.bulk("owner", ids, rating=5)
        counts.append(len(statements))
    recorder.stop()
    assert counts[0] == counts[1] > 0


def test_marks_at_the_same_time_lose_nothing(marking: Marking, factory: RowFactory) -> None:
    ids = factory.images(marking.people["owner"], 8)

    def change(number: int) -> None:
        if number % 3 == 0:
            marking.bulk("owner", ids if number % 2 else ids[::-1], starred=True)
        for image_id in ids if number % 2 else ids[::-1]:
            marking.mark("owner", image_id, **({"rating": 3} if number % 2 else {"starred": True}))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(change, range(12)))
    assert {marking.seen("owner", it) for it in ids} == {Mark(3, True)}
