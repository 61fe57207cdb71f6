"""Metadata of other studios: a plan shows what is read, an apply stores it, an undo leaves nothing of it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from platemark.access import Actor
from platemark.images import service as images
from platemark.images.views import ImageChanges
from platemark.imports.execution.dry_run import dry_run_plan
from platemark.imports.kinds.media import scan
from platemark.imports.kinds.media.descriptions import Description
from platemark.imports.views import NewFolderImport
from tests.serving import reference_validator
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import item, thing_id, write_work
from tests.unit.imports.trees import picture, put
from tests.unit.metadata import pictures

A1111 = "zodiac_x/a1111.png"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pictures of several studios."""
    folder = tmp_path / "outputs"
    put(folder / A1111, pictures.png({"parameters": pictures.INFOTEXT}))
    put(folder / "zodiac_x/comfy.png", pictures.png({"prompt": json.dumps(pictures.COMFY), "x": "1"}))
    put(folder / "zodiac_x/swarm.jpg", pictures.commented("JPEG", pictures.utf16(json.dumps(pictures.SWARM))))
    put(folder / "zodiac_x/photo.webp", pictures.commented("WEBP", b"ASCII\0\0\0my house"))
    return folder


def detail(driver: ImportDriver, view: Any, key: str, by: Actor) -> Any:
    with driver.read_work() as work:
        return images.get_image(work, thing_id(driver, view, key), by=by)


def test_a_plan_shows_what_is_read_and_an_apply_stores_it(driver: ImportDriver, folder: Path, by: Actor) -> None:
    before = driver.dump()
    planned = driver.plan(folder)
    shown = item(driver, planned, A1111)
    assert (shown.outcome, shown.reason) == ("new", "metadata_read")
    assert shown.message == (
        "Metadata of automatic1111: prompt, negative prompt, seed 4294967295, steps 25, guidance_scale 6.5, width 512, "
        "height 768, sampler DPM++ 2M, scheduler Karras, model sd15, LoRA ink, LoRA winter."
    )
    assert [(it.outcome, it.reason, it.count) for it in planned.reasons] == [("new", "metadata_read", 3)]
    applied = driver.apply(planned)
    assert applied.results["failed"] == 0
    found = detail(driver, applied, A1111, by)
    assert found.image.prompt == "a fox in the snow, <lora:ink:0.8>\nwoodcut, <lora:winter:1:0.5>"
    assert list(reference_validator("/components/schemas/Provenance").iter_errors(found.provenance)) == []
    stated = {name: found.provenance[name] for name in ("engine", "engine_version", "model", "seed", "negative_prompt")}
    assert stated == {
        "engine": "automatic1111", "engine_version": "v1.9.0", "model": "sd15", "seed": 4294967295,
        "negative_prompt": "blurry,\ntext",
    }  # fmt: skip
    parameters = found.provenance["parameters"]
    assert (parameters["lora_2"], parameters["lora_2_weight"], parameters["lora_2_hash"]) == ("winter", 1, "bb22")
    assert (parameters["sampler"], parameters["hires_upscale"], parameters["model_hash"]) == (
        "DPM++ 2M", "2", "6ce0161689",
    )  # fmt: skip
    assert b"a fox" not in driver.blobs.read(found.image.digest), "the file itself is stored without metadata"
    assert detail(driver, applied, "zodiac_x/photo.webp", by).provenance is None
    assert driver.plan(folder).counts["unchanged"] == 5
    assert driver.undo(driver.verify(applied)).results["kept"] == 0
    assert driver.dump() == before


