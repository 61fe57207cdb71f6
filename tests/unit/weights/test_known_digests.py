"""Digests of models are read once, and again when a file changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from platemark.engines.weights import KnownDigests


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def digests(tmp_path: Path) -> KnownDigests:
    return KnownDigests(tmp_path / "model-digests.json")


def test_a_digest_is_known_once_it_was_read_until_the_file_changes(tmp_path: Path, digests: KnownDigests) -> None:
    model, other = tmp_path / "ink.safetensors", tmp_path / "lead.safetensors"
    model.write_bytes(b"ink")
    other.write_bytes(b"lead")
    assert digests.get(model) is None
    assert digests.find(model) == digests.get(model) == sha256(b"ink")
    assert digests.find(other) == sha256(b"lead")
    again = KnownDigests(tmp_path / "model-digests.json")
    assert (again.get(model), again.get(other)) == (sha256(b"ink"), sha256(b"lead"))
    link = tmp_path / "link.safetensors"
    link.symlink_to(model)
    assert again.get(link) == sha256(b"ink")
    model.write_bytes(b"new ink")
    assert again.get(model) is None
    assert again.find(model) == again.get(model) == sha256(b"new ink")
    model.unlink()
    assert again.get(model) is None


def test_a_folder_has_the_digest_of_its_files(tmp_path: Path, digests: KnownDigests) -> None:
    folder = tmp_path / "ink"
    (folder / "unet").mkdir(parents=True)
    (folder / "unet" / "weights.safetensors").write_bytes(b"ink")
    (folder / "notes.md").write_text("not loaded")
    found = digests.find(folder)
    assert found == digests.get(folder) == sha256(f"unet/weights.safetensors {sha256(b'ink')}\n".encode())
    (folder / "notes.md").write_text("still not")
    assert digests.get(folder) == found
    weights = folder / "unet" / "weights.safetensors"
    os.utime(weights, ns=(1, 1))
    assert digests.get(folder) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"x": 1}', b"\xff"])
def test_a_damaged_file_is_written_anew(tmp_path: Path, digests: KnownDigests, content: bytes) -> None:
    (tmp_path / "model-digests.json").write_bytes(content)
    model = tmp_path / "ink.safetensors"
    model.write_bytes(b"ink")
    assert digests.get(model) is None
    assert digests.find(model) == digests.get(model) == sha256(b"ink")


def test_without_a_place_to_keep_it_a_digest_is_read_again(tmp_path: Path) -> None:
    digests = KnownDigests(tmp_path / "missing" / "model-digests.json")
    model = tmp_path / "ink.safetensors"
    model.write_bytes(b"ink")
    assert (digests.find(model), digests.get(model)) == (sha256(b"ink"), None)
