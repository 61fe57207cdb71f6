"""A table is accepted unchanged, or refused with a finding for each fault."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from platemark.errors import Finding, Unprocessable
from platemark.set_templates.given_rows import from_rows_or_csv, read_csv
from platemark.set_templates.table import RESERVED, Table, from_csv, from_rows, to_csv

COLUMN_NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True).filter(lambda name: name not in RESERVED)
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters='\t\n\r",;='), max_size=20
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = tuple(draw(st.lists(COLUMN_NAMES, min_size=1, max_size=4, unique=True)))
    row = st.fixed_dictionaries(dict.fromkeys(columns, CELLS))
    return Table(columns, tuple(draw(st.lists(row, min_size=1, max_size=5))))


def findings_of(data: bytes | str) -> Sequence[Finding]:
    try:
        from_csv(data)
    except Unprocessable as refusal:
        return refusal.findings
    return ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.booleans())
def test_a_table_survives_a_round_trip_through_csv(table: Table, as_bytes: bool) -> None:
    written = to_csv(table)
    assert from_csv(written.encode() if as_bytes else written) == table


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text(st.sampled_from('ab",\n\r\0;é '), max_size=40))
def test_any_bytes_give_a_table_or_findings(data: bytes | str) -> None:
    findings = findings_of(data)
    assert len(findings) <= 100
    assert all(f.pointer.startswith("line/") and f.code.startswith("csv_") for f in findings)
    if not findings:
        table = from_csv(data)
        assert from_csv(to_csv(table)) == table


@pytest.mark.parametrize(
    "text",
    [
        "suit,rank\r\nhearts,ace\r\n",
        "\ufeffsuit,rank\nhearts,ace",
        "\n\nsuit,rank\r\rhearts,ace\r\n\r\n",
        '"suit","rank"\n"hearts","ace"\n',
    ],
    ids=["as RFC 4180", "byte order mark", "blank lines and old line ends", "quoted"],
)
def test_variants_of_csv_give_the_same_table(text: str) -> None:
    assert from_csv(text.encode()) == Table(("suit", "rank"), ({"suit": "hearts", "rank": "ace"},))


def test_cells_keep_their_spaces_quotes_line_breaks_and_formulas() -> None:
    table = from_csv('a,b\n" x ",=1+1\n"two\nlines","say ""hi"""\n')
    assert table.rows == ({"a": " x ", "b": "=1+1"}, {"a": "two\nlines", "b": 'say "hi"'})


