"""The engine ``sdapi`` with a fake server."""

from __future__ import annotations

import dataclasses
import io
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import Cancelled, Engine, EngineError, EngineImage, GenerateRequest, Model, Progress
from platemark.engines.remote import SdApi
from tests.unit.remote.image_server import INK_DIGEST, FakeImageServer, encoded, running, webui

REQUEST = GenerateRequest(
    prompt="a fox", negative_prompt="a dog", width=64, height=128, seed=2**53 - 1, steps=4, guidance_scale=3.5
)


@pytest.fixture
def server() -> Iterator[FakeImageServer]:
    with running(webui()) as fake:
        yield fake


def engine_for(server: FakeImageServer) -> SdApi:
    return SdApi(server.url, poll_seconds=0.01)


def generate(engine: Engine, request: GenerateRequest = REQUEST, seen: list[Progress] | None = None) -> EngineImage:
    (image,) = engine.generate(request, (seen if seen is not None else []).append, lambda: False)
    return image


def never(_: Progress) -> None: ...


def test_an_image_has_the_metadata_that_the_server_reports(server: FakeImageServer) -> None:
    server.run(4)
    image = generate(engine_for(server))
    with Image.open(io.BytesIO(image.data)) as picture:
        assert (picture.format, picture.size, picture.getpixel((0, 0))) == ("PNG", (64, 128), (255, 0, 0))
    assert (image.width, image.height, image.media_type, image.seed) == (64, 128, "image/png", 2**53 - 1)
    assert (image.engine, image.model) == ("sdapi", "tiny 0123abcd")
    facts = {"steps": 4, "guidance_scale": 3.5, "sampler_name": "Euler a", "version": "v1.10.1"}
    assert image.parameters == facts


@pytest.mark.parametrize(
    ("requested", "recorded"),
    [
        ("tiny", "tiny 0123abcd"),
        ("ink", "ink 0123abcd"),
        (f"ink sha256:{INK_DIGEST}", f"ink sha256:{INK_DIGEST}"),
        ("ink sha256:ffff", None),
        ("lead", None),
    ],
)
def test_a_model_is_chosen_for_one_image_and_another_one_is_no_image(
    server: FakeImageServer, requested: str, recorded: str | None
) -> None:
    if requested == "lead":  # a server that does not know it uses its own
        server.routes["/sdapi/v1/txt2img"] = lambda body: (200, unasked(body))
    server.run(4)
    request = dataclasses.replace(REQUEST, model=requested)
    if recorded is None:
        with pytest.raises(EngineError) as refused:
            generate(engine_for(server), request)
        assert (refused.value.code, refused.value.retryable) == ("model_changed", False)
    else:
        assert generate(engine_for(server), request).model == recorded
    (body,) = server.bodies("/sdapi/v1/txt2img")
    assert body["override_settings"] == {"sd_model_checkpoint": requested.partition(" ")[0]}


def unasked(body: Any) -> Any:
    info = json.dumps({"seed": body["seed"], "sd_model_name": "tiny"})
    return {"images": [encoded((1, 2, 3), (64, 128))], "info": info}


def test_the_models_are_those_that_the_server_lists(server: FakeImageServer) -> None:
    engine = engine_for(server)
    assert engine.models() == [Model(name="tiny"), Model(name="ink", digest=INK_DIGEST)]
    listed: list[Any] = [None, [], {"title": "x"}, {"model_name": 7}, {"model_name": "ink", "sha256": 7}]
    server.routes["/sdapi/v1/sd-models"] = lambda _: (200, listed)
    assert engine.models() == [Model(name="ink")]
    server.routes["/sdapi/v1/sd-models"] = lambda _: (200, {"models": []})
    assert engine.models() == []
    del server.routes["/sdapi/v1/sd-models"]
    assert list(engine.models()) == []
    server.routes["/sdapi/v1/sd-models"] = lambda _: (500, {})
    with pytest.raises(EngineError):
        engine.models()


def test_the_request_is_forwarded_and_nothing_is_saved_on_the_server(server: FakeImageServer) -> None:
    server.run(4)
    generate(engine_for(server))
    (body,) = server.bodies("/sdapi/v1/txt2img")
    del body["force_task_id"]
    assert body == {
        "prompt": "a fox", "negative_prompt": "a dog", "width": 64, "height": 128, "seed": 2**53 - 1, "steps": 4,
        "cfg_scale": 3.5, "batch_size": 1, "n_iter": 1, "send_images": True, "save_images": False,
    }  # fmt: skip


def test_progress_increases_and_previews_are_png(server: FakeImageServer) -> None:
    seen: list[Progress] = []

    def step(progress: Progress) -> None:
        seen.append(progress)
        server.run(1)

    server.run(1)
    (image,) = engine_for(server).generate(REQUEST, step, lambda: False)
    assert image.width == 64
    assert [(update.step, update.steps) for update in seen[:3]] == [(1, 4), (2, 4), (3, 4)]
    assert all(update.preview is not None and update.preview().startswith(b"\x89PNG") for update in seen)


