"""Which engines this process has. A plug-in that does not work is reported, never fatal."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Self, cast

from platemark.engines.base import Capabilities, Captioner, Engine, Trainer
from platemark.errors import Finding, Unprocessable
from platemark.settings import Settings

GROUP = "platemark.engines"
BUILT_IN = ("press", "diffusers", "sdapi", "openai_images")
NAME, VERSION = re.compile(r"[a-z][a-z0-9_]{0,63}"), re.compile(r"[0-9A-Za-z.+_-]{1,50}")
METHODS = ("capabilities", "health")
KIND_METHODS = {"generate": ("generate",), "caption": ("caption",)}
TRAINER_METHODS = ("parameters", "check", "train")
Candidates = Iterator[tuple[str, Callable[[], Any], Collection[str]]]


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """A plug-in that cannot be used: the name it would have had, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines by name, the built-in ones first, and the plug-ins that failed."""

    by_name: dict[str, Engine]
    failures: tuple[EngineFailure, ...] = field(default=())

    @classmethod
    def of(cls, engines: Iterable[Engine]) -> Self:
        """Exactly these engines."""
        return cls({engine.name: engine for engine in engines})

    @classmethod
    def discover(cls, plug_ins: Iterable[EntryPoint] | None = None, settings: Settings | None = None) -> Self:
        """The built-in engines and those of the entry points in ``platemark.engines``: classes or factories.

        The press is always there; the other built-in ones are where ``settings`` say what they work with.
        """
        engines: dict[str, Engine] = {}
        failures: list[EngineFailure] = []
        found = entry_points(group=GROUP) if plug_ins is None else plug_ins
        for name, make, taken in (*_built_in(settings or Settings()), *_plugged_in(found)):
            try:
                engine = _checked(make())
                if engine.name in engines or engine.name in taken:
                    raise ValueError(f"the name {engine.name} is taken")
                engines[engine.name] = engine
            except (Exception, SystemExit) as error:  # whatever a plug-in does, the studio starts
                failures.append(EngineFailure(name, f"{type(error).__name__}: {error}"))
        return cls(engines, tuple(failures))

    def get(self, name: str) -> Engine:
        """The engine called ``name``; Unprocessable ``unknown_engine`` where there is none."""
        try:
            return self.by_name[name]
        except KeyError:
            known = ", ".join(self.by_name) or "none"
            detail = f"There is no engine {name}; there are: {known}."
            raise Unprocessable("unknown_engine", detail, [Finding("/engine", detail, "unknown_engine")]) from None

    def trainer(self, name: str) -> Trainer:
        """The engine called ``name`` as one that trains; Unprocessable where there is none, or it does not."""
        engine = self.get(name)
        if not engine.capabilities().trains:
            detail = f"The engine {name} does not train."
            raise Unprocessable("engine_cannot_train", detail, [Finding("/engine", detail, "engine_cannot_train")])
        return as_trainer(engine)

    def captioner(self, name: str) -> Captioner:
        """The engine called ``name`` as one that describes pictures; Unprocessable where it is not there, or cannot."""
        engine = self.get(name)
        if "caption" not in engine.capabilities().kinds:
            detail = f"The engine {name} does not describe pictures."
            raise Unprocessable("engine_cannot_caption", detail, [Finding("/engine", detail, "engine_cannot_caption")])
        return cast("Captioner", engine)

    def first_captioner(self) -> str:
        """The name of the first engine that describes pictures; Unprocessable where none does."""
        for engine in self.by_name.values():
            if "caption" in engine.capabilities().kinds:
                return engine.name
        detail = "No engine here describes pictures."
        raise Unprocessable("engine_cannot_caption", detail, [Finding("/engine", detail, "engine_cannot_caption")])

    def all(self) -> tuple[Engine, ...]:
        """Every engine that works or may work, the built-in ones first."""
        return tuple(self.by_name.values())


def as_trainer(engine: Engine) -> Trainer:
    """The same engine as one that trains: its capabilities say so, and it was looked at when it was found."""
    return cast("Trainer", engine)


def _built_in(settings: Settings) -> Candidates:
    """Those that come with Platemark: name, factory, the names they may not have. Modules are imported when called."""
    yield "press", lambda: import_module("platemark_press").Press(), ()
    if settings.diffusers_model or settings.diffusers_captioner:
        yield "diffusers", lambda: _diffusers(settings), ()
    if settings.sdapi_url:
        yield "sdapi", lambda: import_module("platemark.engines.remote").SdApi(settings.sdapi_url), ()
    if settings.openai_images_url:
        yield "openai_images", lambda: _openai_images(settings), ()


def _diffusers(settings: Settings) -> Any:
    kind = import_module("platemark.engines.diffusers").Diffusers
    model, models, captioner = (
        Path(path).expanduser() if path else None
        for path in (settings.diffusers_model, settings.diffusers_models, settings.diffusers_captioner)
    )
    return kind(model, device=settings.device, models=models, captioner=captioner)


def _openai_images(settings: Settings) -> Any:
    kind = import_module("platemark.engines.remote").OpenAiImages
    return kind(
        settings.openai_images_url,
        model=settings.openai_images_model,
        key=settings.openai_images_key,
        captions_model=settings.openai_captions_model,
    )


def _plugged_in(entries: Iterable[EntryPoint]) -> Candidates:
    for entry in sorted(entries, key=lambda entry: entry.name):
        yield entry.name, _loader(entry), BUILT_IN


def _loader(entry: EntryPoint) -> Callable[[], Any]:
    return lambda: entry.load()()


def _checked(engine: Any) -> Engine:
    """The same object, once it has shown that it has the shape of an engine."""
    _require_methods(engine, METHODS)
    for word, pattern in (("name", NAME), ("version", VERSION)):
        value = getattr(engine, word, None)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise TypeError(f"an engine needs a {word} like {pattern.pattern}, not {value!r}")
    capabilities = engine.capabilities()
    if not isinstance(capabilities, Capabilities):
        raise TypeError("capabilities() must return Capabilities")
    for kind in sorted(capabilities.kinds):
        _require_methods(engine, KIND_METHODS.get(kind, ()))
    if capabilities.trains:
        _require_methods(engine, TRAINER_METHODS)
    checked: Engine = engine
    return checked


def _require_methods(engine: Any, names: Iterable[str]) -> None:
    missing = [name for name in names if not callable(getattr(engine, name, None))]
    if missing:
        raise TypeError(f"an engine needs the methods {', '.join(missing)}")
