"""Storing many blobs at once is as durable and atomic as storing them one by one."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from platemark.errors import Unavailable
from platemark.storage import blobs as module
from platemark.storage.blobs import FolderBlobStore

MANY = [f"plate {number}".encode() * number for number in range(40)]
DIGESTS = [hashlib.sha256(data).hexdigest() for data in MANY]


@pytest.fixture(params=["the whole disk", "one by one"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderBlobStore:
    """A store on a system that can sync a whole disk, and on one that cannot."""
    if request.param == "one by one":
        monkeypatch.setattr(module, "SYNC_DISK", None)
    return FolderBlobStore(tmp_path / "deep" / "blobs")


def files(blobs: FolderBlobStore) -> list[str]:
    return sorted(str(path.relative_to(blobs.root)) for path in blobs.root.rglob("*") if path.is_file())


def test_each_blob_is_stored_once_under_its_digest(blobs: FolderBlobStore) -> None:
    assert blobs.put_many([*MANY, *MANY]) == [*DIGESTS, *DIGESTS]
    assert blobs.put_many(MANY) == DIGESTS
    assert blobs.put_many([]) == []
    assert files(blobs) == sorted(f"{digest[:2]}/{digest}" for digest in DIGESTS)
    assert [blobs.read(digest) for digest in DIGESTS] == MANY


def test_a_truncated_blob_is_written_again(blobs: FolderBlobStore) -> None:
    blobs.put_many(MANY)
    blobs.path(DIGESTS[7]).write_bytes(b"cut")
    blobs.put_many(MANY)
    assert blobs.read(DIGESTS[7]) == MANY[7]


def test_bytes_are_synced_before_the_rename_and_renames_before_the_return(
    blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync, rename = module._sync_all, os.rename

    def syncing(root: Path, paths: Iterable[str | Path]) -> None:
        seen.append("sync")
        sync(root, paths)

    def renaming(*names: str) -> None:
        seen.append("rename")
        rename(*names)

    monkeypatch.setattr(module, "_sync_all", syncing)
    monkeypatch.setattr(os, "rename", renaming)
    blobs.put_many(MANY)
    assert seen == ["sync", *["rename"] * len(MANY), "sync"]


@pytest.mark.parametrize("call", ["write", "rename", "open"])
def test_a_failing_disk_leaves_no_partial_files(
    blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real, remaining = getattr(os, call), [20]

    def failing(*arguments: object, **options: object) -> object:
        remaining[0] -= 1
        if remaining[0] < 0:
            raise OSError(errno.ENOSPC, "no space left")
        return real(*arguments, **options)

    blobs.root.mkdir(parents=True)
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing)
        with pytest.raises(Unavailable, match="storage_full"):
            blobs.put_many(MANY)
    assert all(blobs.read(name.rpartition("/")[2]) in MANY for name in files(blobs)), "whole, or not there"
    assert blobs.put_many(MANY) == DIGESTS


def test_a_failed_sync_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SYNC_DISK", lambda _descriptor: -1)
    with pytest.raises(Unavailable):
        FolderBlobStore(tmp_path / "blobs").put_many(MANY)
