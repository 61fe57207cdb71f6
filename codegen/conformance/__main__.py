"""Proofs about a contract.

    python -m codegen.conformance coverage --facts build/recorded/facts-*.json --har build/recorded/fuzz-1.har \
        --declared tests/contract/not_shown.txt --least tests/contract/coverage.json

prints how much of the contract the exchanges have used, by kind of fact, and every fact that is missing. The exit
status is 1 if one of the percentages is below the least one, or a declaration is needless, and 2 if a file cannot be
read. `--bundle` takes any OpenAPI 3.1 document.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from codegen.conformance import coverage
from codegen.conformance.documents import read
from codegen.findings import CodegenError, Finding
from codegen.load import Json

BUNDLE = Path(__file__).resolve().parents[2] / "generated/openapi.json"


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen.conformance", description=__doc__)
    command = parser.add_subparsers(required=True).add_parser("coverage", help="what exchanges have used of a contract")
    command.add_argument("--bundle", type=Path, default=BUNDLE)
    command.add_argument("--facts", type=Path, nargs="+", action="extend", default=[])
    command.add_argument("--har", type=Path, nargs="*", action="extend", default=[])
    command.add_argument("--refusals", type=int, nargs="+", default=[400], help="statuses of requests that do not fit")
    command.add_argument("--declared", type=Path, help="facts that cannot be shown, with reasons")
    command.add_argument("--least", type=Path, help="a JSON object with the least percentage of each kind")
    options = parser.parse_args(arguments)
    try:
        document = read(options.bundle).document
        shown = coverage.read_facts(options.facts) | _facts_of_hars(document, options.har, options.refusals)
        declared = coverage.read_declared(options.declared.read_text("utf-8")) if options.declared else {}
        least = json.loads(options.least.read_text("utf-8")) if options.least else {}
    except (CodegenError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return _print(coverage.report(document, shown, declared), least)


def _facts_of_hars(document: Json, paths: list[Path], refusals: list[int]) -> set[str]:
    """Return the facts of all exchanges; print how many of a file belong to no operation."""
    collector = coverage.Collector(document, refusals)
    for path in paths:
        try:
            har = json.loads(path.read_text("utf-8"))
            exchanges = [*coverage.from_har(document, har)]
            count = len(har["log"]["entries"])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise CodegenError(Finding(str(path), f"is not a HAR file: {error!r}")) from error
        for exchange in exchanges:
            collector.add(exchange)
        if count > len(exchanges):
            sys.stdout.write(f"not judged: {count - len(exchanges)} of {count} exchanges of {path} fit no operation\n")
    sys.stdout.writelines(f"not declared: {header}\n" for header in sorted(collector.undeclared))
    return collector.facts


def _print(report: coverage.Report, least: dict[str, float]) -> int:
    percentages = report.percentages()
    lines = [f"not shown: {fact}" for fact in report.missing]
    lines += [f"needless: {pattern}" for pattern in report.needless]
    below = [kind for kind, limit in least.items() if percentages[kind] < limit]
    for kind, percentage in percentages.items():
        note = f", below {least[kind]} %" if kind in below else ""
        lines.append(f"{kind}: {percentage} %{note}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if below or report.needless else 0


if __name__ == "__main__":
    sys.exit(main())
