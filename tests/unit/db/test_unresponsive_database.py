"""A PostgreSQL server that does not respond: connections time out within a lease."""

from __future__ import annotations

import socket

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from platemark.db import engine
from platemark.db.engine import Database, connect
from platemark.settings import Settings


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_peer_that_acknowledges_nothing_times_out_before_the_lease(database: Database) -> None:
    with database.engine.connect() as connection:
        parameters = connection.connection.driver_connection.info.get_parameters()  # type: ignore[union-attr]
    lease_ms = Settings().lease_seconds * 1000
    assert 0 < int(parameters["tcp_user_timeout"]) < lease_ms / 2
    probing = int(parameters["keepalives_idle"]) + int(parameters["keepalives_interval"]) * int(
        parameters["keepalives_count"]
    )
    assert 0 < probing * 1000 < lease_ms / 2


def test_a_server_that_accepts_and_stays_silent_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "CONNECT_TIMEOUT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        database = connect(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/none")
        with pytest.raises(OperationalError, match="timeout"), database.engine.connect() as connection:
            connection.execute(sa.select(1))
        database.dispose()
