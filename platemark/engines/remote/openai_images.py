"""Servers that speak ``/v1/images/generations``, as OpenAI made it known: LocalAI, stable-diffusion.cpp, and many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from platemark.engines.base import (
    Capabilities,
    Caption,
    CaptionRequest,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    OnProgress,
    Progress,
    ShouldCancel,
)
from platemark.engines.remote import answers, chat
from platemark.engines.remote.calls import Service

PATH = "/v1/images/generations"


class OpenAiImages:
    """Pictures from a server at ``url`` (with or without ``/v1`` at its end), by ``model``, with ``key``.

    Words and a size are all that it takes. Where a ``captions_model`` is named, that one describes pictures.
    """

    name = "openai_images"
    version = "1"

    def __init__(self, url: str, *, model: str = "", key: str = "", captions_model: str = "") -> None:
        self._service = Service(url.rstrip("/").removesuffix("/v1"), key=key)
        self._model = model
        self._captions_model = captions_model

    def capabilities(self) -> Capabilities:
        """No negative prompt, guidance, steps, seed or adapters; which sizes, the server says by refusing others."""
        return Capabilities(
            kinds=frozenset({"generate", "caption"} if self._captions_model else {"generate"}),
            trains=False,
            previews=False,
            deterministic=False,
            negative_prompt=False,
            guidance_scale=False,
            steps=False,
            seed=False,
            adapter_formats=frozenset(),
            min_side=64,
            max_side=4096,
            side_multiple=1,
            max_steps=100,
        )

    def health(self) -> Health:
        """Whether the server listens."""
        return self._service.health()

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """One picture. Cancelling hangs up; whether the server goes on for itself is its own affair."""
        asked = {"prompt": request.prompt, "n": 1, "size": f"{request.width}x{request.height}"}
        if self._model:
            asked["model"] = self._model
        try:
            answer = self._service.ask_patiently(PATH, {**asked, "response_format": "b64_json"}, should_cancel)
        except EngineError as error:
            if error.code != "server_refused" or "response_format" not in str(error):
                raise
            # newer models send nothing else, and refuse to be asked for it
            answer = self._service.ask_patiently(PATH, asked, should_cancel)
        found = _picture(answer)
        on_progress(Progress(1, 1))
        yield EngineImage(
            data=found.data,
            media_type=found.media_type,
            width=found.width,
            height=found.height,
            seed=request.seed,
            engine=self.name,
            engine_version=self.version,
            model=self._model or None,
            parameters={"seed_heeded": False},
        )

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """What the captions model says of the picture. Cancelling hangs up."""
        said = chat.ask(self._service, self._captions_model, request, should_cancel)
        return Caption(text=said.text, tags=said.tags, model=said.model, engine=self.name, engine_version=self.version)


def _picture(answer: Any) -> answers.Picture:
    data = answer.get("data") if isinstance(answer, dict) else None
    first = data[0] if isinstance(data, list) and data else None
    return answers.picture(first.get("b64_json") if isinstance(first, dict) else None)
