"""Finds the operations of a path by its segments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import unquote

Operation = TypeVar("Operation")


@dataclass(frozen=True, slots=True)
class Route(Generic[Operation]):
    """What one path allows: its operations by method."""

    operations: dict[str, Operation] = field(default_factory=dict)

    def methods(self) -> tuple[str, ...]:
        """The allowed methods, sorted; HEAD goes with GET."""
        return tuple(sorted({*self.operations, *(["HEAD"] if "GET" in self.operations else [])}))

    def operation(self, method: str) -> Operation | None:
        """The operation that answers ``method``; a HEAD request is answered like a GET, unless it is declared."""
        if method == "HEAD" and "HEAD" not in self.operations:
            return self.operations.get("GET")
        return self.operations.get(method)


@dataclass(frozen=True, slots=True)
class _Template(Generic[Operation]):
    segments: tuple[str | None, ...]
    names: tuple[str, ...]
    route: Route[Operation]


class PathTable(Generic[Operation]):
    """Paths such as ``/albums/{album_id}``. Of two templates that match, the one with the fixed segment is taken."""

    def __init__(self) -> None:
        self._fixed: dict[tuple[str, ...], Route[Operation]] = {}
        self._templates: dict[int, list[_Template[Operation]]] = {}

    def add(self, method: str, path: str, operation: Operation) -> None:
        """Add an operation at a path template."""
        parts = path.split("/")
        if "{" not in path:
            self._fixed.setdefault(tuple(parts), Route()).operations[method] = operation
            return
        segments = tuple(None if part.startswith("{") else part for part in parts)
        names = tuple(part[1:-1] for part in parts if part.startswith("{"))
        templates = self._templates.setdefault(len(parts), [])
        template = next((known for known in templates if known.segments == segments), None)
        if template is None:
            templates.append(template := _Template(segments, names, Route()))
            templates.sort(key=lambda each: each.segments.count(None))
        template.route.operations[method] = operation

    def find(self, segments: tuple[str, ...]) -> tuple[Route[Operation], Mapping[str, str]] | None:
        """The route of a concrete path and the values of its parameters; None if no template matches."""
        if (route := self._fixed.get(segments)) is not None:
            return route, {}
        for template in self._templates.get(len(segments), ()):
            if all(
                part == fixed if fixed is not None else part
                for fixed, part in zip(template.segments, segments, strict=True)
            ):
                values = [part for fixed, part in zip(template.segments, segments, strict=True) if fixed is None]
                return template.route, dict(zip(template.names, values, strict=True))
        return None


def segments_of(raw_path: bytes) -> tuple[str, ...]:
    """The decoded segments of a path as it was sent; an encoded slash stays part of its segment."""
    parts = raw_path.decode("latin-1").split("/")
    return tuple(unquote(part) if "%" in part else part for part in parts)
