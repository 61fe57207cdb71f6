"""A remote engine in a worker's engine process, which reads its settings from the environment."""

from __future__ import annotations

import pytest

from platemark.jobs.requests import GenerateJob
from platemark.worker.engine_host import EngineHost
from platemark.worker.messages import (
    EnginesReady,
    GenerateImages,
    GenerationFinished,
    GenerationPreview,
    GenerationProgress,
    ImageFinished,
)
from tests.unit.remote.image_server import running, webui


def test_a_worker_generates_images_on_the_configured_server(monkeypatch: pytest.MonkeyPatch) -> None:
    with running(webui()) as server:
        monkeypatch.setenv("PLATEMARK_SDAPI_URL", server.url)
        monkeypatch.setenv("PLATEMARK_PREVIEW_SECONDS", "0.001")
        server.run(6)
        job = GenerateJob(prompt="a fox", engine="sdapi", width=64, height=64, steps=2, seed=8, count=3)
        host = EngineHost()
        host.start()
        try:
            assert host.receive() == EnginesReady(("press", "sdapi"), {"sdapi": 1})
            host.submit(GenerateImages("sdapi", job.payload()))
            messages = [host.receive()]
            while isinstance(messages[-1], GenerationProgress | GenerationPreview | ImageFinished):
                messages.append(host.receive())
        finally:
            host.kill()
        assert messages[-1] == GenerationFinished()
        assert [message.image.seed for message in messages if isinstance(message, ImageFinished)] == [8, 9, 10]
        previews = [message.picture for message in messages if isinstance(message, GenerationPreview)]
        assert {picture[8:12] for picture in previews} == {b"WEBP"}
        assert [body["seed"] for body in server.bodies("/sdapi/v1/txt2img")] == [8, 9, 10]
