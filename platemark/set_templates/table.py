"""The rows of a set template as a table, from CSV or JSON and back to CSV.

Nothing is corrected silently: a table is accepted as written, or refused with everything that is wrong with it. The
output of ``to_csv`` parses as the same table again. Cells are written as they are, including those that begin with
``=`` or ``@``: a prefix against spreadsheet formulas would end up in the prompts when the file is read back.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from platemark.errors import Finding, Unprocessable

MAX_ROWS = 1000
MAX_COLUMNS = 50
MAX_CELL = 2000
MAX_FINDINGS = 100
COLUMN = re.compile(r"[a-z][a-z0-9_]{0,39}")
RESERVED = ("base_prompt", "theme", "row", "style_suffix")
"""Placeholders that every prompt template has; no column may have one of these names."""
_WORKBOOKS = {b"PK\x03\x04": "a workbook (.xlsx, .ods)", b"\xd0\xcf\x11\xe0": "a workbook (.xls)"}
_SAVE_AS = "CSV UTF-8 (in Excel: CSV UTF-8, comma delimited)"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TableWarning(NamedTuple):
    """What of a file was left out; ``code`` is a stable identifier."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in order, and rows that map each column to a text; ``warnings`` say what of a file was left out."""

    columns: tuple[str, ...] = ()
    rows: tuple[dict[str, str], ...] = ()
    warnings: tuple[TableWarning, ...] = field(default=(), compare=False)


class _TooManyFindings(Exception):
    """The limit of findings is reached."""


@dataclass(slots=True)
class _Findings:
    items: list[Finding] = field(default_factory=list)

    def add(self, pointer: str, code: str, message: str) -> None:
        self.items.append(Finding(pointer, message, code))
        if len(self.items) == MAX_FINDINGS:
            raise _TooManyFindings


Record = tuple[int, list[str]]
"""A record of a CSV file: the line on which it starts, and its cells."""


def from_csv(data: bytes | str, *, tidy: Callable[[Sequence[Record]], Sequence[Record]] | None = None) -> Table:
    """Parse a table from CSV: UTF-8 (a byte order mark is allowed), commas, quotes as in RFC 4180.

    The first line that is not blank names the columns; blank lines are skipped; lines end with CRLF, LF or CR. Raises
    Unprocessable ``csv_invalid`` with at most 100 findings, each at ``line/n``, the line on which its row starts.
    ``tidy`` is given all records, the header first, and returns those that count.
    """
    findings = _Findings()
    columns: list[str] = []
    rows: list[dict[str, str]] = []
    try:
        text = data.removeprefix("\ufeff") if isinstance(data, str) else _decode(data, findings)
        records = _records(text, findings)
        if tidy is not None:
            records = iter(tidy(list(records)))
        line, header = next(records, (1, []))
        if not header and not findings.items:
            findings.add("line/1", "csv_empty", "The file is empty; the first line must name the columns.")
        columns = header
        _check_header(line, header, findings)
        for line, cells in records:
            if len(rows) == MAX_ROWS:
                findings.add(
                    f"line/{line}", "csv_too_many_rows", f"This is row {MAX_ROWS + 1}; the limit is {MAX_ROWS} rows."
                )
                break
            _check_cells(line, cells, len(header), findings)
            rows.append(dict(zip(header, cells, strict=False)))
        if header and not rows and not findings.items:
            findings.add(f"line/{line}", "csv_empty", "The file names columns but has no rows.")
    except _TooManyFindings:
        pass
    _require_no_findings("csv_invalid", "The CSV", findings)
    return Table(tuple(columns), tuple(rows))


def to_csv(table: Table) -> str:
    """``table`` as CSV: a header line, then one record a row, each ended by CRLF; no byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if table.columns:
        writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([row[column] for column in table.columns])
    return out.getvalue()


def from_rows(rows: Sequence[Mapping[str, str]]) -> Table:
    """Build a table from JSON rows: every name that occurs is a column, in the order of first appearance.

    A column that a row lacks is empty in it. Raises Unprocessable with at most 100 findings, each at a JSON pointer;
    its code is that of the findings if they all have the same, else ``rows_invalid``.
    """
    findings = _Findings()
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    try:
        _check_json_columns(columns, findings)
        if len(rows) > MAX_ROWS:
            findings.add("/rows", "too_many_rows", f"There are {len(rows)} rows; the limit is {MAX_ROWS}.")
        for position, row in enumerate(rows[:MAX_ROWS]):
            _check_json_row(f"/rows/{position}", row, findings)
    except _TooManyFindings:
        pass
    codes = {finding.code for finding in findings.items}
    code = "too_many_columns" if codes == {"too_many_columns"} else "rows_invalid"
    _require_no_findings(code, "The table", findings)
    return Table(columns, tuple({column: row.get(column, "") for column in columns} for row in rows))


def _require_no_findings(code: str, what: str, findings: _Findings) -> None:
    if not findings.items:
        return
    total = len(findings.items)
    count = f"at least {total} problems" if total == MAX_FINDINGS else f"{total} problem{'s' if total > 1 else ''}"
    raise Unprocessable(code, f"{what} has {count}; nothing was stored.", findings.items)


def _decode(data: bytes, findings: _Findings) -> str:
    body = data.removeprefix(codecs.BOM_UTF8)
    if program := next((name for magic, name in _WORKBOOKS.items() if data.startswith(magic)), None):
        message = f"This is {program}, not CSV. Open it and save the sheet as {_SAVE_AS}."
        findings.add("line/1", "csv_is_workbook", message)
        return ""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        line = data.count(b"\n", 0, offset) + 1
        message = f"The byte 0x{data[offset]:02x} at offset {offset} is not UTF-8.{_encoding_hint(data, offset)}"
        findings.add(f"line/{line}", "csv_not_utf8", message)
        return ""


def _encoding_hint(data: bytes, offset: int) -> str:
    """What the file seems to be instead, with the word around ``offset`` as it would read then."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return f" It looks like UTF-16: save it as {_SAVE_AS}."
    try:
        start = max(data.rfind(separator, 0, offset) for separator in b' ,"\r\n') + 1
        word = re.split(r'[ ,"\r\n]', data[start : start + 60].decode("cp1252"))[0]
    except UnicodeDecodeError:
        return ""
    if not word.isprintable():
        return ""
    return f" It looks like Windows-1252 (Latin-1), where this is {word[:40]!r}: save it as {_SAVE_AS}."


