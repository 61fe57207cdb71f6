"""Old sets become set templates with an album each; they are taken over once, looked at again, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import yaml

from platemark.access import SYSTEM, Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import AlbumRow, SetRunRow, SetTemplateEntryRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.imports.views import ImportView
from platemark.set_templates import samples
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges, SetTemplateView
from tests.unit.imports.import_driver import ImportDriver

OpenWork = Callable[..., UnitOfWork]
CSV = "name,prompt\nThe Fool,a fool\nThe Star,a star\n"
TAROT = {"name": "Tarot", "csv_path": "tarot.csv", "example_theme": "dusk", "base_prompt": "tarot card"}
BOATS = {"name": "Boats", "csv_path": "tarot.csv", "prompt_template": "{prompt}"}


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="sets")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with two sets that share their rows."""
    folder = tmp_path / "old sets"
    folder.mkdir()
    write(folder, tarot=TAROT, boats=BOATS)
    return folder


def write(folder: Path, rows: str = CSV, **sets: Mapping[str, object]) -> None:
    (folder / "config.yaml").write_text(yaml.safe_dump(sets, sort_keys=False), "utf-8")
    (folder / "tarot.csv").write_text(rows, "utf-8")


def templates(driver: ImportDriver) -> list[SetTemplateView]:
    """Those that are here, archived ones too, by name."""
    with driver.read_work() as work:
        ids = work.session.scalars(sa.select(SetTemplateRow.id).order_by(SetTemplateRow.name))
        return [set_templates.get_set_template(work, it, by=SYSTEM, include_archived=True) for it in ids]


def album_rows(driver: ImportDriver) -> list[AlbumRow]:
    with driver.read_work() as work:
        return list(work.session.scalars(sa.select(AlbumRow).order_by(AlbumRow.name)))


def change(open_work: OpenWork, what: Callable[[UnitOfWork], Any]) -> None:
    with open_work() as work:
        what(work)
        work.commit()


def outcomes(driver: ImportDriver, of: ImportView) -> dict[str, tuple[str, str | None]]:
    return {it.key: (it.outcome, it.reason) for it in driver.items(of)}


def states(driver: ImportDriver, of: ImportView) -> dict[str, tuple[str, str | None]]:
    return {it.key: (it.state, it.discrepancy) for it in driver.items(of)}


def test_a_plan_changes_nothing_and_says_all(driver: ImportDriver, old: Path) -> None:
    write(old, tarot={**TAROT, "sampler": "ddim"}, boats={**BOATS, "csv_path": "../boats.csv"})
    before, times = driver.dump(), [it.stat().st_mtime_ns for it in (old, *old.iterdir())]
    planned = driver.plan(old)
    assert (planned.state, planned.counts["new"], planned.counts["skipped"]) == ("planned", 2, 2)
    assert outcomes(driver, planned) == {
        "config.yaml#tarot": ("new", None),
        "config.yaml#tarot/album": ("new", None),
        "config.yaml#tarot.sampler": ("skipped", "unknown_key"),
        "config.yaml#boats": ("skipped", "path_escapes"),
    }
    assert driver.dump() == before
    assert [it.stat().st_mtime_ns for it in (old, *old.iterdir())] == times


def test_a_set_becomes_a_set_template_and_the_album_that_represents_it(driver: ImportDriver, old: Path) -> None:
    applied = driver.plan_and_apply(old, visibility="shared")
    assert (applied.state, applied.results["applied"], applied.discrepancies) == ("applied", 4, [])
    boats, tarot = templates(driver)
    assert (tarot.slug, tarot.version, tarot.row_count, tarot.visibility) == ("tarot", 1, 2, "shared")
    assert (tarot.base_prompt, tarot.columns, boats.prompt_template) == ("tarot card", ("name", "prompt"), "{prompt}")
    of_boats, of_tarot = album_rows(driver)
    assert (of_tarot.name, of_tarot.source, of_tarot.visibility, of_tarot.theme) == (
        "Tarot",
        "import",
        "shared",
        "dusk",
    )
    assert (of_tarot.set_template_id, of_tarot.set_template_version) == (tarot.id, 1)
    things = {it.key: it.thing for it in driver.items(applied)}
    assert {key: (it.kind, it.id) for key, it in things.items() if it} == {
        "config.yaml#tarot": ("set_template", tarot.id),
        "config.yaml#tarot/album": ("album", of_tarot.id),
        "config.yaml#boats": ("set_template", boats.id),
        "config.yaml#boats/album": ("album", of_boats.id),
    }


