"""The pictures of imported set runs are linked to the rows that they are of, as far as the old data says which."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.db.tables import ImageRow, JobRow, SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.imports.kinds.database.run_pictures import RowFinder, RunPicture
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.views import ImportView, ItemView
from platemark.set_runs import service as set_runs
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate
from tests.unit.imports.database import imagineer
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import picture, put

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
DUSK, DAWN = "batch_generation_runs/1", "batch_generation_runs/2"
FOLDER = "outputs/tarot_dawn_20240304_100000"
SECOND = f"""
    UPDATE batch_generation_runs SET output_directory = '/mnt/old/{FOLDER}' WHERE id = 2;
    INSERT INTO images (id, filename, file_path, is_public)
      VALUES (7, '20240304_101500_The_Star.png', '/mnt/old/{FOLDER}/20240304_101500_The_Star.png', 1);
    UPDATE batch_templates SET csv_data = replace(csv_data, 'Card Name', 'name');
"""


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="database")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = imagineer.build(tmp_path / "old")
    imagineer.execute(folder, SECOND)
    put(folder / FOLDER / "20240304_101500_The_Star.png", picture(7))
    return folder


def items(driver: ImportDriver, view: ImportView) -> dict[str, ItemView]:
    return {it.key: it for it in driver.items(view)}


def run_of(driver: ImportDriver, theme: str) -> UUID:
    with driver.read_work() as work:
        return work.session.scalars(sa.select(SetRunRow.id).where(SetRunRow.theme == theme)).one()


def rows(driver: ImportDriver, theme: str) -> list[tuple[str, bool]]:
    """The state of each row of a run, and whether it has an image."""
    with driver.read_work() as work:
        run = set_runs.get_set_run(work, run_of(driver, theme), by=SYSTEM)
    return [(it.state, it.image_id is not None) for it in run.rows]


def provenance(driver: ImportDriver, view: ImportView, key: str) -> Mapping[str, Any]:
    thing = items(driver, view)[key].thing
    assert thing is not None
    with driver.read_work() as work:
        return images.get_image(work, thing.id, by=SYSTEM).provenance or {}


def test_pictures_are_linked_by_their_prompts_and_names_and_an_undo_takes_it_back(
    driver: ImportDriver, folder: Path
) -> None:
    empty = driver.dump()
    applied = driver.plan_and_apply(folder)
    assert rows(driver, "dusk") == [("succeeded", True), ("succeeded", False)], "by the prompt of its row"
    assert rows(driver, "dawn") == [("failed", False), ("succeeded", True)], "by the name of its file"
    said = provenance(driver, applied, "albums/1/images/1")
    assert (said["set_run_id"], said["row_position"], said["seed"], said["engine"]) == (
        str(run_of(driver, "dusk")), 0, 7, "imported",
    )  # fmt: skip
    assert "which rows failed" not in items(driver, applied)[DAWN].message
    assert driver.verify(applied).discrepancies == []
    again = driver.plan_and_apply(folder)
    assert (again.counts["new"], again.counts["changed"]) == (0, 0)
    assert driver.undo(applied).results["kept"] == 0
    assert driver.dump() == empty


def test_a_picture_that_comes_later_is_linked_when_it_comes(driver: ImportDriver, folder: Path, tmp_path: Path) -> None:
    star = folder / FOLDER / "20240304_101500_The_Star.png"
    star.rename(tmp_path / "aside.png")
    first = driver.plan_and_apply(folder)
    assert rows(driver, "dawn") == [("succeeded", False), ("failed", False)]
    before = driver.dump()
    (tmp_path / "aside.png").rename(star)
    second = driver.plan_and_apply(folder)
    assert (items(driver, second)["images/7"].outcome, items(driver, second)[DAWN].outcome) == ("new", "changed")
    assert rows(driver, "dawn") == [("failed", False), ("succeeded", True)]
    assert driver.undo(second).results["kept"] == 0
    assert driver.dump() == before
    assert driver.undo(first).results["kept"] == 0


@ON_SQLITE
def test_another_picture_takes_the_row_of_the_earlier_one_until_that_is_undone(
    driver: ImportDriver, folder: Path
) -> None:
    driver.plan_and_apply(folder)
    before = driver.dump()
    put(folder / FOLDER / "20240304_101500_The_Star.png", picture(8))
    second = driver.plan_and_apply(folder)
    thing = items(driver, second)["images/7"].thing
    assert thing is not None
    with driver.read_work() as work:
        run = set_runs.get_set_run(work, run_of(driver, "dawn"), by=SYSTEM)
        assert [it.image_id for it in run.rows] == [None, thing.id]
        linked = sa.select(sa.func.count()).where(ImageRow.job_id.is_not(None))
        assert work.session.scalar(linked) == 2
    assert driver.undo(second).results["kept"] == 0
    assert driver.dump() == before


@ON_SQLITE
def test_a_run_waits_for_its_pictures(driver: ImportDriver, folder: Path) -> None:
    planned = driver.plan(folder)
    star = folder / FOLDER / "20240304_101500_The_Star.png"
    put(star, picture(8))
    applied = items(driver, driver.apply(planned))
    assert (applied["images/7"].discrepancy, applied[DAWN].discrepancy) == ("changed_since_plan", "picture_missing")
    put(star, picture(7))
    assert driver.apply(planned).results["failed"] == 0
    assert rows(driver, "dawn")[1] == ("succeeded", True)


@ON_SQLITE
def test_an_image_that_a_job_here_made_keeps_its_job(driver: ImportDriver, folder: Path) -> None:
    first = driver.plan_and_apply(folder)
    mine = UUID(int=7 << 76)
    with UnitOfWork(driver.database, write=True) as work:
        work.session.execute(sa.update(ImageRow).values(job_id=mine))
        work.commit()
    imagineer.execute(folder, "UPDATE batch_generation_runs SET seed = 3")
    second = driver.plan_and_apply(folder)
    assert items(driver, second)[DUSK].outcome == "changed"
    with driver.read_work() as work:
        assert set(work.session.scalars(sa.select(ImageRow.job_id))) == {mine}
    assert rows(driver, "dusk") == [("succeeded", False), ("succeeded", False)]
    assert driver.undo(second).results["kept"] == 0
    assert driver.undo(first).results["kept"] == 0


@ON_SQLITE
def test_other_texts_of_a_picture_leave_it_in_its_row(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    before = driver.dump()
    imagineer.execute(folder, "UPDATE images SET steps = 30 WHERE id = 1")
    second = driver.plan_and_apply(folder)
    said = provenance(driver, second, "albums/1/images/1")
    assert (said["steps"], said["set_run_id"], said["row_position"]) == (30, str(run_of(driver, "dusk")), 0)
    assert driver.undo(second).results["kept"] == 0
    after = driver.dump()
    assert [it for it in after if after[it] != before[it]] == ["images"], "its version and the time of its change"
    with driver.read_work() as work:
        jobs = sa.select(JobRow.row_position).join(ImageRow, ImageRow.job_id == JobRow.id)
        assert set(work.session.scalars(jobs)) == {0, 1}


@ON_SQLITE
@pytest.mark.parametrize("more", ["", "UPDATE batch_generation_runs SET seed = 3;"])
def test_pictures_stay_linked_when_a_template_has_other_prompts_now(
    driver: ImportDriver, folder: Path, more: str
) -> None:
    driver.plan_and_apply(folder)
    before = driver.dump()
    imagineer.execute(folder, f"UPDATE batch_templates SET base_prompt = 'another card' WHERE id = 1; {more}")
    second = driver.plan_and_apply(folder)
    assert items(driver, second)[DUSK].outcome == ("changed" if more else "unchanged")
    assert rows(driver, "dusk") == [("succeeded", True), ("succeeded", False)]
    assert driver.undo(second).results["kept"] == 0
    assert driver.dump() == before


@ON_SQLITE
def test_in_an_album_of_several_runs_only_prompts_say_which(driver: ImportDriver, folder: Path) -> None:
    theme = imagineer.PROMPT.replace("dusk", "dawn")
    imagineer.execute(
        folder,
        f"""
        UPDATE batch_generation_runs SET album_id = 1, output_directory = NULL WHERE id = 2;
        INSERT INTO album_images (album_id, image_id, sort_order) VALUES (1, 7, 1);
        INSERT INTO images (id, filename, file_path, prompt, is_public)
          VALUES (8, 'x.png', '/mnt/old/outputs/x.png', '{theme}', 1);
        INSERT INTO album_images (album_id, image_id, sort_order) VALUES (1, 8, 2);
        """,
    )
    put(folder / "outputs" / "x.png", picture(9))
    driver.plan_and_apply(folder)
    assert rows(driver, "dusk") == [("succeeded", True), ("succeeded", False)]
    assert rows(driver, "dawn") == [("succeeded", True), ("failed", False)]


@ON_SQLITE
def test_pictures_of_which_nothing_says_the_row_are_counted(driver: ImportDriver, folder: Path) -> None:
    imagineer.execute(folder, "UPDATE images SET prompt = 'a cat'; UPDATE batch_generation_runs SET steps = 20")
    applied = driver.plan_and_apply(folder)
    assert items(driver, applied)[DUSK].reason == "picture_rows_unknown"
    assert "of 1 of its pictures" in items(driver, applied)[DUSK].message
    assert rows(driver, "dusk") == [("succeeded", False), ("succeeded", False)]


def finder(*names: str, column: str = "name", **more: str) -> RowFinder:
    table = Table((column, *more), tuple({column: it, **more} for it in names))
    new = NewSetTemplate(name="Set", prompt_template=f"a {{{column}}}, {{theme}}")
    return RowFinder.of(Manifest(key="", set_id="set", new=new, table=table), "ink")


@pytest.mark.parametrize(
    ("stem", "position"),
    [
        ("20240301_101112_The_Star", 1),
        ("the star", 1),
        ("01_The_Fool", 0),
        ("20240301_101112_02_The Fool", 0),
        ("King_of_Cups", 3),
        ("King", None),
        ("2 of Hearts", 4),
        ("Sun", None),
        ("20240301_101112", None),
        ("99", None),
        ("", None),
    ],
)
def test_the_name_of_a_file_says_its_row(stem: str, position: int | None) -> None:
    found = finder("The Fool", "The Star", "Sun", "King of Cups!", "2 of Hearts", "Sun")
    assert found.find([RunPicture("a", "d", stem, "")]) == ({} if position is None else {"a": position})


def test_the_name_may_be_made_of_value_and_suit() -> None:
    assert finder("Ace", "10", column="value", suit="Cups").names == {"ace_of_cups": 0, "10_of_cups": 1}


@pytest.mark.parametrize(
    ("stems", "positions"),
    [
        (["00_a", "01_b", "02_c"], [0, 1, 2]),
        (["1", "3"], [0, 2]),
        (["1_x", "2_y"], [None, None]),
        (["0", "3"], [None, None]),
        (["2", "4"], [None, None]),
        (["00_The_Star", "01"], [1, 1]),
    ],
)
def test_a_number_says_the_row_where_all_numbers_say_which_is_the_first(
    stems: list[str], positions: list[int | None]
) -> None:
    pictures = [RunPicture(stem, stem, stem, "") for stem in stems]
    found = finder("The Fool", "The Star", "The Sun").find(pictures)
    assert [found.get(stem) for stem in stems] == positions


def test_a_prompt_counts_more_than_a_name() -> None:
    found = finder("The Fool", "The Star").find([RunPicture("a", "d", "00_The_Star", " a  The Fool, ink ")])
    assert found == {"a": 0}
