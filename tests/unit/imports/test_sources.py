"""Nothing outside of a source is ever read: no way up, no link, no name that anybody may send."""

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
    (folder / "way_out").symlink_to(tmp_path / "secret")
    (folder / "key").symlink_to(tmp_path / "secret" / "key")
    return folder


def opened(folder: Path) -> Source:
    return sources.open_folder(folder)


def test_what_is_below_can_be_read(root: Path) -> None:
    with opened(root) as source:
        assert source.read("deck/a.png", limit=LIMIT).data == b"a"
        assert [(it.name, it.kind) for it in source.list_entries()] == [
            ("deck", "folder"), ("key", "link"), ("way_out", "link"),
        ]  # fmt: skip
        assert [it.name for it in source.list_entries("deck/")] == ["a.png"]


@pytest.mark.parametrize(
    "key",
    ["../secret/key", "deck/../../secret/key", "/etc/passwd", "way_out/key", "key", "deck//a.png", "deck", "no",
     "deck/a.png/x", ""],
)  # fmt: skip
def test_nothing_else_can(root: Path, key: str) -> None:
    with opened(root) as source, pytest.raises(PathMissing):
        source.read(key, limit=LIMIT)


@pytest.mark.parametrize("folder", ["..", "way_out", "deck/../..", "/", "no"])
def test_no_other_folder_is_listed(root: Path, folder: str) -> None:
    with opened(root) as source, pytest.raises(PathMissing):
        source.list_entries(f"{folder}/x/" if folder == "/" else folder)


def test_a_folder_that_becomes_a_link_meanwhile_leads_nowhere(root: Path, tmp_path: Path) -> None:
    with opened(root) as source:
        (root / "deck" / "a.png").unlink()
        (root / "deck").rmdir()
        (root / "deck").symlink_to(tmp_path / "secret")
        with pytest.raises(PathMissing):
            source.read("deck/key", limit=LIMIT)


def test_pipes_and_sockets_are_no_files_and_hold_nobody_up(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listening, opened(root) as source:
        here = os.open(root, os.O_RDONLY)
        listening.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
        for name in ("pipe", "socket"):
            with pytest.raises(PathMissing):
                source.read(name, limit=LIMIT)
        assert {it.kind for it in source.list_entries() if it.name in ("pipe", "socket")} == {"other"}


def test_a_file_that_is_too_long_is_not_read(root: Path) -> None:
    with opened(root) as source, pytest.raises(FileTooLarge):
        source.read("deck/a.png", limit=0)


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_reading_leaves_no_descriptor_behind(root: Path) -> None:
    before = descriptors()
    with opened(root) as source:
        source.list_entries("deck/")
        source.modified_at("deck/")
        source.read("deck/a.png", limit=LIMIT)
        for key in ("deck/none", "none/deep/deeper", "way_out/key", "deck"):
            with pytest.raises(PathMissing):
                source.read(key, limit=LIMIT)
    assert descriptors() == before


@pytest.mark.parametrize(
    "name", ["..", "outputs/..", "outputs/../secret", "outputs/way_out", "outputs//deck", "outputs/./deck", "secret",
             "outputs/none", "outputs/key", "/etc", "outputs/deck/a.png"],
)  # fmt: skip
def test_only_configured_folders_have_a_name(root: Path, name: str) -> None:
    folders = Settings(import_roots=str(root)).import_folders
    with pytest.raises(Unprocessable, match="import_source_unknown"):
        sources.folder_of(folders, name)


def test_a_configured_folder_and_what_is_below_it_have_a_name(root: Path, tmp_path: Path) -> None:
    folders = Settings(import_roots=f"{root}{os.pathsep}{tmp_path / 'gone'}").import_folders
    assert sources.folder_of(folders, "outputs") == root
    assert sources.folder_of(folders, "outputs/deck") == root / "deck"
    assert sources.name_of(folders, root / "deck") == "outputs/deck"
    assert sources.name_of(folders, Path("/somewhere/else")) == "else", "no more than its own name"
    with pytest.raises(Unprocessable):
        sources.folder_of(folders, "gone")


def test_folders_of_one_name_are_told_apart() -> None:
    folders = Settings(import_roots=os.pathsep.join(["/a/outputs", "/b/outputs", "/c/x\ny", "/"])).import_folders
    assert list(folders) == ["outputs", "outputs-2", "x_y", "root"]


def test_a_folder_that_is_gone_says_so_without_its_path(root: Path) -> None:
    folders = Settings(import_roots=str(root)).import_folders
    with pytest.raises(Conflict, match="import_source_gone") as refusal:
        sources.open_folder(root / "none")
    assert str(root) not in refusal.value.detail
    for folder in (root / "way_out", root.parent / "secret"):
        with pytest.raises(Conflict, match="import_source_gone") as refusal:
            sources.open_below(folders, folder)
        assert str(root) not in refusal.value.detail
