"""A studio with webhooks, without HTTP and with a clock that the tests move, and a receiver."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from platemark.access import SYSTEM
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.entrypoints.api import load_contract
from platemark.events.service import FOR_ADMINS, record
from platemark.http.webhook_messages import MessageCheck, encode_message
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.paging import PageRequest
from platemark.settings import Settings
from platemark.webhooks import service
from platemark.webhooks.deliverer import Check, Deliverer
from platemark.webhooks.delivery import Encode
from platemark.webhooks.views import CreatedWebhook, DeliveryView, NewWebhook, WebhookView
from tests.webhook_receiver import Receiver, receiving

WAIT_SECONDS = 30
CHECK = MessageCheck(load_contract())


class Hooks:
    """Webhooks of a studio whose time is ``now``."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = utc_now()
        self.settings = Settings(webhook_networks="127.0.0.0/8")
        self.check: Check = CHECK
        self.encode: Encode = encode_message
        self._ended = threading.Event()

    def work(self) -> UnitOfWork:
        return UnitOfWork(self.database, write=True, clock=lambda: self.now)

    def do(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self.work() as work:
            result = act(work, *args, **kwargs)
            work.commit()
        return result

    def create(self, url: str, *kinds: str) -> CreatedWebhook:
        new = NewWebhook(url=url, kinds=kinds or ("bug_report.created",))
        created: CreatedWebhook = self.do(service.create_webhook, new, by=SYSTEM)
        return created

    def webhook(self, webhook_id: UUID) -> WebhookView:
        webhook: WebhookView = self.do(service.get_webhook, webhook_id, by=SYSTEM)
        return webhook

    def deliveries(self, webhook_id: UUID) -> list[DeliveryView]:
        """All of them, the oldest first."""
        page = self.do(service.list_deliveries, webhook_id, None, PageRequest(10_000), by=SYSTEM)
        return list(reversed(page.items))

    def happen(self, kind: str, subject_id: UUID | None = None, **data: Any) -> UUID:
        subject_id = subject_id or new_id()
        self.do(lambda work: record(work, kind, subject_id, **FOR_ADMINS, **data))
        return subject_id

    def report(self, count: int = 1) -> list[UUID]:
        """Bug reports that somebody sent in."""
        return [self.happen("bug_report.created") for _ in range(count)]

    def finish_job(self, kind: str = "generate", state: str = "succeeded", set_run_id: UUID | None = None) -> UUID:
        """A job that ended now."""
        job = queue.NewJob(kind=kind, engine="press", payload={}, set_run_id=set_run_id)
        self.do(queue.add, [job])
        self.end_job(job.id, state, set_run_id)
        return job.id

    def end_job(self, job_id: UUID, state: str, set_run_id: UUID | None = None) -> None:
        def end(work: UnitOfWork) -> None:
            ended = update(JobRow).where(JobRow.id == job_id).values(state=state, finished_at=work.now())
            work.session.execute(ended)
            error = {"error": "out_of_memory"} if state == "failed" else {}
            record(work, f"job.{state}", job_id, set_run_id=set_run_id, **error)

        self.do(end)

    def tick(self, deliverer: Deliverer) -> int:
        self._ended.clear()
        return deliverer.tick()

    def deliver(self) -> None:
        """Deliver everything that is due, and that becomes due meanwhile."""
        with self.deliverer() as deliverer:
            while self.tick(deliverer):
                assert self._ended.wait(WAIT_SECONDS)

    def deliverer(self) -> Deliverer:
        return Deliverer(
            self.settings, self.database, encode=self.encode, check=self.check, clock=lambda: self.now,
            on_end=self._ended.set,
        )  # fmt: skip

    def pass_time(self, **duration: float) -> datetime:
        self.now += timedelta(**duration)
        return self.now


@pytest.fixture
def hooks(database: Database) -> Hooks:
    return Hooks(database)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


def messages(receiver: Receiver) -> list[dict[str, Any]]:
    """What the receiver was sent, in order."""
    return [json.loads(it.body) for it in receiver.received]
