"""Rate limit for sign-ins: failures per name and per client address within a sliding window.

An attempt is recorded before the credentials are checked, in a short transaction of its own, and deleted if the
sign-in succeeds. So a failed request (whose own transaction is rolled back) keeps its record, and concurrent guesses
cannot all pass before the first one is recorded. Names and addresses are stored as digests: someone will type a
password into the name field.
"""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from platemark.accounts.secrets import digest
from platemark.db.rows import insert_rows
from platemark.db.statements import Statement, first_column
from platemark.db.tables import SignInAttemptRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooManyRequests
from platemark.ids import new_id
from platemark.studio import Studio

WINDOW = timedelta(minutes=15)
MAX_ATTEMPTS_PER_NAME = 5
MAX_ATTEMPTS_PER_ADDRESS = 20
POSTGRESQL_LOCK = 0x706D_5349  # the key of an advisory lock; any number that nothing else locks

KEY = sa.bindparam("key", type_=sa.String())
WINDOW_START = sa.bindparam("window_start", type_=Instant())
LOCK = Statement(sa.select(sa.func.pg_advisory_xact_lock(POSTGRESQL_LOCK)), first_column)
RECENT: Statement[datetime] = Statement(
    sa.select(SignInAttemptRow.at)
    .where(SignInAttemptRow.key == KEY, SignInAttemptRow.at > WINDOW_START)
    .order_by(SignInAttemptRow.at.desc())
    .limit(sa.bindparam("limit", type_=sa.Integer())),
    first_column,
)
DELETE_OLD = Statement(sa.delete(SignInAttemptRow).where(SignInAttemptRow.at <= WINDOW_START), first_column)
DELETE_ATTEMPT = Statement(
    sa.delete(SignInAttemptRow).where(SignInAttemptRow.id.in_(sa.bindparam("ids", type_=sa.Uuid(), expanding=True))),
    first_column,
)
DELETE_OF_KEY = Statement(sa.delete(SignInAttemptRow).where(SignInAttemptRow.key == KEY), first_column)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``max_attempts`` within the window for one name or one address; ``key`` is its digest."""

    key: str
    max_attempts: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """A recorded attempt: one row per limit."""

    ids: tuple[UUID, ...]


def limit_by_name(name: str) -> Limit:
    """The limit on attempts at one name, whether a user has it or not."""
    return Limit(digest(f"name {name}"), MAX_ATTEMPTS_PER_NAME)


def limit_by_address(client: str) -> Limit:
    """The limit on attempts from one address. IPv6 is limited per /64, since one household or server has all of it."""
    return Limit(digest(f"address {_network(client)}"), MAX_ATTEMPTS_PER_ADDRESS)


def record(studio: Studio, limits: Sequence[Limit]) -> Attempt:
    """Record an attempt and commit it; TooManyRequests, recording nothing, if one of ``limits`` is reached.

    The caller's own transaction must not have written yet: SQLite has one writer at a time.
    """
    with studio.work(write=True) as work:
        if work.dialect == "postgresql":
            LOCK.execute(work)
        for limit in limits:
            _require_below(work, limit)
        DELETE_OLD.execute(work, window_start=work.now() - WINDOW)
        attempt = Attempt(tuple(new_id() for _ in limits))
        rows = zip(attempt.ids, limits, strict=True)
        insert_rows(work, SignInAttemptRow, [{"id": id_, "key": it.key, "at": work.now()} for id_, it in rows])
        work.commit()
        return attempt


def discard(work: UnitOfWork, attempt: Attempt) -> None:
    """Delete the record of a successful attempt."""
    DELETE_ATTEMPT.execute(work, ids=attempt.ids)


def reset(work: UnitOfWork, limit: Limit) -> None:
    """Delete all attempts that count towards ``limit``."""
    DELETE_OF_KEY.execute(work, key=limit.key)


def _require_below(work: UnitOfWork, limit: Limit) -> None:
    now = work.now()
    times = RECENT.all(work, key=limit.key, window_start=now - WINDOW, limit=limit.max_attempts)
    if len(times) == limit.max_attempts:
        wait = math.ceil((times[-1] + WINDOW - now).total_seconds())
        raise TooManyRequests(
            "too_many_attempts", f"Too many failed sign-ins; try again in {wait} seconds.", retry_after_seconds=wait
        )


def _network(client: str) -> str:
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))
