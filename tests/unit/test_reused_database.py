"""A database that tests use one after the other is as empty for each as a new one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.conftest import POSTGRESQL, administer
from tests.reused_database import ReusedDatabase


@pytest.fixture
def reused(postgresql_template: str) -> Iterator[ReusedDatabase]:
    database = ReusedDatabase(POSTGRESQL, postgresql_template, administer)
    yield database
    database.drop()


def execute(url: str, *statements: str) -> list[int]:
    """What each statement gives, if it gives a number."""
    engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"), poolclass=sa.NullPool)
    with engine.begin() as connection:
        results = [connection.exec_driver_sql(statement) for statement in statements]
        return [result.scalar_one() for result in results if result.returns_rows]


def test_rows_sequences_and_connections_of_a_test_are_gone(reused: ReusedDatabase) -> None:
    url = reused.take()
    execute(url, "INSERT INTO queue_control (id, version) VALUES (1, 1)", "SELECT nextval('jobs_place_seq')")
    left_open = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg")).connect()
    left_open.exec_driver_sql("SELECT 1 FROM queue_control FOR UPDATE")
    reused.give_back()
    with pytest.raises(sa.exc.OperationalError):
        left_open.exec_driver_sql("SELECT 1")
    left_open.invalidate()
    left_open.engine.dispose()
    assert reused.take() == url
    assert execute(url, "SELECT count(*) FROM queue_control", "SELECT nextval('jobs_place_seq')") == [0, 1]


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE queue_control ADD COLUMN mood text",
        "ALTER TABLE jobs DISABLE TRIGGER USER",
        "DROP INDEX ix_jobs_ready",
        "UPDATE alembic_version SET version_num = '0001'",
        "DROP TABLE alembic_version",
    ],
)
def test_after_a_change_of_more_than_rows_there_is_a_new_database(reused: ReusedDatabase, change: str) -> None:
    url = reused.take()
    execute(url, change)
    reused.give_back()
    assert reused.take() != url
    assert execute(reused.take(), "SELECT count(*) FROM queue_control") == [0]


def test_a_database_that_was_dropped_is_replaced(reused: ReusedDatabase) -> None:
    url = reused.take()
    administer(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")
    reused.give_back()
    assert reused.take() != url
