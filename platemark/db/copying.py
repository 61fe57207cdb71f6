"""Move a studio's rows into another database: all of them or none, and proven to be the same there.

Every table is copied, leases and workers' reports included: a job that was running when its studio died is swept in the
target as it would have been in the source, and reports age out within a lease.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
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
from sqlalchemy.exc import ArgumentError, DataError, IntegrityError, OperationalError

from platemark.db.engine import Database, connect
from platemark.db.id_sequences import carry_counter
from platemark.db.migrate import newest_revision, revision, upgrade_or_refuse
from platemark.db.table_digests import Digest, in_order
from platemark.db.tables import Base, JobRow, WorkerRow
from platemark.db.types import db_now, shifted
from platemark.errors import Conflict, StartupError, Unprocessable

BATCH = 500
KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a table holds, in the source and in the target alike."""

    table: str
    rows: int
    digest: str


def copy(source_url: str, target_url: str, *, lease_ms: int, force: bool = False) -> list[Copied]:
    """Copy all rows from one database into another that has none, and bring that one's schema up to date first.

    Refusals (Conflict, StartupError) leave the target without a row: the same database twice, a source of another
    schema, a target with rows, somebody at work on the source (``force`` copies all the same, as of one moment), a row
    that the target does not take (Unprocessable), tables that differ afterwards.
    """
    if _identity(source_url) == _identity(target_url):
        raise Conflict("same_database", "The source and the target are the same database.")
    with _opened(source_url, "source") as source, _opened(target_url, "target") as target:
        with target.engine.connect() as checking:
            _require_empty(checking, Base.metadata)
        with _snapshot(source) as reading:
            _require_newest(reading)
            if not force:
                _require_rest(reading, lease_ms)
            upgrade_or_refuse(target_url)
            with target.writing.begin() as writing:
                _lock(writing, Base.metadata)
                _require_empty(writing, Base.metadata)
                return copy_tables(reading, writing, Base.metadata)


def copy_tables(source: Connection, target: Connection, metadata: MetaData) -> list[Copied]:
    """Copy the tables of ``metadata`` within the transactions given; Conflict where the target then reads differently.

    A foreign key to a table that comes later, or to the row's own table, is filled in once all rows are there.
    """
    order = _in_foreign_key_order(metadata)
    late = {table: _late_columns(table, order[: order.index(table)]) for table in order}
    copied = [_copy_table(source, target, table, late[table]) for table in order]
    for table in order:
        _fill_in(source, target, table, late[table])
        carry_counter(source, target, table)
    for table, expected in zip(order, copied, strict=True):
        if _found(target, table) != expected:
            raise Conflict("copy_differs", f"The table {table.name} differs from the source; nothing was kept.")
    return sorted(copied, key=lambda it: it.table)


def _in_foreign_key_order(metadata: MetaData) -> list[Table]:
    """What others refer to comes first; a circle of tables is broken somewhere."""
    found = sql.ddl.sort_tables_and_constraints(metadata.tables.values())  # type: ignore[no-untyped-call]
    return [table for table, _ in found if table is not None]


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database; None for another kind. StartupError for what is no URL of a database."""
    try:
        parsed = make_url(url)
        kind = parsed.get_backend_name()
    except ArgumentError:
        kind = ""
    if kind not in KINDS or not parsed.database or parsed.database == ":memory:":
        raise StartupError("bad_database_url", "A database is sqlite:///FILE or postgresql://USER@HOST/NAME.")
    return Path(parsed.database).resolve() if kind == "sqlite" else None


def _identity(url: str) -> tuple[object, ...]:
    """What tells databases apart; two names of one server slip through, and end at a target that is not empty."""
    file = sqlite_file(url)
    if file is not None:
        return (file,)
    parsed = make_url(url)
    return (parsed.host or "", parsed.port or 5432, parsed.database)


@contextmanager
def _opened(url: str, role: str) -> Iterator[Database]:
    file = sqlite_file(url)
    if role == "source" and file is not None and not file.is_file():
        raise StartupError("database_unusable", f"There is no database {file}.")
    database = connect(url, pool_size=2)
    try:
        try:
            database.engine.connect().close()
        except OperationalError as error:
            detail = f"The {role} cannot be opened: {str(error.orig).strip().splitlines()[0]}"
            raise StartupError("database_unusable", detail) from None
        yield database
    finally:
        database.dispose()


@contextmanager
def _snapshot(database: Database) -> Iterator[Connection]:
    """A transaction that sees one moment of all tables. SQLite's do; PostgreSQL's have to be asked."""
    asked = {} if database.dialect == "sqlite" else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with database.engine.connect().execution_options(**asked) as connection, connection.begin():
        if database.dialect == "postgresql":  # it rests while a large target is read again
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


def _require_newest(source: Connection) -> None:
    found = revision(source)
    if found is None:
        raise StartupError("not_a_studio", "The source holds no studio.")
    if found != newest_revision():
        detail = (
            f"The source has the schema {found}, this version has {newest_revision()}: "
            "run `platemark db upgrade` on it with the newest of the two versions first."
        )
        raise StartupError("schema_differs", detail)


def _require_rest(source: Connection, lease_ms: int) -> None:
    """Refuse while somebody works on the source: what they write after the copy's moment would be lost with it."""
    running = select(func.count()).where(JobRow.state == "running", JobRow.lease_until > db_now())
    workers = select(func.count()).where(WorkerRow.heartbeat_at > shifted(db_now(), -lease_ms))
    sessions = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user "
        "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    found = {"running jobs": source.scalar(running), "workers": source.scalar(workers)}
    if source.dialect.name == "postgresql":
        found["open connections"] = source.scalar(sessions)
    busy = " and ".join(f"{count} {what}" for what, count in found.items() if count)
    if busy:
        detail = f"The source is in use ({busy}): stop its studio and workers and try again a minute later."
        raise Conflict("source_in_use", detail)