def _records(text: str, findings: _Findings) -> Iterator[Record]:
    """Each record with the line it starts on, without blank lines; stops at the first that cannot be parsed."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field limit" in str(error):
                findings.add(
                    f"line/{line}", "csv_cell_too_long", f"A cell of this row has more than {MAX_CELL} characters."
                )
            else:
                message = f"The quotes of this row do not match ({error}); the rest of the file was not read."
                findings.add(f"line/{line}", "csv_syntax", message)
            return
        if cells:
            yield line, cells


def _check_header(line: int, header: list[str], findings: _Findings) -> None:
    pointer = f"line/{line}"
    if len(header) > MAX_COLUMNS:
        message = f"There are {len(header)} columns; the limit is {MAX_COLUMNS}."
        findings.add(pointer, "csv_too_many_columns", message)
    if len(header) == 1 and (separator := next((s for s in ";\t|" if s in header[0]), None)):
        findings.add(pointer, "csv_bad_header", f"The columns are separated by {separator!r}; use commas.")
        return
    first: dict[str, int] = {}
    for number, name in enumerate(header, 1):
        if not name.strip():
            findings.add(pointer, "csv_empty_header", f"Column {number} has no name.")
        elif name in first:
            message = f"Column {number} has the same name as column {first[name]}, {name[:60]!r}."
            findings.add(pointer, "csv_duplicate_header", message)
        elif problem := _column_problem(name):
            findings.add(pointer, "csv_bad_header", f"Column {number}: {problem}")
        first.setdefault(name, number)


def _column_problem(name: str) -> str:
    if name in RESERVED:
        return f"{name!r} is a reserved placeholder; use {f'row_{name}'!r} instead."
    if COLUMN.fullmatch(name):
        return ""
    rule = "a column name is a lower-case letter, then at most 39 lower-case letters, digits or _"
    suggestion = accepted_spelling(name)
    return f"{name[:60]!r} is not allowed: {rule}{f'; use {suggestion!r}' if suggestion else ''}."


def is_column(name: str) -> bool:
    """Whether a column may have this name."""
    return name not in RESERVED and COLUMN.fullmatch(name) is not None


def accepted_spelling(name: str) -> str:
    """A column name like ``name``; empty if it has no letter or digit of the Latin alphabet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    spelling = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if spelling[:1].isdigit() or spelling in RESERVED:
        spelling = f"row_{spelling}" if spelling in RESERVED else f"c_{spelling}"
    return spelling[:40]


def _check_cells(line: int, cells: list[str], width: int, findings: _Findings) -> None:
    pointer = f"line/{line}"
    if len(cells) != width:
        message = f"This row has {len(cells)} cells, the header has {width}."
        findings.add(pointer, "csv_ragged_row", message)
    for number, cell in enumerate(cells, 1):
        if problem := _cell_problem(cell):
            code, message = problem
            findings.add(pointer, f"csv_{code}", f"Cell {number}: {message}")


def _cell_problem(cell: str) -> tuple[str, str] | None:
    if len(cell) > MAX_CELL:
        return "cell_too_long", f"it has {len(cell)} characters; the limit is {MAX_CELL}."
    if control := _CONTROL.search(cell):
        return "nul", f"it contains the control character U+{ord(control[0]):04X}."
    return None


def _check_json_columns(columns: tuple[str, ...], findings: _Findings) -> None:
    if len(columns) > MAX_COLUMNS:
        message = f"The rows have {len(columns)} columns in total; the limit is {MAX_COLUMNS}."
        findings.add("/rows", "too_many_columns", message)
    for column in columns:
        if problem := _column_problem(column):
            findings.add("/rows", "bad_column", problem)


def _check_json_row(pointer: str, row: Mapping[str, str], findings: _Findings) -> None:
    for column, text in row.items():
        if problem := _cell_problem(text):
            code, message = problem
            findings.add(f"{pointer}/{column}"[:200], code, f"The text is not allowed: {message}")
