"""What an engine would make of a prompt, before anything is queued."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from platemark.access import Actor, require_role
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Engine, EngineError, GenerateRequest, PromptPreview
from platemark.engines.registry import Engines
from platemark.errors import Finding, Unprocessable
from platemark.fitting import fit
from platemark.jobs import engine_choice
from platemark.jobs.engine_choice import ChosenEngine, EngineChoice
from platemark.jobs.lora_tags import remove_tags
from platemark.studio import Studio
from platemark.system import studio_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPreviewRequest:
    """A prompt, and who would get it; None is what the studio's settings say."""

    prompt: str
    negative_prompt: str = ""
    engine: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPreviewView:
    """The words that ``engine`` uses and ignores; both empty unless they are ``known`` beforehand."""

    engine: str
    known: bool
    words_used: tuple[str, ...]
    words_ignored: tuple[str, ...]
    note: str


def preview_prompt(work: UnitOfWork, studio: Studio, request: PromptPreviewRequest, *, by: Actor) -> PromptPreviewView:
    """What the engine would make of the prompt, without adapters. For editors.

    Unprocessable ``unknown_engine``, ``unknown_model``, ``engine_unavailable``, or ``engine_limits`` if the engine
    refuses the prompt.
    """
    require_role(by, "editor")
    chosen = engine_choice.resolve(
        EngineChoice(engine=request.engine, model=request.model, adapters=()),
        EngineChoice.of_studio(studio_settings.read_settings(work)),
    ).pinned(studio.engines)
    return preview_on(studio.engines, chosen.engine, request.prompt, request.negative_prompt, chosen.model)


def preview_on(
    engines: Engines, name: str, prompt: str, negative_prompt: str = "", model: str | None = None
) -> PromptPreviewView:
    """``preview_prompt`` for an engine and a model that are chosen already."""
    engine = engines.get(name)
    if not callable(getattr(engine, "preview_prompt", None)):
        note = f"The engine {name} does not say beforehand which words it uses."
        return PromptPreviewView(engine=name, known=False, words_used=(), words_ignored=(), note=note)
    text = prompt if engine.capabilities().loras_in_prompt else remove_tags(prompt)
    preview = _ask(engine, GenerateRequest(prompt=text, negative_prompt=negative_prompt, model=model))
    said = {
        "words_used": list(preview.words_used), "words_ignored": list(preview.words_ignored), "note": preview.note
    }  # fmt: skip
    fitted = {field: fit(f"PromptPreview.{field}", value) for field, value in said.items()}
    return PromptPreviewView(
        engine=name,
        known=True,
        words_used=tuple(fitted["words_used"]),
        words_ignored=tuple(fitted["words_ignored"]),
        note=fitted["note"],
    )


def list_ignored(
    engines: Engines, chosen: ChosenEngine, prompts: Iterable[str], negative_prompt: str
) -> list[str] | None:
    """The words of any of the prompts that the engine ignores, each once; None if it cannot say beforehand."""
    ignored: dict[str, None] = {}
    for prompt in prompts:
        preview = preview_on(engines, chosen.engine, prompt, negative_prompt, chosen.model)
        if not preview.known:
            return None
        ignored.update(dict.fromkeys(preview.words_ignored))
    return list(ignored)


def _ask(engine: Engine, request: GenerateRequest) -> PromptPreview:
    try:
        preview: PromptPreview = engine.preview_prompt(request)  # type: ignore[attr-defined]
    except EngineError as error:
        detail = f"The engine {engine.name} cannot do this: {error}"
        raise Unprocessable("engine_limits", detail, [Finding("/prompt", str(error), error.code)]) from error
    return preview
