"""Which engines are found, and that a broken one does not affect the others."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from platemark.engines.base import Capabilities, Caption, CaptionRequest, Health, ShouldCancel
from platemark.engines.registry import Engines
from platemark.errors import StartupError, Unprocessable
from platemark.settings import from_environment
from tests.worker.tiny_engine import TinyEngine

HERE = "tests.unit.jobs.test_engine_registry"


class Painter(TinyEngine):
    name = "painter"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), kinds=frozenset({"generate"}))


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


class Mute(TinyEngine):
    name = "mute"
    caption = None  # type: ignore[assignment]

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), kinds=frozenset({"caption"}))


class Reader:
    """An engine that captions and does not generate."""

    name = "reader"
    version = "1"

    def capabilities(self) -> Capabilities:
        return replace(TinyEngine().capabilities(), kinds=frozenset({"caption"}), trains=False)

    def health(self) -> Health:
        return Health(ok=True)

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        return Caption(text="a picture", engine=self.name, engine_version=self.version)


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


def test_the_press_is_always_available() -> None:
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
def test_an_engine_is_available_once_its_requirement_is_configured(said: dict[str, str], name: str) -> None:
    engines = Engines.discover([], from_environment(said))
    assert [engine.name for engine in engines.all()] == ["press", name]
    assert engines.failures == ()
    health = engines.get(name).health()
    assert not health.ok
    assert health.hint


def test_an_invalid_url_is_refused_at_start_and_not_repeated() -> None:
    with pytest.raises(StartupError, match="PLATEMARK_SDAPI_URL must start with http:// or https://") as refused:
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
        (f"{HERE}:Careless", "TypeError: an engine needs the methods capabilities, health"),
        (f"{HERE}:Mute", "TypeError: an engine needs the methods caption"),
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


def test_an_unknown_engine_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(Unprocessable, match=r"unknown_engine: There is no engine loom; there are: tiny\."):
        Engines.of([TinyEngine()]).get("loom")


def test_an_engine_may_only_caption() -> None:
    engines = Engines.discover([plug_in("reader", f"{HERE}:Reader")])
    assert engines.failures == ()
    said = engines.captioner("reader").caption(CaptionRequest(path=Path(), media_type="image/png"), lambda: False)
    assert said.text == "a picture"


def test_the_first_captioning_engine_is_the_default() -> None:
    found = Engines.discover([plug_in("reader", f"{HERE}:Reader")]).get("reader")
    assert Engines.of([Painter(), found]).first_captioner() == "reader"


def test_an_engine_that_cannot_caption_is_refused() -> None:
    engines = Engines.of([Painter()])
    with pytest.raises(Unprocessable, match="engine_cannot_caption"):
        engines.captioner("painter")
    with pytest.raises(Unprocessable, match="engine_cannot_caption"):
        engines.first_captioner()
