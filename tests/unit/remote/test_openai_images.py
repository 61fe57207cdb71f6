"""The engine ``openai_images`` at a server that behaves as the real ones do."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from platemark.engines.base import Cancelled, EngineError, EngineImage, GenerateRequest, Progress
from platemark.engines.registry import Engines
from platemark.engines.remote import OpenAiImages
from platemark.errors import Unprocessable
from platemark.jobs import requests
from platemark.jobs.requests import GenerateJob
from tests.unit.remote.picture_server import images_api, serving

REQUEST = GenerateRequest(prompt="a fox", width=64, height=96, seed=5)
PATH = "/v1/images/generations"


def make(engine: OpenAiImages, request: GenerateRequest = REQUEST) -> tuple[EngineImage, list[Progress]]:
    seen: list[Progress] = []
    (image,) = engine.generate(request, seen.append, lambda: False)
    return image, seen


@pytest.mark.parametrize("end", ["", "/", "/v1", "/v1/"])
def test_a_picture_comes_as_the_server_made_it(end: str) -> None:
    with serving(images_api()) as server:
        server.authorization = "Bearer open-sesame"
        server.run(1)
        image, seen = make(OpenAiImages(server.url + end, model="tiny", key="open-sesame"))
        asked = {"model": "tiny", "prompt": "a fox", "n": 1, "size": "64x96", "response_format": "b64_json"}
        assert server.bodies(PATH) == [asked]
    with Image.open(io.BytesIO(image.data)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (64, 96))
    assert (image.media_type, image.width, image.height, image.model) == ("image/webp", 64, 96, "tiny")
    assert (image.seed, image.parameters) == (5, {"seed_heeded": False})
    assert [it.fraction for it in seen] == [1.0]


def test_a_model_that_refuses_to_be_asked_for_base64_is_asked_again_without() -> None:
    with serving(images_api(knows_response_format=False)) as server:
        server.run(1)
        image, _ = make(OpenAiImages(server.url, model="tiny"))
        assert image.width == 64
        assert [sorted(body) for body in server.bodies(PATH)] == [
            ["model", "n", "prompt", "response_format", "size"],
            ["model", "n", "prompt", "size"],
        ]


@pytest.mark.parametrize(
    ("model", "width", "message"),
    [("other", 64, "The model does not exist"), ("tiny", 2048, "Invalid size '2048x96'")],
)
def test_what_the_server_refuses_is_told_in_its_words_and_not_tried_again(model: str, width: int, message: str) -> None:
    request = GenerateRequest(prompt="a fox", width=width, height=96)
    with serving(images_api()) as server:
        with pytest.raises(EngineError, match=message) as refused:
            make(OpenAiImages(server.url, model=model), request)
        assert (refused.value.code, refused.value.retryable) == ("server_refused", False)
        assert len(server.bodies(PATH)) == 1


def test_a_server_that_sends_an_address_instead_of_a_picture_is_not_followed_there() -> None:
    with serving(images_api()) as server:
        server.routes[PATH] = lambda _: (200, {"data": [{"url": server.url + "/elsewhere"}]})
        with pytest.raises(EngineError) as failed:
            make(OpenAiImages(server.url))
        assert failed.value.code == "bad_answer"
        assert server.bodies("/elsewhere") == []


def test_cancelling_hangs_up() -> None:
    with serving(images_api()) as server, pytest.raises(Cancelled):
        list(OpenAiImages(server.url, model="tiny").generate(REQUEST, lambda _: None, server.at_work.is_set))


@pytest.mark.parametrize(
    ("options", "pointer"),
    [
        ({"steps": 21}, "/steps"),
        ({"guidance_scale": 3.0}, "/guidance_scale"),
        ({"negative_prompt": "a dog"}, "/negative_prompt"),
    ],
)
def test_a_job_that_asks_for_more_than_words_and_a_size_is_refused(options: dict[str, object], pointer: str) -> None:
    with serving(images_api()) as server:
        engines = Engines.of([OpenAiImages(server.url)])
        requests.check(engines, GenerateJob(prompt="a fox", engine="openai_images", seed=7))
        with pytest.raises(Unprocessable) as refused:
            requests.check(engines, GenerateJob(prompt="a fox", engine="openai_images", **options))  # type: ignore[arg-type]
    assert [finding.pointer for finding in refused.value.findings] == [pointer]
