"""Reads adapters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, String, Uuid, bindparam, func, or_, select

from platemark.adapters.views import AdapterFilter, AdapterView
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AdapterRow, AdapterTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import ThingSearch, says, search_things

REGISTRATION_LOCK = 771_120_198
LOCK_REGISTRATIONS = Statement(select(func.pg_advisory_xact_lock(REGISTRATION_LOCK)), first_column)
ADAPTERS: Select[Any] = select(*(getattr(AdapterRow, name) for name in AdapterView._fields))
BY_ID = ADAPTERS.where(AdapterRow.id == bindparam("adapter_id", type_=Uuid()))
ADAPTER = Statement(BY_ID, AdapterView._make)
ADAPTER_FOR_UPDATE = Statement(BY_ID.with_for_update(), AdapterView._make)
TWO_BY_NAME = Statement(ADAPTERS.where(AdapterRow.name == bindparam("name")).limit(2), AdapterView._make)
AMONG = Statement(ADAPTERS.where(AdapterRow.id.in_(bindparam("ids", type_=Uuid(), expanding=True))), AdapterView._make)
NAMES = bindparam("names", type_=String(), expanding=True)
NAMED = Statement(
    ADAPTERS.where(or_(func.lower(AdapterRow.name).in_(NAMES), AdapterRow.name.in_(NAMES))).order_by(AdapterRow.id),
    AdapterView._make,
)
OLDEST_WITH_DIGEST = Statement(
    select(AdapterRow.id).where(AdapterRow.digest == bindparam("digest")).order_by(AdapterRow.id).limit(1), first_column
)


class AdapterShape(NamedTuple):
    """What the statement of a list of adapters depends on."""

    format: bool
    search: ThingSearch | None
    follows: bool


def list_adapters(work: UnitOfWork, filters: AdapterFilter, page: PageRequest) -> Sequence[AdapterView]:
    """Matching adapters, newest first: one more than the page holds."""
    shape = AdapterShape(
        filters.format is not None, search_things(work, AdapterTextRow, filters.q), page.after is not None
    )
    return _adapters_page(shape).all(
        work,
        after=page.after,
        limit=page.limit + 1,
        format=filters.format,
        **conditions.parameters(filters.q),
    )


def get_adapter(work: UnitOfWork, adapter_id: UUID) -> AdapterView | None:
    """The adapter; None if there is none."""
    return ADAPTER.first(work, adapter_id=adapter_id)


def lock_adapter(work: UnitOfWork, adapter_id: UUID) -> AdapterView | None:
    """The adapter, locked until the work ends; None if there is none."""
    return ADAPTER_FOR_UPDATE.first(work, adapter_id=adapter_id)


def list_by_id_or_name(work: UnitOfWork, id_: UUID | None, name: str) -> Sequence[AdapterView]:
    """Two of the adapters with this id, or with this exact name if there is no id."""
    return TWO_BY_NAME.all(work, name=name) if id_ is None else ADAPTER.all(work, adapter_id=id_)


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


@cache
def _adapters_page(shape: AdapterShape) -> Statement[AdapterView]:
    adapters = ADAPTERS
    if shape.follows:
        adapters = adapters.where(AdapterRow.id < bindparam("after", type_=Uuid()))
    if shape.format:
        adapters = adapters.where(AdapterRow.format == bindparam("format"))
    if shape.search is not None:
        adapters = adapters.where(*says(AdapterTextRow, AdapterRow.id.expression, shape.search))
    page = adapters.order_by(AdapterRow.id.desc()).limit(bindparam("limit", type_=Integer()))
    return Statement(page, AdapterView._make)
