"""What this server is and can do: the same for everyone, without paths, addresses or secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import structlog

from platemark import __version__
from platemark.engines.base import Capabilities, Engine, Parameter
from platemark.engines.registry import EngineFailure, as_trainer
from platemark.settings import Settings
from platemark.studio import Studio

NAME = "Platemark"
MAX_PAGE_SIZE = 200
MAX_SET_ROWS = 1000
MAX_PROMPT_LENGTH = 2000
ALWAYS_ON = ("set_templates", "uploads")
NO_CAPABILITIES = Capabilities(
    kinds=frozenset(),
    trains=False,
    previews=False,
    deterministic=False,
    negative_prompt=False,
    guidance_scale=False,
    steps=False,
    seed=False,
    adapter_formats=frozenset(),
    min_side=1,
    max_side=1,
    side_multiple=1,
    max_steps=1,
)
NOT_LOADED = "The plug-in could not be loaded; see the log of the studio's start."
CHECK_FAILED = "The engine's health check failed; see the server's log."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of requests."""

    max_body_bytes: int
    max_upload_bytes: int
    max_image_pixels: int
    max_page_size: int = MAX_PAGE_SIZE
    max_set_rows: int = MAX_SET_ROWS
    max_prompt_length: int = MAX_PROMPT_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineInfo:
    """An engine, or a plug-in that could not be loaded (without capabilities). ``hint`` is None while it works.

    ``parameters`` are its training parameters; empty if it does not train.
    """

    name: str
    version: str
    hint: str | None
    capabilities: Capabilities
    parameters: tuple[Parameter, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the engine works."""
        return self.hint is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerInfo:
    """The server, its limits and its engines."""

    name: str
    version: str
    contract_version: str
    features: tuple[str, ...]
    limits: Limits
    engines: tuple[EngineInfo, ...]


def get_server(studio: Studio, *, contract_version: str) -> ServerInfo:
    """The server's information, with a health check of each engine; one that raises is reported as not working."""
    engines = (*map(_engine, studio.engines.all()), *map(_failed, studio.engines.failures))
    return ServerInfo(
        name=NAME,
        version=__version__,
        contract_version=contract_version,
        features=tuple(sorted({*ALWAYS_ON, *_features(engines)})),
        limits=_limits(studio.settings),
        engines=engines,
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        max_body_bytes=settings.max_body_bytes,
        max_upload_bytes=settings.max_upload_bytes,
        max_image_pixels=settings.max_image_pixels,
    )


def _features(engines: tuple[EngineInfo, ...]) -> Iterator[str]:
    for engine in engines:
        if engine.ok:
            yield from engine.capabilities.kinds
            if engine.capabilities.trains:
                yield "train"


def _engine(engine: Engine) -> EngineInfo:
    try:
        health, capabilities = engine.health(), engine.capabilities()
        hint = None if health.ok else _single_line(health.hint) or CHECK_FAILED
        parameters = tuple(as_trainer(engine).parameters()) if capabilities.trains else ()
    except Exception:  # whatever a plug-in raises, the server has to answer
        structlog.get_logger(__name__).exception("Health check of an engine failed", engine=engine.name)
        hint, capabilities, parameters = CHECK_FAILED, NO_CAPABILITIES, ()
    return EngineInfo(
        name=_name(engine.name),
        version=_version(engine.version),
        hint=hint,
        capabilities=capabilities,
        parameters=parameters,
    )


def _failed(failure: EngineFailure) -> EngineInfo:
    return EngineInfo(name=_name(failure.name), version="unknown", hint=NOT_LOADED, capabilities=NO_CAPABILITIES)


def _single_line(text: str) -> str:
    """A plug-in's text as a single line of at most 500 characters."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip()[:500]


def _name(name: str) -> str:
    """A plug-in's name in the form that the contract requires."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return (plain if plain[:1].isalpha() else f"engine_{plain}")[:64]


def _version(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z.+_-]+", "-", text)[:50] or "unknown"
