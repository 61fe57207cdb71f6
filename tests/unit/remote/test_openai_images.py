"""The engine ``openai_images`` with a fake server."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Cancelled, EngineError, EngineImage, GenerateRequest, Progress
from platemark.engines.registry import Engines
from platemark.engines.remote import OpenAiImages
from platemark.errors import Unprocessable
from platemark.jobs import request_checks
from platemark.jobs.requests import GenerateJob
from tests.unit.remote.image_server import encoded, images_api, running

REQUEST = GenerateRequest(prompt="a fox", width=64, height=96, seed=5)
PATH = "/v1/images/generations"


def generate(engine: OpenAiImages, request: GenerateRequest = REQUEST) -> tuple[EngineImage, list[Progress]]:
    seen: list[Progress] = []
    (image,) = engine.generate(request, seen.append, lambda: False)
    return image, seen


@pytest.mark.parametrize("end", ["", "/", "/v1", "/v1/"])
def test_the_image_is_returned_as_the_server_sent_it(end: str) -> None:
    with running(images_api()) as server:
        server.authorization = "Bearer open-sesame"
        server.run(1)
        image, seen = generate(OpenAiImages(server.url + end, model="tiny", key="open-sesame"))
        body = {"model": "tiny", "prompt": "a fox", "n": 1, "size": "64x96", "response_format": "b64_json"}
        assert server.bodies(PATH) == [body]
    with Image.open(io.BytesIO(image.data)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (64, 96))
    assert (image.media_type, image.width, image.height, image.model) == ("image/webp", 64, 96, "tiny")
    assert (image.seed, image.parameters) == (5, {"seed_heeded": False})
    assert [update.fraction for update in seen] == [1.0]


def test_a_request_is_repeated_without_a_rejected_response_format() -> None:
    with running(images_api(knows_response_format=False)) as server:
        server.run(1)
        image, _ = generate(OpenAiImages(server.url, model="tiny"))
        assert image.width == 64
        assert [sorted(body) for body in server.bodies(PATH)] == [
            ["model", "n", "prompt", "response_format", "size"],
            ["model", "n", "prompt", "size"],
        ]


@pytest.mark.parametrize(
    ("model", "width", "message"),
    [("other", 64, "The model does not exist"), ("tiny", 2048, "Invalid size '2048x96'")],
)
def test_a_refusal_carries_the_servers_message_and_is_not_retryable(model: str, width: int, message: str) -> None:
    request = GenerateRequest(prompt="a fox", width=width, height=96)
    with running(images_api()) as server:
        with pytest.raises(EngineError, match=message) as refused:
            generate(OpenAiImages(server.url, model=model), request)
        assert (refused.value.code, refused.value.retryable) == ("server_refused", False)
        assert len(server.bodies(PATH)) == 1


PICTURE = base64.b64decode(encoded((7, 8, 9), (64, 96)))


@pytest.mark.parametrize(
    "url", ["{server}/files/a b.png?x=1", "/files/a%20b.png?x=1", "//127.0.0.1/files/a%20b.png?x=1"]
)
def test_an_image_that_the_server_names_is_fetched_from_it(url: str) -> None:
    with running(images_api()) as server:
        server.authorization = "Bearer open-sesame"
        server.routes[PATH] = lambda _: (200, {"data": [{"url": url.format(server=server.url), "b64_json": None}]})
        server.routes["/files/a%20b.png"] = lambda _: (200, PICTURE)
        image, _ = generate(OpenAiImages(server.url, key="open-sesame"))
    assert (image.data, image.width) == (PICTURE, 64)


def test_an_image_in_a_data_url_is_read() -> None:
    with running(images_api()) as server:
        server.routes[PATH] = lambda _: (
            200,
            {"data": [{"url": f"data:image/png;base64,{encoded((1, 2, 3), (8, 9))}"}]},
        )
        assert generate(OpenAiImages(server.url))[0].height == 9


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x",
        "//169.254.169.254/x",
        "file:///etc/hostname",
        "ftp://127.0.0.1/x",
        "http://[::1/x",
        "http:x",
    ],
)
def test_nothing_is_fetched_from_anywhere_else(url: str) -> None:
    with running(images_api()) as server:
        server.routes[PATH] = lambda _: (200, {"data": [{"url": url}]})
        with pytest.raises(EngineError) as failed:
            generate(OpenAiImages(server.url))
        assert (failed.value.code, [path for path, _, _ in server.requests]) == ("bad_answer", [PATH])


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [(302, b"", "server_refused"), (404, {}, "server_refused"), (200, b"<html>", "bad_answer"),
     (200, PICTURE[:-30], "server_unreachable")],
)  # fmt: skip
def test_a_named_image_that_cannot_be_had_has_an_error_code(status: int, body: Any, code: str) -> None:
    with running(images_api()) as server:
        server.routes[PATH] = lambda _: (200, {"data": [{"url": "/x"}]})
        server.routes["/x"] = lambda _: (status, body)
        with pytest.raises(EngineError) as failed:
            generate(OpenAiImages(server.url))
    assert failed.value.code == code


def test_cancelling_closes_the_connection() -> None:
    with running(images_api()) as server, pytest.raises(Cancelled):
        list(OpenAiImages(server.url, model="tiny").generate(REQUEST, lambda _: None, server.busy.is_set))


@pytest.mark.parametrize(
    ("options", "pointer"),
    [
        ({"steps": 21}, "/steps"),
        ({"guidance_scale": 3.0}, "/guidance_scale"),
        ({"negative_prompt": "a dog"}, "/negative_prompt"),
    ],
)
def test_a_job_that_needs_more_than_prompt_and_size_is_refused(
    open_work: Callable[..., UnitOfWork], options: dict[str, Any], pointer: str
) -> None:
    with running(images_api()) as server, open_work(write=False) as work:
        engines = Engines.of([OpenAiImages(server.url)])
        request_checks.check(work, engines, GenerateJob(prompt="a fox", engine="openai_images", seed=7))
        with pytest.raises(Unprocessable) as refused:
            request_checks.check(work, engines, GenerateJob(prompt="a fox", engine="openai_images", **options))
    assert [finding.pointer for finding in refused.value.findings] == [pointer]
