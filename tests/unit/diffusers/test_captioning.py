"""Captions by a tiny BLIP of the real architecture."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import Cancelled, Caption, CaptionRequest, EngineError
from platemark.engines.diffusers import Diffusers, libraries
from tests.unit.diffusers import tiny_blip

COLOURS = ("red", "green", "blue", "white", "black", "orange")


@pytest.fixture(scope="module")
def blip(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("captioners") / "tiny-blip"
    with warnings.catch_warnings(action="ignore"):
        libraries.silence()
        tiny_blip.build(folder)
    return folder


@pytest.fixture(scope="module")
def captioner(blip: Path) -> Diffusers:
    """An engine that keeps the model in memory after the first caption."""
    return Diffusers(None, captioner=blip)


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return painted(tmp_path_factory.mktemp("pictures") / "0123abcd", Image.new("RGB", (80, 50), "orange"))


def painted(path: Path, image: Image.Image, **options: Any) -> Path:
    image.save(path, "PNG", **options)  # as in the blob store: no ending
    return path


def described(captioner: Diffusers, path: Path, should_cancel: Callable[[], bool] = lambda: False) -> Caption:
    return captioner.caption(CaptionRequest(path=path, media_type="image/png", tags=True), should_cancel)


def test_a_caption_consists_of_words_in_the_vocabulary(captioner: Diffusers, blip: Path, picture: Path) -> None:
    assert sum(file.stat().st_size for file in blip.iterdir()) < tiny_blip.LARGEST_BYTES
    caption = described(captioner, picture)
    assert set(caption.text.split()) <= {*tiny_blip.WORDS, *(f"{word}s" for word in tiny_blip.WORDS)}
    assert caption.text.strip() == caption.text != ""
    assert (caption.engine, caption.engine_version, caption.confidence, caption.tags) == ("diffusers", "2", None, ())
    assert (caption.model or "").startswith("tiny-blip sha256:")


def test_the_caption_equals_that_of_transformers(captioner: Diffusers, blip: Path, picture: Path) -> None:
    import torch
    from transformers import BlipForConditionalGeneration, BlipProcessor

    processor = BlipProcessor.from_pretrained(blip, local_files_only=True)
    network = BlipForConditionalGeneration.from_pretrained(blip, local_files_only=True).eval()
    with Image.open(picture) as image, torch.no_grad():
        tokens = network.generate(**processor(images=image, return_tensors="pt"), max_new_tokens=50, do_sample=False)
    begins, _, rest = processor.decode(tokens[0], skip_special_tokens=True).partition(" ")
    assert begins == "[DEC]"
    assert described(captioner, picture).text == rest


def test_a_caption_does_not_depend_on_earlier_captions(captioner: Diffusers, blip: Path, tmp_path: Path) -> None:
    paths = [painted(tmp_path / colour, Image.new("RGB", (64, 64), colour)) for colour in COLOURS]
    first = [described(captioner, path) for path in paths]
    assert len({caption.text for caption in first}) > 1
    assert [described(captioner, path) for path in reversed(paths)] == first[::-1]
    assert described(Diffusers(None, captioner=blip), paths[0]) == first[0]


def test_pictures_are_loaded_upright_and_on_white(captioner: Diffusers, tmp_path: Path) -> None:
    upright = Image.new("RGB", (64, 48), "white")
    upright.paste("black", (0, 0, 64, 12))
    upright.paste("red", (0, 0, 20, 48))
    turned = upright.rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    through = Image.new("RGBA", (64, 48), (0, 0, 255, 0))
    through.paste("black", (0, 0, 64, 12))
    through.paste("red", (0, 0, 20, 48))
    from platemark.engines.diffusers.captioning import _open_picture

    for name, image, options in (("turned", turned, {"exif": exif}), ("through", through, {})):
        seen = _open_picture(painted(tmp_path / name, image, **options))
        assert (seen.mode, seen.size, seen.tobytes()) == ("RGB", (64, 48), upright.tobytes())


@pytest.mark.parametrize("after", [0, 1, 4])
def test_cancelling_stops_between_two_tokens(captioner: Diffusers, picture: Path, after: int) -> None:
    before = described(captioner, picture)
    answers: list[bool] = []

    def should_cancel() -> bool:
        answers.append(len(answers) >= after)
        return answers[-1]

    with pytest.raises(Cancelled):
        described(captioner, picture, should_cancel)
    assert answers == [False] * after + [True]
    assert described(captioner, picture) == before


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 60])
def test_an_unreadable_picture_is_a_permanent_error(captioner: Diffusers, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "0").write_bytes(data)
    with pytest.raises(EngineError) as failed:
        described(captioner, tmp_path / "0")
    assert (failed.value.code, failed.value.retryable) == ("bad_picture", False)


def changed(blip: Path, folder: Path, change: Callable[[dict[str, Any]], None]) -> Diffusers:
    from safetensors.torch import load_file, save_file

    shutil.copytree(blip, folder)
    tensors = load_file(folder / "model.safetensors")
    change(tensors)
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    return Diffusers(None, captioner=folder)


def test_an_empty_caption_is_an_error(blip: Path, picture: Path, tmp_path: Path) -> None:
    def mute(tensors: dict[str, Any]) -> None:
        tensors["text_decoder.cls.predictions.bias"][tiny_blip.SPECIAL.index("[SEP]")] = 1000.0

    with pytest.raises(EngineError) as failed:
        described(changed(blip, tmp_path / "mute", mute), picture)
    assert (failed.value.code, failed.value.retryable) == ("nothing_said", False)


def without(tensors: dict[str, Any]) -> None:
    del tensors["vision_model.post_layernorm.weight"]


def widened(tensors: dict[str, Any]) -> None:
    import torch

    tensors["vision_model.post_layernorm.weight"] = torch.ones(33)


@pytest.mark.parametrize("change", [without, widened])
def test_missing_weights_are_not_initialised_at_random(
    blip: Path, picture: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    with pytest.raises(EngineError) as failed:
        described(changed(blip, tmp_path / "odd", change), picture)
    assert (failed.value.code, failed.value.retryable) == ("model_unreadable", True)


def test_duplicated_shared_weights_change_nothing(
    captioner: Diffusers, blip: Path, picture: Path, tmp_path: Path
) -> None:
    def doubled(tensors: dict[str, Any]) -> None:
        words = tensors["text_decoder.bert.embeddings.word_embeddings.weight"].clone()
        tensors["text_decoder.cls.predictions.decoder.weight"] = words
        tensors["text_decoder.cls.predictions.decoder.bias"] = tensors["text_decoder.cls.predictions.bias"].clone()

    assert described(changed(blip, tmp_path / "twice", doubled), picture).text == described(captioner, picture).text


def test_running_out_of_memory_is_retryable(
    captioner: Diffusers, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from transformers import BlipForConditionalGeneration

    def full(*_: Any, **__: Any) -> None:
        raise torch.OutOfMemoryError

    monkeypatch.setattr(BlipForConditionalGeneration, "generate", full)
    with pytest.raises(EngineError) as failed:
        described(captioner, picture)
    assert (failed.value.code, failed.value.retryable) == ("out_of_memory", True)


def test_a_missing_device_is_reported(blip: Path, picture: Path) -> None:
    with pytest.raises(EngineError, match="The device cuda:99 is not available") as failed:
        described(Diffusers(None, device="cuda:99", captioner=blip), picture)
    assert (failed.value.code, failed.value.retryable) == ("no_device", True)
