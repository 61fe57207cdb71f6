"""What streams of events cost: ``python -m benchmarks.events`` prints how fast albums are listed beside them.

A studio without workers is served by a process of its own; events are written here, as a worker would. First nobody
listens, then all streams are open, then a quarter of them come and go and one is away for ten seconds; in the end
everybody must have seen everything once and in order.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

import httpx
from sqlalchemy import select

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import EventRow
from platemark.entrypoints.studio import open_studio
from platemark.events.service import record
from platemark.ids import new_id
from platemark.settings import Settings
from platemark.studio import Studio

ALBUMS = 200
ASKED_A_SECOND = 20
AWAY_SECONDS = 10.0
PATIENCE = 60.0
TARGET = 1.5


@dataclass
class Listener:
    """One client, and the ids that it saw, from after ``first`` on."""

    number: int
    first: int | None = None
    seen: list[int] = field(default_factory=list)
    returns: int = 0
    is_to_be_away: bool = False

    @property
    def last(self) -> int | None:
        """What it goes on from."""
        return self.seen[-1] if self.seen else self.first

    @property
    def is_restless(self) -> bool:
        """Whether it leaves again once it is back."""
        return self.number % 4 == 0

    def times(self, chance: random.Random) -> tuple[float, float]:
        """For how many seconds to stay this time, and to be away after that."""
        return (1.0, AWAY_SECONDS) if self.is_to_be_away else (chance.uniform(2, 8), chance.uniform(0, 1.5))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--rate", type=float, default=20.0, help="events a second")
    parser.add_argument("--seconds", type=float, default=30.0, help="of each of the two measurements")
    parser.add_argument("--database", default="", help="a PostgreSQL URL with an empty database; else SQLite")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=chosen.database, workers=0, log_level="error")
        asking = ProcessPoolExecutor(1, get_context("spawn"))
        with asking, open_studio(settings) as studio, served(settings) as address:
            asyncio.run(measure(studio, address, filled(studio), chosen, asking))


async def measure(
    studio: Studio, address: str, token: str, chosen: argparse.Namespace, asking: ProcessPoolExecutor
) -> None:
    """Both measurements, one after the other, and what the listeners saw. Who asks has a process of their own."""
    loop = asyncio.get_running_loop()

    def ask(seconds: float) -> asyncio.Future[list[float]]:
        return loop.run_in_executor(asking, listed, address, token, seconds)

    await ask(3.0)  # warm
    took: dict[str, list[float]] = {}
    with writing(studio, chosen.rate):
        took["alone"] = await ask(chosen.seconds)
    leaving, over = asyncio.Event(), asyncio.Event()
    listeners = [Listener(number) for number in range(chosen.streams)]
    listeners[-1].is_to_be_away = True
    tasks = [asyncio.create_task(listen(each, address, token, leaving, over)) for each in listeners]
    while any(each.first is None for each in listeners):
        await asyncio.sleep(0.05)
    with writing(studio, chosen.rate):
        took["beside open streams"] = await ask(chosen.seconds)
        leaving.set()
        took["a quarter come and go"] = await ask(max(chosen.seconds, AWAY_SECONDS + 2))
    await everyone_has_seen(studio, listeners)
    over.set()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    report(studio, chosen, took, listeners)


def report(studio: Studio, chosen: argparse.Namespace, took: dict[str, list[float]], listeners: list[Listener]) -> None:
    """Print the figures."""
    ids = written(studio)
    expected = [[id_ for id_ in ids if each.first is not None and id_ > each.first] for each in listeners]
    missed = sum(len(set(wanted) - set(each.seen)) for wanted, each in zip(expected, listeners, strict=True))
    doubled = sum(len(each.seen) - len(set(each.seen)) for each in listeners)
    disordered = sum(each.seen != sorted(each.seen) for each in listeners)
    print(f"{chosen.streams} streams, {chosen.rate:g} events/s, {chosen.seconds:g} s, {studio.database.dialect}")
    print(f"asked for: a p99 of GET /albums beside open streams of at most {TARGET} x that alone")
    for name, times in took.items():
        p50, p99 = percentile(times, 50), percentile(times, 99)
        of_alone = [mine / percentile(took["alone"], rank) for mine, rank in ((p50, 50), (p99, 99))]
        print(f"{name:22} p50 {p50:6.1f} ms {of_alone[0]:5.2f} x   p99 {p99:6.1f} ms {of_alone[1]:5.2f} x")
    print(f"delivered {sum(len(each.seen) for each in listeners)}, returns {sum(each.returns for each in listeners)}")
    print(f"missed {missed}, doubled {doubled}, listeners out of order {disordered}")
    away = listeners[-1]
    print(f"away for {AWAY_SECONDS:g} s: missed {len(set(expected[-1]) - set(away.seen))} of {len(expected[-1])}")


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """A process that serves the studio on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {
        **os.environ,
        "PLATEMARK_DATA_DIR": str(settings.data_dir),
        "PLATEMARK_DATABASE_URL": settings.database_url,
        "PLATEMARK_PORT": str(port),
        "PLATEMARK_WORKERS": "0",
        "PLATEMARK_LOG_LEVEL": "error",
    }
    command = [sys.executable, "-m", "platemark.entrypoints.main", "up"]
    address = replace(settings, port=port).base_url
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(f"{address}/api/v1/server")
            yield address
        finally:
            process.terminate()


