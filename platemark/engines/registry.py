"""Find the engines of this process. A plug-in that fails is reported and never fatal."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution, entry_points
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Self, cast

import structlog

from platemark.engines.base import Capabilities, Captioner, Engine, Trainer
from platemark.errors import Finding, StartupError, Unprocessable
from platemark.settings import Settings

GROUP = "platemark.engines"
DEFAULT_ENGINE = "press"
DISTRIBUTION = "platemark"
BUILT_IN = ("diffusers", "sdapi", "openai_images")
NAME, VERSION = re.compile(r"[a-z][a-z0-9_]{0,63}"), re.compile(r"[0-9A-Za-z.+_-]{1,50}")
METHODS = ("capabilities", "health")
KIND_METHODS = {"generate": ("generate",), "caption": ("caption",)}
TRAINER_METHODS = ("parameters", "check", "train")
REINSTALL = "install Platemark again: make setup, or pip install --no-deps -e . in its folder."

log = structlog.get_logger("platemark.engines")

Candidate = tuple[str, Callable[[], Any], Collection[str]]
"""The name to report a failure under, the factory of the engine, and the names that the engine must not have."""


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """A plug-in that cannot be used: the name of its entry point, and why."""

    name: str
    reason: str


class LoadedEngines(NamedTuple):
    """The engines by name, and the plug-ins that failed."""

    by_name: dict[str, Engine]
    failures: tuple[EngineFailure, ...]


class Engines:
    """The engines by name, in the order of ``discover``, and the plug-ins that failed.

    They are found at once and loaded, all of them, when one is first asked for. Threads may share them.
    """

    def __init__(self, load: Callable[[], LoadedEngines]) -> None:
        self._load = load
        self._loaded: LoadedEngines | None = None
        self._loading = Lock()

    @classmethod
    def of(cls, engines: Iterable[Engine], failures: Iterable[EngineFailure] = ()) -> Self:
        """A registry of exactly these engines and failures."""
        loaded = LoadedEngines({engine.name: engine for engine in engines}, tuple(failures))
        return cls(lambda: loaded)

    @classmethod
    def discover(cls, plug_ins: Iterable[EntryPoint] | None = None, settings: Settings | None = None) -> Self:
        """Find all engines: plug-ins shipped with Platemark, built-in engines, then plug-ins of other packages.

        ``plug_ins`` replaces the installed plug-ins of other packages. Built-in engines exist if ``settings`` configure
        them. Shipped and built-in names are reserved, whether their engine works or not; among other plug-ins the first
        one in the order of entry points and packages keeps a name, and the next one fails. Raises StartupError if the
        installation lists no shipped plug-in.
        """
        shipped = _shipped_plug_ins()
        reserved = (*BUILT_IN, *(entry.name for entry in shipped))
        others = _other_plug_ins() if plug_ins is None else plug_ins
        candidates = (
            *((entry.name, _loader(entry), BUILT_IN) for entry in shipped),
            *_built_in(settings or Settings()),
            *((entry.name, _loader(entry), reserved) for entry in sorted(others, key=_order)),
        )
        return cls(lambda: _load(candidates))

    def load(self) -> LoadedEngines:
        """Load the engines unless they are loaded; a warning in the log for each that failed."""
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
                for failure in self._loaded.failures:
                    log.warning("engine_unavailable", engine=failure.name, reason=failure.reason)
            return self._loaded

    @property
    def by_name(self) -> dict[str, Engine]:
        """The engines that loaded; some may be unhealthy."""
        return self.load().by_name

    @property
    def failures(self) -> tuple[EngineFailure, ...]:
        """The plug-ins that cannot be used."""
        return self.load().failures

    def get(self, name: str) -> Engine:
        """The engine called ``name``; Unprocessable ``unknown_engine`` if there is none."""
        try:
            return self.by_name[name]
        except KeyError:
            known = ", ".join(self.by_name) or "none"
            detail = f"There is no engine {name}; available: {known}."
            raise Unprocessable("unknown_engine", detail, [Finding("/engine", detail, "unknown_engine")]) from None

    def trainer(self, name: str) -> Trainer:
        """The engine called ``name`` as a trainer; Unprocessable if there is none, or it cannot train."""
        engine = self.get(name)
        if not engine.capabilities().trains:
            detail = f"The engine {name} cannot train."
            raise Unprocessable("engine_cannot_train", detail, [Finding("/engine", detail, "engine_cannot_train")])
        return as_trainer(engine)

    def captioner(self, name: str) -> Captioner:
        """The engine called ``name`` as a captioner; Unprocessable if there is none, or it cannot caption."""
        engine = self.get(name)
        if "caption" not in engine.capabilities().kinds:
            detail = f"The engine {name} cannot caption pictures."
            raise Unprocessable("engine_cannot_caption", detail, [Finding("/engine", detail, "engine_cannot_caption")])
        return cast("Captioner", engine)

    def first_captioner(self) -> str:
        """The name of the first engine that captions pictures; Unprocessable if there is none."""
        for engine in self.by_name.values():
            if "caption" in engine.capabilities().kinds:
                return engine.name
        detail = "No available engine captions pictures."
        raise Unprocessable("engine_cannot_caption", detail, [Finding("/engine", detail, "engine_cannot_caption")])

    def all(self) -> tuple[Engine, ...]:
        """All engines that loaded, in the order of ``discover``; some may be unhealthy."""
        return tuple(self.by_name.values())


def check_health(engine: Engine) -> None:
    """Raise Unprocessable ``engine_unavailable`` if the engine is not healthy."""
    health = engine.health()
    if not health.ok:
        detail = f"The engine {engine.name} is unavailable. {health.hint}".strip()
        raise Unprocessable("engine_unavailable", detail, [Finding("/engine", detail, "engine_unavailable")])


def as_trainer(engine: Engine) -> Trainer:
    """The same engine as a trainer, for one whose capabilities say that it trains; its methods were checked."""
    return cast("Trainer", engine)


def _load(candidates: Iterable[Candidate]) -> LoadedEngines:
    """Create the engines; whatever a plug-in does, the others load."""
    engines: dict[str, Engine] = {}
    failures: list[EngineFailure] = []
    for name, create, forbidden in candidates:
        try:
            engine = _check_engine(create())
            if engine.name in engines or engine.name in forbidden:
                raise ValueError(f"the name {engine.name} is taken")
            engines[engine.name] = engine
        except (Exception, SystemExit) as error:
            failures.append(EngineFailure(name, f"{type(error).__name__}: {error}"))
    return LoadedEngines(engines, tuple(failures))


def _shipped_plug_ins() -> list[EntryPoint]:
    """The plug-ins of Platemark's own distribution, in the order of their names."""
    try:
        shipped = distribution(DISTRIBUTION).entry_points.select(group=GROUP)
    except PackageNotFoundError:
        raise StartupError(
            "not_installed", f"Platemark runs from a folder without an installation; {REINSTALL}"
        ) from None
    if not shipped:
        detail = f"The installation of Platemark is older than its code and lists no engines; {REINSTALL}"
        raise StartupError("installation_outdated", detail)
    return sorted(shipped, key=_order)


