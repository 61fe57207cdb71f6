"""Archives are written in pieces, and are the same bytes for the same contents."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator

import msgspec
import pytest

from platemark.exports.archive import MANIFEST, PIECE_BYTES, Damaged, Member, archive

CHUNK = b"0123456789abcdef" * 4096


def members() -> Iterator[Member]:
    yield Member("ä/one.txt", [b"one", b"", b" more"])
    yield Member("large.bin", (CHUNK for _ in range(40)))
    yield Member("empty", [])


def test_an_archive_has_its_members_and_a_manifest_of_them() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(archive(members())))) as found:
        assert found.testzip() is None
        assert found.namelist() == ["ä/one.txt", "large.bin", "empty", MANIFEST]
        contents = {"ä/one.txt": b"one more", "large.bin": CHUNK * 40, "empty": b""}
        assert {name: found.read(name) for name in contents} == contents
        manifest = msgspec.json.decode(found.read(MANIFEST))
    assert manifest == {
        "format": "platemark-album",
        "version": 1,
        "files": [
            {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for path, data in contents.items()
        ],
    }


def test_the_comment_is_the_digest_of_all_that_is_no_member() -> None:
    whole = b"".join(archive([Member("one.txt", [b"the content"])]))
    with zipfile.ZipFile(io.BytesIO(whole)) as found:
        comment = found.comment
    around = whole.replace(b"the content", b"")[: -len(comment)]
    assert comment == b"sha256:" + hashlib.sha256(around).hexdigest().encode()


def test_a_member_that_is_not_what_it_was_ends_the_archive() -> None:
    right = hashlib.sha256(b"one").hexdigest()
    assert b"".join(archive([Member("a", [b"one"], right)]))
    with pytest.raises(Damaged, match=r"^b$"):
        b"".join(archive([Member("a", [b"one"], right), Member("b", [b"two"], right)]))


def test_the_same_contents_are_the_same_bytes() -> None:
    assert b"".join(archive(members())) == b"".join(archive(members()))


def test_no_piece_is_large_and_a_member_is_asked_for_when_it_is_its_turn() -> None:
    asked: list[int] = []

    def many() -> Iterator[Member]:
        for number in range(20):
            asked.append(number)
            yield Member(f"{number}", [bytes(PIECE_BYTES)])

    sizes, ahead = [], []
    for piece in archive(many()):
        sizes.append(len(piece))
        ahead.append(len(asked) * PIECE_BYTES - sum(sizes))
    assert max(sizes) < 2 * PIECE_BYTES
    assert max(ahead) <= PIECE_BYTES


def test_an_archive_that_nobody_wants_any_more_asks_for_no_more_members() -> None:
    asked: list[int] = []

    def many() -> Iterator[Member]:
        for number in range(20):
            asked.append(number)
            yield Member(f"{number}", [bytes(PIECE_BYTES)])

    pieces = archive(many())
    next(pieces)
    pieces.close()
    assert len(asked) == 1
