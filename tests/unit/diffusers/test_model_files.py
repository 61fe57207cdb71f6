"""Problems of a model's files that are reported before loading, and training findings; does not need torch."""

from __future__ import annotations

from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import EngineError, GenerateRequest, TrainingPicture, TrainRequest
from platemark.engines.diffusers import Diffusers, libraries, training_checks
from platemark.engines.diffusers.model_files import ModelFiles
from tests.unit.diffusers.model_files import model_folder, single_file, with_tokenizer
from tests.unit.weights.weights_files import write_weights


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "find_spec", lambda name: ModuleSpec(name, None))


def test_a_folder_and_a_file_are_healthy(tmp_path: Path) -> None:
    assert Diffusers(model_folder(tmp_path / "m")).health().ok
    assert Diffusers(single_file(tmp_path / "alone" / "m.safetensors")).health().ok


def test_a_file_uses_the_tokenizer_in_its_config_or_beside_it(tmp_path: Path) -> None:
    file = single_file(tmp_path / "m.safetensors")
    assert ModelFiles(file).tokenizer() is None
    (tmp_path / "tokenizer").mkdir()
    assert ModelFiles(file).tokenizer() is None
    with_tokenizer(tmp_path)
    assert ModelFiles(file).tokenizer() == tmp_path / "tokenizer"
    with_tokenizer(model_folder(tmp_path / "m.config"))
    assert ModelFiles(file).tokenizer() == tmp_path / "m.config" / "tokenizer"


def test_a_file_of_another_family_needs_its_own_config(tmp_path: Path) -> None:
    file = single_file(tmp_path / "m.safetensors", width=1024)
    with_tokenizer(tmp_path)
    assert "Stable Diffusion 2" in Diffusers(file).health().hint
    model_folder(tmp_path / "m.config")
    assert Diffusers(file).health().ok


def test_a_file_with_its_own_config_needs_its_own_tokenizer(tmp_path: Path) -> None:
    file = single_file(tmp_path / "m.safetensors")
    folder = model_folder(tmp_path / "m.config")
    assert "`tokenizer`" in Diffusers(file).health().hint
    with_tokenizer(folder)
    assert Diffusers(file).health().ok


def test_stable_diffusion_xl_is_recognised_by_its_configuration(tmp_path: Path) -> None:
    file = single_file(tmp_path / "m.safetensors", width=2048)
    assert Diffusers(file).health().ok
    assert ModelFiles(file).is_xl
    assert not ModelFiles(single_file(tmp_path / "plain.safetensors")).is_xl
    assert ModelFiles(model_folder(tmp_path / "xl", "StableDiffusionXLPipeline")).is_xl
    assert Diffusers(tmp_path / "xl").health().ok
    assert not ModelFiles(model_folder(tmp_path / "plain")).is_xl


def test_an_xl_file_with_its_own_config_needs_two_tokenizers(tmp_path: Path) -> None:
    file = single_file(tmp_path / "m.safetensors", width=2048)
    folder = model_folder(tmp_path / "m.config", "StableDiffusionXLPipeline")
    with_tokenizer(folder)
    assert "`tokenizer_2`" in Diffusers(file).health().hint
    with_tokenizer(folder, "tokenizer_2")
    assert Diffusers(file).health().ok


@pytest.mark.parametrize(
    ("width", "pipeline", "family"),
    [
        (2048, "StableDiffusionPipeline", "Stable Diffusion XL"),
        (768, "StableDiffusionXLPipeline", "Stable Diffusion 1"),
    ],
)
def test_a_config_of_another_family_is_refused(tmp_path: Path, width: int, pipeline: str, family: str) -> None:
    file = single_file(tmp_path / "m.safetensors", width)
    with_tokenizer(model_folder(tmp_path / "m.config", pipeline))
    hint = Diffusers(file).health().hint
    assert hint == f"The model is {family}, but its folder NAME.config is for {pipeline}."
    with pytest.raises(EngineError) as failed:
        list(Diffusers(file).generate(GenerateRequest(prompt="a fox"), lambda _: None, lambda: False))
    assert (failed.value.code, failed.value.hint) == ("engine_unavailable", hint)


def test_lora_training_for_xl_is_refused_by_the_check(tmp_path: Path) -> None:
    xl = model_folder(tmp_path / "xl", "StableDiffusionXLPipeline")
    assert not Diffusers(xl).capabilities().trains
    assert Diffusers(xl, models=tmp_path).capabilities().trains
    assert Diffusers(model_folder(tmp_path / "plain")).capabilities().trains
    (finding,) = Diffusers(xl).check(request(tmp_path))
    assert (finding.code, finding.fatal, finding.hint.endswith(".")) == ("base_not_taught", True, True)


