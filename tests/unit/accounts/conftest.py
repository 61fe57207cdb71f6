"""A studio with a clock that tests set, and a factory for its users."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import argon2
import pytest

from platemark.access import SYSTEM, Role
from platemark.accounts import secrets
from platemark.accounts import service as accounts
from platemark.accounts.service import User
from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

PASSWORD = "correct horse battery"


class SettableClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@pytest.fixture(autouse=True)
def _fast_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make password hashes fast: Argon2 is slow by design, and these tests do not depend on its cost."""
    fast = argon2.PasswordHasher(time_cost=2, memory_cost=64, parallelism=1)
    monkeypatch.setattr(secrets, "_hasher", lambda: fast)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def studio(database: Database, tmp_path: Path, clock: SettableClock) -> Studio:
    settings = Settings(data_dir=tmp_path)
    return Studio(
        settings=settings,
        database=database,
        blobs=FolderBlobStore(settings.blobs_dir),
        engines=Engines.of([]),
        clock=clock,
    )


@pytest.fixture
def add_user(studio: Studio) -> Callable[..., User]:
    """``add_user("ada", "editor")`` has no password; ``password=True`` gives PASSWORD."""

    def add_user(name: str = "ada", role: Role = "editor", *, password: bool = False) -> User:
        with studio.work(write=True) as work:
            user = accounts.create_user(
                work, accounts.NewUser(name=name, role=role, password=PASSWORD if password else None), by=SYSTEM
            )
            work.commit()
        return user

    return add_user
