"""Benchmark of bug report lists: ``python -m benchmarks.bug_reports`` prints the latency with few and many reports.

Two studios, each served by a process of its own, hold 100 and 10 000 reports with logs. The requests alternate between
them, so that other load on the machine affects both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa

from benchmarks.events import serve_studio
from benchmarks.options import parse
from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.clock import utc_now
from platemark.db.tables import BugReportRow
from platemark.entrypoints.studio import open_studio
from platemark.ids import cursor_for, id_at
from platemark.settings import Settings
from platemark.studio import Studio

FEW, MANY = 100, 10_000
REQUESTS = 300
WARM_UP = 20
POSTGRESQL = os.environ.get("PLATEMARK_BENCH_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
STATUSES = ("open", "in_progress", "resolved", "dismissed")
LOGS = [
    {"level": "info", "message": "plate " * 10, "timestamp": None, "source": None, "stack": None, "data": None}
] * 30


def main() -> None:
    """Print milliseconds for each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=REQUESTS, help="requests for each kind of page")
    parser.add_argument("--many", type=int, default=MANY, help="reports in the larger studio")
    options = parse(parser, {"requests": 20, "many": 1000})
    for dialect in ("sqlite", "postgresql"):
        with ExitStack() as stack:
            few, many = (stack.enter_context(_serve_with_reports(dialect, count)) for count in (FEW, options.many))
            print(f"\n{dialect}: p50 (p95) in ms, {options.requests} requests each, load {os.getloadavg()[0]:.1f}")
            print(f"{'':24}{FEW:>16}{options.many:>16}{'ratio of p50':>16}")
            for name in few.pages:
                _print(name, *_measure_alternately((few, many), name, options.requests))


class ServedStudio:
    """A client of a studio, and the query parameters of each kind of page."""

    def __init__(self, client: httpx.Client, middle: str) -> None:
        self.client = client
        self.pages: dict[str, dict[str, Any]] = {
            "the newest 25": {},
            "25 in the middle": {"cursor": middle},
            "25 of one status": {"status": "resolved"},
            "25 originals": {"grouped": "true"},
        }

    def measure(self, name: str) -> float:
        """Request the page once; the milliseconds until its response."""
        started = time.perf_counter()
        response = self.client.get("/api/v1/bug-reports", params={"limit": 25, **self.pages[name]})
        seconds = time.perf_counter() - started
        if response.status_code != 200 or len(response.json()["items"]) != 25:
            raise SystemExit(f"{name}: {response.text[:200]}")
        return seconds * 1000


@contextmanager
def _serve_with_reports(dialect: str, count: int) -> Iterator[ServedStudio]:
    with tempfile.TemporaryDirectory() as folder, _database(dialect) as url:
        settings = Settings(data_dir=Path(folder), database_url=url, log_level="error")
        with open_studio(settings) as studio:
            token, middle = _fill(studio, count)
        headers = {"Authorization": f"Bearer {token}"}
        with serve_studio(settings) as address, httpx.Client(base_url=address, headers=headers, timeout=30) as client:
            yield ServedStudio(client, middle)


@contextmanager
def _database(dialect: str) -> Iterator[str]:
    if dialect == "sqlite":
        yield ""
        return
    name = f"platemark_bench_{uuid.uuid4().hex[:12]}"
    engine = sa.create_engine(f"{POSTGRESQL.replace('postgresql', 'postgresql+psycopg', 1)}/postgres")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        try:
            yield f"{POSTGRESQL}/{name}"
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


def _fill(studio: Studio, count: int) -> tuple[str, str]:
    """Insert reports, every third a duplicate of the one before; a token, and the cursor of the page in the middle."""
    now = utc_now()
    rows = [_row(number, now - timedelta(minutes=count - number)) for number in range(count)]
    for number in range(2, count, 3):
        rows[number].duplicate_of = rows[number - 1].id
    with studio.work(write=True) as work:
        work.session.add_all(rows)
        user = accounts.create_user(work, accounts.NewUser(name="reader", role="admin"), by=SYSTEM)
        new = accounts.NewToken(user_id=user.id, name="benchmark", role="admin")
        created = accounts.create_token(work, new, by=SYSTEM)
        work.commit()
    return created.secret, cursor_for(rows[count // 2].id)


def _row(number: int, at: datetime) -> BugReportRow:
    return BugReportRow(
        id=id_at(at),
        status=STATUSES[number % len(STATUSES)],
        description=f"Plate {number} stays empty",
        notes="",
        trace_id=f"trace-of-report-{number}",
        fingerprint=f"{number:064x}",
        redactions=[],
        redaction_count=0,
        created_at=at,
        updated_at=at,
        content={"recent_logs": LOGS, "network_events": [], "steps_to_reproduce": []},
    )


def _measure_alternately(studios: Sequence[ServedStudio], name: str, count: int) -> list[list[float]]:
    for _ in range(WARM_UP):
        for studio in studios:
            studio.measure(name)
    times: list[list[float]] = [[] for _ in studios]
    for _ in range(count):
        for studio, studio_times in zip(studios, times, strict=True):
            studio_times.append(studio.measure(name))
    return times


def _print(name: str, few: list[float], many: list[float]) -> None:
    p50 = [statistics.median(values) for values in (few, many)]
    p95 = [statistics.quantiles(values, n=20)[-1] for values in (few, many)]
    cells = "".join(f"{median:9.1f} ({tail:4.1f})" for median, tail in zip(p50, p95, strict=True))
    print(f"{name:24}{cells}{p50[1] / p50[0]:16.2f}")


if __name__ == "__main__":
    main()
