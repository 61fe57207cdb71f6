"""The parts of `make referees` that need no tool of npm: what is recorded, how Prism is asked, what its words count."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from platemark.http.app import Application
from tests.populate import png
from tests.referees.arguments import ARGUMENTS
from tests.referees.damage import damaged_answers, damaged_requests, places, with_fault
from tests.referees.exchanges import Exchange, read_exchanges, write_exchange
from tests.referees.prism import Prism, Replayer, Verdict, faults, replaying
from tests.referees.recording import BEGINNING, Call, Message, Receive, Send, recorded
from tests.referees.remarks import Argument, Hearing, hear, remarks_on, settle
from tests.serving import Live

JSON = [("Content-Type", "application/json")]
SCOPE = {
    "type": "http",
    "method": "PUT",
    "raw_path": b"/a%20b",
    "query_string": b"q=\xff",
    "headers": [(b"A", b"\xe9")],
}
STUB = [sys.executable, str(Path(__file__).parent / "stub_prism.py")]


def test_an_upload_is_recorded_byte_for_byte(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: Queue[Exchange] = Queue()
    monkeypatch.setattr(Application, "__call__", recorded(Application.__call__, kept.put))
    with live.client(live.token("editor")) as client:
        files = {"file": ("a.png", png((1, 2, 3)), "image/png")}
        request = client.build_request("POST", "/images", files=files, data={"title": "é"})
        sent = request.read()
        created = client.send(request)
    upload = kept.get(timeout=30)
    assert (upload.method, upload.target, upload.sent) == ("POST", "/api/v1/images", sent)
    assert (upload.status, upload.body) == (201, created.content)
    assert dict(upload.headers)["location"] == created.headers["location"]
    assert test_an_upload_is_recorded_byte_for_byte.__name__ in upload.test


async def served(application: Call, receive: Receive, send: Send) -> None:
    await application(None, SCOPE, receive, send)


def kept_of(messages: list[Message], requests: list[bytes]) -> list[Exchange]:
    """What is recorded of an application that reads all `requests`, sends `messages` and breaks off."""
    kept: list[Exchange] = []
    arriving = iter(requests)

    async def application(_: Any, scope: Message, receive: Receive, send: Send) -> None:
        for _request in requests:
            await receive()
        for message in messages:
            await send(message)
        raise ConnectionError

    async def receive() -> Message:
        return {"type": "http.request", "body": next(arriving), "more_body": True}

    async def send(_: Message) -> None:
        """Go on."""

    with pytest.raises(ConnectionError):
        asyncio.run(served(recorded(application, kept.append), receive, send))
    return kept


def start(media: bytes) -> Message:
    return {"type": "http.response.start", "status": 299, "headers": [(b"content-type", media)]}


def chunk(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}


def test_an_exchange_has_all_that_was_sent_and_answered() -> None:
    (kept,) = kept_of([start(b"application/json"), chunk(b"[1,"), chunk(b"2]")], [b"a", b"b"])
    assert kept == replace(
        Exchange(
            "", "PUT", "/a%20b?q=\xff", [("A", "\xe9")], b"ab", 299, [("content-type", "application/json")], b"[1,2]"
        ),
        test=kept.test,
    )


@pytest.mark.parametrize(
    ("media", "size"), [(b"application/problem+json", 3 * (BEGINNING - 1)), (b"image/png", BEGINNING)]
)
def test_only_json_is_recorded_whole(media: bytes, size: int) -> None:
    (kept,) = kept_of([start(media), *[chunk(b"7" * (BEGINNING - 1))] * 3], [])
    assert len(kept.body) == size


def test_an_answer_that_breaks_off_is_recorded_and_a_request_without_answer_is_not() -> None:
    assert kept_of([], [b"a"]) == []
    assert [each.body for each in kept_of([start(b"text/event-stream"), chunk(b"data: 1")], [])] == [b"data: 1"]


def test_exchanges_are_read_as_they_were_written(tmp_path: Path) -> None:
    exchange = Exchange("t", "POST", "/a?b", JSON, b"\0\xff", 201, [("ETag", '"1"'), ("ETag", "\xe9")], b"\x80")
    path = tmp_path / "exchanges.jsonl"
    path.write_text(write_exchange(exchange) + write_exchange(replace(exchange, status=204)), "utf-8")
    assert list(read_exchanges(path)) == [exchange, replace(exchange, status=204)]


FAULT = '{"location":["%s","body","0"],"severity":"Error","code":"type","message":"is wrong"}'
SIDES = f"[{FAULT % 'request'},{FAULT % 'response'}]"


def test_what_prism_says_is_told_apart_by_side() -> None:
    assert faults("") == ((), ())
    assert faults(SIDES) == (("request.body.0: is wrong",), ("response.body.0: is wrong",))


def test_a_fault_that_prism_leaves_out_is_a_fault_of_the_answer() -> None:
    cut = f"Too many violations! {SIDES}"[:-20]
    assert faults(cut) == (("request.body.0: is wrong",), ("cut: Prism says no more",))


@pytest.fixture
def replayer() -> Iterator[Replayer]:
    with replaying() as server:
        yield server


@pytest.fixture
def prism(replayer: Replayer, tmp_path: Path) -> Iterator[Prism]:
    contract = tmp_path / "contract.json"
    contract.write_text(json.dumps({"wrong": SIDES}))
    with Prism(STUB, contract, replayer.url, tmp_path / "prism.log") as started:
        yield started


def post(path: str, name: str) -> Exchange:
    sent_headers = [("content-length", "2"), ("transfer-encoding", "chunked"), ("a", "b")]
    return Exchange("t", "POST", f"/api/v1{path}", sent_headers, b"{}", 201, [("X-Answer", name), *JSON], b"[]")


def test_prism_judges_the_recorded_answer(prism: Prism, replayer: Replayer) -> None:
    assert prism.judge(replayer, post("/albums", "fine")) == Verdict()
    assert prism.judge(replayer, post("/albums", "wrong")) == Verdict(*faults(SIDES))


def test_prism_may_stop_or_end_and_judges_the_next_exchange(prism: Prism, replayer: Replayer) -> None:
    assert prism.judge(replayer, post("/stop", "fine")) == Verdict(stopped="400 no JSON")
    assert prism.judge(replayer, post("/end", "fine")) == Verdict(stopped="ended")
    assert prism.judge(replayer, post("/albums", "wrong")) == Verdict(*faults(SIDES))


PROBLEM = b'{"code": "does_not_fit", "errors": [{"code": "type"}, {"code": "enum"}, {"code": "type"}]}'
REMARKS = [
    ("they agree that it fits", 200, Verdict(), []),
    ("they agree that it does not", 400, Verdict(request=("bad",)), []),
    ("it cannot be found by others", 404, Verdict(), []),
    ("an answer", 404, Verdict(answer=("a", "b")), ["answer make 404: a", "answer make 404: b"]),
    ("accepted", 201, Verdict(request=("bad",)), ["accepted make 201: bad"]),
    ("refused", 400, Verdict(), ["refused make 400: does_not_fit enum type"]),
    ("stopped", 200, Verdict(stopped="ended"), ["stopped make 200: ended"]),
]


@pytest.mark.parametrize(
    ("status", "verdict", "remarks"), [row[1:] for row in REMARKS], ids=[row[0] for row in REMARKS]
)
def test_a_disagreement_is_a_remark(status: int, verdict: Verdict, remarks: list[str]) -> None:
    assert list(remarks_on(Exchange("", "GET", "/", [], b"", status, JSON, PROBLEM), "make", verdict)) == remarks


def test_a_fault_stands_in_each_place_and_leaves_the_value_as_it_was() -> None:
    value = {"a": [{"b": 1}, {"c": 2}], "d": None}
    assert list(places(value)) == [(), ("a",), ("a", 0), ("a", 0, "b"), ("d",)]
    assert [with_fault(value, place) for place in places(value)] == [
        7,
        {"a": 7, "d": None},
        {"a": [7, {"c": 2}], "d": None},
        {"a": [{"b": {"fault": []}}, {"c": 2}], "d": None},
        {"a": [{"b": 1}, {"c": 2}], "d": {"fault": []}},
    ]
    assert value == {"a": [{"b": 1}, {"c": 2}], "d": None}


def test_answers_and_requests_are_damaged_in_each_place() -> None:
    headers = [*JSON, ("X-Trace-Id", "t")]
    exchange = Exchange("", "POST", "/", [*JSON, ("Authorization", "x")], b'{"a": 1}', 201, headers, b"[]")
    assert dict(damaged_answers(exchange)) == {
        "status": replace(exchange, status=299),
        "trace id": replace(exchange, headers=JSON),
        "media type": replace(exchange, headers=[("X-Trace-Id", "t"), ("content-type", "text/none")]),
        "body": replace(exchange, body=b"7"),
    }
    assert dict(damaged_requests(exchange)) == {
        "credentials": replace(exchange, sent_headers=JSON),
        "body": replace(exchange, sent=b"7"),
        "body.a": replace(exchange, sent=b'{"a": {"fault": []}}'),
    }


def test_each_place_is_damaged_once_and_must_be_noticed() -> None:
    heard: list[Exchange] = []

    def judge(exchange: Exchange) -> Verdict:
        heard.append(exchange)
        return Verdict(answer=("usual", "new") if exchange.status == 299 else ("usual",))

    exchange = Exchange("a test", "GET", "/", [], b"", 200, [("content-type", "text/csv")], b"a,b")
    exchanges = [exchange, exchange, replace(exchange, method="HEAD")]
    hearing = hear(exchanges, judge, lambda each: "list" if each.method == "GET" else None)
    assert (hearing.counts["exchanges"], hearing.operations, len(heard)) == (3, {"list"}, 6)
    assert hearing.remarks == {
        "answer list 200: usual": 2,
        "answer HEAD 200: usual": 1,
        "unnoticed list 200 answer trace id": 1,
        "unnoticed list 200 answer media type": 1,
    }


def test_what_both_refuse_is_counted_and_what_stopped_reaches_no_operation() -> None:
    verdicts = {400: Verdict(request=("bad",)), 401: Verdict(stopped="ended"), 404: Verdict()}
    exchanges = [Exchange("", "GET", "/", [], b"", status) for status in verdicts]
    hearing = hear(
        exchanges, lambda each: verdicts.get(each.status, Verdict(answer=("no",))), lambda each: str(each.status)
    )
    assert (hearing.counts["refused by both"], hearing.operations) == (1, {"400", "404"})


def test_a_remark_without_argument_and_an_argument_without_remark_fail() -> None:
    hearing = Hearing(
        remarks=Counter({"answer a 200: x\ny": 2, "accepted b 200: z": 3}), tests={"accepted b 200: z": "t"}
    )
    known, stale, part = (
        Argument(r"answer \w+ 200: .*", "why"),
        Argument("answer c.*", "why"),
        Argument("accepted b", "why"),
    )
    answered, failed = settle(hearing, [known, stale, part])
    assert answered == {known: 2}
    assert failed == [
        "accepted b 200: z (3 x, first in t)",
        "no such remark: answer c.*",
        "no such remark: accepted b",
    ]


def test_every_argument_is_of_a_kind_of_remark_and_says_why() -> None:
    kinds = {each.pattern.partition(" ")[0] for each in ARGUMENTS}
    assert kinds == {"answer", "accepted", "refused", "stopped", "unnoticed"}
    assert [each.pattern for each in ARGUMENTS if len(each.why.split()) < 5] == []
    assert len({each.pattern for each in ARGUMENTS}) == len(ARGUMENTS)
