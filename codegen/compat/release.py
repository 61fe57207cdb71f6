"""`python -m codegen.compat.release` makes the contract in spec/ the released one: spec/released/openapi.json.

It refuses if a change is not proven compatible. `--breaking` releases it nevertheless, under a version that says so: a
higher major version, or a higher minor one while the major is 0.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen.bundle import bundle
from codegen.compat.__main__ import SPEC
from codegen.compat.accepted import read_accepted
from codegen.compat.examiner import Examiner
from codegen.compat.verdicts import judge, lines
from codegen.findings import CodegenError
from codegen.load import Json, dump, load


def main(arguments: list[str] | None = None) -> int:
    """Release the contract and return the exit status: 0 if it is released, 1 if not, 2 if it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m codegen.compat.release", description=__doc__)
    parser.add_argument("--breaking", action="store_true", help="release changes that break clients")
    parser.add_argument("--spec", type=Path, default=SPEC)
    options = parser.parse_args(arguments)
    try:
        fault = release(options.spec, breaking=options.breaking)
    except CodegenError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if fault:
        sys.stderr.write(f"{fault}\n")
    return 1 if fault else 0


def release(spec: Path, *, breaking: bool = False) -> str | None:
    """Write the released contract of the spec folder; return why not if it must not be written."""
    bundled, path = bundle(spec), spec / "released/openapi.json"
    if path.exists():
        old = load(path)
        accepted = read_accepted(spec / "accepted.yaml")
        with Examiner(frozenset(accepted)) as examiner:
            report = judge(old, bundled.document, examiner)
        if report.refused() and not breaking:
            return "\n".join(lines(report, bundled.place))
        if report.refused() and not _is_raised(old, bundled.document):
            return f"a breaking release needs a higher version than {old['info']['version']} in openapi.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(dump(bundled.document))
    return None


def _is_raised(old: Json, new: Json) -> bool:
    """Whether the part of the version that stands for breaking changes is higher."""
    before, after = (
        [int(part) if part.isdigit() else 0 for part in side["info"]["version"].split(".")[:2]] for side in (old, new)
    )
    return after[0] > before[0] if before[0] or after[0] else after[1:] > before[1:]


if __name__ == "__main__":
    raise SystemExit(main())