@pytest.mark.parametrize(
    ("name", "sidecar", "data", "caption"),
    [
        ("fox.png", "fox.txt", b"a fox", "a fox"),
        ("fox.PNG", "fox.CAPTION", b"a fox", "a fox"),
        ("fox.png", "fox.png.txt", b"a fox", "a fox"),
        ("fox.PNG", "fox.png.JSON", b'{"caption": "a fox"}', "a fox"),
        (unicodedata.normalize("NFC", "füchse.png"), unicodedata.normalize("NFD", "füchse.txt"), b"a fox", "a fox"),
        (unicodedata.normalize("NFD", "füchse.png"), unicodedata.normalize("NFC", "füchse.Txt"), b"a fox", "a fox"),
        ("fox.png", "foxes.txt", b"a fox", None),
    ],
)
def test_a_caption_beside_a_picture_is_its_label(
    driver: ImportDriver, tmp_path: Path, by: Actor, name: str, sidecar: str, data: bytes, caption: str | None
) -> None:
    deck = put(tmp_path / "zodiac_x" / name, picture(1)).parent
    (deck / sidecar).write_bytes(data)
    before = driver.dump()
    applied = driver.plan_and_apply(deck)
    found = detail(driver, applied, name, by)
    assert [label.text for label in found.labels if label.kind == "caption"] == ([caption] if caption else [])
    assert applied.counts["skipped"] == (caption is None)
    assert driver.verify(applied).discrepancies == []
    driver.undo(applied)
    assert driver.dump() == before


def test_a_changed_caption_is_a_changed_source(driver: ImportDriver, tmp_path: Path) -> None:
    deck = put(tmp_path / "zodiac_x" / "fox.png", picture(1)).parent
    (deck / "fox.txt").write_bytes(b"a fox")
    planned = driver.plan(deck)
    (deck / "fox.txt").write_bytes(b"a hare")
    applied = driver.apply(planned)
    assert (item(driver, applied, "fox.png").discrepancy, applied.results["failed"]) == ("changed_since_plan", 1)


def test_a_picture_whose_caption_was_removed_since_is_kept(driver: ImportDriver, tmp_path: Path, by: Actor) -> None:
    deck = put(tmp_path / "zodiac_x" / "fox.png", picture(1)).parent
    (deck / "fox.caption").write_bytes(b"a fox")
    applied = driver.plan_and_apply(deck)
    with write_work(driver) as work:
        caption = next(it for it in detail(driver, applied, "fox.png", by).labels if it.kind == "caption")
        images.delete_label(work, caption.id, by=by)
        work.commit()
    undone = driver.undo(applied)
    assert (item(driver, undone, "fox.png").discrepancy, undone.results["kept"]) == ("labelled", 1)


