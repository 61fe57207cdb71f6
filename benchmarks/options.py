"""The options of a benchmark, all of which have ``--quick``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence


def parse(
    parser: argparse.ArgumentParser, quick: Mapping[str, object], arguments: Sequence[str] | None = None
) -> argparse.Namespace:
    """Parse the command line. With ``--quick``, the values in ``quick`` are the defaults."""
    values = " ".join(
        f"--{name} {' '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in quick.items()
    )
    parser.add_argument("--quick", action="store_true", help=f"a rough measurement in seconds: {values}")
    if parser.parse_args(arguments).quick:
        parser.set_defaults(**quick)
    return parser.parse_args(arguments)
