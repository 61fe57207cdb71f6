"""A table's rows as one SHA-256 that is the same on every database, so that two copies can be compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, Table, collate

from platemark.db.types import EPOCH, MILLISECOND

COLLATIONS = {"sqlite": "BINARY", "postgresql": "C"}


class Digest:
    """Feed it all rows of ``table`` in the order of ``in_order``; ``rows`` counts them."""

    def __init__(self, table: Table) -> None:
        self.rows = 0
        self._columns = [column.key for column in table.columns]
        self._hash = hashlib.sha256(json.dumps(self._columns).encode("ascii"))

    def add(self, row: Mapping[str, Any]) -> None:
        """Take the next row, by column."""
        self.rows += 1
        self._hash.update(json.dumps([canonical(row[key]) for key in self._columns], sort_keys=True).encode("ascii"))

    def hexdigest(self) -> str:
        """The digest of the rows so far."""
        return self._hash.hexdigest()


def in_order(table: Table, dialect: str) -> list[ColumnElement[Any]]:
    """What to order ``table`` by: its primary key, texts by their bytes, whatever language the database sorts in."""
    collation = COLLATIONS[dialect]
    return [
        collate(column, collation) if isinstance(column.type, String) else column
        for column in table.primary_key.columns
    ]


def canonical(value: object) -> Any:
    """``value`` as JSON that does not depend on where it was read.

    PostgreSQL keeps the numbers of JSON as decimals: 1e20 comes back as 100000000000000000000, -0.0 as 0.0. They are
    equal, so they are one here.
    """
    match value:
        case None | bool() | str():
            return value
        case float():
            return int(Decimal(repr(value))) if value.is_integer() else value
        case int():
            return value
        case datetime():
            return (value - EPOCH) // MILLISECOND
        case bytes():
            return value.hex()
        case UUID():
            return value.hex
        case dict():
            return {str(key): canonical(inner) for key, inner in value.items()}
        case list():
            return [canonical(inner) for inner in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")
