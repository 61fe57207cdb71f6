"""Multipart forms: only complete ones are taken, and nothing is left behind."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from platemark.http.forms import BATCH_BYTES, MAX_FIELD_BYTES, MAX_PARTS, Form, receive_form
from platemark.http.problems import HttpProblem
from tests.conftest import ClientFor
from tests.populate import png
from tests.serving import Live

MEDIA_TYPE = "multipart/form-data; boundary=b"
FIELD = b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nSky\r\n'
FILE_HEADERS = b'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
FILE = b"--b\r\n" + FILE_HEADERS + b"%s\r\n--b--"
FILE_DESCRIPTORS = Path("/proc/self/fd")


def receive(content: bytes, folder: Path, media_type: str | None = MEDIA_TYPE, size: int = 7) -> Form:
    """The form in ``content``, which arrives ``size`` bytes at a time."""

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(content), size):
            yield content[start : start + size]

    return asyncio.run(receive_form(media_type, chunks(), folder))


def files_open_in(folder: Path) -> list[str]:
    """The files below ``folder`` that this process has open and that have no name any more."""
    targets = [str(path.readlink()) for path in FILE_DESCRIPTORS.iterdir() if path.is_symlink()]
    return [target for target in targets if target.startswith(str(folder)) and target.endswith("(deleted)")]


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_complete_form_is_received_in_pieces_of_any_size(tmp_path: Path, size: int) -> None:
    content = b"\r\n--b\r-\n\0" * 50
    form = receive(b"\r\n" + FIELD + FILE % content + b"\r\nafter the end", tmp_path, size=size)
    title, file = form.parts
    assert (title.name, title.filename, title.stream.read()) == ("title", None, b"Sky")
    assert (file.name, file.filename, file.media_type, file.size) == ("file", "a.png", "image/png", len(content))
    assert (file.stream.read(), file.sha256) == (content, hashlib.sha256(content).hexdigest())
    form.close()


def test_no_beginning_of_a_form_is_taken_for_the_form(tmp_path: Path) -> None:
    whole = FIELD + FILE % png()
    for end in range(len(whole)):
        with pytest.raises(HttpProblem) as raised:
            receive(whole[:end], tmp_path, size=1000)
        assert (raised.value.status, raised.value.code) == (400, "not_a_form")
        assert [finding.code for finding in raised.value.findings] == ["incomplete"], end


BROKEN = [
    ("no content type", FIELD, None, "boundary"),
    ("no boundary", FIELD, "multipart/form-data", "boundary"),
    ("a boundary of 71 characters", FIELD, f"multipart/form-data; boundary={'b' * 71}", "boundary"),
    ("another boundary", FIELD, "multipart/form-data; boundary=other", "malformed"),
    ("a header without a colon", FIELD.replace(b"\r\n\r\n", b"\r\nbroken line\r\n\r\n"), MEDIA_TYPE, "malformed"),
    ("a disposition with a control character", FIELD.replace(b"form-", b"fo\0rm-"), MEDIA_TYPE, "nameless"),
    ("a header that is not UTF-8", FIELD.replace(b"title", b"\xff"), MEDIA_TYPE, "malformed"),
    ("a header twice", FIELD.replace(b"\r\n\r\n", b"\r\nA: b\r\na: c\r\n\r\n"), MEDIA_TYPE, "malformed"),
    ("a header of 10 000 bytes", FIELD.replace(b"title", b"t" * 10_000), MEDIA_TYPE, "malformed"),
    ("100 headers", FIELD.replace(b"\r\n\r\n", b"\r\nA: b" * 100 + b"\r\n\r\n"), MEDIA_TYPE, "malformed"),
    ("a part without a name", FIELD.replace(b'; name="title"', b""), MEDIA_TYPE, "nameless"),
    ("a part without a disposition", FIELD.replace(b"Content-Disposition", b"X-Other"), MEDIA_TYPE, "nameless"),
    ("another disposition", FIELD.replace(b"form-data", b"attachment"), MEDIA_TYPE, "nameless"),
    ("too many parts", FIELD * (MAX_PARTS + 1), MEDIA_TYPE, "too_many_parts"),
    ("a long plain field", FIELD.replace(b"Sky", b"x" * (MAX_FIELD_BYTES + 1)), MEDIA_TYPE, "field_too_large"),
]


@pytest.mark.parametrize(
    ("start", "media_type", "code"), [row[1:] for row in BROKEN], ids=[row[0].replace(" ", "_") for row in BROKEN]
)
def test_a_broken_form_is_refused_with_a_finding(
    tmp_path: Path, start: bytes, media_type: str | None, code: str
) -> None:
    with pytest.raises(HttpProblem) as raised:
        receive(start + FILE % b"x", tmp_path, media_type, size=1000)
    assert (raised.value.status, raised.value.code) == (400, "not_a_form")
    assert [finding.code for finding in raised.value.findings] == [code]


def test_a_plain_field_that_is_not_utf8_is_refused(as_role: ClientFor) -> None:
    content = FIELD.replace(b"Sky", b"\xff") + FILE % png()
    response = as_role("editor").post("/images", content=content, headers={"Content-Type": MEDIA_TYPE})
    assert (response.status_code, response.json()["errors"][0]["pointer"]) == (400, "/title")


def test_an_upload_without_its_end_creates_nothing(as_role: ClientFor) -> None:
    client = as_role("editor")
    whole = FIELD + FILE % png()
    for end in (len(whole) - 1, len(whole) - 4, len(FIELD), len(FIELD) + 9, 0):
        response = client.post("/images", content=whole[:end], headers={"Content-Type": MEDIA_TYPE})
        assert (response.status_code, response.json()["code"]) == (400, "not_a_form")
        assert [error["code"] for error in response.json()["errors"]] == ["incomplete"]
    assert client.get("/images").json()["items"] == []
    assert client.post("/images", content=whole, headers={"Content-Type": MEDIA_TYPE}).status_code == 201


def test_an_upload_is_counted_while_it_is_received(as_role: ClientFor, live: Live) -> None:
    def chunks() -> Iterator[bytes]:
        yield (FILE % b"").removesuffix(b"\r\n--b--")
        for _ in range(live.studio.settings.max_upload_bytes // BATCH_BYTES + 1):
            yield b"x" * BATCH_BYTES

    response = as_role("editor").post("/images", content=chunks(), headers={"Content-Type": MEDIA_TYPE})
    assert (response.status_code, response.json()["code"]) == (413, "content_too_large")


@pytest.mark.skipif(not FILE_DESCRIPTORS.is_dir(), reason="needs /proc")
def test_files_of_uploads_have_no_name_and_are_gone_when_the_client_is(live: Live) -> None:
    folder = live.studio.settings.data_dir
    before = {path for path in folder.rglob("*") if path.is_file()}
    host, _, port = live.url.removeprefix("http://").partition(":")
    head = (
        f"POST /api/v1/images HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {live.token('editor')}\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: 20000000\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(head.encode() + FIELD + (FILE % (b"x" * 4 * BATCH_BYTES)).removesuffix(b"\r\n--b--"))
        wait_until(folder, count=1)
        assert not {path for path in folder.rglob("*") if path.is_file() and path.stat().st_size} - before
    wait_until(folder, count=0)


def wait_until(folder: Path, *, count: int) -> None:
    """Wait until this process has ``count`` nameless files open in ``folder``."""
    for _ in range(1000):
        if len(files_open_in(folder)) == count:
            return
        threading.Event().wait(0.02)
    assert len(files_open_in(folder)) == count


@pytest.mark.skipif(not FILE_DESCRIPTORS.is_dir(), reason="needs /proc")
def test_files_of_uploads_are_gone_when_they_are_answered_or_refused(as_role: ClientFor, live: Live) -> None:
    client, folder = as_role("editor"), live.studio.settings.data_dir
    large = b"\0" * MAX_FIELD_BYTES * 3
    for content in (FILE % large, FIELD + FIELD + FILE % large, (FILE % large)[:-1]):
        assert client.post("/images", content=content, headers={"Content-Type": MEDIA_TYPE}).status_code >= 400
        wait_until(folder, count=0)
