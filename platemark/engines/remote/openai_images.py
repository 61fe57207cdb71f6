"""Engine for servers with ``/v1/images/generations``, the OpenAI protocol: LocalAI, stable-diffusion.cpp and others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from platemark.engines.base import (
    Capabilities,
    Caption,
    CaptionRequest,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    Model,
    OnProgress,
    Progress,
    ShouldCancel,
)
from platemark.engines.remote.answers import unexpected
from platemark.engines.remote.chat_captions import request_caption
from platemark.engines.remote.http_client import ServerClient
from platemark.engines.remote.image_decoding import NO_IMAGE, DecodedImage, decode_image, identify_image, is_cut

PATH = "/v1/images/generations"


class OpenAiImages:
    """Generates images on the server at ``url`` (with or without a trailing ``/v1``) with ``model`` and ``key``.

    The protocol takes a prompt and a size only. With a ``captions_model``, that model captions pictures.
    """

    name = "openai_images"
    version = "1"

    def __init__(
        self, url: str, *, model: str = "", key: str = "", captions_model: str = "", jobs_at_once: int = 1
    ) -> None:
        self._client = ServerClient(url.rstrip("/").removesuffix("/v1"), key=key)
        self._model = model
        self._captions_model = captions_model
        self._jobs_at_once = jobs_at_once

    def capabilities(self) -> Capabilities:
        """No negative prompt, guidance, steps, seed or adapters; the server refuses sizes it cannot make."""
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
            jobs_at_once=self._jobs_at_once,
            min_side=64,
            max_side=4096,
            side_multiple=1,
            max_steps=100,
        )

    def health(self) -> Health:
        """Whether the server accepts connections."""
        return self._client.health()

    def models(self) -> Sequence[Model]:
        """The configured model: the server's others are not for images only."""
        return (Model(name=self._model),) if self._model else ()

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Generate one image. Cancelling closes the connection; the server may continue on its own."""
        body = {"prompt": request.prompt, "n": 1, "size": f"{request.width}x{request.height}"}
        if self._model:
            body["model"] = self._model
        try:
            response = self._client.post_cancellable(PATH, {**body, "response_format": "b64_json"}, should_cancel)
        except EngineError as error:
            if error.code != "server_refused" or "response_format" not in str(error):
                raise
            # Newer models always send base64 and reject the parameter.
            response = self._client.post_cancellable(PATH, body, should_cancel)
        image = self._first_image(response, should_cancel)
        on_progress(Progress(1, 1))
        yield EngineImage(
            data=image.data,
            media_type=image.media_type,
            width=image.width,
            height=image.height,
            seed=request.seed,
            engine=self.name,
            engine_version=self.version,
            model=self._model or None,
            parameters={"seed_heeded": False},
        )

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Caption the picture with the captions model. Cancelling closes the connection."""
        caption = request_caption(self._client, self._captions_model, request, should_cancel)
        return Caption(
            text=caption.text,
            tags=caption.tags,
            model=caption.model,
            engine=self.name,
            engine_version=self.version,
        )

    def _first_image(self, response: Any, should_cancel: ShouldCancel) -> DecodedImage:
        """The image in the response, or at the URL on the same server that the response names."""
        data = response.get("data") if isinstance(response, dict) else None
        first = data[0] if isinstance(data, list) and data else None
        image, url = (first.get("b64_json"), first.get("url")) if isinstance(first, dict) else (None, None)
        if image:
            return decode_image(image)
        if not isinstance(url, str) or not url:
            raise unexpected(response, NO_IMAGE)
        return decode_image(url) if url[:5].lower() == "data:" else self._fetch(url, should_cancel)

    def _fetch(self, url: str, should_cancel: ShouldCancel) -> DecodedImage:
        data = self._client.fetch(url, should_cancel)
        image = identify_image(data)
        if is_cut(data):
            raise EngineError("server_unreachable", "The picture of the image server ends early.", retryable=True)
        return image
