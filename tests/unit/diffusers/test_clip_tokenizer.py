"""CLIP's tokenizer, for a checkpoint that comes without one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from platemark.engines.base import GenerateRequest
from platemark.engines.diffusers import Diffusers, model_files
from platemark.engines.weights import classification
from tests.unit.diffusers.conftest import Tiny
from tests.unit.diffusers.tiny_model import WIDTH, with_clip_vocabulary

START, END = 49406, 49407


@pytest.mark.parametrize(
    ("prompt", "tokens"),
    [
        ("a photo of a cat", [320, 1125, 539, 320, 2368]),
        ("A  Photo of\na CAT", [320, 1125, 539, 320, 2368]),
        ("a photo of an astronaut riding a horse on mars", [320, 1125, 539, 550, 18376, 6765, 320, 4558, 525, 7496]),
        ("it's 42!", [585, 568, 275, 273, 256]),
        ("façade", [778, 10067, 1928]),
        ("", []),
    ],
)
def test_prompts_have_the_token_ids_of_clip(one_thread: None, prompt: str, tokens: list[int]) -> None:
    from platemark.engines.diffusers.clip_tokenizer import build_clip_tokenizer

    assert build_clip_tokenizer()(prompt).input_ids == [START, *tokens, END]


def test_vocabulary_size_and_length_limit_are_those_of_clip(one_thread: None) -> None:
    from platemark.engines.diffusers.clip_tokenizer import build_clip_tokenizer

    tokenizer = build_clip_tokenizer()
    assert (len(tokenizer), tokenizer.model_max_length) == (49_408, 77)
    read = tokenizer("fox " * 100, max_length=77, truncation=True, padding="max_length").input_ids
    assert read == [START, *[tokenizer("fox").input_ids[1]] * 75, END]
    assert tokenizer("fox", max_length=77, padding="max_length").input_ids[2:] == [END] * 75


def test_a_checkpoint_without_tokenizer_works(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config"
    shutil.copytree(tiny.file.with_name("tiny.config"), config, ignore=shutil.ignore_patterns("tokenizer"))
    alone = tmp_path / "alone" / "m.safetensors"
    alone.parent.mkdir()
    with_clip_vocabulary(tiny.file, alone, config)
    monkeypatch.setattr(model_files, "SHIPPED", {"Stable Diffusion 1": config})
    monkeypatch.setattr(classification, "FAMILIES", {WIDTH: "Stable Diffusion 1"})
    request = GenerateRequest(prompt="a photo of a cat", width=64, height=64, seed=1, steps=1)

    (by_itself,) = Diffusers(alone).generate(request, lambda _: None, lambda: False)
    assert by_itself.words_ignored == ()

    (other,) = Diffusers(alone).generate(
        GenerateRequest(prompt="a photo of a dog", width=64, height=64, seed=1, steps=1), lambda _: None, lambda: False
    )
    assert other.data != by_itself.data

    from platemark.engines.diffusers.clip_tokenizer import build_clip_tokenizer

    build_clip_tokenizer().save_pretrained(alone.with_name("tokenizer"))
    assert json.loads((alone.parent / "tokenizer" / "tokenizer.json").read_text())["model"]["vocab"]["cat</w>"] == 2368
    (with_a_folder,) = Diffusers(alone).generate(request, lambda _: None, lambda: False)
    assert with_a_folder.data == by_itself.data
