"""The axes of grids. Plain data: what each changes, and to which values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, Literal, Self

from platemark.adapters.pinned import PinnedAdapter

AxisKind = Literal[
    "word", "replacement", "adapter", "adapter_weight", "engine", "model", "steps", "guidance_scale", "seed", "row"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What a grid changes, and to which values, in order.

    ``subject`` is the word, the replaced text or the id of the adapter, as its kind has it; empty for other kinds. The
    values are texts, numbers or, of the kind ``adapter``, ``AdapterChoice`` until they are pinned.
    """

    kind: AxisKind
    values: tuple[Any, ...]
    subject: str = ""

    @property
    def title(self) -> str:
        """What people call it."""
        return f"{self.kind.replace('_', ' ')} {self.subject}".strip() if self.kind != "word" else self.subject

    def payload(self) -> dict[str, Any]:
        """The axis as JSON."""
        values = [it.payload() if isinstance(it, PinnedAdapter) else it for it in self.values]
        return {"kind": self.kind, "subject": self.subject, "values": values}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The axis that ``payload()`` was called on."""
        read = PinnedAdapter.from_payload if payload["kind"] == "adapter" else lambda value: value
        return cls(kind=payload["kind"], subject=payload["subject"], values=tuple(map(read, payload["values"])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A picture for each combination of the values of the axes; of the row at ``row``, unless an axis says which."""

    axes: tuple[Axis, ...]
    row: int = 0

    def size(self) -> int:
        """The number of cells."""
        return prod(len(axis.values) for axis in self.axes)

    def coordinates(self) -> Sequence[tuple[int, ...]]:
        """The place of the value on each axis, cell by cell: the last axis changes first."""
        return list(product(*(range(len(axis.values)) for axis in self.axes)))

    def payload(self) -> dict[str, Any]:
        """The grid as JSON, for the run's row."""
        return {"axes": [axis.payload() for axis in self.axes], "row": self.row}

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The grid that ``payload()`` was called on."""
        return cls(axes=tuple(map(Axis.from_payload, payload["axes"])), row=payload["row"])
