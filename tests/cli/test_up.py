"""`platemark up` in a process of its own that the tests call, stop, kill and restart."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import psutil
import pytest

from tests.cli.studio_process import DEADLINE, PLATEMARK, StudioProcess, wait_for
from tests.serving import NO_CERTIFICATES
from tests.streams import open_stream
from tests.webhook_receiver import receiving

FEW_DESCRIPTORS = ("sh", "-c", 'ulimit -n 256 && exec "$@"', "sh")
REQUEST = b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n"
FLOODS = [(REQUEST + b"X-A: ", b"a" * 65536), (REQUEST, b"A: b\r\n" * 10_000), (b"", (REQUEST + b"\r\n") * 1000)]
FLOOD_BYTES = 96 * 1024 * 1024
MAX_GROWTH = 64 * 1024 * 1024


def test_the_printed_link_signs_in_once(up: Callable[..., StudioProcess]) -> None:
    studio = up()
    link = studio.read_line("Sign in as admin")
    token = link.rpartition("#token=")[2]
    with httpx.Client(base_url=f"{studio.url}/api/v1") as browser:
        first = browser.post("/auth/session", json={"method": "link", "token": token})
        assert first.json()["user"]["name"] == "admin"
        assert browser.get("/auth/status").json()["role"] == "admin"
        assert browser.post("/albums", json={"name": "x"}).status_code == 403, "a session needs its CSRF token"
        headers = {"X-CSRF-Token": first.json()["csrf_token"]}
        assert browser.post("/albums", json={"name": "x"}, headers=headers).status_code == 201
    assert httpx.post(f"{studio.url}/api/v1/auth/session", json={"method": "link", "token": token}).status_code == 401


def test_sigterm_stops_the_studio_and_its_workers(up: Callable[..., StudioProcess]) -> None:
    studio = up()
    children = studio.children()
    assert children
    assert studio.stop(signal.SIGTERM) == 0
    wait_for(lambda: not any(child.is_running() for child in children))


@pytest.mark.parametrize("environment", [{}, {"PLATEMARK_WORKER_NICE": "3", "PLATEMARK_WORKERS": "2"}])
def test_workers_and_their_engines_give_way_to_the_api(
    up: Callable[..., StudioProcess], environment: dict[str, str]
) -> None:
    studio = up(**environment)
    worker_count, nice = (
        int(environment.get("PLATEMARK_WORKERS", "1")),
        int(environment.get("PLATEMARK_WORKER_NICE", "10")),
    )
    own = psutil.Process(studio.process.pid).nice()
    wait_for(lambda: len(studio.children()) == 2 * worker_count)
    wait_for(lambda: {child.nice() for child in studio.children()} == {min(own + nice, 19)})
    assert own == os.nice(0)


def test_a_second_studio_on_the_same_folder_exits_with_an_error(up: Callable[..., StudioProcess]) -> None:
    studio = up()
    second = studio.run_command("up")
    assert second.returncode == 3
    assert second.stderr.startswith("A studio is already running on ")
    assert len(second.stderr.strip().splitlines()) == 1


def test_heads_without_end_take_no_memory(up: Callable[..., StudioProcess]) -> None:
    studio = up()
    process = psutil.Process(studio.process.pid)
    before = process.memory_info().rss
    for start, more in FLOODS:
        with studio.connection() as connection, suppress(ConnectionError):
            connection.sendall(start)
            for _ in range(FLOOD_BYTES // len(more)):
                connection.sendall(more)
                assert process.memory_info().rss < before + MAX_GROWTH
    assert httpx.get(f"{studio.url}/api/v1/health", verify=NO_CERTIFICATES).status_code == 200


def hold(connection: socket.socket, sent: bytes) -> None:
    """Send something, and read the response if it is a request."""
    with suppress(ConnectionError):
        connection.sendall(sent)
        if sent.endswith(b"\r\n\r\n"):
            connection.recv(65536)


def test_more_connections_than_descriptors_leave_room_for_others(up: Callable[..., StudioProcess]) -> None:
    studio = up(under=FEW_DESCRIPTORS)
    for sent in (b"", REQUEST, REQUEST + b"\r\n"):
        with ExitStack() as stack:
            for _ in range(400):
                hold(stack.enter_context(studio.connection()), sent)
            for _ in range(10):
                assert httpx.get(f"{studio.url}/api/v1/health", verify=NO_CERTIFICATES).status_code == 200
    assert studio.stop() == 0


CANNOT_START = [
    ({"PLATEMARK_DATA_DIR": "/dev/null/data"}, "Cannot create the data folder /dev/null/data", 1),
    ({"PLATEMARK_PORT": "lots"}, "PLATEMARK_PORT must be a number", 2),
    ({"PLATEMARK_PORT": "70000"}, "PLATEMARK_PORT must be 0 … 65535, not '70000'", 2),
    ({"PLATEMARK_HOST": "192.0.2.1"}, "Cannot listen on 192.0.2.1:0: cannot assign requested address", 3),
    ({"PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "Cannot open the database", 3),
    ({"PLATEMARK_DATABASE_URL": "sqlite:////dev/null/x.db"}, "Cannot open the database file /dev/null/x.db", 1),
    ({"PLATEMARK_DATABASE_URL": "mysql://x/y"}, "PLATEMARK_DATABASE_URL must start with", 2),
    ({"PLATEMARK_API_PROCESSES": "2"}, "2 API processes need PostgreSQL: set PLATEMARK_DATABASE_URL to", 3),
    ({"PLATEMARK_LOG_FORMAT": "xml"}, "PLATEMARK_LOG_FORMAT must be one of", 2),
    ({"PLATEMARK_DEVICE": "GPU 1"}, "PLATEMARK_DEVICE must be a device like", 2),
]


@pytest.mark.parametrize(("environment", "sentence", "code"), CANNOT_START, ids=[row[1] for row in CANNOT_START])
def test_a_failed_start_prints_one_sentence(
    environment: dict[str, str], sentence: str, code: int, tmp_path: Path
) -> None:
    defaults = {**os.environ, "PLATEMARK_DATA_DIR": str(tmp_path / "data"), "PLATEMARK_PORT": "0"}
    result = subprocess.run(
        [*PLATEMARK, "up"], env=defaults | environment, capture_output=True, text=True, timeout=DEADLINE, check=False
    )
    assert (result.returncode, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.timeout(240)
def test_a_set_run_survives_kill_9_of_all_processes(up: Callable[..., StudioProcess]) -> None:
    studio = up()
    with studio.client() as client:
        template = next(item for item in client.get("/set-templates").json()["items"] if item["name"] == "Zodiac")
        request = {"theme": "woodcut", "width": 256, "height": 256, "steps": 8, "seed": 7}
        run = client.post(f"/set-templates/{template['id']}/runs", json=request).json()
        wait_for(lambda: client.get(f"/set-runs/{run['id']}").json()["counts"]["succeeded"] >= 2)
    children = studio.children()
    studio.stop(signal.SIGKILL)
    wait_for(lambda: not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children))

    restarted = up(PLATEMARK_LEASE_SECONDS="2", PLATEMARK_BEAT_SECONDS="0.5", PLATEMARK_SWEEP_SECONDS="0.5")
    with restarted.client() as client:
        wait_for(lambda: client.get(f"/set-runs/{run['id']}").json()["state"] == "succeeded", 120)
        album = client.get(f"/albums/{run['album_id']}").json()
        rows = client.get(f"/set-runs/{run['id']}").json()["rows"]
        with open_stream(client) as stream:
            stream.ready()
            metrics = client.get("/metrics").text
    digests = [image["digest"] for image in album["images"]]
    assert len(digests) == len(set(digests)) == album["image_count"] == len(rows) == 12
    assert [image["id"] for image in album["images"]] == [row["image_id"] for row in rows], "in the order of the rows"
    assert 'platemark_job_wait_seconds_count{kind="generate"} 12.0\n' in metrics
    assert "platemark_event_streams 1.0\n" in metrics
    assert restarted.stop() == 0


@pytest.mark.timeout(240)
def test_webhooks_hear_of_every_job_though_the_studio_is_killed(up: Callable[..., StudioProcess]) -> None:
    environment = {"PLATEMARK_WEBHOOK_NETWORKS": "127.0.0.0/8", "PLATEMARK_LEASE_SECONDS": "2"}
    job = {"kind": "generate", "prompt": "a fox", "width": 64, "height": 64, "steps": 1}
    with receiving() as receiver:
        receiver.answers = [500]
        studio = up(**environment)
        with studio.client() as client:
            client.post("/webhooks", json={"url": receiver.url, "kinds": ["job.finished"]}).raise_for_status()
            jobs = {client.post("/jobs", json=job).json()["id"] for _ in range(6)}
            wait_for(lambda: len(receiver.received) > 0)
        studio.stop(signal.SIGKILL)
        heard_before = len(receiver.received)
        restarted = up(**environment, PLATEMARK_BEAT_SECONDS="0.5", PLATEMARK_SWEEP_SECONDS="0.5")
        wait_for(lambda: {json.loads(it.body)["job_id"] for it in receiver.received[heard_before:]} >= jobs, 150)
        assert {json.loads(it.body)["state"] for it in receiver.received} == {"succeeded"}
        assert restarted.stop() == 0


@pytest.fixture
def permissive_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """The permissions of the folder and of everything in it."""
    return {str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.rglob("*"))}


@pytest.mark.usefixtures("permissive_umask")
def test_only_the_owner_can_read_what_the_studio_creates(up: Callable[..., StudioProcess], tmp_path: Path) -> None:
    studio = up()
    with studio.client() as client:
        job = client.post("/jobs", json={"kind": "generate", "prompt": "a fox", "engine": "press"}).json()
        wait_for(lambda: client.get(f"/jobs/{job['id']}").json()["state"] == "succeeded")
        report = client.post("/bug-reports", json={"description": "It fails"}).json()
    target = str(tmp_path / "data" / "export.json")
    assert studio.run_command("bug-reports", "export", report["id"], "--output", target).returncode == 0
    found = modes(tmp_path / "data")
    assert studio.stop() == 0
    found |= modes(tmp_path / "data")
    assert {"platemark.db", "platemark.db-wal", "platemark.db-shm", "platemark.lock", "export.json"} <= found.keys()
    assert any(name.startswith("blobs/") for name in found)
    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}


@pytest.mark.usefixtures("permissive_umask")
def test_the_permissions_of_what_exists_stay_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "blobs").mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    before = modes(folder)
    command = [*PLATEMARK, "user", "list"]
    subprocess.run(command, env={**os.environ, "PLATEMARK_DATA_DIR": str(folder)}, check=True, timeout=DEADLINE)
    assert modes(folder).items() >= before.items()
