"""Verifying sets: discrepancies of set templates, albums and the source are found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import sqlalchemy as sa

from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import (
    BOATS,
    CSV,
    TAROT,
    Edit,
    OpenWork,
    archive_template,
    change,
    delete_album,
    edit_album,
    edit_template,
    tarot_template,
    write_sets,
)


def corrupt_rows(work: UnitOfWork) -> None:
    row = SetTemplateEntryRow
    first = (row.set_template_id == tarot_template(work).id, row.position == 0)
    work.session.execute(sa.update(row).where(*first).values(values={"name": "The Fool", "prompt": "a fish"}))


def delete_template_row(work: UnitOfWork) -> None:
    work.session.execute(sa.delete(SetTemplateRow).where(SetTemplateRow.id == tarot_template(work).id))


EDITS = [
    pytest.param(edit_template, {"config.yaml#tarot": "altered"}, id="an edited set template"),
    pytest.param(edit_album, {"config.yaml#tarot/album": "altered"}, id="an edited album"),
    pytest.param(archive_template, {"config.yaml#tarot": "altered"}, id="an archived set template"),
    pytest.param(delete_album, {"config.yaml#tarot/album": "missing"}, id="a deleted album"),
    pytest.param(corrupt_rows, {"config.yaml#tarot": "corrupt"}, id="rows changed in the database"),
    pytest.param(
        delete_template_row,
        {"config.yaml#tarot": "missing", "config.yaml#tarot/album": "orphaned"},
        id="a deleted set template",
    ),
]


@pytest.mark.parametrize(("edit", "discrepancies"), EDITS)
def test_verifying_finds_each_discrepancy(
    driver: ImportDriver, folder: Path, open_work: OpenWork, edit: Edit, discrepancies: dict[str, str]
) -> None:
    applied = driver.plan_and_apply(folder)
    assert driver.verify(applied).discrepancies == []
    change(open_work, edit)
    verified = driver.verify(applied)
    assert {item.key: item.discrepancy for item in driver.items(verified) if item.discrepancy} == discrepancies
    assert verified.state == "applied"


@pytest.mark.parametrize(
    ("sets", "discrepancy"),
    [
        ({"tarot": {**TAROT, "width": 256}, "boats": BOATS}, "source_altered"),
        ({"boats": BOATS}, "source_missing"),
        ({"tarot": {**TAROT, "width": 255}, "boats": BOATS}, "source_missing"),
    ],
    ids=["changed", "gone", "invalid now"],
)
def test_verifying_reads_the_source_again(
    driver: ImportDriver, folder: Path, sets: dict[str, Mapping[str, object]], discrepancy: str
) -> None:
    applied = driver.plan_and_apply(folder)
    write_sets(folder, CSV, **sets)
    verified = driver.verify(applied)
    assert verified.source_checked
    by_key = {item.key: item.discrepancy for item in driver.items(verified) if item.discrepancy}
    assert by_key == {"config.yaml#tarot": discrepancy, "config.yaml#tarot/album": discrepancy}
