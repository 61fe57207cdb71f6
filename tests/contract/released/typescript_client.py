"""The TypeScript client that today's generator makes of a contract, and a program that uses it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen import typescript
from codegen.load import Json, dump

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / typescript.PACKAGE
PROGRAM = "released/walk"
COMPILER = ["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]


@dataclass(frozen=True)
class Walked:
    """What a run of the program came to: the operations that it called, and what was not as it expected."""

    called: set[str]
    faults: list[str]


class TypeScriptClient:
    """A package of its own in ``folder``: the client's code, what is generated from a contract, and the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._generated = folder / "src/generated"

    def generate(self, document: Json) -> None:
        """Write the package; what is generated is that of ``document``."""
        shutil.copytree(PACKAGE / "src", self.folder / "src", ignore=shutil.ignore_patterns("generated"))
        shutil.copytree(PACKAGE / "released", self.folder / "released")
        shutil.copy(PACKAGE / "package.json", self.folder)
        (self.folder / "node_modules").symlink_to(PACKAGE / "node_modules")
        options = json.loads((PACKAGE / "tsconfig.json").read_text("utf-8"))
        options["compilerOptions"] |= {"noEmit": False, "rootDir": "."}
        (self.folder / "tsconfig.json").write_text(json.dumps({**options, "include": ["src", "released"]}), "utf-8")
        typescript.write(ROOT, document, self._generated)
        self.describe(document)

    def describe(self, document: Json) -> None:
        """Replace the data that the validators read, but not the types."""
        typescript.write_data(document, self._generated)
        (self.folder / "openapi.json").write_bytes(dump(document))

    def compile(self) -> list[str]:
        """Compile the package; return the errors of the compiler, none if its types are right."""
        done = subprocess.run(COMPILER, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        errors = done.stdout.splitlines()
        assert errors or done.returncode == 0, done.stderr
        return errors

    def run(self, url: str, token: str) -> Walked:
        """Run the program against the API at ``url``."""
        command = ["node", f"{PROGRAM}.js", url, token, "openapi.json"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return Walked(set(result["called"]), result["faults"])
