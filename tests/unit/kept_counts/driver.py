"""What all steps of a history share: users, random choices, and transactions."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from platemark.access import Actor
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.kept_counts.recounting import Difference, recount
from platemark.db.tables import UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError
from platemark.ids import new_id
from platemark.studio import Studio

T = TypeVar("T")
VISIBILITIES = ("private", "shared", "public")


def differences(database: Database) -> list[Difference]:
    """What a recount would change; it changes nothing."""
    with database.writing.connect() as connection, connection.begin() as transaction:
        found = recount(connection)
        transaction.rollback()
    return found


class Driver:
    """Opens transactions, and chooses at random. What the studio refuses changes nothing."""

    def __init__(self, studio: Studio, seed: int, users: Sequence[Actor] = ()) -> None:
        self.studio = studio
        self.random = random.Random(seed)
        self.users = list(users) or [self.create_user(role) for role in ("admin", "editor", "editor")]

    def do(self, act: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        with UnitOfWork(self.studio.database, write=True) as work:
            try:
                result = act(work, *args, **kwargs)
                work.commit()
            except (PlatemarkError, IntegrityError):  # someone else has deleted an image meanwhile, for instance
                return None
        return result

    def execute(self, *statements: Any) -> None:
        self.do(lambda work: [work.session.execute(statement) for statement in statements])

    def ids(self, column: Any, *where: Any) -> list[UUID]:
        with UnitOfWork(self.studio.database, write=False) as work:
            return list(work.session.scalars(sa.select(column).where(*where).order_by(column)))

    def some_id(self, column: Any, *where: Any) -> UUID:
        """The id of a random row, or one that no row has."""
        ids = self.ids(column, *where)
        return self.random.choice(ids) if ids else new_id()

    def some_ids(self, column: Any, count: int) -> list[UUID]:
        """The ids of up to ``count`` random rows, in random order."""
        ids = self.ids(column)
        return self.random.sample(ids, min(count, len(ids)))

    def rarely(self) -> bool:
        return self.random.random() < 0.2

    def someone(self) -> Actor:
        return self.random.choice(self.users)

    def visibility(self) -> Any:
        return self.random.choice(VISIBILITIES)

    def create_user(self, role: str) -> Actor:
        row = UserRow(id=new_id(), name=f"user-{new_id().hex}", role=role, created_at=utc_now(), updated_at=utc_now())
        self.do(lambda work: work.session.add(row))
        return Actor(row.id, row.name, role, "token")  # type: ignore[arg-type]
