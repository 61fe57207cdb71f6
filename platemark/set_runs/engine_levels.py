"""Which engine, model and adapters a set run generates with, from what the request, the set and the studio say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from platemark.access import Actor
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.pinning import pin_adapters, require_present
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import engine_choice
from platemark.jobs.engine_choice import ChosenEngine, EngineChoice
from platemark.set_runs.views import Overrides
from platemark.set_templates.views import SetTemplateView
from platemark.system import studio_settings


@dataclass(frozen=True, slots=True)
class EngineLevels:
    """What each level says; the request's adapters are pinned."""

    asked: EngineChoice
    template: EngineChoice
    studio: EngineChoice

    def choose(self, engine: str | None = None, model: str | None = None) -> ChosenEngine:
        """The choice, not yet pinned, with another engine or model in place of the request's."""
        asked = replace(self.asked, engine=engine or self.asked.engine, model=model or self.asked.model)
        return engine_choice.resolve(asked, self.template, self.studio)

    def require_adapters(self, work: UnitOfWork, chosen: Iterable[ChosenEngine]) -> None:
        """Check that adapters that were pinned earlier are still there; Unprocessable ``adapter_gone``."""
        earlier = [it.adapters for it in chosen if it.adapters is not self.asked.adapters]
        require_present(work, list(dict.fromkeys(adapter for adapters in earlier for adapter in adapters)))


def read_levels(
    work: UnitOfWork,
    template: SetTemplateView,
    overrides: Overrides,
    adapters: Sequence[AdapterChoice] | None,
    *,
    by: Actor,
) -> EngineLevels:
    """What the request, the set template and the studio's defaults say; Unprocessable ``unknown_adapter``."""
    pinned = None if adapters is None else pin_adapters(work, adapters, by=by)
    return EngineLevels(
        EngineChoice(engine=overrides.engine, model=overrides.model, adapters=pinned),
        EngineChoice(engine=template.engine, model=template.model, adapters=template.adapters),
        EngineChoice.of_studio(studio_settings.read_settings(work)),
    )
