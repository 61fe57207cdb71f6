"""A set template gets the adapters that the same import brings along, in the plan, the apply and the undo."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.db.tables import AdapterRow, SetTemplateRow, TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.views import ImportView, ItemView
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from tests.unit.imports.database import imagineer
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.weights.weights_files import write_weights

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TAROT, ADAPTER, RUN = "batch_templates/1", "training_runs/1/adapter", "training_runs/1"
CHECKPOINT = Path("models", "lora", "trained_1", "foxes.safetensors")


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="database")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return imagineer.build(tmp_path / "old")


def items(driver: ImportDriver, view: ImportView) -> dict[str, ItemView]:
    return {it.key: it for it in driver.items(view)}


def name_loras(folder: Path, *loras: dict[str, Any]) -> None:
    imagineer.execute(folder, f"UPDATE batch_templates SET lora_config = '{json.dumps(loras)}' WHERE id = 1")


def tarot_id(driver: ImportDriver) -> Any:
    with driver.read_work() as work:
        return work.session.scalars(sa.select(SetTemplateRow.id).where(SetTemplateRow.slug == "tarot_majors")).one()


def adapters_of_tarot(driver: ImportDriver) -> list[tuple[str, float]]:
    with driver.read_work() as work:
        tarot = set_templates.get_set_template(work, tarot_id(driver), by=SYSTEM)
    return [(it.name, it.weight) for it in tarot.adapters or ()]


def test_a_set_template_has_the_adapter_of_a_run_of_the_same_import(driver: ImportDriver, folder: Path) -> None:
    empty = driver.dump()
    planned = driver.plan(folder)
    tarot = items(driver, planned)[TAROT]
    assert tarot.reason == "loras_not_found"
    assert "takes its weight: /mnt/old/models/lora/ink.safetensors. Scan the models" in tarot.message
    applied = driver.apply(planned)
    assert adapters_of_tarot(driver) == [("Foxes", 0.8)]
    with driver.read_work() as work:
        runs = sa.select(TrainingRunRow.id).where(TrainingRunRow.name == "Foxes")
        assert work.session.scalars(sa.select(AdapterRow.training_run_id)).all() == work.session.scalars(runs).all()
    assert driver.verify(applied).discrepancies == []
    assert items(driver, driver.plan(folder))[TAROT].outcome == "unchanged"
    assert driver.undo(applied).results["kept"] == 0
    assert driver.dump() == empty


@ON_SQLITE
def test_an_adapter_is_found_by_its_digest_whatever_its_path(driver: ImportDriver, folder: Path) -> None:
    digest = sha256((folder / CHECKPOINT).read_bytes()).hexdigest().upper()
    name_loras(folder, {"path": "renamed.safetensors", "weight": -0.5, "sha256": digest})
    planned = driver.plan(folder)
    assert items(driver, planned)[TAROT].reason != "loras_not_found"
    driver.apply(planned)
    assert adapters_of_tarot(driver) == [("Foxes", -0.5)]


@ON_SQLITE
@pytest.mark.parametrize(
    ("path", "adapters"),
    [
        ("trained_1/foxes.safetensors", [("Foxes", 1.0)]),
        (r"D:\models\trained_2\foxes.safetensors", [("Owls", 1.0)]),
        ("trained_2/foxes", [("Owls", 1.0)]),
        ("foxes.safetensors", []),
        ("trained_1/foxes.ckpt", []),
        ("trained_1/", []),
    ],
)
def test_of_adapters_with_one_file_name_the_path_decides(
    driver: ImportDriver, folder: Path, path: str, adapters: list[tuple[str, float]]
) -> None:
    second = folder / "models" / "lora" / "trained_2" / "foxes.safetensors"
    second.parent.mkdir()
    write_weights(second, {imagineer.DOWN: (8, 768), imagineer.DOWN.replace("lora_A", "lora_B"): (320, 8)})
    checkpoint = "/mnt/old/models/lora/trained_2/foxes.safetensors"
    imagineer.execute(folder, f"UPDATE training_runs SET final_checkpoint = '{checkpoint}' WHERE id = 2")
    name_loras(folder, {"path": path})
    planned = driver.plan(folder)
    assert (items(driver, planned)[TAROT].reason == "loras_not_found") == (not adapters)
    driver.apply(planned)
    assert adapters_of_tarot(driver) == adapters


@ON_SQLITE
def test_without_its_adapter_a_set_template_is_not_made_until_the_adapter_is(
    driver: ImportDriver, folder: Path, tmp_path: Path
) -> None:
    planned = driver.plan(folder)
    shutil.move(folder / CHECKPOINT, tmp_path / "aside")
    (folder / CHECKPOINT).write_bytes(b"other bytes")
    applied = items(driver, driver.apply(planned))
    assert {key: applied[key].discrepancy for key in (ADAPTER, TAROT)} == {
        ADAPTER: "changed_since_plan", TAROT: "adapter_missing",
    }  # fmt: skip
    shutil.move(tmp_path / "aside", folder / CHECKPOINT)
    assert driver.apply(planned).results["failed"] == 0
    assert adapters_of_tarot(driver) == [("Foxes", 0.8)]


def test_an_adapter_stays_while_a_set_template_that_somebody_changed_names_it(
    driver: ImportDriver, folder: Path
) -> None:
    applied = driver.plan_and_apply(folder)
    with UnitOfWork(driver.database, write=True) as work:
        set_templates.update_set_template(work, tarot_id(driver), SetTemplateChanges(name="Mine"), by=SYSTEM)
        work.commit()
    undone = driver.undo(applied)
    kept = {it.key: it.discrepancy for it in driver.items(undone) if it.state == "kept"}
    assert kept == {TAROT: "edited", ADAPTER: "in_use"}
    assert adapters_of_tarot(driver) == [("Foxes", 0.8)]


@ON_SQLITE
def test_a_run_that_is_written_anew_keeps_its_adapter(driver: ImportDriver, folder: Path) -> None:
    first = driver.plan_and_apply(folder)
    before = driver.dump()
    imagineer.execute(folder, "UPDATE training_runs SET training_loss = 0.25 WHERE id = 1")
    second = driver.plan_and_apply(folder)
    assert {key for key, it in items(driver, second).items() if it.outcome == "changed"} == {RUN}
    assert driver.dump()["adapters"] == before["adapters"]
    assert driver.undo(second).results["kept"] == 0
    assert driver.dump() == before
    assert driver.undo(first).results["kept"] == 0
