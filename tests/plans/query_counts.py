"""Counts what one typical request to each operation takes: ``python -m tests.plans.query_counts`` rewrites the file.

For each operation, ``query_counts.json`` has the SQL statements (for each database, if they differ), how many of them
are built for it (``platemark.db.statements`` builds them once), the values that are validated and the JSON texts that
are encoded; and how many schemas are compiled at start. Counts may fall, and none rises unnoticed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import jsonschema_rs
import msgspec

from benchmarks.statements import Recorder
from platemark.entrypoints.api import load_contract
from platemark.http.contract import Contract
from platemark.http.schemas import Schema
from tests.plans.visits import visit_all
from tests.serving import Live

FILE = Path(__file__).with_name("query_counts.json")
REWRITE = "--rewrite-query-counts"
Counts = dict[str, int]


def count_operations(live: Live) -> dict[str, Counts]:
    """The statements, built statements, validations and encodings of the first request to each operation."""
    counts: dict[str, Counts] = {}
    recorder = Recorder(live.studio.database)
    recorder.start()

    @contextmanager
    def observe(operation_id: str) -> Iterator[None]:
        with recorder.recording() as statements, counting_calls() as calls:
            yield
        of_request = [each for each in statements if each.thread.startswith(("read", "write"))]
        built = sum(statement.built for statement in of_request)
        counts.setdefault(operation_id, {"statements": len(of_request), "built": built, **calls})

    visit_all(live, observe)
    recorder.stop()
    return counts


@contextmanager
def counting_calls() -> Iterator[Counts]:
    """Counts validations and encodings in this block."""
    calls = Counter(validations=0, encodings=0)
    with ExitStack() as stack:
        stack.enter_context(_counted(Schema, "accepts", calls, "validations"))
        stack.enter_context(_counted(msgspec.json, "encode", calls, "encodings"))
        yield calls


def count_compiled_schemas() -> int:
    """How many validators the contract compiles at start."""
    calls = Counter(compiled=0)
    with _counted(jsonschema_rs, "Draft202012Validator", calls, "compiled"):
        Contract(load_contract())
    return calls["compiled"]


@contextmanager
def _counted(target: Any, name: str, calls: Counter[str], key: str) -> Iterator[None]:
    original: Callable[..., Any] = getattr(target, name)

    def counted(*args: Any, **options: Any) -> Any:
        calls[key] += 1
        return original(*args, **options)

    with mock.patch.object(target, name, counted):
        yield


def read_counts(dialect: str) -> tuple[dict[str, Counts], int]:
    """The committed counts of the operations on one database, and the number of compiled schemas."""
    document = json.loads(FILE.read_text("utf-8"))
    operations = {
        operation_id: {name: _of(dialect, count) for name, count in counts.items()}
        for operation_id, counts in document["operations"].items()
    }
    return operations, document["compiled_schemas"]


def write_counts(dialect: str, operations: Mapping[str, Counts], compiled_schemas: int) -> None:
    """Replace the counts of one database in the file."""
    document = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {"operations": {}}
    written: dict[str, Any] = {}
    for operation_id, counts in operations.items():
        old = document["operations"].get(operation_id, {})
        written[operation_id] = {name: _merged(dialect, old.get(name), count) for name, count in counts.items()}
    lines = [f"    {json.dumps(name)}: {json.dumps(counts)}" for name, counts in sorted(written.items())]
    text = ",\n".join(lines)
    FILE.write_text(f'{{\n  "compiled_schemas": {compiled_schemas},\n  "operations": {{\n{text}\n  }}\n}}\n', "utf-8")


def _of(dialect: str, count: int | Counts) -> int:
    return count[dialect] if isinstance(count, dict) else count


def _merged(dialect: str, old: int | Counts | None, count: int) -> int | Counts:
    other = "postgresql" if dialect == "sqlite" else "sqlite"
    of_other = count if old is None else _of(other, old)
    return count if of_other == count else dict(sorted({dialect: count, other: of_other}.items()))


def main() -> int:
    """Run the test in the mode that rewrites the file."""
    test = Path(__file__).with_name("test_query_counts.py")
    return subprocess.run([sys.executable, "-m", "pytest", "-q", str(test), REWRITE], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
