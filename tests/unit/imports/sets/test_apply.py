"""Applying sets: each becomes a set template and the album that represents it, once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from platemark.access import Actor
from platemark.db.engine import Database
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import (
    BOATS,
    CSV,
    TAROT,
    album_rows,
    outcomes,
    states,
    templates,
    write_sets,
)


def test_a_set_becomes_a_set_template_and_the_album_that_represents_it(driver: ImportDriver, folder: Path) -> None:
    applied = driver.plan_and_apply(folder, visibility="shared")
    assert (applied.state, applied.results["applied"], applied.discrepancies) == ("applied", 4, [])
    boats, tarot = templates(driver)
    assert (tarot.slug, tarot.version, tarot.row_count, tarot.visibility) == ("tarot", 1, 2, "shared")
    assert (tarot.base_prompt, tarot.columns, boats.prompt_template) == (
        "tarot card",
        ("name", "prompt"),
        "{base_prompt}{.}Art style: {theme}{.}{prompt}{.}{style_suffix}",
    )
    boats_album, tarot_album = album_rows(driver)
    assert (tarot_album.name, tarot_album.source, tarot_album.visibility, tarot_album.theme) == (
        "Tarot",
        "import",
        "shared",
        "dusk",
    )
    assert (tarot_album.set_template_id, tarot_album.set_template_version) == (tarot.id, 1)
    things = {item.key: item.thing for item in driver.items(applied)}
    assert {key: (thing.kind, thing.id) for key, thing in things.items() if thing} == {
        "config.yaml#tarot": ("set_template", tarot.id),
        "config.yaml#tarot/album": ("album", tarot_album.id),
        "config.yaml#boats": ("set_template", boats.id),
        "config.yaml#boats/album": ("album", boats_album.id),
    }


def test_the_importing_admin_owns_set_templates_and_albums(
    database: Database, tmp_path: Path, folder: Path, make_user: Callable[..., Actor]
) -> None:
    admin = make_user("anna", "admin")
    driver = ImportDriver(database, tmp_path / "data", kind="sets", by=admin)
    driver.plan_and_apply(folder)
    assert {template.created_by for template in templates(driver)} == {admin.user_id}
    assert {album.created_by for album in album_rows(driver)} == {admin.user_id}


def test_importing_an_unchanged_source_again_creates_nothing(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    before = driver.dump()
    second = driver.plan_and_apply(folder)
    assert (second.counts["unchanged"], second.counts["new"], second.results["applied"]) == (4, 0, 0)
    assert driver.dump() == before
    assert driver.verify(second).discrepancies == []


def test_changes_in_the_source_become_new_versions_which_an_undo_rolls_back(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    before = driver.dump()
    rows = CSV + "The Sun,a sun\n"
    write_sets(folder, rows, tarot={**TAROT, "name": "Trumps", "width": 256}, boats=BOATS)
    planned = driver.plan(folder)
    assert outcomes(driver, planned) == {
        "config.yaml#tarot": ("changed", None),
        "config.yaml#tarot/album": ("changed", None),
        "config.yaml#boats": ("changed", "template_wrapped"),
        "config.yaml#boats/album": ("unchanged", None),
    }
    applied = driver.apply(planned)
    boats, trumps = templates(driver)
    assert (trumps.name, trumps.width, trumps.row_count, boats.row_count) == ("Trumps", 256, 3, 3)
    assert [album.name for album in album_rows(driver)] == ["Boats", "Trumps"]
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).discrepancies == []
    assert driver.dump() == before


def test_a_set_that_changed_since_the_plan_is_not_imported(driver: ImportDriver, folder: Path) -> None:
    planned = driver.plan(folder)
    write_sets(folder, tarot={**TAROT, "base_prompt": "a fish"}, boats=BOATS)
    applied = driver.apply(planned)
    assert applied.results["failed"] == 2
    assert states(driver, applied)["config.yaml#tarot"] == ("failed", "changed_since_plan")
    assert [template.slug for template in templates(driver)] == ["boats"]


def test_csv_files_alone_are_sets(driver: ImportDriver, tmp_path: Path) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    (folder / "major_arcana.csv").write_text(CSV, "utf-8")
    (folder / "broken.csv").write_text("name;prompt\na;b\n", "utf-8")
    applied = driver.plan_and_apply(folder)
    assert [(template.slug, template.name, template.row_count) for template in templates(driver)] == [
        ("major-arcana", "Major arcana", 2)
    ]
    assert {item.key: item.reason for item in driver.items(applied) if item.outcome == "skipped"} == {
        "broken.csv": "csv_invalid",
        "broken.csv:1:1": "csv_bad_header",
    }
