"""Pictures described by other servers, which behave as the real ones do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import Cancelled, CaptionRequest, EngineError, Tag
from platemark.engines.registry import Engines
from platemark.engines.remote import OpenAiImages, SdApi
from platemark.settings import from_environment
from tests.unit.remote.picture_server import PictureServer, chat_api, interrogator, seen_by, serving

INTERROGATE, CHAT = "/sdapi/v1/interrogate", "/v1/chat/completions"
RED, BLUE, GREY = (220, 10, 10), (10, 10, 220), (90, 90, 90)


def never() -> bool:
    return False


def asked_for(
    folder: Path, colour: tuple[int, int, int] = RED, *, tags: bool = False, size: tuple[int, int] = (40, 20)
) -> CaptionRequest:
    path = folder / "picture"
    Image.new("RGB", size, colour).save(path, "PNG")
    return CaptionRequest(path=path, media_type="image/png", tags=tags)


def openai(server: PictureServer, model: str = "eye") -> OpenAiImages:
    return OpenAiImages(server.url, key="open-sesame", captions_model=model)


def test_the_interrogator_says_a_sentence_and_where_they_are_wanted_tags(tmp_path: Path) -> None:
    with serving(interrogator()) as server:
        server.run(3)
        engine = SdApi(server.url)
        bare = engine.caption(asked_for(tmp_path), never)
        said = engine.caption(asked_for(tmp_path, BLUE, tags=True), never)
        asked = server.bodies(INTERROGATE)
    assert (bare.text, bare.tags, bare.model) == ("a red plate, by Ada Proof, trending", (), "clip")
    assert (said.text, said.engine) == ("a blue plate, by Ada Proof, trending", "sdapi")
    assert said.model == "clip, deepdanbooru"
    assert said.tags == (Tag("blue"), Tag("no humans"), Tag("plate (object)"))
    assert [body["model"] for body in asked] == ["clip", "clip", "deepdanbooru"]


def test_a_picture_is_sent_small_and_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter
    path = tmp_path / "picture"
    Image.new("RGB", (3000, 1500), (255, 0, 0)).save(path, "JPEG", exif=exif)
    request = CaptionRequest(path=path, media_type="image/jpeg")
    with serving(interrogator()) as server:
        server.run(1)
        SdApi(server.url).caption(request, never)
        (body,) = server.bodies(INTERROGATE)
    assert seen_by(body["image"])[0] == (512, 1024)


def test_an_interrogator_that_fails_on_the_way_is_asked_again_later(tmp_path: Path) -> None:
    with serving(interrogator(broken=True)) as server:
        server.run(1)
        with pytest.raises(EngineError) as failed:
            SdApi(server.url).caption(asked_for(tmp_path), never)
    assert (failed.value.code, failed.value.retryable) == ("server_failed", True)


@pytest.mark.parametrize(
    ("server", "code"),
    [(PictureServer(), "server_refused"), (PictureServer(routes={INTERROGATE: lambda _: (200, {})}), "bad_answer")],
    ids=["knows_no_such_path", "answers_something_else"],
)
def test_a_server_that_describes_nothing_says_so(tmp_path: Path, server: PictureServer, code: str) -> None:
    with serving(server), pytest.raises(EngineError) as refused:
        SdApi(server.url).caption(asked_for(tmp_path), never)
    assert (refused.value.code, refused.value.retryable) == (code, False)


@pytest.mark.parametrize("options", [{}, {"thinks": True}, {"parts": True}, {"sets_temperature": False}])
def test_a_model_that_sees_says_a_sentence_and_tags(tmp_path: Path, options: dict[str, Any]) -> None:
    with serving(chat_api(**options)) as server:
        server.authorization = "Bearer open-sesame"
        server.run(2)
        bare = openai(server).caption(asked_for(tmp_path, BLUE), never)
        said = openai(server).caption(asked_for(tmp_path, tags=True), never)
    assert (bare.text, bare.tags) == ("A blue plate on a wall.", ())
    assert (said.text, said.engine, said.model) == ("A red plate on a wall.", "openai_images", "eye-2026")
    assert said.tags == (Tag("red"), Tag("plate"), Tag("wall art"))


def test_a_model_that_would_rather_not_refuses_that_picture_alone(tmp_path: Path) -> None:
    with serving(chat_api()) as server:
        server.run(2)
        with pytest.raises(EngineError) as refused:
            openai(server).caption(asked_for(tmp_path, GREY), never)
        assert openai(server).caption(asked_for(tmp_path), never).text == "A red plate on a wall."
    assert (refused.value.code, refused.value.retryable) == ("picture_refused", False)


@pytest.mark.parametrize(
    "answer",
    [[], {}, {"choices": []}, {"choices": [7]}, {"choices": [{"message": "?"}]}, {"choices": [{"message": {}}]}],
)
def test_an_answer_without_words_is_none(tmp_path: Path, answer: object) -> None:
    with serving(PictureServer(routes={CHAT: lambda _: (200, answer)})) as server, pytest.raises(EngineError) as bad:
        openai(server).caption(asked_for(tmp_path), never)
    assert bad.value.code == "bad_answer"


@pytest.mark.parametrize(
    ("status", "code", "retryable"),
    [(401, "server_credentials", False), (429, "server_failed", True), (503, "server_failed", True)],
)
@pytest.mark.parametrize("kind", ["sdapi", "openai"])
def test_what_goes_wrong_there_has_the_code_that_it_has_for_pictures(
    tmp_path: Path, kind: str, status: int, code: str, retryable: bool
) -> None:
    def failing(_: Any) -> tuple[int, Any]:
        return status, {"detail": "no"}

    with serving(PictureServer(routes={INTERROGATE: failing, CHAT: failing})) as server:
        engine = SdApi(server.url) if kind == "sdapi" else openai(server)
        with pytest.raises(EngineError) as failed:
            engine.caption(asked_for(tmp_path), never)
    assert (failed.value.code, failed.value.retryable) == (code, retryable)


def test_a_model_that_is_not_there_is_told_in_the_servers_words(tmp_path: Path) -> None:
    with serving(chat_api()) as server, pytest.raises(EngineError, match="The model 'ear' does not exist"):
        openai(server, "ear").caption(asked_for(tmp_path), never)


@pytest.mark.parametrize("kind", ["sdapi", "openai"])
def test_cancelling_hangs_up(tmp_path: Path, kind: str) -> None:
    with serving(interrogator() if kind == "sdapi" else chat_api()) as server:
        engine = SdApi(server.url) if kind == "sdapi" else openai(server)
        with pytest.raises(Cancelled):
            engine.caption(asked_for(tmp_path), server.at_work.is_set)
        with pytest.raises(Cancelled):
            engine.caption(asked_for(tmp_path), lambda: True)


def test_what_is_no_picture_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"no picture")
    request = CaptionRequest(path=tmp_path / "picture", media_type="image/png")
    with serving(interrogator()) as server, pytest.raises(EngineError) as refused:
        SdApi(server.url).caption(request, never)
    assert refused.value.code == "picture_unreadable"
    assert server.asked == []


@pytest.mark.parametrize(("model", "kinds"), [("", {"generate"}), ("eye", {"generate", "caption"})])
def test_a_server_describes_pictures_where_a_model_for_it_is_named(model: str, kinds: set[str]) -> None:
    said = {"PLATEMARK_OPENAI_IMAGES_URL": "http://127.0.0.1:1", "PLATEMARK_OPENAI_CAPTIONS_MODEL": model}
    engine = Engines.discover([], from_environment(said)).get("openai_images")
    assert engine.capabilities().kinds == kinds
