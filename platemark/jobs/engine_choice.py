"""Which engine, model and adapters generate: what several levels say, from the request down to the studio."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from platemark.adapters.pinned import PinnedAdapter
from platemark.engines.model_choice import pin_model
from platemark.engines.registry import DEFAULT_ENGINE, Engines, check_health
from platemark.system.studio_settings import StudioSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineChoice:
    """What one level says; None leaves it to the levels below. No adapters at all is ``()``."""

    engine: str | None = None
    model: str | None = None
    adapters: tuple[PinnedAdapter, ...] | None = None

    @classmethod
    def of_studio(cls, settings: StudioSettings) -> Self:
        """The lowest level: the studio's defaults."""
        return cls(engine=settings.engine, model=settings.model, adapters=settings.adapters)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEngine:
    """What all levels together say; ``model`` None is the engine's own."""

    engine: str
    model: str | None = None
    adapters: tuple[PinnedAdapter, ...] = ()

    def pinned(self, engines: Engines) -> ChosenEngine:
        """The same with the digest of the model, if that is known.

        Unprocessable ``unknown_model``, ``unknown_engine``, ``engine_unavailable``.
        """
        if self.model is None:
            return self
        engine = engines.get(self.engine)
        check_health(engine)
        return replace(self, model=pin_model(engine, self.model))


def resolve(*levels: EngineChoice) -> ChosenEngine:
    """The choice of ``levels``, the highest first; without an engine, it is the press.

    Model and adapters belong to the engine that their level is for, which is the one that it names, or else that of the
    levels below: those of a level are used only if that engine is the chosen one.
    """
    engines = [_engine(levels[n:]) for n in range(len(levels) + 1)]
    fitting = [level for level, engine in zip(levels, engines, strict=False) if engine == engines[0]]
    return ChosenEngine(
        engine=engines[0],
        model=next((level.model for level in fitting if level.model is not None), None),
        adapters=next((level.adapters for level in fitting if level.adapters is not None), ()),
    )


def _engine(levels: tuple[EngineChoice, ...]) -> str:
    return next((level.engine for level in levels if level.engine is not None), DEFAULT_ENGINE)
