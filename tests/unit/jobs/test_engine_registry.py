"""Engine discovery: order, reserved names, lazy loading, and plug-ins that fail."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from importlib.metadata import EntryPoint, PackageNotFoundError, PathDistribution
from pathlib import Path

import pytest
import structlog

from platemark.engines import registry
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


class Counted(TinyEngine):
    name = "counted"
    created = 0

    def __init__(self) -> None:
        type(self).created += 1


def leave() -> None:
    raise SystemExit(3)


def plug_in(name: str, value: str) -> EntryPoint:
    return EntryPoint(name=name, value=value, group="platemark.engines")


def test_the_press_is_found_by_its_entry_point() -> None:
    engines = Engines.discover([])
    assert [engine.name for engine in engines.all()] == ["press"]
    assert engines.failures == ()
    assert engines.get("press").health().ok


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"PLATEMARK_SDAPI_URL": "http://127.0.0.1:1"}, "sdapi"),
        ({"PLATEMARK_OPENAI_IMAGES_URL": "https://127.0.0.1:1/v1"}, "openai_images"),
        ({"PLATEMARK_DIFFUSERS_MODEL": "/no/such/model"}, "diffusers"),
    ],
)
def test_a_built_in_engine_exists_once_it_is_configured(environment: dict[str, str], name: str) -> None:
    engines = Engines.discover([], from_environment(environment))
    assert [engine.name for engine in engines.all()] == ["press", name]
    assert engines.failures == ()
    health = engines.get(name).health()
    assert not health.ok
    assert health.hint


def test_an_invalid_url_is_refused_at_startup_and_not_repeated() -> None:
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


def test_engines_are_loaded_once_when_the_first_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    # the entry point imports this file under its own name, so that its class is another one than here
    counted = import_module(HERE).Counted
    monkeypatch.setattr(counted, "created", 0)
    engines = Engines.discover([plug_in("bad", f"{HERE}:Broken"), plug_in("counted", f"{HERE}:Counted")])
    assert counted.created == 0
    with structlog.testing.capture_logs() as lines, ThreadPoolExecutor(4) as threads:
        names = list(threads.map(lambda _: [engine.name for engine in engines.all()], range(20)))
    assert names == [["press", "counted"]] * 20
    assert counted.created == 1
    assert [(line["event"], line["engine"]) for line in lines] == [("engine_unavailable", "bad")]


TINY = "tests.worker.tiny_engine:TinyEngine"


def test_plug_ins_come_after_built_in_engines_in_the_order_of_their_entry_points() -> None:
    configured = from_environment({"PLATEMARK_SDAPI_URL": "http://127.0.0.1:1"})
    engines = Engines.discover([plug_in("b", f"{HERE}:Painter"), plug_in("a", TINY)], configured)
    assert [engine.name for engine in engines.all()] == ["press", "sdapi", "tiny", "painter"]


def test_of_two_plug_ins_with_one_name_the_first_entry_point_keeps_it() -> None:
    for plug_ins in ([plug_in("a", TINY), plug_in("b", TINY)], [plug_in("b", TINY), plug_in("a", TINY)]):
        engines = Engines.discover(plug_ins)
        assert [failure.name for failure in engines.failures] == ["b"]
        assert engines.failures[0].reason == "ValueError: the name tiny is taken"


def installation(folder: Path, entry_points: str) -> Callable[[str], PathDistribution]:
    """A stand-in for ``importlib.metadata.distribution`` that finds an installation with these entry points."""
    info = folder / "platemark-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: platemark\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(entry_points, "utf-8")
    return lambda name: PathDistribution(info)


def test_the_name_of_a_shipped_plug_in_stays_reserved_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = installation(tmp_path, "[platemark.engines]\npress = no.such.module:Press\n")
    monkeypatch.setattr(registry, "distribution", installed)
    engines = Engines.discover([plug_in("second", f"{HERE}:Second")])
    assert engines.all() == ()
    assert [failure.reason.partition(":")[0] for failure in engines.failures] == ["ModuleNotFoundError", "ValueError"]


def test_an_installation_older_than_its_code_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "distribution", installation(tmp_path, "[console_scripts]\nplatemark = x:y\n"))
    with pytest.raises(StartupError, match=r"installation_outdated: .*pip install --no-deps -e"):
        Engines.discover()


def test_code_without_an_installation_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(registry, "distribution", missing)
    with pytest.raises(StartupError, match=r"not_installed: .*pip install --no-deps -e"):
        Engines.discover()


FACTS = """
import sys
from pathlib import Path
from platemark.engines.base import TrainingPicture, TrainRequest
from platemark.engines.registry import Engines, as_trainer

press = Engines.discover([]).get("press")
facts = (press.name, press.version, press.capabilities(), press.health(), as_trainer(press).parameters())
picture = TrainingPicture(Path("none"), "a fox", held_out=False)
assert as_trainer(press).check(TrainRequest((picture,), {}, 1, Path("none")))
assert "numpy" not in sys.modules
print(*sorted(name for name in sys.modules if name.startswith("platemark_press")))
"""


def test_the_facts_of_the_press_are_known_without_importing_its_drawing_code() -> None:
    completed = subprocess.run([sys.executable, "-c", FACTS], capture_output=True, text=True, check=True)
    assert completed.stdout.split() == [
        "platemark_press", "platemark_press.engine", "platemark_press.style_plates",
        "platemark_press.style_plates.caption_words", "platemark_press.style_plates.parameters",
        "platemark_press.style_plates.training_checks",
    ]  # fmt: skip


def test_an_unknown_engine_is_refused_and_the_available_ones_are_named() -> None:
    with pytest.raises(Unprocessable, match=r"unknown_engine: There is no engine loom; available: tiny\."):
        Engines.of([TinyEngine()]).get("loom")


def test_an_engine_may_caption_only() -> None:
    engines = Engines.discover([plug_in("reader", f"{HERE}:Reader")])
    assert engines.failures == ()
    caption = engines.captioner("reader").caption(CaptionRequest(path=Path(), media_type="image/png"), lambda: False)
    assert caption.text == "a picture"


def test_the_first_engine_that_captions_is_the_default_captioner() -> None:
    reader = Engines.discover([plug_in("reader", f"{HERE}:Reader")]).get("reader")
    assert Engines.of([Painter(), reader]).first_captioner() == "reader"


def test_an_engine_that_cannot_caption_is_refused() -> None:
    engines = Engines.of([Painter()])
    with pytest.raises(Unprocessable, match="engine_cannot_caption"):
        engines.captioner("painter")
    with pytest.raises(Unprocessable, match="engine_cannot_caption"):
        engines.first_captioner()
