"""Benchmark of processes: ``python -m benchmarks.processes`` measures API processes and workers that share a machine.

On PostgreSQL. First, reads a second over eight connections that stay open, with one API process and with two. Then, the
latency of reads over one connection: alone, beside workers that draw on every core as if they were as important as the
API (nice 0), and beside workers as installed. A round measures each variant once, in random order; a ratio is taken
within a round, and the figure is the median over the rounds, followed by the least and the greatest.

With ``--api-cores 0.25``, each API process has a quarter of a core to itself: database and client, which take the rest,
then do not compete with it, as if they had cores or machines of their own.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import servers
from benchmarks.cpu_quota import limit_cpu
from benchmarks.load import build_request, measure_latencies
from benchmarks.options import parse
from benchmarks.postgresql import new_database
from benchmarks.ratios import format_table, percentile, ratio, spread
from benchmarks.requests import Operation, list_operations
from benchmarks.seed import cancel_queued_jobs, seed
from benchmarks.servers import Program, Server
from platemark.db.tables import JobRow
from platemark.entrypoints.studio import open_studio
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.studio import Studio

PROCESSES = ("1", "2")
SERVES = "An API process serves"
CONNECTIONS = 8
WARM_UP = 32
SETTLE_SECONDS = 0.5
TIMEOUT_SECONDS = 60.0
CORES = os.cpu_count() or 1
ALONE = "no workers"
BESIDE = {
    ALONE: {"PLATEMARK_WORKERS": "0"},
    "workers at nice 0": {"PLATEMARK_WORKERS": str(CORES), "PLATEMARK_WORKER_NICE": "0"},
    "workers as installed": {"PLATEMARK_WORKERS": str(CORES)},
}


@dataclass(slots=True)
class Measurement:
    """One variant and operation: requests a second, CPU µs a request and p99 in ms by round, and all latencies."""

    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)


Measured = Mapping[tuple[str, str], Measurement]
"""By operation and variant."""


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each variant is measured")
    parser.add_argument("--requests", type=int, default=400, help="requests of each round, variant and operation")
    parser.add_argument("--api-cores", type=float, help="how much of a core each API process has; measures only that")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    chosen = parse(parser, {"rounds": 1, "requests": 60})
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="platemark-processes-") as scratch, new_database() as url:
        settings = Settings(data_dir=Path(scratch), database_url=url, workers=0)
        with open_studio(settings) as studio:
            seeded = seed(studio)
            reads = [each for each in list_operations(str(seeded.album_id)) if each.method == "GET"]
            bench = Bench(studio, Path(scratch), reads, seeded.token, chosen.rounds, chosen.requests)
            throughput = bench.measure_throughput(chosen.api_cores)
            beside = {} if chosen.api_cores else bench.measure_beside_workers()
    print(f"{CORES} cores, load {load:.1f} before; {chosen.rounds} rounds of {chosen.requests} requests\n")
    print(format_throughput(throughput, reads, markdown=chosen.markdown))
    if beside:
        print()
        print(format_latencies(beside, reads, markdown=chosen.markdown))


@dataclass(frozen=True, slots=True)
class Bench:
    """A seeded studio, and how much is measured on it."""

    studio: Studio
    folder: Path
    reads: Sequence[Operation]
    token: str
    rounds: int
    requests: int

    def measure_throughput(self, cores: float | None = None) -> Measured:
        """One API process and several, all of which run throughout; each has at most so many ``cores``."""
        measured: dict[tuple[str, str], Measurement] = defaultdict(Measurement)
        with ExitStack() as stack:
            running = {count: stack.enter_context(self._run_processes(count)) for count in PROCESSES}
            if cores is not None:
                for process in [process for server in running.values() for process in server.list_processes()]:
                    stack.enter_context(limit_cpu(process.pid, cores))
            for number in range(self.rounds):
                for read in self.reads:
                    for count in random.Random(number).sample(PROCESSES, len(PROCESSES)):
                        self._add(measured[read.name, count], running[count], read, CONNECTIONS)
        return measured

    def measure_beside_workers(self) -> Measured:
        """The API alone, and beside as many busy workers as there are cores."""
        measured: dict[tuple[str, str], Measurement] = defaultdict(Measurement)
        for number in range(self.rounds):
            for variant in random.Random(number).sample(list(BESIDE), len(BESIDE)):
                with servers.run(self._program(BESIDE[variant]), self.folder) as server:
                    server.wait("/api/v1/health")
                    if variant != ALONE:
                        self._keep_workers_busy()
                    for read in self.reads:
                        self._add(measured[read.name, variant], server, read, 1)
                    cancel_queued_jobs(self.studio)
        return measured

    @contextmanager
    def _run_processes(self, count: str) -> Iterator[Server]:
        """A server of so many API processes, all of which serve."""
        with servers.run(self._program({"PLATEMARK_API_PROCESSES": count}), self.folder) as server:
            server.wait("/api/v1/health")
            deadline = time.monotonic() + TIMEOUT_SECONDS
            while count != "1" and server.log.read_text().count(SERVES) < int(count):
                if time.monotonic() > deadline:
                    raise SystemExit("Some API processes do not start to serve.")
                time.sleep(0.1)
            yield server

    def _program(self, environ: Mapping[str, str]) -> Program:
        program = servers.platemark(self.studio.settings)
        return Program("-".join(environ.values()), program.command, {**program.environ, **environ})

    def _add(self, measurement: Measurement, server: Server, read: Operation, connections: int) -> None:
        request = build_request(read.method, read.path, self.token)
        measure_latencies(server.port, request, WARM_UP, connections)
        cpu, started = server.cpu_seconds(), time.perf_counter()
        latencies = measure_latencies(server.port, request, self.requests, connections)
        measurement.rates.append(self.requests / (time.perf_counter() - started))
        measurement.cpu.append((server.cpu_seconds() - cpu) / self.requests * 1e6)
        measurement.p99.append(percentile(latencies, 99))
        measurement.latencies += latencies

    def _keep_workers_busy(self) -> None:
        """Queue more than the workers can draw in a round, and wait until each of them draws."""
        payload = GenerateJob(prompt="a fox in the snow", seed=1, width=1024, height=1024, steps=50, count=8).payload()
        with self.studio.work(write=True) as work:
            queue.add(work, [NewJob(kind="generate", engine="press", payload=payload) for _ in range(20 * CORES)])
            work.commit()
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while self._count_running() < CORES:
            if time.monotonic() > deadline:
                raise SystemExit("The workers do not start to draw.")
            time.sleep(0.1)
        time.sleep(SETTLE_SECONDS)

    def _count_running(self) -> int:
        with self.studio.work(write=False) as work:
            running = select(func.count()).where(JobRow.state == "running")
            return int(work.session.connection().execute(running).scalar_one())


def format_throughput(measured: Measured, reads: Sequence[Operation], *, markdown: bool) -> str:
    """Reads a second with one API process and with two."""
    rows = []
    for read in reads:
        one, two = (measured[read.name, count] for count in PROCESSES)
        figures = [spread(one.rates).format(0), spread(two.rates).format(0), ratio(two.rates, one.rates).format(2)]
        rows.append([read.name, *figures, spread(one.cpu).format(0), spread(two.cpu).format(0)])
    head = ["", "1 process, req/s", "2 processes, req/s", "ratio", "CPU µs, 1", "CPU µs, 2"]
    return format_table(head, rows, markdown=markdown)


def format_latencies(measured: Measured, reads: Sequence[Operation], *, markdown: bool) -> str:
    """Latencies beside workers, and the p99 as a multiple of that without workers."""
    rows = []
    for read in reads:
        alone = measured[read.name, ALONE]
        for variant in BESIDE:
            one = measured[read.name, variant]
            p50, times = f"{percentile(one.latencies, 50):.1f}", ratio(one.p99, alone.p99).format(1)
            rows.append([f"{read.name}, {variant}", p50, spread(one.p99).format(1), times])
    return format_table(["", "p50 ms", "p99 ms", "p99, × no workers"], rows, markdown=markdown)


if __name__ == "__main__":
    main()
