"""A bundle that is damaged or made to do harm: it is refused, or what is damaged is listed and nothing else lost."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.errors import Unprocessable
from platemark.exports import bundle_file
from platemark.exports.archive import FORMAT, MANIFEST, Member, archive, to_json
from platemark.imports.execution.dry_run import dry_run_plan
from platemark.imports.kinds.album import scan
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import sources
from platemark.imports.reading.picture_files import TOO_LARGE
from platemark.imports.views import ImportView, NewFolderImport
from tests.unit.imports.album import bundles
from tests.unit.imports.album.bundles import ALBUM_KEY, TEMPLATE_KEY, Files, image_key
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import blob_digests

EVERYTHING = [TEMPLATE_KEY, ALBUM_KEY, *map(image_key, (1, 2, 3, 4))]
Change = Callable[[Path], object]


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "platemark.db")
    return f"sqlite:///{tmp_path / 'platemark.db'}"


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="album")


def skipped(driver: ImportDriver, view: ImportView) -> dict[str, str | None]:
    return {it.key: it.reason for it in driver.items(view) if it.outcome == "skipped"}


def replaced(old: bytes, new: bytes) -> Change:
    """Bytes of the file are others, of the same number."""
    assert len(old) == len(new)

    def change(path: Path) -> None:
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new))

    return change


def packed_anew(change: Callable[[Files], object], compression: int = zipfile.ZIP_STORED) -> Change:
    """The files of the bundle, its manifest included, changed and packed by another program."""

    def pack(path: Path) -> None:
        with zipfile.ZipFile(path) as old:
            content = {name: old.read(name) for name in old.namelist()}
        change(content)
        with zipfile.ZipFile(path, "w", compression) as new:
            for name, data in content.items():
                new.writestr(name, data)

    return pack


def exported(change: Callable[[Files], object]) -> Change:
    """A bundle whose manifest lists what it has."""

    def export(path: Path) -> None:
        change(content := bundles.files())
        path.write_bytes(b"".join(archive(Member(name, [data]) for name, data in content.items())))

    return export


PICTURES = [path for path in bundles.files() if path.endswith((".png", ".jpg", ".webp"))]
JPEG = bundles.drawing(3, "jpg")
DAMAGES: dict[str, tuple[Change, dict[str, str], int]] = {
    "a picture": (replaced(JPEG, JPEG[::-1]), {"images/00003.jpg": "file_damaged"}, 5),
    "a picture that is gone": (
        packed_anew(lambda content: content.pop("images/00003.jpg")), {"images/00003.jpg": "file_missing"}, 5,
    ),
    "a picture that is longer": (
        packed_anew(lambda content: content.update({"images/00003.jpg": JPEG + b"?"})),
        {"images/00003.jpg": "file_damaged"}, 5,
    ),
    "the header of a picture": (
        replaced(b"\x10\x00\x00\x00images/00003.jpg" + JPEG[:8], b"\x11\x00\x00\x00images/00003.jpg" + JPEG[:8]),
        {"images/00003.jpg": "file_damaged"}, 5,
    ),
    "no picture": (
        exported(lambda content: content.update({"images/00003.jpg": b"GIF89a"})),
        {"images/00003.jpg": "not_an_image"}, 5,
    ),
    "the set template": (replaced(b'"a card"', b'"a cart"'), {"set_template.json": "file_damaged"}, 5),
    "what the set template says": (
        exported(lambda content: content.update({"set_template.json": b'{"id": 7}'})),
        {"set_template.json": "file_damaged"}, 5,
    ),
    "the rows": (
        exported(lambda content: content.update({"set_template.csv": b"a,b\r\n1\r\n"})),
        {"set_template.json": "csv_invalid"}, 5,
    ),
    "rows that are gone": (
        exported(lambda content: content.pop("set_template.csv")), {"set_template.json": "file_missing"}, 5,
    ),
    "files of others": (
        exported(lambda content: content.update({"readme.txt": b"x", "images/00077.json": b"{}"})),
        {"readme.txt": "unknown_file", "images/00077.json": "sidecar_alone"}, 6,
    ),
    "a file that is not listed": (
        packed_anew(lambda content: content.update({"images/00077.png": b"x"})),
        {"images/00077.png": "unknown_file"}, 6,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_damaged_is_listed_and_nothing_else_is_lost(driver: ImportDriver, tmp_path: Path, name: str) -> None:
    change, reasons, count = DAMAGES[name]
    change(bundle := bundles.build(tmp_path))
    applied = driver.plan_and_apply(bundle)
    assert skipped(driver, applied) == reasons
    assert (applied.results["applied"], applied.results["failed"]) == (count, 0)
    assert driver.verify(applied).discrepancies == []


def manifest(**values: object) -> bytes:
    return to_json({"format": FORMAT, "version": 1, "files": []} | values)


def with_manifest(**values: object) -> Change:
    return packed_anew(lambda content: content.update({MANIFEST: manifest(**values)}))


def listing(path: str) -> Change:
    return with_manifest(files=[{"path": path, "size": 1, "sha256": "0" * 64}])


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def overlapping(path: Path) -> None:
    """Two entries of the index that say of the same bytes that they are theirs, a thousand times."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as bundle:
        start = bundle.start_dir
    index, end = data[start:-93], bytearray(data[-93:])
    entry = index[: struct.unpack_from("<H", index, 28)[0] + 46]
    large = bytearray(entry)
    struct.pack_into("<II", large, 20, start, start)
    index += bytes(large) * 3
    struct.pack_into("<HHII", end, 8, 0, 0, len(index), start)
    path.write_bytes(data[:start] + index + bytes(end))


