"""Which engines are found, and that a broken one harms nobody."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest

from platemark.engines.base import Capabilities
from platemark.engines.registry import Engines
from platemark.errors import StartupError, Unprocessable
from platemark.settings import from_environment
from tests.worker.tiny_engine import TinyEngine

HERE = "tests.unit.jobs.test_engine_registry"


class Nameless(TinyEngine):
    name = ""


class Shouting(TinyEngine):
    name = "TINY!"


class Second(TinyEngine):
    name = "press"


class Vague(TinyEngine):
    name = "vague"

    def capabilities(self) -> None:  # type: ignore[override]
        return None


class Pretender(TinyEngine):
    name = "sdapi"


class Idle(TinyEngine):
    name = "idle"
    train = None  # type: ignore[assignment]

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), trains=True)


class Careless:
    name = "careless"
    version = "1"


class Broken(TinyEngine):
    def __init__(self) -> None:
        raise RuntimeError("no card")


def leave() -> None:
    raise SystemExit(3)


def plug_in(name: str, value: str) -> EntryPoint:
    return EntryPoint(name=name, value=value, group="platemark.engines")


def test_the_press_is_always_there() -> None:
    engines = Engines.discover([])
    assert [engine.name for engine in engines.all()] == ["press"]
    assert engines.failures == ()
    assert engines.get("press").health().ok


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"PLATEMARK_SDAPI_URL": "http://127.0.0.1:1"}, "sdapi"),
        ({"PLATEMARK_OPENAI_IMAGES_URL": "https://127.0.0.1:1/v1"}, "openai_images"),
        ({"PLATEMARK_DIFFUSERS_MODEL": "/no/such/model"}, "diffusers"),
    ],
)
def test_an_engine_that_needs_something_is_there_when_that_is_named(said: dict[str, str], name: str) -> None:
    engines = Engines.discover([], from_environment(said))
    assert [engine.name for engine in engines.all()] == ["press", name]
    assert engines.failures == ()
    health = engines.get(name).health()
    assert not health.ok
    assert health.hint


def test_an_address_that_is_none_is_refused_at_the_start_and_not_repeated() -> None:
    with pytest.raises(StartupError, match="PLATEMARK_SDAPI_URL must begin with http:// or https://") as refused:
        from_environment({"PLATEMARK_SDAPI_URL": "ada:secret@127.0.0.1"})
    assert "secret" not in refused.value.detail


def test_a_plug_in_is_found_by_its_entry_point() -> None:
    engines = Engines.discover([plug_in("tiny", "tests.worker.tiny_engine:TinyEngine")])
    assert [engine.name for engine in engines.all()] == ["press", "tiny"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no.such.module:Engine", "ModuleNotFoundError"),
        (f"{HERE}:NoSuchClass", "AttributeError"),
        (f"{HERE}:Broken", "RuntimeError: no card"),
        (f"{HERE}:leave", "SystemExit: 3"),
        (f"{HERE}:Careless", "TypeError: an engine needs the methods capabilities, health, generate"),
        (f"{HERE}:Nameless", "TypeError: an engine needs a name"),
        (f"{HERE}:Shouting", "TypeError: an engine needs a name"),
        (f"{HERE}:Vague", "TypeError: capabilities() must return Capabilities"),
        (f"{HERE}:Second", "ValueError: the name press is taken"),
        (f"{HERE}:Pretender", "ValueError: the name sdapi is taken"),
        (f"{HERE}:Idle", "TypeError: an engine needs the methods train"),
    ],
)
def test_a_broken_plug_in_is_reported_and_the_others_work(value: str, reason: str) -> None:
    engines = Engines.discover([plug_in("bad", value), plug_in("tiny", "tests.worker.tiny_engine:TinyEngine")])
    assert [engine.name for engine in engines.all()] == ["press", "tiny"]
    (failure,) = engines.failures
    assert failure.name == "bad"
    assert failure.reason.startswith(reason)


def test_an_unknown_engine_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(Unprocessable, match=r"unknown_engine: There is no engine loom; there are: tiny\."):
        Engines.of([TinyEngine()]).get("loom")
