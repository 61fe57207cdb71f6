"""An import of a whole Imagineer: set templates, albums, runs, adapters and reports; again, verified, and undone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import BugReportChanges
from platemark.db.engine import Database
from platemark.db.tables import AdapterRow, AlbumRow, BugReportRow, JobRow, SetTemplateRow, TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict
from platemark.imports.views import ImportView
from platemark.jobs import service as jobs
from platemark.jobs.views import JobFilter
from platemark.paging import PageRequest
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import SetRunFilter, SetRunView
from platemark.training import service as training
from platemark.training.views import TrainingRunFilter, TrainingRunView
from tests.unit.imports.database import imagineer
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import blob_digests

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NEW = {
    "batch_templates/1": "set_template", "batch_templates/2": "set_template", "albums/2/set_template": "set_template",
    "albums/1": "album", "albums/1/images/1": "image", "albums/2": "album", "batch_generation_runs/1": "set_run",
    "batch_generation_runs/2": "set_run", "batch_generation_runs/3": "set_run", "training_runs/1": "training_run",
    "training_runs/1/adapter": "adapter", "training_runs/2": "training_run", "bug_reports/1": "bug_report",
}  # fmt: skip


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="database")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return imagineer.build(tmp_path / "old")


def one(driver: ImportDriver, query: Any) -> Any:
    with driver.read_work() as work:
        return work.session.execute(query).one()


def runs_by_theme(driver: ImportDriver) -> dict[str, SetRunView]:
    with driver.read_work() as work:
        return {it.theme: it for it in set_runs.list_set_runs(work, SetRunFilter(), PageRequest(9), by=SYSTEM).items}


def training_runs(driver: ImportDriver) -> dict[str, TrainingRunView]:
    with driver.read_work() as work:
        page = training.list_training_runs(work, TrainingRunFilter(), PageRequest(9), by=SYSTEM)
    return {it.name: it for it in page.items}


def outcomes(driver: ImportDriver, view: ImportView) -> Counter[str]:
    return Counter(it.outcome for it in driver.items(view))


def test_a_whole_studio_is_imported_twice_verified_and_undone(driver: ImportDriver, folder: Path) -> None:
    before = driver.dump()
    planned = driver.plan(folder)
    assert driver.dump() == before
    applied = driver.apply(planned)
    assert {it.key: it.thing.kind for it in driver.items(applied) if it.thing is not None} == NEW
    assert driver.verify(applied).discrepancies == []
    again = driver.plan_and_apply(folder)
    assert outcomes(driver, again) == {"unchanged": len(NEW), "skipped": again.counts["skipped"]}
    assert driver.verify(again).discrepancies == []
    assert driver.undo(again).results["undone"] == 0
    undone = driver.undo(applied)
    assert (undone.results["undone"], undone.discrepancies) == (len(NEW), [])
    assert driver.dump() == before
    assert blob_digests(driver) == []


@ON_SQLITE
def test_runs_are_as_they_ended_and_their_jobs_are_not_run_again(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    runs = runs_by_theme(driver)
    dusk, dawn, fog = runs["dusk"], runs["dawn"], runs["fog"]
    assert [(it.state, it.engine, it.row_count) for it in (dusk, dawn, fog)] == [
        ("succeeded", "imported", 2), ("failed", "imported", 2), ("cancelled", "imported", 1),
    ]  # fmt: skip
    assert (dusk.seed, f"{dusk.started_at:%H:%M:%S}", f"{dusk.finished_at:%H:%M:%S}") == (42, "10:00:10", "10:01:10")
    album = one(driver, sa.select(AlbumRow.set_run_id, AlbumRow.set_template_id, AlbumRow.theme, AlbumRow.id).where(
        AlbumRow.name == "Tarot, dusk"
    ))  # fmt: skip
    assert tuple(album) == (dusk.id, dusk.set_template_id, "dusk", dusk.album_id)
    with UnitOfWork(driver.database, write=True) as work:
        listed = jobs.list_jobs(work, JobFilter(set_run_id=dusk.id), PageRequest(9), by=SYSTEM).page.items
        prompts = {it.request.prompt for it in listed if it.request is not None and it.kind == "generate"}  # type: ignore[union-attr]
        assert prompts == {
            "tarot card. Art style: dusk. a fool. art nouveau", "tarot card. Art style: dusk. a star. art nouveau",
        }  # fmt: skip
        with pytest.raises(Conflict) as refusal:
            set_runs.retry_set_run(work, driver.studio, dawn.id, by=SYSTEM)
    assert refusal.value.code == "nothing_to_retry"
    zodiac = sa.select(SetTemplateRow.slug).join(AlbumRow, AlbumRow.set_template_id == SetTemplateRow.id)
    assert one(driver, zodiac.where(AlbumRow.name == "Zodiac")) == ("zodiac_signs",)


@ON_SQLITE
def test_training_runs_have_parameters_states_and_adapters(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    runs = training_runs(driver)
    foxes, owls = runs["Foxes"], runs["Owls"]
    assert (foxes.state, foxes.step, foxes.steps, foxes.loss.train, len(foxes.album_ids)) == (
        "succeeded", 800, 800, 0.08, 1,
    )  # fmt: skip
    assert (foxes.description, owls.description) == ("Red foxes", "")
    assert foxes.parameters == {"steps": 800, "rank": 4, "learning_rate": 0.0001}
    assert (owls.state, owls.step, owls.seed, owls.error_code) == ("failed", 200, 3, "failed_before_import")
    assert one(driver, sa.select(AdapterRow.name, AdapterRow.training_run_id, AdapterRow.base, AdapterRow.source)) == (
        "Foxes", foxes.id, "Stable Diffusion 1", "trained",
    )  # fmt: skip
    with UnitOfWork(driver.database, write=True) as work, pytest.raises(Conflict) as refusal:
        training.resume_training_run(work, driver.studio, owls.id, by=SYSTEM)
    assert refusal.value.code == "training_run_not_stopped"


@ON_SQLITE
def test_reports_have_no_secrets_even_in_the_plan(driver: ImportDriver, folder: Path) -> None:
    driver.plan_and_apply(folder)
    with driver.read_work() as work:
        tables = (work.session.execute(sa.select(it)) for it in BugReportRow.metadata.sorted_tables)
        assert "hunter2" not in repr([list(rows) for rows in tables])
        row = work.session.scalars(sa.select(BugReportRow)).one()
        report = bug_reports.get(work, row.id, by=SYSTEM)
    assert (row.status, row.notes, row.commit, row.legacy_id) == ("open", "Drawn again", "def5678", "bug_20240307_1")
    assert report.content["environment"]["commit"] == "abc1234"
    legacy = report.content["app_state"]["legacy"]
    assert (legacy["severity"], legacy["events"][0]["event_data"]) == ("high", {"new": "triaged"})
    assert driver.blobs.read(row.screenshot_digest or "").startswith(b"\x89PNG")


@ON_SQLITE
def test_rows_that_changed_since_are_written_anew_and_an_undo_writes_them_as_before(
    driver: ImportDriver, folder: Path
) -> None:
    first = driver.plan_and_apply(folder)
    before = driver.dump()
    imagineer.execute(
        folder,
        """
        UPDATE batch_generation_runs SET status = 'completed', completed_items = 1, seed = 9 WHERE id = 3;
        UPDATE training_runs SET status = 'completed', training_loss = 0.5 WHERE id = 2;
        UPDATE batch_templates SET base_prompt = 'another card' WHERE id = 1;
        UPDATE bug_reports SET status = 'resolved' WHERE id = 1;
        """,
    )
    second = driver.plan_and_apply(folder)
    changed = {it.key: it.reason for it in driver.items(second) if it.outcome == "changed"}
    assert changed.keys() == {"batch_templates/1", "batch_generation_runs/3", "training_runs/2"}
    assert runs_by_theme(driver)["fog"].state == "succeeded"
    assert training_runs(driver)["Owls"].loss.train == 0.5
    assert driver.verify(second).discrepancies == []
    assert driver.undo(second).results["kept"] == 0
    after = driver.dump()
    assert {name for name in after if after[name] != before[name]} == set()
    assert driver.undo(first).results["kept"] == 0


@ON_SQLITE
def test_what_somebody_changed_is_kept(driver: ImportDriver, folder: Path) -> None:
    applied = driver.plan_and_apply(folder)
    with UnitOfWork(driver.database, write=True) as work:
        (report,) = work.session.scalars(sa.select(BugReportRow.id))
        bug_reports.update_report(work, driver.studio, report, BugReportChanges(notes="mine"), by=SYSTEM)
        work.session.execute(sa.update(AdapterRow).values(version=2))
        (run,) = work.session.scalars(sa.select(TrainingRunRow.id).where(TrainingRunRow.name == "Owls"))
        training.delete_training_run(work, driver.studio, run, by=SYSTEM)
        work.commit()
    verified = {it.key: it.discrepancy for it in driver.items(driver.verify(applied)) if it.discrepancy is not None}
    assert verified == {
        "bug_reports/1": "altered", "training_runs/1/adapter": "altered", "training_runs/2": "missing",
    }  # fmt: skip
    undone = driver.undo(applied)
    assert {it.key for it in driver.items(undone) if it.state == "kept"} == {"bug_reports/1", "training_runs/1/adapter"}
    with driver.read_work() as work:
        assert work.session.scalars(sa.select(JobRow.id)).all() == []
    again = driver.plan(folder)
    kept = {it.key: it.outcome for it in driver.items(again)}
    assert (kept["bug_reports/1"], kept["training_runs/1/adapter"], kept["training_runs/1"]) == (
        "unchanged", "unchanged", "new",
    )  # fmt: skip


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_odd_values_stop_neither_a_plan_nor_an_apply(driver: ImportDriver, folder: Path) -> None:
    deep, lone = "[" * 900 + "]" * 900, r'"\ud800"'
    odd = f'"steps": {"9" * 4000}, "album_ids": [{"9" * 400}, "1", {lone}, 1], "note": {lone}, "x": {deep}'
    imagineer.execute(
        folder,
        f"""
        UPDATE training_runs SET training_config = '{{{odd}}}', progress = 1e999, created_at = x'00' WHERE id = 1;
        UPDATE bug_reports SET recent_logs = '[{{"args": {deep}}}]', app_state = '{{"a": {lone}}}' WHERE id = 1;
        UPDATE batch_templates SET csv_data = '[{{"art": {lone}, "n": {deep}}}]', lora_config = '[{lone}]';
        UPDATE batch_generation_runs SET seed = -1, album_id = 'x', total_items = 'many', width = 1e300, status = NULL,
          error_message = 'a' || char(0), album_name = 'b' || char(0);
        UPDATE albums SET generation_prompt = 'c' || char(0);
        """,
    )
    applied = driver.plan_and_apply(folder)
    assert applied.results["failed"] == 0
    kinds = Counter(it.thing.kind for it in driver.items(applied) if it.thing is not None)
    assert (kinds["training_run"], kinds["bug_report"], kinds["set_run"]) == (2, 1, 2)
    assert driver.undo(applied).results["kept"] == 0
