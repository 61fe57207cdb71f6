"""Generating images with a tiny Stable Diffusion XL of the real architecture."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from platemark.engines.base import (
    AdapterUse,
    Cancelled,
    EngineError,
    EngineImage,
    GenerateRequest,
    Progress,
    TrainRequest,
)
from platemark.engines.diffusers import Diffusers, libraries, model_files
from platemark.engines.diffusers.model_files import CONFIGS, ModelFiles
from platemark.engines.weights import classification
from tests.unit.diffusers import lora_files, tiny_sdxl
from tests.unit.diffusers.conftest import Tiny

# The scheduler of diffusers copies tensors into numpy in a way that both would like to see the end of.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")
REQUEST = GenerateRequest(prompt="a red fox", negative_prompt="snow", width=64, height=64, seed=5, steps=2)


@pytest.fixture(scope="module")
def tiny(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    folder = tmp_path_factory.mktemp("models")
    built = Tiny(folder / "xl", folder / "file" / "xl.safetensors")
    built.file.parent.mkdir()
    with warnings.catch_warnings(action="ignore"):
        libraries.silence()
        tiny_sdxl.build(built.folder, built.file)
    return built


@pytest.fixture(scope="module")
def engine(tiny: Tiny) -> Diffusers:
    return Diffusers(tiny.folder)


def draw(engine: Diffusers, request: GenerateRequest = REQUEST, **changes: Any) -> EngineImage:
    (image,) = engine.generate(replace(request, **changes), lambda _: None, lambda: False)
    return image


def test_images_are_generated_and_every_request_field_matters(engine: Diffusers) -> None:
    assert engine.health().ok
    image = draw(engine)
    with Image.open(io.BytesIO(image.data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (64, 64))
    assert (image.model or "").startswith("xl sha256:")
    assert image.parameters["scheduler"] == "EulerDiscreteScheduler"
    changes: tuple[dict[str, Any], ...] = (
        {"seed": 7},
        {"prompt": "a queen"},
        {"negative_prompt": ""},
        {"guidance_scale": 2.0},
        {},
    )
    assert [draw(engine, **change).data == image.data for change in changes] == [False, False, False, False, True]


def test_every_step_has_a_preview_and_the_last_is_the_image(engine: Diffusers) -> None:
    seen: list[Progress] = []
    (image,) = engine.generate(REQUEST, seen.append, lambda: False)
    previews = [update.preview() for update in seen if update.preview is not None]
    assert [(update.step, update.steps) for update in seen] == [(1, 2), (2, 2)]
    assert previews[0] != previews[1] == image.data


@pytest.mark.parametrize("after", [0, 1])
def test_cancelling_yields_no_image_and_does_not_affect_the_next(engine: Diffusers, after: int) -> None:
    before = draw(engine)
    seen: list[Progress] = []
    with pytest.raises(Cancelled):
        list(engine.generate(REQUEST, seen.append, lambda: len(seen) >= after))
    assert len(seen) == after
    assert draw(engine).data == before.data


def test_weights_and_long_prompts_reach_both_text_encoders(engine: Diffusers, monkeypatch: pytest.MonkeyPatch) -> None:
    from platemark.engines.diffusers import prompt_embeddings

    def shot(prompt: str, negative_prompt: str = "snow") -> bytes:
        return draw(engine, prompt=prompt, negative_prompt=negative_prompt, steps=1).data

    long = " ".join(["fox"] * 100)
    assert shot(f"{long} king") != shot(f"{long} queen")
    assert len({shot(prompt) for prompt in ("a fox", "a (fox:1.4)", "a (fox:0.5)", "a BREAK fox")}) == 4
    plain = [shot("a fox"), shot("a fox", "")]
    monkeypatch.setattr(prompt_embeddings, "_fits", lambda *_: False)
    assert [shot("a fox"), shot("a fox", "")] == plain, "embeddings say the same as the texts"


def test_a_single_file_gives_the_image_of_the_folder(
    engine: Diffusers, tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in tiny.folder.rglob("*.json"):
        if "tokenizer" not in source.parent.name:
            copy = tmp_path / "config" / source.relative_to(tiny.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
    monkeypatch.setattr(model_files, "SHIPPED", {model_files.XL_FAMILY: tmp_path / "config"})
    monkeypatch.setattr(classification, "FAMILIES", {sum(tiny_sdxl.WIDTHS): model_files.XL_FAMILY})
    assert ModelFiles(tiny.file).is_xl
    assert draw(Diffusers(tiny.file)).data == draw(engine).data


def test_half_precision_latents_are_decoded_in_full_precision(tiny: Tiny) -> None:
    import torch

    from platemark.engines.diffusers.generation import _decode_latents
    from platemark.engines.diffusers.pipeline import load_pipeline

    pipe = load_pipeline(ModelFiles(tiny.folder), "cpu").pipe
    pipe.vae.half()
    latents = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(1)).half()
    decoded = _decode_latents(pipe, latents)
    assert pipe.vae.dtype == torch.float16
    pipe.vae.float()
    assert _decode_latents(pipe, latents.float()) == decoded
    pipe.vae.register_to_config(latents_mean=[0.5, 0, 0, 0], latents_std=[2.0, 1, 1, 1])
    other = _decode_latents(pipe, latents.float())
    moved = latents.float() * torch.tensor([2.0, 1, 1, 1]).view(1, 4, 1, 1)
    moved += torch.tensor([0.5, 0, 0, 0]).view(1, 4, 1, 1) * pipe.vae.config.scaling_factor
    pipe.vae.register_to_config(latents_mean=None, latents_std=None)
    difference = np.abs(pixels(_decode_latents(pipe, moved)) - pixels(other))
    assert other != decoded
    assert difference.max() <= 1


def pixels(data: bytes) -> Any:
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB")).astype(float)


def of_blocks(path: Path, pipe: Any) -> None:
    lora_files.write_for_xl(path, pipe)


def of_dots(path: Path, pipe: Any) -> None:
    lora_files.write(path, pipe, underscored=False, alpha=lora_files.RANK)


@pytest.mark.parametrize("write", [of_blocks, of_dots])
def test_a_lora_for_xl_loads_completely(
    engine: Diffusers, tiny: Tiny, tmp_path: Path, write: Callable[[Path, Any], None]
) -> None:
    from platemark.engines.diffusers.pipeline import load_pipeline

    write(tmp_path / "lora", load_pipeline(ModelFiles(tiny.folder), "cpu").pipe)
    used = AdapterUse(path=tmp_path / "lora", format="lora", digest="0", name="ink", weight=0.2)
    without = draw(engine)
    changed = draw(engine, adapters=(used,))
    assert np.abs(pixels(changed.data) - pixels(without.data)).mean() > 1
    assert draw(engine, adapters=(replace(used, weight=0.0),)).data == draw(engine).data == without.data


def test_lora_training_for_xl_is_refused_before_it_starts(engine: Diffusers, tmp_path: Path) -> None:
    request = TrainRequest(pictures=(), parameters={}, seed=1, folder=tmp_path)
    assert "base_not_taught" in [finding.code for finding in engine.check(request) if finding.fatal]
    with pytest.raises(EngineError) as refused:
        engine.train(request, lambda _: None, lambda: False)
    assert (refused.value.code, refused.value.retryable) == ("base_not_taught", False)


def part(kind: str) -> Callable[[Any], Any]:
    def make(config: Any) -> Any:
        import diffusers

        return getattr(diffusers, kind).from_config(config)

    return make


def encoder(kind: str) -> Callable[[Any], Any]:
    def make(config: Any) -> Any:
        import transformers

        return getattr(transformers, kind)(transformers.CLIPTextConfig(**config))

    return make


@pytest.mark.parametrize(
    ("name", "make", "parameters"),
    [
        ("unet", part("UNet2DConditionModel"), 2_567_463_684),
        ("vae", part("AutoencoderKL"), 83_653_863),
        ("text_encoder", encoder("CLIPTextModel"), 123_060_480),
        ("text_encoder_2", encoder("CLIPTextModelWithProjection"), 694_659_840),
    ],
)
def test_the_shipped_config_is_stable_diffusion_xl(
    one_thread: None, name: str, make: Callable[[Any], Any], parameters: int
) -> None:
    from accelerate import init_empty_weights

    with init_empty_weights():
        network = make(json.loads((CONFIGS / "sdxl" / name / "config.json").read_text()))
    assert sum(weight.numel() for weight in network.parameters()) == parameters
