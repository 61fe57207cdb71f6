"""Chaos test of the queue: ``python -m tests.crash.attack`` kills, stops and cuts off workers on every backend.

Prints the counts of faults and of violations. Exits with 1 if a job was lost, finished twice or got stuck, an image was
corrupted, or the fencing token never refused a worker.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.crash.backends import BACKENDS
from tests.crash.chaos import ChaosPlan, ChaosResult, run_chaos

ACTIONS = ("kills", "engines", "sweepers", "zombies", "refused", "fenced", "cancels", "cuts", "wipes")
VIOLATIONS = ("lost", "duplicated", "stuck", "failed", "uncancelled", "corrupted")


def main() -> int:
    """Run the chaos test on the chosen backends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("backends", nargs="*", default=list(BACKENDS), help=f"of {', '.join(BACKENDS)}; default: all")
    parser.add_argument("--jobs", type=int, default=500)
    parser.add_argument("--kills", type=int, default=100, help="of workers that were running a job")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--seconds", type=float, default=900, help="limit for each backend")
    options = parser.parse_args()
    print_now(" ".join(["backend".ljust(24), "jobs", *ACTIONS, "|", *VIOLATIONS, "seconds"]))
    failed = False
    for name in options.backends:
        with tempfile.TemporaryDirectory() as folder:
            plan = ChaosPlan(options.jobs, options.kills, options.seed, options.seconds)
            result = run_chaos(BACKENDS[name], plan, Path(folder))
        print_now(format_row(result))
        failed = failed or result.failed
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print_now(f"seed {options.seed}, {load}; {'FAILED' if failed else 'passed'}")
    return int(failed)


def format_row(result: ChaosResult) -> str:
    """A row of the table."""
    actions = [str(result.actions[action]).rjust(len(action)) for action in ACTIONS]
    violations = [str(getattr(result.verdict, name)).rjust(len(name)) for name in VIOLATIONS]
    jobs, seconds = str(result.plan.jobs).rjust(4), f"{result.seconds:.0f}".rjust(7)
    return " ".join([result.name.ljust(24), jobs, *actions, "|", *violations, seconds])


def print_now(text: str) -> None:
    """Print and flush, because the run takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
