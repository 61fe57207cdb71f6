"""How often a sign-in may fail: per name and per address, within a sliding window.

An attempt is counted before it is judged, in a short transaction of its own, and taken back when it succeeds. So a
request that fails (and whose own transaction is rolled back) leaves its count, and guesses sent side by side cannot
all slip in before the first of them is counted. Keys are stored as digests: someone will type a password where the
name belongs.
"""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from platemark.accounts.secrets import digest
from platemark.db.tables import SignInAttemptRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooManyRequests
from platemark.ids import new_id
from platemark.studio import Studio

WINDOW = timedelta(minutes=15)
MAX_ATTEMPTS_PER_NAME = 5
MAX_ATTEMPTS_PER_ADDRESS = 20
POSTGRESQL_LOCK = 0x706D_5349  # any number that nothing else locks by


@dataclass(frozen=True, slots=True)
class Counter:
    """Something by which attempts are counted, and how many it may have in the window."""

    key: str
    most: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that has been counted."""

    ids: tuple[UUID, ...]


def by_name(name: str) -> Counter:
    """Counts the attempts at one name, known or not."""
    return Counter(digest(f"name {name}"), MAX_ATTEMPTS_PER_NAME)


def by_address(client: str) -> Counter:
    """Counts the attempts from one address; of IPv6 the /64 counts, as one household or server has all of it."""
    return Counter(digest(f"address {_network(client)}"), MAX_ATTEMPTS_PER_ADDRESS)


def count(studio: Studio, counters: Sequence[Counter]) -> Attempt:
    """Count an attempt and commit that; TooManyRequests, counting nothing, where one of ``counters`` is full.

    The caller's own transaction must not have begun writing: SQLite has one writer at a time.
    """
    with studio.work(write=True) as work:
        if work.dialect == "postgresql":
            work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(POSTGRESQL_LOCK)))
        for counter in counters:
            _require_room(work, counter)
        work.session.execute(sa.delete(SignInAttemptRow).where(SignInAttemptRow.at <= work.now() - WINDOW))
        rows = [SignInAttemptRow(id=new_id(), key=counter.key, at=work.now()) for counter in counters]
        work.session.add_all(rows)
        work.commit()
        return Attempt(tuple(row.id for row in rows))


def take_back(work: UnitOfWork, attempt: Attempt) -> None:
    """Let a successful attempt not count."""
    work.session.execute(sa.delete(SignInAttemptRow).where(SignInAttemptRow.id.in_(attempt.ids)))


def forget(work: UnitOfWork, counter: Counter) -> None:
    """Start this counter afresh."""
    work.session.execute(sa.delete(SignInAttemptRow).where(SignInAttemptRow.key == counter.key))


def _require_room(work: UnitOfWork, counter: Counter) -> None:
    now = work.now()
    recent = (
        sa.select(SignInAttemptRow.at)
        .where(SignInAttemptRow.key == counter.key, SignInAttemptRow.at > now - WINDOW)
        .order_by(SignInAttemptRow.at.desc())
        .limit(counter.most)
    )
    times = work.session.scalars(recent).all()
    if len(times) == counter.most:
        wait = math.ceil((times[-1] + WINDOW - now).total_seconds())
        raise TooManyRequests(
            "too_many_attempts", f"Too many sign-ins failed; try again in {wait} seconds.", retry_after_seconds=wait
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