def test_what_is_made_belongs_to_whoever_asked(
    database: Database, tmp_path: Path, old: Path, make_user: Callable[..., Actor]
) -> None:
    admin = make_user("anna", "admin")
    driver = ImportDriver(database, tmp_path / "data", kind="sets", by=admin)
    driver.plan_and_apply(old)
    assert (
        {it.created_by for it in templates(driver)} == {it.created_by for it in album_rows(driver)} == {admin.user_id}
    )


def test_a_second_import_makes_nothing_new(driver: ImportDriver, old: Path) -> None:
    driver.plan_and_apply(old)
    before = driver.dump()
    again = driver.plan_and_apply(old)
    assert (again.counts["unchanged"], again.counts["new"], again.results["applied"]) == (4, 0, 0)
    assert driver.dump() == before
    assert driver.verify(again).discrepancies == []


def test_undoing_leaves_the_studio_as_it_was(driver: ImportDriver, old: Path, open_work: OpenWork) -> None:
    change(open_work, samples.install_samples)
    before = driver.dump()
    applied = driver.plan_and_apply(old)
    assert driver.dump() != before
    undone = driver.undo(applied)
    assert (undone.state, undone.results["undone"], undone.discrepancies) == ("undone", 4, [])
    assert driver.dump() == before


def test_what_changed_in_the_source_becomes_a_new_version_which_can_be_taken_back(
    driver: ImportDriver, old: Path
) -> None:
    driver.plan_and_apply(old)
    before = driver.dump()
    rows = CSV + "The Sun,a sun\n"
    write(old, rows, tarot={**TAROT, "name": "Trumps", "width": 256}, boats=BOATS)
    planned = driver.plan(old)
    assert outcomes(driver, planned) == {
        "config.yaml#tarot": ("changed", None),
        "config.yaml#tarot/album": ("changed", None),
        "config.yaml#boats": ("changed", None),
        "config.yaml#boats/album": ("unchanged", None),
    }
    applied = driver.apply(planned)
    boats, trumps = templates(driver)
    assert (trumps.name, trumps.width, trumps.row_count, boats.row_count) == ("Trumps", 256, 3, 3)
    assert [it.name for it in album_rows(driver)] == ["Boats", "Trumps"]
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).discrepancies == []
    assert driver.dump() == before


def edit_template(work: UnitOfWork) -> None:
    tarot = set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM)
    set_templates.update_set_template(work, tarot.id, SetTemplateChanges(style_suffix="woodcut"), by=SYSTEM)


def edit_album(work: UnitOfWork) -> None:
    album = work.session.scalars(sa.select(AlbumRow.id).where(AlbumRow.name == "Tarot")).one()
    albums.update_album(work, album, AlbumChanges(description="ours"), by=SYSTEM)


def archive_template(work: UnitOfWork) -> None:
    set_templates.archive_set_template(
        work, set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM).id, by=SYSTEM
    )


def delete_album(work: UnitOfWork) -> None:
    album = work.session.scalars(sa.select(AlbumRow.id).where(AlbumRow.name == "Tarot")).one()
    albums.delete_album(work, album, by=SYSTEM)


def run_template(work: UnitOfWork) -> None:
    tarot = set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM)
    row = SetRunRow(
        id=new_id(), set_template_id=tarot.id, set_template_version=tarot.version, album_id=new_id(), theme="",
        seed=1, overrides={}, row_count=2, created_at=utc_now(),
    )  # fmt: skip
    work.session.add(row)


KEPT = [
    pytest.param(edit_template, ("kept", "edited"), ("undone", None), id="an edited set template"),
    pytest.param(edit_album, ("kept", "in_use"), ("kept", "edited"), id="an edited album, and what it represents"),
    pytest.param(archive_template, ("kept", "edited"), ("undone", None), id="an archived set template"),
    pytest.param(run_template, ("kept", "in_use"), ("undone", None), id="a set template that was run"),
    pytest.param(delete_album, ("undone", None), ("undone", None), id="nothing of what was deleted here"),
]


@pytest.mark.parametrize(("edit", "of_template", "of_album"), KEPT)
def test_undoing_keeps_what_was_changed_here_and_says_so(
    driver: ImportDriver,
    old: Path,
    open_work: OpenWork,
    edit: Callable[[UnitOfWork], None],
    of_template: tuple[str, str | None],
    of_album: tuple[str, str | None],
) -> None:
    applied = driver.plan_and_apply(old)
    change(open_work, edit)
    undone = driver.undo(applied)
    assert states(driver, undone) == {
        "config.yaml#tarot": of_template,
        "config.yaml#tarot/album": of_album,
        "config.yaml#boats": ("undone", None),
        "config.yaml#boats/album": ("undone", None),
    }
    kept = [state for state, _ in (of_template, of_album)]
    assert [it.slug for it in templates(driver)] == ["tarot"] * (kept[0] == "kept")
    assert [it.name for it in album_rows(driver)] == ["Tarot"] * (kept[1] == "kept")


