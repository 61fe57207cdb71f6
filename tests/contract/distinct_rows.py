"""Rows whose values differ from each other and from those of other rows: a swapped or constant field shows.

``sample_rows`` makes values that are unusual; these are plain, and no two of a row are equal.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.db.engine import Database
from platemark.db.tables import Base
from platemark.db.types import Instant
from platemark.ids import new_id
from tests.sample_rows import column_choices
from tests.serving import bundle_at

FIRST_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
Row = dict[str, Any]


class DistinctRows:
    """Inserts rows, in one of two ways: ``full`` sets each flag and each nullable column, its opposite none of them."""

    def __init__(self, database: Database, *, full: bool) -> None:
        self.database = database
        self.full = full
        self.serial = 10 if full else 510

    def add(self, table_name: str, /, **values: Any) -> Row:
        """Insert a row and return it; ``values`` replace those that are generated."""
        table = Base.metadata.tables[table_name]
        generated = {column.key: self._value(column) for column in table.columns if column.key not in values}
        row = generated | values
        with self.database.writing.begin() as connection:
            connection.execute(sa.insert(table).values(row))
        return row

    def moment(self) -> datetime:
        """A time that no other value has."""
        self.serial += 1
        return FIRST_MOMENT + timedelta(minutes=self.serial)

    def digest(self) -> str:
        """A digest that no other value has."""
        self.serial += 1
        return hashlib.sha256(str(self.serial).encode()).hexdigest()

    def number(self) -> int:
        """A number that no other value has."""
        self.serial += 1
        return self.serial

    def _value(self, column: sa.Column[Any]) -> Any:
        if column.nullable and not self.full:
            return None
        choices = column_choices(column)
        if choices:
            return choices[-1 if self.full else 0]
        match column.type:
            case sa.Uuid():
                assert column.nullable or column.primary_key, f"name the value of {column}"
                return None if column.foreign_keys else new_id()
            case sa.Boolean():
                return self.full
            case sa.Integer():
                return self.number()
            case sa.Float():
                return self.number() / 1024
            case sa.LargeBinary():
                return self.number().to_bytes(16, "big")
            case Instant():
                return self.moment()
            case sa.String():
                if column.key == "thumb_hash":
                    return self.digest()[:20]
                digest = "digest" in column.key or column.key == "fingerprint"
                return self.digest() if digest else f"{column.key}_{self.number()}"
        raise AssertionError(f"name the value of {column}")


def shown(schema: str, row: Row, /, **others: Any) -> dict[str, Any]:
    """``row`` as an instance of the component ``schema``: a field is one of ``others`` or the column of its name."""
    names = bundle_at(f"/components/schemas/{schema}")["properties"]
    assert others.keys() <= names.keys(), f"{schema} has no {others.keys() - names.keys()}"
    return {name: others[name] if name in others else as_json(row[name]) for name in names}


def as_json(value: Any) -> Any:
    """``value`` of a column as the wire shows it."""
    match value:
        case UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return value
