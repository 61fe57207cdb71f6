"""Attack the queue: ``python -m tests.crash.attack`` kills, stops and cuts off workers on every backend.

Prints what was done and what came of it; 1 where a job was lost, finished twice or stuck, or a picture spoilt.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.crash.backends import BACKENDS
from tests.crash.storm import Outcome, Plan, attack

ACTS = ("kills", "engines", "sweepers", "zombies", "refused", "cancels", "cuts", "wipes")
PROMISES = ("lost", "twice", "stuck", "failed", "disobeyed", "spoilt")


def main() -> int:
    """Attack what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("backends", nargs="*", default=list(BACKENDS), help=f"of {', '.join(BACKENDS)}; all")
    parser.add_argument("--jobs", type=int, default=500)
    parser.add_argument("--kills", type=int, default=100, help="of workers that had a job in hand")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--seconds", type=float, default=900, help="for each backend, at most")
    chosen = parser.parse_args()
    say(" ".join(["backend".ljust(24), "jobs", *ACTS, "|", *PROMISES, "seconds"]))
    bad = False
    for name in chosen.backends:
        with tempfile.TemporaryDirectory() as folder:
            outcome = attack(BACKENDS[name], Plan(chosen.jobs, chosen.kills, chosen.seed, chosen.seconds), Path(folder))
        say(line(outcome))
        bad = bad or outcome.bad
    say(f"seed {chosen.seed}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {'BROKEN' if bad else 'kept'}")
    return int(bad)


def line(outcome: Outcome) -> str:
    """The row of the table."""
    done = [str(outcome.acts[act]).rjust(len(act)) for act in ACTS]
    kept = [str(getattr(outcome.verdict, promise)).rjust(len(promise)) for promise in PROMISES]
    return " ".join(
        [outcome.name.ljust(24), str(outcome.plan.jobs).rjust(4), *done, "|", *kept, f"{outcome.seconds:.0f}".rjust(7)]
    )


def say(text: str) -> None:
    """At once, for this takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
