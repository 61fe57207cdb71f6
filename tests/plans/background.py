"""What a studio does without a request: workers claim and finish jobs, maintenance sweeps, streams read events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from sqlalchemy import update

from platemark.access import SYSTEM
from platemark.accounts import sessions, tokens
from platemark.accounts.secrets import digest
from platemark.blob_references import delete_unreferenced
from platemark.db.tables import SessionRow, WebhookRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events import queries as event_queries
from platemark.ids import new_id
from platemark.images import rendition_queries
from platemark.imports.execution import lease as import_leases
from platemark.jobs import caption_results, previews, queue, wakeup_outbox, workers
from platemark.jobs.queue import Lease
from platemark.jobs.requests import CaptionJob
from platemark.paging import PageRequest
from platemark.webhooks import delivery, telling
from platemark.webhooks import queries as webhooks
from platemark.webhooks.sending import Outcome
from platemark.worker import schedule
from tests.plans.conftest import Large

LEASE_MS = 60_000
OWNER = "worker-9"
FIRST_PAGE = PageRequest(20)
COOKIE = "the cookie of a browser"


def claim(work: UnitOfWork) -> Lease:
    lease = queue.claim(work, OWNER, lease_ms=LEASE_MS)
    assert lease is not None
    return lease


def claim_of_engines(_large: Large, work: UnitOfWork) -> None:
    assert queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["diffusers", "press"])


def claim_of_limited_engines(_large: Large, work: UnitOfWork) -> None:
    at_once = {"diffusers": 1000, "press": 0}
    lease = queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["press"], jobs_at_once=at_once)
    assert lease is None, "the queue is full of jobs that no room is for"
    assert queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["press", "diffusers"], jobs_at_once={"press": 1000})


def claim_of_absent_engine(_large: Large, work: UnitOfWork) -> None:
    assert queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["absent"]) is None


def claim_more(_large: Large, work: UnitOfWork) -> None:
    for _ in range(50):
        if queue.claim_more(work, OWNER, claim(work), lease_ms=LEASE_MS, limit=16):
            return
    raise AssertionError("no job was followed by others")


def claim_while_paused(_large: Large, work: UnitOfWork) -> None:
    queue.set_paused(work, paused=True)
    assert queue.claim(work, OWNER, lease_ms=LEASE_MS) is None
    assert not queue.has_ready(work)


def complete(_large: Large, work: UnitOfWork) -> None:
    assert queue.complete(work, claim(work)).outcome == "succeeded"


def fail(_large: Large, work: UnitOfWork) -> None:
    for retryable in (True, False):
        assert queue.fail(work, claim(work), "engine_failed", "No memory.", retryable=retryable) != "lost"


def release(_large: Large, work: UnitOfWork) -> None:
    assert queue.release(work, claim(work)) == "queued"


def postpone(_large: Large, work: UnitOfWork) -> None:
    assert queue.postpone(work, claim(work), "storage_full", "There is no space.") == "queued"


def heartbeat(_large: Large, work: UnitOfWork) -> None:
    assert queue.heartbeat(work, claim(work), lease_ms=LEASE_MS, progress=0.5) == "ok"
    for _ in range(2):
        workers.report(work, OWNER, host="h", pid=1, device="cpu", engines=["press"], state="idle", job_id=None)
    workers.remove(work, OWNER)


def preview(large: Large, work: UnitOfWork) -> None:
    lease = claim(work)
    for _ in range(2):
        assert previews.store(work, lease, b"a picture", 0.5)
    previews.remove(work, [lease.job_id])


def caption(large: Large, work: UnitOfWork) -> None:
    job_id = next(iter(large.seeded.rows.caption_items()))["job_id"]
    caption_results.list_pending(work, job_id, CaptionJob(engine="press", only_missing=True))


def has_ready(_large: Large, work: UnitOfWork) -> None:
    assert queue.has_ready(work)


def sweep(_large: Large, work: UnitOfWork) -> None:
    queue.clamp_deadlines(work, lease_ms=LEASE_MS)
    queue.sweep(work)
    workers.remove_stale(work, lease_ms=LEASE_MS)


def sweep_owner(_large: Large, work: UnitOfWork) -> None:
    workers.list_ids(work, workers.get_host_name(), 1)
    assert queue.sweep_owner(work, "worker-0")


def wake_workers(_large: Large, work: UnitOfWork) -> None:
    assert wakeup_outbox.mark_ready_jobs(work)


def next_import(_large: Large, work: UnitOfWork) -> None:
    assert not import_leases.has_candidates(work)
    assert import_leases.claim(work, OWNER, lease_ms=LEASE_MS, may_claim=lambda _: True) is None


def reconnect(_large: Large, work: UnitOfWork) -> None:
    newest = event_queries.get_newest_id(work)
    for last_id in (newest - 10, newest, newest + 10):
        event_queries.list_missed(work, last_id)
    assert len(event_queries.list_after(work, newest - 10)) == 10


def authenticate(large: Large, work: UnitOfWork) -> None:
    tokens.authenticate_token(work, large.seeded.tokens["viewer"])
    user_id = large.seeded.rows.user_ids[0]
    session = SessionRow(
        id=new_id(), digest=digest(COOKIE), user_id=user_id, csrf_digest=digest("x"), started_with="password",
        created_at=work.now(), last_used_at=work.now(),
        expires_at=work.now().replace(year=2999),
    )  # fmt: skip
    work.session.add(session)
    work.session.flush()
    assert sessions.authenticate_session(work, COOKIE).user_id == user_id
    tokens.list_tokens(work, FIRST_PAGE, by=SYSTEM)


def delete_blobs(large: Large, work: UnitOfWork) -> None:
    """Delete what an undone import leaves."""
    work.session.rollback()
    studio = large.live.studio
    digests = [digest(f"absent {number}") for number in range(100)]
    assert delete_unreferenced(lambda: studio.work(write=True), studio.blobs, digests) == 0


def keep_rendition(large: Large, work: UnitOfWork) -> None:
    image_ids = [large.seeded.rows.series["images"].id(number) for number in range(20)]
    assert rendition_queries.get_digest(work, image_ids[0], 640)
    assert rendition_queries.get_source(work, image_ids[1], 640)
    assert rendition_queries.lock_image(work, image_ids[1])
    rendition_queries.put_rendition(work, image_ids[1], 640, digest("at 640"))
    assert len(rendition_queries.list_digests(work, image_ids)) == 22


def deliver_webhooks(_large: Large, work: UnitOfWork) -> None:
    newest = event_queries.get_newest_id(work)
    work.session.execute(update(WebhookRow).values(last_event_id=newest - 20))
    assert telling.has_news(work)
    assert telling.tell(work, lambda message_id, message: f"{message_id} {message.kind}") == 20
    assert delivery.is_any_due(work)
    claimed = delivery.claim(work)
    assert claimed is not None
    delivery.record_outcome(work, claimed, Outcome(0.1, 500, "refused", ""), work.now())
    webhooks.give_up_waiting(work, claimed.webhook_id, work.now())


def run_task(task: schedule.ScheduledTask, large: Large, work: UnitOfWork) -> None:
    work.session.rollback()
    task.run(large.live.studio.database, large.live.studio.settings)


Action = Callable[[Large, UnitOfWork], object]
"""Does something in a transaction, which is rolled back afterwards."""

ACTIONS: Mapping[str, Action] = {
    each.__name__: each
    for each in (
        claim_of_engines,
        claim_of_limited_engines,
        claim_of_absent_engine,
        claim_more,
        claim_while_paused,
        complete,
        fail,
        release,
        postpone,
        heartbeat,
        preview,
        caption,
        has_ready,
        sweep,
        sweep_owner,
        wake_workers,
        next_import,
        reconnect,
        authenticate,
        delete_blobs,
        keep_rendition,
        deliver_webhooks,
    )
} | {f"task {task.name}": partial(run_task, task) for task in schedule.SCHEDULED_TASKS}
"""By name; every scheduled task is one of them."""
