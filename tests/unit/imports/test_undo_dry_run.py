"""What an undo would do is told beforehand, and is what it does: ``Desk.undo`` holds every undo to that."""

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
from platemark.imports.execution import dry_run
from platemark.imports.execution.dry_run import rehearse_undo
from platemark.imports.views import DiscrepancyCount, ImportView
from tests.unit.imports.import_driver import Desk
from tests.unit.imports.trees import SIDECAR, picture, put

MakeActor = Callable[..., Actor]


@pytest.fixture
def by(make_user: MakeActor) -> Actor:
    return make_user(role="admin")


@pytest.fixture
def desk(database: Database, tmp_path: Path, by: Actor) -> Desk:
    return Desk(database, tmp_path / "data", kind="media", by=by)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Three decks: each has one picture of its own and one that all of them have."""
    tree = tmp_path / "outputs"
    for number, deck in enumerate(("zodiac_a", "zodiac_b", "zodiac_c")):
        put(tree / deck / "own.png", picture(number), SIDECAR)
        put(tree / deck / "same.png", picture(9))
    return tree


def thing(desk: Desk, of: ImportView, key: str) -> UUID:
    return next(it.thing.id for it in desk.items(of) if it.key == key and it.thing is not None)


def edit(desk: Desk, album: UUID) -> None:
    with UnitOfWork(desk.database, write=True) as work:
        albums.update_album(work, album, AlbumChanges(description="ours"), by=SYSTEM)
        work.commit()


@pytest.mark.parametrize("size", [1, 2, 500])
@pytest.mark.parametrize("edited", ["zodiac_a/", "zodiac_b/", "zodiac_c/", None])
def test_it_is_right_in_batches_of_any_size(
    desk: Desk, shared: Path, edited: str | None, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "BATCH", size)
    applied = desk.take_over(shared)
    if edited is not None:
        edit(desk, thing(desk, applied, edited))
    undone = desk.undo(applied)
    assert undone.results["kept"] == (0 if edited is None else {"zodiac_a/": 3}.get(edited, 4))


def test_changed_words_are_foreseen_to_come_back_or_to_stay(desk: Desk, shared: Path) -> None:
    desk.take_over(shared)
    for deck in ("zodiac_a", "zodiac_b"):
        put(shared / deck / "own.png", picture("ab".index(deck[-1])), {**SIDECAR, "prompt": "a red fox"})
    second = desk.take_over(shared)
    put(shared / "zodiac_b" / "own.png", picture(1), {**SIDECAR, "prompt": "a blue fox"})
    desk.take_over(shared)
    foreseen = desk.foresee_undo(second)
    assert [(it.key, it.discrepancy) for it in foreseen.kept] == [("zodiac_b/own.png", "edited")]
    assert [it.key for it in foreseen.undone] == ["zodiac_a/own.png"]
    assert desk.undo(second).results["undone"] == 1


@pytest.mark.parametrize("size", [1, 500])
def test_a_set_template_goes_with_the_albums_that_go_before_it(
    database: Database, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "BATCH", size)
    desk = Desk(database, tmp_path / "data", kind="sets")
    old = tmp_path / "old"
    old.mkdir()
    (old / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    (old / "config.yaml").write_text("tarot: {name: T, csv: tarot.csv}\nboats: {name: B, csv: tarot.csv}\n", "utf-8")
    applied = desk.take_over(old)
    foreseen = desk.foresee_undo(applied)
    assert (foreseen.undone_count, foreseen.kept_count, foreseen.reasons) == (4, 0, [])
    with UnitOfWork(database, write=True) as work:
        template = work.session.scalars(sa.select(AlbumRow.set_template_id).where(AlbumRow.name == "T")).one()
        mine = NewAlbum(name="Mine", set_template_id=template, set_template_version=1)
        albums.insert_album(work, mine, by=SYSTEM)
        work.commit()
    foreseen = desk.foresee_undo(applied)
    assert [(it.key, it.state, it.discrepancy) for it in foreseen.kept] == [("config.yaml#tarot", "kept", "in_use")]
    assert foreseen.reasons == [DiscrepancyCount("in_use", 1)]
    assert [it.key for it in foreseen.undone] == [
        "config.yaml#boats/album",
        "config.yaml#boats",
        "config.yaml#tarot/album",
    ]
    assert desk.undo(applied).results["kept"] == 1


def test_only_the_first_are_listed_and_all_are_counted(
    desk: Desk, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "MOST_REMARKED", 2)
    applied = desk.take_over(shared)
    foreseen = desk.foresee_undo(applied)
    assert (foreseen.undone_count, [it.key for it in foreseen.undone]) == (9, ["zodiac_c/same.png", "zodiac_c/own.png"])


def test_what_cannot_be_undone_is_not_foreseen_either(desk: Desk, shared: Path, make_user: MakeActor) -> None:
    planned = desk.plan(shared)
    with pytest.raises(Conflict) as refused:
        desk.foresee_undo(planned)
    assert refused.value.code == "import_not_applied"
    applied = desk.apply(planned)
    with pytest.raises(Forbidden):
        rehearse_undo(desk.studio, applied.id, by=make_user(role="editor"))
    desk.undo(applied)
    with pytest.raises(Conflict) as refused:
        desk.foresee_undo(applied)
    assert refused.value.code == "import_undone"
