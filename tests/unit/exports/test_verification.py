"""Whatever was changed in a bundle is found, and in which of its files."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.exports.archive import Member, archive
from platemark.exports.bundle_file import NotABundle
from platemark.exports.verification import verify_bundle

CONTENTS = {"album.json": b'{"name": "Beasts"}', "images/00001.png": bytes(range(256)) * 8, "images/00001.txt": b"fox"}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "beasts.zip"
    path.write_bytes(b"".join(archive(Member(name, [data]) for name, data in CONTENTS.items())))
    return path


def test_a_bundle_as_it_was_written_is_whole(bundle: Path) -> None:
    assert verify_bundle(bundle) == (3, sum(map(len, CONTENTS.values())), [])


@pytest.mark.parametrize("seed", range(5))
def test_a_flipped_bit_is_found_wherever_it_is(bundle: Path, seed: int) -> None:
    """A flip in a file is said of that file; one around them may make the rest unreadable."""
    whole, chosen = bundle.read_bytes(), random.Random(seed)
    for place in chosen.sample(range(len(whole)), 60):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chosen.randrange(8)
        bundle.write_bytes(flipped)
        inside = [name for name, data in CONTENTS.items() if whole.find(data) <= place < whole.find(data) + len(data)]
        try:
            damages = verify_bundle(bundle).damages
        except NotABundle:
            assert not inside, f"byte {place}"
        else:
            assert damages, f"byte {place}"
            assert not inside or [damage.path for damage in damages] == inside


def rewritten(bundle: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(bundle) as old:
        files = {name: old.read(name) for name in old.namelist()}
    change(files)
    with zipfile.ZipFile(bundle, "w") as new:
        for name, data in files.items():
            new.writestr(name, data)


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (lambda files: files.update({"album.json": b'{"name": "Feasts"}'}), "album.json", "Its bytes are not"),
        (lambda files: files.update({"album.json": b"{}"}), "album.json", "It has 2 bytes, not 18."),
        (lambda files: files.pop("images/00001.txt"), "images/00001.txt", "It is missing."),
        (lambda files: files.update({"images/00002.png": b"x"}), "images/00002.png", "The manifest does not list it."),
        (lambda _: None, "", "The bytes around the files"),
    ],
)
def test_a_bundle_that_was_packed_anew_is_found(
    bundle: Path, change: Callable[[dict[str, bytes]], object], path: str, message: str
) -> None:
    rewritten(bundle, change)
    (damage,) = verify_bundle(bundle).damages
    assert (damage.path, damage.message.startswith(message)) == (path, True)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_a_bundle_has_twice_is_found(bundle: Path) -> None:
    with zipfile.ZipFile(bundle, "a") as appended:
        appended.writestr("album.json", CONTENTS["album.json"])
    assert verify_bundle(bundle).damages[0] == ("album.json", "The bundle has it more than once.")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def other_format(path: Path) -> None:
    manifest = b'{"format": "platemark-album", "version": 2, "files": []}'
    rewritten(path, lambda files: files.update({"manifest.json": manifest}))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (cut_off, "cut off"),
        (other_format, "it is of the format platemark-album 2"),
        (lambda path: path.write_bytes(b""), "not a bundle"),
        (lambda path: path.write_bytes(b"GIF89a"), "not a bundle"),
        (lambda path: rewritten(path, lambda files: files.pop("manifest.json")), "it has no manifest.json"),
        (lambda path: rewritten(path, lambda files: files.update({"manifest.json": b"{}"})), "damaged"),
        (lambda path: rewritten(path, lambda files: files.update({"manifest.json": b"\xff{"})), "damaged"),
        (lambda path: path.unlink(), "cannot be read"),
    ],
)
def test_what_is_no_bundle_is_said_to_be_none(bundle: Path, change: Callable[[Path], object], message: str) -> None:
    change(bundle)
    with pytest.raises(NotABundle, match=message):
        verify_bundle(bundle)
