"""Fills a studio with as many rows as asked for: ``python -m benchmarks.large_studio --images 200000 --jobs 200000``.

The rows depend on the sizes and the clock alone. Their files do not exist: this studio is for measuring SQL, which
``benchmarks.growth`` and the tests of query plans do. Prints the tokens of a viewer, an editor and an admin.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, insert, text

from benchmarks.large_rows import Row, Size
from benchmarks.large_tables import AllRows
from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.clock import utc_now
from platemark.db import id_sequences
from platemark.db.engine import Database, connect
from platemark.db.kept_counts import triggers
from platemark.db.migrate import upgrade
from platemark.db.tables import Base
from platemark.db.text_indexes import INDEXED
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import estimates
from platemark.search.rebuild import rebuild_search

BATCH = 5_000
ROLES: tuple[Role, ...] = ("viewer", "editor", "admin")
SKIPPED = ("queue_control", "schedule_slots", "studio_settings", "image_traits", *INDEXED)
"""Tables of a row or a few, which a studio fills itself, and those of texts and traits, which are derived."""


@dataclass(frozen=True, slots=True)
class LargeStudio:
    """What a reader of the studio needs: a token of each role, and the things to ask for."""

    tokens: dict[str, str]
    rows: AllRows

    @property
    def large_album_id(self) -> UUID:
        """The album with the most images."""
        return self.rows.large_album_id


def main() -> None:
    """Create the tables if there are none, and fill them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database-url", default="sqlite:///large.db", help="sqlite:///FILE or postgresql://…/NAME")
    parser.add_argument("--images", type=int, default=200_000)
    parser.add_argument("--jobs", type=int, default=200_000)
    parser.add_argument("--queued", type=int, default=20_000, help="of the jobs")
    parser.add_argument("--large-album", type=int, default=50_000, help="images of the largest album")
    options = parser.parse_args()
    if options.database_url.startswith("sqlite:///"):
        Path(options.database_url.removeprefix("sqlite:///")).touch()
    upgrade(options.database_url)
    started = time.perf_counter()
    size = Size(images=options.images, jobs=options.jobs, queued=options.queued, large_album=options.large_album)
    database = connect(options.database_url)
    large = fill(database, size)
    database.dispose()
    print(f"{time.perf_counter() - started:.0f} s")
    for role, token in large.tokens.items():
        print(f"{role}: {token}")


def fill(database: Database, size: Size) -> LargeStudio:
    """Fill the empty tables of ``database``, collect its statistics, and create a user of each role with a token."""
    rows = AllRows(size, utc_now())
    with _fast_inserts(database) as connection:
        triggers.remove(connection)
        for table in Base.metadata.sorted_tables:
            generate = getattr(rows, table.name, None)
            if generate is None and table.name not in SKIPPED:
                raise NotImplementedError(f"There are no rows for the table {table.name}.")
            if generate is not None:
                _insert_all(connection, table, generate())
        _rebuild_derived_rows(connection)
        connection.commit()
    with UnitOfWork(database, write=True) as work:
        estimates.rebuild_estimates(work)
        rebuild_search(work)
        tokens = _create_tokens(work, rows)
        work.commit()
    _collect_statistics(database)
    return LargeStudio(tokens, rows)


def _insert_all(connection: Connection, table: Table, rows: Iterator[Row]) -> None:
    while batch := list(islice(rows, BATCH)):
        connection.execute(insert(table), batch)


def _rebuild_derived_rows(connection: Connection) -> None:
    """Rebuild what the studio derives from its rows, and install the triggers that keep it."""
    triggers.install(connection)
    id_sequences.continue_places(connection)


@contextmanager
def _fast_inserts(database: Database) -> Iterator[Connection]:
    """A connection that writes in one transaction and, on SQLite, waits for no disk."""
    with database.writing.connect() as connection:
        if database.dialect == "sqlite":
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA synchronous=OFF")
            driver.execute("PRAGMA cache_size=-400000")
        yield connection
        connection.invalidate()  # the next one has the studio's own settings


def _create_tokens(work: UnitOfWork, rows: AllRows) -> dict[str, str]:
    """The token of a new user of each role, who has marked many images."""
    tokens: dict[str, str] = {}
    for role in ROLES:
        user = accounts.create_user(work, accounts.NewUser(name=f"reader-{role}", role=role), by=SYSTEM)
        new = accounts.NewToken(user_id=user.id, name="benchmark", role=role)
        _insert_all(
            work.connection, Base.metadata.tables["image_marks"], rows.marks_of(user.id, sees_all=role == "admin")
        )
        tokens[role] = accounts.create_token(work, new, by=SYSTEM).secret
    return tokens


def _collect_statistics(database: Database) -> None:
    with database.writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if database.dialect == "postgresql" else "ANALYZE"))


if __name__ == "__main__":
    main()
