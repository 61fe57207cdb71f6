"""Registering adapters: the same bytes are one adapter, whoever else registers them at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.db.engine import Database
from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.interleaving import run_between

AT_ONCE = 4
Register = Callable[[UnitOfWork], tuple[UUID, bool]]


@pytest.fixture
def studio(database: Database, tmp_path: Path) -> Studio:
    blobs = FolderBlobStore(tmp_path / "blobs")
    return Studio(settings=Settings(), database=database, blobs=blobs, engines=Engines.of([]))


@pytest.fixture
def register(studio: Studio) -> Register:
    """Registers the same bytes whenever it is called: the adapter's id, and whether it is new."""
    data = b"the bytes of a plate"
    new = NewAdapter(
        name="Frost",
        format="style_plate",
        digest=studio.blobs.put(data),
        size_bytes=len(data),
        source="registered",
        metrics={"loss": 0.5},
    )

    def register(work: UnitOfWork) -> tuple[UUID, bool]:
        adapter, created = adapters.register_adapter(work, studio, new, by=SYSTEM)
        assert (adapter.name, adapter.digest, adapter.metrics) == (new.name, new.digest, new.metrics)
        return adapter.id, created

    return register


def ids(studio: Studio) -> list[UUID]:
    with studio.work(write=False) as work:
        return list(work.connection.execute(select(AdapterRow.id)).scalars())


def test_the_same_bytes_are_registered_once_by_many_at_a_time(studio: Studio, register: Register) -> None:
    together = Barrier(AT_ONCE)

    def register_with_others(_: int) -> tuple[UUID, bool]:
        together.wait(30)
        with studio.work(write=True) as work:
            registered = register(work)
            work.commit()
        return registered

    with ThreadPoolExecutor(AT_ONCE) as pool:
        registered = list(pool.map(register_with_others, range(AT_ONCE)))
    (only,) = ids(studio)
    assert sorted(registered) == sorted([(only, True)] + [(only, False)] * (AT_ONCE - 1))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_registration_waits_for_another_of_the_same_bytes(studio: Studio, register: Register) -> None:
    second, created = run_between(studio.database, register, register)
    assert (ids(studio), created) == ([second], False)
