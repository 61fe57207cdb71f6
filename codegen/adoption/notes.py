"""Notes: what was changed in a document of others, and where."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of change, and the pointers of the places where it was made."""

    message: str
    places: tuple[str, ...]


@dataclass(slots=True)
class Notes:
    """Collects the notes; `origins` are the places from which added components come, by their pointers."""

    origins: dict[str, str] = field(default_factory=dict)
    _places: dict[str, list[str]] = field(default_factory=dict)

    def add(self, message: str, where: str) -> None:
        """Note a change at a place."""
        self._places.setdefault(message, []).append(where)

    def all(self) -> list[Note]:
        """The notes, in the order in which their kinds came up."""
        return [Note(message, tuple(places)) for message, places in self._places.items()]
