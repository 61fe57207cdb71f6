"""Runs the type checker on a copy of the code again and again; mypy looks only at what changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from codegen import headers, models, operations, paths
from codegen.findings import CodegenError
from codegen.load import Json

COPIED = ("platemark", "platemark_press", "handlers", "generated", "tests", "codegen", "spec", "pyproject.toml")
CACHE = ".mypy_cache"
CHECKED = ("handlers", "platemark", "generated")


class TypeCheck:
    """A copy of the repository at `root` that can be checked."""

    def __init__(self, repository: Path) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        for name in COPIED:
            source = repository / name
            if source.is_dir():
                shutil.copytree(source, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, self.root / name)
        if (repository / CACHE).is_dir():
            shutil.copytree(repository / CACHE, self.root / CACHE)
        self._original = self._sources()

    def __enter__(self) -> TypeCheck:
        if not self.passes():
            raise SystemExit("the type checker fails without a mutant")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._folder.cleanup()

    def fails_on_contract(self, document: Json) -> bool:
        """Whether no code can be generated from `document`, or handlers no longer fit the code."""
        generated = self.root / "generated"
        try:
            models.write(document, generated / "models.py")
            operations.write(document, generated / "operations.py")
            paths.write(document, generated / "paths.py")
            headers.write(document, generated / "headers.py")
            return self._sources() != self._original and not self.passes()
        except (CodegenError, KeyError):
            return True
        finally:
            for name, text in self._original.items():
                (generated / name).write_text(text, "utf-8")

    def passes_with(self, file: str, apply: Callable[[str], str]) -> bool:
        """Whether the copy has no type errors once `apply` has changed a file of it, which is restored."""
        path = self.root / file
        source = path.read_text("utf-8")
        path.write_text(apply(source), "utf-8")
        try:
            return self.passes()
        finally:
            path.write_text(source, "utf-8")

    def passes(self) -> bool:
        """Whether the copy has no type errors."""
        command = [sys.executable, "-m", "mypy", *CHECKED]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"the type checker cannot run:\n{done.stdout}{done.stderr}")
        return done.returncode == 0

    def _sources(self) -> dict[str, str]:
        return {path.name: path.read_text("utf-8") for path in (self.root / "generated").glob("*.py")}
