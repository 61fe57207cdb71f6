"""Benchmark of requests: ``python -m benchmarks.requests`` compares Platemark with other frameworks on one database.

Each server is a process of its own, run by the same server program, with an access log; all open the same SQLite file,
look up the same token, and must give the same answers before anything is measured. A round measures every server once,
in random order, so that other load on the machine affects all of them. CPU time is that of the server's process. Ratios
are taken within a round: each is the median over the rounds, followed by the least and the greatest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from benchmarks import servers
from benchmarks.load import build_request, measure_latencies
from benchmarks.options import parse
from benchmarks.ratios import format_table, percentile, ratio, spread
from benchmarks.seed import cancel_queued_jobs, seed
from benchmarks.servers import Program, Server
from platemark.entrypoints.studio import open_studio
from platemark.settings import Settings
from platemark.studio import Studio

PEERS = {
    "FastAPI": "fastapi_app",
    "Litestar": "litestar_app",
    "Connexion": "connexion_app",
    "raw ASGI": "raw_asgi",
    "raw bytes": "raw_bytes",
}
REFERENCE = "FastAPI"
CONNECTIONS = (1, 8)
WARM_UP = 20
JOB = {
    "kind": "generate", "prompt": "a fox in the snow, woodcut, winter palette", "negative_prompt": "", "width": 512,
    "height": 512, "seed": 20261122, "engine": "press", "visibility": "private", "priority": 0, "count": 1,
}  # fmt: skip
NEW_EACH_TIME = ("id", "created_at", "links", "estimate")
"""The fields of a job's receipt that differ from request to request."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A measured operation."""

    name: str
    method: str
    path: str
    body: bytes = b""


@dataclass(slots=True)
class Measurement:
    """One server, operation and number of connections: CPU microseconds a request by round, and all latencies in ms."""

    cpu: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)


Key = tuple[str, int, str]
"""The name of an operation, the number of connections, and the name of a server."""


def main() -> None:
    """Measure and print the tables."""
    chosen = parse_arguments()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="platemark-requests-") as scratch, _studio(Path(scratch)) as studio:
        seeded = seed(studio)
        operations = list_operations(str(seeded.album_id))
        with run_servers(list_programs(studio.settings, chosen.only), Path(scratch)) as running:
            check_answers(studio, running, operations, seeded.token)
            measured = measure(studio, running, operations, seeded.token, chosen.rounds, chosen.requests)
    print(f"{os.cpu_count()} cores, load {load:.1f} before; {chosen.rounds} rounds of {chosen.requests} requests\n")
    print(format_report(measured, operations, [server.name for server in running], markdown=chosen.markdown))


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each server is measured")
    parser.add_argument("--requests", type=int, default=150, help="requests of each round, server and operation")
    parser.add_argument("--only", nargs="+", default=list(PEERS), choices=list(PEERS), help="compare only with these")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parse(parser, {"rounds": 2, "requests": 20}, arguments)


def list_operations(album_id: str) -> list[Operation]:
    """The operations to measure."""
    return [
        Operation("album, 50 images", "GET", f"/api/v1/albums/{album_id}"),
        Operation("images, 50", "GET", "/api/v1/images?limit=50"),
        Operation("albums, 50", "GET", "/api/v1/albums?limit=50"),
        Operation("POST job", "POST", "/api/v1/jobs", json.dumps(JOB).encode()),
    ]


def list_programs(settings: Settings, peers: Sequence[str]) -> list[Program]:
    """Platemark and these peers."""
    return [servers.platemark(settings), *(servers.peer(name, PEERS[name], settings) for name in peers)]


@contextmanager
def run_servers(programs: Sequence[Program], folder: Path) -> Iterator[list[Server]]:
    """Start all servers, wait until each responds, and stop them when the block ends."""
    with ExitStack() as stack:
        running = [stack.enter_context(servers.run(program, folder)) for program in programs]
        for server in running:
            server.wait("/api/v1/health")
        yield running


@contextmanager
def _studio(folder: Path) -> Iterator[Studio]:
    with open_studio(Settings(data_dir=folder, workers=0)) as studio:
        yield studio


