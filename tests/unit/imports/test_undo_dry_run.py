"""The dry run of an undo predicts the undo; ``ImportDriver.undo`` checks that for every undo of these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM, Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.engine import Database
from platemark.db.tables import AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Forbidden
from platemark.imports import service as imports
from platemark.imports.execution import dry_run
from platemark.imports.views import DiscrepancyCount, ImportView
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import SIDECAR, picture, put

MakeActor = Callable[..., Actor]


@pytest.fixture
def by(make_user: MakeActor) -> Actor:
    return make_user(role="admin")


@pytest.fixture
def driver(database: Database, tmp_path: Path, by: Actor) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="media", by=by)


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """Three decks: each has one picture of its own and one that all of them have."""
    tree = tmp_path / "outputs"
    for number, deck in enumerate(("zodiac_a", "zodiac_b", "zodiac_c")):
        put(tree / deck / "own.png", picture(number), SIDECAR)
        put(tree / deck / "same.png", picture(9))
    return tree


def thing_id(driver: ImportDriver, view: ImportView, key: str) -> UUID:
    return next(item.thing.id for item in driver.items(view) if item.key == key and item.thing is not None)


def edit_album(driver: ImportDriver, album: UUID) -> None:
    with UnitOfWork(driver.database, write=True) as work:
        albums.update_album(work, album, AlbumChanges(description="ours"), by=SYSTEM)
        work.commit()


@pytest.mark.parametrize("size", [1, 2, 500])
@pytest.mark.parametrize("edited", ["zodiac_a/", "zodiac_b/", "zodiac_c/", None])
def test_the_prediction_holds_for_batches_of_any_size(
    driver: ImportDriver, decks: Path, edited: str | None, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "BATCH", size)
    applied = driver.plan_and_apply(decks)
    if edited is not None:
        edit_album(driver, thing_id(driver, applied, edited))
    undone = driver.undo(applied)
    assert undone.results["kept"] == (0 if edited is None else {"zodiac_a/": 3}.get(edited, 4))


def test_changed_texts_are_predicted_to_be_restored_or_kept(driver: ImportDriver, decks: Path) -> None:
    driver.plan_and_apply(decks)
    for deck in ("zodiac_a", "zodiac_b"):
        put(decks / deck / "own.png", picture("ab".index(deck[-1])), {**SIDECAR, "prompt": "a red fox"})
    second = driver.plan_and_apply(decks)
    put(decks / "zodiac_b" / "own.png", picture(1), {**SIDECAR, "prompt": "a blue fox"})
    driver.plan_and_apply(decks)
    predicted = driver.dry_run_undo(second)
    assert [(item.key, item.discrepancy) for item in predicted.kept] == [("zodiac_b/own.png", "edited")]
    assert [item.key for item in predicted.undone] == ["zodiac_a/own.png"]
    assert driver.undo(second).results["undone"] == 1


@pytest.mark.parametrize("size", [1, 500])
def test_a_set_template_is_removed_with_the_albums_removed_before_it(
    database: Database, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "BATCH", size)
    driver = ImportDriver(database, tmp_path / "data", kind="sets")
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    config = "tarot: {name: T, csv: tarot.csv}\nboats: {name: B, csv: tarot.csv}\n"
    (folder / "config.yaml").write_text(config, "utf-8")
    applied = driver.plan_and_apply(folder)
    predicted = driver.dry_run_undo(applied)
    assert (predicted.undone_count, predicted.kept_count, predicted.reasons) == (4, 0, [])
    with UnitOfWork(database, write=True) as work:
        template = work.session.scalars(sa.select(AlbumRow.set_template_id).where(AlbumRow.name == "T")).one()
        mine = NewAlbum(name="Mine", set_template_id=template, set_template_version=1)
        albums.insert_album(work, mine, by=SYSTEM)
        work.commit()
    predicted = driver.dry_run_undo(applied)
    assert [(item.key, item.state, item.discrepancy) for item in predicted.kept] == [
        ("config.yaml#tarot", "kept", "in_use")
    ]
    assert predicted.reasons == [DiscrepancyCount("in_use", 1)]
    assert [item.key for item in predicted.undone] == [
        "config.yaml#boats/album",
        "config.yaml#boats",
        "config.yaml#tarot/album",
    ]
    assert driver.undo(applied).results["kept"] == 1


def test_only_the_first_items_are_listed_and_all_are_counted(
    driver: ImportDriver, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "MAX_LISTED", 2)
    predicted = driver.dry_run_undo(driver.plan_and_apply(decks))
    keys = [item.key for item in predicted.undone]
    assert (predicted.undone_count, keys) == (9, ["zodiac_c/same.png", "zodiac_c/own.png"])


def test_the_dry_run_is_refused_where_the_undo_would_be(
    driver: ImportDriver, decks: Path, make_user: MakeActor
) -> None:
    planned = driver.plan(decks)
    with pytest.raises(Conflict) as refusal:
        driver.dry_run_undo(planned)
    assert refusal.value.code == "import_not_applied"
    applied = driver.apply(planned)
    with pytest.raises(Forbidden):
        imports.dry_run_undo(driver.studio, applied.id, by=make_user(role="editor"))
    driver.undo(applied)
    with pytest.raises(Conflict) as refusal:
        driver.dry_run_undo(applied)
    assert refusal.value.code == "import_undone"
