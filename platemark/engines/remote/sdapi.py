"""Engine for servers with ``/sdapi/v1``: AUTOMATIC1111, Forge, SD.Next, stable-diffusion.cpp."""

from __future__ import annotations

import base64
import contextlib
import functools
import json
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from platemark.engines.base import (
    Cancelled,
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
    Tag,
)
from platemark.engines.model_choice import DIGEST
from platemark.engines.picture_loading import encode_jpeg
from platemark.engines.remote.answers import unexpected
from platemark.engines.remote.http_client import PendingRequest, ServerClient
from platemark.engines.remote.image_decoding import NO_IMAGE, decode_as_png, decode_image

POLL_SECONDS = 0.5
"""Interval between two requests for progress."""
INTERROGATE = "/sdapi/v1/interrogate"
MODELS = "/sdapi/v1/sd-models"
LONGEST_SIDE = 1024
SHORT_REQUEST_SECONDS = 10.0
INTERRUPT_SECONDS = 30.0
"""How long to wait for the server to return the interrupted image, so that it is free for the next job."""


class SdApi:
    """Generates images on the server at ``url``, which may contain a name and password.

    A request may name one of the server's checkpoints, which is used for that image only, or else the server chooses.

    Such a server has one progress and one interrupt for all its clients, so only one job at a time uses it.
    """

    name = "sdapi"
    version = "1"

    def __init__(self, url: str, *, poll_seconds: float = POLL_SECONDS) -> None:
        self._client = ServerClient(url)
        self._poll_seconds = poll_seconds

    def capabilities(self) -> Capabilities:
        """What these servers have in common; adapters live on the server, where the studio cannot put any."""
        return Capabilities(
            kinds=frozenset({"generate", "caption"}),
            trains=False,
            previews=True,
            deterministic=False,
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset(),
            jobs_at_once=1,
            loras_in_prompt=True,
            min_side=64,
            max_side=2048,
            side_multiple=8,
            max_steps=150,
        )

    def health(self) -> Health:
        """Whether the server accepts connections."""
        return self._client.health()

    def models(self) -> Sequence[Model]:
        """The server's checkpoints, with the digests that it has computed; none if it has no list of them."""
        try:
            listed = self._client.request("GET", MODELS, seconds=SHORT_REQUEST_SECONDS)
        except EngineError as error:
            if error.code == "server_refused":  # stable-diffusion.cpp has no such path
                return ()
            raise
        entries = [it for it in listed if isinstance(it, dict)] if isinstance(listed, list) else []
        named = [it for it in entries if isinstance(it.get("model_name"), str)]
        return [Model(name=it["model_name"], digest=_text(it, "sha256")) for it in named]

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Generate one image. The unfinished image that the server returns after an interrupt is discarded."""
        if should_cancel():
            raise Cancelled
        task_id = f"platemark-{uuid4().hex}"
        pending = self._client.start_request("POST", "/sdapi/v1/txt2img", _request_body(request, task_id))
        poll = _ProgressPoll(self._client, task_id, on_progress)
        while not pending.wait(self._poll_seconds):
            if should_cancel():
                self._interrupt(pending, poll)
                raise Cancelled
            poll.update()
        if should_cancel():
            raise Cancelled
        yield self._image(pending.result(), request)

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Caption with the server's interrogators: CLIP for the sentence, DeepDanbooru for tags.

        Cancelling closes the connection.
        """
        picture = base64.b64encode(encode_jpeg(request.path, LONGEST_SIDE)).decode()
        text = self._interrogate(picture, "clip", should_cancel)
        tags = self._interrogate(picture, "deepdanbooru", should_cancel) if request.tags else ""
        return Caption(
            text=text,
            tags=tuple(Tag(tag) for tag in map(_unescape, tags.split(",")) if tag),
            engine=self.name,
            engine_version=self.version,
            model="clip, deepdanbooru" if request.tags else "clip",
        )

    def _interrogate(self, picture: str, model: str, should_cancel: ShouldCancel) -> str:
        response = self._client.post_cancellable(INTERROGATE, {"image": picture, "model": model}, should_cancel)
        caption = response.get("caption") if isinstance(response, dict) else None
        if not isinstance(caption, str):
            raise unexpected(response, "The image server sent no caption; is it another kind of server?")
        if caption.endswith("<error>"):  # the server's way to report a failure in the middle
            message = f"The image server could not describe the picture with {model}."
            raise EngineError("server_failed", message, retryable=True, hint="Its log says why.")
        return caption

    def _interrupt(self, pending: PendingRequest, poll: _ProgressPoll) -> None:
        """Interrupt the server, unless it is known to work for another client: then ours is only queued there."""
        poll.update()
        if not poll.serves_another:
            with contextlib.suppress(EngineError):
                self._client.request("POST", "/sdapi/v1/interrupt", {}, seconds=SHORT_REQUEST_SECONDS)
                pending.wait(INTERRUPT_SECONDS)
        pending.abort()

    def _image(self, response: Any, request: GenerateRequest) -> EngineImage:
        images = response.get("images") if isinstance(response, dict) else None
        if not isinstance(images, list) or not images:
            raise unexpected(response, NO_IMAGE)
        image = decode_image(images[0])
        info = _generation_info(response)
        seed = info.get("seed")
        model = _model_of(info, request.model)
        facts = {name: info[name] for name in ("sampler_name", "version") if isinstance(info.get(name), str)}
        return EngineImage(
            data=image.data,
            media_type=image.media_type,
            width=image.width,
            height=image.height,
            seed=seed if isinstance(seed, int) and seed >= 0 else request.seed,
            engine=self.name,
            engine_version=self.version,
            model=model,
            parameters={"steps": request.steps, "guidance_scale": request.guidance_scale, **facts},
        )


