"""`platemark up` with two API processes, on PostgreSQL: one address, shared limits, no interruption."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPResponse
from pathlib import Path
from typing import Self

import httpx
import psutil
import pytest
from prometheus_client.parser import text_string_to_metric_families

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.db.engine import connect
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from tests.cli.studio_process import DEADLINE, PLATEMARK, StudioProcess, wait_for
from tests.serving import NO_CERTIFICATES
from tests.streams import Stream, open_stream

pytestmark = [pytest.mark.timeout(240), pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)]
API_PROCESS = "platemark.entrypoints.api_process"
HEALTH = b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n"
JOB = {"kind": "generate", "prompt": "a fox", "engine": "press", "width": 256, "height": 256}
NEVER = {"PLATEMARK_SWEEP_SECONDS": "3600", "PLATEMARK_BEAT_SECONDS": "3600", "PLATEMARK_LEASE_SECONDS": "86400"}
"""Nobody looks for jobs by itself, so each start of a job is due to a wake-up."""


class Studio(StudioProcess):
    """A studio with two API processes."""

    def __init__(self, folder: Path, url: str, **environment: str) -> None:
        self.database_url = url
        settings = {"PLATEMARK_DATABASE_URL": url, "PLATEMARK_API_PROCESSES": "2", **NEVER}
        super().__init__(folder, **(settings | environment))
        wait_for(lambda: len(self.serving()) == 2)

    def log_text(self) -> str:
        return Path(self.log.name).read_text("utf-8")

    def serving(self) -> list[int]:
        """The pids of the API processes that have said that they accept connections, and still run."""
        running = {child.pid for child in self.children() if is_api_process(child)}
        return sorted({int(pid) for pid in re.findall(r"An API process serves .*pid=(\d+)", self.log_text())} & running)

    def new_client(self) -> httpx.Client:
        """A client of a new admin."""
        database = connect(self.database_url, pool_size=1)
        with UnitOfWork(database, write=True) as work:
            owner = accounts.create_user(work, accounts.NewUser(name=new_id().hex, role="admin"), by=SYSTEM)
            new = accounts.NewToken(user_id=owner.id, name="test", role="admin")
            headers = {"Authorization": f"Bearer {accounts.create_token(work, new, by=SYSTEM).secret}"}
            work.commit()
        database.dispose()
        return httpx.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=30, verify=NO_CERTIFICATES)

    def client_of(self, pid: int, like: httpx.Client, stack: ExitStack) -> httpx.Client:
        """A client whose connection is served by this process, with the token of another client."""
        for _ in range(40):
            client = stack.enter_context(
                httpx.Client(base_url=like.base_url, headers=like.headers, timeout=30, verify=NO_CERTIFICATES)
            )
            if self.pid_of(client.get("/health")) == pid:
                return client
        raise AssertionError(f"none of many connections is served by {pid}")

    def connection_to(self, pid: int, stack: ExitStack) -> socket.socket:
        """A connection that is served by this process, after one response."""
        for _ in range(40):
            opened = stack.enter_context(self.connection())
            opened.sendall(HEALTH)
            expect(opened, 200)
            if self.pid_at(opened.getsockname()[1]) == pid:
                return opened
        raise AssertionError(f"none of many connections is served by {pid}")

    def pid_of(self, response: httpx.Response) -> int:
        """The process at the other end of the connection of a response."""
        return self.pid_at(response.extensions["network_stream"].get_extra_info("client_addr")[1])

    def pid_at(self, local_port: int) -> int:
        for pid in self.serving():
            if any(getattr(it.raddr, "port", None) == local_port for it in psutil.Process(pid).net_connections("tcp")):
                return pid
        raise AssertionError(f"no process serves port {local_port}")


def is_api_process(process: psutil.Process) -> bool:
    try:
        return API_PROCESS in process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def read_metrics(client: httpx.Client) -> dict[str, float]:
    """The series by their names and the values of their labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    samples = [sample for family in families for sample in family.samples]
    return {" ".join([sample.name, *sorted(sample.labels.values())]): sample.value for sample in samples}


@pytest.fixture
def start(tmp_path: Path, database_url: str) -> Iterator[Callable[..., Studio]]:
    """``start()`` starts a studio; all are stopped in the end, and must end well."""
    started: list[Studio] = []

    def start(**environment: str) -> Studio:
        started.append(Studio(tmp_path / "data", database_url, **environment))
        return started[-1]

    yield start
    for studio in started:
        if studio.process.poll() is None:
            children = studio.children()
            assert studio.stop() == 0
            assert not any(child.is_running() for child in children)