def wait_for(url: str) -> None:
    """Wait until somebody answers there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the studio does not answer")


def filled(studio: Studio) -> str:
    """Make albums and somebody who may list them; gives their token."""
    with studio.work(write=True) as work:
        user = accounts.create_user(
            work, accounts.NewUser(name=f"reader-{new_id().hex[-8:]}", role="viewer"), by=SYSTEM
        )
        new = accounts.NewToken(user_id=user.id, name="benchmark", role="viewer")
        created = accounts.create_token(work, new, by=SYSTEM)
        for number in range(ALBUMS):
            albums.insert_album(work, NewAlbum(name=f"Album {number}", visibility="shared"), by=SYSTEM)
        work.commit()
    return created.secret


@contextmanager
def writing(studio: Studio, rate: float) -> Iterator[None]:
    """Events, ``rate`` a second, for the time of the block."""
    done = threading.Event()

    def write() -> None:
        due = time.monotonic()
        while not done.is_set():
            with studio.work(write=True) as work:
                record(work, "album.changed", new_id())
                work.commit()
            due += 1 / rate
            done.wait(max(0.0, due - time.monotonic()))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def listed(address: str, token: str, seconds: float) -> list[float]:
    """How many milliseconds each answer took, asked at a steady pace."""
    took: list[float] = []
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{address}/api/v1", headers=headers, timeout=PATIENCE) as client:
        until = time.monotonic() + seconds
        while (begun := time.monotonic()) < until:
            client.get("/albums").raise_for_status()
            took.append((time.monotonic() - begun) * 1000)
            time.sleep(max(0.0, begun + 1 / ASKED_A_SECOND - time.monotonic()))
    return took


async def listen(listener: Listener, address: str, token: str, leaving: asyncio.Event, over: asyncio.Event) -> None:
    """Stay to the end; some come and go once they are ``leaving``."""
    chance = random.Random(listener.number)
    async with asyncio.TaskGroup() as group:
        staying = group.create_task(stay(listener, address, token))
        await leaving.wait()
        while not over.is_set() and (listener.is_restless or (listener.is_to_be_away and not listener.returns)):
            seconds, away = listener.times(chance)
            await asyncio.sleep(seconds)
            staying.cancel()
            listener.returns += 1
            await asyncio.sleep(away)
            staying = group.create_task(stay(listener, address, token))


async def stay(listener: Listener, address: str, token: str) -> None:
    """Follow the events; come back soon when the stream ends."""
    while True:
        with contextlib.suppress(OSError):
            await follow(listener, address, token)
        await asyncio.sleep(0.3)


async def follow(listener: Listener, address: str, token: str) -> None:
    """Read one stream to its end. Lines are enough: messages never cross the seams of chunks."""
    url = httpx.URL(address)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    last = "" if listener.last is None else f"Last-Event-ID: {listener.last}\r\n"
    ask = f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n{last}\r\n"
    try:
        writer.write(ask.encode("ascii"))
        number = 0
        while line := await reader.readline():
            if line.startswith(b"id: "):
                number = int(line[4:])
            elif line == b"event: ready\n" and listener.first is None:
                listener.first = number
            elif line == b"event: album.changed\n":
                listener.seen.append(number)
    finally:
        writer.close()


async def everyone_has_seen(studio: Studio, listeners: list[Listener]) -> None:
    """Wait until the last event has come to all, or until that takes too long."""
    last = written(studio)[-1]
    deadline = time.monotonic() + PATIENCE
    while any(each.last != last for each in listeners) and time.monotonic() < deadline:
        await asyncio.sleep(0.1)


def written(studio: Studio) -> list[int]:
    """The ids of all events."""
    with studio.work(write=False) as work:
        return list(
            work.session.scalars(select(EventRow.id).where(EventRow.kind == "album.changed").order_by(EventRow.id))
        )


def percentile(values: list[float], rank: int) -> float:
    """The value that ``rank`` percent do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[rank - 1]


if __name__ == "__main__":
    main()