def bomb(path: Path) -> None:
    """A manifest that is small until it is unpacked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(MANIFEST, b" " * (64 * 1024 * 1024))


REFUSED: dict[str, tuple[Change, str]] = {
    "no ZIP": (lambda path: path.write_bytes(b"GIF89a"), "bundle_invalid"),
    "empty": (lambda path: path.write_bytes(b""), "bundle_invalid"),
    "cut off": (cut_off, "bundle_invalid"),
    "no manifest": (packed_anew(lambda content: content.pop(MANIFEST)), "bundle_invalid"),
    "another format": (with_manifest(version=2), "bundle_invalid"),
    "no JSON": (packed_anew(lambda content: content.update({MANIFEST: b"{"})), "bundle_invalid"),
    "deep JSON": (packed_anew(lambda content: content.update({MANIFEST: b"[" * 10**6})), "bundle_invalid"),
    "no album": (exported(lambda content: content.pop("album.json")), "bundle_invalid"),
    "a damaged album": (replaced(b"Of the north", b"Of the south"), "bundle_invalid"),
    "an album that says nothing": (exported(lambda content: content.update({"album.json": b"{}"})), "bundle_invalid"),
    "a deep album": (exported(lambda content: content.update({"album.json": b'{"id":' * 10**5})), "bundle_invalid"),
    "compressed": (packed_anew(lambda _: None, zipfile.ZIP_DEFLATED), "bundle_invalid"),
    "a bomb": (bomb, "bundle_invalid"),
    "over each other": (overlapping, "bundle_invalid"),
    **{
        f"listed: {path!r}": (listing(path), "bundle_invalid")
        for path in ("../album.json", "/etc/passwd", "images/../../a.png", "C:/a.png", "a\\..\\b.png", "a\u0007.png")
    },
    "a member outside": (packed_anew(lambda content: content.update({"../../a.png": b"x"})), "bundle_invalid"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_bundle_is_refused_and_nothing_is_imported(driver: ImportDriver, tmp_path: Path, name: str) -> None:
    change, code = REFUSED[name]
    change(bundle := bundles.build(tmp_path))
    before = driver.dump()
    planned = driver.plan(bundle)
    assert (planned.state, planned.error_code) == ("failed", code)
    assert str(tmp_path) not in (planned.error_message or "")
    assert (driver.dump(), blob_digests(driver), driver.items(planned)) == (before, [], [])
    new = NewFolderImport(kind="album", folder=bundle)
    with pytest.raises(Unprocessable) as refusal:
        dry_run_plan(driver.studio, new, by=SYSTEM, progress=lambda _: None)
    assert refusal.value.code == code


@pytest.mark.parametrize(("limit", "value"), [("MAX_FILES", 10), ("MAX_INDEX_BYTES", 100), ("MAX_MANIFEST_BYTES", 100)])
def test_a_bundle_that_would_take_too_much_memory_is_refused(
    driver: ImportDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(bundle_file, limit, value)
    planned = driver.plan(bundles.build(tmp_path))
    assert (planned.state, planned.error_code) == ("failed", "bundle_too_large")


def test_the_length_of_a_long_index_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive with more than 65 535 files says in another place how long its index is."""
    data = b"".join(archive(Member(f"{number}", []) for number in range(70_000)))
    assert bundle_file.open_bundle(io.BytesIO(data), "many.zip")[1].files[-1].path == "69999"
    monkeypatch.setattr(bundle_file, "MAX_INDEX_BYTES", 1_000_000)
    with pytest.raises(bundle_file.BundleTooLarge):
        bundle_file.open_bundle(io.BytesIO(data), "many.zip")


def test_a_manifest_that_states_absurd_sizes_is_believed_in_nothing(driver: ImportDriver, tmp_path: Path) -> None:
    def absurd(content: Files) -> None:
        content[MANIFEST] = (
            content[MANIFEST]
            .replace(b'"size": ', b'"size": 90000000000', 1)
            .replace(f'"size": {len(JPEG)}'.encode(), b'"size": -1')
        )

    packed_anew(absurd)(bundle := bundles.build(tmp_path, lambda content: content.update({"a.txt": b"x"})))
    planned = driver.plan(bundle)
    assert (planned.state, planned.error_code) == ("failed", "bundle_invalid"), "the album's size is not its own"


def test_a_picture_that_is_too_large_is_listed(tmp_path: Path) -> None:
    bundle = bundles.build(tmp_path)
    spec = ImportSpec(
        import_id=UUID(int=7), kind="album", visibility="private", albums="known", by=SYSTEM, max_bytes=len(JPEG) - 1,
        max_pixels=10**6,
    )  # fmt: skip
    with sources.open_source(bundle, {}, is_file=True, any_folder=True) as source:
        found = {it.key: it.skipped for it in scan.scan(source, spec)}
    large = [path for path, data in bundles.files().items() if path in PICTURES and len(data) >= len(JPEG)]
    assert [key for key, reason in found.items() if reason == TOO_LARGE] == large


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_picture_that_a_bundle_has_twice_is_listed(driver: ImportDriver, tmp_path: Path) -> None:
    bundle = bundles.build(tmp_path)
    with zipfile.ZipFile(bundle, "a") as appended:
        appended.writestr("images/00003.jpg", JPEG)
    assert skipped(driver, driver.plan(bundle)) == {"images/00003.jpg": "file_damaged"}