def _other_plug_ins() -> list[EntryPoint]:
    return [entry for entry in entry_points(group=GROUP) if entry.dist is None or entry.dist.name != DISTRIBUTION]


def _order(entry: EntryPoint) -> tuple[str, str, str]:
    """Sort by entry point, then by package."""
    return entry.name, entry.dist.name if entry.dist else "", entry.value


def _loader(entry: EntryPoint) -> Callable[[], Any]:
    return lambda: entry.load()()


def _built_in(settings: Settings) -> Iterator[Candidate]:
    """The built-in engines that ``settings`` configure. Their modules are imported when the factory is called."""
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
    digests = settings.model_digests_file
    return kind(model, device=settings.device, models=models, captioner=captioner, digests=digests)


def _openai_images(settings: Settings) -> Any:
    kind = import_module("platemark.engines.remote").OpenAiImages
    return kind(
        settings.openai_images_url,
        model=settings.openai_images_model,
        key=settings.openai_images_key,
        jobs_at_once=settings.openai_images_jobs,
        captions_model=settings.openai_captions_model,
    )


def _check_engine(engine: Any) -> Engine:
    """Return the object if it has the attributes and methods of an engine; raises TypeError otherwise."""
    _require_methods(engine, METHODS)
    for attribute, pattern in (("name", NAME), ("version", VERSION)):
        value = getattr(engine, attribute, None)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise TypeError(f"an engine needs a {attribute} like {pattern.pattern}, not {value!r}")
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
