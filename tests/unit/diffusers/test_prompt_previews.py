"""What Stable Diffusion makes of a prompt is known without its libraries and its model."""

from __future__ import annotations

import pytest

from platemark.engines.base import EngineError, GenerateRequest
from platemark.engines.diffusers.engine import Diffusers


def test_every_word_is_used_without_its_notation() -> None:
    preview = Diffusers(None).preview_prompt(GenerateRequest(prompt="a (red fox:1.2) in snow BREAK a fox, [ink]"))
    assert (preview.words_used, preview.words_ignored) == (("a", "red", "fox", "in", "snow", "fox,", "ink"), ())
    assert "75 tokens" in preview.note


@pytest.mark.parametrize(
    "request_",
    [
        GenerateRequest(prompt="a [fox:dog:0.5]"),
        GenerateRequest(prompt="a fox", negative_prompt="a [fox:dog:0.5]"),
    ],
)
def test_a_prompt_that_would_be_refused_is_refused(request_: GenerateRequest) -> None:
    with pytest.raises(EngineError) as caught:
        Diffusers(None).preview_prompt(request_)
    assert caught.value.code == "prompt_unsupported"
