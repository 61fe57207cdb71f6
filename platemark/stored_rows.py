"""Reads rows that an earlier version or another program may have written: one bad row does not take others with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import structlog

from platemark.fitting import Unfit, fit

T = TypeVar("T")
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
log = structlog.get_logger("platemark.stored_rows")


def read_all(read: Callable[[Any], T], rows: Iterable[Any]) -> list[T]:
    """What ``read`` makes of each row; rows that it cannot read are left out and logged by their id."""
    results = []
    for row in rows:
        try:
            results.append(read(row))
        except UNREADABLE:
            log.exception("Stored row left out: it cannot be read", row=_name(row))
    return results


def read_or_none(read: Callable[[Any], T], stored: Any, *, of: object) -> T | None:
    """What ``read`` makes of a stored value; None, with a logged error that names ``of``, if it cannot read it."""
    try:
        return read(stored)
    except UNREADABLE:
        log.exception("Stored value left out: it cannot be read", row=str(of))
        return None


def fit_or_none(schema: str, stored: Any, *, of: object) -> Any:
    """A stored JSON value as the contract's ``schema`` allows it (see ``fit``); None, logged, if nothing fits."""
    try:
        return fit(schema, stored)
    except Unfit:
        log.exception("Stored value left out: it breaks the contract", row=str(of), schema=schema)
        return None


def _name(row: Any) -> str:
    """The id of a row or a view, or what else identifies it."""
    for name in ("id", "position", "job_id"):
        if (value := getattr(row, name, None)) is not None:
            return f"{type(row).__name__} {value}"
    return type(row).__name__
