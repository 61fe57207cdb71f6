"""Records a walk: each request and its answer, in names that any other studio can fill in."""

from __future__ import annotations

import json
import re
from typing import Any

from codegen.conformance.headers import ANY_RESPONSE
from generated.operations import OPERATIONS
from tests.contract.released.names import Names
from tests.contract.released.steps import KEPT_HEADERS, Answer, Callers, Step
from tests.contract.released.walk import walk


class Recorder:
    """Makes the requests of a walk and keeps them; ``steps`` is the recording."""

    def __init__(self, callers: Callers) -> None:
        self._callers = callers
        self._names = Names()
        self.steps: list[Step] = []

    def call(self, operation_id: str, *path_values: str, **request: Any) -> Any:
        """Make a request, which must be accepted, and return the JSON of the answer."""
        return self.answer_of(operation_id, *path_values, **request).body

    def answer_of(self, operation_id: str, *path_values: str, **request: Any) -> Answer:
        """Make a request, which must be accepted, and return the answer."""
        operation, values = OPERATIONS[operation_id], iter(path_values)
        sent = {
            "method": operation.method,
            "path": re.sub(r"\{[^}]+\}", lambda _: next(values), operation.path),
            **request,
        }
        media_types = [media for media in operation.bodies if not media.startswith(("text/", "multipart/"))]
        if "json" in request:
            sent["headers"] = {"Content-Type": media_types[0], **request.get("headers", {})}
        named = self._names.request(sent)
        answer = self._callers.send(sent)
        assert answer.status < 400, f"{operation_id}: {answer.status} {answer.text}"
        shown = self._names.answer({"body": answer.body, **{name: answer.headers.get(name) for name in KEPT_HEADERS}})
        declared = sorted(answer.sent.keys() - ANY_RESPONSE)
        recorded = {"status": answer.status, "media_type": answer.media_type, **shown, "sent": declared}
        kept = {name: value for name, value in recorded.items() if value is not None}
        self.steps.append({"operation": operation_id, **named, "answer": kept})
        return answer

    def stage(self, name: str, *arguments: str) -> None:
        """Let happen what happens between requests."""
        self.steps.append({"stage": name, "arguments": self._names.request(list(arguments))})
        self._callers.stage(name, list(arguments))


def record(callers: Callers) -> list[Step]:
    """Walk through an empty studio and return the recording."""
    recorder = Recorder(callers)
    walk(recorder)
    return recorder.steps


def text_of(steps: list[Step]) -> str:
    """A recording as a file: a step on each line."""
    lines = (json.dumps(step, ensure_ascii=False, separators=(",", ":")) for step in steps)
    return "[\n" + ",\n".join(lines) + "\n]\n"
