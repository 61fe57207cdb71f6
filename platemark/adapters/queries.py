"""Reads adapters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, Uuid, bindparam, func, or_, select

from platemark.access import Actor, Viewpoint, visible_to
from platemark.adapters.views import AdapterView
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork

REGISTRATION_LOCK = 771_120_198
LOCK_REGISTRATIONS = Statement(select(func.pg_advisory_xact_lock(REGISTRATION_LOCK)), first_column)
ADAPTERS: Select[Any] = select(*(getattr(AdapterRow, name) for name in AdapterView._fields))
BY_ID = ADAPTERS.where(AdapterRow.id == bindparam("adapter_id", type_=Uuid()))
ADAPTER = Statement(BY_ID, AdapterView._make)
ADAPTER_FOR_UPDATE = Statement(BY_ID.with_for_update(), AdapterView._make)
AMONG = Statement(ADAPTERS.where(AdapterRow.id.in_(bindparam("ids", type_=Uuid(), expanding=True))), AdapterView._make)
NAMES = bindparam("names", type_=String(), expanding=True)
NAMED = Statement(
    ADAPTERS.where(or_(func.lower(AdapterRow.name).in_(NAMES), AdapterRow.name.in_(NAMES))).order_by(AdapterRow.id),
    AdapterView._make,
)
OLDEST_WITH_DIGEST = Statement(
    select(AdapterRow.id).where(AdapterRow.digest == bindparam("digest")).order_by(AdapterRow.id).limit(1), first_column
)


def get_adapter(work: UnitOfWork, adapter_id: UUID) -> AdapterView | None:
    """The adapter; None if there is none."""
    return ADAPTER.first(work, adapter_id=adapter_id)


def lock_adapter(work: UnitOfWork, adapter_id: UUID) -> AdapterView | None:
    """The adapter, locked until the work ends; None if there is none."""
    return ADAPTER_FOR_UPDATE.first(work, adapter_id=adapter_id)


def list_two_by_name(work: UnitOfWork, name: str, *, by: Actor) -> Sequence[AdapterView]:
    """Two of the adapters with this exact name that the caller may see."""
    return _two_by_name(by.viewpoint).all(work, name=name, me=by.user_id)


def list_by_names(work: UnitOfWork, names: Sequence[str]) -> Sequence[AdapterView]:
    """The adapters with one of these names, as it is or in lower case; the oldest first."""
    return NAMED.all(work, names=names)


def lock_registrations(work: UnitOfWork) -> None:
    """Keep others from registering adapters until the work ends. SQLite has one writer at a time."""
    if work.dialect == "postgresql":
        LOCK_REGISTRATIONS.execute(work)


def list_by_ids(work: UnitOfWork, ids: Sequence[UUID]) -> Sequence[AdapterView]:
    """Those adapters that exist, in no order."""
    return AMONG.all(work, ids=ids)


def find_by_digest(work: UnitOfWork, digest: str) -> UUID | None:
    """The oldest adapter with these bytes."""
    return OLDEST_WITH_DIGEST.first(work, digest=digest)


def _visible(by: Viewpoint) -> Select[Any]:
    return ADAPTERS.where(visible_to(by, AdapterRow.visibility, AdapterRow.created_by))


@cache
def _two_by_name(by: Viewpoint) -> Statement[AdapterView]:
    return Statement(_visible(by).where(AdapterRow.name == bindparam("name")).limit(2), AdapterView._make)
