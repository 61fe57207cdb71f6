"""Migrations preserve the rows that they do not change."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from platemark.accounts import session_queries
from platemark.db.engine import Database, connect
from platemark.db.kept_counts.reading import count_jobs_by_kind_and_state
from platemark.db.migrate import config_for, current_revision, latest_revision, upgrade
from platemark.db.tables.jobs import STATES
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from tests.conftest import POSTGRESQL, administer
from tests.unit.kept_counts.driver import differences

JOB_ID, CAPTION_JOB_ID = uuid.UUID(int=1).hex, uuid.UUID(int=2).hex


@pytest.fixture(params=["sqlite", "postgresql"])
def old_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with the schema before the removal of ``jobs.dedupe_key``."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'old.db'}"
        command.upgrade(config_for(url), "0007")
        yield url
        return
    request.getfixturevalue("postgresql_template")  # skips where there is no server
    name = f"platemark_test_{uuid.uuid4().hex[:12]}"
    administer(f"CREATE DATABASE {name}")
    command.upgrade(config_for(f"{POSTGRESQL}/{name}"), "0007")
    yield f"{POSTGRESQL}/{name}"
    administer(f"DROP DATABASE {name} WITH (FORCE)")


def test_the_file_of_a_migration_begins_with_its_revision_and_the_greatest_is_the_latest() -> None:
    scripts = ScriptDirectory.from_config(config_for("sqlite:///"))
    revisions = list(scripts.walk_revisions())
    for script in revisions:
        assert Path(script.path).name.startswith(f"{script.revision}_")
    assert latest_revision() == scripts.get_current_head() == max(script.revision for script in revisions)


def test_the_revision_of_a_database_is_that_of_its_last_migration(old_database_url: str) -> None:
    database = connect(old_database_url)
    found = []
    for _ in range(3):
        with database.engine.connect() as connection:
            found.append(current_revision(connection))
        upgrade(old_database_url)
    database.dispose()
    assert found == ["0007", latest_revision(), latest_revision()]


def test_a_database_without_migrations_has_no_revision(tmp_path: Path) -> None:
    database = connect(f"sqlite:///{tmp_path / 'new.db'}")
    with database.engine.connect() as connection:
        assert current_revision(connection) is None
    database.dispose()


def insert_jobs(database: Database) -> None:
    columns = (
        "id, kind, payload, engine, state, priority, run_after, attempt, max_attempts, token, progress, created_at"
    )
    with database.writing.begin() as connection:
        for job_id, kind in ((JOB_ID, "generate"), (CAPTION_JOB_ID, "caption")):
            connection.exec_driver_sql(
                f"INSERT INTO jobs ({columns}, dedupe_key) "
                f"VALUES ('{job_id}', '{kind}', '{{}}', 'press', 'queued', 3, 0, 0, 3, 7, 0.0, 5, '{kind}')"
            )
        connection.exec_driver_sql(
            f"INSERT INTO caption_items (job_id, position, image_id) VALUES ('{CAPTION_JOB_ID}', 4, '{JOB_ID}')"
        )


def test_jobs_and_their_caption_items_survive_the_removal_of_the_dedupe_key(old_database_url: str) -> None:
    database = connect(old_database_url)
    insert_jobs(database)
    upgrade(old_database_url)
    with database.writing.begin() as connection:
        jobs = connection.exec_driver_sql("SELECT kind, state, priority, token FROM jobs ORDER BY kind").all()
        items = connection.exec_driver_sql("SELECT position, outcome FROM caption_items").all()
        assert [tuple(row) for row in jobs] == [("caption", "queued", 3, 7), ("generate", "queued", 3, 7)]
        assert [tuple(row) for row in items] == [(4, None)]
        connection.exec_driver_sql("DELETE FROM jobs")
        assert connection.exec_driver_sql("SELECT count(*) FROM caption_items").scalar() == 0, "the foreign key remains"
    database.dispose()


def test_what_a_database_has_is_counted_when_it_is_upgraded(old_database_url: str) -> None:
    database = connect(old_database_url)
    insert_jobs(database)
    upgrade(old_database_url)
    with UnitOfWork(database, write=False) as work:
        assert count_jobs_by_kind_and_state(work) == {("generate", "queued"): 1, ("caption", "queued"): 1}
    assert differences(database) == []
    database.dispose()


def insert_token(connection: sa.Connection, number: int, parent: str) -> None:
    columns = f"id, user_id, name, role, digest, prefix, created_at{', parent_id' if parent else ''}"
    values = f"'{uuid.UUID(int=number).hex}', '{JOB_ID}', 'ci', 'viewer', '{number}', 'pm_', 5{parent}"
    connection.exec_driver_sql(f"INSERT INTO api_tokens ({columns}) VALUES ({values})")


def test_tokens_survive_and_end_with_their_parents_from_then_on(old_database_url: str) -> None:
    database = connect(old_database_url)
    with database.writing.begin() as connection:
        columns = "id, name, role, created_at, updated_at, version"
        connection.exec_driver_sql(f"INSERT INTO users ({columns}) VALUES ('{JOB_ID}', 'ada', 'admin', 5, 5, 1)")
        insert_token(connection, 1, "")
    upgrade(old_database_url)
    with database.writing.begin() as connection:
        insert_token(connection, 2, f", '{uuid.UUID(int=1).hex}'")
        insert_token(connection, 3, f", '{uuid.UUID(int=2).hex}'")
        insert_token(connection, 4, "")
        digests = connection.exec_driver_sql("SELECT digest, name FROM api_tokens ORDER BY digest").all()
        assert [tuple(row) for row in digests] == [(str(number), "ci") for number in (1, 2, 3, 4)]
        connection.exec_driver_sql("DELETE FROM api_tokens WHERE digest = '1'")
        assert connection.exec_driver_sql("SELECT digest FROM api_tokens").scalars().all() == ["4"]
    database.dispose()


def test_whoever_is_signed_in_stays_it_and_finds_the_session_in_the_list(old_database_url: str) -> None:
    database = connect(old_database_url)
    columns = "digest, csrf_digest, user_id, created_at, expires_at"
    with database.writing.begin() as connection:
        users = "id, name, role, created_at, updated_at, version"
        connection.exec_driver_sql(f"INSERT INTO users ({users}) VALUES ('{JOB_ID}', 'ada', 'admin', 5, 5, 1)")
        for number in (1, 2):
            values = f"'{number}', 'csrf {number}', '{JOB_ID}', {number * 1000}, 9000"
            connection.exec_driver_sql(f"INSERT INTO sessions ({columns}) VALUES ({values})")
    upgrade(old_database_url)
    with UnitOfWork(database, write=False) as work:
        listed = session_queries.list_sessions(work, PageRequest(), uuid.UUID(JOB_ID), EPOCH)
        assert [(it.csrf_digest, it.started_with, it.user_agent) for it in listed] == [
            ("csrf 2", "password", None),
            ("csrf 1", "password", None),
        ]
        assert [it.last_used_at for it in listed] == [it.created_at for it in listed]
        owner = session_queries.find_session(work, "1")
        assert owner is not None
        assert (owner.id, owner.user_name) == (listed[1].id, "ada")
    database.dispose()


def test_a_migrated_database_has_the_indexes_and_constraints_of_the_jobs(database: Database) -> None:
    inspector = sa.inspect(database.engine)
    assert "dedupe_key" not in {column["name"] for column in inspector.get_columns("jobs")}
    assert {check["name"] for check in inspector.get_check_constraints("jobs")} == {"ck_jobs_lease", "ck_jobs_state"}
    if database.dialect == "sqlite":
        with database.engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'jobs' AND sql IS NOT NULL"
            )
            statements = {name: statement for name, statement in rows}  # noqa: C416 - rows are no pairs
    else:
        with database.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'jobs'")
            statements = {name: statement for name, statement in rows if name != "pk_jobs"}
    assert set(statements) == {
        "ix_jobs_created_by_kind_state_id",
        "ix_jobs_durations",
        "ix_jobs_kind_id",
        "ix_jobs_kind_state_finished_at",
        "ix_jobs_kind_state_id",
        "ix_jobs_leases",
        "ix_jobs_place",
        "ix_jobs_ready",
        "ix_jobs_queued_of_user",
        "ix_jobs_ready_of_engine",
        "ix_jobs_rung",
        "ix_jobs_set_run_id_id",
        "ix_jobs_set_run_id_state",
        *(f"ix_jobs_{state}" for state in STATES),
        "ix_jobs_trace_id",
        "ix_jobs_unrung",
        "ix_jobs_waiting",
    }
    assert "priority DESC" in statements["ix_jobs_ready"]
    assert "state" in statements["ix_jobs_ready"].rsplit("WHERE")[1]
    assert "state" in statements["ix_jobs_leases"].rsplit("WHERE")[1]
