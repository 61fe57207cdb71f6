"""Benchmark of laborious bodies: ``python -m benchmarks.worst_bodies`` measures what others wait meanwhile.

Each body is as large and as laborious as its operation takes; an empty object shows what any request in turn with
others costs them. One connection sends it again and again; another lists albums meanwhile. A round measures the list
alone and beside each body, in random order; a ratio is taken within a round, and the figure is the median over the
rounds, followed by the least and the greatest.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import socket
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks import servers
from benchmarks.load import build_request, measure_latencies
from benchmarks.options import parse
from benchmarks.ratios import format_table, percentile, ratio, spread
from benchmarks.seed import seed
from platemark.entrypoints.studio import open_studio
from platemark.settings import Settings

LIST = "/api/v1/albums?limit=50"
ALONE = "alone"
KIB = 1024
TARGET_FACTOR = 3
SETTLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Body:
    """A body, the operation it is sent to, and whether the sender is signed in."""

    path: str
    content: bytes
    signed_in: bool = True


@dataclass(slots=True)
class Measurement:
    """Beside one body: the list's p50 and p99 in ms by round, and what the body's sender got."""

    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    answers: list[tuple[int, float]] = field(default_factory=list)
    """Status and milliseconds of each."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each body is measured")
    parser.add_argument("--requests", type=int, default=300, help="lists of albums in each round, beside each body")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    chosen = parse(parser, {"rounds": 1, "requests": 60})
    load = os.getloadavg()[0]
    bodies = list_bodies()
    measured: dict[str, Measurement] = defaultdict(Measurement)
    with tempfile.TemporaryDirectory(prefix="platemark-bodies-") as scratch:
        settings = Settings(data_dir=Path(scratch), workers=0)
        with open_studio(settings) as studio:
            token = seed(studio).token
        with servers.run(servers.platemark(settings), Path(scratch)) as server, run_sender(server.port) as sender:
            server.wait("/api/v1/health")
            request = build_request("GET", LIST, token)
            measure_latencies(server.port, request, 100, 1)
            for number in range(chosen.rounds):
                for name in random.Random(number).sample([ALONE, *bodies], len(bodies) + 1):
                    body = bodies.get(name)
                    with send_repeatedly(sender, build_post(body, token) if body else None) as answers:
                        latencies = measure_latencies(server.port, request, chosen.requests, 1)
                    measured[name].p50.append(percentile(latencies, 50))
                    measured[name].p99.append(percentile(latencies, 99))
                    measured[name].answers += answers
    print(f"{os.cpu_count()} cores, load {load:.1f} before; {chosen.rounds} rounds of {chosen.requests} requests")
    print(f"target: p99 of others at most {TARGET_FACTOR} x that without\n")
    print(format_report(measured, bodies, markdown=chosen.markdown))


def list_bodies() -> dict[str, Body]:
    """The bodies by name: as much as each of the operations takes that read the most."""
    columns = [f"c{number}" for number in range(50)]
    cell = "a fox in the snow and winter woodcut"
    rows = [dict.fromkeys(columns, cell)] * 1000
    table = "\n".join([",".join(columns), *[",".join([cell] * 50)] * 1000])
    logs = [
        _log("GET https://example.org/?token=abcdefgh12345678 password: hunter2; ", number) for number in range(300)
    ]
    state = {f"k{number}": [[number]] * 25 for number in range(1000)}
    ids = [f"0192e4a0-7c00-7000-8000-{number:012x}" for number in range(1600)]
    return {
        "sign-in, an empty object": Body("/auth/session", b"{}", signed_in=False),
        "sign-in, unknown keys": Body("/auth/session", _unknown_keys(16 * KIB), signed_in=False),
        "sign-in, integers": Body("/auth/session", b"[" + b"1," * 3500 + b"1]", signed_in=False),
        "job, unknown keys": Body("/jobs", _unknown_keys(64 * KIB)),
        "job, 1600 image ids": Body("/jobs", _encode({"kind": "caption", "image_ids": ids})),
        "set template, rows in JSON": Body("/set-templates", _encode({"name": "x", "rows": rows})),
        "set template, rows in CSV": Body("/set-templates", _encode({"name": "x", "rows_csv": table})),
        "bug report, state": Body("/bug-reports", _encode({"description": "x", "app_state": state})),
        "bug report, logs": Body("/bug-reports", _encode({"description": "x", "recent_logs": logs})),
    }


def _encode(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _log(text: str, number: int) -> dict[str, object]:
    return {"level": "error", "message": f"{number} " + text * 200, "timestamp": "2026-11-22T09:29:58Z"}


def _unknown_keys(size: int) -> bytes:
    """A JSON object of about ``size`` bytes, none of whose members the contract knows."""
    return _encode({f"k{number:05}": 1 for number in range(size // 11 - 1)})


@contextmanager
def run_sender(port: int) -> Iterator[Connection]:
    """A process that sends to this port, for ``send_repeatedly``."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve_sender, args=(port, there), daemon=True)
    process.start()
    try:
        yield here
    finally:
        here.send(None)
        process.join()


@contextmanager
def send_repeatedly(sender: Connection, request: bytes | None) -> Iterator[list[tuple[int, float]]]:
    """Send the request, if any, again and again until the block ends; its answers are there then."""
    answers: list[tuple[int, float]] = []
    if request is None:
        yield answers
        return
    sender.send(request)
    sender.recv()  # the first has been answered
    time.sleep(SETTLE_SECONDS)
    try:
        yield answers
    finally:
        sender.send(None)
        answers += sender.recv()


def build_post(body: Body, token: str) -> bytes:
    """The bytes of the request."""
    lines = [f"POST /api/v1{body.path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
    lines += [f"Authorization: Bearer {token}"] * body.signed_in
    lines += [f"Content-Length: {len(body.content)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("ascii") + body.content


def _serve_sender(port: int, commands: Connection) -> None:
    while (request := commands.recv()) is not None:
        answers = [_send(port, request)]
        commands.send(None)
        while not commands.poll():
            answers.append(_send(port, request))
        commands.recv()
        commands.send(answers)


def _send(port: int, request: bytes) -> tuple[int, float]:
    """Status and milliseconds of a request on a connection of its own."""
    before = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        answer = b""
        try:
            connection.sendall(request)
            while part := connection.recv(1 << 16):
                answer += part
        except ConnectionError:  # refused before it was read to its end
            pass
    return int(answer[9:12] or b"0"), (time.perf_counter() - before) * 1000


def format_report(measured: Mapping[str, Measurement], bodies: Mapping[str, Body], *, markdown: bool) -> str:
    """The list alone and beside each body."""
    alone = measured[ALONE]
    rows = [[ALONE, "", "", "", spread(alone.p50).format(1), spread(alone.p99).format(1), ""]]
    for name, body in bodies.items():
        one = measured[name]
        statuses = ", ".join(map(str, sorted({status for status, _ in one.answers})))
        sender = percentile([each for _, each in one.answers] * 2, 50)
        figures = [spread(one.p50).format(1), spread(one.p99).format(1), ratio(one.p99, alone.p99).format(1)]
        rows.append([name, f"{len(body.content) / KIB:.0f}", statuses, f"{sender:.0f}", *figures])
    head = ["beside", "KiB", "status", "answer, ms", "others' p50 ms", "others' p99 ms", "p99, ×"]
    return format_table(head, rows, markdown=markdown)


if __name__ == "__main__":
    main()
