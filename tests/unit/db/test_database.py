"""SQLite and PostgreSQL behave the same."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.orm import Session

from platemark.clock import utc_now
from platemark.db.engine import Database, connect
from platemark.db.kept_counts.tables import METADATA
from platemark.db.tables import Base, JobRow, QueueControlRow
from platemark.db.text_indexes import is_text_index
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id

LABEL_INDEXES = {f"{name}_album_label_counts{end}" for name, end in (("uq", ""), ("ix", "_most"), ("ix", "_common"))}
EXPRESSION_INDEXES = {"ix_jobs_ready", "ix_jobs_ready_of_engine", "ix_jobs_unrung"} | LABEL_INDEXES
"""Alembic cannot compare these."""

OpenWork = Callable[..., UnitOfWork]


def test_the_migrations_create_the_tables_that_the_code_declares(database: Database) -> None:
    with database.engine.connect() as connection, warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*expression-based index")
        options = {
            "include_object": lambda _object, name, *_: name not in EXPRESSION_INDEXES and not is_text_index(name)
        }
        declared: Any = [Base.metadata, METADATA]
        assert compare_metadata(MigrationContext.configure(connection, opts=options), declared) == []
        tables = ("jobs", "album_label_counts")
        indexes = {index["name"] for table in tables for index in sa.inspect(connection).get_indexes(table)}
        assert indexes >= EXPRESSION_INDEXES or database.dialect == "sqlite"


def test_the_database_time_is_utc(database: Database) -> None:
    with Session(database.engine) as session:
        now, later = session.execute(sa.select(db_now(), shifted(db_now(), 60_000))).one()
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)
    assert timedelta(seconds=59) < later - now < timedelta(seconds=61)


def test_uncommitted_work_is_rolled_back_and_its_actions_do_not_run(open_work: OpenWork) -> None:
    actions: list[str] = []
    with open_work() as work:
        work.session.add(QueueControlRow(id=7))
        work.after_commit(lambda: actions.append("wake"))
    with open_work() as work:
        assert work.session.get(QueueControlRow, 7) is None
        work.session.add(QueueControlRow(id=7))
        work.after_commit(lambda: actions.append("wake"))
        work.commit()
    assert actions == ["wake"]


@pytest.mark.parametrize(
    ("state", "lease"), [("running", False), ("queued", True), ("sleeping", False)], ids=lambda value: str(value)
)
def test_an_inconsistent_job_row_is_refused(open_work: OpenWork, state: str, lease: bool) -> None:
    now = utc_now()
    row = JobRow(
        id=new_id(), kind="generate", payload={}, engine="press", state=state, run_after=now, created_at=now,
        lease_until=now if lease else None,
    )  # fmt: skip
    with open_work() as work:
        work.session.add(row)
        with pytest.raises(sa.exc.IntegrityError):
            work.session.flush()


def test_sqlite_is_durable_and_enforces_foreign_keys(database: Database) -> None:
    if database.dialect != "sqlite":
        pytest.skip("pragmas exist in SQLite only")
    with database.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_connection_in_use_is_closed_when_it_is_returned_after_dispose(database_url: str) -> None:
    database = connect(database_url)
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        database.dispose()
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    with pytest.raises(Exception, match="closed"):
        driver.execute("SELECT 1")  # type: ignore[union-attr]
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
    with database.engine.connect() as connection:
        assert connection.connection.driver_connection is driver, (
            "a pool that was not disposed of reuses its connections"
        )
    database.dispose()
