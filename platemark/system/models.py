"""The checkpoints that the studio's engines can generate with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog

from platemark.access import Actor, require_role
from platemark.engines.base import Engine, Model
from platemark.engines.model_choice import list_engine_models
from platemark.paging import Page, PageRequest
from platemark.studio import Studio

MARK_BITS = 64


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


def list_models(studio: Studio, filters: ModelFilter, page: PageRequest, *, by: Actor) -> Page[ModelView]:
    """A page of ``all_models``; ``page.after`` is what the page before it said."""
    models = all_models(studio, filters, by=by)
    first = 0 if page.after is None else _position_after(models, page.after)
    end = first + page.limit
    return Page(models[first:end], _page_end(end, models[end - 1]) if end < len(models) else None)


def all_models(studio: Studio, filters: ModelFilter, *, by: Actor) -> Sequence[ModelView]:
    """The models of the engines that can say now which they have, in the order of the engines, by name."""
    require_role(by, "viewer")
    engines = [it for it in studio.engines.all() if filters.engine in (None, it.name)]
    views = [view for engine in engines for view in _of_engine(engine)]
    return [view for view in views if filters.base in (None, view.model.base)]


def _page_end(count: int, last: ModelView) -> UUID:
    """How many models there were up to the end of a page, and a mark of the last of them, as the bytes of a cursor."""
    return UUID(int=count << MARK_BITS | _mark(last))


def _position_after(models: Sequence[ModelView], page_end: UUID) -> int:
    """Where the next page starts: after the last model of the page before, wherever that is now."""
    count, mark = page_end.int >> MARK_BITS, page_end.int & (1 << MARK_BITS) - 1
    if 0 < count <= len(models) and _mark(models[count - 1]) == mark:
        return count
    return next((number for number, it in enumerate(models, 1) if _mark(it) == mark), min(count, len(models)))


def _mark(view: ModelView) -> int:
    text = json.dumps([view.engine, view.model.name, view.model.digest])
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[: MARK_BITS // 8])


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
