"""Picture servers on loopback that behave as the real ones: how they answer, refuse, show progress and stop."""

from __future__ import annotations

import base64
import io
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PIL import Image

Answer = tuple[int, Any]


def encoded(colour: tuple[int, int, int], size: tuple[int, int], kind: str = "PNG") -> str:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


@dataclass
class PictureServer:
    """One picture at a time, as on a graphics card. Each step waits for ``tick``, so that a test decides the pace."""

    url: str = ""
    routes: dict[str, Callable[[Any], Answer]] = field(default_factory=dict)
    authorization: str = ""
    asked: list[tuple[str, Any, dict[str, str]]] = field(default_factory=list)
    card: threading.Lock = field(default_factory=threading.Lock)
    tick: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    at_work: threading.Event = field(default_factory=threading.Event)
    interrupted: threading.Event = field(default_factory=threading.Event)
    state: dict[str, Any] = field(default_factory=lambda: {"sampling_step": 0, "sampling_steps": 0, "job_count": 0})
    task: str | None = None
    preview: str | None = None
    closing: bool = False

    def bodies(self, path: str) -> list[Any]:
        return [body for asked, body, _ in self.asked if asked == path]

    def run(self, steps: int) -> None:
        """Let the next ``steps`` steps happen without further ado."""
        self.tick.release(steps)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None: ...  # noqa: A002

    def do_GET(self) -> None:
        self._serve(None)

    def do_POST(self) -> None:
        self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _serve(self, body: Any) -> None:
        desk = self.server.desk
        path = self.path.partition("?")[0]
        desk.asked.append((path, body, dict(self.headers)))
        if desk.authorization and self.headers["Authorization"] != desk.authorization:
            return self._say(401, {"detail": "Incorrect username or password"})
        route = desk.routes.get(path)
        return self._say(*(route(body) if route else (404, {"detail": "Not Found"})))

    def _say(self, status: int, value: Any) -> None:
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    desk: PictureServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The caller hung up; that is no error of ours."""


@contextmanager
def serving(desk: PictureServer) -> Iterator[PictureServer]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.desk = desk
        desk.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield desk
        finally:
            desk.closing = True
            desk.run(1000)
            server.shutdown()
            thread.join()


def webui(*, tells_task: bool = True, has_progress: bool = True) -> PictureServer:
    """A server as AUTOMATIC1111's: steps, a live preview, one progress and one interrupt for all."""
    desk = PictureServer()

    def txt2img(body: Any) -> Answer:
        if body["steps"] > 150:
            return 422, {"detail": "steps are too many"}
        with desk.card:
            return work(body)

    def work(body: Any) -> Answer:
        desk.interrupted.clear()
        desk.task = body["force_task_id"] if tells_task else None
        desk.state.update(sampling_steps=body["steps"], sampling_step=0, job_count=1)
        desk.at_work.set()
        size = (body["width"], body["height"])
        for step in range(1, body["steps"] + 1):
            desk.tick.acquire()
            if desk.interrupted.is_set() or desk.closing:
                break
            desk.preview = encoded((step, 0, 0), (8, 8), "JPEG")
            desk.state["sampling_step"] = step
        info = {
            "seed": body["seed"], "sd_model_name": "tiny", "sd_model_hash": "0123abcd", "sampler_name": "Euler a",
            "version": "v1.10.1", "all_seeds": [body["seed"]],
        }  # fmt: skip
        desk.state.update(job_count=0, sampling_step=0)
        desk.task, desk.preview = None, None
        picture = encoded((body["seed"] % 256, 0, 0), size)
        return 200, {"images": [picture], "parameters": body, "info": json.dumps(info)}

    def progress(_: Any) -> Answer:
        answer = {"progress": 0.1, "eta_relative": 1.0, "state": dict(desk.state), "current_image": desk.preview}
        return 200, {**answer, **({"current_task": desk.task} if tells_task else {})}

    def interrupt(_: Any) -> Answer:
        desk.interrupted.set()
        desk.tick.release()
        return 200, {}

    desk.routes = {"/sdapi/v1/txt2img": txt2img, "/sdapi/v1/interrupt": interrupt}
    if has_progress:
        desk.routes["/sdapi/v1/progress"] = progress
    return desk


