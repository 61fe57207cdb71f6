"""Prompts in the notation of other studios: weights, sections, and any number of words."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from platemark.engines.base import EngineError, EngineImage, GenerateRequest
from platemark.engines.diffusers import Diffusers
from platemark.engines.diffusers.prompt_weights import parse_prompt

REQUEST = GenerateRequest(prompt="a red fox", width=64, height=64, seed=3, steps=1)


def sections(prompt: str) -> list[list[tuple[str, float]]]:
    return [[(text.strip(), round(weight, 3)) for text, weight in section] for section in parse_prompt(prompt).sections]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red fox", [[("a red fox", 1)]]),
        ("", [[]]),
        ("a (red) fox", [[("a", 1), ("red", 1.1), ("fox", 1)]]),
        ("a (red:1.3) fox", [[("a", 1), ("red", 1.3), ("fox", 1)]]),
        ("((red)) [fox]", [[("red", 1.21), ("fox", 0.909)]]),
        ("(a (red:1.5) fox:0.5)", [[("a", 0.5), ("red", 0.75), ("fox", 0.5)]]),
        ("(red: .8 ), (x:-1)", [[("red", 0.8), (",", 1), ("x", -1)]]),
        ("[(red:2)]", [[("red", 1.818)]]),
        ("(red BREAK fox", [[("red", 1.1)], [("fox", 1.1)]]),
        ("red BREAK", [[("red", 1)], []]),
        ("BREAKFAST at 12:30, Bob: 3:4", [[("BREAKFAST at 12:30, Bob: 3:4", 1)]]),
        (r"a \(red\) \[fox\] \\ \x", [[(r"a (red) [fox] \ \x", 1)]]),
        ("red) fox] :1.2)", [[("red) fox] :1.2)", 1)]]),
        ("()", [[]]),
    ],
)
def test_the_notation_is_understood(prompt: str, expected: list[list[tuple[str, float]]]) -> None:
    assert sections(prompt) == expected


@pytest.mark.parametrize("prompt", ["[fox:dog:0.5]", "a [red|blue] fox", "[fox:0.5]", "[:dog:10]", "x [a:b: .25 ] y"])
def test_words_that_change_between_the_steps_are_refused(prompt: str) -> None:
    with pytest.raises(EngineError) as refused:
        parse_prompt(prompt)
    assert (refused.value.code, refused.value.retryable) == ("prompt_unsupported", False)


@pytest.mark.parametrize("prompt", [r"\[fox:dog:0.5\]", "a [red] fox", "[fox (red:1.2)]"])
def test_other_brackets_are_not_taken_for_schedules(prompt: str) -> None:
    assert parse_prompt(prompt).text


def test_weights_change_the_image_and_plain_prompts_are_drawn_as_before(engine: Diffusers) -> None:
    def draw(prompt: str, **changes: Any) -> bytes:
        (image,) = engine.generate(
            dataclasses.replace(REQUEST, prompt=prompt, **changes), lambda _: None, lambda: False
        )
        assert isinstance(image, EngineImage)
        assert (image.words_ignored, image.engine_version) == ((), "2")
        return image.data

    plain = draw("a red fox")
    assert draw("a (red:1.0) fox") == draw(r"a red fox") == plain
    drawn = [draw(f"a (red:{weight}) fox") for weight in ("0.3", "0.8", "1.5")]
    assert len({plain, *drawn}) == 4
    assert draw("a (red:1.5) fox") == drawn[-1], "the same request gives the same bytes"
    assert draw("a red fox", negative_prompt="(blue:1.4)") != draw("a red fox", negative_prompt="blue")
    assert draw("a red BREAK fox") not in (plain, draw("a red fox BREAK"))


def test_no_word_is_cut_off(engine: Diffusers, monkeypatch: pytest.MonkeyPatch) -> None:
    from platemark.engines.diffusers import prompt_embeddings

    def draw(prompt: str) -> bytes:
        (image,) = engine.generate(dataclasses.replace(REQUEST, prompt=prompt), lambda _: None, lambda: False)
        return image.data

    long = " ".join(["fox"] * 100)
    assert draw(f"{long} king") != draw(f"{long} queen")
    assert draw(f"{long} red") != draw(" ".join(["fox"] * 75))
    plain = draw("a red fox")
    monkeypatch.setattr(prompt_embeddings, "_fits", lambda *_: False)
    assert draw("a red fox") == plain, "embeddings say the same as the text"
