"""The methods of each path of the contract, found by the path's segments."""

from __future__ import annotations

from collections.abc import Iterable


class PathTable:
    """Looks up the methods of a concrete path among path templates such as ``/albums/{album_id}``."""

    def __init__(self, routes: Iterable[tuple[str, str]]) -> None:
        self._by_length: dict[int, list[tuple[tuple[str | None, ...], set[str]]]] = {}
        for path, method in routes:
            segments = tuple(None if part.startswith("{") else part for part in path.split("/"))
            templates = self._by_length.setdefault(len(segments), [])
            methods = next((known for template, known in templates if template == segments), None)
            if methods is None:
                templates.append((segments, methods := set()))
            methods.update({"GET", "HEAD"} if method == "GET" else {method})

    def methods(self, path: str) -> tuple[str, ...]:
        """The methods that ``path`` allows, sorted (HEAD goes with GET); empty if no template matches it."""
        parts = path.split("/")
        for template, methods in self._by_length.get(len(parts), ()):
            if all(
                part and (fixed is None or fixed == part) for fixed, part in zip(template[1:], parts[1:], strict=True)
            ):
                return tuple(sorted(methods))
        return ()