BAD: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "sidecar_unreadable"),
    "deep": (b'{"a":' * 100_000, "sidecar_unreadable"),
    "too large": (b" " * (1024 * 1024 + 1), "sidecar_unreadable"),
    "steps of 150": (b'{"steps": 150, "prompt": "a fox"}', "value_out_of_bounds"),
    "400 digits": (b'{"seed": ' + b"9" * 400 + b"}", "value_out_of_bounds"),
    "lone surrogates": (b'{"engine": "\\ud800", "prompt": "\\udfff\\u0000"}', "metadata_read"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_sidecar_keeps_no_picture_out_and_loses_no_metadata(
    driver: ImportDriver, tmp_path: Path, by: Actor, name: str
) -> None:
    data, reason = BAD[name]
    deck = put(tmp_path / "zodiac_x" / "fox.png", pictures.png({"parameters": "a hare\nSteps: 4, Seed: 1"})).parent
    (deck / "fox.json").write_bytes(data)
    applied = driver.plan_and_apply(deck)
    assert (item(driver, applied, "fox.png").reason, applied.results["failed"]) == (reason, 0)
    provenance = detail(driver, applied, "fox.png", by).provenance
    assert list(reference_validator("/components/schemas/Provenance").iter_errors(provenance)) == []
    if reason != "value_out_of_bounds":
        assert (provenance["prompt"], provenance["steps"]) == ("a hare", 4)


def test_a_dry_run_lists_what_is_wrong_before_what_is_only_read(driver: ImportDriver, folder: Path, by: Actor) -> None:
    put(folder / "zodiac_y" / "bad.png", picture(2), {"steps": 150})
    new = NewFolderImport(kind="media", folder=folder)
    result = dry_run_plan(driver.studio, new, by=by, progress=lambda _: None)
    assert [it.reason for it in result.items] == ["value_out_of_bounds", *["metadata_read"] * 3]


def labels_of(driver: ImportDriver, view: Any, key: str, by: Actor) -> set[str]:
    return {it.text for it in detail(driver, view, key, by).labels}


def test_a_changed_caption_changes_labels_and_undoing_all_imports_leaves_nothing(
    driver: ImportDriver, tmp_path: Path, by: Actor
) -> None:
    deck = put(tmp_path / "zodiac_x" / "fox.png", picture(1)).parent
    (deck / "fox.caption").write_bytes(b"a fox")
    empty = driver.dump()
    first = driver.plan_and_apply(deck)
    before = driver.dump()
    (deck / "fox.caption").write_bytes(b"a hare")
    second = driver.plan_and_apply(deck)
    assert item(driver, second, "fox.png").reason == "sidecar_changed"
    assert labels_of(driver, first, "fox.png", by) == {"zodiac", "a hare"}
    assert driver.verify(second).discrepancies == []
    assert driver.plan(deck).counts["unchanged"] == 2
    assert driver.undo(second).results == {"applied": 0, "failed": 0, "undone": 1, "kept": 0}
    assert driver.dump()["labels"] == before["labels"]
    assert driver.undo(first).results["kept"] == 0
    assert driver.dump() == empty


def test_labels_that_somebody_changed_stay_when_a_caption_changes(
    driver: ImportDriver, tmp_path: Path, by: Actor
) -> None:
    deck = put(tmp_path / "zodiac_x" / "fox.png", picture(1)).parent
    (deck / "fox.caption").write_bytes(b"a fox")
    applied = driver.plan_and_apply(deck)
    with write_work(driver) as work:
        caption = next(it for it in detail(driver, applied, "fox.png", by).labels if it.kind == "caption")
        images.delete_label(work, caption.id, by=by)
        work.commit()
    (deck / "fox.caption").write_bytes(b"a hare")
    planned = driver.plan(deck)
    assert item(driver, planned, "fox.png").message.endswith("Its labels were changed here, and stay.")
    driver.apply(planned)
    assert labels_of(driver, applied, "fox.png", by) == {"zodiac"}


def test_pictures_imported_before_more_was_read_are_read_again(
    driver: ImportDriver, folder: Path, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = driver.dump()
    with monkeypatch.context() as earlier:
        earlier.setattr(scan, "describe", lambda *_, **__: Description())
        first = driver.plan_and_apply(folder)
    edited = "zodiac_x/swarm.jpg"
    with write_work(driver) as work:
        images.update_image(work, thing_id(driver, first, edited), ImageChanges(title="Mine"), by=by)
        work.commit()
    planned = driver.plan(folder)
    reasons = {it.key: (it.outcome, it.reason) for it in driver.items(planned) if it.reason is not None}
    assert reasons == {A1111: ("changed", "metadata_reread"), edited: ("unchanged", "edited_here")}
    second = driver.apply(planned)
    assert detail(driver, first, A1111, by).provenance["seed"] == 4294967295
    assert (detail(driver, first, edited, by).image.title, detail(driver, first, edited, by).provenance) == (
        "Mine",
        None,
    )
    assert driver.plan(folder).counts["changed"] == 0
    driver.undo(second)
    assert detail(driver, first, A1111, by).provenance is None
    undone = driver.undo(first)
    assert {it.key for it in driver.items(undone) if it.state == "kept"} == {edited}
    assert set(empty) == set(driver.dump())


def test_a_second_sidecar_of_a_picture_is_reported(driver: ImportDriver, tmp_path: Path) -> None:
    deck = put(tmp_path / "zodiac_x" / "fox.png", picture(1), {"prompt": "a fox"}).parent
    (deck / "fox.png.json").write_bytes(b'{"prompt": "a hare"}')
    (deck / "fox.TXT").write_bytes(b"a fox")
    (deck / "fox.png.txt").write_bytes(b"a hare")
    reasons = {it.key: it.reason for it in driver.items(driver.plan(deck)) if it.outcome == "skipped"}
    assert reasons == {"fox.png.json": "sidecar_unused", "fox.png.txt": "sidecar_unused"}