REFUSED = [
    pytest.param(b"a,b\nx,\xff\n", [("line/2", "csv_not_utf8", "0xff at offset 6")], id="not utf-8"),
    pytest.param(b"\xef\xbb\xbfa\n\xe9", [("line/2", "csv_not_utf8", "offset 5")], id="the mark counts in offsets"),
    pytest.param("a,b\n".encode("utf-16"), [("line/1", "csv_not_utf8", "UTF-16")], id="utf-16"),
    pytest.param(
        "name,a\nHüte,Café\n".encode("cp1252"),
        [("line/2", "csv_not_utf8", "where this is 'Hüte': save it as CSV UTF-8")],
        id="windows-1252",
    ),
    pytest.param(b"a\n\x81\n", [("line/2", "csv_not_utf8", "offset 2 is not UTF-8.")], id="no encoding to name"),
    pytest.param(b"PK\x03\x04\x14\0", [("line/1", "csv_is_workbook", "a workbook (.xlsx, .ods), not CSV")], id="xlsx"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1", [("line/1", "csv_is_workbook", "a workbook (.xls), not")], id="xls"),
    pytest.param(b"", [("line/1", "csv_empty", "name the columns")], id="empty"),
    pytest.param(b"\n\r\n\n", [("line/1", "csv_empty", "name the columns")], id="blank lines only"),
    pytest.param(b"\na,b\n", [("line/2", "csv_empty", "has no rows")], id="a header alone"),
    pytest.param(
        b"a,b,a\n", [("line/1", "csv_duplicate_header", "Column 3 has the same name as column 1")], id="twice"
    ),
    pytest.param(b"a,,b\n", [("line/1", "csv_empty_header", "Column 2")], id="no name"),
    pytest.param(b"\na, ,b\n", [("line/2", "csv_empty_header", "Column 2")], id="spaces are no name"),
    pytest.param(b"Card Name,b\n", [("line/1", "csv_bad_header", "use 'card_name'")], id="capitals and spaces"),
    pytest.param("Größe\n".encode(), [("line/1", "csv_bad_header", "use 'groe'")], id="accents"),
    pytest.param(b"2nd\n", [("line/1", "csv_bad_header", "use 'c_2nd'")], id="digit first"),
    pytest.param(b"???\n", [("line/1", "csv_bad_header", "digits or _.")], id="nothing to suggest"),
    pytest.param(b"theme,b\n", [("line/1", "csv_bad_header", "use 'row_theme'")], id="reserved word"),
    pytest.param(b"Theme,b\n", [("line/1", "csv_bad_header", "use 'row_theme'")], id="nearly a reserved word"),
    pytest.param(b"suit;rank\nx;y\n", [("line/1", "csv_bad_header", "use commas")], id="semicolons"),
    pytest.param(b"a,b\nx\n", [("line/2", "csv_ragged_row", "1 cells, the header has 2")], id="too few cells"),
    pytest.param(b"a,b\nx,y,z\n", [("line/2", "csv_ragged_row", "3 cells, the header has 2")], id="too many cells"),
    pytest.param(b"a\n" + b"x" * 2001, [("line/2", "csv_cell_too_long", "2001 characters")], id="long cell"),
    pytest.param(b"a\n" + b"x" * 200_000, [("line/2", "csv_cell_too_long", "more than 2000")], id="huge cell"),
    pytest.param(b"a,b\nx,y\0\n", [("line/2", "csv_nul", "U+0000")], id="nul"),
    pytest.param(b"a\nx\x1b[0m\n", [("line/2", "csv_nul", "U+001B")], id="control character"),
    pytest.param(b"a\n" + b"x\n" * 1001, [("line/1002", "csv_too_many_rows", "row 1001")], id="too many rows"),
    pytest.param(
        ",".join(f"c{n}" for n in range(51)).encode(),
        [("line/1", "csv_too_many_columns", "51 columns")],
        id="too many columns",
    ),
    pytest.param(b'a,b\nx,"y\n', [("line/2", "csv_syntax", "do not match")], id="quote never closed"),
    pytest.param(b'a,b\n"x" y,z\n', [("line/2", "csv_syntax", "do not match")], id="text after a quote"),
    pytest.param(
        b'A,b\n"two\nlines",y\n\nx\nx,y,z\n"q',
        [
            ("line/1", "csv_bad_header", "use 'a'"),
            ("line/5", "csv_ragged_row", "1 cells"),
            ("line/6", "csv_ragged_row", "3 cells"),
            ("line/7", "csv_syntax", "do not match"),
        ],
        id="everything at once, rows that span lines counted",
    ),
    pytest.param(
        b'a,b\nx,y\n"1\n2\n3",y,z\n',
        [("line/3", "csv_ragged_row", "3 cells")],
        id="a row of several lines is named by its first",
    ),
]


@pytest.mark.parametrize(("data", "expected"), REFUSED)
def test_each_problem_is_reported_with_its_line(data: bytes, expected: list[tuple[str, str, str]]) -> None:
    with pytest.raises(Unprocessable) as refusal:
        from_csv(data)
    assert (refusal.value.code, refusal.value.findings) == ("csv_invalid", findings_of(data))
    assert [(f.pointer, f.code) for f in refusal.value.findings] == [(p, c) for p, c, _ in expected]
    for finding, (_, _, message) in zip(refusal.value.findings, expected, strict=True):
        assert message in finding.message


def test_at_most_100_findings_are_reported() -> None:
    with pytest.raises(Unprocessable, match="at least 100 problems") as refusal:
        from_csv("a,b\n" + "x\n" * 500)
    assert len(refusal.value.findings) == 100


def test_json_rows_have_every_column_that_occurs_in_the_order_of_appearance() -> None:
    table = from_rows([{"suit": "hearts", "rank": "ace"}, {"pips": "2", "suit": "clubs"}])
    assert table.columns == ("suit", "rank", "pips")
    assert table.rows == (
        {"suit": "hearts", "rank": "ace", "pips": ""},
        {"suit": "clubs", "rank": "", "pips": "2"},
    )
    assert from_rows([]) == Table()


def test_rows_are_given_as_json_as_csv_or_not_at_all() -> None:
    assert (
        from_rows_or_csv(rows=[{"a": "x"}])
        == from_rows_or_csv(rows_csv="a\nx\n")
        == from_rows_or_csv(rows_csv=b"a\nx\n")
    )
    assert from_rows_or_csv() == Table()
    with pytest.raises(Unprocessable) as refusal:
        from_rows_or_csv(rows=[], rows_csv="a\nx\n")
    assert refusal.value.code == "rows_given_twice"


@pytest.mark.parametrize(
    ("rows", "code", "expected"),
    [
        ([{"row": "x"}], "rows_invalid", [("/rows", "bad_column")]),
        ([{"A b": "x"}], "rows_invalid", [("/rows", "bad_column")]),
        ([{"a": "x\0"}], "rows_invalid", [("/rows/0/a", "nul")]),
        ([{"a": "x" * 2001}], "rows_invalid", [("/rows/0/a", "cell_too_long")]),
        ([{"a": "x"}] * 1001, "rows_invalid", [("/rows", "too_many_rows")]),
        ([{f"c{n}": "x"} for n in range(51)], "too_many_columns", [("/rows", "too_many_columns")]),
        ([{"row": "x\0"}], "rows_invalid", [("/rows", "bad_column"), ("/rows/0/row", "nul")]),
        ([{"a": "\x7f"}] * 300, "rows_invalid", [(f"/rows/{n}/a", "nul") for n in range(100)]),
    ],
    ids=["reserved", "spelling", "nul", "long", "rows", "columns", "several", "hundred"],
)
def test_invalid_json_rows_are_refused(rows: list[dict[str, str]], code: str, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(Unprocessable) as refusal:
        from_rows(rows)
    assert refusal.value.code == code
    assert [(f.pointer, f.code) for f in refusal.value.findings] == expected


@pytest.mark.parametrize(
    ("text", "columns", "rows", "codes"),
    [
        ("a,b\nx,y\n", "ab", 1, []),
        ("a,b\nx,y\n,\n", "ab", 1, ["empty_rows_dropped"]),
        ("a,b\n,\nx,y\n", "ab", 2, []),  # in the middle
        ("a,b\n,\n,\n", "ab", 1, ["empty_rows_dropped"]),  # one row stays
        ("a,b\nx,\n", "ab", 1, []),  # a column with a name
        ("a,\nx,\n", "a", 1, ["empty_columns_dropped"]),
        ("a,b,,\nx,y\n", "ab", 1, ["empty_columns_dropped"]),
        ("a\nx,,\n\n,,\n", "a", 1, ["empty_rows_dropped", "empty_columns_dropped"]),
    ],
)
def test_empty_rows_and_columns_at_the_end_are_dropped_with_a_warning(
    text: str, columns: str, rows: int, codes: list[str]
) -> None:
    table = read_csv(text)
    assert (table.columns, len(table.rows)) == (tuple(columns), rows)
    assert [warning.code for warning in table.warnings] == codes


@pytest.mark.parametrize("text", ["a,\nx,y\n", "a,b\nx\n", "a,b,,\nx,y,,z\n", ",\n,\n", ""])
def test_only_what_is_empty_is_dropped(text: str) -> None:
    with pytest.raises(Unprocessable):
        read_csv(text)
