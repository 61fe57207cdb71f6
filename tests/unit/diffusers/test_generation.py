"""Generating images with a tiny model of the real architecture."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from platemark.engines.base import AdapterUse, Cancelled, Engine, EngineError, EngineImage, GenerateRequest, Progress
from platemark.engines.diffusers import Diffusers
from platemark.engines.diffusers.model_files import CONFIGS, ModelFiles
from platemark.engines.registry import Engines
from platemark.jobs import engine_side
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.worker.preview_maker import PreviewMaker
from tests.unit.diffusers import lora_files
from tests.unit.diffusers.conftest import Learned, Tiny
from tests.unit.diffusers.tiny_model import LARGEST_BYTES

REQUEST = GenerateRequest(prompt="a red fox", width=64, height=64, seed=2**53 - 1, steps=3)


def draw(engine: Engine, request: GenerateRequest = REQUEST, **changes: Any) -> EngineImage:
    (image,) = engine.generate(dataclasses.replace(request, **changes), lambda _: None, lambda: False)
    return image


def pixels(image: EngineImage) -> npt.NDArray[np.float64]:
    with Image.open(io.BytesIO(image.data)) as picture:
        return np.asarray(picture.convert("RGB")).astype(float)


def test_folder_and_single_file_give_the_same_image(engine: Diffusers, tiny: Tiny) -> None:
    assert tiny.file.stat().st_size < LARGEST_BYTES
    by_folder, by_file = draw(engine), draw(Diffusers(tiny.file))
    assert by_folder.data == by_file.data
    assert (by_folder.model or "").startswith("tiny sha256:")
    assert by_folder.model != by_file.model
    assert by_file.parameters == {"steps": 3, "guidance_scale": 7.5, "scheduler": "DDIMScheduler"}


def test_a_request_may_name_another_model_of_the_folder(tiny: Tiny, tmp_path: Path) -> None:
    folder, digests = tmp_path / "models", tmp_path / "model-digests.json"
    shutil.copytree(tiny.folder, folder / "ink")
    engine = Diffusers(tiny.folder, models=folder, digests=digests)
    own, named = draw(engine), draw(engine, model="ink")
    assert (named.model or "").startswith("ink sha256:")
    assert named.data == own.data  # the same weights
    assert {it.name: it.digest for it in engine.models()} == {
        "ink": (named.model or "").partition(":")[2],
        tiny.folder.name: (own.model or "").partition(":")[2],
    }
    assert draw(engine, model=named.model).data == named.data
    assert draw(engine).model == own.model
    for name, code in (("ink sha256:" + "0" * 64, "model_changed"), ("gone", "unknown_model")):
        with pytest.raises(EngineError) as refused:
            draw(engine, model=name)
        assert (refused.value.code, refused.value.retryable) == (code, False)


def test_a_folder_with_fp16_file_names_is_the_same_model(engine: Diffusers, tiny: Tiny, tmp_path: Path) -> None:
    shutil.copytree(tiny.folder, tmp_path / "halved")
    for part in ("unet", "text_encoder"):  # the decoder keeps its name
        (weights,) = (tmp_path / "halved" / part).glob("*.safetensors")
        weights.rename(weights.with_suffix(".fp16.safetensors"))
    assert draw(Diffusers(tmp_path / "halved")).data == draw(engine).data


def test_a_single_file_uses_the_tokenizer_beside_it(engine: Diffusers, tiny: Tiny, tmp_path: Path) -> None:
    shutil.copy(tiny.file, tmp_path / "m.safetensors")
    shutil.copytree(tiny.file.with_name("tiny.config"), tmp_path / "m.config")
    shutil.rmtree(tmp_path / "m.config" / "tokenizer")
    assert "`tokenizer`" in Diffusers(tmp_path / "m.safetensors").health().hint
    shutil.copytree(tiny.folder.with_name("words"), tmp_path / "tokenizer")
    assert draw(Diffusers(tmp_path / "m.safetensors")).data == draw(engine).data


def test_the_same_request_gives_the_same_bytes_whatever_was_generated_before(engine: Diffusers, tiny: Tiny) -> None:
    first = draw(engine)
    assert draw(engine, prompt="a blue card", seed=1).data != first.data
    assert draw(engine).data == first.data
    assert draw(Diffusers(tiny.folder)).data == first.data


@pytest.mark.parametrize(
    "change", [{"seed": 7}, {"prompt": "queen"}, {"negative_prompt": "fox"}, {"guidance_scale": 2.0}]
)
def test_every_request_field_changes_the_image(engine: Diffusers, change: dict[str, Any]) -> None:
    assert draw(engine, **change).data != draw(engine).data


@pytest.mark.parametrize("size", [(72, 64), (64, 128)])
def test_an_image_has_the_requested_size(engine: Diffusers, size: tuple[int, int]) -> None:
    image = draw(engine, width=size[0], height=size[1], steps=1)
    with Image.open(io.BytesIO(image.data)) as picture:
        assert (picture.format, picture.size, (image.width, image.height)) == ("PNG", size, size)


def test_every_step_has_a_preview_and_the_last_is_the_image(engine: Diffusers) -> None:
    seen: list[Progress] = []
    (image,) = engine.generate(REQUEST, seen.append, lambda: False)
    assert [(update.step, update.steps) for update in seen] == [(1, 3), (2, 3), (3, 3)]
    previews = [update.preview() for update in seen if update.preview is not None]
    assert len(set(previews)) == 3
    assert previews[-1] == image.data


def test_a_worker_makes_previews_of_an_image_and_the_image_stays_the_same(engine: Diffusers) -> None:
    sent: list[bytes] = []
    payload = GenerateJob(prompt="a red fox", engine="diffusers", width=64, height=64, steps=3, seed=5).payload()

    def draw_with(on_preview: engine_side.OnPreview) -> bytes:
        (image,) = engine_side.generate_images(engine, payload, lambda _: None, lambda: False, (), on_preview)
        return image.data

    maker = PreviewMaker(sent.append, seconds=1e-9)
    assert draw_with(maker.offer) == draw_with(engine_side.ignore_preview)
    with Image.open(io.BytesIO(sent[0])) as picture:
        assert (picture.format, picture.size) == ("WEBP", (64, 64))


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_yields_no_image_and_does_not_affect_the_next(engine: Diffusers, after: int) -> None:
    seen: list[Progress] = []
    with pytest.raises(Cancelled):
        list(engine.generate(REQUEST, seen.append, lambda: len(seen) >= after))
    assert len(seen) == after
    assert draw(engine).data == draw(engine).data


def use(learned: Learned, weight: float, tmp_path: Path) -> AdapterUse:
    path = tmp_path / "0123abcd"  # as in the blob store: no ending
    if not path.exists():
        shutil.copy(learned.adapter.path, path)
    return AdapterUse(path=path, format="lora", digest="0123abcd", name="red", weight=weight)


def test_a_higher_lora_weight_changes_the_image_more(engine: Diffusers, learned: Learned, tmp_path: Path) -> None:
    without = draw(engine)
    weights = (-0.5, 0.35, 0.7, 1.0)
    images = [draw(engine, adapters=(use(learned, weight, tmp_path),)) for weight in weights]
    changes = [np.abs(pixels(image) - pixels(without)).mean() for image in images]
    assert changes[0] > 1
    assert 1 < changes[1] < changes[2] < changes[3]
    assert changes[3] > 5
    assert draw(engine, adapters=(use(learned, 0.0, tmp_path),)).data == without.data
    assert draw(engine).data == without.data


def test_the_effects_of_several_loras_add_up(engine: Diffusers, learned: Learned, tmp_path: Path) -> None:
    half, whole = use(learned, 0.5, tmp_path), use(learned, 1.0, tmp_path)
    difference = np.abs(pixels(draw(engine, adapters=(half, half))) - pixels(draw(engine, adapters=(whole,))))
    assert difference.mean() < 0.5


def test_loras_of_other_programs_load_completely_with_their_scale(
    engine: Diffusers, tiny: Tiny, tmp_path: Path
) -> None:
    from platemark.engines.diffusers.pipeline import load_pipeline

    pipe = load_pipeline(ModelFiles(tiny.folder), "cpu").pipe
    lora_files.write(tmp_path / "dots", pipe, underscored=False, alpha=lora_files.RANK)
    lora_files.write(tmp_path / "underscores", pipe, underscored=True, alpha=lora_files.RANK / 4)
    uses = [
        AdapterUse(path=tmp_path / name, format="lora", digest=name, name=name, weight=weight)
        for name, weight in (("dots", 0.1), ("underscores", 0.4))
    ]
    dots, underscores = (draw(engine, adapters=(use,)) for use in uses)
    assert np.abs(pixels(dots) - pixels(draw(engine))).mean() > 1
    assert np.abs(pixels(dots) - pixels(underscores)).mean() < 0.5


def widened(tensors: dict[str, Any]) -> dict[str, Any]:
    import torch

    wide = {name: torch.zeros(8, 768) for name in tensors if "attn2.to_k" in name and "lora_A" in name}
    return {**tensors, **wide}


def with_a_stranger(tensors: dict[str, Any]) -> dict[str, Any]:
    import torch

    strange = {"unet.no_such.lora_A.weight": torch.zeros(8, 32), "unet.no_such.lora_B.weight": torch.zeros(32, 8)}
    return {**tensors, **strange}


def mixed(tensors: dict[str, Any]) -> dict[str, Any]:
    names = {name: name.replace("lora_A", "lora.down").replace("lora_B", "lora.up") for name in tensors}
    return {(names[name] if "attn1" in name else name): tensor for name, tensor in tensors.items()}


@pytest.mark.parametrize(
    ("change", "message"),
    [(widened, "another family of models"), (with_a_stranger, "this model lacks"), (mixed, "this model lacks")],
)
def test_a_lora_that_does_not_fit_completely_is_refused(
    engine: Diffusers,
    learned: Learned,
    tmp_path: Path,
    change: Callable[[dict[str, Any]], dict[str, Any]],
    message: str,
) -> None:
    from safetensors.torch import load_file, save_file

    path = tmp_path / "lora"
    save_file(change(load_file(learned.adapter.path)), path)
    bad = AdapterUse(path=path, format="lora", digest="0", name="odd", weight=1.0)
    before = draw(engine)
    with pytest.raises(EngineError, match=f"The adapter odd .*{message}") as refused:
        draw(engine, adapters=(bad,))
    assert (refused.value.code, refused.value.retryable) == ("bad_adapter", False)
    assert draw(engine).data == before.data


def test_a_file_that_is_not_a_lora_is_refused(engine: Diffusers, tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "rubbish").write_bytes(b"rubbish, rubbish")
    for path, message in (
        (tmp_path / "rubbish", "not a readable LoRA"),
        (tmp_path / "none", "not a readable LoRA"),
        (tiny.file, "not a LoRA"),
    ):
        bad = AdapterUse(path=path, format="lora", digest="0", name="odd", weight=1.0)
        with pytest.raises(EngineError, match=message):
            draw(engine, adapters=(bad,))


def test_running_out_of_memory_has_its_own_error_code(engine: Diffusers, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from platemark.engines.diffusers import generation

    def full(*_: Any) -> bytes:
        raise torch.OutOfMemoryError

    monkeypatch.setattr(generation, "_generate_png", full)
    with pytest.raises(EngineError) as failed:
        draw(engine)
    assert failed.value.code == "out_of_memory"


def test_a_missing_device_is_reported(tiny: Tiny) -> None:
    with pytest.raises(EngineError, match="The device cuda:99 is not available") as failed:
        draw(Diffusers(tiny.folder, device="cuda:99"))
    assert failed.value.code == "no_device"


def test_weights_with_unexpected_shapes_are_refused(tiny: Tiny, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    shutil.copytree(tiny.folder, odd)
    config = json.loads((odd / "unet" / "config.json").read_text())
    (odd / "unet" / "config.json").write_text(json.dumps({**config, "block_out_channels": [32, 32, 32, 32]}))
    with pytest.raises(EngineError) as failed:
        draw(Diffusers(odd))
    assert failed.value.code == "model_unreadable"


@pytest.mark.parametrize(
    ("part", "kind", "parameters"),
    [("unet", "UNet2DConditionModel", 859_520_964), ("vae", "AutoencoderKL", 83_653_863)],
)
def test_the_shipped_config_is_stable_diffusion_1(one_thread: None, part: str, kind: str, parameters: int) -> None:
    import diffusers
    from accelerate import init_empty_weights

    with init_empty_weights():
        network = getattr(diffusers, kind).from_config(json.loads((CONFIGS / "sd1" / part / "config.json").read_text()))
    assert sum(weight.numel() for weight in network.parameters()) == parameters


def test_the_shipped_text_encoder_is_that_of_stable_diffusion_1(one_thread: None) -> None:
    from accelerate import init_empty_weights
    from transformers import CLIPTextConfig, CLIPTextModel

    config = json.loads((CONFIGS / "sd1" / "text_encoder" / "config.json").read_text())
    with init_empty_weights():
        network = CLIPTextModel(CLIPTextConfig(**config))
    assert sum(weight.numel() for weight in network.parameters()) == 123_060_480


def test_engine_facts_are_known_without_importing_torch(tiny: Tiny) -> None:
    code = (
        "import sys; from platemark.engines.registry import Engines; from platemark.settings import from_environment;"
        "import os; e = Engines.discover([], from_environment(os.environ)); h = e.get('diffusers').health();"
        "sys.exit(0 if h.ok and e.get('diffusers').parameters() and 'torch' not in sys.modules else h.hint or 1)"
    )
    environment = {"PLATEMARK_DIFFUSERS_MODEL": str(tiny.folder), "PATH": ""}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, cwd=Path(__file__).parents[3])


def test_the_engine_exists_once_a_model_is_configured(tmp_path: Path) -> None:
    assert "diffusers" not in Engines.discover([]).by_name
    engines = Engines.discover([], Settings(diffusers_model=str(tmp_path / "none"), device="cuda:1"))
    assert not engines.get("diffusers").capabilities().deterministic
    assert engines.failures == ()
