"""Folders as they are: which folders are known, what the option takes besides, and what is said of the rest."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.albums import service as albums
from platemark.imports.items import FoundItem
from platemark.imports.kinds.media import manifests, moments
from platemark.imports.kinds.media.scan import Scanner
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import sources
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import albums_of, item, thing_id, write_work
from tests.unit.imports.trees import picture, put

LONG_AGO = datetime(2011, 5, 6, 7, 8, 9, tzinfo=UTC).timestamp()
SPEC = ImportSpec(
    import_id=UUID(int=7), kind="media", visibility="private", albums="known", by=SYSTEM, max_bytes=10**6,
    max_pixels=10**6,
)  # fmt: skip
FOLDERS = ImportSpec(
    import_id=UUID(int=7), kind="media", visibility="private", albums="folders", by=SYSTEM, max_bytes=10**6,
    max_pixels=10**6,
)  # fmt: skip


def tree(folder: Path, *paths: str) -> Path:
    """Small pictures at these paths, written long ago."""
    for number, path in enumerate(paths):
        os.utime(put(folder / path, picture(number)), (LONG_AGO, LONG_AGO))
    return folder


def scan(folder: Path, spec: ImportSpec = SPEC, roots: dict[str, Path] | None = None) -> dict[str, FoundItem]:
    with sources.open_folder(folder, roots or {}) as source:
        return {it.key: it for it in Scanner(source, spec).scan()}


def album_of(found: dict[str, FoundItem], key: str) -> str:
    """The name of the album that a picture is in, or why it is skipped."""
    skipped = found[key].skipped
    return skipped.code if skipped is not None else str(found[found[key].payload["album"]].payload["name"])


KNOWN = {
    "albums/winter-foxes/a.png": "winter foxes",
    "uploads/a.png": "Uploads",
    "uploads/2024-03-01/b.png": "Uploads",
    "ink run_20240301_101112/a.png": "ink run",
    "albums/ink_20240301_101112/a.png": "ink",
    "txt2img-images/2024-03-01/00001-42.png": "Singles 2024-03",
    "img2img-grids/2024-03-02/grid-0001.png": "Singles 2024-03",
    "ComfyUI/output/ComfyUI_00001_.png": "Singles 2011-05",
    "outputs/images/0f3a.png": "Singles 2011-05",
    "outputs/images/2024/04/05/0f3b.png": "Singles 2024-04",
    "InvokeAI/outputs/images/0f3c.png": "Singles 2011-05",
    "Output/local/raw/2024-03-01/1030-fox-42.png": "Singles 2024-03",
    "2024-05-06/a.png": "Singles 2024-05",
    "2024/07/a.png": "Singles 2024-07",
    "img/10_ink foxes/a.png": "ink foxes",
    "model/sample/ink_20240301123456_42.png": "Samples",
    "card_deck_sea/2024-03-01/a.png": "Card deck: sea",
}


def test_folders_of_known_studios_have_their_albums(tmp_path: Path) -> None:
    found = scan(tree(tmp_path / "source", *KNOWN))
    assert {path: album_of(found, path) for path in KNOWN} == KNOWN
    assert [it.key for it in found.values() if it.skipped is not None] == []
    assert found["img2img-grids/2024-03-02/grid-0001.png"].payload["tags"] == ("grid",)


@pytest.mark.parametrize(
    ("source", "path", "album"),
    [
        ("albums", "foxes/a.png", "foxes"),
        ("txt2img-images", "2024-03-01/a.png", "Singles 2024-03"),
        ("2024-03-01", "a.png", "Singles 2024-03"),
        ("uploads", "a.png", "Uploads"),
        ("ink_20240301_101112", "a.png", "ink"),
        ("ComfyUI", "output/a.png", "Singles 2011-05"),
        ("outputs", "a.png", "Singles 2011-05"),
        ("my foxes", "a.png", "Singles 2011-05"),
    ],
)
def test_a_source_may_itself_be_a_known_folder(tmp_path: Path, source: str, path: str, album: str) -> None:
    assert album_of(scan(tree(tmp_path / source, path)), path) == album


def test_what_is_not_taken_is_listed_with_the_number_of_pictures_in_it(tmp_path: Path) -> None:
    folder = tree(
        tmp_path / "source", "input/a.png", "input/deep/b.JPG", "thumbnails/a.webp", ".cache/a.png", "uploads/c/d.png"
    )
    (folder / "models").mkdir()
    (folder / "input" / "notes.txt").write_text("none")
    reasons = {key: it.skipped for key, it in scan(folder).items()}
    assert {
        key: (it and it.code, it and it.message.rpartition(". ")[2], it and it.quiet) for key, it in reasons.items()
    } == {
        ".cache/": ("hidden", "1 picture in it.", False),
        "input/": ("unknown_folder", "2 pictures in it.", False),
        "models/": ("unknown_folder", "No pictures in it.", True),
        "thumbnails/": ("thumbnails_folder", "1 picture in it.", False),
        "uploads/c/": ("unknown_folder", "1 picture in it.", False),
    }


def test_with_the_option_a_folder_of_pictures_is_an_album_of_its_name(tmp_path: Path) -> None:
    paths = {
        "a.png": "my foxes",
        "Red foxes/a.png": "Red foxes",
        "Red foxes/young_ones/b.png": "young_ones",
        "deep/er/c.png": "er",
        "uploads/cats/d.png": "cats",
        "tarot_deck_sea/extra/x.png": "extra",
        "tarot_deck_sea/y.png": "Tarot deck: sea",
        "singles/2024-03/z.png": "Singles 2024-03",
        "Red foxes/2024-03-01/e.png": "Red foxes",
    }
    found = scan(tree(tmp_path / "my foxes", *paths, "thumbnails/a.png"), FOLDERS)
    assert {path: album_of(found, path) for path in paths} == paths
    assert "deep/" not in found, "a folder without pictures of its own is no album"
    assert [key for key, it in found.items() if it.skipped is not None] == ["thumbnails/"]
    assert found["Red foxes/young_ones/"].payload["description"] == "Imported from Red foxes/young_ones."


def test_folders_too_deep_are_counted_and_not_read(tmp_path: Path) -> None:
    found = scan(tree(tmp_path / "foxes", "/".join(["d"] * 40 + ["a.png"])), FOLDERS)
    assert [(it.skipped.code, it.skipped.message[-16:]) for it in found.values() if it.skipped is not None] == [
        ("too_deep", "1 picture in it.")
    ]


@pytest.mark.parametrize(
    ("path", "moment"),
    [
        ("txt2img-images/2024-03-01/00001-42.png", datetime(2024, 3, 1, tzinfo=UTC)),
        ("2024-03/fox.png", datetime(2024, 3, 1, tzinfo=UTC)),
        ("2024/fox.png", datetime(2024, 1, 1, tzinfo=UTC)),
        ("ink_20240301_101112/fox.png", datetime(2024, 3, 1, 10, 11, 12, tzinfo=UTC)),
        ("2024-03/IMG_20230405_060708.png", datetime(2023, 4, 5, 6, 7, 8, tzinfo=UTC)),
        ("fox.png", datetime.fromtimestamp(LONG_AGO, UTC)),
    ],
)
def test_a_name_or_a_folder_counts_more_than_when_the_file_was_written(
    tmp_path: Path, path: str, moment: datetime
) -> None:
    assert scan(tree(tmp_path / "source", path))[path].at == moment


def test_a_file_written_on_its_folders_day_keeps_its_time_and_the_folders_month(tmp_path: Path) -> None:
    folder = tree(tmp_path / "source", "2024-03-01/fox.png", "2024-03-01/owl.png")
    evening = datetime(2024, 2, 29, 22, 30, tzinfo=UTC)
    os.utime(folder / "2024-03-01/fox.png", (evening.timestamp(), evening.timestamp()))
    found = scan(folder)
    assert (found["2024-03-01/fox.png"].at, album_of(found, "2024-03-01/fox.png")) == (evening, "Singles 2024-03")


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("PXL_20240301_233000123", datetime(2024, 3, 1, 23, 30, 0, 123000, tzinfo=UTC)),
        ("PXL_20240301_233000123.MP", datetime(2024, 3, 1, 23, 30, 0, 123000, tzinfo=UTC)),
        ("IMG_20240301_233000", datetime(2024, 3, 1, 23, 30, tzinfo=UTC)),
        ("IMG-20240301-WA0007", datetime(2024, 3, 1, tzinfo=UTC)),
        ("Screenshot 2024-03-01 at 23.30.00", datetime(2024, 3, 1, 23, 30, tzinfo=UTC)),
        ("Screenshot 2024-03-01 at 9.05.07\u202fPM (2)", datetime(2024, 3, 1, 21, 5, 7, tzinfo=UTC)),
        ("Screenshot 2024-03-01 at 12.05.07 AM", datetime(2024, 3, 1, 0, 5, 7, tzinfo=UTC)),
        ("Screenshot from 2024-03-01 23-30-00", datetime(2024, 3, 1, 23, 30, tzinfo=UTC)),
        ("2024-03-01T23:30:00+09:00", datetime(2024, 3, 1, 14, 30, tzinfo=UTC)),
        ("2024-03-01T23-30-00-0830", datetime(2024, 3, 2, 8, tzinfo=UTC)),
        ("20240301_233000+0530", datetime(2024, 3, 1, 18, tzinfo=UTC)),
        ("20240301_233000-0100", datetime(2024, 3, 1, 23, 30, tzinfo=UTC)),
        ("im_20240301123456_000_42", datetime(2024, 3, 1, 12, 34, 56, tzinfo=UTC)),
        ("from 2024-13-01 to 2023-02-03", datetime(2023, 2, 3, tzinfo=UTC)),
        ("00001-2012031234", None),
        ("2024-03-01T25:00:00", None),
    ],
)
def test_times_in_names_of_cameras_and_screenshots(name: str, moment: datetime | None) -> None:
    assert moments.time_in(name) == moment


def test_the_month_is_that_of_the_written_day(tmp_path: Path) -> None:
    name = "2024-03-01T00-30-00+09-00.png"
    found = scan(tree(tmp_path / "source", name))
    assert (found[name].at, album_of(found, name)) == (
        datetime(2024, 2, 29, 15, 30, tzinfo=UTC), "Singles 2024-03",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "unit", "days"),
    [("2024", "year", 366), ("2024-02", "month", 29), ("2024_02", "month", 29), ("20240229", "day", 1),
     ("2023-02-29", "", 0), ("07", "", 0), ("fox", "", 0), ("1979", "", 0)],
)  # fmt: skip
def test_a_folder_is_named_after_a_year_a_month_or_a_day(name: str, unit: str, days: int) -> None:
    span = moments.span_of(name)
    assert ("" if span is None else span.unit) == unit
    assert (timedelta() if span is None else span.end - span.start) == timedelta(days=days)


def staged(folder: Path, manifest: str) -> Path:
    tree(folder, "2024-03/0001.png", "staged/foxes/own.png")
    put(folder / "2024-03" / "0002.png", picture(8), {"prompt": "a hare"})
    (folder / "staged/foxes/0001.png").symlink_to(folder / "2024-03/0001.png")
    (folder / "staged/foxes/0002.png").symlink_to("../../2024-03/0002.png")
    (folder / "staged/foxes/0002.json").symlink_to("../../2024-03/0002.json")
    (folder / "staged/foxes/secret.png").symlink_to("/etc/passwd")
    (folder / "staged/foxes/manifest.yaml").write_text(manifest)
    return folder


MANIFEST = """
name: Winter foxes
description: For training.
created_at: 2024-02-01T10:00:00Z
images:
  - {file: images/0001.png, caption: a fox, seed: 7, tags: [fox, snow]}
  - file: none.png
