"""Undoing sets: what the import made is removed, except what was changed or is in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.clock import utc_now
from platemark.db.tables import SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.set_templates import samples
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import (
    Edit,
    OpenWork,
    album_rows,
    archive_template,
    change,
    delete_album,
    edit_album,
    edit_template,
    states,
    tarot_template,
    templates,
)


def test_undoing_leaves_the_studio_as_before(driver: ImportDriver, folder: Path, open_work: OpenWork) -> None:
    change(open_work, samples.install_samples)
    before = driver.dump()
    applied = driver.plan_and_apply(folder)
    assert driver.dump() != before
    undone = driver.undo(applied)
    assert (undone.state, undone.results["undone"], undone.discrepancies) == ("undone", 4, [])
    assert driver.dump() == before


def run_template(work: UnitOfWork) -> None:
    tarot = tarot_template(work)
    row = SetRunRow(
        id=new_id(), set_template_id=tarot.id, set_template_version=tarot.version, album_id=new_id(), theme="",
        engine="press", adapters=[], seed=1, overrides={}, row_count=2, created_at=utc_now(),
    )  # fmt: skip
    work.session.add(row)


EDITS = [
    pytest.param(edit_template, ("kept", "edited"), ("undone", None), id="an edited set template"),
    pytest.param(edit_album, ("kept", "in_use"), ("kept", "edited"), id="an edited album and its set template"),
    pytest.param(archive_template, ("kept", "edited"), ("undone", None), id="an archived set template"),
    pytest.param(run_template, ("kept", "in_use"), ("undone", None), id="a set template with a run"),
    pytest.param(delete_album, ("undone", None), ("undone", None), id="nothing of a deleted album"),
]


@pytest.mark.parametrize(("edit", "template_state", "album_state"), EDITS)
def test_undoing_keeps_what_was_changed_or_is_in_use(
    driver: ImportDriver,
    folder: Path,
    open_work: OpenWork,
    edit: Edit,
    template_state: tuple[str, str | None],
    album_state: tuple[str, str | None],
) -> None:
    applied = driver.plan_and_apply(folder)
    change(open_work, edit)
    undone = driver.undo(applied)
    assert states(driver, undone) == {
        "config.yaml#tarot": template_state,
        "config.yaml#tarot/album": album_state,
        "config.yaml#boats": ("undone", None),
        "config.yaml#boats/album": ("undone", None),
    }
    assert [template.slug for template in templates(driver)] == ["tarot"] * (template_state[0] == "kept")
    assert [album.name for album in album_rows(driver)] == ["Tarot"] * (album_state[0] == "kept")
