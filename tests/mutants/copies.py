"""A copy of the repository in which mutants are made and tried."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO

from tests.mutants.code_mutations import CodeMutant

COPIED = (
    "platemark", "platemark_press", "handlers", "generated", "tests", "codegen", "benchmarks", "spec", "docs", "deploy",
    "web-assets", "pyproject.toml", "README.md", "CHANGELOG.md",
)  # fmt: skip


class Copy:
    """A copy and processes in it that run tests: one has collected those of `files`, one imports them anew.

    A process that is ``cold`` starts sooner, but each trial takes longer; there is no other one then.
    """

    def __init__(self, repository: Path, files: list[str], *, cold: bool = False) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mutants-")
        self.root = Path(self._folder.name).resolve()
        for name in COPIED:
            source = repository / name
            if source.is_dir():
                shutil.copytree(source, self.root / name)  # what is compiled as well: the files keep their times
            else:
                shutil.copy2(source, self.root / name)
        (self.root / "shared-types").symlink_to(repository / "shared-types")
        self._processes: list[subprocess.Popen[str]] = []
        self._collected = self._start("cold" if cold else "collected", *files)
        self._fresh = self._collected if cold else self._start("fresh")

    def __enter__(self) -> Copy:
        for process in self._processes:
            if self._read(process) != "ready":
                raise SystemExit("the tests cannot be collected")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._processes:
            process.communicate()
        self._folder.cleanup()

    def first_failure(self, tests: list[str], mutant: CodeMutant, seconds: float, *, patched: bool) -> str:
        """The first of `tests` that fails on a mutant; empty if all pass. The copy is restored afterwards."""
        if not tests:
            return ""
        file = self.root / mutant.file
        source, stat = file.read_text("utf-8"), file.stat()
        mutated = mutant.apply(source)
        file.write_text(mutated, "utf-8")
        process = self._collected if patched else self._fresh
        trial = {"tests": tests, "seconds": seconds, "file": mutant.file, "source": source, "mutated": mutated}
        try:
            print(json.dumps(trial), file=process.stdin, flush=True)
            return self._read(process)
        finally:
            file.write_text(source, "utf-8")
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        environ = {**os.environ, "PYTHONPATH": str(self.root)}
        command = [sys.executable, "-m", "tests.mutants.trial", *arguments]
        with (self.root / f"{arguments[0]}.log").open("w") as log:
            process = subprocess.Popen(
                command,
                cwd=self.root,
                env=environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._processes.append(process)
        return process

    def _read(self, process: subprocess.Popen[str]) -> str:
        line = _stream(process.stdout).readline()
        if not line:
            logs = "\n".join(path.read_text("utf-8")[-2000:] for path in self.root.glob("*.log"))
            raise SystemExit(f"a process that runs tests has ended\n{logs}")
        return str(json.loads(line))


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
