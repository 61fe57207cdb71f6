"""What one typical request to each operation takes is what ``query_counts.json`` says."""

from __future__ import annotations

import pytest

from generated.operations import OPERATIONS
from tests.plans import query_counts
from tests.populate import populate
from tests.serving import Live

HINT = "if that is meant, run: python -m tests.plans.query_counts"


def test_operations_take_no_more_than_before(live: Live, request: pytest.FixtureRequest) -> None:
    populate(live)
    counts, compiled = query_counts.count_operations(live), query_counts.count_compiled_schemas()
    assert set(counts) == set(OPERATIONS)
    dialect = live.studio.database.dialect
    if request.config.getoption(query_counts.REWRITE):
        query_counts.write_counts(dialect, counts, compiled)
    expected, expected_compiled = query_counts.read_counts(dialect)
    risen = [line for line in compare(expected, counts) if line.endswith("more")]
    assert not risen, f"{risen}; {HINT}"
    assert counts == expected, f"{compare(expected, counts)}; commit the new counts: {HINT}"
    assert compiled == expected_compiled, HINT


def compare(expected: dict[str, query_counts.Counts], counts: dict[str, query_counts.Counts]) -> list[str]:
    """A line for each count that differs."""
    return [
        f"{operation_id}: {count} {name} instead of {expected.get(operation_id, {}).get(name, 0)}, "
        + ("more" if count > expected.get(operation_id, {}).get(name, 0) else "fewer")
        for operation_id, of_operation in counts.items()
        for name, count in of_operation.items()
        if count != expected.get(operation_id, {}).get(name)
    ]