def seen_by(text: str) -> tuple[tuple[int, int], tuple[int, ...]]:
    """The size of a picture in base64, and its first pixel, as a model would see it."""
    with Image.open(io.BytesIO(base64.b64decode(text, validate=True))) as picture:
        return picture.size, tuple(picture.convert("RGB").tobytes()[:3])


def named(pixel: tuple[int, ...]) -> str:
    return "red" if pixel[0] > 150 > pixel[2] else "blue" if pixel[2] > 150 > pixel[0] else "grey"


def interrogator(*, broken: bool = False) -> PictureServer:
    """A server as AUTOMATIC1111's that describes pictures: CLIP in a sentence, DeepDanbooru in escaped tags."""
    desk = PictureServer()

    def interrogate(body: Any) -> Answer:
        if not body.get("image"):
            return 404, {"detail": "Image not found"}
        if body.get("model", "clip") not in ("clip", "deepdanbooru"):
            return 404, {"detail": "Model not found"}
        try:
            _, pixel = seen_by(body["image"].partition(",")[2] or body["image"])
        except (OSError, ValueError):
            return 500, {"detail": "Invalid encoded image"}
        desk.at_work.set()
        desk.tick.acquire()
        if body.get("model") == "deepdanbooru":
            return 200, {"caption": f"{named(pixel)}, no humans, plate \\(object\\)"}
        text = f"a {named(pixel)} plate, by Ada Proof, trending"
        return 200, {"caption": f"{text}<error>" if broken else text}

    desk.routes = {"/sdapi/v1/interrogate": interrogate}
    return desk


def chat_api(
    *, model: str = "eye", sets_temperature: bool = True, thinks: bool = False, parts: bool = False
) -> PictureServer:
    """A server as OpenAI's whose model sees: pictures come as data URIs, answers as choices."""
    desk = PictureServer()

    def refuse(message: str) -> Answer:
        return 400, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}

    def completions(body: Any) -> Answer:
        if body.get("model") != model:
            return 404, {"error": {"message": f"The model '{body.get('model')}' does not exist."}}
        if "temperature" in body and not sets_temperature:
            return refuse("Unsupported value: 'temperature' does not support 0 with this model.")
        words, picture = body["messages"][0]["content"]
        head, _, data = picture["image_url"]["url"].partition(",")
        if head != "data:image/jpeg;base64":
            return refuse("You uploaded an unsupported image.")
        _, pixel = seen_by(data)
        desk.at_work.set()
        desk.tick.acquire()
        if named(pixel) == "grey":
            message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": "I can't help with that."}
            return 200, {"model": model, "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
        text = f"A {named(pixel)} plate on a wall."
        if "Tags:" in words["text"]:
            text += f"\n\n**Tags:** {named(pixel)}, Plate, plate, wall art."
        if thinks:
            text = f"<think>It is {named(pixel)}.\nTags: nonsense</think>\n{text}"
        content = [{"type": "text", "text": text}] if parts else text
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return 200, {"id": "chatcmpl-1", "object": "chat.completion", "model": f"{model}-2026", "choices": [choice]}

    desk.routes = {"/v1/chat/completions": completions}
    return desk


def images_api(*, models: tuple[str, ...] = ("tiny",), knows_response_format: bool = True) -> PictureServer:
    """A server as OpenAI's: errors are objects, unknown parameters are refused."""
    desk = PictureServer()
    known = {"model", "prompt", "n", "size", *(["response_format"] if knows_response_format else [])}

    def refuse(message: str) -> Answer:
        return 400, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}

    def generations(body: Any) -> Answer:
        for name in body:
            if name not in known:
                return refuse(f"Unknown parameter: '{name}'.")
        if body.get("model") not in models:
            return refuse("The model does not exist.")
        size = re.fullmatch(r"(\d+)x(\d+)", body["size"])
        if size is None or int(size[1]) > 1024:
            return refuse(f"Invalid size '{body['size']}'.")
        desk.at_work.set()
        desk.tick.acquire()
        picture = encoded((1, 2, 3), (int(size[1]), int(size[2])), "WEBP")
        if knows_response_format and body.get("response_format") != "b64_json":
            return 200, {"created": 1, "data": [{"url": "http://127.0.0.1:1/picture"}]}
        return 200, {"created": 1, "data": [{"b64_json": picture}]}

    desk.routes = {"/v1/images/generations": generations}
    return desk
