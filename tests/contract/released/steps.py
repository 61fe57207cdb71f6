"""The steps of a walk, as they are recorded: requests with their answers, and stages in between."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.contract.released.stages import STAGES
from tests.serving import Live

Step = dict[str, Any]
SENT_HEADERS = ("Accept", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID", "Range",
                "X-CSRF-Token")  # fmt: skip
KEPT_HEADERS = ("ETag", "Location")
STREAM = "text/event-stream"


@dataclass(frozen=True)
class Answer:
    """What the server answers; ``body`` is the JSON of it, the messages of an event stream, else None.

    ``headers`` are those of which a recording keeps the values, ``sent`` all, by their names in lower case.
    """

    status: int
    media_type: str
    headers: dict[str, str]
    body: Any
    text: str
    sent: dict[str, str] = field(default_factory=dict)


class Callers:
    """The callers of a walk: an admin with a token, and a browser, which keeps its cookies."""

    def __init__(self, live: Live, clients: dict[str, httpx.Client]) -> None:
        self._live = live
        self._clients = clients

    def send(self, request: Step) -> Answer:
        """Send the request of a step, in which all names are filled in."""
        client = self._clients[request.get("caller", "admin")]
        options: dict[str, Any] = {"params": request.get("query"), "headers": request.get("headers")}
        if "file" in request:
            options["files"] = {"file": ("plate.png", base64.b64decode(request["file"]), "image/png")}
            options["data"] = request.get("form")
        elif "json" in request:
            options["content"] = json.dumps(request["json"])
        elif "text" in request:
            options["content"] = request["text"]
        with client.stream(request["method"], request["path"], **options) as response:
            media_type = response.headers.get("content-type", "")
            if media_type == STREAM:
                return _answer(response, media_type, list(_messages(response)), "")
            text = response.read().decode("utf-8", "replace")
            return _answer(response, media_type, response.json() if "json" in media_type else None, text)

    def stage(self, name: str, arguments: list[str]) -> None:
        """Let happen what happens between requests."""
        STAGES[name](self._live, *arguments)


def _answer(response: httpx.Response, media_type: str, body: Any, text: str) -> Answer:
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    return Answer(response.status_code, media_type, headers, body, text, dict(response.headers))


def _messages(response: httpx.Response) -> Iterator[Step]:
    """The messages of an event stream up to ``ready``."""
    fields: dict[str, Any] = {}
    for line in response.iter_lines():
        if line and not line.startswith((":", "retry")):
            name, _, value = line.partition(": ")
            fields["last_event_id" if name == "id" else name] = json.loads(value) if name == "data" else value
        elif fields:
            yield fields
            if fields.get("event") == "ready":
                return
            fields = {}


@contextmanager
def calling(live: Live) -> Iterator[Callers]:
    """The callers of a studio that is served."""
    with live.client(live.token("admin", "keeper"), checked=False) as admin, live.client(checked=False) as browser:
        yield Callers(live, {"admin": admin, "browser": browser})
