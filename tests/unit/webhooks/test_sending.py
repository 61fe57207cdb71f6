"""One attempt: whatever the receiver does, it ends in time, and nothing is sent where it must not go."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Iterator

import pytest

from platemark.webhooks.sending import Outcome, send
from tests.webhook_receiver import Receiver, drip, hang_up, hold, receiving
from tests.webhook_receiver import send as answer

LOOPBACK = [ipaddress.ip_network("127.0.0.0/8")]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


def post(url: str, seconds: float = 10.0) -> Outcome:
    return send(
        url, {"webhook-id": "1", "Content-Type": "application/json"}, b'{"a":1}', allowed=LOOPBACK, seconds=seconds
    )


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_success(receiver: Receiver, status: int) -> None:
    receiver.then = status
    outcome = post(receiver.url)
    assert (outcome.status, outcome.error_code) == (status, None)
    (received,) = receiver.received
    assert (received.path, received.body) == ("/hook?of=studio", b'{"a":1}')
    assert received.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert (received.headers["webhook-id"], received.headers["content-type"]) == ("1", "application/json")


@pytest.mark.parametrize("status", [400, 401, 404, 410, 429, 500, 503])
def test_refusal(receiver: Receiver, status: int) -> None:
    receiver.then = lambda handler: answer(handler, status, b"no\r\nthanks \x1b[31m")
    outcome = post(receiver.url)
    assert (outcome.status, outcome.error_code) == (status, "refused")
    assert (outcome.message, outcome.is_gone) == ("no\\r\\nthanks \\x1b[31m", status == 410)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(receiver: Receiver, status: int) -> None:
    with receiving() as other:
        receiver.then = lambda handler: answer(handler, status, location=other.url)
        outcome = post(receiver.url)
        assert (outcome.status, outcome.error_code, other.received) == (status, "redirected", [])


def test_long_answers_are_cut(receiver: Receiver) -> None:
    receiver.then = lambda handler: answer(handler, 200, b"x" * 100_000)
    assert post(receiver.url).message == "x" * 500


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """What ends the wait of receivers that hold their answer."""
    release = threading.Event()
    yield release
    release.set()


@pytest.mark.parametrize("drips", [True, False])
def test_a_receiver_that_is_too_slow(receiver: Receiver, release: threading.Event, drips: bool) -> None:
    receiver.then = drip(release) if drips else hold(release)
    outcome = post(receiver.url, seconds=0.4)
    assert (outcome.status, outcome.error_code) == (None, "too_slow")
    assert outcome.message == "There was no answer within 0.4 seconds."


def test_a_receiver_that_hangs_up(receiver: Receiver) -> None:
    receiver.then = hang_up
    assert post(receiver.url).error_code == "unreachable"


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert post(f"http://127.0.0.1:{port}/").error_code == "unreachable"


def test_a_server_without_tls(receiver: Receiver) -> None:
    receiver.then = hang_up
    outcome = post(receiver.url.replace("http:", "https:"))
    assert (outcome.error_code, receiver.received) == ("insecure", [])


def test_an_unknown_name() -> None:
    assert post("http://nowhere.invalid/").error_code == "name_unknown"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
def test_an_address_that_is_not_allowed_is_not_connected_to(receiver: Receiver, host: str) -> None:
    outcome = send(f"http://{host}:{receiver.port}/", {}, b"{}")
    assert (outcome.error_code, outcome.status, receiver.received) == ("address_not_allowed", None, [])


def test_no_proxy_is_used(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert post(receiver.url).error_code is None
        assert (len(receiver.received), proxy.received) == (1, [])
