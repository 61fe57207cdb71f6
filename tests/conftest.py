"""Fixtures that all kinds of tests share: databases, users, a served studio and its clients."""

from __future__ import annotations

import json
import logging
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
import structlog

from platemark import logs
from platemark.access import Actor
from platemark.clock import utc_now
from platemark.db.engine import Database, connect
from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.db.migrate import upgrade
from platemark.db.tables import Base, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.ids import new_id
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.reused_database import ReusedDatabase
from tests.serving import RECORDED, Live, collector, serve

POSTGRESQL = os.environ.get("PLATEMARK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
OpenWork = Callable[..., UnitOfWork]
REPAIRED = "Stored values break the contract; shown repaired"


def administer(statement: str) -> None:
    url = sa.make_url(f"{POSTGRESQL}/postgres").set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


@pytest.fixture(scope="session", autouse=True)
def quiet_log() -> None:
    """Log only warnings and errors, to the streams that pytest captures."""
    logs.configure(Settings(log_level="warning"))


@pytest.fixture(autouse=True)
def restored_logging() -> Iterator[None]:
    """Restore the logging configuration after each test: log lines must not appear in the output of a later one."""
    root = logging.getLogger()
    handlers, level, structured = root.handlers[:], root.level, structlog.get_config()
    levels = {name: logging.getLogger(name).level for name in logs.NOISY_LOGGERS}
    yield
    root.handlers[:], root.level = handlers, level
    structlog.configure(**structured)
    for name, level_before in levels.items():
        logging.getLogger(name).setLevel(level_before)


class RepairedResponses(logging.Handler):
    """Collects the log lines of responses that broke the contract and were repaired before they were sent."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.msg, dict) and record.msg.get("event") == REPAIRED:
            self.lines.append(str(record.msg))


@pytest.fixture(autouse=True)
def no_response_is_repaired(request: pytest.FixtureRequest) -> Iterator[None]:
    """A server repairs what hostile rows hold. Anywhere else, a repair would hide that the code breaks the contract."""
    repaired, logger = RepairedResponses(), logging.getLogger("platemark.http")
    logger.addHandler(repaired)
    yield
    logger.removeHandler(repaired)
    assert repaired.lines == [] or request.node.get_closest_marker("hostile_rows")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a migrated, empty SQLite database to copy."""
    path = tmp_path_factory.mktemp("template") / "platemark.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[str]:
    """The name of a migrated, empty PostgreSQL database. Without a server the test is skipped, in CI it fails."""
    name = f"platemark_template_{uuid.uuid4().hex[:12]}"
    try:
        administer(f"CREATE DATABASE {name}")
    except sa.exc.OperationalError as error:
        if os.environ.get("CI"):
            pytest.fail(f"PostgreSQL is not available: {error}", pytrace=False)
        pytest.skip(f"PostgreSQL is not available, tests on it are skipped: {POSTGRESQL}")
    upgrade(f"{POSTGRESQL}/{name}")
    yield name
    administer(f"DROP DATABASE {name} WITH (FORCE)")


def empty(database: Database) -> Database:
    """Delete all rows and return the database."""
    with database.writing.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
        connection.execute(JOB_ESTIMATES.delete())
    return database


@pytest.fixture(scope="session")
def reused_database(postgresql_template: str) -> Iterator[ReusedDatabase]:
    """The PostgreSQL database of the tests that each want an empty one."""
    reused = ReusedDatabase(POSTGRESQL, postgresql_template, administer)
    yield reused
    reused.drop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty, migrated database. A test that uses it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "platemark.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    reused = request.getfixturevalue("reused_database")
    yield reused.take()
    reused.give_back()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open, migrated, empty database."""
    opened = connect(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def open_work(database: Database) -> OpenWork:
    """``with open_work() as work`` opens a unit of work that can write; it is rolled back without ``work.commit()``."""

    def open_work(*, write: bool = True) -> UnitOfWork:
        return UnitOfWork(database, write=write)

    return open_work


@pytest.fixture
def make_user(open_work: OpenWork) -> Callable[..., Actor]:
    """``make_user("ada", "editor")`` creates a user and returns the actor."""

    def make_user(name: str = "", role: str = "editor") -> Actor:
        row = UserRow(
            id=new_id(),
            name=name or f"user-{uuid.uuid4().hex[:8]}",
            role=role,
            created_at=utc_now(),
            updated_at=utc_now(),
        )
        with open_work() as work:
            work.session.add(row)
            work.commit()
        return Actor(row.id, row.name, row.role, "token")  # type: ignore[arg-type]

    return make_user


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A studio that is served on SQLite or on PostgreSQL."""
    folder = tmp_path_factory.mktemp(f"studio_{request.param}")
    name = f"platemark_http_{uuid.uuid4().hex[:12]}"
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'platemark.db'}"
        shutil.copy(request.getfixturevalue("sqlite_template"), folder / "platemark.db")
    else:
        url = f"{POSTGRESQL}/{name}"
        administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgresql_template')}")
    settings = Settings(data_dir=folder, database_url=url, import_roots=str(folder / "outputs"))
    database = connect(url)
    blobs = FolderBlobStore(settings.blobs_dir)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover())
    with serve(studio) as live:
        yield live
    database.dispose()
    if request.param == "postgresql":
        administer(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def live(served: Live) -> Live:
    """The served studio with an empty database and nothing to import."""
    empty(served.studio.database)
    for folder in served.studio.settings.import_folders.values():
        shutil.rmtree(folder, ignore_errors=True)
    return served


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests with the longest timeouts first, so that none of them starts when the other processes are done."""
    items.sort(key=_timeout, reverse=True)


def _timeout(item: pytest.Item) -> float:
    marker = item.get_closest_marker("timeout")
    return float(marker.args[0]) if marker else 0.0


def pytest_sessionstart(session: pytest.Session) -> None:
    """Delete the recordings of earlier runs."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for pattern in ("http-*.json", "facts-*.json"):
            for recording in recordings_folder(session).glob(pattern):
                recording.unlink(missing_ok=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the recorded responses for the tests of `shared-types`, one file for each test process."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "main")
    (recordings_folder(session) / f"http-{process}.json").write_text(json.dumps(RECORDED), "utf-8")
    facts = recordings_folder(session) / f"facts-{process}.json"
    facts.write_text(json.dumps(sorted(collector().facts), indent=0), "utf-8")


def recordings_folder(session: pytest.Session) -> Path:
    """The folder of the recordings."""
    folder = session.config.rootpath / "build" / "recorded"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


ClientFor = Callable[..., httpx.Client]


@pytest.fixture
def as_role(live: Live) -> Iterator[ClientFor]:
    """``as_role("editor")`` is a client with the token of a new user; ``as_role(None)`` has no credentials."""
    clients: list[httpx.Client] = []

    def as_role(role: str | None, **options: Any) -> httpx.Client:
        client = live.client(live.token(role) if role else None, **options)
        clients.append(client)
        return client

    yield as_role
    for client in clients:
        client.close()


@pytest.fixture
def client(as_role: ClientFor) -> httpx.Client:
    """A client with the token of an admin."""
    return as_role("admin")