def check_answers(studio: Studio, running: Sequence[Server], operations: Sequence[Operation], token: str) -> None:
    """Exit unless every server gives the same answers as the first."""
    for operation in operations:
        answers = {}
        for server in running:
            cancel_queued_jobs(studio)
            answers[server.name] = to_facts(_request(server, operation, token))
        first = answers[running[0].name]
        for name, facts in answers.items():
            if facts != first:
                fields = [key for key in first.keys() | facts.keys() if first.get(key) != facts.get(key)]
                raise SystemExit(f"{operation.name}: {name} gives another answer than {running[0].name} in {fields}")


def _request(server: Server, operation: Operation, token: str) -> Any:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    url = f"{server.url}{operation.path}"
    response = httpx.request(operation.method, url, headers=headers, content=operation.body, timeout=30)
    if not response.is_success:
        raise SystemExit(f"{operation.name}: {server.name} answers {response.status_code} {response.text[:500]}")
    return response.json()


def to_facts(answer: Mapping[str, Any]) -> dict[str, Any]:
    """An answer without what differs from request to request; times as times, not as text."""
    if "position" in answer and "state" in answer:
        answer = {name: None if name in NEW_EACH_TIME else value for name, value in answer.items()}
    facts: dict[str, Any] = _parse_times(answer)
    return facts


def _parse_times(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: datetime.fromisoformat(inner) if name.endswith("_at") and inner else _parse_times(inner)
            for name, inner in value.items()
        }
    return [_parse_times(item) for item in value] if isinstance(value, list) else value


def measure(
    studio: Studio, running: Sequence[Server], operations: Sequence[Operation], token: str, rounds: int, requests: int
) -> Mapping[Key, Measurement]:
    """Measure every server in every round."""
    measured: dict[Key, Measurement] = defaultdict(Measurement)
    order = random.Random(0)
    for number in range(rounds + 1):
        for operation in operations:
            request = build_request(operation.method, operation.path, token, operation.body)
            for connections in CONNECTIONS:
                for server in order.sample(running, len(running)):
                    cancel_queued_jobs(studio)
                    if number == 0:
                        measure_latencies(server.port, request, WARM_UP, connections)
                    else:
                        _add(measured[operation.name, connections, server.name], server, request, requests, connections)
    return measured


def _add(measurement: Measurement, server: Server, request: bytes, count: int, connections: int) -> None:
    before = server.cpu_seconds()
    measurement.latencies += measure_latencies(server.port, request, count, connections)
    measurement.cpu.append((server.cpu_seconds() - before) / count * 1e6)


def format_report(
    measured: Mapping[Key, Measurement], operations: Sequence[Operation], names: Sequence[str], *, markdown: bool
) -> str:
    """A table of the ratios of CPU time, and a table of all figures for each operation."""
    parts = [f"CPU time of a request, × {REFERENCE}, one connection"]
    head = ["", *(operation.name for operation in operations)]
    rows = [[name, *(_ratio(measured, operation.name, 1, name) for operation in operations)] for name in names]
    parts.append(format_table(head, rows, markdown=markdown))
    head = ["", *(f"{title}, {count}" for count in CONNECTIONS for title in ("CPU µs", "p50 ms", "p99 ms"))]
    for operation in operations:
        rows = [
            [name, *(cell for count in CONNECTIONS for cell in _figures(measured[operation.name, count, name]))]
            for name in names
        ]
        parts += [f"{operation.name}, with {' and '.join(map(str, CONNECTIONS))} connections"]
        parts.append(format_table(head, rows, markdown=markdown))
    return "\n\n".join(parts)


def _ratio(measured: Mapping[Key, Measurement], operation: str, connections: int, name: str) -> str:
    reference = measured.get((operation, connections, REFERENCE))
    if reference is None:
        return ""
    return ratio(measured[operation, connections, name].cpu, reference.cpu).format(2)


def _figures(measurement: Measurement) -> list[str]:
    latencies = [percentile(measurement.latencies, rank) for rank in (50, 99)]
    return [spread(measurement.cpu).format(0), *(f"{value:.1f}" for value in latencies)]


if __name__ == "__main__":
    main()
