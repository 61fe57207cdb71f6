"""The rows of a set template as callers give them: as JSON, or as CSV with the empty cells that spreadsheets leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from platemark.errors import Finding, Unprocessable
from platemark.set_templates.table import Record, Table, TableWarning, from_csv, from_rows


def read_csv(data: bytes | str) -> Table:
    """As ``from_csv``, without empty rows and columns at the end, of which the table's ``warnings`` tell."""
    warnings: list[TableWarning] = []

    def tidy(records: Sequence[Record]) -> Sequence[Record]:
        kept, dropped = drop_trailing_cells(records)
        warnings.extend(dropped)
        return kept

    table = from_csv(data, tidy=tidy)
    return replace(table, warnings=tuple(warnings))


def from_rows_or_csv(*, rows: Sequence[Mapping[str, str]] | None = None, rows_csv: bytes | str | None = None) -> Table:
    """The table from JSON rows or from CSV, empty without either; Unprocessable ``rows_given_twice`` with both."""
    if rows is not None and rows_csv is not None:
        message = "Give the rows as JSON or as CSV, not both."
        raise Unprocessable("rows_given_twice", message, [Finding("/rows_csv", message, "rows_given_twice")])
    return read_csv(rows_csv) if rows_csv is not None else from_rows(rows or ())


def drop_trailing_cells(records: Sequence[Record]) -> tuple[Sequence[Record], tuple[TableWarning, ...]]:
    """The records, the header first, without empty rows and columns at their end; and what was dropped.

    A column is empty if it has neither a name nor a text. The header and one row stay in any case.
    """
    rows = _without_empty_rows(records)
    kept, dropped = _without_empty_columns(rows)
    counts = (("rows", len(records) - len(rows)), ("columns", dropped))
    warnings = (
        TableWarning(f"empty_{what}_dropped", f"Empty {what} at the end of the CSV file: {count}.")
        for what, count in counts
        if count
    )
    return kept, tuple(warnings)


def _without_empty_rows(records: Sequence[Record]) -> Sequence[Record]:
    end = len(records)
    while end > 2 and not any(cell.strip() for cell in records[end - 1][1]):
        end -= 1
    return records[:end]


def _without_empty_columns(records: Sequence[Record]) -> tuple[Sequence[Record], int]:
    """Without the last columns that are empty, and their number; a row may have more cells than there are names."""
    width = longest = max((len(cells) for _, cells in records), default=0)
    while width > 1 and not any(cell.strip() for _, cells in records for cell in cells[width - 1 : width]):
        width -= 1
    if width == longest:
        return records, 0
    return [(line, cells[:width]) for line, cells in records], longest - width
