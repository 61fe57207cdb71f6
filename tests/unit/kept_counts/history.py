"""A random history of a studio: each step calls an operation that users, workers and maintenance call."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.kept_counts.folding import fold
from platemark.db.kept_counts.recounting import Difference, recount
from platemark.db.tables import AlbumRow, JobRow, SetRunRow, SetTemplateRow, UserRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.jobs import service as jobs
from platemark.jobs.queue import Lease, NewJob
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import NewSetRun
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate
from platemark.studio import Studio

T = TypeVar("T")
LEASE_MS = 60_000
PAYLOAD = {"prompt": "a fox", "image_ids": [], "training_run_id": str(UUID(int=1))}
VISIBILITIES = ("private", "shared", "public")
CARDS = from_rows([{"card": f"card {n}", "prompt": f"{n} of hearts"} for n in range(4)])


def differences(database: Database) -> list[Difference]:
    """What a recount would change; it changes nothing."""
    with database.writing.connect() as connection, connection.begin() as transaction:
        found = recount(connection)
        transaction.rollback()
    return found


class History:
    """Takes random steps, each in its own transaction. A step that the studio refuses changes nothing."""

    def __init__(self, studio: Studio, seed: int, users: Sequence[Actor] = ()) -> None:
        self.studio = studio
        self.random = random.Random(seed)
        self.steps: list[str] = []
        self.leases: list[Lease] = []
        self.users = list(users) or [self._create_user(role) for role in ("admin", "editor", "editor")]

    def take_steps(self, count: int, *, without: Collection[str] = ()) -> None:
        """Take ``count`` random steps."""
        steps = [step for step in self.possible_steps() if step.__name__ not in without]
        for step in self.random.choices(steps, k=count):
            self.steps.append(step.__name__)
            step()

    def possible_steps(self) -> list[Callable[[], object]]:
        return [
            *(self.add_job, self.add_jobs, self.start_set_run, self.claim, self.claim, self.claim_more),
            *(self.complete, self.fail, self.release, self.lose_worker, self.cancel_job, self.retry_job),
            *(self.cancel_set_run, self.retry_set_run, self.create_album, self.change_album, self.delete_album),
            *(self.replace_user, self.fold),
        ]

    def do(self, act: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        with UnitOfWork(self.studio.database, write=True) as work:
            try:
                result = act(work, *args, **kwargs)
            except PlatemarkError:
                return None
            work.commit()
        return result

    def some_id(self, column: Any, *where: Any) -> UUID:
        """The id of a random row, or one that no row has."""
        with UnitOfWork(self.studio.database, write=False) as work:
            ids: Sequence[UUID] = work.session.scalars(sa.select(column).where(*where).order_by(column)).all()
        return self.random.choice(ids) if ids else new_id()

    def someone(self) -> Actor:
        return self.random.choice(self.users)

    def visibility(self) -> Any:
        return self.random.choice(VISIBILITIES)

    def _create_user(self, role: str) -> Actor:
        row = UserRow(id=new_id(), name=f"user-{new_id().hex}", role=role, created_at=utc_now(), updated_at=utc_now())
        self.do(lambda work: work.session.add(row))
        return Actor(row.id, row.name, role, "token")  # type: ignore[arg-type]

    def replace_user(self) -> None:
        """Delete a user, whose things lose their owner, and create another one."""
        if self.random.random() < 0.8:
            return
        gone = self.users.pop(self.random.randrange(1, len(self.users)))
        self.do(lambda work: work.session.execute(sa.delete(UserRow).where(UserRow.id == gone.user_id)))
        self.users.append(self._create_user(self.random.choice(("editor", "admin"))))

    def fold(self) -> None:
        self.do(lambda work: fold(work.session.connection()))

    def add_job(self) -> None:
        kind = self.random.choice(("generate", "caption", "train"))
        run_id = self.random.choice((None, self.some_run()))
        facts: dict[str, Any] = {"created_by": self.someone().user_id, "set_run_id": run_id}
        self.do(queue.add, [NewJob(kind=kind, engine="press", payload=PAYLOAD, **facts)])

    def add_jobs(self) -> None:
        new = [NewJob(kind="generate", engine="press", payload=PAYLOAD, priority=n % 3) for n in range(5)]
        self.do(queue.add, new)

    def some_run(self) -> UUID:
        return self.some_id(SetRunRow.id)

    def claim(self) -> None:
        lease = self.do(queue.claim, "us", lease_ms=LEASE_MS)
        self.leases += [lease] if lease else []

    def claim_more(self) -> None:
        first = self.do(queue.claim, "us", lease_ms=LEASE_MS)
        if first:
            more = self.do(queue.claim_more, "us", first, lease_ms=LEASE_MS, limit=3)
            self.leases += [first, *(more or ())]

    def some_lease(self) -> Lease | None:
        """A lease that was granted; it may have ended since."""
        return self.random.choice(self.leases) if self.leases else None

    def complete(self) -> None:
        if lease := self.some_lease():
            self.do(queue.complete, lease)

    def fail(self) -> None:
        if lease := self.some_lease():
            self.do(queue.fail, lease, "engine_failed", "no ink", retryable=self.random.random() < 0.5)

    def release(self) -> None:
        if lease := self.some_lease():
            self.do(queue.release, lease)

    def lose_worker(self) -> None:
        expire = sa.update(JobRow).where(JobRow.state == "running").values(lease_until=EPOCH)
        self.do(lambda work: (work.session.execute(expire), queue.sweep(work)))

    def cancel_job(self) -> None:
        self.do(jobs.cancel_job, self.studio, self.some_id(JobRow.id), by=self.someone())

    def retry_job(self) -> None:
        job_id = self.some_id(JobRow.id, JobRow.state.in_(("failed", "cancelled")))
        self.do(jobs.retry_job, self.studio, job_id, by=self.someone())

    def start_set_run(self) -> None:
        by = self.someone()
        template_id = self.some_id(SetTemplateRow.id)
        if self.random.random() < 0.3:
            new = NewSetTemplate(name="Cards", base_prompt="playing card", visibility=self.visibility())
            self.do(set_templates.create_set_template, new, CARDS, by=by)
        new_run = NewSetRun(theme="winter", seed=1)
        self.do(set_runs.start_set_run, self.studio, template_id, new_run, by=by)

    def cancel_set_run(self) -> None:
        self.do(set_runs.cancel_set_run, self.studio, self.some_run(), by=self.someone())

    def retry_set_run(self) -> None:
        self.do(set_runs.retry_set_run, self.studio, self.some_run(), by=self.someone())

    def create_album(self) -> None:
        self.do(albums.insert_album, NewAlbum(name="Arcana", visibility=self.visibility()), by=self.someone())

    def change_album(self) -> None:
        changes = AlbumChanges(visibility=self.visibility())
        self.do(albums.update_album, self.some_id(AlbumRow.id), changes, by=self.someone())

    def delete_album(self) -> None:
        if self.random.random() < 0.3:
            self.do(albums.delete_album, self.some_id(AlbumRow.id), by=self.someone())
