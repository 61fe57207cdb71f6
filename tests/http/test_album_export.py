"""An album as a file over HTTP: made while it is sent, broken off if it cannot be whole, ended when nobody reads it."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from handlers import albums as handlers
from platemark.exports.archive import PIECE_BYTES
from platemark.exports.verification import verify_bundle
from tests.populate import ok_json, png
from tests.serving import Live

DEADLINE = 20


def album_of(client: httpx.Client, count: int, side: int = 24) -> tuple[str, list[bytes]]:
    """The path of an album's export, and the bytes of its pictures."""
    album = ok_json(client.post("/albums", json={"name": "Proofs", "visibility": "shared"}))
    pictures = [png((number, 90, 7), (side, side)) for number in range(count)]
    for data in pictures:
        fields = {"album_id": album["id"], "visibility": "shared"}
        ok_json(client.post("/images", files={"file": ("a.png", data, "image/png")}, data=fields))
    return f"/albums/{album['id']}/export", pictures


def test_an_album_is_downloaded_whole(live: Live, tmp_path: Path) -> None:
    with live.client(live.token("editor")) as client:
        path, pictures = album_of(client, 3)
        response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (200, "application/zip")
    assert response.headers["content-disposition"] == f'attachment; filename="album-{path.split("/")[2]}.zip"'
    assert "content-length" not in response.headers
    (tmp_path / "proofs.zip").write_bytes(response.content)
    assert verify_bundle(tmp_path / "proofs.zip").damages == []
    with zipfile.ZipFile(io.BytesIO(response.content)) as bundle:
        assert [bundle.read(f"images/{number:05}.png") for number in (1, 2, 3)] == pictures


def test_a_text_is_written_into_pictures_on_request(live: Live) -> None:
    with live.client(live.token("editor")) as client:
        path, pictures = album_of(client, 1)
        embedded = client.get(path, params={"embed": "a1111"})
        refused = client.get(path, params={"embed": "exif"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "query/embed")
    with zipfile.ZipFile(io.BytesIO(embedded.content)) as bundle:
        assert bundle.read("images/00001.png") == pictures[0], "it was uploaded"


def test_the_head_of_an_export_has_no_body(live: Live) -> None:
    with live.client(live.token("editor")) as client:
        path, _ = album_of(client, 1)
        response = client.head(path)
    assert (response.status_code, response.content) == (200, b"")


def test_an_export_that_cannot_begin_is_a_problem(live: Live) -> None:
    with live.client(live.token("editor")) as client:
        path, _ = album_of(client, 1)
        image = ok_json(client.get(path.replace("/export", "/images")))["items"][0]
        live.studio.blobs.path(image["digest"]).write_bytes(b"?")
        response = client.get(path)
    assert (response.status_code, response.json()["code"]) == (503, "storage_failed")


def long(ended: threading.Event) -> Any:
    """An export of 64 MiB, which tells when it is ended before it has come to its end."""

    def export(*_: Any, **__: Any) -> Generator[bytes, None, None]:
        try:
            for _piece in range(256):
                yield bytes(PIECE_BYTES)
        except GeneratorExit:
            ended.set()
            raise

    return export


def read_into(received: bytearray, response: httpx.Response) -> None:
    for piece in response.iter_raw():
        received += piece


def breaking(*_: Any, **__: Any) -> Generator[bytes, None, None]:
    yield bytes(PIECE_BYTES)
    raise RuntimeError("The disk is gone.")


def test_an_export_that_fails_in_the_middle_is_broken_off(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "export", breaking)
    with live.client(live.token("editor"), checked=False) as client:
        path, _ = album_of(client, 0)
        received = bytearray()
        with client.stream("GET", path) as response, pytest.raises(httpx.RemoteProtocolError):
            read_into(received, response)
    assert (response.status_code, bytes(received)) == (200, bytes(PIECE_BYTES))


def test_an_export_ends_when_its_reader_is_gone(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "export", long(ended := threading.Event()))
    with live.client(live.token("editor"), checked=False) as client:
        path, _ = album_of(client, 0)
        with client.stream("GET", path) as response:
            pieces = response.iter_raw()  # the connection ends with it
            next(pieces)
            assert not ended.is_set()
    assert ended.wait(DEADLINE)


def test_exports_that_nobody_reads_keep_nobody_waiting(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "export", long(ended := threading.Event()))
    with live.client(live.token("editor"), checked=False) as client, ExitStack() as stack:
        path, _ = album_of(client, 0)
        for _ in range(12):
            stack.enter_context(client.stream("GET", path))
        assert client.get("/health").status_code == 200
        assert not ended.is_set()
