"""What the readers of JSON values and of bodies need of a redactor."""

from __future__ import annotations

from typing import Any, Protocol

from platemark.redaction.secret_names import NameClass


class TextRedactor(Protocol):
    """The methods of ``Redactor`` that ``trees`` and ``bodies`` call; each is described there."""

    def text(self, value: str, place: str) -> str:
        """Redact free text."""

    def form(self, value: str, place: str) -> str:
        """Redact a URL-encoded form."""

    def named(self, name: str, value: str, place: str) -> str:
        """Redact the value of the field ``name``."""

    def tree(self, value: Any, place: str) -> Any:
        """Redact JSON values."""

    def leaf(self, value: str, name_class: NameClass | None, place: str) -> str:
        """Redact a string whose field name was classified."""

    def mark(self, kind: str, place: str) -> str:
        """Count one secret and return its mark."""
