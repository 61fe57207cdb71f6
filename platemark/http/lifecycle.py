"""What answers of a deprecated operation say: since when it is (RFC 9745), and until when it is served (RFC 8594)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import format_datetime

from generated import headers
from generated.base import Operation


def lifecycle_headers(operation: Operation) -> list[tuple[bytes, bytes]]:
    """The headers of every answer of an operation; none if it is not deprecated. A day begins at midnight UTC."""
    found = []
    if operation.deprecated_since is not None:
        found.append((headers.DEPRECATION, f"@{_midnight(operation.deprecated_since).timestamp():.0f}"))
    if operation.sunset is not None:
        found.append((headers.SUNSET, format_datetime(_midnight(operation.sunset), usegmt=True)))
    return [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in found]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