def spoil_rows(work: UnitOfWork) -> None:
    tarot = set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM)
    row = SetTemplateEntryRow
    first = (row.set_template_id == tarot.id, row.position == 0)
    work.session.execute(sa.update(row).where(*first).values(values={"name": "The Fool", "prompt": "a fish"}))


def drop_template(work: UnitOfWork) -> None:
    tarot = set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM)
    work.session.execute(sa.delete(SetTemplateRow).where(SetTemplateRow.id == tarot.id))


SPOILT = [
    pytest.param(edit_template, {"config.yaml#tarot": "altered"}, id="edited template"),
    pytest.param(edit_album, {"config.yaml#tarot/album": "altered"}, id="edited album"),
    pytest.param(archive_template, {"config.yaml#tarot": "altered"}, id="archived template"),
    pytest.param(delete_album, {"config.yaml#tarot/album": "missing"}, id="deleted album"),
    pytest.param(spoil_rows, {"config.yaml#tarot": "corrupt"}, id="rows changed behind the studio's back"),
    pytest.param(
        drop_template, {"config.yaml#tarot": "missing", "config.yaml#tarot/album": "orphaned"}, id="template gone"
    ),
]


@pytest.mark.parametrize(("spoil", "found"), SPOILT)
def test_verifying_names_what_is_not_as_it_was_made(
    driver: ImportDriver, old: Path, open_work: OpenWork, spoil: Callable[[UnitOfWork], None], found: dict[str, str]
) -> None:
    applied = driver.plan_and_apply(old)
    assert driver.verify(applied).discrepancies == []
    change(open_work, spoil)
    verified = driver.verify(applied)
    assert {it.key: it.discrepancy for it in driver.items(verified) if it.discrepancy} == found
    assert verified.state == "applied"


@pytest.mark.parametrize(
    ("sets", "found"),
    [
        ({"tarot": {**TAROT, "width": 256}, "boats": BOATS}, "source_altered"),
        ({"boats": BOATS}, "source_missing"),
        ({"tarot": {**TAROT, "width": 255}, "boats": BOATS}, "source_missing"),
    ],
    ids=["says something else", "is gone", "could not be taken any more"],
)
def test_verifying_reads_the_source_again(
    driver: ImportDriver, old: Path, sets: dict[str, Mapping[str, object]], found: str
) -> None:
    applied = driver.plan_and_apply(old)
    write(old, CSV, **sets)
    verified = driver.verify(applied)
    assert verified.source_checked
    told = {it.key: it.discrepancy for it in driver.items(verified) if it.discrepancy}
    assert told == {"config.yaml#tarot": found, "config.yaml#tarot/album": found}


def test_a_source_that_changes_after_the_plan_is_not_taken_as_it_is_now(driver: ImportDriver, old: Path) -> None:
    planned = driver.plan(old)
    write(old, tarot={**TAROT, "base_prompt": "a fish"}, boats=BOATS)
    applied = driver.apply(planned)
    assert applied.results["failed"] == 2
    assert states(driver, applied)["config.yaml#tarot"] == ("failed", "changed_since_plan")
    assert [it.slug for it in templates(driver)] == ["boats"]


CONFLICTS = [
    pytest.param(edit_template, ("conflicting", "edited_here"), ("unchanged", None), id="edited here"),
    pytest.param(archive_template, ("conflicting", "archived"), ("unchanged", None), id="archived here"),
]


@pytest.mark.parametrize(("edit", "of_template", "of_album"), CONFLICTS)
def test_what_was_changed_in_both_places_is_left_alone(
    driver: ImportDriver,
    old: Path,
    open_work: OpenWork,
    edit: Callable[[UnitOfWork], None],
    of_template: tuple[str, str | None],
    of_album: tuple[str, str | None],
) -> None:
    driver.plan_and_apply(old)
    change(open_work, edit)
    before = driver.dump()
    write(old, tarot={**TAROT, "width": 256}, boats=BOATS)
    planned = driver.plan(old)
    found = outcomes(driver, planned)
    assert (found["config.yaml#tarot"], found["config.yaml#tarot/album"]) == (of_template, of_album)
    driver.apply(planned)
    assert driver.dump() == before


def test_an_album_that_was_changed_in_both_places_is_left_alone(
    driver: ImportDriver, old: Path, open_work: OpenWork
) -> None:
    driver.plan_and_apply(old)
    change(open_work, edit_album)
    write(old, tarot={**TAROT, "description": "theirs"}, boats=BOATS)
    planned = driver.plan(old)
    assert outcomes(driver, planned)["config.yaml#tarot/album"] == ("conflicting", "edited_here")
    driver.apply(planned)
    assert [it.description for it in album_rows(driver)] == ["", "ours"]
    assert [it.description for it in templates(driver)] == ["", "theirs"]


