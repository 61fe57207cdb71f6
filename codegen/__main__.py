"""`python -m codegen` regenerates generated/ and shared-types/src/generated/; `--check` compares instead of writing.

Exit status 0: all is well. 1: the spec has faults (each is printed), or, with `--check`, what is committed has drifted.
A spec with faults of style is still turned into code, so that work on it can go on; `--check` lets none pass.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import tempfile
from pathlib import Path

from codegen import headers, lint, models, operations, paths, typescript
from codegen.bundle import bundle
from codegen.findings import CodegenError
from codegen.load import dump
from codegen.python import HEADER

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "templates"
PYTHON, TYPESCRIPT = "generated", "shared-types/src/generated"
DIFF_LINES = 12


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the pipeline for the checkout at `root` and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    parser.add_argument("--python-only", action="store_true", help="leave TypeScript alone")
    options = parser.parse_args(arguments)
    try:
        if options.check:
            return _check(root, python_only=options.python_only)
        return _generate(root, root, python_only=options.python_only)
    except CodegenError as error:
        _say(str(error))
        return 1


def _generate(root: Path, target: Path, *, python_only: bool) -> int:
    """Write all outputs of `root`/spec under `target`; return 1 where the spec has faults."""
    made = bundle(root / "spec")
    findings = lint.lint(root / "spec", made)
    package = target / PYTHON
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text(f'{HEADER}"""What codegen makes of spec/."""\n', "utf-8")
    (package / "base.py").write_text(HEADER + (TEMPLATES / "base.py").read_text("utf-8"), "utf-8")
    (package / "py.typed").write_text("", "utf-8")
    (package / "openapi.json").write_bytes(dump(made.document))
    models.write(made.document, package / "models.py")
    operations.write(made.document, package / "operations.py")
    paths.write(made.document, package / "paths.py")
    headers.write(made.document, package / "headers.py")
    if not python_only:
        if typescript.can_run(root):
            typescript.write(root, made.document, target / TYPESCRIPT)
        else:
            _say("!!! TypeScript is NOT regenerated: run `npm ci` in shared-types first (or say --python-only)")
    for finding in findings:
        _say(str(finding))
    return 1 if findings else 0


def _check(root: Path, *, python_only: bool) -> int:
    """Return 1, with a summary of the differences, unless `root` holds what its spec makes."""
    if not python_only and not typescript.can_run(root):
        _say("shared-types/node_modules is missing, so TypeScript cannot be compared: `npm ci`, or --python-only")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        faulty = _generate(root, fresh, python_only=python_only)
        parts = [PYTHON] if python_only else [PYTHON, TYPESCRIPT]
        drifted = [line for part in parts for line in _differences(root / part, fresh / part, part)]
    for line in drifted:
        _say(line)
    if drifted:
        _say("what is committed is not what spec/ says: run `python -m codegen`")
    return 1 if faulty or drifted else 0


def _differences(committed: Path, fresh: Path, part: str) -> list[str]:
    old, new = _contents(committed), _contents(fresh)
    lines: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        word = "differs" if name in old and name in new else "is missing" if name in new else "should not be there"
        lines.append(f"{part}/{name} {word}")
        before, after = (side.get(name, b"").decode().splitlines() for side in (old, new))
        changed = list(difflib.unified_diff(before, after, "committed", "regenerated", n=0, lineterm=""))
        lines += [f"    {line[:160]}" for line in changed[:DIFF_LINES]]
    return lines


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
