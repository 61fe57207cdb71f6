"""Statistics of imports, counted from their rows: a studio has few imports, however many items each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from platemark.choices import IMPORT_KINDS, IMPORT_STATES
from platemark.db.statements import Statement, row_of
from platemark.db.tables import ImportRow
from platemark.db.unit_of_work import UnitOfWork

COLUMNS = (
    ImportRow.kind,
    ImportRow.state,
    ImportRow.phase,
    ImportRow.counts,
    ImportRow.results,
    ImportRow.discrepancies,
    ImportRow.started_at,
    ImportRow.finished_at,
    ImportRow.applied_at,
    ImportRow.undone_at,
)
IMPORTS = Statement(sa.select(*COLUMNS).order_by(ImportRow.finished_at), row_of(sa.select(*COLUMNS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStats:
    """Counts of imports; items, results and discrepancies exclude imports that were undone.

    ``imports`` by kind and state, ``items`` by kind and outcome, ``results`` by kind and result, ``discrepancies`` by
    kind; every kind and state is present. ``seconds`` is the duration of the last finished phase by kind and phase,
    ``succeeded_at`` the time when an import of the kind was last applied completely.
    """

    imports: Mapping[tuple[str, str], int]
    items: Mapping[tuple[str, str], int]
    results: Mapping[tuple[str, str], int]
    discrepancies: Mapping[str, int]
    seconds: Mapping[tuple[str, str], float]
    succeeded_at: Mapping[str, datetime]


def get_import_stats(work: UnitOfWork) -> ImportStats:
    """The current statistics."""
    rows = IMPORTS.all(work)
    imports = Counter({(kind, state): 0 for kind in IMPORT_KINDS for state in IMPORT_STATES})
    items, results = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    discrepancies = Counter(dict.fromkeys(IMPORT_KINDS, 0))
    seconds, succeeded_at = {}, dict[str, datetime]()
    for row in rows:
        imports[row.kind, row.state] += 1
        if row.finished_at is not None and row.started_at is not None:
            seconds[row.kind, row.phase] = max(0.0, (row.finished_at - row.started_at).total_seconds())
        if row.undone_at is not None:
            continue
        items.update({(row.kind, outcome): count for outcome, count in row.counts.items()})
        results.update({(row.kind, result): count for result, count in row.results.items()})
        discrepancies[row.kind] += sum(discrepancy["count"] for discrepancy in row.discrepancies)
        if row.applied_at is not None:
            succeeded_at[row.kind] = max(row.applied_at, succeeded_at.get(row.kind, row.applied_at))
    return ImportStats(
        imports=imports,
        items=items,
        results=results,
        discrepancies=discrepancies,
        seconds=seconds,
        succeeded_at=succeeded_at,
    )