def expect(connection: socket.socket, status: int) -> HTTPResponse:
    """The response, whose status is this."""
    response = HTTPResponse(connection)
    response.begin()
    assert response.status == status, response.read()
    response.read()
    return response


def test_two_processes_serve_one_address(start: Callable[..., Studio]) -> None:
    studio = start()
    pids = studio.serving()
    with ExitStack() as stack:
        opened = []
        for _ in range(4):
            opened += [stack.enter_context(studio.connection()) for _ in range(8)]
            for connection in opened[-8:]:
                connection.sendall(HEALTH)
                expect(connection, 200)
        shares = [studio.pid_at(connection.getsockname()[1]) for connection in opened]
    assert min(shares.count(pid) for pid in pids) >= 8, "connections are shared out, even if several come at once"
    with ExitStack() as stack:
        anyone = stack.enter_context(studio.new_client())
        one, other = (studio.client_of(pid, anyone, stack) for pid in pids)
        for client, elsewhere in ((one, other), (other, one)):
            before = read_metrics(client).get("platemark_http_requests_total 200 listAlbums", 0)
            for each in (client, elsewhere, elsewhere):
                assert each.get("/albums").status_code == 200
            with open_stream(elsewhere) as stream:
                stream.ready()
                assert client.post("/jobs", json=JOB).json()["state"] == "queued"
                last = stream.until(lambda event: event["kind"] in ("job.succeeded", "job.failed"))[-1]
                assert last["kind"] == "job.succeeded", "a stream has what was committed through the other process"
                for metrics in map(read_metrics, (client, anyone)):
                    assert metrics["platemark_http_requests_total 200 listAlbums"] == before + 3
                    assert metrics["platemark_http_request_seconds_count listAlbums"] == before + 3
                    assert metrics["platemark_event_streams"] == 1
    assert sum(line.startswith("Platemark is running at ") for line in studio.output) == 1


def test_limits_of_event_streams_hold_for_all_processes_together(start: Callable[..., Studio]) -> None:
    studio = start(PLATEMARK_MAX_STREAMS="4", PLATEMARK_MAX_STREAMS_PER_USER="3")
    one, other = studio.serving()
    with ExitStack() as stack:
        ada, ben = (stack.enter_context(studio.new_client()) for _ in range(2))

        def open_at(pid: int, user: httpx.Client) -> Stream:
            return stack.enter_context(open_stream(studio.client_of(pid, user, stack)))

        streams = [open_at(pid, ada) for pid in (one, other, one)]
        for pid in (one, other):
            refused = studio.client_of(pid, ada, stack).get("/events")
            assert (refused.status_code, refused.json()["code"]) == (429, "too_many_streams")
        streams.append(open_at(other, ben))
        for pid in (one, other):
            refused = studio.client_of(pid, ben, stack).get("/events")
            assert (refused.status_code, refused.json()["code"]) == (503, "all_streams_in_use")
        psutil.Process(one).kill()
        with pytest.raises(httpx.TransportError):
            list(streams[0])
        wait_for(lambda: len(studio.serving()) == 2)
        for pid in studio.serving():
            streams.append(open_at(pid, ada))  # a stream that nobody refers to is closed
            streams[-1].ready()
        assert ada.get("/events").json()["code"] == "all_streams_in_use"


class Caller(threading.Thread):
    """Calls ``request`` again and again, until it is asked to end, and keeps what it got and what went wrong."""

    def __init__(self, request: Callable[[], httpx.Response]) -> None:
        super().__init__()
        self.statuses: list[int] = []
        self.errors: list[Exception] = []
        self._request = request
        self._ending = threading.Event()

    def run(self) -> None:
        while not self._ending.is_set():
            try:
                self.statuses.append(self._request().status_code)
            except Exception as error:
                self.errors.append(error)
                return
            time.sleep(0.005)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self.join(DEADLINE)


