"""Problems of a captioner's files that are reported before loading; does not need torch."""

from __future__ import annotations

import json
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.base import CaptionRequest, EngineError, GenerateRequest
from platemark.engines.diffusers import Diffusers, libraries
from platemark.engines.diffusers.captioner_files import CaptionerFiles
from platemark.engines.registry import Engines
from platemark.settings import from_environment
from tests.unit.diffusers.model_files import model_folder
from tests.unit.weights.weights_files import write_weights

KIND = {"model_type": "blip", "architectures": ["BlipForConditionalGeneration"]}


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "find_spec", lambda name: ModuleSpec(name, None))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "blip"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(KIND))
    (folder / "vocab.txt").write_text("[PAD]")
    (folder / "preprocessor_config.json").write_text("{}")
    write_weights(folder / "model.safetensors", {"vision_model.x": (1,)})
    return folder


def test_an_existing_captioner_adds_the_kind_caption(folder: Path, tmp_path: Path) -> None:
    model = model_folder(tmp_path / "m")
    assert Diffusers(model).capabilities().kinds == {"generate"}
    assert Diffusers(model).capabilities().model == model.name
    engine = Diffusers(model, captioner=folder)
    assert engine.health().ok
    assert engine.capabilities().kinds == {"generate", "caption"}
    missing = Diffusers(model, captioner=tmp_path / "none")
    assert missing.capabilities().kinds == {"generate"}
    assert missing.health().hint == "The captioner does not exist; correct PLATEMARK_DIFFUSERS_CAPTIONER."


def test_the_engine_may_caption_without_a_model(folder: Path) -> None:
    engines = Engines.discover([], from_environment({"PLATEMARK_DIFFUSERS_CAPTIONER": str(folder)}))
    assert engines.failures == ()
    engine = engines.get("diffusers")
    assert engine.health().ok
    assert engine.capabilities().kinds == {"caption"}
    assert not engine.capabilities().trains
    with pytest.raises(EngineError) as refused:
        list(engine.generate(GenerateRequest(prompt="a fox"), lambda _: None, lambda: False))
    assert (refused.value.code, refused.value.hint) == (
        "engine_unavailable", "No model is configured; set PLATEMARK_DIFFUSERS_MODEL.",
    )  # fmt: skip


def test_captioning_without_a_configured_captioner_is_refused(folder: Path, tmp_path: Path) -> None:
    request = CaptionRequest(path=tmp_path / "0", media_type="image/png")
    with pytest.raises(EngineError) as refused:
        Diffusers(model_folder(tmp_path / "m")).caption(request, lambda: False)
    assert (refused.value.code, refused.value.retryable) == ("engine_unavailable", True)
    assert "PLATEMARK_DIFFUSERS_CAPTIONER" in refused.value.hint


def without_files(*names: str) -> Any:
    return lambda folder: [(folder / name).unlink() for name in names]


def config(text: str) -> Any:
    return lambda folder: (folder / "config.json").write_text(text)


@pytest.mark.parametrize(
    ("spoil", "hint"),
    [
        (without_files("config.json"), "holds no BlipForConditionalGeneration"),
        (config("["), "holds no BlipForConditionalGeneration"),
        (config("[]"), "holds no BlipForConditionalGeneration"),
        (config(json.dumps(KIND | {"model_type": "git"})), "holds no BlipForConditionalGeneration"),
        (config(json.dumps(KIND | {"architectures": ["BlipForQuestionAnswering"]})), "holds no BlipForCond"),
        (without_files("vocab.txt"), "neither tokenizer.json nor vocab.txt"),
        (without_files("preprocessor_config.json"), "neither preprocessor_config.json nor processor_config.json"),
        (without_files("model.safetensors"), "has no .safetensors file"),
        (lambda folder: (folder / "model.safetensors").write_bytes(b"PK" * 100), "does not begin as a safetensors"),
    ],
)
def test_unloadable_files_are_reported_without_their_path(folder: Path, spoil: Any, hint: str) -> None:
    assert Diffusers(None, captioner=folder).health().ok
    spoil(folder)
    engine = Diffusers(None, captioner=folder)
    health = engine.health()
    assert not health.ok
    assert hint in health.hint
    assert str(folder) not in health.hint
    with pytest.raises(EngineError) as refused:
        engine.caption(CaptionRequest(path=folder / "vocab.txt", media_type="image/png"), lambda: False)
    assert (refused.value.code, refused.value.retryable, refused.value.hint) == (
        "engine_unavailable", True, health.hint,
    )  # fmt: skip


def test_the_identifier_depends_on_the_loaded_files(folder: Path) -> None:
    before = CaptionerFiles(folder).identifier()
    assert before.startswith("blip sha256:")
    (folder / "README.md").write_text("hello")
    assert CaptionerFiles(folder).identifier() == before
    (folder / "vocab.txt").write_text("[PAD]\nfox")
    assert CaptionerFiles(folder).identifier() != before
