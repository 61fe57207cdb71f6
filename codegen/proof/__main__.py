"""`python -m codegen.proof COMMAND` asks of any OpenAPI 3.1 document what this project asks of its own.

    agreement --bundle api.yaml                           do validators agree on what fits its schemas?
    coverage --bundle api.yaml --har session.har          what of it have recorded exchanges used?
    compat --bundle api.yaml --released last.yaml         are clients of the last release served?
    mutants --bundle api.yaml --har session.har           which slips of the hand would nothing notice?

The exit status is 0 if all is well, 1 if not, 2 if a document or a recording cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen.compat.__main__ import main as compat
from codegen.conformance import documents
from codegen.conformance.__main__ import main as conformance
from codegen.conformance.gate import Gate
from codegen.findings import CodegenError
from codegen.proof import agreement, mutants

COUNT, MUTANTS, SEED = 100, 100, 1


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return the exit status."""
    options, rest = _parser().parse_known_args(arguments)
    try:
        if options.command == "coverage":
            return conformance(["coverage", "--bundle", str(options.bundle), *rest])
        if rest:
            _parser().parse_args(arguments)
        if options.command == "compat":
            answers = ["--accepted", str(options.accepted)] if options.accepted else []
            every = ["--all"] if options.all else []
            return compat([str(options.released), str(options.bundle), *answers, *every])
        bundled = documents.read(options.bundle)
        document = bundled.document
        if options.command == "agreement":
            return _print(agreement.lines(bundled, options.count, frozenset(options.known)))
        gate = Gate(document, documents.exchanges(document, options.har), documents.facts(document, options.har))
        return _print(mutants.lines(gate, bundled.place, options.count, options.seed, verbose=options.verbose))
    except (CodegenError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen.proof", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, dest="command")
    made = {name: commands.add_parser(name) for name in ("agreement", "coverage", "compat", "mutants")}
    for command in made.values():
        command.add_argument("--bundle", type=Path, required=True, help="an OpenAPI 3.1 file, or a spec folder")
    made["agreement"].add_argument("--count", type=int, default=COUNT, help="instances of each schema")
    made["agreement"].add_argument("--known", action="append", default=[], help="a change that may make a difference")
    made["coverage"].epilog = "further options are those of `python -m codegen.conformance coverage --help`"
    made["compat"].add_argument("--released", type=Path, required=True, help="the document as last released")
    made["compat"].add_argument("--accepted", type=Path, help="answers of a person to what is unknown")
    made["compat"].add_argument("--all", action="store_true", help="print compatible changes, too")
    made["mutants"].add_argument("--har", type=Path, nargs="+", action="extend", default=[])
    made["mutants"].add_argument("--count", type=int, default=MUTANTS)
    made["mutants"].add_argument("--seed", type=int, default=SEED)
    made["mutants"].add_argument("--verbose", action="store_true", help="print what refuses each mutant")
    return parser


def _print(found: tuple[list[str], bool]) -> int:
    lines, is_well = found
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