def _require_empty(target: Connection, metadata: MetaData) -> None:
    there = set(inspect(target).get_table_names())
    for table in metadata.tables.values():
        if table.name in there and target.execute(select(sql.literal(1)).select_from(table).limit(1)).first():
            detail = f"The target holds rows already ({table.name}): choose a database that no studio was started on."
            raise Conflict("target_not_empty", detail)


def _lock(target: Connection, metadata: MetaData) -> None:
    """Keep others from writing until the commit; on SQLite the transaction does so by itself."""
    if target.dialect.name == "postgresql":
        target.exec_driver_sql(f"LOCK TABLE {', '.join(sorted(metadata.tables))} IN EXCLUSIVE MODE")


def _late_columns(table: Table, before: Sequence[Table]) -> list[str]:
    return [
        column.key
        for key in table.foreign_key_constraints
        if key.referred_table not in before
        for column in key.columns
    ]


def _copy_table(source: Connection, target: Connection, table: Table, late: Sequence[str]) -> Copied:
    digest, blanks = Digest(table), dict.fromkeys(late)
    for rows in _batches(source, table):
        for row in rows:
            digest.add(row)
        _insert(target, table, [{**row, **blanks} for row in rows])
    return Copied(table.name, digest.rows, digest.hexdigest())


def _fill_in(source: Connection, target: Connection, table: Table, late: Sequence[str]) -> None:
    if not late:
        return
    keys = [column.key for column in table.primary_key.columns]
    own = [table.c[key] == bindparam(f"own_{key}") for key in keys]
    statement = update(table).where(*own).values({key: bindparam(f"new_{key}") for key in late})
    for rows in _batches(source, table, or_(*(table.c[key].is_not(None) for key in late))):
        values = [{f"own_{key}": row[key] for key in keys} | {f"new_{key}": row[key] for key in late} for row in rows]
        target.execute(statement, values)


def _batches(
    connection: Connection, table: Table, *conditions: sql.ColumnElement[bool]
) -> Iterator[Sequence[Mapping[str, Any]]]:
    statement = select(table).where(*conditions).order_by(*in_order(table, connection.dialect.name))
    result = connection.execute(statement.execution_options(yield_per=BATCH))
    for rows in result.mappings().partitions():
        yield [dict(row) for row in rows]


def _insert(target: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        with target.begin_nested():
            target.execute(insert(table), rows)
    except (DataError, IntegrityError):
        for row in rows:  # once more, one by one, to name the one that does not fit
            _insert_one(target, table, row)
        raise


def _insert_one(target: Connection, table: Table, row: dict[str, Any]) -> None:
    try:
        with target.begin_nested():
            target.execute(insert(table), row)
    except (DataError, IntegrityError) as error:
        key = ", ".join(str(row[column.key]) for column in table.primary_key.columns)
        why = str(error.orig).strip().splitlines()[0]
        detail = f"The target does not take the row {key} of the table {table.name}: {why}"
        raise Unprocessable("row_unfit", detail) from None


def _found(target: Connection, table: Table) -> Copied:
    digest = Digest(table)
    for rows in _batches(target, table):
        for row in rows:
            digest.add(row)
    return Copied(table.name, digest.rows, digest.hexdigest())
