"""`python -m codegen` regenerates generated/ and shared-types/src/generated/; `--check` compares instead of writing.
`--spec PATH --output FOLDER` generates the code of any other OpenAPI 3.1 document, in the same folders under FOLDER.
Rules of this house are notes then, and so is what was added to serve the document; `--strict` makes them findings.

The exit status is 0 on success. It is 1 if the spec has findings (each is printed) or if `--check` finds that the
committed code differs. Code is generated in spite of lint findings, so that work on a spec can go on, but `--check`
fails on each of them. What was generated without findings is proven: whatever the server, TypeScript or Ajv could not
load is a finding, too.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import tempfile
from pathlib import Path

from codegen import headers, lint, lint_structure, models, operations, paths, problem_examples, proving, typescript
from codegen.adoption import adopt
from codegen.bundle import Bundle, bundle
from codegen.findings import CodegenError, Finding
from codegen.load import dump
from codegen.python import HEADER

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "templates"
PYTHON, TYPESCRIPT = "generated", "shared-types/src/generated"
DIFF_LINES = 12
MANY = 3
VARYING = re.compile(r"\b[2-5](?:[0-9]{2}|XX)\b|(?<=parameter )\S+|(?<=branches )[0-9]+ and [0-9]+|^\S+(?= is used by)")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Generate or check the code of the checkout at `root` and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the committed code, write nothing")
    parser.add_argument("--python-only", action="store_true", help="skip TypeScript")
    parser.add_argument("--spec", type=Path, help="another spec: a folder with openapi.yaml, or an OpenAPI 3.1 file")
    parser.add_argument("--output", type=Path, help="the folder for the code of another spec")
    parser.add_argument("--strict", action="store_true", help="hold another spec to the rules of this house")
    options = parser.parse_args(arguments)
    if (options.spec is None) != (options.output is None) or (options.spec and options.check):
        parser.error("--spec and --output belong together, and --check compares the code of this checkout only")
    spec = options.spec or root / "spec"
    try:
        if options.check:
            return _check(root, python_only=options.python_only)
        if options.spec is not None and not options.strict:
            return _generate_adopted(root, spec, options.output, python_only=options.python_only)
        return _generate_linted(root, spec, options.output or root, python_only=options.python_only)
    except CodegenError as error:
        _print(str(error))
        return 1


def _generate_linted(root: Path, spec: Path, target: Path, *, python_only: bool) -> int:
    """Print the findings of lint and generate the code nevertheless; 1 on findings, else 0."""
    bundled = bundle(spec)
    findings = lint.lint(spec, bundled)
    _print_all(findings)
    return _generate(root, spec, target, bundled, findings, python_only=python_only)


def _generate_adopted(root: Path, spec: Path, target: Path, *, python_only: bool) -> int:
    """Generate the code that serves a document of others; 1 on what keeps it from being served, else 0."""
    bundled, findings = _adopted(spec, bundle(spec))
    count = sum(1 for _ in operations.routes(bundled.document))
    if findings:
        _print(f"{spec.name}: {len(findings)} findings keep its {count} operations from being served")
        return 1
    status = _generate(root, spec, target, bundled, [], python_only=python_only)
    if status == 0:
        _print(f"{spec.name}: {count} operations; what is served is {target / PYTHON / 'openapi.json'}")
    return status


def _generate(
    root: Path, spec: Path, target: Path, bundled: Bundle, findings: list[Finding], *, python_only: bool
) -> int:
    """Generate the code of a bundle under `target` with the tools of `root` and prove it; 1 on findings, else 0."""
    with_typescript = not python_only and typescript.can_run(root)
    if not (python_only or with_typescript):
        _print("!!! TypeScript is NOT regenerated: run `npm ci` in shared-types first (or pass --python-only)")
    try:
        _write(root, spec, target, bundled, with_typescript=with_typescript)
    except CodegenError as error:
        _print_all([each for each in error.findings if each not in findings])
        return 1
    except Exception as error:
        if not findings:
            _print(f"{PYTHON}: no code can be generated: {error!r}")
        return 1
    if findings:
        return 1
    proven = proving.prove_python(target, bundled)
    if with_typescript:
        proven += proving.prove_typescript(root / typescript.PACKAGE, target / TYPESCRIPT, bundled)
    _print_all(proven)
    return 1 if proven else 0


def _adopted(spec: Path, original: Bundle) -> tuple[Bundle, list[Finding]]:
    """Return the bundle that serves a document of others, and the findings that keep it from being served."""
    bundled, notes = adopt(original)
    found = lint.lint(spec, bundled)
    broken = [each for each in lint_structure.lint(original.document) if not each.is_house_rule]
    findings = sorted({Finding(original.place(each.where), each.message) for each in broken})
    findings += [each for each in found if not each.is_house_rule and each not in findings]
    for note in notes:
        _print(f"note: {note.message}: {_places([bundled.place(where) for where in note.places])}")
    for line in _grouped([each for each in found if each.is_house_rule], 1):
        _print(f"note: served all the same: {line}")
    for line in _grouped(findings, MANY):
        _print(line)
    return bundled, findings


def _grouped(findings: list[Finding], most: int) -> list[str]:
    """Return a line for each finding, or one for all of a kind that has more than `most`, with its first places."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(VARYING.sub("…", finding.message.partition(": ")[0]), []).append(finding)
    lines: list[str] = []
    for kind, found in kinds.items():
        if len(found) <= most:
            lines += map(str, found)
        else:
            messages = {finding.message for finding in found}
            message = messages.pop() if len(messages) == 1 else kind
            lines.append(f"{message}: {_places([finding.where for finding in found])}")
    return lines


