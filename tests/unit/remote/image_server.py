"""Fake image servers on loopback that behave like the real ones: responses, errors, progress and interrupts."""

from __future__ import annotations

import base64
import io
import json
import re
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PIL import Image

Answer = tuple[int, Any]
INK_DIGEST = "0123abcd" + "5" * 56
"""Of the model ``ink`` of ``webui``."""


def encoded(colour: tuple[int, int, int], size: tuple[int, int], kind: str = "PNG") -> str:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


@dataclass
class FakeImageServer:
    """Generates one picture at a time, like a graphics card. Each step waits for ``tick``: the test sets the pace."""

    url: str = ""
    routes: dict[str, Callable[[Any], Answer]] = field(default_factory=dict)
    authorization: str = ""
    requests: list[tuple[str, Any, dict[str, str]]] = field(default_factory=list)
    card: threading.Lock = field(default_factory=threading.Lock)
    tick: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    busy: threading.Event = field(default_factory=threading.Event)
    interrupted: threading.Event = field(default_factory=threading.Event)
    state: dict[str, Any] = field(default_factory=lambda: {"sampling_step": 0, "sampling_steps": 0, "job_count": 0})
    task: str | None = None
    preview: str | None = None
    closing: bool = False

    def bodies(self, path: str) -> list[Any]:
        return [body for requested, body, _ in self.requests if requested == path]

    def run(self, steps: int) -> None:
        """Release the next ``steps`` steps."""
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
        fake = self.server.fake
        path = self.path.partition("?")[0]
        fake.requests.append((path, body, dict(self.headers)))
        if fake.authorization and self.headers["Authorization"] != fake.authorization:
            return self._say(401, {"detail": "Incorrect username or password"})
        route = fake.routes.get(path)
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
    fake: FakeImageServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore that the client closed the connection."""


@contextmanager
def running(fake: FakeImageServer) -> Iterator[FakeImageServer]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.fake = fake
        fake.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield fake
        finally:
            fake.closing = True
            fake.run(1000)
            server.shutdown()
            thread.join()


@contextmanager
def answering(response: bytes, *, hangs: bool = False) -> Iterator[str]:
    """A server that sends these bytes to each request, well-formed or not, and closes; or keeps the connection."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            length = 0
            while (line := self.rfile.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            self.rfile.read(length)
            self.wfile.write(response)
            if hangs:
                self.rfile.read(1)  # until the client goes
            elif not response:
                self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def webui(*, tells_task: bool = True, has_progress: bool = True) -> FakeImageServer:
    """A server like AUTOMATIC1111: steps, a live preview, one progress and one interrupt for all clients."""
    fake = FakeImageServer()

    def txt2img(body: Any) -> Answer:
        if body["steps"] > 150:
            return 422, {"detail": "steps are too many"}
        with fake.card:
            return work(body)

    def work(body: Any) -> Answer:
        fake.interrupted.clear()
        fake.task = body["force_task_id"] if tells_task else None
        fake.state.update(sampling_steps=body["steps"], sampling_step=0, job_count=1)
        fake.busy.set()
        size = (body["width"], body["height"])
        for step in range(1, body["steps"] + 1):
            fake.tick.acquire()
            if fake.interrupted.is_set() or fake.closing:
                break
            fake.preview = encoded((step, 0, 0), (8, 8), "JPEG")
            fake.state["sampling_step"] = step
        model = body.get("override_settings", {}).get("sd_model_checkpoint", "tiny")
        info = {
            "seed": body["seed"], "sd_model_name": model, "sd_model_hash": "0123abcd", "sampler_name": "Euler a",
            "version": "v1.10.1", "all_seeds": [body["seed"]],
        }  # fmt: skip
        fake.state.update(job_count=0, sampling_step=0)
        fake.task, fake.preview = None, None
        picture = encoded((body["seed"] % 256, 0, 0), size)
        return 200, {"images": [picture], "parameters": body, "info": json.dumps(info)}

    def progress(_: Any) -> Answer:
        answer = {"progress": 0.1, "eta_relative": 1.0, "state": dict(fake.state), "current_image": fake.preview}
        return 200, {**answer, **({"current_task": fake.task} if tells_task else {})}

    def interrupt(_: Any) -> Answer:
        fake.interrupted.set()
        fake.tick.release()
        return 200, {}

    models = [
        {"title": "tiny.safetensors [0123abcd]", "model_name": "tiny", "hash": "0123abcd", "sha256": None},
        {"title": "ink.safetensors [0123abcd]", "model_name": "ink", "hash": "0123abcd", "sha256": INK_DIGEST},
    ]
    fake.routes = {
        "/sdapi/v1/txt2img": txt2img,
        "/sdapi/v1/interrupt": interrupt,
        "/sdapi/v1/sd-models": lambda _: (200, models),
    }
    if has_progress:
        fake.routes["/sdapi/v1/progress"] = progress
    return fake


def decode_picture(text: str) -> tuple[tuple[int, int], tuple[int, ...]]:
    """The size of a picture in base64, and its first pixel."""
    with Image.open(io.BytesIO(base64.b64decode(text, validate=True))) as picture:
        return picture.size, tuple(picture.convert("RGB").tobytes()[:3])


def colour_name(pixel: tuple[int, ...]) -> str:
    return "red" if pixel[0] > 150 > pixel[2] else "blue" if pixel[2] > 150 > pixel[0] else "grey"


def interrogator(*, broken: bool = False) -> FakeImageServer:
    """A server like AUTOMATIC1111 that captions: CLIP returns a sentence, DeepDanbooru escaped tags."""
    fake = FakeImageServer()

    def interrogate(body: Any) -> Answer:
        if not body.get("image"):
            return 404, {"detail": "Image not found"}
        if body.get("model", "clip") not in ("clip", "deepdanbooru"):
            return 404, {"detail": "Model not found"}
        try:
            _, pixel = decode_picture(body["image"].partition(",")[2] or body["image"])
        except (OSError, ValueError):
            return 500, {"detail": "Invalid encoded image"}
        fake.busy.set()
        fake.tick.acquire()
        if body.get("model") == "deepdanbooru":
            return 200, {"caption": f"{colour_name(pixel)}, no humans, plate \\(object\\)"}
        text = f"a {colour_name(pixel)} plate, by Ada Proof, trending"
        return 200, {"caption": f"{text}<error>" if broken else text}

    fake.routes = {"/sdapi/v1/interrogate": interrogate}
    return fake


def chat_api(
    *, model: str = "eye", sets_temperature: bool = True, thinks: bool = False, parts: bool = False
) -> FakeImageServer:
    """A server like OpenAI with a vision model: pictures arrive as data URIs, responses are choices."""
    fake = FakeImageServer()

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
        _, pixel = decode_picture(data)
        fake.busy.set()
        fake.tick.acquire()
        if colour_name(pixel) == "grey":
            message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": "I can't help with that."}
            return 200, {"model": model, "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
        text = f"A {colour_name(pixel)} plate on a wall."
        if "Tags:" in words["text"]:
            text += f"\n\n**Tags:** {colour_name(pixel)}, Plate, plate, wall art."
        if thinks:
            text = f"<think>It is {colour_name(pixel)}.\nTags: nonsense</think>\n{text}"
        content = [{"type": "text", "text": text}] if parts else text
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return 200, {"id": "chatcmpl-1", "object": "chat.completion", "model": f"{model}-2026", "choices": [choice]}

    fake.routes = {"/v1/chat/completions": completions}
    return fake


def images_api(*, models: tuple[str, ...] = ("tiny",), knows_response_format: bool = True) -> FakeImageServer:
    """A server like OpenAI: errors are objects, unknown parameters are refused."""
    fake = FakeImageServer()
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
        fake.busy.set()
        fake.tick.acquire()
        picture = encoded((1, 2, 3), (int(size[1]), int(size[2])), "WEBP")
        if knows_response_format and body.get("response_format") != "b64_json":
            return 200, {"created": 1, "data": [{"url": "http://127.0.0.1:1/picture"}]}
        return 200, {"created": 1, "data": [{"b64_json": picture}]}

    fake.routes = {"/v1/images/generations": generations}
    return fake
