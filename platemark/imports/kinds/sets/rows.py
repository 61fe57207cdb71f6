"""The rows of a set's CSV file, as other programs write them: with free headers, and empty rows and columns at the end.

Everything else is as strict as ``set_templates.table``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from platemark.set_templates import table
from platemark.set_templates.given_rows import drop_trailing_cells
from platemark.set_templates.table import Record, Table, TableWarning

MAX_LISTED = 5


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, its columns by the headers of the file, and remarks on what is not as in the file."""

    table: Table
    columns: Mapping[str, str]
    remarks: tuple[TableWarning, ...] = ()


def read(data: bytes) -> Rows:
    """Parse the bytes of a CSV file. Unprocessable ``csv_invalid`` as raised by ``table.from_csv``."""
    remarks: list[TableWarning] = []
    columns: dict[str, str] = {}

    def tidy(records: Sequence[Record]) -> Sequence[Record]:
        kept, dropped = drop_trailing_cells(records)
        remarks.extend(dropped)
        columns.update(_columns(kept[0][1] if kept else []))
        return [(line, [columns[it] for it in header]) for line, header in kept[:1]] + list(kept[1:])

    parsed = table.from_csv(data, tidy=tidy)
    renamed = [f"{header[:60]!r} is {column}" for header, column in columns.items() if header != column]
    if renamed:
        more = " and others" if len(renamed) > MAX_LISTED else ""
        message = f"Columns have other names here: {', '.join(renamed[:MAX_LISTED])}{more}."
        remarks.append(TableWarning("columns_renamed", message))
    in_order = {header: column for column, header in zip(parsed.columns, columns, strict=True)}
    return Rows(parsed, in_order, tuple(remarks))


def _columns(headers: Sequence[str]) -> dict[str, str]:
    """The columns by header, in order. What cannot be a name stays, and is refused by ``table.from_csv``."""
    if len(headers) == 1 and set(headers[0]) & set(";\t|"):
        return {headers[0]: headers[0]}  # a file with other separators, which is refused
    counts = Counter(headers)
    taken = {header for header in headers if table.is_column(header)}
    columns = {}
    for number, header in enumerate(headers, 1):
        name = header
        if header not in taken and counts[header] == 1 and header.strip():
            name = _free_name(table.accepted_spelling(header) or f"column_{number}", taken)
        columns[header] = name
        taken.add(name)
    return columns


def _free_name(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name[: 39 - len(str(number))]}_{number}"
    return free