def _places(places: list[str]) -> str:
    distinct = [*dict.fromkeys(places)]
    others = f" and {len(distinct) - MANY} more places" if len(distinct) > MANY else ""
    return f"{', '.join(distinct[:MANY])}{others}"


def _write(root: Path, spec: Path, target: Path, bundled: Bundle, *, with_typescript: bool) -> None:
    document = problem_examples.add_examples(spec, bundled.document)
    package = target / PYTHON
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text(f'{HEADER}"""The contract as Python code."""\n', "utf-8")
    (package / "base.py").write_text(HEADER + (TEMPLATES / "base.py").read_text("utf-8"), "utf-8")
    (package / "py.typed").write_text("", "utf-8")
    (package / "openapi.json").write_bytes(dump(document))
    models.write(bundled.document, package / "models.py")
    operations.write(bundled.document, package / "operations.py")
    paths.write(bundled.document, package / "paths.py")
    headers.write(bundled.document, package / "headers.py")
    if with_typescript:
        typescript.write(root, bundled.document, target / TYPESCRIPT)


def _check(root: Path, *, python_only: bool) -> int:
    """Return 1 and print a summary of the differences unless the code in `root` is up to date with its spec, else 0."""
    if not python_only and not typescript.can_run(root):
        _print("shared-types/node_modules is missing, so TypeScript cannot be compared: `npm ci`, or --python-only")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        has_findings = _generate_linted(root, root / "spec", fresh, python_only=python_only)
        parts = [PYTHON] if python_only else [PYTHON, TYPESCRIPT]
        drifted = [line for part in parts for line in _differences(root / part, fresh / part, part)]
    for line in drifted:
        _print(line)
    if drifted:
        _print("the committed code is not up to date with spec/: run `python -m codegen`")
    return 1 if has_findings or drifted else 0


def _differences(committed: Path, fresh: Path, part: str) -> list[str]:
    old, new = _contents(committed), _contents(fresh)
    lines: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        state = "differs" if name in old and name in new else "is missing" if name in new else "should not be there"
        lines.append(f"{part}/{name} {state}")
        before, after = (side.get(name, b"").decode().splitlines() for side in (old, new))
        changed = list(difflib.unified_diff(before, after, "committed", "regenerated", n=0, lineterm=""))
        lines += [f"    {line[:160]}" for line in changed[:DIFF_LINES]]
    return lines


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _print_all(findings: list[Finding]) -> None:
    for finding in findings:
        _print(str(finding))


def _print(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
