"""Benchmark of event streams: ``python -m benchmarks.events`` prints the latency of album lists beside open streams.

A studio without workers runs in a process of its own; this process writes events as a worker would. The first
measurement has no streams, the second has all of them open, and in the third a quarter of them reconnect and one is
away for a while. In the end, every client must have received every event once and in order.
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

from benchmarks.options import parse
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
REQUESTS_PER_SECOND = 20
TIMEOUT_SECONDS = 60.0
TARGET_FACTOR = 1.5


@dataclass
class Client:
    """One client, and the event ids that it received after ``first``."""

    number: int
    first: int | None = None
    seen: list[int] = field(default_factory=list)
    reconnects: int = 0
    away_seconds: float | None = None
    """How long it disconnects once, if it does."""

    @property
    def last(self) -> int | None:
        """The id to resume from."""
        return self.seen[-1] if self.seen else self.first

    @property
    def has_to_go_away(self) -> bool:
        """Whether its one absence is still to come."""
        return self.away_seconds is not None and not self.reconnects

    @property
    def is_unstable(self) -> bool:
        """Whether it disconnects again after each reconnect."""
        return self.number % 4 == 0

    def choose_times(self, rng: random.Random) -> tuple[float, float]:
        """The seconds to stay connected, and then to stay disconnected."""
        return (1.0, self.away_seconds) if self.away_seconds is not None else (rng.uniform(2, 8), rng.uniform(0, 1.5))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--rate", type=float, default=20.0, help="events per second")
    parser.add_argument("--seconds", type=float, default=30.0, help="duration of each measurement")
    parser.add_argument("--away", type=float, default=10.0, help="seconds for which one client is disconnected")
    parser.add_argument("--database", default="", help="the URL of an empty PostgreSQL database; SQLite without it")
    options = parse(parser, {"streams": 50, "seconds": 4, "away": 3})
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data_dir=Path(folder),
            database_url=options.database,
            workers=0,
            log_level="error",
            max_streams_per_user=options.streams,
        )
        requests = ProcessPoolExecutor(1, get_context("spawn"))
        with requests, open_studio(settings) as studio, serve_studio(settings) as address:
            asyncio.run(measure(studio, address, create_albums(studio), options, requests))


async def measure(
    studio: Studio, address: str, token: str, options: argparse.Namespace, requests: ProcessPoolExecutor
) -> None:
    """Run the measurements and check what the clients received. Requests are sent from a process of their own."""
    loop = asyncio.get_running_loop()

    def measure_requests(seconds: float) -> asyncio.Future[list[float]]:
        return loop.run_in_executor(requests, list_albums, address, token, seconds)

    await measure_requests(3.0)  # warm-up
    durations: dict[str, list[float]] = {}
    with write_events(studio, options.rate):
        durations["alone"] = await measure_requests(options.seconds)
    unstable, finished = asyncio.Event(), asyncio.Event()
    clients = [Client(number) for number in range(options.streams)]
    clients[-1].away_seconds = options.away
    tasks = [asyncio.create_task(run_client(each, address, token, unstable, finished)) for each in clients]
    while any(each.first is None for each in clients):
        await asyncio.sleep(0.05)
    with write_events(studio, options.rate):
        durations["beside open streams"] = await measure_requests(options.seconds)
        unstable.set()
        durations["a quarter reconnect"] = await measure_requests(max(options.seconds, options.away + 2))
    await wait_for_clients(studio, clients)
    finished.set()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    report(studio, options, durations, clients)


def report(
    studio: Studio, options: argparse.Namespace, durations: dict[str, list[float]], clients: list[Client]
) -> None:
    """Print the results."""
    ids = list_event_ids(studio)
    expected = [[id_ for id_ in ids if each.first is not None and id_ > each.first] for each in clients]
    missed = sum(len(set(ids) - set(each.seen)) for ids, each in zip(expected, clients, strict=True))
    repeated = sum(len(each.seen) - len(set(each.seen)) for each in clients)
    unordered = sum(each.seen != sorted(each.seen) for each in clients)
    print(f"{options.streams} streams, {options.rate:g} events/s, {options.seconds:g} s, {studio.database.dialect}")
    print(f"target: p99 of GET /albums beside open streams at most {TARGET_FACTOR} x that without streams")
    for name, times in durations.items():
        p50, p99 = percentile(times, 50), percentile(times, 99)
        factors = [value / percentile(durations["alone"], rank) for value, rank in ((p50, 50), (p99, 99))]
        print(f"{name:22} p50 {p50:6.1f} ms {factors[0]:5.2f} x   p99 {p99:6.1f} ms {factors[1]:5.2f} x")
    print(f"delivered {sum(len(each.seen) for each in clients)}, reconnects {sum(each.reconnects for each in clients)}")
    print(f"missed {missed}, repeated {repeated}, clients out of order {unordered}")
    away = clients[-1]
    print(f"away for {options.away:g} s: missed {len(set(expected[-1]) - set(away.seen))} of {len(expected[-1])}")


@contextmanager
def serve_studio(settings: Settings) -> Iterator[str]:
    """Serve the studio on a free port, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {
        **os.environ,
        "PLATEMARK_DATA_DIR": str(settings.data_dir),
        "PLATEMARK_DATABASE_URL": settings.database_url,
        "PLATEMARK_PORT": str(port),
        "PLATEMARK_WORKERS": "0",
        "PLATEMARK_MAX_STREAMS_PER_USER": str(settings.max_streams_per_user),
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
    """Wait until the server responds."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The studio does not respond.")


def create_albums(studio: Studio) -> str:
    """Create albums and a user who may list them; the user's token."""
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
def write_events(studio: Studio, rate: float) -> Iterator[None]:
    """Write ``rate`` events per second for the duration of the block."""
    stop = threading.Event()

    def write() -> None:
        due = time.monotonic()
        while not stop.is_set():
            with studio.work(write=True) as work:
                record(work, "album.changed", new_id())
                work.commit()
            due += 1 / rate
            stop.wait(max(0.0, due - time.monotonic()))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def list_albums(address: str, token: str, seconds: float) -> list[float]:
    """List albums at a steady rate; the milliseconds that each response took."""
    durations: list[float] = []
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{address}/api/v1", headers=headers, timeout=TIMEOUT_SECONDS) as client:
        until = time.monotonic() + seconds
        while (started := time.monotonic()) < until:
            client.get("/albums").raise_for_status()
            durations.append((time.monotonic() - started) * 1000)
            time.sleep(max(0.0, started + 1 / REQUESTS_PER_SECOND - time.monotonic()))
    return durations


async def run_client(
    client: Client, address: str, token: str, unstable: asyncio.Event, finished: asyncio.Event
) -> None:
    """Stream to the end; unstable clients reconnect once ``unstable`` is set."""
    rng = random.Random(client.number)
    async with asyncio.TaskGroup() as group:
        streaming = group.create_task(stream(client, address, token))
        await unstable.wait()
        while not finished.is_set() and (client.is_unstable or client.has_to_go_away):
            seconds, away = client.choose_times(rng)
            await asyncio.sleep(seconds)
            streaming.cancel()
            client.reconnects += 1
            await asyncio.sleep(away)
            streaming = group.create_task(stream(client, address, token))


async def stream(client: Client, address: str, token: str) -> None:
    """Stream events; reconnect soon after the stream ends."""
    while True:
        with contextlib.suppress(OSError):
            await read_stream(client, address, token)
        await asyncio.sleep(0.3)


async def read_stream(client: Client, address: str, token: str) -> None:
    """Read one stream to its end, line by line: messages never span chunks."""
    url = httpx.URL(address)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    last = "" if client.last is None else f"Last-Event-ID: {client.last}\r\n"
    request = f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n{last}\r\n"
    try:
        writer.write(request.encode("ascii"))
        number = 0
        while line := await reader.readline():
            if line.startswith(b"id: "):
                number = int(line[4:])
            elif line == b"event: ready\n" and client.first is None:
                client.first = number
            elif line == b"event: album.changed\n":
                client.seen.append(number)
    finally:
        writer.close()


async def wait_for_clients(studio: Studio, clients: list[Client]) -> None:
    """Wait until every client has received the last event, or time is up."""
    last = list_event_ids(studio)[-1]
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while any(each.last != last for each in clients) and time.monotonic() < deadline:
        await asyncio.sleep(0.1)


def list_event_ids(studio: Studio) -> list[int]:
    """The ids of all events."""
    with studio.work(write=False) as work:
        return list(
            work.session.scalars(select(EventRow.id).where(EventRow.kind == "album.changed").order_by(EventRow.id))
        )


def percentile(values: list[float], rank: int) -> float:
    """The ``rank``-th percentile of ``values``."""
    return statistics.quantiles(values, n=100, method="inclusive")[rank - 1]


if __name__ == "__main__":
    main()
