"""Copies a studio's database into another one: all rows or none, and verified afterwards.

Every table is copied, including leases and worker reports: a job that was running when its studio died is recovered in
the target as it would have been in the source, and worker reports expire within a lease.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    MetaData,
    Table,
    bindparam,
    func,
    insert,
    inspect,
    make_url,
    or_,
    select,
    sql,
    text,
    update,
)
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from platemark.db import sqlite_faults
from platemark.db.engine import Database, connect, sqlite_file
from platemark.db.id_sequences import continue_id_sequence, continue_places
from platemark.db.kept_counts import triggers
from platemark.db.migrate import current_revision, latest_revision, upgrade_or_fail
from platemark.db.table_digests import TableDigest, primary_key_order
from platemark.db.tables import Base, JobRow, WorkerRow
from platemark.db.types import db_now, shifted
from platemark.errors import Conflict, StartupError, Unprocessable

BATCH = 500


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A copied table: its name, the number of rows, and the digest of its content, the same in source and target."""

    table: str
    rows: int
    digest: str


def copy_database(source_url: str, target_url: str, *, lease_ms: int, force: bool = False) -> list[CopiedTable]:
    """Upgrade the schema of an empty database and copy all rows of another database into it.

    Any error leaves the target without rows. Conflict or StartupError: both URLs name the same database, the source has
    another schema, the target has rows, the source is in use (``force`` copies anyway, as of one moment), or the tables
    differ afterwards. Unprocessable: the target does not accept a row.
    """
    if _identity(source_url) == _identity(target_url):
        raise Conflict("same_database", "The source and the target are the same database.")
    with _open(source_url, "source") as source, _open(target_url, "target") as target:
        with target.engine.connect() as checking:
            _require_empty(checking, Base.metadata)
        with _snapshot(source) as reading:
            _require_current_schema(reading)
            if not force:
                _require_idle(reading, lease_ms)
            upgrade_or_fail(target_url)
            with target.writing.begin() as writing:
                _lock(writing, Base.metadata)
                _require_empty(writing, Base.metadata)
                triggers.remove(writing)  # everything is counted at once, afterwards
                copied = copy_tables(reading, writing, Base.metadata)
                triggers.install(writing)
                return copied


def copy_tables(source: Connection, target: Connection, metadata: MetaData) -> list[CopiedTable]:
    """Copy the tables of ``metadata`` in the given transactions; Conflict if the target then reads differently.

    A foreign key to a table that is copied later, or to its own table, is set after all rows have been copied.
    """
    order = _in_foreign_key_order(metadata)
    deferred = {table: _deferred_columns(table, order[: order.index(table)]) for table in order}
    copied = [_copy_table(source, target, table, deferred[table]) for table in order]
    for table in order:
        _set_deferred_columns(source, target, table, deferred[table])
        continue_id_sequence(source, target, table)
        if table is JobRow.__table__:
            continue_places(target)
    for table, expected in zip(order, copied, strict=True):
        if _read_back(target, table) != expected:
            raise Conflict("copy_differs", f"The table {table.name} differs from the source; nothing was copied.")
    return sorted(copied, key=lambda it: it.table)


def _in_foreign_key_order(metadata: MetaData) -> list[Table]:
    """Referenced tables first; a cycle of references is broken somewhere."""
    found = sql.ddl.sort_tables_and_constraints(metadata.tables.values())  # type: ignore[no-untyped-call]
    return [table for table, _ in found if table is not None]


def _identity(url: str) -> tuple[object, ...]:
    """Identifies a database. Two names of one server look different; then the target is found not to be empty."""
    file = sqlite_file(url)
    if file is not None:
        return (file,)
    parsed = make_url(url)
    return (parsed.host or "", parsed.port or 5432, parsed.database)


@contextmanager
def _open(url: str, role: str) -> Iterator[Database]:
    file = sqlite_file(url)
    if role == "source" and file is not None and not file.is_file():
        raise StartupError("database_unusable", f"There is no database file {file}.")
    database = connect(url, pool_size=2)
    try:
        try:
            database.engine.connect().close()
        except DBAPIError as error:
            fault = sqlite_faults.explain(error, url)
            if fault is not None:
                raise fault from None
            detail = f"Cannot open the {role}: {str(error.orig).strip().splitlines()[0]}"
            raise StartupError("database_unusable", detail) from None
        yield database
    finally:
        database.dispose()


@contextmanager
def _snapshot(database: Database) -> Iterator[Connection]:
    """A transaction that sees all tables as of one moment: the default on SQLite, REPEATABLE READ on PostgreSQL."""
    repeatable_read = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    options = {} if database.dialect == "sqlite" else repeatable_read
    with database.engine.connect().execution_options(**options) as connection, connection.begin():
        if database.dialect == "postgresql":  # it is idle while a large target is read back
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


