"""Which engine generates, and with which adapters: what several levels say, from the request down to the studio."""

from __future__ import annotations

from dataclasses import dataclass

from platemark.adapters.pinned import PinnedAdapter

DEFAULT_ENGINE = "press"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineChoice:
    """What one level says; None leaves it to the levels below. No adapters at all is ``()``."""

    engine: str | None = None
    adapters: tuple[PinnedAdapter, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEngine:
    """What all levels together say."""

    engine: str
    adapters: tuple[PinnedAdapter, ...]


def resolve(*levels: EngineChoice) -> ChosenEngine:
    """The choice of ``levels``, the highest first; without an engine, it is the press.

    Adapters belong to the engine that their level is for, which is the one that it names, or else that of the levels
    below: a level's adapters are used only if that engine is the chosen one.
    """
    engines = [_engine(levels[n:]) for n in range(len(levels) + 1)]
    fitting = [level for level, engine in zip(levels, engines, strict=False) if engine == engines[0]]
    adapters = next((level.adapters for level in fitting if level.adapters is not None), ())
    return ChosenEngine(engine=engines[0], adapters=adapters)


def _engine(levels: tuple[EngineChoice, ...]) -> str:
    return next((level.engine for level in levels if level.engine is not None), DEFAULT_ENGINE)
