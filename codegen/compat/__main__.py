"""`python -m codegen.compat [OLD NEW]` compares a contract with a released one.

OLD and NEW are bundles, or folders such as spec/; without them, spec/released/openapi.json is compared with spec/. The
exit status is 0 if every change is proven compatible, 1 if one is not, 2 if a contract cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from codegen.bundle import bundle
from codegen.compat.accepted import read_accepted
from codegen.compat.examiner import Examiner
from codegen.compat.verdicts import judge, lines
from codegen.directions import by_direction, source_of
from codegen.findings import CodegenError, Finding
from codegen.load import Json, load

SPEC = Path(__file__).resolve().parents[2] / "spec"


def main(arguments: list[str] | None = None) -> int:
    """Compare, print what is not proven and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen.compat", description=__doc__)
    parser.add_argument("old", type=Path, nargs="?", default=SPEC / "released/openapi.json")
    parser.add_argument("new", type=Path, nargs="?", default=SPEC)
    parser.add_argument("--accepted", type=Path, help="answers of a person; default: accepted.yaml in the folder NEW")
    parser.add_argument("--all", action="store_true", help="print compatible changes, too")
    options = parser.parse_args(arguments)
    try:
        old, _ = read_contract(options.old)
        new, place = read_contract(options.new)
        accepted = read_accepted(options.accepted or options.new / "accepted.yaml")
        with Examiner(frozenset(accepted)) as examiner:
            report = judge(old, new, examiner)
    except CodegenError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for line in lines(report, place, verbose=options.all):
        sys.stdout.write(f"{line}\n")
    unused = sorted(accepted.keys() - report.used)
    for pair in unused:
        sys.stdout.write(f"accepted.yaml: {pair} is not needed: remove it\n")
    return 1 if report.refused() or unused else 0


def read_contract(path: Path) -> tuple[Json, Callable[[str], str]]:
    """The bundle at `path` or of the spec folder `path`, and what turns its pointers into places."""
    if path.is_dir():
        bundled = bundle(path)
        return bundled.document, bundled.place
    document = load(path)
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3.1"):
        raise CodegenError(Finding(str(path), "is not an OpenAPI 3.1 document"))
    split, made_of = by_direction(document)
    return split, lambda pointer: source_of(pointer, made_of)


if __name__ == "__main__":
    raise SystemExit(main())
