"""Benchmark of starts: ``python -m benchmarks.startup`` prints what a process costs before its first answer.

The API of Platemark, without workers and on a database that is up to date, beside a FastAPI application with as many
operations. CPU time is counted until ``/api/v1/health`` is answered, memory right after it. Rounds are interleaved.
Modules are compiled once, in a round that does not count, as those of an installed program are.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks import servers
from benchmarks.options import parse
from benchmarks.ratios import format_table, ratio, spread
from benchmarks.servers import Program
from platemark.entrypoints.studio import open_studio
from platemark.settings import Settings

REFERENCE = "FastAPI, 90 operations"
HELP = (sys.executable, "-m", "platemark.entrypoints.main", "--help")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each process is started")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options = parse(parser, {"rounds": 1})
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="platemark-startup-") as scratch:
        folder = Path(scratch)
        cpu, memory = measure_servers(folder, options.rounds)
        cpu["platemark --help"] = [measure_help(folder) for _ in range(options.rounds + 1)][1:]
    print(f"{os.cpu_count()} cores, load {load:.1f} before; {options.rounds} rounds\n")
    print(format_report(cpu, memory, markdown=options.markdown))


def measure_servers(folder: Path, rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """The CPU seconds and the MiB of each server by round; a first round, which compiles modules, does not count."""
    settings = Settings(data_dir=folder, workers=0)
    with open_studio(settings):
        programs = [
            with_compiled_modules(program, folder)
            for program in (servers.platemark(settings), servers.peer(REFERENCE, "fastapi_large", settings))
        ]
    cpu: dict[str, list[float]] = {program.name: [] for program in programs}
    memory: dict[str, list[float]] = {program.name: [] for program in programs}
    for number in range(rounds + 1):
        for program in random.Random(number).sample(programs, len(programs)):
            seconds, mebibytes = measure_server(program, folder)
            if number > 0:
                cpu[program.name].append(seconds)
                memory[program.name].append(mebibytes)
    return cpu, memory


def measure_server(program: Program, folder: Path) -> tuple[float, float]:
    """The CPU seconds of a server until it answers, and its memory then."""
    with servers.run(program, folder) as server:
        server.wait("/api/v1/health")
        return server.cpu_seconds(), server.memory_mib()


def with_compiled_modules(program: Program, folder: Path) -> Program:
    """``program`` with its compiled modules in ``folder``, also where the environment forbids to keep them."""
    return replace(program, environ={**program.environ, **compiled_modules(folder)})


def compiled_modules(folder: Path) -> dict[str, str]:
    """The environment that keeps compiled modules in ``folder``."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "modules")}


def measure_help(folder: Path) -> float:
    """The CPU seconds of ``platemark --help``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(HELP, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **compiled_modules(folder)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def format_report(cpu: dict[str, list[float]], memory: dict[str, list[float]], *, markdown: bool) -> str:
    """One row for each process."""
    rows = [
        [
            name,
            spread(seconds).format(2),
            ratio(seconds, cpu[REFERENCE]).format(2) if name in memory else "",
            spread(memory[name]).format(0) if name in memory else "",
        ]
        for name, seconds in cpu.items()
    ]
    return format_table(["", "CPU s", "× FastAPI", "MiB"], rows, markdown=markdown)


if __name__ == "__main__":
    main()
