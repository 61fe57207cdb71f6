"""A PostgreSQL that does not answer: nobody waits for it longer than a lease."""

from __future__ import annotations

import socket

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from platemark.db import engine
from platemark.db.engine import Database, connect
from platemark.settings import Settings


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_peer_that_acknowledges_nothing_is_given_up_before_the_lease_is_over(database: Database) -> None:
    with database.engine.connect() as connection:
        said = connection.connection.driver_connection.info.get_parameters()  # type: ignore[union-attr]
    lease_ms = Settings().lease_seconds * 1000
    assert 0 < int(said["tcp_user_timeout"]) < lease_ms / 2
    probing = int(said["keepalives_idle"]) + int(said["keepalives_interval"]) * int(said["keepalives_count"])
    assert 0 < probing * 1000 < lease_ms / 2


def test_a_server_that_takes_a_call_and_says_nothing_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "CONNECT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        database = connect(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/none")
        with pytest.raises(OperationalError, match="timeout"), database.engine.connect() as connection:
            connection.execute(sa.select(1))
        database.dispose()