def _require_current_schema(source: Connection) -> None:
    found = current_revision(source)
    if found is None:
        raise StartupError("not_a_studio", "The source is not the database of a studio.")
    if found != latest_revision():
        detail = (
            f"The source has schema revision {found}, this version has {latest_revision()}: "
            "first run `platemark db upgrade` on it with the newer of the two versions."
        )
        raise StartupError("schema_differs", detail)


def _require_idle(source: Connection, lease_ms: int) -> None:
    """Raise Conflict if the source is in use: what is written during the copy would be lost."""
    running = select(func.count()).where(JobRow.state == "running", JobRow.lease_until > db_now())
    workers = select(func.count()).where(WorkerRow.heartbeat_at > shifted(db_now(), -lease_ms))
    sessions = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user "
        "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    counts = {"running jobs": source.scalar(running), "workers": source.scalar(workers)}
    if source.dialect.name == "postgresql":
        counts["open connections"] = source.scalar(sessions)
    busy = " and ".join(f"{count} {name}" for name, count in counts.items() if count)
    if busy:
        detail = f"The source is in use ({busy}): stop its studio and workers, and try again a minute later."
        raise Conflict("source_in_use", detail)


def _require_empty(target: Connection, metadata: MetaData) -> None:
    existing = set(inspect(target).get_table_names())
    for table in metadata.tables.values():
        if table.name in existing and target.execute(select(sql.literal(1)).select_from(table).limit(1)).first():
            detail = f"The target already has rows ({table.name}): choose a database that no studio has used."
            raise Conflict("target_not_empty", detail)


def _lock(target: Connection, metadata: MetaData) -> None:
    """Block other writers until the commit; on SQLite the transaction does so anyway."""
    if target.dialect.name == "postgresql":
        target.exec_driver_sql(f"LOCK TABLE {', '.join(sorted(metadata.tables))} IN EXCLUSIVE MODE")


def _deferred_columns(table: Table, before: Sequence[Table]) -> list[str]:
    return [
        column.key
        for key in table.foreign_key_constraints
        if key.referred_table not in before
        for column in key.columns
    ]


def _copy_table(source: Connection, target: Connection, table: Table, deferred: Sequence[str]) -> CopiedTable:
    digest, blanks = TableDigest(table), dict.fromkeys(deferred)
    for rows in _batches(source, table):
        for row in rows:
            digest.add(row)
        _insert(target, table, [{**row, **blanks} for row in rows])
    return CopiedTable(table.name, digest.rows, digest.hexdigest())


def _set_deferred_columns(source: Connection, target: Connection, table: Table, deferred: Sequence[str]) -> None:
    if not deferred:
        return
    keys = [column.key for column in table.primary_key.columns]
    own = [table.c[key] == bindparam(f"own_{key}") for key in keys]
    statement = update(table).where(*own).values({key: bindparam(f"new_{key}") for key in deferred})
    for rows in _batches(source, table, or_(*(table.c[key].is_not(None) for key in deferred))):
        values = [
            {f"own_{key}": row[key] for key in keys} | {f"new_{key}": row[key] for key in deferred} for row in rows
        ]
        target.execute(statement, values)


def _batches(
    connection: Connection, table: Table, *conditions: sql.ColumnElement[bool]
) -> Iterator[Sequence[Mapping[str, Any]]]:
    statement = select(table).where(*conditions).order_by(*primary_key_order(table, connection.dialect.name))
    result = connection.execute(statement.execution_options(yield_per=BATCH))
    for rows in result.mappings().partitions():
        yield [dict(row) for row in rows]


def _insert(target: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        with target.begin_nested():
            target.execute(insert(table), rows)
    except (DataError, IntegrityError):
        for row in rows:  # again, one by one, to find the row that does not fit
            _insert_one(target, table, row)
        raise


def _insert_one(target: Connection, table: Table, row: dict[str, Any]) -> None:
    try:
        with target.begin_nested():
            target.execute(insert(table), row)
    except (DataError, IntegrityError) as error:
        key = ", ".join(str(row[column.key]) for column in table.primary_key.columns)
        reason = str(error.orig).strip().splitlines()[0]
        detail = f"The target does not accept row {key} of the table {table.name}: {reason}"
        raise Unprocessable("row_unfit", detail) from None


def _read_back(target: Connection, table: Table) -> CopiedTable:
    digest = TableDigest(table)
    for rows in _batches(target, table):
        for row in rows:
            digest.add(row)
    return CopiedTable(table.name, digest.rows, digest.hexdigest())
