"""What an engine makes of a prompt is told before anything is queued."""

from __future__ import annotations

from typing import Any

import pytest

from platemark.engines.base import EngineError, GenerateRequest, PromptPreview
from platemark_press import Press
from tests.conftest import ClientFor

PATH = "/prompts/preview"


def test_the_press_tells_which_words_it_knows_and_nothing_is_queued(as_role: ClientFor) -> None:
    client = as_role("editor")
    preview = client.post(PATH, json={"prompt": "a fox in the snow, woodcut, blorp"})
    assert (preview.status_code, preview.json()) == (
        200,
        {
            "engine": "press",
            "known": True,
            "words_used": ["fox", "snow", "woodcut"],
            "words_ignored": ["blorp"],
            "note": "",
        },
    )
    assert client.get("/jobs").json()["items"] == []


def test_what_the_negative_prompt_refuses_is_not_used(as_role: ClientFor) -> None:
    body = {"prompt": "a fox in the snow", "negative_prompt": "snow", "engine": "press"}
    preview = as_role("editor").post(PATH, json=body).json()
    assert (preview["words_used"], preview["words_ignored"]) == (["fox"], ["snow"])


def test_loras_are_no_words(as_role: ClientFor) -> None:
    preview = as_role("editor").post(PATH, json={"prompt": "a fox <lora:frost:0.8>"}).json()
    assert (preview["words_used"], preview["words_ignored"]) == (["fox"], [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"engine": "cloud"}, "unknown_engine"),
        ({"engine": "press", "model": "sdxl"}, "unknown_model"),
    ],
)
def test_an_engine_or_a_model_that_is_not_there_is_refused(as_role: ClientFor, body: dict[str, Any], code: str) -> None:
    refused = as_role("editor").post(PATH, json={"prompt": "a fox", **body})
    assert (refused.status_code, refused.json()["code"]) == (422, code)


@pytest.mark.parametrize("body", [{}, {"prompt": ""}, {"prompt": "a" * 2001}, {"prompt": "a", "adapters": []}])
def test_what_does_not_fit_is_refused(as_role: ClientFor, body: dict[str, Any]) -> None:
    refused = as_role("editor").post(PATH, json=body)
    assert (refused.status_code, refused.json()["code"]) == (400, "does_not_fit")


def test_the_longest_prompt_is_previewed(as_role: ClientFor) -> None:
    preview = as_role("editor").post(PATH, json={"prompt": "a " * 999 + "ab"})
    assert preview.status_code == 200


@pytest.mark.parametrize(("role", "status"), [(None, 401), ("viewer", 403), ("editor", 200), ("admin", 200)])
def test_only_editors_preview_prompts(as_role: ClientFor, role: str | None, status: int) -> None:
    assert as_role(role).post(PATH, json={"prompt": "a fox"}).status_code == status


def test_an_engine_that_cannot_tell_says_so(as_role: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Press, "preview_prompt")
    assert as_role("editor").post(PATH, json={"prompt": "a fox"}).json() == {
        "engine": "press",
        "known": False,
        "words_used": [],
        "words_ignored": [],
        "note": "The engine press does not say beforehand which words it uses.",
    }


def test_what_the_engine_refuses_is_refused(as_role: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Press, request: GenerateRequest) -> PromptPreview:
        raise EngineError("prompt_unsupported", f"It cannot draw {request.prompt}.")

    monkeypatch.setattr(Press, "preview_prompt", refuse)
    refused = as_role("editor").post(PATH, json={"prompt": "[a:b:0.5]"})
    assert (refused.status_code, refused.json()["code"]) == (422, "engine_limits")
    assert refused.json()["errors"] == [
        {"pointer": "/prompt", "message": "It cannot draw [a:b:0.5].", "code": "prompt_unsupported"}
    ]


def test_what_an_engine_says_is_made_to_fit(as_role: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    said = PromptPreview(("x" * 5000, "a\nb"), ("y",) * 900, "n\n" * 9000)
    monkeypatch.setattr(Press, "preview_prompt", lambda *_: said)
    preview = as_role("editor").post(PATH, json={"prompt": "a fox"})
    assert preview.status_code == 200
    assert (len(preview.json()["words_used"]), len(preview.json()["words_ignored"])) == (2, 500)
