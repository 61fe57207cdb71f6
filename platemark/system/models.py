"""The checkpoints that the studio's engines can generate with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import structlog

from platemark.access import Actor, require_role
from platemark.engines.base import Engine, Model
from platemark.engines.model_choice import list_engine_models
from platemark.studio import Studio

MAX_MODELS = 1000
"""How many models a list shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFilter:
    """Which models to list; None excludes none."""

    engine: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A model of an engine; ``is_default`` if the engine uses it for requests that name none."""

    engine: str
    model: Model
    is_default: bool


def list_models(studio: Studio, filters: ModelFilter, *, by: Actor) -> Sequence[ModelView]:
    """The models of the engines that can say now which they have, in the order of the engines, by name."""
    require_role(by, "viewer")
    engines = [it for it in studio.engines.all() if filters.engine in (None, it.name)]
    views = [view for engine in engines for view in _of_engine(engine)]
    return [view for view in views if filters.base in (None, view.model.base)][:MAX_MODELS]


def _of_engine(engine: Engine) -> Iterator[ModelView]:
    try:
        if not engine.health().ok:
            return
        models, default = list_engine_models(engine), engine.capabilities().model
    except Exception as error:  # whatever a plug-in raises, the others' models are listed
        structlog.get_logger(__name__).warning("models_not_listed", engine=engine.name, reason=str(error))
        return
    for model in sorted(models, key=lambda it: (it.name, it.digest or "")):
        yield ModelView(engine=engine.name, model=model, is_default=model.name == default)