@pytest.mark.parametrize(
    ("index", "hint"),
    [
        ('{"_class_name": "FluxPipeline"}', "NAME.config is for FluxPipeline;"),
        ('{"_class_name": "a\\nline"}', "NAME.config is for another pipeline;"),
        ("{", "NAME.config cannot be read"),
        ("[]", "NAME.config cannot be read"),
    ],
)
def test_a_config_of_an_unsupported_pipeline_is_reported(tmp_path: Path, index: str, hint: str) -> None:
    file = single_file(tmp_path / "m.safetensors")
    (model_folder(tmp_path / "m.config") / "model_index.json").write_text(index)
    assert hint in Diffusers(file).health().hint


def test_without_the_extra_the_hint_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "find_spec", lambda name: None if name == "torch" else ModuleSpec(name, None))
    engine = Diffusers(model_folder(tmp_path / "m"))
    assert engine.health().hint == "torch not installed. Install it: pip install 'platemark[diffusers]'."
    with pytest.raises(EngineError, match="cannot run") as failed:
        list(engine.generate(GenerateRequest(prompt="a fox"), lambda _: None, lambda: False))
    assert (failed.value.code, failed.value.hint) == ("engine_unavailable", engine.health().hint)


@pytest.mark.parametrize(
    ("make", "hint"),
    [
        (lambda path: None, "The model does not exist; correct PLATEMARK_DIFFUSERS_MODEL."),
        (lambda path: path.mkdir(), "has no model_index.json"),
        (lambda path: model_folder(path, "FluxPipeline"), "is for FluxPipeline"),
        (lambda path: path.write_bytes(b"PK" * 100), "does not begin as a safetensors file does"),
        (lambda path: write_weights(path, {"text_model.x": (1,)}), "not a usable checkpoint"),
    ],
)
def test_unloadable_files_are_reported_without_their_path(tmp_path: Path, make: Any, hint: str) -> None:
    make(tmp_path / "m.safetensors")
    health = Diffusers(tmp_path / "m.safetensors").health()
    assert not health.ok
    assert hint in health.hint
    assert str(tmp_path) not in health.hint


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "m.ckpt").write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")
    assert "may run code" in Diffusers(tmp_path / "m.ckpt").health().hint


def test_the_digest_covers_all_loaded_files(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "m")
    before = ModelFiles(folder).digest()
    (folder / "README.md").write_text("hello")
    assert ModelFiles(folder).digest() == before
    (folder / "unet" / "config.json").write_text("{}")
    assert ModelFiles(folder).digest() != before


def request(tmp_path: Path, **changes: Any) -> TrainRequest:
    pictures = []
    for number in range(changes.pop("count", 6)):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", changes.get("size", (512, 600))).save(path)
        pictures.append(TrainingPicture(path=path, caption=changes.get("caption", "a fox"), held_out=number == 5))
    changes.pop("size", None), changes.pop("caption", None)
    return TrainRequest(
        **{"pictures": tuple(pictures), "parameters": {}, "seed": 1, "folder": tmp_path / "new" / "run", **changes}
    )


def test_a_complete_training_request_has_no_findings(tmp_path: Path) -> None:
    assert Diffusers(model_folder(tmp_path / "m")).check(request(tmp_path, base="m sha256:0")) == []


@pytest.mark.parametrize(
    ("changes", "code", "fatal"),
    [
        ({"count": 0}, "no_pictures", True),
        ({"base": "other"}, "unknown_base", True),
        ({"base": "m.config"}, "unknown_base", True),
        ({"parameters": {"resolution": 100}}, "resolution_multiple", True),
        ({"count": 4}, "few_pictures", False),
        ({"caption": " "}, "captions_missing", False),
        ({"size": (64, 700)}, "small_pictures", False),
    ],
)
def test_findings_say_what_is_missing_and_how_to_fix_it(
    tmp_path: Path, changes: dict[str, Any], code: str, fatal: bool
) -> None:
    (finding,) = Diffusers(model_folder(tmp_path / "m")).check(request(tmp_path, **changes))
    assert (finding.code, finding.fatal) == (code, fatal)
    assert finding.message.endswith(".")
    assert finding.hint.endswith(".")


def test_full_disk_small_memory_and_missing_model_are_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    training = request(tmp_path)
    monkeypatch.setattr(training_checks, "_free_bytes", lambda _: 10)
    monkeypatch.setattr(training_checks, "_free_memory", lambda: 10)
    engine = Diffusers(model_folder(tmp_path / "m"))
    assert [finding.code for finding in engine.check(training)] == ["disk_full", "little_memory"]
    assert [finding.code for finding in Diffusers(tmp_path / "none").check(training)] == [
        "engine_unavailable",
        "disk_full",
    ]


def test_every_parameter_has_a_default_within_its_bounds(tmp_path: Path) -> None:
    for parameter in Diffusers(tmp_path).parameters():
        if parameter.choices:
            assert parameter.default in parameter.choices
        elif not isinstance(parameter.default, bool):
            assert parameter.minimum is not None
            assert parameter.maximum is not None
            assert parameter.minimum <= float(parameter.default) <= parameter.maximum
