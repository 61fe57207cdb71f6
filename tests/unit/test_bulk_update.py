"""Many images are changed at once: all or none, by the rules and with the events of the single operations."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from benchmarks.statements import Recorder
from platemark import bulk_update
from platemark.access import SYSTEM, Actor
from platemark.albums import service as albums
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageRow, ImageTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, NotFound, Unauthenticated, Unprocessable
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import BulkChanges, BulkUpdate, ImageChanges, ImageFilter, LabelContent
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory
from tests.unit.kept_counts.driver import differences

People = dict[str, Actor]
NOW = utc_now()
FOX, SNOW = LabelContent("tag", "Fox"), LabelContent("caption", "a fox in the snow")


@dataclass
class Bulk:
    """Calls the operation, each call in its own transaction, and reads what came of it."""

    database: Database
    people: People

    def change(self, selected: Any, name: str = "owner", *, dry_run: bool = False, **changes: Any) -> BulkUpdate:
        with UnitOfWork(self.database, write=True) as work:
            done = bulk_update.bulk_update_images(
                work, selected, BulkChanges(**changes), dry_run=dry_run, by=self.people[name]
            )
            work.commit()
        return done

    def refuse(self, selected: Any, name: str = "owner", **changes: Any) -> list[tuple[str, str]]:
        """Pointer and code of each finding of a request that is refused, and that changes nothing."""
        before = self.snapshot()
        with pytest.raises(Unprocessable) as refused:
            self.change(selected, name, **changes)
        assert self.snapshot() == before
        assert refused.value.code == "images_not_changeable"
        return [(it.pointer, it.code) for it in refused.value.findings]

    def snapshot(self) -> list[Any]:
        with UnitOfWork(self.database, write=False) as work:
            rows = work.connection.execute(select(ImageRow.__table__).order_by(ImageRow.id)).all()
            return [*rows, work.connection.scalar(select(func.count()).select_from(EventRow))]

    def row(self, image_id: UUID) -> Any:
        with UnitOfWork(self.database, write=False) as work:
            return work.connection.execute(select(ImageRow.__table__).where(ImageRow.id == image_id)).one()

    def labels(self, image_id: UUID) -> set[LabelContent]:
        with UnitOfWork(self.database, write=False) as work:
            return {LabelContent(it.kind, it.text) for it in images.get_image(work, image_id, by=SYSTEM).labels}

    def in_album(self, album_id: UUID) -> list[UUID]:
        with UnitOfWork(self.database, write=False) as work:
            page = albums.list_album_images(work, album_id, PageRequest(), by=SYSTEM)
            return [it.image.id for it in page.items]

    def found(self, q: str) -> set[UUID]:
        with UnitOfWork(self.database, write=False) as work:
            return {it.id for it in images.list_images(work, ImageFilter(q=q), PageRequest(), by=SYSTEM).items}

    def events(self) -> list[tuple[str, UUID | None, str]]:
        """Kind, subject and visibility of all events."""
        with UnitOfWork(self.database, write=False) as work:
            rows = work.connection.execute(
                select(EventRow.kind, EventRow.subject_id, EventRow.data).order_by(EventRow.id)
            )
            return [(row.kind, row.subject_id, row.data["visibility"]) for row in rows]


@pytest.fixture
def bulk(database: Database, people: People) -> Bulk:
    return Bulk(database, people)


def test_fields_change_and_what_was_so_already_stays(bulk: Bulk, factory: RowFactory) -> None:
    owner = bulk.people["owner"]
    differ = [factory.image(owner, "private"), factory.image(owner, "shared", nsfw=True)]
    same, other = factory.image(owner, "public", nsfw=True), factory.image(owner, "private")
    before = bulk.row(same)
    planned = bulk.change([*differ, same], dry_run=True, visibility="public", nsfw=True)
    assert (planned, bulk.events()) == (BulkUpdate(True, 2, 1), [])
    assert bulk.change([*differ, same], visibility="public", nsfw=True) == BulkUpdate(False, 2, 1)
    rows = [bulk.row(it) for it in differ]
    assert [(row.visibility, row.nsfw, row.version) for row in rows] == [("public", True, 2)] * 2
    assert all(row.updated_at > row.created_at for row in rows)
    assert bulk.row(same) == before
    assert bulk.row(other).visibility == "private"
    assert bulk.events() == [("image.changed", image_id, "public") for image_id in differ]
    assert bulk.change([*differ, same], visibility="public", nsfw=True) == BulkUpdate(False, 0, 3)


def test_images_go_to_the_trash_and_come_back(bulk: Bulk, factory: RowFactory) -> None:
    ids = factory.images(bulk.people["owner"], 3)
    album_id = factory.album(bulk.people["owner"], images=ids)
    trashed = factory.image(bulk.people["owner"], deleted_at=NOW)
    assert bulk.change([*ids[:2], trashed], trashed=True) == BulkUpdate(False, 2, 1)
    assert bulk.in_album(album_id) == ids[2:]
    assert bulk.row(trashed).deleted_at == NOW
    assert bulk.change(ImageFilter(trashed=True), trashed=False) == BulkUpdate(False, 3, 0)
    assert bulk.in_album(album_id) == ids
    assert bulk.change(ids, trashed=False) == BulkUpdate(False, 0, 3)
    kinds = [(kind, image_id) for kind, image_id, _ in bulk.events()]
    assert kinds[:2] == [("image.removed", image_id) for image_id in ids[:2]]
    assert sorted(kinds[2:], key=str) == sorted((("image.added", it) for it in (*ids[:2], trashed)), key=str)


def test_labels_are_added_where_they_lack_and_removed_where_they_are(bulk: Bulk, factory: RowFactory) -> None:
    first, second, third = factory.images(bulk.people["owner"], 3)
    factory.label(first, "tag", "FOX", source="engine", engine="eye")
    factory.label(second, "caption", "fox")
    factory.label(second, "tag", "hound")
    hound = LabelContent("tag", "Hound")
    changes: dict[str, Any] = {"add_labels": (FOX, SNOW), "remove_labels": (hound,)}
    assert bulk.change([first, second, third], dry_run=True, **changes) == BulkUpdate(True, 3, 0)
    assert bulk.change([first, second, third], "editor", **changes) == BulkUpdate(False, 3, 0)
    assert bulk.labels(first) == {LabelContent("tag", "FOX"), SNOW}
    assert bulk.labels(second) == {LabelContent("caption", "fox"), FOX, SNOW}
    assert bulk.labels(third) == {FOX, SNOW}
    assert (bulk.found("hound"), bulk.found("in the snow")) == (set(), {first, second, third})
    assert bulk.events() == [("image.changed", image_id, "shared") for image_id in (second, first, third)]
    assert bulk.change([first, second, third], **changes) == BulkUpdate(False, 0, 3)
    with UnitOfWork(bulk.database, write=False) as work:
        (label,) = [it for it in images.get_image(work, third, by=SYSTEM).labels if it.kind == "tag"]
    assert (label.source, label.created_by) == ("manual", bulk.people["editor"].user_id)
    assert bulk.change([first], remove_labels=(FOX,), add_labels=(FOX,)) == BulkUpdate(False, 1, 0)
    assert bulk.labels(first) == {FOX, SNOW}, "removed first, as it was written; then added"


def test_labels_find_an_image_that_had_no_text_to_search(bulk: Bulk, factory: RowFactory) -> None:
    image_id = factory.image(bulk.people["owner"])
    with UnitOfWork(bulk.database, write=True) as work:
        work.session.delete(work.session.get_one(ImageTextRow, image_id))
        work.session.flush()
        work.commit()
    bulk.change([image_id], add_labels=(FOX,))
    assert bulk.found("fox") == {image_id}


def test_images_move_from_one_album_to_another(bulk: Bulk, factory: RowFactory) -> None:
    first, second, third = factory.images(bulk.people["owner"], 3)
    old = factory.album(bulk.people["owner"], images=[first, second], cover_image_id=first)
    new = factory.album(bulk.people["owner"], images=[third])
    changes: dict[str, Any] = {"remove_from_album": old, "add_to_album": new}
    assert bulk.change([third, second, first], dry_run=True, **changes) == BulkUpdate(True, 2, 1)
    assert bulk.change([third, second, first], "editor", **changes) == BulkUpdate(False, 2, 1)
    assert (bulk.in_album(old), bulk.in_album(new)) == ([], [third, second, first])
    assert [(kind, it) for kind, it, _ in bulk.events()] == [("album.changed", old), ("album.changed", new)]
    with UnitOfWork(bulk.database, write=False) as work:
        assert albums.get_album(work, old, by=SYSTEM).album.cover_image_id is None
    assert bulk.change([third], remove_from_album=new, add_to_album=new) == BulkUpdate(False, 1, 0)
    assert bulk.in_album(new) == [second, first, third]


def test_all_kinds_of_changes_are_made_together(bulk: Bulk, factory: RowFactory) -> None:
    owner = bulk.people["owner"]
    ids = [factory.image(owner, "private", deleted_at=NOW), factory.image(owner, "private")]
    album_id = factory.album(owner)
    done = bulk.change(ids, trashed=False, visibility="public", add_labels=(FOX,), add_to_album=album_id)
    assert (done, bulk.in_album(album_id), bulk.found("fox")) == (BulkUpdate(False, 2, 0), ids, set(ids))
    assert sorted(bulk.events(), key=str) == sorted(
        [("album.changed", album_id, "shared"), ("image.added", ids[0], "public"), ("image.changed", ids[1], "public")],
        key=str,
    )
    assert differences(bulk.database) == []


def test_nothing_changes_if_any_image_cannot(bulk: Bulk, factory: RowFactory) -> None:
    owner, other = bulk.people["owner"], bulk.people["editor"]
    own, trashed, missing = factory.image(owner), factory.image(owner, deleted_at=NOW), new_id()
    shared, private = factory.image(other, nsfw=True), factory.image(other, "private")
    ids = [own, missing, trashed, shared, private]
    absent, in_trash, foreign = ("image_not_found", "image_trashed", "not_the_owner")
    assert bulk.refuse(ids, nsfw=True) == [("/ids/1", absent), ("/ids/2", in_trash), ("/ids/4", absent)]
    assert bulk.refuse([own, shared], trashed=True) == [("/ids/1", foreign)]
    assert bulk.refuse([own, shared], visibility="public") == [("/ids/1", foreign)]
    assert bulk.refuse([trashed, own], trashed=True, nsfw=True) == [("/ids/0", in_trash)]
    assert bulk.refuse([trashed], "editor", trashed=False) == [("/ids/0", absent)], "the trash is its owner's"
    assert bulk.refuse(ImageFilter(nsfw=True), visibility="private") == [("/filter", foreign)]
    assert bulk.change([shared], visibility="shared", nsfw=False) == BulkUpdate(False, 1, 0), "as it was seen already"
    assert bulk.change([own, shared, private], "admin", visibility="public") == BulkUpdate(False, 3, 0)
    assert bulk.change([trashed], "admin", trashed=False) == BulkUpdate(False, 1, 0)


def test_an_album_that_the_caller_does_not_see_is_not_found(bulk: Bulk, factory: RowFactory) -> None:
    image_id, hidden = factory.image(bulk.people["owner"]), factory.album(bulk.people["editor"], "private")
    refusals: list[dict[str, Any]] = [
        {"add_to_album": hidden},
        {"remove_from_album": hidden},
        {"add_to_album": new_id()},
    ]
    for change in refusals:
        with pytest.raises(NotFound) as refused:
            bulk.change([image_id], nsfw=True, **change)
        assert refused.value.code == "album_not_found"
    assert bulk.row(image_id).nsfw is False


@pytest.mark.parametrize(("name", "error"), [("viewer", Forbidden), ("anyone", Unauthenticated)])
def test_images_are_changed_by_editors(bulk: Bulk, factory: RowFactory, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        bulk.change([factory.image(bulk.people["owner"], "public")], name, nsfw=True)


def test_a_filter_selects_what_it_lists_in_its_order(bulk: Bulk, factory: RowFactory) -> None:
    owner = bulk.people["owner"]
    ids = factory.images(owner, 3, title="A fox")
    factory.images(owner, 2, title="A hound")
    album_id = factory.album(owner)
    assert bulk.change(ImageFilter(q="fox"), add_to_album=album_id) == BulkUpdate(False, 3, 0)
    assert bulk.in_album(album_id) == ids[::-1]
    assert bulk.change(ImageFilter(q="cat"), nsfw=True, add_labels=(FOX,)) == BulkUpdate(False, 0, 0)
    assert bulk.change(ImageFilter(album_id=album_id), nsfw=True) == BulkUpdate(False, 3, 0)


def test_more_images_than_a_request_changes_are_refused(
    bulk: Bulk, factory: RowFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_update, "MAX_IMAGES", 2)
    factory.images(bulk.people["owner"], 2)
    assert bulk.change(ImageFilter(), nsfw=True).changed_count == 2
    factory.image(bulk.people["owner"])
    with pytest.raises(Unprocessable) as refused:
        bulk.change(ImageFilter(), nsfw=False)
    assert refused.value.code == "too_many_images"
    with pytest.raises(Unprocessable) as neither:
        bulk.change(None, nsfw=False)
    assert [it.pointer for it in neither.value.findings] == ["/ids", "/filter"]


def test_as_many_statements_change_a_hundred_images_as_two(bulk: Bulk, factory: RowFactory) -> None:
    recorder = Recorder(bulk.database)
    recorder.start()
    counts = []
    for number in (2, 100):
        ids = factory.images(bulk.people["owner"], number, "private")
        old, new = factory.album(bulk.people["owner"], images=ids), factory.album(bulk.people["owner"])
        for image_id in ids[:2]:
            factory.label(image_id, "tag", "hound")
        with recorder.recording() as statements:
            bulk.change(
                ids, visibility="public", nsfw=True, add_labels=(FOX, SNOW), remove_from_album=old, add_to_album=new,
                remove_labels=(LabelContent("tag", "hound"),),
            )  # fmt: skip
        counts.append(len(statements))
    recorder.stop()
    assert counts[0] == counts[1] > 0


def test_changes_at_the_same_time_wait_for_each_other(bulk: Bulk, factory: RowFactory) -> None:
    ids = factory.images(bulk.people["owner"], 20)
    old, new = factory.album(bulk.people["owner"], images=ids), factory.album(bulk.people["owner"])

    def change(number: int) -> BulkUpdate | None:
        order = ids if number % 2 else ids[::-1]
        if number % 3:
            albums_of: dict[str, Any] = (
                {"remove_from_album": old, "add_to_album": new} if number % 2 else {"add_to_album": old}
            )
            return bulk.change(order, add_labels=(FOX,), nsfw=bool(number % 2), **albums_of)
        with UnitOfWork(bulk.database, write=True) as work:
            for image_id in ids[:5]:
                images.update_image(work, image_id, ImageChanges(title=f"No. {number}"), by=bulk.people["owner"])
            work.commit()
        return None

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(change, range(12)))
    assert all(bulk.labels(image_id) == {FOX} for image_id in ids)
    assert differences(bulk.database) == []
