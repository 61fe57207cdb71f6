"""Captions from other servers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import Cancelled, CaptionRequest, EngineError, Tag
from platemark.engines.registry import Engines
from platemark.engines.remote import OpenAiImages, SdApi
from platemark.settings import from_environment
from tests.unit.remote.image_server import FakeImageServer, chat_api, decode_picture, interrogator, running

INTERROGATE, CHAT = "/sdapi/v1/interrogate", "/v1/chat/completions"
RED, BLUE, GREY = (220, 10, 10), (10, 10, 220), (90, 90, 90)


def never() -> bool:
    return False


def caption_request(
    folder: Path, colour: tuple[int, int, int] = RED, *, tags: bool = False, size: tuple[int, int] = (40, 20)
) -> CaptionRequest:
    path = folder / "picture"
    Image.new("RGB", size, colour).save(path, "PNG")
    return CaptionRequest(path=path, media_type="image/png", tags=tags)


def openai(server: FakeImageServer, model: str = "eye") -> OpenAiImages:
    return OpenAiImages(server.url, key="open-sesame", captions_model=model)


def test_the_interrogator_returns_a_sentence_and_tags_on_request(tmp_path: Path) -> None:
    with running(interrogator()) as server:
        server.run(3)
        engine = SdApi(server.url)
        bare = engine.caption(caption_request(tmp_path), never)
        caption = engine.caption(caption_request(tmp_path, BLUE, tags=True), never)
        bodies = server.bodies(INTERROGATE)
    assert (bare.text, bare.tags, bare.model) == ("a red plate, by Ada Proof, trending", (), "clip")
    assert (caption.text, caption.engine) == ("a blue plate, by Ada Proof, trending", "sdapi")
    assert caption.model == "clip, deepdanbooru"
    assert caption.tags == (Tag("blue"), Tag("no humans"), Tag("plate (object)"))
    assert [body["model"] for body in bodies] == ["clip", "clip", "deepdanbooru"]


def test_pictures_are_sent_small_and_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter
    path = tmp_path / "picture"
    Image.new("RGB", (3000, 1500), (255, 0, 0)).save(path, "JPEG", exif=exif)
    request = CaptionRequest(path=path, media_type="image/jpeg")
    with running(interrogator()) as server:
        server.run(1)
        SdApi(server.url).caption(request, never)
        (body,) = server.bodies(INTERROGATE)
    assert decode_picture(body["image"])[0] == (512, 1024)


def test_an_interrogator_failure_is_retryable(tmp_path: Path) -> None:
    with running(interrogator(broken=True)) as server:
        server.run(1)
        with pytest.raises(EngineError) as failed:
            SdApi(server.url).caption(caption_request(tmp_path), never)
    assert (failed.value.code, failed.value.retryable) == ("server_failed", True)


@pytest.mark.parametrize(
    ("server", "code"),
    [(FakeImageServer(), "server_refused"), (FakeImageServer(routes={INTERROGATE: lambda _: (200, {})}), "bad_answer")],
    ids=["knows_no_such_path", "answers_something_else"],
)
def test_a_server_without_an_interrogator_is_reported(tmp_path: Path, server: FakeImageServer, code: str) -> None:
    with running(server), pytest.raises(EngineError) as refused:
        SdApi(server.url).caption(caption_request(tmp_path), never)
    assert (refused.value.code, refused.value.retryable) == (code, False)


@pytest.mark.parametrize("options", [{}, {"thinks": True}, {"parts": True}, {"sets_temperature": False}])
def test_a_vision_model_returns_a_sentence_and_tags(tmp_path: Path, options: dict[str, Any]) -> None:
    with running(chat_api(**options)) as server:
        server.authorization = "Bearer open-sesame"
        server.run(2)
        bare = openai(server).caption(caption_request(tmp_path, BLUE), never)
        caption = openai(server).caption(caption_request(tmp_path, tags=True), never)
    assert (bare.text, bare.tags) == ("A blue plate on a wall.", ())
    assert (caption.text, caption.engine, caption.model) == ("A red plate on a wall.", "openai_images", "eye-2026")
    assert caption.tags == (Tag("red"), Tag("plate"), Tag("wall art"))


def test_if_a_model_declines_only_that_picture_is_skipped(tmp_path: Path) -> None:
    with running(chat_api()) as server:
        server.run(2)
        with pytest.raises(EngineError) as refused:
            openai(server).caption(caption_request(tmp_path, GREY), never)
        assert openai(server).caption(caption_request(tmp_path), never).text == "A red plate on a wall."
    assert (refused.value.code, refused.value.retryable) == ("picture_refused", False)


@pytest.mark.parametrize(
    "answer",
    [[], {}, {"choices": []}, {"choices": [7]}, {"choices": [{"message": "?"}]}, {"choices": [{"message": {}}]}],
)
def test_a_response_without_text_is_an_error(tmp_path: Path, answer: object) -> None:
    with running(FakeImageServer(routes={CHAT: lambda _: (200, answer)})) as server, pytest.raises(EngineError) as bad:
        openai(server).caption(caption_request(tmp_path), never)
    assert bad.value.code == "bad_answer"


@pytest.mark.parametrize(
    ("status", "code", "retryable"),
    [(401, "server_credentials", False), (429, "server_failed", True), (503, "server_failed", True)],
)
@pytest.mark.parametrize("kind", ["sdapi", "openai"])
def test_server_errors_have_the_same_codes_as_for_images(
    tmp_path: Path, kind: str, status: int, code: str, retryable: bool
) -> None:
    def failing(_: Any) -> tuple[int, Any]:
        return status, {"detail": "no"}

    with running(FakeImageServer(routes={INTERROGATE: failing, CHAT: failing})) as server:
        engine = SdApi(server.url) if kind == "sdapi" else openai(server)
        with pytest.raises(EngineError) as failed:
            engine.caption(caption_request(tmp_path), never)
    assert (failed.value.code, failed.value.retryable) == (code, retryable)


def test_a_missing_model_is_reported_with_the_servers_message(tmp_path: Path) -> None:
    with running(chat_api()) as server, pytest.raises(EngineError, match="The model 'ear' does not exist"):
        openai(server, "ear").caption(caption_request(tmp_path), never)


@pytest.mark.parametrize("kind", ["sdapi", "openai"])
def test_cancelling_closes_the_connection(tmp_path: Path, kind: str) -> None:
    with running(interrogator() if kind == "sdapi" else chat_api()) as server:
        engine = SdApi(server.url) if kind == "sdapi" else openai(server)
        with pytest.raises(Cancelled):
            engine.caption(caption_request(tmp_path), server.busy.is_set)
        with pytest.raises(Cancelled):
            engine.caption(caption_request(tmp_path), lambda: True)


def test_an_unreadable_picture_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"no picture")
    request = CaptionRequest(path=tmp_path / "picture", media_type="image/png")
    with running(interrogator()) as server, pytest.raises(EngineError) as refused:
        SdApi(server.url).caption(request, never)
    assert refused.value.code == "picture_unreadable"
    assert server.requests == []


@pytest.mark.parametrize(("model", "kinds"), [("", {"generate"}), ("eye", {"generate", "caption"})])
def test_a_server_captions_once_a_captions_model_is_configured(model: str, kinds: set[str]) -> None:
    environment = {"PLATEMARK_OPENAI_IMAGES_URL": "http://127.0.0.1:1", "PLATEMARK_OPENAI_CAPTIONS_MODEL": model}
    engine = Engines.discover([], from_environment(environment)).get("openai_images")
    assert engine.capabilities().kinds == kinds