@pytest.mark.parametrize(
    ("edit", "key"), [(edit_template, "config.yaml#tarot"), (edit_album, "config.yaml#tarot/album")]
)
def test_what_was_changed_here_after_the_plan_is_left_alone(
    driver: ImportDriver, old: Path, open_work: OpenWork, edit: Callable[[UnitOfWork], None], key: str
) -> None:
    driver.plan_and_apply(old)
    write(old, tarot={**TAROT, "description": "theirs"}, boats=BOATS)
    planned = driver.plan(old)
    change(open_work, edit)
    applied = driver.apply(planned)
    assert states(driver, applied)[key] == ("failed", "edited_here")
    assert applied.results == {"applied": 1, "failed": 1, "undone": 0, "kept": 0}


def foreign(name: str, slug: str | None) -> Callable[[UnitOfWork], object]:
    rows = from_rows([{"prompt": "something else"}])
    return lambda work: set_templates.create_set_template(work, NewSetTemplate(name=name), rows, by=SYSTEM, slug=slug)


def test_a_set_with_the_id_of_another_is_a_conflict(driver: ImportDriver, old: Path, open_work: OpenWork) -> None:
    change(open_work, foreign("Theirs", "tarot"))
    applied = driver.plan_and_apply(old)
    found = outcomes(driver, applied)
    assert found["config.yaml#tarot"] == found["config.yaml#tarot/album"] == ("conflicting", "id_taken")
    assert [it.name for it in templates(driver)] == ["Boats", "Theirs"]
    assert [it.name for it in album_rows(driver)] == ["Boats"]


def test_a_set_with_the_name_of_another_is_taken_and_remarked_on(
    driver: ImportDriver, old: Path, open_work: OpenWork
) -> None:
    change(open_work, foreign("Tarot", None))
    planned = driver.plan(old)
    assert outcomes(driver, planned)["config.yaml#tarot"] == ("new", "name_taken")


def sample_folder(tmp_path: Path) -> Path:
    """The samples that come with the studio, as an old studio would have kept them."""
    folder = tmp_path / "samples"
    folder.mkdir()
    shipped = resources.files("platemark.samples")
    said = {}
    for slug in samples.SLUGS:
        said[slug] = {**yaml.safe_load((shipped / f"{slug}.json").read_text("utf-8")), "csv_path": f"{slug}.csv"}
        (folder / f"{slug}.csv").write_bytes((shipped / f"{slug}.csv").read_bytes())
    (folder / "config.yaml").write_text(yaml.safe_dump(said, sort_keys=False), "utf-8")
    return folder


def test_the_sample_sets_are_taken_over(driver: ImportDriver, tmp_path: Path) -> None:
    before = driver.dump()
    applied = driver.plan_and_apply(sample_folder(tmp_path))
    assert applied.counts["new"] == applied.results["applied"] == 6
    found = {it.slug: it for it in templates(driver)}
    for slug in samples.SLUGS:
        sample = samples.load_sample(slug)
        with driver.read_work() as work:
            assert set_templates.read_rows(work, found[slug]).table == sample.table
        assert found[slug].prompt_template == sample.new.prompt_template
    assert sorted(it.name for it in album_rows(driver)) == sorted(
        samples.load_sample(slug).new.name for slug in samples.SLUGS
    )
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).results["undone"] == 6
    assert driver.dump() == before


def test_the_sample_sets_that_are_here_already_get_their_albums_alone(
    driver: ImportDriver, tmp_path: Path, open_work: OpenWork
) -> None:
    change(open_work, samples.install_samples)
    before = driver.dump()
    applied = driver.plan_and_apply(sample_folder(tmp_path))
    assert (applied.counts["unchanged"], applied.counts["new"]) == (3, 3)
    assert {it.reason for it in driver.items(applied) if it.outcome == "unchanged"} == {"already_here"}
    assert len(album_rows(driver)) == 3
    driver.undo(applied)
    assert driver.dump() == before


def test_csv_files_alone_are_sets(driver: ImportDriver, tmp_path: Path) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    (folder / "major_arcana.csv").write_text(CSV, "utf-8")
    (folder / "broken.csv").write_text("name;prompt\na;b\n", "utf-8")
    applied = driver.plan_and_apply(folder)
    assert [(it.slug, it.name, it.row_count) for it in templates(driver)] == [("major-arcana", "Major arcana", 2)]
    assert {it.key: it.reason for it in driver.items(applied) if it.outcome == "skipped"} == {
        "broken.csv": "csv_invalid",
        "broken.csv:1:1": "csv_bad_header",
    }
