"""Bytes lie under their digest, whole or not at all."""

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
from platemark.storage.orphans import Named, sweep

DATA = b"a fox in the snow"
DIGEST = hashlib.sha256(DATA).hexdigest()
OLD = time.time() - 1000


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    return FolderBlobStore(tmp_path / "deep" / "blobs")


def files(blobs: FolderBlobStore) -> list[str]:
    return sorted(str(path.relative_to(blobs.root)) for path in blobs.root.rglob("*") if path.is_file())


def test_bytes_lie_once_under_their_digest(blobs: FolderBlobStore) -> None:
    assert blobs.put(DATA) == blobs.put(DATA) == blobs.put_file(io.BytesIO(DATA), limit=len(DATA)) == DIGEST
    assert files(blobs) == [f"{DIGEST[:2]}/{DIGEST}"]
    assert (blobs.read(DIGEST), blobs.size(DIGEST), blobs.exists(DIGEST)) == (DATA, len(DATA), True)


def test_a_stream_over_its_limit_leaves_nothing(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 4)
    with pytest.raises(TooLarge):
        blobs.put_file(io.BytesIO(DATA), limit=len(DATA) - 1)
    assert files(blobs) == []


@pytest.mark.parametrize(
    "name",
    ["", "..", "../" * 8 + "etc/passwd", "/etc/passwd", DIGEST.upper(), DIGEST[:-1], DIGEST + "0", DIGEST + "\n",
     f"../{DIGEST}", f"{DIGEST}/..", DIGEST[:-1] + "/", "٠" * 64, "\0" * 64],
)  # fmt: skip
def test_what_is_no_digest_names_no_file(blobs: FolderBlobStore, name: str) -> None:
    for verb in (blobs.path, blobs.exists, blobs.read, blobs.size, blobs.delete):
        with pytest.raises(ValueError, match="not a SHA-256 digest"):
            verb(name)


def test_a_blob_that_vanished_or_was_cut_is_written_again(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    assert (blobs.delete(DIGEST), blobs.delete(DIGEST), blobs.exists(DIGEST)) == (True, False, False)
    blobs.put(DATA)
    blobs.path(DIGEST).write_bytes(DATA[:3])
    blobs.put(DATA)
    assert blobs.read(DIGEST) == DATA


def test_missing_bytes_are_told_without_a_path(blobs: FolderBlobStore) -> None:
    for verb in (blobs.read, blobs.size):
        with pytest.raises(Unavailable) as refused:
            verb(DIGEST)
        assert str(blobs.root) not in refused.value.detail


@pytest.mark.parametrize("broken", ["fsync", "rename"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "storage_full"), (errno.EIO, "storage_failed")])
def test_a_failing_disk_leaves_nothing_half_written(
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


def test_a_blob_is_on_the_disk_before_it_has_its_name(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
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
def nothing_named() -> Iterator[Named]:
    yield lambda digests: []


def age(path: Path) -> None:
    os.utime(path, (OLD, OLD))


def test_a_sweep_takes_old_nameless_blobs_and_what_writers_left(blobs: FolderBlobStore) -> None:
    kept, old, young = blobs.put(b"kept"), blobs.put(b"old"), blobs.put(b"young")
    left = blobs.root / ".incoming-dead"
    left.write_bytes(b"half")
    for path in (blobs.path(kept), blobs.path(old), left):
        age(path)
    foreign = blobs.root / "ab" / "notes.txt"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("not ours")
    age(foreign)

    @contextmanager
    def deciding() -> Iterator[Named]:
        yield lambda digests: {kept} & set(digests)

    swept = sweep(blobs, deciding, grace_seconds=500, unfinished_seconds=500)
    assert (swept.blobs, swept.bytes, swept.unfinished) == (1, 3, 1)
    assert (blobs.exists(kept), blobs.exists(old), blobs.exists(young)) == (True, False, True)
    assert foreign.exists()


def test_a_half_written_file_is_no_blob(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    (blobs.root / ".incoming-dead").write_bytes(b"half")
    assert list(blobs.stale(0)) == [DIGEST]


def test_putting_a_blob_again_makes_it_young(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    age(blobs.path(DIGEST))
    blobs.put(DATA)
    assert sweep(blobs, nothing_named, grace_seconds=500).blobs == 0
    age(blobs.path(DIGEST))
    blobs.put_file(io.BytesIO(DATA), limit=100)
    assert sweep(blobs, nothing_named, grace_seconds=500).blobs == 0
    assert blobs.exists(DIGEST)


def test_a_blob_touched_while_the_sweep_decides_stays(blobs: FolderBlobStore) -> None:
    blobs.put(DATA)
    age(blobs.path(DIGEST))

    @contextmanager
    def deciding() -> Iterator[Named]:
        def named(digests: Collection[str]) -> Collection[str]:
            blobs.put(DATA)  # a writer comes between the question and the removal
            return []

        yield named

    assert sweep(blobs, deciding, grace_seconds=500).blobs == 0
    assert blobs.exists(DIGEST)


def test_a_folder_that_can_be_written_has_no_problem(blobs: FolderBlobStore) -> None:
    blobs.probe()
    assert blobs.problem() is None
    assert files(blobs) == []
    assert blobs.free_bytes() > 0


def test_a_folder_that_cannot_be_written_stops_the_start_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blobs = FolderBlobStore(tmp_path / "file" / "blobs")
    with pytest.raises(StartupError) as refused:
        blobs.probe()
    assert refused.value.code == "storage_unwritable"
    assert refused.value.detail.endswith("choose another with PLATEMARK_DATA_DIR.")
    assert str(tmp_path) in refused.value.detail
    problem = blobs.problem()
    assert problem is not None
    assert str(tmp_path) not in problem


def test_a_full_disk_stops_the_start_by_its_name(blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StartupError) as refused:
        blobs.probe()
    assert refused.value.code == "storage_full"
    assert blobs.problem() == "The disk that keeps the images is full."
