"""What a fault of the database or of the code is for the client: 409, 503 or 500, with real faults on both."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from connexion.exceptions import BadRequestProblem
from starlette.exceptions import HTTPException as StarletteHTTPException
from werkzeug.exceptions import RequestEntityTooLarge

from platemark.clock import utc_now
from platemark.db.engine import Database, connect
from platemark.db.tables import ApiTokenRow, UserRow
from platemark.http.problems import problem_for
from platemark.ids import new_id
from tests.serving import contract

NOW = utc_now()


def answer(error: Exception) -> tuple[int, str, str]:
    """Status, code and detail of the problem for ``error`` in an operation that declares 409 and 503."""
    problem = problem_for(error, trace_id="0123456789abcdef", contract=contract(), operation_id="createUser")
    body: dict[str, Any] = json.loads(problem.body)
    return problem.status, body["code"], body["detail"]


def user(**changes: Any) -> sa.Insert:
    values = {"id": new_id(), "name": "ada", "role": "viewer", "created_at": NOW, "updated_at": NOW, "version": 1}
    return sa.insert(UserRow).values(**{**values, **changes})


def token(**changes: Any) -> sa.Insert:
    values = {"id": new_id(), "name": "t", "role": "viewer", "digest": "d", "prefix": "p", "created_at": NOW}
    return sa.insert(ApiTokenRow).values(**{**values, "user_id": new_id(), **changes})


def execute(database: Database, *statements: sa.Executable) -> None:
    with database.writing.begin() as connection:
        for statement in statements:
            connection.execute(statement)


THE_ID = new_id()
VIOLATIONS: dict[str, tuple[tuple[sa.Executable, ...], int, str]] = {
    "unique": ((user(), user(id=new_id())), 409, "concurrent_change"),
    "primary key": ((user(id=THE_ID), user(id=THE_ID, name="bob")), 409, "concurrent_change"),
    "foreign key": ((token(),), 500, "internal_error"),
    "check": ((user(role="odd"),), 500, "internal_error"),
    "not null": ((user(role=None),), 500, "internal_error"),
    "no such table": ((sa.text("SELECT * FROM nowhere"),), 500, "internal_error"),
    "no such column": ((sa.text("SELECT nothing FROM users"),), 500, "internal_error"),
    "syntax": ((sa.text("SELEC 1"),), 500, "internal_error"),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_only_a_duplicate_is_a_concurrent_change(
    database: Database, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    statements, status, code = VIOLATIONS[name]
    with pytest.raises(sa.exc.SQLAlchemyError) as raised:
        execute(database, *statements)
    assert answer(raised.value)[:2] == (status, code)
    logged = [record for record in caplog.records if record.levelname == "ERROR"]
    assert len(logged) == (status == 500)


def make_read_only(database: Database) -> None:
    if database.dialect == "sqlite":
        execute(database, sa.text("PRAGMA query_only = ON"), user())
    else:
        execute(database, sa.text("SET TRANSACTION READ ONLY"), user())


def test_a_read_only_database_is_no_reason_to_try_again(database: Database) -> None:
    with pytest.raises(sa.exc.SQLAlchemyError) as raised:
        make_read_only(database)
    status, code, detail = answer(raised.value)
    assert (status, code) == (503, "database_unavailable")
    assert "read-only" in detail


def run_out_of_space(database: Database) -> None:
    if database.dialect == "sqlite":
        limit = sa.text("PRAGMA max_page_count = 1")
        execute(database, limit, *(user(id=new_id(), name=f"user{number}") for number in range(2000)))
    else:
        execute(database, sa.text("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$"))


def test_a_full_disk_is_not_an_unavailable_database(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError) as raised:
        run_out_of_space(database)
    status, code, detail = answer(raised.value)
    assert (status, code) == (503, "storage_full")
    assert "is full" in detail


@pytest.fixture
def sqlite_file(tmp_path: Path, sqlite_template: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "platemark.db"))


def damage(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)
    database = connect(f"sqlite:///{path}")
    try:
        execute(database, user())
    finally:
        database.dispose()


def lock(path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": 0})
    try:
        with engine.connect() as first, engine.connect() as second:
            first.exec_driver_sql("BEGIN IMMEDIATE")
            second.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        engine.dispose()


def miss(path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{path.parent / 'missing' / 'platemark.db'}")
    try:
        engine.connect()
    finally:
        engine.dispose()


FAULTS = [
    (damage, "is damaged", "ERROR"),
    (lock, "try again later", "WARNING"),
    (miss, "cannot be read or written", "ERROR"),
]


@pytest.mark.parametrize(("cause", "detail", "level"), FAULTS)
def test_a_503_says_what_is_wrong_with_the_database(
    sqlite_file: Path, cause: Callable[[Path], None], detail: str, level: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What passes by itself is a warning; what an operator has to mend is an error."""
    with pytest.raises(sa.exc.DBAPIError) as raised:
        cause(sqlite_file)
    status, code, text = answer(raised.value)
    assert (status, code) == (503, "database_unavailable")
    assert detail in text
    assert str(sqlite_file) not in text
    assert [record.levelname for record in caplog.records if record.name == "platemark.http"] == [level]


class WithStatus(Exception):
    status = 404
    code = 404
    status_code = 404


@pytest.mark.parametrize("error", [WithStatus("a secret"), KeyError("x"), OSError(13, "denied"), SystemError()])
def test_a_foreign_error_with_a_status_is_an_internal_error_and_logged(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert answer(error)[:2] == (500, "internal_error")
    assert len(caplog.records) == 1


FRAMEWORK = [
    (BadRequestProblem(detail="No."), 400),
    (StarletteHTTPException(404, "No."), 404),
    (RequestEntityTooLarge("No."), 413),
    (StarletteHTTPException(418, "No."), 500),
]


@pytest.mark.parametrize(("error", "status"), FRAMEWORK)
def test_an_error_of_the_frameworks_has_their_status(error: Exception, status: int) -> None:
    problem = problem_for(error, trace_id="0123456789abcdef", contract=contract(), operation_id=None)
    assert problem.status == status
