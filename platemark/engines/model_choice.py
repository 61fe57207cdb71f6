"""The checkpoints that engines can generate with: listing them, and pinning the one that a request names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from platemark.engines.base import Engine, EngineError, Model
from platemark.errors import Finding, Unprocessable

DIGEST = " sha256:"
"""Between the name of a model and its digest, as images record them."""
MAX_LISTED = 10


NAME, SHA256 = re.compile(r"[^\x00-\x1f\x7f]{1,200}"), re.compile(r"[0-9a-f]{64}")


def list_engine_models(engine: Engine) -> Sequence[Model]:
    """The models that a job on ``engine`` may name: those that it lists, or else the one that it uses. EngineError.

    Models without a usable name are left out, and so are digests and bases that are none.
    """
    models = getattr(engine, "models", None)
    if callable(models):
        return tuple(_usable(model) for model in models() if NAME.fullmatch(model.name))
    name = engine.capabilities().model
    return (Model(name=name),) if name else ()


def _usable(model: Model) -> Model:
    digest = model.digest if model.digest and SHA256.fullmatch(model.digest) else None
    base = model.base if model.base and NAME.fullmatch(model.base) else None
    return replace(model, digest=digest, base=base)


def pin_model(engine: Engine, model: str) -> str:
    """``model``, a name with or without a digest, with the digest of the model that has it, if that is known.

    Unprocessable ``unknown_model`` if the engine has no such model or several, ``engine_unavailable`` if it cannot say.
    """
    name, _, digest = model.partition(DIGEST)
    try:
        models = list_engine_models(engine)
    except EngineError as error:
        detail = f"The engine {engine.name} does not say which models it has. {error.hint}".strip()
        raise Unprocessable("engine_unavailable", detail, [Finding("/engine", detail, "engine_unavailable")]) from None
    matches = [it for it in models if it.name == name and (not digest or it.digest in (None, digest))]
    if len(matches) == 1:
        known = digest or matches[0].digest
        return f"{name}{DIGEST}{known}" if known else name
    detail = _describe(engine.name, name, [it.name for it in models], several=len(matches) > 1)
    raise Unprocessable("unknown_model", detail, [Finding("/model", detail, "unknown_model")])


def _describe(engine: str, name: str, names: Sequence[str], *, several: bool) -> str:
    if several:
        return f"The engine {engine} has several models called {name}; add the digest."
    if name in names:
        return f"The model {name} of the engine {engine} has another digest."
    others = [it for it in dict.fromkeys(names) if it != name]
    listed = ", ".join(others[:MAX_LISTED]) + (", …" if len(others) > MAX_LISTED else "")
    return f"The engine {engine} has no model {name}; available: {listed or 'none'}."
