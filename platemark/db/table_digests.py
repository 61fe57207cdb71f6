"""The rows of a table as one SHA-256, which is the same on every database, so that copies can be compared."""

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


class TableDigest:
    """The digest of a table: add all rows in the order of ``primary_key_order``. ``rows`` counts them."""

    def __init__(self, table: Table) -> None:
        self.rows = 0
        self._columns = [column.key for column in table.columns]
        self._hash = hashlib.sha256(json.dumps(self._columns).encode("ascii"))

    def add(self, row: Mapping[str, Any]) -> None:
        """Add the next row, a mapping from column to value."""
        self.rows += 1
        self._hash.update(
            json.dumps([canonical_value(row[key]) for key in self._columns], sort_keys=True).encode("ascii")
        )

    def hexdigest(self) -> str:
        """The digest of the rows so far."""
        return self._hash.hexdigest()


def primary_key_order(table: Table, dialect: str) -> list[ColumnElement[Any]]:
    """The columns to order ``table`` by: its primary key, strings bytewise whatever the collation of the database."""
    collation = COLLATIONS[dialect]
    return [
        collate(column, collation) if isinstance(column.type, String) else column
        for column in table.primary_key.columns
    ]


def canonical_value(value: object) -> Any:
    """``value`` as JSON that does not depend on the database.

    PostgreSQL stores numbers in JSON as decimals: 1e20 comes back as 100000000000000000000, -0.0 as 0.0. Equal numbers
    get the same form here.
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
            return {str(key): canonical_value(inner) for key, inner in value.items()}
        case list():
            return [canonical_value(inner) for inner in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")
