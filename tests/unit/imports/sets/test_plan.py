"""Plans of sets: what is new, skipped, conflicting or known already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.access import SYSTEM
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import (
    BOATS,
    TAROT,
    Edit,
    OpenWork,
    album_rows,
    archive_template,
    change,
    edit_album,
    edit_template,
    outcomes,
    states,
    templates,
    write_sets,
)


def test_a_plan_lists_everything_and_changes_nothing(driver: ImportDriver, folder: Path) -> None:
    write_sets(folder, tarot={**TAROT, "sampler": "ddim"}, boats={**BOATS, "csv_path": "../boats.csv"})
    before, times = driver.dump(), [path.stat().st_mtime_ns for path in (folder, *folder.iterdir())]
    planned = driver.plan(folder)
    assert (planned.state, planned.counts["new"], planned.counts["skipped"]) == ("planned", 2, 2)
    assert outcomes(driver, planned) == {
        "config.yaml#tarot": ("new", None),
        "config.yaml#tarot/album": ("new", None),
        "config.yaml#tarot.sampler": ("skipped", "unknown_key"),
        "config.yaml#boats": ("skipped", "path_escapes"),
    }
    assert driver.dump() == before
    assert [path.stat().st_mtime_ns for path in (folder, *folder.iterdir())] == times


CONFLICTS = [
    pytest.param(edit_template, ("conflicting", "edited_here"), ("unchanged", None), id="edited here"),
    pytest.param(archive_template, ("conflicting", "archived"), ("unchanged", None), id="archived here"),
]


@pytest.mark.parametrize(("edit", "template_outcome", "album_outcome"), CONFLICTS)
def test_a_set_template_changed_in_the_source_and_here_is_left_alone(
    driver: ImportDriver,
    folder: Path,
    open_work: OpenWork,
    edit: Edit,
    template_outcome: tuple[str, str | None],
    album_outcome: tuple[str, str | None],
) -> None:
    driver.plan_and_apply(folder)
    change(open_work, edit)
    before = driver.dump()
    write_sets(folder, tarot={**TAROT, "width": 256}, boats=BOATS)
    planned = driver.plan(folder)
    outcome_by_key = outcomes(driver, planned)
    assert outcome_by_key["config.yaml#tarot"] == template_outcome
    assert outcome_by_key["config.yaml#tarot/album"] == album_outcome
    driver.apply(planned)
    assert driver.dump() == before


def test_an_album_changed_in_the_source_and_here_is_left_alone(
    driver: ImportDriver, folder: Path, open_work: OpenWork
) -> None:
    driver.plan_and_apply(folder)
    change(open_work, edit_album)
    write_sets(folder, tarot={**TAROT, "description": "theirs"}, boats=BOATS)
    planned = driver.plan(folder)
    assert outcomes(driver, planned)["config.yaml#tarot/album"] == ("conflicting", "edited_here")
    driver.apply(planned)
    assert [album.description for album in album_rows(driver)] == ["", "ours"]
    assert [template.description for template in templates(driver)] == ["", "theirs"]


@pytest.mark.parametrize(
    ("edit", "key"), [(edit_template, "config.yaml#tarot"), (edit_album, "config.yaml#tarot/album")]
)
def test_rows_changed_here_after_the_plan_are_left_alone(
    driver: ImportDriver, folder: Path, open_work: OpenWork, edit: Edit, key: str
) -> None:
    driver.plan_and_apply(folder)
    write_sets(folder, tarot={**TAROT, "description": "theirs"}, boats=BOATS)
    planned = driver.plan(folder)
    change(open_work, edit)
    applied = driver.apply(planned)
    assert states(driver, applied)[key] == ("failed", "edited_here")
    assert applied.results == {"applied": 1, "failed": 1, "undone": 0, "kept": 0}


def create_template(name: str, slug: str | None) -> Callable[[UnitOfWork], object]:
    rows = from_rows([{"prompt": "something else"}])
    return lambda work: set_templates.create_set_template(work, NewSetTemplate(name=name), rows, by=SYSTEM, slug=slug)


def test_a_set_whose_id_is_taken_is_a_conflict(driver: ImportDriver, folder: Path, open_work: OpenWork) -> None:
    change(open_work, create_template("Theirs", "tarot"))
    applied = driver.plan_and_apply(folder)
    outcome_by_key = outcomes(driver, applied)
    assert (
        outcome_by_key["config.yaml#tarot"] == outcome_by_key["config.yaml#tarot/album"] == ("conflicting", "id_taken")
    )
    assert [template.name for template in templates(driver)] == ["Boats", "Theirs"]
    assert [album.name for album in album_rows(driver)] == ["Boats"]


def test_a_set_whose_name_is_taken_is_imported_with_a_note(
    driver: ImportDriver, folder: Path, open_work: OpenWork
) -> None:
    change(open_work, create_template("Tarot", None))
    planned = driver.plan(folder)
    assert outcomes(driver, planned)["config.yaml#tarot"] == ("new", "name_taken")
