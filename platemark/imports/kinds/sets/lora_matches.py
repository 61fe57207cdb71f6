"""Finds the adapters of the studio that a set of an older one names, by digest or by the name of their file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.adapters.pinned import AdapterChoice, weight_range
from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.reasons import Reason

MAX_ADAPTERS = 8
MAX_LISTED = 5
BROUGHT = "adapter"
"""Under this name a LoRA has the key of the adapter that the same import brings along."""
LORA = "lora"
NOTHING: Mapping[str, UUID] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LoraMatches:
    """The adapters of a set, None if there are none, and the files that were not found or whose weight does not fit."""

    adapters: tuple[AdapterChoice, ...] | None
    unmatched: tuple[str, ...]

    def reason(self) -> Reason | None:
        """What the plan says of files without an adapter; None if each has one."""
        if not self.unmatched:
            return None
        listed = ", ".join(it[:60] for it in self.unmatched[:MAX_LISTED])
        message = f"No adapter here has this file name or digest, or takes its weight: {listed}. Scan the models first."
        return Reason("loras_not_found", message)


@dataclass(frozen=True, slots=True)
class _Adapter:
    id: UUID
    format: str


def brought(loras: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of the adapters of ``loras`` that the same import brings along."""
    return [lora[BROUGHT] for lora in loras if BROUGHT in lora]


def find(work: UnitOfWork, loras: Sequence[Mapping[str, Any]], made: Mapping[str, UUID] = NOTHING) -> LoraMatches:
    """The adapters for ``loras``, each a path with a weight and perhaps a digest; the oldest of several.

    ``made`` are those that the same import brings along, by key.
    """
    if not loras:
        return LoraMatches(None, ())
    wanted = {value for lora in loras for value in _names(lora)}
    digests = {lora["digest"] for lora in loras if "digest" in lora}
    query = sa.select(AdapterRow.id, AdapterRow.name, AdapterRow.digest, AdapterRow.format).where(
        sa.or_(AdapterRow.name.in_(wanted), AdapterRow.digest.in_(digests))
    )
    rows = work.session.execute(query.order_by(AdapterRow.id.desc())).all()
    here = [(row, _Adapter(row.id, row.format)) for row in rows]
    by_digest, by_name = {row.digest: it for row, it in here}, {row.name: it for row, it in here}
    choices: dict[UUID, AdapterChoice] = {}
    unmatched = []
    for lora in loras:
        found = [_Adapter(made[lora[BROUGHT]], LORA)] if lora.get(BROUGHT) in made else []
        found += [by_digest[lora["digest"]]] if lora.get("digest") in by_digest else []
        found += [by_name[name] for name in _names(lora) if name in by_name]
        low, high = weight_range(found[0].format) if found else (0.0, 0.0)
        fits = found and low <= lora["weight"] <= high and len(choices) < MAX_ADAPTERS
        if fits and found[0].id not in choices:
            choices[found[0].id] = AdapterChoice(found[0].id, lora["weight"])
        else:
            unmatched.append(str(lora["path"]))
    return LoraMatches(tuple(choices.values()) or None, tuple(unmatched))


def _names(lora: Mapping[str, Any]) -> Iterable[str]:
    path = PurePosixPath(str(lora["path"]).replace("\\", "/"))
    return dict.fromkeys((path.name, path.stem))
