"""Limits the CPU time of a process by a control group of Linux, version 1 or 2; needs root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
PERIOD_US = 10_000


@contextmanager
def limit_cpu(pid: int, cores: float) -> Iterator[None]:
    """Give the process ``pid`` at most so many cores, all its threads together, until the block ends.

    Raises SystemExit where control groups cannot be created.
    """
    quota = int(cores * PERIOD_US)
    is_unified = (GROUPS / "cgroup.controllers").exists()
    parent = GROUPS if is_unified else GROUPS / "cpu"
    group = parent / f"platemark-benchmark-{os.getpid()}-{pid}"
    limits = (
        {"cpu.max": f"{quota} {PERIOD_US}"}
        if is_unified
        else {"cpu.cfs_period_us": str(PERIOD_US), "cpu.cfs_quota_us": str(quota)}
    )
    try:
        group.mkdir()
    except OSError as error:
        raise SystemExit(f"No control group can be created: {error}") from None
    try:
        for name, value in limits.items():
            (group / name).write_text(value)
        (group / "cgroup.procs").write_text(str(pid))
        yield
    finally:
        for each in (group / "cgroup.procs").read_text().split():
            (parent / "cgroup.procs").write_text(each)
        group.rmdir()