@pytest.mark.parametrize("tells_task", [True, False])
def test_cancelling_interrupts_the_server_and_discards_its_image(tells_task: bool) -> None:
    with running(webui(tells_task=tells_task)) as server:
        with pytest.raises(Cancelled):
            list(engine_for(server).generate(REQUEST, never, server.busy.is_set))
        assert server.bodies("/sdapi/v1/interrupt") == [{}]
        assert server.state["job_count"] == 0


def test_cancelling_a_queued_request_does_not_interrupt_another_clients(server: FakeImageServer) -> None:
    others: list[EngineImage] = []
    other = threading.Thread(target=lambda: others.append(generate(engine_for(server))))
    other.start()
    assert server.busy.wait(10)
    both_requested = lambda: len(server.bodies("/sdapi/v1/txt2img")) == 2  # noqa: E731
    seen: list[Progress] = []
    with pytest.raises(Cancelled):
        list(engine_for(server).generate(REQUEST, seen.append, both_requested))
    assert server.bodies("/sdapi/v1/interrupt") == []
    assert seen == []
    server.run(8)
    other.join()
    assert len(others) == 1


def test_a_server_without_progress_still_generates() -> None:
    with running(webui(has_progress=False)) as server:
        looked = threading.Event()

        def waited() -> bool:
            if server.bodies("/sdapi/v1/progress"):
                looked.set()
                server.run(4)
            return False

        (image,) = engine_for(server).generate(REQUEST, never, waited)
        assert image.seed == REQUEST.seed
        assert looked.is_set()
        assert len(server.bodies("/sdapi/v1/progress")) == 1


def test_a_name_and_password_in_the_url_are_sent_as_basic_authorization() -> None:
    with running(webui()) as server:
        server.authorization = "Basic YWRhOnA6ZQ=="
        server.run(4)
        assert generate(SdApi(server.url.replace("//", "//ada:p%3Ae@"))).width == 64
        with pytest.raises(EngineError, match="rejected the credentials") as refused:
            generate(SdApi(server.url))
        assert (refused.value.code, refused.value.retryable) == ("server_credentials", False)


def answers(status: int, value: Any) -> dict[str, Any]:
    return {"/sdapi/v1/txt2img": lambda _: (status, value)}


OUT_OF_MEMORY = {"error": "OutOfMemoryError", "detail": "", "body": "", "errors": "CUDA out of memory. Tried to …"}


@pytest.mark.parametrize(
    ("status", "value", "code", "retryable"),
    [
        (422, {"detail": "Sampler not found"}, "server_refused", False),
        (500, {"error": "RuntimeError", "detail": "", "errors": "boom"}, "server_failed", True),
        (500, OUT_OF_MEMORY, "out_of_memory", False),
        (503, b"<html>down</html>", "server_failed", True),
        (429, {}, "server_failed", True),
        (302, {}, "server_refused", False),
        (200, b"<html>hello</html>", "bad_answer", False),
        (200, b"[" * 200_000, "bad_answer", False),
        (200, {"images": []}, "bad_answer", False),
        (200, ["picture"], "bad_answer", False),
        (200, {"images": ["not base64!"]}, "bad_answer", False),
        (200, {"images": ["aGVsbG8="]}, "bad_answer", False),
        (200, {"images": [7]}, "bad_answer", False),
        (200, {"images": [encoded((0, 0, 0), (8193, 1))]}, "bad_answer", False),
    ],
)
def test_every_failed_response_has_an_error_code(status: int, value: Any, code: str, retryable: bool) -> None:
    with running(FakeImageServer(routes=answers(status, value))) as server:
        with pytest.raises(EngineError) as failed:
            generate(engine_for(server))
        assert (failed.value.code, failed.value.retryable) == (code, retryable)
        assert server.url.removeprefix("http://") not in str(failed.value)


def test_the_servers_message_is_reported_on_one_short_line() -> None:
    with running(FakeImageServer(routes=answers(422, {"detail": "bad\r\nsampler\x00 " + "x" * 500}))) as server:
        with pytest.raises(
            EngineError, match=r"^The image server refused the request \(422\): bad sampler x+$"
        ) as refused:
            generate(engine_for(server))
        assert len(str(refused.value)) < 260


@pytest.mark.parametrize("info", [None, "", "no JSON", "[]", '{"seed": -1}', '{"seed": "7"}'])
def test_without_info_the_requested_seed_is_assumed(info: str | None) -> None:
    value = {"images": ["data:image/png;base64," + encoded((9, 9, 9), (16, 24))], "info": info}
    with running(FakeImageServer(routes=answers(200, value))) as server:
        image = generate(engine_for(server))
    assert (image.seed, image.model, image.width, image.height) == (REQUEST.seed, None, 16, 24)


def test_an_unreachable_server_is_unhealthy_and_its_jobs_are_retryable() -> None:
    with running(webui()) as server:
        url = server.url
        assert SdApi(url).health().ok
    unreachable = SdApi(url)
    assert not unreachable.health().ok
    assert "does not answer" in unreachable.health().hint
    with pytest.raises(EngineError) as failed:
        generate(unreachable)
    assert (failed.value.code, failed.value.retryable) == ("server_unreachable", True)


def test_an_immediately_cancelled_request_is_never_sent(server: FakeImageServer) -> None:
    with pytest.raises(Cancelled):
        list(engine_for(server).generate(REQUEST, never, lambda: True))
    assert server.requests == []
