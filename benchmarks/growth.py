"""Benchmark of growth: ``python -m benchmarks.growth`` prints what SQL costs in a small studio and in a large one.

Both studios are served from this process. The figure of an operation is the time of its statements, from the call of
the driver to the last row, added up: the median over the rounds, in which the small and the large studio take turns,
and the least. The work does not depend on other load: steps of SQLite's virtual machine, or rows that PostgreSQL reads.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from benchmarks.growth_operations import OPERATIONS, Target, serve
from benchmarks.large_rows import Size
from benchmarks.large_studio import fill
from benchmarks.options import parse
from benchmarks.ratios import format_table
from platemark import logs
from platemark.entrypoints.studio import open_studio
from platemark.settings import Settings

POSTGRESQL = os.environ.get("PLATEMARK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
DATABASES = ("sqlite", "postgresql")


@dataclass(slots=True)
class Figures:
    """The milliseconds of an operation by round, the number of its statements, and their work."""

    milliseconds: list[float] = field(default_factory=list)
    statements: int = 0
    work: float = 0

    @property
    def median(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.milliseconds)

    def format(self) -> str:
        """The median and the least."""
        return f"{self.median:.2f} ({min(self.milliseconds):.2f})"


Measured = dict[tuple[str, str], Figures]
"""By the name of the operation, and ``small`` or ``large``."""


def main() -> None:
    """Seed, measure and print a table for each database."""
    options = parse_arguments()
    logs.configure(Settings(log_level="error"))
    small = Size(images=options.small, jobs=options.small // 10, queued=options.small // 100, large_album=50)
    large = Size(
        images=options.size, jobs=options.size, queued=min(20_000, options.size // 10), large_album=options.size // 4
    )
    for database in options.databases:
        load = os.getloadavg()[0]
        with tempfile.TemporaryDirectory(prefix="platemark-growth-") as scratch:
            started = time.perf_counter()
            with open_targets(database, Path(scratch), {"small": small, "large": large}) as targets:
                seconds = time.perf_counter() - started
                measured = measure(targets, options.rounds, options.only)
        print(
            f"{database}: {small.images} images and {small.jobs} jobs, then {large.images} and {large.jobs}, "
            f"{large.queued} of them queued; seeded in {seconds:.0f} s\n{os.cpu_count()} cores, load {load:.1f} before "
            f"and {os.getloadavg()[0]:.1f} after; {options.rounds} rounds\n"
        )
        print(format_report(measured, markdown=options.markdown), flush=True)


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="images, and jobs, of the large studio")
    parser.add_argument("--small", type=int, default=10_000, help="images of the small studio; a tenth of it, jobs")
    parser.add_argument("--rounds", type=int, default=9, help="how often each operation is measured")
    parser.add_argument("--databases", nargs="+", choices=DATABASES, default=DATABASES)
    parser.add_argument("--only", default="", help="only the operations with this in their name")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parse(parser, {"small": 2000, "size": 10_000, "rounds": 2}, arguments)


@contextmanager
def open_targets(database: str, folder: Path, sizes: dict[str, Size]) -> Iterator[dict[str, Target]]:
    """Seed and serve a studio of each size."""
    with ExitStack() as stack:
        targets = {}
        for name, size in sizes.items():
            url = stack.enter_context(_database(database, folder / f"{name}.db"))
            settings = Settings(
                data_dir=folder / name, database_url=url, workers=0, log_level="error", port=_free_port()
            )
            studio = stack.enter_context(open_studio(settings))
            seeded = fill(studio.database, size)
            targets[name] = stack.enter_context(serve(studio, seeded))
        yield targets


@contextmanager
def _database(database: str, file: Path) -> Iterator[str]:
    """The URL of a new database."""
    if database == "sqlite":
        yield f"sqlite:///{file}"
        return
    name = f"platemark_growth_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield f"{POSTGRESQL}/{name}"
    finally:
        with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def measure(targets: dict[str, Target], rounds: int, only: str) -> Measured:
    """Measure every operation on all targets in turn; a first round, which fills caches, does not count."""
    measured: Measured = defaultdict(Figures)
    order = random.Random(0)
    chosen = {name: operation for name, operation in OPERATIONS.items() if only in name}
    for number in range(rounds + 1):
        for name, operation in chosen.items():
            for size in order.sample(list(targets), len(targets)):
                statements = operation(targets[size])
                if number > 0:
                    figures = measured[name, size]
                    figures.milliseconds.append(sum(each.seconds for each in statements) * 1000)
                    figures.statements = len(statements)
    for size, target in targets.items():
        with target.recording_work():
            for name, operation in chosen.items():
                measured[name, size].work = sum(each.steps or each.rows_read() for each in operation(target))
    return measured


def format_report(measured: Measured, *, markdown: bool) -> str:
    """A row for each operation: SQL milliseconds and work of both sizes, ratios, and the number of statements."""
    rows = []
    for name in dict.fromkeys(name for name, _ in measured):
        small, large = measured[name, "small"], measured[name, "large"]
        ratios = [large.median / small.median, min(large.milliseconds) / min(small.milliseconds)]
        work = [f"{small.work:.0f}", f"{large.work:.0f}"]
        cells = [small.format(), large.format(), *(f"{ratio:.2f}" for ratio in ratios), *work, str(large.statements)]
        rows.append([name, *cells])
    head = ["SQL ms: median (least)", "small", "large", "×", "× least", "work, small", "large", "statements"]
    return format_table(head, rows, markdown=markdown)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


if __name__ == "__main__":
    main()
