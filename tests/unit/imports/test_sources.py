"""Sources: nothing outside of a source can be read, not by ``..``, a link or any name that a client sends."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from platemark.errors import Conflict, Unprocessable
from platemark.imports.reading import sources
from platemark.imports.reading.sources import FileTooLarge, PathMissing, Source
from platemark.settings import Settings

LIMIT = 1000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    (folder / "deck").mkdir(parents=True)
    (folder / "deck" / "a.png").write_bytes(b"a")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_bytes(b"key")
    (folder / "outward").symlink_to(tmp_path / "secret")
    (folder / "key").symlink_to(tmp_path / "secret" / "key")
    return folder


def open_source(folder: Path) -> Source:
    return sources.open_folder(folder)


def test_files_and_folders_below_the_source_can_be_read(root: Path) -> None:
    with open_source(root) as source:
        assert source.read("deck/a.png", limit=LIMIT).data == b"a"
        assert [(entry.name, entry.kind) for entry in source.list_entries()] == [
            ("deck", "folder"), ("key", "link"), ("outward", "link"),
        ]  # fmt: skip
        assert [entry.name for entry in source.list_entries("deck/")] == ["a.png"]


@pytest.mark.parametrize(
    "key",
    ["../secret/key", "deck/../../secret/key", "/etc/passwd", "outward/key", "key", "deck//a.png", "deck", "no",
     "deck/a.png/x", ""],
)  # fmt: skip
def test_no_other_path_can_be_read(root: Path, key: str) -> None:
    with open_source(root) as source, pytest.raises(PathMissing):
        source.read(key, limit=LIMIT)


@pytest.mark.parametrize("folder", ["..", "outward", "deck/../..", "/", "no"])
def test_no_other_folder_can_be_listed(root: Path, folder: str) -> None:
    with open_source(root) as source, pytest.raises(PathMissing):
        source.list_entries(f"{folder}/x/" if folder == "/" else folder)


def test_a_folder_that_is_replaced_by_a_link_cannot_be_read(root: Path, tmp_path: Path) -> None:
    with open_source(root) as source:
        (root / "deck" / "a.png").unlink()
        (root / "deck").rmdir()
        (root / "deck").symlink_to(tmp_path / "secret")
        with pytest.raises(PathMissing):
            source.read("deck/key", limit=LIMIT)


def test_pipes_and_sockets_are_not_files_and_do_not_block(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listening, open_source(root) as source:
        descriptor = os.open(root, os.O_RDONLY)
        listening.bind(f"/proc/self/fd/{descriptor}/socket")
        os.close(descriptor)
        for name in ("pipe", "socket"):
            with pytest.raises(PathMissing):
                source.read(name, limit=LIMIT)
        assert {entry.kind for entry in source.list_entries() if entry.name in ("pipe", "socket")} == {"other"}


def test_a_file_over_the_limit_is_not_read(root: Path) -> None:
    with open_source(root) as source, pytest.raises(FileTooLarge):
        source.read("deck/a.png", limit=0)


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_reading_leaks_no_descriptor(root: Path) -> None:
    before = descriptors()
    with open_source(root) as source:
        source.list_entries("deck/")
        source.modified_at("deck/")
        source.read("deck/a.png", limit=LIMIT)
        for key in ("deck/none", "none/deep/deeper", "outward/key", "deck"):
            with pytest.raises(PathMissing):
                source.read(key, limit=LIMIT)
    assert descriptors() == before


@pytest.mark.parametrize(
    "name", ["..", "outputs/..", "outputs/../secret", "outputs/outward", "outputs//deck", "outputs/./deck", "secret",
             "outputs/none", "outputs/key", "/etc", "outputs/deck/a.png"],
)  # fmt: skip
def test_names_outside_of_the_configured_folders_are_unknown(root: Path, name: str) -> None:
    folders = Settings(import_roots=str(root)).import_folders
    with pytest.raises(Unprocessable, match="import_source_unknown"):
        sources.path_of(folders, name, is_file=False)


def test_configured_folders_and_folders_below_them_have_names(root: Path, tmp_path: Path) -> None:
    folders = Settings(import_roots=f"{root}{os.pathsep}{tmp_path / 'gone'}").import_folders
    assert sources.path_of(folders, "outputs", is_file=False) == root
    assert sources.path_of(folders, "outputs/deck", is_file=False) == root / "deck"
    assert sources.name_of(folders, root / "deck") == "outputs/deck"
    assert sources.name_of(folders, Path("/somewhere/else")) == "else", "only its own name"
    with pytest.raises(Unprocessable):
        sources.path_of(folders, "gone", is_file=False)


def test_folders_with_the_same_name_get_different_source_names() -> None:
    folders = Settings(import_roots=os.pathsep.join(["/a/outputs", "/b/outputs", "/c/x\ny", "/"])).import_folders
    assert list(folders) == ["outputs", "outputs-2", "x_y", "root"]


def test_the_error_of_a_missing_folder_does_not_reveal_its_path(root: Path) -> None:
    folders = Settings(import_roots=str(root)).import_folders
    with pytest.raises(Conflict, match="import_source_gone") as refusal:
        sources.open_folder(root / "none")
    assert str(root) not in refusal.value.detail
    for folder in (root / "outward", root.parent / "secret"):
        with pytest.raises(Conflict, match="import_source_gone") as refusal:
            sources.open_below(folders, folder)
        assert str(root) not in refusal.value.detail