class _ProgressPoll:
    """Polls the server's progress, until it turns out that the server reports none."""

    def __init__(self, client: ServerClient, task_id: str, on_progress: OnProgress) -> None:
        self._client = client
        self._task_id = task_id
        self._on_progress = on_progress
        self._reported_step = 0
        self._has_progress = True
        self.serves_another = False
        """Whether the server last reported another client's task; if it names no task, it is assumed to be ours."""

    def update(self) -> None:
        """Fetch the progress and report it if it is new."""
        if not self._has_progress:
            return
        try:
            path = "/sdapi/v1/progress?skip_current_image=false"
            progress = self._client.request("GET", path, seconds=SHORT_REQUEST_SECONDS)
        except EngineError as error:
            self._has_progress = error.code != "server_refused"  # stable-diffusion.cpp has no such path
            return
        if isinstance(progress, dict):
            self._report(progress)

    def _report(self, progress: dict[str, Any]) -> None:
        current = progress.get("current_task")
        self.serves_another = isinstance(current, str) and current != self._task_id
        state = progress.get("state")
        step, steps = (state.get(name) for name in ("sampling_step", "sampling_steps")) if state else (None, None)
        if self.serves_another or not isinstance(step, int) or not isinstance(steps, int):
            return
        if not self._reported_step < step <= steps:
            return
        self._reported_step = step
        preview = progress.get("current_image")
        render = functools.partial(decode_as_png, preview) if isinstance(preview, str) and preview else None
        self._on_progress(Progress(step, steps, render))


def _request_body(request: GenerateRequest, task_id: str) -> dict[str, Any]:
    return {
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt,
        "width": request.width,
        "height": request.height,
        "seed": request.seed,
        "steps": request.steps,
        "cfg_scale": request.guidance_scale,
        "batch_size": 1,
        "n_iter": 1,
        "send_images": True,
        "save_images": False,
        "force_task_id": task_id,
        **_model_override(request.model),
    }


def _model_override(model: str | None) -> dict[str, Any]:
    """The server restores its own checkpoint afterwards, so that later requests do not depend on this one."""
    return {} if model is None else {"override_settings": {"sd_model_checkpoint": model.partition(DIGEST)[0]}}


def _unescape(tag: str) -> str:
    """Remove the backslashes that keep brackets in a tag from being read as weights."""
    return tag.replace("\\(", "(").replace("\\)", ")").strip()


def _generation_info(response: dict[str, Any]) -> dict[str, Any]:
    """The facts about the image, which the server sends as JSON within JSON; empty if there are none."""
    try:
        info = json.loads(response.get("info") or "{}")
    except (TypeError, ValueError, RecursionError):
        return {}
    return info if isinstance(info, dict) else {}


def _model_of(info: dict[str, Any], requested: str | None) -> str | None:
    """The model of an image; EngineError if the server says that it used another one than requested."""
    if requested is None:
        return _model_name(info)
    name, _, digest = requested.partition(DIGEST)
    used, short_digest = _text(info, "sd_model_name"), _text(info, "sd_model_hash") or ""
    if (used and used != name) or (digest and not digest.startswith(short_digest)):
        message = "The image server used another model than the requested one."
        raise EngineError("model_changed", message, hint="List the models, and name another one.")
    return requested if digest else _model_name(info) or name


def _text(entry: dict[str, Any], name: str) -> str | None:
    value = entry.get(name)
    return value if isinstance(value, str) else None


def _model_name(info: dict[str, Any]) -> str | None:
    parts = [
        info[name] for name in ("sd_model_name", "sd_model_hash") if isinstance(info.get(name), str) and info[name]
    ]
    return " ".join(parts)[:200] or None
