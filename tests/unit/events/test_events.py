"""Recording, reading and following events, without HTTP."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import literal, select, text, update

from handlers.wire import events as wire
from platemark.access import ANYONE, SYSTEM, Actor, may_see, visible_to
from platemark.db.engine import Database
from platemark.db.tables import AlbumRow, EventRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooManyRequests, Unavailable
from platemark.events import feed as feed_module
from platemark.events import queries
from platemark.events.change_notifier import notifier_for
from platemark.events.feed import Feed, Subscriber
from platemark.events.queries import Audience, Event
from platemark.events.service import prune, record
from platemark.ids import new_id
from tests.conftest import OpenWork
from tests.serving import bundle_at
from tests.worker.harness import CONNECTION_ERROR

VIEWER, OWNER = Actor(new_id(), "v", "viewer", "token"), Actor(new_id(), "o", "editor", "token")
TIMEOUT_SECONDS = 30
AT = datetime(2026, 11, 22, tzinfo=UTC)


def run_async(test: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            await test

    asyncio.run(bounded())


def record_events(open_work: OpenWork, count: int = 1, **data: Any) -> list[int]:
    """Record events; returns the ids of all events so far."""
    with open_work() as work:
        for _ in range(count):
            record(work, "album.changed", new_id(), **data)
        work.commit()
        return list(work.session.scalars(select(EventRow.id).order_by(EventRow.id)))


def event(number: int, *audiences: Audience) -> Event:
    return Event(number, "album.changed", new_id(), AT, {}, audiences)


@pytest.mark.parametrize("actor", [ANYONE, VIEWER, OWNER, SYSTEM], ids=lambda actor: str(actor.role))
@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
@pytest.mark.parametrize("owner", [None, OWNER.user_id, VIEWER.user_id], ids=["nobody's", "owner's", "viewer's"])
def test_visibility_is_the_same_in_python_and_in_sql(
    open_work: OpenWork, actor: Actor, visibility: str, owner: UUID | None
) -> None:
    condition = visible_to(actor, literal(visibility), literal(owner, AlbumRow.created_by.type))
    with open_work(write=False) as work:
        in_queries = bool(work.session.scalar(select(condition)))
    assert may_see(actor, visibility, owner) is in_queries


def test_exactly_the_event_kinds_of_the_contract_are_mapped() -> None:
    kinds = bundle_at("/components/schemas/StudioEvent")["discriminator"]["mapping"]
    assert set(wire.CONVERTERS) == set(kinds)


def test_uncommitted_events_are_not_recorded(open_work: OpenWork) -> None:
    with open_work() as work:
        record(work, "album.changed", new_id())
    assert len(record_events(open_work)) == 1


@pytest.mark.parametrize(("old", "pruned"), [(0, 0), (1, 0), (3, 2), (5, 4)])
def test_pruning_keeps_the_newest_expired_event_as_a_marker(open_work: OpenWork, old: int, pruned: int) -> None:
    ids = record_events(open_work, 5)
    with open_work() as work:
        before = work.now() - timedelta(days=8)
        work.session.execute(update(EventRow).where(EventRow.id.in_(ids[:old])).values(at=before))
        assert prune(work, work.now() - timedelta(days=7)) == pruned
        work.commit()
        assert [each.id for each in queries.list_after(work, 0)] == ids[pruned:]
        assert [queries.list_missed(work, last).complete for last in ids] == [last >= ids[pruned] - 1 for last in ids]


def test_pruning_an_empty_table_deletes_nothing(open_work: OpenWork) -> None:
    with open_work() as work:
        assert prune(work, work.now()) == 0
        assert queries.get_newest_id(work) == 0
        assert [queries.list_missed(work, last).complete for last in (0, 1)] == [True, False]


def test_events_are_read_in_bounded_batches(open_work: OpenWork) -> None:
    ids = record_events(open_work, queries.PAGE_SIZE + 3)
    with open_work(write=False) as work:
        first = queries.list_missed(work, ids[0] - 1).events
        rest = queries.list_missed(work, first[-1].id).events
    assert [each.id for each in (*first, *rest)] == ids
    assert len(rest) == 3


UNREADABLE = ["""data = '{"visibility": "public", "created_by": "nobody"}'""", "data = '7'", "at = 9000000000000000000"]


@pytest.mark.parametrize("fault", UNREADABLE)
def test_an_event_that_cannot_be_read_is_logged_and_hides_no_other(
    open_work: OpenWork, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    ids = record_events(open_work, 3)
    with open_work() as work:
        work.session.execute(text(f"UPDATE events SET {fault} WHERE id IN ({ids[1]}, {ids[2]})"))
        work.commit()
        events = queries.list_missed(work, ids[0] - 1).events
    kinds = ["album.changed", queries.UNREADABLE, queries.UNREADABLE]
    assert [(each.id, each.kind) for each in events] == list(zip(ids, kinds, strict=True))
    assert caplog.text.count("its row cannot be read") == 2
    assert all(wire.studio_event(each) is None for each in events[1:]), "clients do not know the kind"


def test_a_feed_survives_any_error(
    database: Database, open_work: OpenWork, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(feed_module, "RETRY_SECONDS", 0.01)
    original, failures = queries.list_after, [KeyError("a fault in the code"), CONNECTION_ERROR]

    def list_after(work: UnitOfWork, last_id: int) -> list[Event]:
        if failures:
            raise failures.pop(0)
        return original(work, last_id)

    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER) as reader:
            reader.live = True
            ids = await asyncio.to_thread(record_events, open_work)
            assert [each.id for each in await reader.receive(TIMEOUT_SECONDS)] == ids

    monkeypatch.setattr(queries, "list_after", list_after)
    run_with_feed(database, test)
    assert [bool(record.exc_info) for record in caplog.records] == [True, False]


def test_visibility_of_an_event_depends_on_its_audiences_then_and_now(open_work: OpenWork) -> None:
    ids = record_events(open_work, visibility="private", created_by=OWNER.user_id)
    with open_work(write=False) as work:
        (stored,) = queries.list_after(work, ids[0] - 1)
    assert [stored.is_visible_to(actor) for actor in (ANYONE, VIEWER, OWNER, SYSTEM)] == [False, False, True, True]
    made_private = event(1, Audience("shared", None), Audience("private", OWNER.user_id))
    assert [made_private.is_visible_to(actor) for actor in (VIEWER, OWNER)] == [False, True]
    assert event(1).is_visible_to(VIEWER)


def test_a_live_subscriber_gets_new_visible_events() -> None:
    async def test() -> None:
        reader = Subscriber(VIEWER, max_backlog=10)
        reader.deliver([event(1)])
        assert (await reader.receive(0), reader.position) == ([], 1)
        reader.live, reader.last_seen_id = True, 2
        reader.deliver([event(2), event(3), event(4, Audience("private", None))])
        assert [each.id for each in await reader.receive(TIMEOUT_SECONDS)] == [3]
        assert (await reader.receive(0), reader.position) == ([], 4)

    run_async(test())


def test_a_slow_subscriber_is_closed() -> None:
    async def test() -> None:
        overflows: list[bool] = []
        reader = Subscriber(VIEWER, max_backlog=3)
        reader.live, reader.on_overflow = True, lambda: overflows.append(True)
        reader.deliver([event(n) for n in range(1, 4)])
        assert (reader.closed, overflows) == (False, [])
        reader.deliver([event(4)])
        reader.deliver([event(5)])
        assert (reader.closed, reader.overflowed, overflows, await reader.receive(TIMEOUT_SECONDS)) == (
            True,
            True,
            [True],
            [],
        )

    run_async(test())


def run_with_feed(database: Database, test: Callable[[Feed], Coroutine[Any, Any, None]], most: int = 5) -> None:
    """Run ``test`` with a feed and close it afterwards."""

    async def with_feed() -> None:
        feed = Feed(database, max_subscribers=most)
        try:
            await test(feed)
        finally:
            await feed.close()

    run_async(with_feed())


def test_all_subscribers_get_every_committed_event(database: Database, open_work: OpenWork) -> None:
    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER) as viewer_stream, feed.subscribe(OWNER) as owner_stream:
            viewer_stream.live = owner_stream.live = True
            ids = await asyncio.to_thread(record_events, open_work, queries.PAGE_SIZE + 20)
            for reader in (viewer_stream, owner_stream):
                received: list[int] = []
                while len(received) < len(ids):
                    received += [each.id for each in await reader.receive(TIMEOUT_SECONDS)]
                assert received == ids

    run_with_feed(database, test)


def test_a_subscriber_that_cannot_be_told_is_closed_and_the_others_go_on(
    database: Database, open_work: OpenWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Event) -> bool:
        raise ValueError("a row that nothing here wrote")

    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER) as broken, feed.subscribe(OWNER) as other:
            broken.live = other.live = True
            monkeypatch.setattr(broken, "deliver", refuse)
            for _ in range(2):
                ids = await asyncio.to_thread(record_events, open_work)
                assert [each.id for each in await other.receive(TIMEOUT_SECONDS)] == ids[-1:]
            assert (broken.closed, other.closed) == (True, False)

    run_with_feed(database, test)


def test_a_stopped_feed_closes_its_subscribers_and_accepts_no_more(database: Database) -> None:
    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER) as reader:
            waiting = asyncio.create_task(reader.receive(TIMEOUT_SECONDS))
            await asyncio.sleep(0)
            feed.stop()
            assert (await waiting, reader.closed) == ([], True)
        with pytest.raises(Unavailable, match="stopping"):
            async with feed.subscribe(VIEWER):
                pass

    run_with_feed(database, test)


def test_closing_a_feed_waits_for_its_reading_thread(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    class SlowFeed(Feed):
        def _list_after(self, last_id: int) -> list[Event]:
            with self._database.engine.connect():
                begun.set()
                go_on.wait(TIMEOUT_SECONDS)
                return []

    async def test() -> None:
        feed = SlowFeed(database, max_subscribers=1)
        async with feed.subscribe(VIEWER):
            await asyncio.to_thread(begun.wait, TIMEOUT_SECONDS)
        closing = asyncio.create_task(feed.close())
        finished, _ = await asyncio.wait({closing}, timeout=0.2)
        go_on.set()
        await closing
        assert not finished
        assert database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]

    run_async(test())


def test_a_feed_limits_its_subscribers(database: Database) -> None:
    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER):
            with pytest.raises(Unavailable, match="all_streams_in_use"):
                async with feed.subscribe(VIEWER):
                    pass
        async with feed.subscribe(VIEWER) as reader:
            assert not reader.closed

    run_with_feed(database, test, most=1)


def test_a_feed_limits_the_subscribers_of_each_user(database: Database) -> None:
    async def test(feed: Feed) -> None:
        another_client = Actor(VIEWER.user_id, "v", "editor", "session")
        async with feed.subscribe(VIEWER, max_per_user=2), feed.subscribe(another_client, max_per_user=2):
            with pytest.raises(TooManyRequests, match="too_many_streams"):
                async with feed.subscribe(VIEWER, max_per_user=2):
                    pass
            async with feed.subscribe(OWNER, max_per_user=2) as other:
                assert not other.closed
        async with feed.subscribe(VIEWER, max_per_user=1) as reader:
            assert not reader.closed

    run_with_feed(database, test)


def test_a_feed_survives_lost_connections(database: Database, open_work: OpenWork) -> None:
    if database.dialect != "postgresql":
        pytest.skip("SQLite has no connections to cut")
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    cut = text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")

    async def test(feed: Feed) -> None:
        async with feed.subscribe(VIEWER) as reader:
            reader.live = True
            for _ in range(2):
                ids = await asyncio.to_thread(record_events, open_work)
                assert [each.id for each in await reader.receive(TIMEOUT_SECONDS)] == ids[-1:]
                with open_work(write=False) as work:
                    work.session.execute(cut)

    run_with_feed(database, test)


def test_a_notifier_reports_commits_made_before_the_wait(database: Database, open_work: OpenWork) -> None:
    async def test() -> None:
        notifier = notifier_for(database)
        try:
            await notifier.wait()
            record_events(open_work)
            await notifier.wait()
        finally:
            await notifier.close()

    run_async(test())
    with open_work(write=False) as work:
        assert queries.get_newest_id(work) > 0
