"""The selects behind adapters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from platemark.adapters.views import AdapterFilter, AdapterView
from platemark.db.tables import AdapterRow
from platemark.paging import PageRequest


def adapters() -> Select[Any]:
    """Selects the columns of an AdapterView, in the order of its fields: ``AdapterView(*row)``."""
    return select(*(getattr(AdapterRow, name) for name in AdapterView.__dataclass_fields__))


def adapters_page(filters: AdapterFilter, page: PageRequest) -> Select[Any]:
    """Adapters, newest first: one more than the page holds."""
    statement = adapters()
    if page.after is not None:
        statement = statement.where(AdapterRow.id < page.after)
    if filters.format is not None:
        statement = statement.where(AdapterRow.format == filters.format)
    if filters.q:
        statement = statement.where(AdapterRow.name.icontains(filters.q, autoescape=True))
    return statement.order_by(AdapterRow.id.desc()).limit(page.limit + 1)
