"""Copying a studio's rows to another database and back: all of them or none, unchanged."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from platemark.clock import utc_now
from platemark.db import database_copy
from platemark.db.database_copy import CopiedTable
from platemark.db.engine import connect
from platemark.db.kept_counts.reading import count_by_value
from platemark.db.migrate import upgrade
from platemark.db.table_digests import TableDigest
from platemark.db.tables import Base, EventRow, ImageRow, JobRow, UserRow, WorkerRow
from platemark.db.types import Json
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, PlatemarkError, StartupError, Unprocessable
from platemark.ids import new_id
from tests.conftest import POSTGRESQL, administer
from tests.sample_rows import fill_tables
from tests.unit.kept_counts.driver import differences

LEASE_MS = 60_000
NewDatabase = Callable[..., str]


@pytest.fixture
def new_database(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NewDatabase]:
    """``new_database("postgresql")`` returns the URL of a new empty database, migrated or not."""
    created: list[str] = []

    def new_database(dialect: str, *, migrated: bool = True) -> str:
        name = f"platemark_copy_{uuid.uuid4().hex[:12]}"
        if dialect == "sqlite":
            if migrated:
                shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / name)
            return f"sqlite:///{tmp_path / name}"
        template = request.getfixturevalue("postgresql_template")
        administer(f"CREATE DATABASE {name} TEMPLATE {template if migrated else 'template0'}")
        created.append(name)
        return f"{POSTGRESQL}/{name}"

    yield new_database
    for name in created:
        administer(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def source_url(new_database: NewDatabase) -> str:
    """A migrated SQLite database without rows."""
    return new_database("sqlite")


def write(url: str, *statements: Any) -> None:
    database = connect(url)
    with database.writing.begin() as connection:
        for statement in statements:
            connection.execute(statement)
    database.dispose()


def fill(url: str, **counts: int) -> int:
    database = connect(url)
    rows = fill_tables(database, **counts)
    database.dispose()
    return rows


def count(url: str, table: Any) -> int:
    database = connect(url)
    with Session(database.engine) as session:
        rows = session.scalar(sa.select(sa.func.count()).select_from(table))
    database.dispose()
    return rows or 0


def normalize(value: Any) -> Any:
    """Convert JSON numbers to floats: PostgreSQL returns 1e300 with all its zeros, which Python reads as an integer."""
    return json.loads(json.dumps(value), parse_int=float) if isinstance(value, dict | list) else value


def copy(source_url: str, target_url: str, **options: Any) -> list[CopiedTable]:
    return database_copy.copy_database(source_url, target_url, lease_ms=LEASE_MS, **options)


def test_copying_to_postgresql_and_back_leaves_every_table_unchanged(new_database: NewDatabase) -> None:
    first, second, third = new_database("sqlite"), new_database("postgresql", migrated=False), new_database("sqlite")
    rows = fill(first, images=1000, album_images=700, events=600)
    copied = copy(first, second)
    copied_back = copy(second, third)
    assert copied == copied_back
    assert sum(table.rows for table in copied) == rows
    assert {table.table for table in copied} == set(Base.metadata.tables)
    assert all(table.rows for table in copied)


def test_the_counts_of_a_copy_are_right(new_database: NewDatabase) -> None:
    first, second, third = new_database("sqlite"), new_database("postgresql"), new_database("sqlite")
    fill(first, images=30, album_images=20)
    copy(first, second)
    copy(second, third)
    for url in (second, third):
        database = connect(url)
        assert differences(database) == []
        with UnitOfWork(database, write=False) as work:
            assert sum(count_by_value(work, "images").values()) > 0
        database.dispose()


def test_every_row_is_unchanged_after_copying_back_and_forth(new_database: NewDatabase) -> None:
    first, second, third = new_database("sqlite"), new_database("postgresql"), new_database("sqlite")
    fill(first)
    copy(first, second)
    copy(second, third)
    for table in Base.metadata.sorted_tables:
        contents = []
        for url in (first, second, third):
            database = connect(url)
            with database.engine.connect() as connection:
                contents.append([tuple(map(normalize, row)) for row in connection.execute(sa.select(table))])
            database.dispose()
        key = len(table.primary_key.columns)
        ordered = [sorted(rows, key=lambda row: [str(value) for value in row[:key]]) for rows in contents]
        assert ordered[0] == ordered[1] == ordered[2], table.name


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
@pytest.mark.parametrize("source", ["sqlite", "postgresql"])
def test_ids_of_events_are_never_assigned_again(new_database: NewDatabase, source: str, target: str) -> None:
    source_url, target_url = new_database(source), new_database(target)
    database = connect(source_url)
    with database.writing.begin() as connection:
        row = {"kind": "job.queued", "data": {}, "at": utc_now()}
        connection.execute(sa.insert(EventRow), [row] * 9)
        connection.execute(sa.delete(EventRow).where(EventRow.id > 4))  # the last ones may have been pruned
    database.dispose()
    copy(source_url, target_url)
    database = connect(target_url)
    with database.writing.begin() as connection:
        new_event_id = connection.execute(sa.insert(EventRow).values(row).returning(EventRow.id)).scalar_one()
    database.dispose()
    assert new_event_id == 10


def test_a_target_with_rows_is_refused(new_database: NewDatabase, source_url: str) -> None:
    target_url = new_database("postgresql")
    now = utc_now()
    values = {"id": new_id(), "name": "ada", "role": "admin", "created_at": now, "updated_at": now, "version": 1}
    write(target_url, sa.insert(UserRow).values(values))
    fill(source_url)
    with pytest.raises(Conflict, match="already has rows") as refused:
        copy(source_url, target_url)
    assert refused.value.code == "target_not_empty"
    assert count(target_url, UserRow) == 1
    assert count(target_url, ImageRow) == 0


@pytest.mark.parametrize(
    ("version", "code"), [("0000", "schema_differs"), (None, "not_a_studio")], ids=["another schema", "no schema"]
)
def test_a_source_of_another_schema_is_refused(
    new_database: NewDatabase, source_url: str, version: str | None, code: str
) -> None:
    change = (
        "DELETE FROM alembic_version" if version is None else f"UPDATE alembic_version SET version_num = '{version}'"
    )
    write(source_url, sa.text(change))
    with pytest.raises(StartupError) as refused:
        copy(source_url, new_database("sqlite"))
    assert refused.value.code == code


def test_a_target_of_a_newer_version_is_refused(new_database: NewDatabase, source_url: str) -> None:
    target_url = new_database("sqlite")
    write(target_url, sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StartupError, match="newer version"):
        copy(source_url, target_url)


def test_an_empty_target_is_migrated(new_database: NewDatabase, source_url: str) -> None:
    target_url = new_database("sqlite", migrated=False)
    fill(source_url)
    copy(source_url, target_url)
    upgrade(target_url)
    assert count(target_url, ImageRow) == count(source_url, ImageRow)


def test_a_database_is_not_copied_into_itself(source_url: str, tmp_path: Path) -> None:
    other_name = source_url.replace(str(tmp_path), f"{tmp_path}/x/..")
    (tmp_path / "x").mkdir()
    with pytest.raises(Conflict) as refused:
        copy(source_url, other_name)
    assert refused.value.code == "same_database"


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("sqlite:////nowhere/at/all.db", None, "database_unusable"),
        (None, "sqlite:////nowhere/at/all.db", "database_unusable"),
        (None, "postgresql://postgres@127.0.0.1:1/x", "database_unusable"),
        ("mysql://localhost/x", None, "bad_database_url"),
        ("sqlite://", None, "bad_database_url"),
        (None, "a file", "bad_database_url"),
        (None, "postgresql://localhost", "bad_database_url"),
    ],
    ids=str,
)
def test_an_unusable_database_is_reported_on_one_line(
    source_url: str, tmp_path: Path, source: str | None, target: str | None, code: str
) -> None:
    with pytest.raises(PlatemarkError) as refused:
        copy(source or source_url, target or f"sqlite:///{tmp_path / 'target.db'}")
    assert refused.value.code == code
    assert "\n" not in refused.value.detail


def _running_job() -> sa.Insert:
    now = utc_now()
    return sa.insert(JobRow).values(
        id=new_id(), kind="generate", payload={}, engine="press", state="running", run_after=now, created_at=now,
        owner="w", lease_until=now + timedelta(minutes=1), progress=0.0, priority=0, attempt=1, max_attempts=3, token=1,
    )  # fmt: skip


def _worker() -> sa.Insert:
    now = utc_now()
    return sa.insert(WorkerRow).values(
        id="w", host="here", pid=1, engines=[], state="idle", started_at=now, heartbeat_at=now
    )


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
@pytest.mark.parametrize(
    ("insert", "message"), [(_running_job, "1 running jobs"), (_worker, "1 workers")], ids=["job", "worker"]
)
def test_a_source_in_use_is_refused_unless_forced(
    new_database: NewDatabase, dialect: str, insert: Callable[[], sa.Insert], message: str
) -> None:
    source_url, target_url = new_database(dialect), new_database("sqlite")
    write(source_url, insert())
    with pytest.raises(Conflict, match=message) as refused:
        copy(source_url, target_url)
    assert refused.value.code == "source_in_use"
    assert sum(table.rows for table in copy(source_url, target_url, force=True)) == 1


def test_an_open_connection_to_the_source_is_detected(new_database: NewDatabase) -> None:
    source_url, target_url = new_database("postgresql"), new_database("sqlite")
    database = connect(source_url)
    with database.engine.connect() as connection:
        connection.execute(sa.select(1))
        with pytest.raises(Conflict, match="1 open connections"):
            copy(source_url, target_url)
    database.dispose()
    assert sum(table.rows for table in copy(source_url, target_url)) == 0


def test_a_row_that_does_not_fit_is_named_and_nothing_is_copied(new_database: NewDatabase, source_url: str) -> None:
    fill(source_url)
    target_url = new_database("postgresql")
    database = connect(source_url)
    with database.writing.begin() as connection:
        key = connection.execute(sa.select(ImageRow.id).limit(1).offset(3)).scalar_one()
        connection.execute(sa.update(ImageRow).where(ImageRow.id == key).values(title="a\x00b"))
    database.dispose()
    with pytest.raises(Unprocessable, match=f"row {key} of the table images") as refused:
        copy(source_url, target_url)
    assert refused.value.code == "row_unfit"
    assert count(target_url, UserRow) == 0


def test_a_difference_is_detected_and_nothing_is_copied(
    new_database: NewDatabase, source_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(source_url)
    target_url = new_database("sqlite")
    insert = database_copy._insert

    def corrupt(target: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        insert(target, table, [row | {"title": "another"} if table.name == "images" else row for row in rows])

    monkeypatch.setattr(database_copy, "_insert", corrupt)
    with pytest.raises(Conflict, match="The table images differs"):
        copy(source_url, target_url)
    assert count(target_url, UserRow) == 0


def test_circular_foreign_keys_and_references_to_later_rows_are_copied(tmp_path: Path) -> None:
    circle = sa.MetaData()
    sa.Table(
        "hens", circle,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("egg_id", sa.ForeignKey("eggs.id", name="from_egg")),
        sa.Column("mother_id", sa.ForeignKey("hens.id")),
    )  # fmt: skip
    eggs = sa.Table(
        "eggs", circle,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hen_id", sa.ForeignKey("hens.id", name="of_hen")),
    )  # fmt: skip
    databases = [connect(f"sqlite:///{tmp_path / name}") for name in ("source.db", "target.db")]
    for database in databases:
        with database.writing.begin() as connection:
            circle.create_all(connection)
    with databases[0].writing.begin() as connection:
        connection.exec_driver_sql("INSERT INTO hens VALUES (1, NULL, NULL), (2, NULL, NULL)")
        connection.exec_driver_sql("INSERT INTO eggs VALUES (1, 2), (2, 1), (3, NULL)")
        connection.exec_driver_sql("UPDATE hens SET egg_id = 3 - id, mother_id = 3 - id")
    with databases[0].engine.connect() as source, databases[1].writing.begin() as target:
        copied = database_copy.copy_tables(source, target, circle)
    with databases[1].engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM hens").all() == [(1, 2, 2), (2, 1, 1)]
        assert connection.execute(sa.select(eggs)).all() == [(1, 2), (2, 1), (3, None)]
    assert [(table.table, table.rows) for table in copied] == [("eggs", 3), ("hens", 2)]
    for database in databases:
        database.dispose()


TABLE = sa.Table("things", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("facts", Json))


def digest(*facts: Any) -> str:
    table_digest = TableDigest(TABLE)
    for number, value in enumerate(facts):
        table_digest.add({"id": number, "facts": value})
    return table_digest.hexdigest()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"n": 1.2345678901234567e300}, {"n": 12345678901234567 * 10**284}),
        ({"n": -0.0}, {"n": 0}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ],
    ids=["decimals", "zero", "order"],
)
def test_equal_json_has_the_same_digest(first: object, second: object) -> None:
    assert digest(first) == digest(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [(1, "1"), (1, 1.5), (None, 0), (True, 1), ([], {}), ({"a": None}, {}), ([1, 2], [2, 1]), (2**63 - 1, 2.0**63)],
    ids=str,
)
def test_different_json_has_a_different_digest(first: object, second: object) -> None:
    assert digest(first) != digest(second)


def test_every_row_changes_the_digest() -> None:
    assert len({digest(), digest(1), digest(1, 1), digest(1, 2), digest(2, 1)}) == 5
