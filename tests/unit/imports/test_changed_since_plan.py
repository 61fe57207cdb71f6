"""What changed between plan and apply is refused by item, whatever kind of file the plan read; a new plan takes it.

What changed after the apply is found by verifying.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.db.engine import Database
from platemark.imports.execution import prefetch
from platemark.imports.views import ImportView
from tests.unit.imports.database import imagineer
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import BOATS, CSV, TAROT, write_sets
from tests.unit.imports.studios import fooocus_log
from tests.unit.imports.trees import picture, put, with_metadata

CHANGED, ALBUM, TEMPLATE = "changed_since_plan", "album_missing", "set_template_missing"
PICTURE = {"albums/1/images/1": CHANGED, "batch_generation_runs/1": "picture_missing"}
OF_SOURCE = {CHANGED: "source_altered", "gone": "source_missing", "source_missing": "source_missing"}
"""What a later check of the source says instead; items that only miss what they belong to are as they were."""
Change = Callable[[Path], object]
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OWN_CSV = {**BOATS, "csv_path": "boats.csv"}
MANIFEST = "name: Foxes\nimages: {0.png: a fox, 1.png: a hare}\n"


def media(folder: Path) -> Path:
    put(folder / "albums" / "foxes" / "fox.png", picture(1), {"prompt": "a fox"})
    (folder / "albums" / "foxes" / "fox.txt").write_text("a red fox")
    put(folder / "albums" / "foxes" / "owl.png", picture(2))
    (folder / "albums" / "foxes" / "owl.caption").write_text("an owl")
    put(folder / "uploads" / "hare.png", picture(3))
    staged = folder / "staged" / "set"
    for number in range(3):
        put(staged / f"{number}.png", picture(10 + number))
    (staged / "manifest.yaml").write_text(MANIFEST)
    (staged / "link.png").symlink_to("../../uploads/hare.png")
    day = folder / "outputs" / "2024-03-01"
    for number, name in enumerate(("2024-03-01_10-15-00_1234.png", "2024-03-01_10-16-00_1235.jpg", "c.png")):
        put(day / name, picture(20 + number))
    put(day / "told.png", with_metadata(24))
    (day / "log.html").write_text(fooocus_log())
    return folder


def sets(folder: Path) -> Path:
    folder.mkdir()
    write_sets(folder, tarot=TAROT, boats=OWN_CSV)
    (folder / "boats.csv").write_text(CSV)
    return folder


TREES = {"media": media, "sets": sets, "database": imagineer.build}


def write(path: str, text: str) -> Change:
    return lambda folder: (folder / path).write_text(text)


def replace_picture(path: str) -> Change:
    return lambda folder: put(folder / path, picture(99))


def remove(path: str) -> Change:
    return lambda folder: (folder / path).unlink()


def relink(path: str, target: str) -> Change:
    def change(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).symlink_to(target)

    return change


def execute(script: str) -> Change:
    return lambda folder: imagineer.execute(folder, script)


def append(path: str) -> Change:
    return lambda folder: (folder / path).write_bytes((folder / path).read_bytes() + b"\0")


SET = "staged/set/"
TAROT_RUNS = {"batch_generation_runs/1": TEMPLATE, "batch_generation_runs/2": TEMPLATE}
CASES: dict[str, tuple[str, Change, dict[str, str]]] = {
    "picture": ("media", replace_picture("albums/foxes/fox.png"), {"albums/foxes/fox.png": CHANGED}),
    "picture gone": ("media", remove("albums/foxes/owl.png"), {"albums/foxes/owl.png": "gone"}),
    "json": ("media", write("albums/foxes/fox.json", '{"prompt": "a cat"}'), {"albums/foxes/fox.png": CHANGED}),
    "json gone": ("media", remove("albums/foxes/fox.json"), {"albums/foxes/fox.png": CHANGED}),
    "txt": ("media", write("albums/foxes/fox.txt", "a cat"), {"albums/foxes/fox.png": CHANGED}),
    "caption": ("media", write("albums/foxes/owl.caption", "a cat"), {"albums/foxes/owl.png": CHANGED}),
    "manifest, of one picture": (
        "media", write(f"{SET}manifest.yaml", MANIFEST.replace("hare", "cat")), {f"{SET}1.png": CHANGED},
    ),
    "manifest, of a picture that it did not list": (
        "media", write(f"{SET}manifest.yaml", MANIFEST.replace("}", ", 2.png: a cat}")), {f"{SET}2.png": CHANGED},
    ),
    "manifest, of the folder": (
        "media", write(f"{SET}manifest.yaml", MANIFEST.replace("Foxes", "Cats")),
        {SET: CHANGED, f"{SET}0.png": ALBUM, f"{SET}1.png": ALBUM, f"{SET}2.png": ALBUM, f"{SET}link.png": ALBUM},
    ),
    "manifest gone": (
        "media", remove(f"{SET}manifest.yaml"),
        {SET: CHANGED, f"{SET}0.png": CHANGED, f"{SET}1.png": CHANGED, f"{SET}2.png": ALBUM, f"{SET}link.png": ALBUM},
    ),
    "log": (
        "media", write("outputs/2024-03-01/log.html", fooocus_log().replace("a carp", "a cat")),
        {"outputs/2024-03-01/2024-03-01_10-16-00_1235.jpg": CHANGED},
    ),
    "log gone": (
        "media", remove("outputs/2024-03-01/log.html"),
        {
            "outputs/2024-03-01/2024-03-01_10-15-00_1234.png": CHANGED,
            "outputs/2024-03-01/2024-03-01_10-16-00_1235.jpg": CHANGED,
        },
    ),
    "log, of a picture that it did not list": (
        "media", write("outputs/2024-03-01/log.html", fooocus_log().replace("2024-03-01_10-11-12_4567.png", "c.png")),
        {"outputs/2024-03-01/c.png": CHANGED},
    ),
    "link": ("media", relink(f"{SET}link.png", "../../albums/foxes/fox.png"), {f"{SET}link.png": CHANGED}),
    "config": (
        "sets", lambda folder: write_sets(folder, tarot={**TAROT, "steps": 9}, boats=OWN_CSV),
        {"config.yaml#tarot": CHANGED, "config.yaml#tarot/album": CHANGED},
    ),
    "set gone": (
        "sets", lambda folder: write_sets(folder, tarot=TAROT),
        {"config.yaml#boats": "source_missing", "config.yaml#boats/album": "source_missing"},
    ),
    "CSV": (
        "sets", write("boats.csv", CSV + "The Sun,a sun\n"),
        {"config.yaml#boats": CHANGED, "config.yaml#boats/album": CHANGED},
    ),
    "picture of a row": (
        "database", replace_picture("outputs/tarot/fool.png"), PICTURE,
    ),
    "row of a picture": (
        "database", execute("UPDATE images SET prompt = 'a cat' WHERE id = 1"), PICTURE,
    ),
    "label": ("database", execute("UPDATE labels SET label_text = 'cat' WHERE id = 1"), PICTURE),
    "new label": (
        "database", execute("INSERT INTO labels (image_id, label_text) VALUES (1, 'cat')"),
        PICTURE,
    ),
    "order in an album": (
        "database", execute("UPDATE album_images SET sort_order = 7 WHERE id = 1"), PICTURE,
    ),
    "row of an album": (
        "database", execute("UPDATE albums SET name = 'Cats' WHERE id = 1"),
        {
            "albums/1": CHANGED, "albums/1/images/1": ALBUM, "batch_generation_runs/1": ALBUM, "training_runs/1": ALBUM,
        },
    ),
    "row of an album that is a set template": (
        "database", execute("UPDATE albums SET base_prompt = 'a cat' WHERE id = 2"),
        {"albums/2/set_template": CHANGED, "albums/2": CHANGED},
    ),
    "row of a set template": (
        "database", execute("UPDATE batch_templates SET base_prompt = 'a cat' WHERE id = 1"),
        {"batch_templates/1": CHANGED, **TAROT_RUNS},
    ),
    "row that is gone": (
        "database", execute("DELETE FROM batch_generation_runs WHERE id = 2"), {"batch_generation_runs/2": CHANGED},
    ),
    "CSV of a row": (
        "database", write("sets/boats.csv", "boat\na raft\n"),
        {"batch_templates/2": CHANGED, "batch_generation_runs/3": TEMPLATE},
    ),
    "CSV of a row, gone": (
        "database", remove("sets/boats.csv"), {"batch_templates/2": CHANGED, "batch_generation_runs/3": TEMPLATE},
    ),
    "row of a set run": (
        "database", execute("UPDATE batch_generation_runs SET seed = 8 WHERE id = 1"),
        {"batch_generation_runs/1": CHANGED},
    ),
    "row of a training run, and of its adapter": (
        "database", execute("UPDATE training_runs SET training_loss = 0.5 WHERE id = 1"),
        {
            "training_runs/1/adapter": CHANGED, "training_runs/1": CHANGED, "batch_templates/1": "adapter_missing",
            **TAROT_RUNS,
        },
    ),
    "adapter": (
        "database", append("models/lora/trained_1/foxes.safetensors"),
        {"training_runs/1/adapter": CHANGED, "batch_templates/1": "adapter_missing", **TAROT_RUNS},
    ),
    "row of a report": (
        "database", execute("UPDATE bug_reports SET status = 'resolved' WHERE id = 1"), {"bug_reports/1": CHANGED},
    ),
    "event of a report": (
        "database", execute("UPDATE bug_report_events SET actor_id = 'x' WHERE id = 1"), {"bug_reports/1": CHANGED},
    ),
    "screenshot": ("database", replace_picture("bug_reports/stars.png"), {"bug_reports/1": CHANGED}),
    "what the plan does not read": (
        "database",
        execute("INSERT INTO scrape_jobs (name) VALUES ('x'); UPDATE albums SET updated_at = '2024' WHERE id = 1"),
        {},
    ),
}  # fmt: skip


def refused(driver: ImportDriver, applied: ImportView) -> dict[str, str | None]:
    return {it.key: it.discrepancy for it in driver.items(applied) if it.state == "failed"}


@ON_SQLITE
@pytest.mark.parametrize("case", CASES)
def test_items_that_changed_since_the_plan_are_refused(database: Database, tmp_path: Path, case: str) -> None:
    kind, change, reasons = CASES[case]
    driver = ImportDriver(database, tmp_path / "data", kind=kind)
    folder = TREES[kind](tmp_path / "old")
    empty = driver.dump()
    planned = driver.plan(folder)
    assert planned.counts["new"] > len(reasons)
    change(folder)
    applied = driver.apply(planned)
    assert refused(driver, applied) == reasons
    assert applied.results["applied"] == planned.counts["new"] - len(reasons)
    messages = {it.discrepancy_message for it in driver.items(applied) if it.discrepancy == CHANGED}
    assert all(it.endswith(" changed since the plan. Plan again.") for it in messages)
    assert driver.undo(applied).results["kept"] == 0
    assert driver.dump() == empty
    assert refused(driver, driver.plan_and_apply(folder)) == {}


@ON_SQLITE
@pytest.mark.parametrize("case", CASES)
def test_verifying_finds_what_changed_in_the_source(database: Database, tmp_path: Path, case: str) -> None:
    kind, change, reasons = CASES[case]
    driver = ImportDriver(database, tmp_path / "data", kind=kind)
    folder = TREES[kind](tmp_path / "old")
    applied = driver.plan_and_apply(folder)
    assert driver.verify(applied).discrepancies == []
    change(folder)
    verified = driver.verify(applied)
    found = {it.key: it.discrepancy for it in driver.items(verified) if it.discrepancy}
    assert found == {key: OF_SOURCE[reason] for key, reason in reasons.items() if reason in OF_SOURCE}


@ON_SQLITE
@pytest.mark.parametrize("case", ["picture", "txt", "manifest, of one picture", "manifest, of the folder", "link"])
def test_processes_refuse_what_threads_refuse(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setattr(prefetch, "MIN_ITEMS_FOR_PROCESSES", 1)
    monkeypatch.setattr(prefetch, "MAX_READERS", 2)
    kind, change, reasons = CASES[case]
    driver = ImportDriver(database, tmp_path / "data", kind=kind)
    folder = TREES[kind](tmp_path / "old")
    planned = driver.plan(folder)
    change(folder)
    assert refused(driver, driver.apply(planned)) == reasons


@ON_SQLITE
@pytest.mark.parametrize("second", ["a dog", None])
def test_a_sidecar_that_changed_again_gives_an_image_no_texts(
    database: Database, tmp_path: Path, second: str | None
) -> None:
    driver = ImportDriver(database, tmp_path / "data", kind="media")
    folder = media(tmp_path / "old")
    driver.plan_and_apply(folder)
    before = driver.dump()
    sidecar = folder / "albums" / "foxes" / "owl.caption"
    sidecar.write_text("a cat")
    planned = driver.plan(folder)
    assert planned.counts["changed"] == 1
    sidecar.unlink()
    if second is not None:
        sidecar.write_text(second)
    assert refused(driver, driver.apply(planned)) == {"albums/foxes/owl.png": CHANGED}
    assert driver.dump() == before
    sidecar.write_text("a cat")
    assert refused(driver, driver.apply(planned)) == {}
    assert driver.dump() != before


@ON_SQLITE
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (remove("instance/imagineer.db"), "database_missing"),
        (write("instance/imagineer.db", "no database"), "database_invalid"),
        (append("instance/imagineer.db"), None),
    ],
)
def test_a_database_that_cannot_be_read_any_more_refuses_all(
    database: Database, tmp_path: Path, change: Change, code: str | None
) -> None:
    driver = ImportDriver(database, tmp_path / "data", kind="database")
    folder = imagineer.build(tmp_path / "old")
    empty = driver.dump()
    planned = driver.plan(folder)
    change(folder)
    applied = driver.apply(planned)
    codes = set(refused(driver, applied).values())
    assert codes == (set() if code is None else {code})
    assert (driver.dump() == empty) == (code is not None)