def test_sighup_replaces_the_processes_and_nobody_notices(start: Callable[..., Studio]) -> None:
    studio = start(PLATEMARK_BODY_SECONDS="300")
    before = studio.serving()
    with ExitStack() as stack:
        client, streaming = stack.enter_context(studio.new_client()), stack.enter_context(studio.new_client())

        def request_on_a_new_connection() -> httpx.Response:
            return httpx.get(f"{studio.url}/api/v1/albums", headers=client.headers, timeout=30, verify=NO_CERTIFICATES)

        callers = [Caller(lambda: client.get("/albums?limit=2")), Caller(request_on_a_new_connection)]
        callers.append(Caller(lambda: client.post("/albums", json={"name": "x"})))
        leaving = min(before, key=lambda pid: psutil.Process(pid).create_time())  # it is the first to be replaced
        stream = stack.enter_context(open_stream(studio.client_of(leaving, streaming, stack)))
        stream.ready()
        idle, half = (studio.connection_to(leaving, stack) for _ in range(2))
        body = b'{"name":"half of it arrives later"}'
        half.sendall(post(client, body)[:-20])
        with callers[0], callers[1], callers[2]:
            studio.process.send_signal(signal.SIGHUP)
            seen = [event["kind"] for event in stream]
            for connection, rest, status in ((idle, HEALTH, 200), (half, post(client, body)[-20:], 201)):
                connection.sendall(rest)
                assert expect(connection, status).getheader("connection") == "close"
            wait_for(lambda: len(studio.serving()) == 2 and not set(before) & set(studio.serving()))
        assert [caller.errors for caller in callers] == [[], [], []]
        assert [set(caller.statuses) for caller in callers] == [{200}, {200}, {201}]
        created = len(callers[2].statuses) + 1
        with open_stream(streaming, after=stream.last_id) as resumed:
            seen += [event["kind"] for event in resumed.ready()]
        assert seen.count("album.created") == created, "the stream resumes where it was ended"
        metrics = read_metrics(client)
        assert metrics["platemark_http_requests_total 200 listAlbums"] == sum(len(it.statuses) for it in callers[:2])
        assert metrics["platemark_http_requests_total 201 createAlbum"] == created
        assert client.get("/albums?limit=1").json()["items"]


def post(client: httpx.Client, body: bytes) -> bytes:
    """A request that creates an album."""
    token = client.headers["Authorization"]
    head = f"POST /api/v1/albums HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def test_a_process_that_dies_is_replaced_and_one_that_is_frozen_holds_nobody_up(start: Callable[..., Studio]) -> None:
    studio = start()
    one, other = studio.serving()
    with ExitStack() as stack:
        anyone = stack.enter_context(studio.new_client())
        client = studio.client_of(other, anyone, stack)
        assert studio.client_of(one, anyone, stack).get("/albums").status_code == 200
        counted = read_metrics(client)["platemark_http_requests_total 200 listAlbums"]
        psutil.Process(one).kill()
        wait_for(lambda: one not in studio.serving())
        statuses = [
            httpx.get(f"{studio.url}/api/v1/health", timeout=30, verify=NO_CERTIFICATES).status_code for _ in range(20)
        ]
        assert statuses == [200] * 20
        wait_for(lambda: len(studio.serving()) == 2)
        assert read_metrics(client)["platemark_http_requests_total 200 listAlbums"] == counted == 1
        (successor,) = set(studio.serving()) - {other}
        psutil.Process(successor).suspend()
        try:
            assert read_metrics(client)["platemark_http_requests_total 200 listAlbums"] == 1
            with open_stream(client) as stream:
                stream.ready()
                assert client.post("/albums", json={"name": "x"}).status_code == 201
                assert next(stream)["kind"] == "album.created"
        finally:
            psutil.Process(successor).resume()
    assert re.search(rf"An API process died.* exit_code=-9 .*pid={one}\n", studio.log_text())


def test_the_processes_end_with_the_studio_even_after_kill_9(start: Callable[..., Studio], tmp_path: Path) -> None:
    studio = start()
    children = studio.children()
    with studio.new_client() as client, open_stream(client) as stream:
        stream.ready()
        studio.stop(signal.SIGKILL)
        wait_for(lambda: not any(it.is_running() for it in children))
    again = start()
    assert len(again.serving()) == 2


@pytest.mark.parametrize("count", ["0", "65", "-1", "two"])
def test_a_number_of_processes_out_of_its_bounds_is_refused(count: str, database_url: str, tmp_path: Path) -> None:
    environ = {**os.environ, "PLATEMARK_DATABASE_URL": database_url, "PLATEMARK_DATA_DIR": str(tmp_path / "data")}
    by_option = [*PLATEMARK, "up", "--api-processes", count]
    by_setting = [*PLATEMARK, "up"]
    for command, extra in ((by_option, {}), (by_setting, {"PLATEMARK_API_PROCESSES": count})):
        result = subprocess.run(
            command, env=environ | extra, capture_output=True, text=True, timeout=DEADLINE, check=False
        )
        assert (result.returncode, result.stdout) == (2, "")
        assert "api-processes" in result.stderr.lower().replace("_", "-")
