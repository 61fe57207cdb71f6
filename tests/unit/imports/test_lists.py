"""Lists of imports and of their items with several values of a filter: page by page, all that match, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.choices import IMPORT_KINDS, IMPORT_OUTCOMES
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import id_at, new_id
from platemark.imports import service as imports
from platemark.imports.views import ImportFilter, ItemFilter
from platemark.paging import PageRequest
from tests.databases import migrated_database_url, open_database

STATES = ("planned", "applied", "failed", "cancelled")
STATE_SETS = [each for count in (0, 1, 2, 4) for each in combinations(STATES, count)]
OUTCOME_SETS = [each for count in (0, 1, 2, 5) for each in combinations(IMPORT_OUTCOMES, count)]
NOW = utc_now()


@dataclass(frozen=True)
class Imported:
    """Imports, the oldest first, the items of the first in their order, and the database that has them."""

    database: Database
    imports: list[ImportRow]
    items: list[ImportItemRow]

    def list_imports(self, filters: ImportFilter) -> list[UUID]:
        """The ids of all pages."""
        ids: list[UUID] = []
        request = PageRequest(5)
        while True:
            with UnitOfWork(self.database, write=False) as work:
                page = imports.list_imports(work, filters, request, by=SYSTEM)
            ids += [it.id for it in page.items]
            if page.next_after is None:
                return ids
            request = PageRequest(5, page.next_after)

    def list_positions(self, filters: ItemFilter) -> list[int]:
        """The positions of the items of all pages."""
        positions: list[int] = []
        request = PageRequest(5)
        while True:
            with UnitOfWork(self.database, write=False) as work:
                page = imports.list_items(work, self.imports[0].id, filters, request, by=SYSTEM)
            positions += [it.position for it in page.items]
            if page.next_after is None:
                return positions
            request = PageRequest(5, page.next_after)


def an_import(number: int) -> ImportRow:
    return ImportRow(
        id=id_at(NOW + timedelta(seconds=number)), kind=IMPORT_KINDS[number // 4 % 2], state=STATES[number % 4],
        source="outputs", folder="/outputs", visibility="private", phase="apply", counts={}, reasons=[], results={},
        discrepancies=[], created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def an_item(of: ImportRow, position: int) -> ImportItemRow:
    return ImportItemRow(
        import_id=of.id, position=position, key=f"{position}.png", outcome=IMPORT_OUTCOMES[position % 5], message="",
        state="applied", digest="0" * 64, payload={}, target_id=new_id(), discrepancy_message="",
        discrepancy="altered" if position % 3 == 1 else None,
    )  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """Imports of each kind in each state, and items of each outcome, with and without discrepancies."""
    rows = [an_import(number) for number in range(24)]
    items = [an_item(rows[0], position) for position in range(30)]
    others = [an_item(rows[1], position) for position in range(30)]
    with migrated_database_url(request, tmp_path_factory) as url, open_database(url) as database:
        with UnitOfWork(database, write=True) as work:
            work.session.add_all(rows)
            work.session.flush()
            work.session.add_all(items + others)
            work.commit()
        yield Imported(database, rows, items)


@pytest.mark.parametrize("states", STATE_SETS, ids="+".join)
@pytest.mark.parametrize("kind", [None, *IMPORT_KINDS])
def test_pages_have_the_imports_in_these_states(imported: Imported, states: tuple[str, ...], kind: str | None) -> None:
    expected = [
        row.id for row in reversed(imported.imports) if (not states or row.state in states) and kind in (None, row.kind)
    ]
    assert imported.list_imports(ImportFilter(kind=kind, states=states)) == expected


@pytest.mark.parametrize("outcomes", OUTCOME_SETS, ids="+".join)
@pytest.mark.parametrize("discrepancies", [False, True])
def test_pages_have_the_items_of_these_outcomes(
    imported: Imported, outcomes: tuple[str, ...], discrepancies: bool
) -> None:
    expected = [
        item.position
        for item in imported.items
        if (not outcomes or item.outcome in outcomes) and (item.discrepancy is not None or not discrepancies)
    ]
    assert imported.list_positions(ItemFilter(outcomes=outcomes, discrepancies=discrepancies)) == expected
