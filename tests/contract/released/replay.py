"""Replays a recording against a studio of today: what was accepted is accepted, what was shown is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.bundle import escape
from codegen.compat.comparable import Comparable
from codegen.compat.validators import validator
from codegen.conformance import headers
from codegen.load import Json
from codegen.operations import routes
from codegen.types import resolve
from tests.contract.released.names import Bindings
from tests.contract.released.steps import STREAM, Answer, Callers, Step


class Reader:
    """Reads answers as a client of the released contract does: openly."""

    def __init__(self, released: Json) -> None:
        self._released = released
        self._comparable = Comparable(released)
        self._responses = {route.id: route.node["responses"] for route in routes(released)}

    def known(self, operation_id: str, answer: Answer) -> Any:
        """The body of an answer without the events whose kind is not in the released contract: clients skip them."""
        if answer.media_type != STREAM or not isinstance(answer.body, list):
            return answer.body
        content = resolve(self._released, self._responses[operation_id]["200"])["content"]
        kinds = resolve(self._released, self._content_of(content[STREAM]["schema"]))["discriminator"]["mapping"]
        return [each for each in answer.body if each.get("data", {}).get("kind", "ready") in kinds]

    def faults(self, operation_id: str, answer: Answer) -> Iterator[str]:
        """What the released contract does not declare, or declares otherwise."""
        declared = self._responses.get(operation_id, {}).get(str(answer.status))
        if declared is None:
            yield f"{answer.status} is not declared"
            return
        yield from headers.faults(self._released, declared, answer.sent, self._fits)
        content = resolve(self._released, declared).get("content", {})
        if answer.media_type not in content and (content or answer.media_type):
            yield f"{answer.media_type or 'no content'} is not declared for {answer.status}"
        elif answer.media_type == STREAM:
            event = self._content_of(content[STREAM]["schema"])
            yield from (fault for each in answer.body for fault in self._invalid(event, each.get("data")))
        elif answer.body is not None:
            yield from self._invalid(content[answer.media_type]["schema"], answer.body)

    def _content_of(self, message: Json) -> Json:
        schema: Json = resolve(self._released, message)["properties"]["data"]["contentSchema"]
        return schema

    def _fits(self, schema: Json, value: Any) -> bool:
        return next(self._invalid(schema, value), None) is None

    def _invalid(self, schema: Json, value: Any) -> Iterator[str]:
        for error in validator(self._comparable.form(schema, opened=True)).iter_errors(value):
            yield f"{''.join(f'/{escape(step)}' for step in error.instance_path) or '/'}: {error.message}"[:300]


def replay(steps: list[Step], released: Json, callers: Callers) -> list[str]:
    """Make the requests of a recording in an empty studio; return what is not as it was, a line for each."""
    reader, bindings, faults = Reader(released), Bindings(), []
    for number, step in enumerate(steps, 1):
        place = f"{number}. {step.get('operation') or step['stage']}"
        try:
            request = bindings.fill({name: value for name, value in step.items() if name != "answer"})
        except KeyError as error:
            faults.append(f"{place}: no answer has shown {{{error.args[0]}}}")
            continue
        if "stage" in step:
            callers.stage(request["stage"], request["arguments"])
            continue
        answer = callers.send(request)
        faults += [
            f"{place}: {request['method']} {step['path']}: {fault}"
            for fault in _compare(step, answer, reader, bindings)
        ]
    return faults


def _compare(step: Step, answer: Answer, reader: Reader, bindings: Bindings) -> list[str]:
    was = step["answer"]
    if answer.status // 100 != was["status"] // 100:
        return [f"{answer.status} instead of {was['status']}: {answer.text[:300]}"]
    faults = [f"{name} is missing" for name in was.get("sent", ()) if name not in answer.sent]
    faults += reader.faults(step["operation"], answer)
    shown = {"body": reader.known(step["operation"], answer), **answer.headers}
    recorded = {name: value for name, value in was.items() if name in {"body", "ETag", "Location"}}
    learned = bindings.learn(recorded, shown)
    return faults or learned
