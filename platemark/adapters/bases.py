"""Whether adapters are for the family of the model that they are used with, as far as both families are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from platemark.adapters import queries
from platemark.adapters.pinned import PinnedAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Engine, EngineError, Model
from platemark.engines.model_choice import DIGEST, list_engine_models
from platemark.engines.weights.classification import FAMILIES
from platemark.errors import Finding

KNOWN_FAMILIES = frozenset(FAMILIES.values())
"""Families whose names mean the same wherever they come from; those that plug-ins name are not compared."""


@dataclass(frozen=True, slots=True)
class ModelFamilies:
    """The models of an engine, and what its adapters were made for."""

    models: Sequence[Model] = ()
    bases: Mapping[UUID, str] = field(default_factory=dict)
    default: str | None = None

    def find_problems(self, model: str | None, adapters: Sequence[PinnedAdapter]) -> Iterator[Finding]:
        """One finding for each adapter that is for another family than ``model``; None is the engine's own model."""
        used = model or self.default or ""
        family = self._family(used)
        for n, adapter in enumerate(adapters if family else ()):
            of_adapter = self._family(self.bases.get(adapter.adapter_id, ""))
            if of_adapter not in (None, family):
                name = used.partition(DIGEST)[0]
                message = f"The adapter {adapter.name} is for {of_adapter}; the model {name} is {family}."
                yield Finding(f"/adapters/{n}", message, "adapter_base_mismatch")

    def _family(self, base: str) -> str | None:
        """The family that ``base`` is, or that of the model that it names; None if that is not known for certain."""
        if base in KNOWN_FAMILIES:
            return base
        name, _, digest = base.partition(DIGEST)
        families = {it.base for it in self.models if it.name == name and (not digest or it.digest in (None, digest))}
        return families.pop() if len(families) == 1 and families <= KNOWN_FAMILIES else None


def read_families(work: UnitOfWork, engine: Engine, adapters: Sequence[PinnedAdapter]) -> ModelFamilies:
    """What is known of the models of ``engine`` and of ``adapters``; nothing if the engine cannot say it now."""
    ids = {adapter.adapter_id for adapter in adapters}
    found = queries.list_by_ids(work, list(ids)) if ids else ()
    bases = {adapter.id: adapter.base for adapter in found if adapter.base}
    if not bases or not engine.capabilities().adapter_formats:
        return ModelFamilies()
    try:
        return ModelFamilies(list_engine_models(engine), bases, engine.capabilities().model)
    except EngineError:
        return ModelFamilies()