"""


def test_a_staged_tree_with_links_and_a_manifest(driver: ImportDriver, tmp_path: Path, by: Actor) -> None:
    folder = staged(tmp_path / "outputs", MANIFEST)
    before = driver.dump()
    applied = driver.plan_and_apply(folder)
    assert (applied.results["applied"], applied.results["failed"]) == (7, 0)
    assert {it.name: it.image_count for it in albums_of(driver, by)} == {"Singles 2024-03": 2, "Winter foxes": 3}
    assert item(driver, applied, "staged/foxes/secret.png").reason == "link"
    linked, original = (thing_id(driver, applied, f"{it}/0001.png") for it in ("staged/foxes", "2024-03"))
    assert linked == original, "a link to a picture is no second image"
    assert driver.verify(applied).discrepancies == []
    assert driver.plan(folder).counts["unchanged"] == 7
    with write_work(driver) as work:
        album = thing_id(driver, applied, "staged/foxes/")
        assert albums.get_album(work, album, by=by).album.description == "For training."
    assert driver.undo(applied).results["kept"] == 0
    assert driver.dump() == before


def test_links_lead_to_files_of_the_root_that_the_source_lies_in(tmp_path: Path) -> None:
    folder = staged(tmp_path / "outputs", MANIFEST)
    deck = folder / "staged" / "foxes"
    alone = scan(deck, FOLDERS)
    assert [key for key, it in alone.items() if it.skipped is not None] == [
        "0001.png", "0002.json", "0002.png", "secret.png",
    ]  # fmt: skip
    found = scan(deck, FOLDERS, {"outputs": folder})
    assert [key for key, it in found.items() if it.skipped is not None] == ["secret.png"]
    payload = found["0002.png"].payload
    assert (payload["file"], payload["sidecars"]) == ("../../2024-03/0002.png", ["../../2024-03/0002.json"])
    assert payload["prompt"] == "a hare"
    assert {name: found["0001.png"].payload[name] for name in ("caption", "tags")} == {
        "caption": "a fox", "tags": ("fox", "snow"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", "images: 7", "images: [7, {file: 3}]", "a: &a [1]\nb: [*a, *a]", "[" * 5000, "seed: " + "9" * 5000,
     "images: {0001.png: {seed: .inf, at: 2024-01-01, odd: !!binary YQ==}}", "\x00", "images: {0001.png: a fox}"],
)  # fmt: skip
def test_a_bad_manifest_stops_no_plan(tmp_path: Path, text: str) -> None:
    found = scan(staged(tmp_path / "outputs", text), FOLDERS)
    assert album_of(found, "staged/foxes/0001.png") == "foxes"
    assert found["staged/foxes/0001.png"].payload["caption"] == ("a fox" if text.endswith("a fox}") else None)


def test_a_manifest_lists_pictures_by_name_or_in_a_list() -> None:
    read: Any = manifests._pictures
    assert read({"images": {"a.png": "a fox"}}) == {"a.png": {"caption": "a fox"}}
    assert read({"items": [{"path": "x/b.png", "text": "an owl"}]}) == {"b.png": {"caption": "an owl"}}
