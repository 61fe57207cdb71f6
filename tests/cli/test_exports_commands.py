"""``platemark export …`` and ``platemark verify``."""

from __future__ import annotations

import io
import json
from pathlib import Path
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.exports.archive import Member, archive
from platemark.images.views import NewUpload
from platemark.studio import Studio
from platemark.uploads import upload_image
from tests.cli.conftest import Run
from tests.populate import png


@pytest.fixture
def album_id(studio: Studio) -> str:
    with studio.work(write=True) as work:
        album = albums.insert_album(work, NewAlbum(name="Beasts"), by=SYSTEM)
        upload_image(work, studio, io.BytesIO(png()), NewUpload(album_id=album, caption="A fox"), by=SYSTEM)
        work.commit()
    return str(album)


def test_an_album_is_exported_and_verified(run: Run, album_id: str, tmp_path: Path) -> None:
    target = tmp_path / "beasts.zip"
    target.write_bytes(b"an older export")
    result = run("export", "album", "Beasts", "--output", str(target))
    assert (result.exit_code, result.output) == (
        0,
        f"Album 'Beasts' is in {target}: 1 images, {target.stat().st_size} bytes.\n",
    )
    exported = json.loads(run("export", "album", album_id, "--output", str(target), "--json").output)
    assert exported == {"album_id": album_id, "file": str(target), "bytes": target.stat().st_size}
    verified = run("verify", str(target))
    assert (verified.exit_code, verified.output.startswith("beasts.zip: 4 files, ")) == (0, True)
    assert verified.output.endswith(" bytes, as they were written.\n")
    assert [path.name for path in tmp_path.iterdir() if "beasts" in path.name] == ["beasts.zip"]


def test_an_album_is_exported_with_texts_in_its_pictures(run: Run, album_id: str, tmp_path: Path) -> None:
    target = tmp_path / "beasts.zip"
    assert run("export", "album", album_id, "--output", str(target), "--embed", "a1111").exit_code == 0
    assert run("verify", str(target)).exit_code == 0
    assert run("export", "album", album_id, "--output", str(target), "--embed", "exif").exit_code == 2


def test_damage_is_named_and_is_an_error(run: Run, album_id: str, tmp_path: Path) -> None:
    target = tmp_path / "beasts.zip"
    run("export", "album", album_id, "--output", str(target))
    target.write_bytes(target.read_bytes().replace(b"A fox", b"A cat"))
    result = run("verify", str(target))
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["images/00001.json", "images/00001.txt", "beasts.zip"]
    assert lines[-1].endswith("; 2 damaged.")
    report = run("verify", str(target), "--json")
    assert report.exit_code == 1
    assert [damage["path"] for damage in json.loads(report.output)["damages"]] == [
        "images/00001.json",
        "images/00001.txt",
    ]


def test_what_cannot_be_written_or_is_no_bundle_is_said(run: Run, album_id: str, tmp_path: Path) -> None:
    nowhere = run("export", "album", album_id, "--output", str(tmp_path / "none" / "beasts.zip"))
    assert (nowhere.exit_code, "cannot be written: No such file" in nowhere.output) == (1, True)
    assert run("export", "album", "Feasts").exit_code == 1
    (tmp_path / "a.zip").write_bytes(b"GIF89a")
    no_bundle = run("verify", str(tmp_path / "a.zip"))
    assert (no_bundle.exit_code, "a.zip is not a bundle of Platemark" in no_bundle.output) == (1, True)


def test_an_exported_album_is_imported_once(run: Run, studio: Studio, album_id: str, tmp_path: Path) -> None:
    target = tmp_path / "beasts.zip"
    run("export", "album", album_id, "--output", str(target))
    with studio.work(write=True) as work:
        albums.delete_album(work, UUID(album_id), by=SYSTEM)
        work.commit()
    dry_run = run("import", "album", str(target), "--dry-run")
    assert dry_run.output.splitlines()[:2] == [
        "Dry run of album from beasts.zip: 2 items. Nothing was stored.",
        "  2 new, 0 unchanged, 0 changed, 0 conflicting, 0 skipped",
    ]
    assert run("import", "album", str(target), "--apply").exit_code == 0
    again = json.loads(run("import", "album", str(target), "--apply", "--json").output)
    assert (again["kind"], again["counts"]["new"], again["counts"]["unchanged"]) == ("album", 0, 2)
    with studio.work(write=False) as work:
        assert albums.get_album_by_id_or_name(work, "Beasts", by=SYSTEM).album.image_count == 1


def test_what_is_no_bundle_is_not_imported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"GIF89a")
    for options in ((), ("--dry-run",)):
        refused = run("import", "album", str(tmp_path / "a.zip"), *options)
        assert (refused.exit_code, "a.zip is not a bundle of Platemark" in refused.output) == (1, True)


def test_pictures_are_drawn_again(run: Run, album_id: str, tmp_path: Path) -> None:
    target = tmp_path / "beasts.zip"
    run("export", "album", album_id, "--output", str(target))
    uploaded = run("verify", str(target), "--reproduce")
    assert (uploaded.exit_code, uploaded.output.splitlines()[1:]) == (0, [
        "Drawn again: 0 equal, 0 different.",
        "Not drawn, because it was uploaded, or the bundle does not say how it was made: 1.",
    ])  # fmt: skip
    made = {
        "engine": "press", "engine_version": "1", "seed": 7, "steps": 2, "guidance_scale": 7.5, "width": 64,
        "height": 64, "prompt": "a fox",
    }  # fmt: skip
    files = {"images/00001.png": png(), "images/00001.json": json.dumps({"provenance": made}).encode()}
    target.write_bytes(b"".join(archive(Member(path, [data]) for path, data in files.items())))
    different = run("verify", str(target), "--reproduce", "--json")
    assert (different.exit_code, json.loads(different.output)["reproduction"]) == (1, {
        "equal": 0,
        "different": [{"path": "images/00001.png", "message": "press draws another picture now."}],
        "not_drawn": {},
    })  # fmt: skip
