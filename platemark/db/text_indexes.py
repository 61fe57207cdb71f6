"""The indexes over the rows of texts, which are no tables of the code.

SQLite has an FTS5 table of trigrams for each of ``INDEXED``, which triggers keep. Its rowid is the ``number`` of the
texts: rows that share a number share a document. Each text ends with two line breaks, so that each of its characters
begins a trigram and the table of terms finds one and two characters. PostgreSQL has GIN indexes of trigrams.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

INDEXED = {
    "image_texts": ("text", "prompt"),
    "album_texts": ("text",),
    "set_template_texts": ("text",),
    "bug_report_texts": ("text",),
    "adapter_texts": ("text",),
}


def index_name(table: str, column: str) -> str:
    """The FTS5 table, or the GIN index, of a column of texts."""
    return f"{table}_{column}_index"


def terms_name(table: str, column: str) -> str:
    """The table of the terms of an FTS5 table: one row for each place at which a trigram occurs."""
    return f"{table}_{column}_terms"


def is_text_index(name: str | None) -> bool:
    """Whether a table or an index belongs to an index over texts: the code declares none of these."""
    name = name or ""
    families = [index_name(table, column) for table, columns in INDEXED.items() for column in columns]
    families += [terms_name(table, column) for table, columns in INDEXED.items() for column in columns]
    families += [f"ix_{table}_number" for table in INDEXED]
    return any(name == family or name.startswith(f"{family}_") for family in families)


def fill_indexes(connection: Connection) -> None:
    """Write the indexes anew from the texts; PostgreSQL keeps its own."""
    if connection.dialect.name != "sqlite":
        return
    for table, columns in INDEXED.items():
        for column in columns:
            index, fields = index_name(table, column), ", ".join(_fields(column))
            documents = f"SELECT number, {_document(column)} FROM {_rows(table, column)} GROUP BY number"  # noqa: S608
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")  # noqa: S608
            connection.exec_driver_sql(f"INSERT INTO {index} (rowid, {fields}) {documents}")


def install_triggers(connection: Connection) -> None:
    """Install what keeps SQLite's indexes: a number's document goes before its rows change, and comes back afterwards.

    An upsert would fire the triggers of an INSERT and of an UPDATE: nothing writes these tables so.
    """
    if connection.dialect.name != "sqlite":
        return
    for name, definition in _triggers():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {definition}")


def remove_triggers(connection: Connection) -> None:
    """Remove what keeps SQLite's indexes, to write many rows and then ``fill_indexes``."""
    if connection.dialect.name != "sqlite":
        return
    for name, _ in _triggers():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def _triggers() -> Iterator[tuple[str, str]]:
    for table, columns in INDEXED.items():
        for column in columns:
            yield from _triggers_of(table, column)


def _triggers_of(table: str, column: str) -> Iterator[tuple[str, str]]:
    index, fields = index_name(table, column), _fields(column)
    names = ", ".join(fields)
    of_number = f"SELECT {_document(column)} FROM {_rows(table, column, 'WHERE number = {number}')}"  # noqa: S608
    document = f"{{number}}, {names} FROM ({of_number}) WHERE text IS NOT NULL"
    remove = f"INSERT INTO {index} ({index}, rowid, {names}) SELECT 'delete', {document}"
    add = f"INSERT INTO {index} (rowid, {names}) SELECT {document}"
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in {"number", column, *fields[1:]})
    for event, before, after in (("INSERT", "new", "new"), ("UPDATE", "old", "new"), ("DELETE", "old", "old")):
        when = f"WHEN {changed}" if event == "UPDATE" else ""
        for time, statement, row in (("BEFORE", remove, before), ("AFTER", add, after)):
            body = statement.format(number=f"{row}.number")
            yield f"{index}_{time}_{event}", f"{time} {event} ON {table} {when} BEGIN {body}; END"


def _fields(column: str) -> list[str]:
    """The columns of an index: prompts are found with the mark of their owner."""
    return ["text", "owner"] if column == "prompt" else ["text"]


def _document(column: str) -> str:
    """The columns of the document of all rows with a number, in SQL."""
    columns = [column, *_fields(column)[1:]]
    texts = zip(columns, _fields(column), strict=True)
    return ", ".join(f"group_concat({name} || char(10, 10), '') AS {field}" for name, field in texts)


def _rows(table: str, column: str, where: str = "") -> str:
    """The rows that have the text, in the order in which a document has them."""
    rows = f"SELECT * FROM {table} {where}"  # noqa: S608
    return f"(SELECT * FROM ({rows}) WHERE {column} IS NOT NULL ORDER BY number, id)"  # noqa: S608
