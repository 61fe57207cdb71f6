"""Servers that speak ``/sdapi/v1``: AUTOMATIC1111, Forge, SD.Next, stable-diffusion.cpp."""

from __future__ import annotations

import base64
import contextlib
import functools
import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from platemark.engines import pictures
from platemark.engines.base import (
    Cancelled,
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
    Tag,
)
from platemark.engines.remote import answers
from platemark.engines.remote.calls import Call, Service

LOOK_SECONDS = 0.5
"""Between two looks at how far the server is."""
INTERROGATE = "/sdapi/v1/interrogate"
LONGEST_SIDE = 1024
SMALL_CALL_SECONDS = 10.0
STOP_SECONDS = 30.0
"""For the server to give back the picture that it was told to stop, so that it is free for the next."""


class SdApi:
    """Pictures from a server at ``url``, which may hold a name and password. The server chooses the model.

    A server has one progress and one interrupt for all: it is no one else's while it works for us.
    """

    name = "sdapi"
    version = "1"

    def __init__(self, url: str, *, look_seconds: float = LOOK_SECONDS) -> None:
        self._service = Service(url)
        self._look_seconds = look_seconds

    def capabilities(self) -> Capabilities:
        """What such servers share; adapters lie on the server, where the studio cannot bring any."""
        return Capabilities(
            kinds=frozenset({"generate", "caption"}),
            trains=False,
            previews=True,
            deterministic=False,
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset(),
            min_side=64,
            max_side=2048,
            side_multiple=8,
            max_steps=150,
        )

    def health(self) -> Health:
        """Whether the server listens."""
        return self._service.health()

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """One picture. What the server gives back after it was interrupted is half a picture, and dropped."""
        if should_cancel():
            raise Cancelled
        task = f"platemark-{uuid4().hex}"
        call = self._service.call("POST", "/sdapi/v1/txt2img", _asked(request, task))
        looks = _Looks(self._service, task, on_progress)
        while not call.done(self._look_seconds):
            if should_cancel():
                self._stop(call, looks)
                raise Cancelled
            looks.look()
        if should_cancel():
            raise Cancelled
        yield self._image(call.answer(), request)

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """What the server's interrogators say: CLIP's for the sentence, DeepDanbooru for tags. Cancelling hangs up."""
        picture = base64.b64encode(pictures.as_jpeg(request.path, LONGEST_SIDE)).decode()
        text = self._interrogated(picture, "clip", should_cancel)
        tags = self._interrogated(picture, "deepdanbooru", should_cancel) if request.tags else ""
        return Caption(
            text=text,
            tags=tuple(Tag(word) for word in map(_unescaped, tags.split(",")) if word),
            engine=self.name,
            engine_version=self.version,
            model="clip, deepdanbooru" if request.tags else "clip",
        )

    def _interrogated(self, picture: str, model: str, should_cancel: ShouldCancel) -> str:
        answer = self._service.ask_patiently(INTERROGATE, {"image": picture, "model": model}, should_cancel)
        said = answer.get("caption") if isinstance(answer, dict) else None
        if not isinstance(said, str):
            raise EngineError("bad_answer", "The picture server sent no caption; is it another kind of server?")
        if said.endswith("<error>"):  # so it says that it failed on the way
            message = f"The picture server could not describe the picture with {model}."
            raise EngineError("server_failed", message, retryable=True, hint="Its log says why.")
        return said

    def _stop(self, call: Call, looks: _Looks) -> None:
        """Stop the server, unless it is known to be at another's picture: ours then waits there for nobody."""
        looks.look()
        if not looks.anothers:
            with contextlib.suppress(EngineError):
                self._service.ask("POST", "/sdapi/v1/interrupt", {}, seconds=SMALL_CALL_SECONDS)
                call.done(STOP_SECONDS)
        call.give_up()

    def _image(self, answer: Any, request: GenerateRequest) -> EngineImage:
        images = answer.get("images") if isinstance(answer, dict) else None
        found = answers.picture(images[0] if isinstance(images, list) and images else None)
        info = _info(answer)
        seed = info.get("seed")
        facts = {name: info[name] for name in ("sampler_name", "version") if isinstance(info.get(name), str)}
        return EngineImage(
            data=found.data,
            media_type=found.media_type,
            width=found.width,
            height=found.height,
            seed=seed if isinstance(seed, int) and seed >= 0 else request.seed,
            engine=self.name,
            engine_version=self.version,
            model=_model(info),
            parameters={"steps": request.steps, "guidance_scale": request.guidance_scale, **facts},
        )


class _Looks:
    """Looks at the server's progress, until it shows that it has none to show."""

    def __init__(self, service: Service, task: str, on_progress: OnProgress) -> None:
        self._service = service
        self._task = task
        self._on_progress = on_progress
        self._told = 0
        self._has_progress = True
        self.anothers = False
        """Whether the server was at another's picture when last seen; servers that do not tell are at ours."""

    def look(self) -> None:
        """Tell how far the server is, where that is new."""
        if not self._has_progress:
            return
        try:
            path = "/sdapi/v1/progress?skip_current_image=false"
            found = self._service.ask("GET", path, seconds=SMALL_CALL_SECONDS)
        except EngineError as error:
            self._has_progress = error.code != "server_refused"  # stable-diffusion.cpp knows no such path
            return
        if isinstance(found, dict):
            self._tell(found)

    def _tell(self, found: dict[str, Any]) -> None:
        current = found.get("current_task")
        self.anothers = isinstance(current, str) and current != self._task
        state = found.get("state")
        step, steps = (state.get(name) for name in ("sampling_step", "sampling_steps")) if state else (None, None)
        if self.anothers or not isinstance(step, int) or not isinstance(steps, int) or not self._told < step <= steps:
            return
        self._told = step
        preview = found.get("current_image")
        make = functools.partial(answers.as_png, preview) if isinstance(preview, str) and preview else None
        self._on_progress(Progress(step, steps, make))


def _asked(request: GenerateRequest, task: str) -> dict[str, Any]:
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
        "force_task_id": task,
    }


def _unescaped(tag: str) -> str:
    """A tag without the signs that keep its brackets from being read as weights."""
    return tag.replace("\\(", "(").replace("\\)", ")").strip()


def _info(answer: dict[str, Any]) -> dict[str, Any]:
    """What the server tells of the picture: JSON in JSON; nothing where it tells nothing."""
    try:
        info = json.loads(answer.get("info") or "{}")
    except (TypeError, ValueError):
        return {}
    return info if isinstance(info, dict) else {}


def _model(info: dict[str, Any]) -> str | None:
    words = [
        info[name] for name in ("sd_model_name", "sd_model_hash") if isinstance(info.get(name), str) and info[name]
    ]
    return " ".join(words)[:200] or None
