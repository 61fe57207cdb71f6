"""Blobs are stored under their digest, completely or not at all."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from platemark.errors import StartupError, TooLarge, Unavailable
from platemark.storage import blobs as module
from platemark.storage.blobs import FolderBlobStore
from platemark.storage.orphans import FindReferenced, sweep

DATA = b"a fox in the snow"
DIGEST = hashlib.sha256(DATA).hexdigest()
OLD = time.time() - 1000


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    return FolderBlobStore(tmp_path / "deep" / "blobs")


def files(blobs: FolderBlobStore) -> list[str]:
    return sorted(str(path.relative_to(blobs.root)) for path in blobs.root.rglob("*") if path.is_file())


def test_bytes_are_stored_once_under_their_digest(blobs: FolderBlobStore) -> None:
    assert blobs.put(DATA) == blobs.put(DATA) == blobs.put_file(io.BytesIO(DATA), limit=len(DATA)) == DIGEST
    assert files(blobs) == [f"{DIGEST[:2]}/{DIGEST}"]
    assert (blobs.read(DIGEST), blobs.size(DIGEST), blobs.exists(DIGEST)) == (DATA, len(DATA), True)


def test_a_stream_above_the_limit_stores_nothing(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 4)
    with pytest.raises(TooLarge):
        blobs.put_file(io.BytesIO(DATA), limit=len(DATA) - 1)
    assert files(blobs) == []


@pytest.mark.parametrize(
    "name",
    ["", "..", "../" * 8 + "etc/passwd", "/etc/passwd", DIGEST.upper(), DIGEST[:-1], DIGEST + "0", DIGEST + "\n",
     f"../{DIGEST}", f"{DIGEST}/..", DIGEST[:-1] + "/", "٠" * 64, "\0" * 64],
)  # fmt: skip
def test_only_digests_name_files(blobs: FolderBlobStore, name: str) -> None:
    for verb in (blobs.path, blobs.exists, blobs.read, blobs.size, blobs.delete):
        with pytest.raises(ValueError, match="not a SHA-256 digest"):
            verb(name)


def test_a_missing_or_truncated_blob_is_written_again(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    assert (blobs.delete(DIGEST), blobs.delete(DIGEST), blobs.exists(DIGEST)) == (True, False, False)
    blobs.put(DATA)
    blobs.path(DIGEST).write_bytes(DATA[:3])
    blobs.put(DATA)
    assert blobs.read(DIGEST) == DATA


def test_errors_about_missing_bytes_contain_no_path(blobs: FolderBlobStore) -> None:
    for verb in (blobs.read, blobs.size):
        with pytest.raises(Unavailable) as refused:
            verb(DIGEST)
        assert str(blobs.root) not in refused.value.detail


@pytest.mark.parametrize("broken", ["fsync", "rename"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "storage_full"), (errno.EIO, "storage_failed")])
def test_a_failing_disk_leaves_no_partial_file(
    blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch, broken: str, number: int, code: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number), str(blobs.root))

    monkeypatch.setattr({"fsync": os, "rename": Path}[broken], broken, fail)
    with pytest.raises(Unavailable) as refused:
        blobs.put(DATA)
    assert refused.value.code == code
    assert str(blobs.root) not in refused.value.detail
    assert files(blobs) == []


def test_a_blob_is_synced_before_it_is_renamed(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def noted_fsync(descriptor: int) -> None:
        happened.append("fsync")
        fsync(descriptor)

    def noted_rename(path: Path, to: Path) -> Path:
        happened.append("rename")
        return rename(path, to)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "rename", noted_rename)
    blobs.put(DATA)
    assert happened == ["fsync", "fsync", "rename", "fsync"]  # file, store's folder, then the folder that has the name


@contextmanager
def nothing_named() -> Iterator[FindReferenced]:
    yield lambda digests: []


def age(path: Path) -> None:
    os.utime(path, (OLD, OLD))


def test_a_sweep_deletes_old_unreferenced_blobs_and_unfinished_files(blobs: FolderBlobStore) -> None:
    referenced, old, young = blobs.put(b"kept"), blobs.put(b"old"), blobs.put(b"young")
    incoming = blobs.root / ".incoming-dead"
    incoming.write_bytes(b"half")
    for path in (blobs.path(referenced), blobs.path(old), incoming):
        age(path)
    foreign = blobs.root / "ab" / "notes.txt"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("not ours")
    age(foreign)

    @contextmanager
    def deciding() -> Iterator[FindReferenced]:
        yield lambda digests: {referenced} & set(digests)

    swept = sweep(blobs, deciding, grace_seconds=500, unfinished_seconds=500)
    assert (swept.blobs, swept.bytes, swept.unfinished) == (1, 3, 1)
    assert (blobs.exists(referenced), blobs.exists(old), blobs.exists(young)) == (True, False, True)
    assert foreign.exists()


def test_an_unfinished_file_is_not_a_blob(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    (blobs.root / ".incoming-dead").write_bytes(b"half")
    assert list(blobs.stale(0)) == [DIGEST]


def test_putting_a_blob_again_resets_its_age(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    age(blobs.path(DIGEST))
    blobs.put(DATA)
    assert sweep(blobs, nothing_named, grace_seconds=500).blobs == 0
    age(blobs.path(DIGEST))
    blobs.put_file(io.BytesIO(DATA), limit=100)
    assert sweep(blobs, nothing_named, grace_seconds=500).blobs == 0
    assert blobs.exists(DIGEST)


def test_a_blob_that_is_put_during_the_sweep_is_kept(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    age(blobs.path(DIGEST))

    @contextmanager
    def deciding() -> Iterator[FindReferenced]:
        def named(digests: Collection[str]) -> Collection[str]:
            blobs.put(DATA)  # a writer comes between the question and the removal
            return []

        yield named

    assert sweep(blobs, deciding, grace_seconds=500).blobs == 0
    assert blobs.exists(DIGEST)


def test_a_writable_folder_has_no_problem(blobs: FolderBlobStore) -> None:
    blobs.probe()
    assert blobs.problem() is None
    assert files(blobs) == []
    assert blobs.free_bytes() > 0


def test_an_unwritable_folder_stops_the_start_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blobs = FolderBlobStore(tmp_path / "file" / "blobs")
    with pytest.raises(StartupError) as refused:
        blobs.probe()
    assert refused.value.code == "storage_unwritable"
    assert "set PLATEMARK_DATA_DIR to another folder" in refused.value.detail
    assert str(tmp_path) in refused.value.detail
    problem = blobs.problem()
    assert problem is not None
    assert str(tmp_path) not in problem


def test_a_full_disk_stops_the_start_with_its_own_code(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StartupError) as refused:
        blobs.probe()
    assert refused.value.code == "storage_full"
    assert blobs.problem() == "The disk that stores the images is full."
