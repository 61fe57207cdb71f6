"""``platemark import …``: plan, apply, verify and undo from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from click.testing import Result

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges
from platemark.cli import Runtime
from platemark.db.tables import AlbumRow, Base, ImageRow, ImportRow, SetTemplateRow
from platemark.imports.execution.runner import Importer
from platemark.studio import Studio
from tests.populate import png

Run = Callable[..., Result]
CONFIG = "tarot: {name: Tarot, csv_path: tarot.csv, sampler: ddim}\nboats: {name: Boats, csv_path: ../boats.csv}\n"


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two sets; one of them cannot be imported."""
    folder = tmp_path_factory.mktemp("old") / "sets"
    folder.mkdir()
    (folder / "config.yaml").write_text(CONFIG, "utf-8")
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    return folder


@pytest.fixture
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An outputs tree with one deck of two pictures."""
    deck = tmp_path_factory.mktemp("old") / "outputs" / "card_deck_winter"
    deck.mkdir(parents=True)
    for number in range(2):
        (deck / f"{number}.png").write_bytes(png((number, 20, 30)))
    return deck.parent


def parse(result: Result, code: int = 0) -> dict[str, Any]:
    assert result.exit_code == code, result.output
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def count_rows(studio: Studio, table: type[Base]) -> int:
    with studio.work(write=False) as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def snapshot_of(folder: Path) -> list[tuple[str, int, bytes]]:
    """The path, modification time and content of each file, without those that SQLite writes even for readers."""
    paths = sorted(path for path in folder.rglob("*") if not path.name.endswith("-shm"))
    return [(str(path), path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in paths]


def test_a_plan_prints_its_figures_and_the_next_commands(run: Run, studio: Studio, folder: Path) -> None:
    result = run("import", "sets", str(folder))
    with studio.work(write=False) as work:
        import_id = work.session.scalars(sa.select(ImportRow.id)).one()
    assert result.stdout.splitlines() == [
        f"Import {import_id} of sets from sets: planned (last phase: plan).",
        "  2 new, 0 unchanged, 0 changed, 0 conflicting, 2 skipped",
        "  skipped, path_escapes: 1",
        "  skipped, unknown_key: 1",
        f"Apply it: platemark import apply {import_id}",
        f"List what is not imported: platemark import items {import_id} --outcome skipped --outcome conflicting",
    ]
    assert (count_rows(studio, AlbumRow), count_rows(studio, SetTemplateRow)) == (0, 0)
    assert run("import", "apply", str(import_id)).exit_code == 0
    assert (count_rows(studio, AlbumRow), count_rows(studio, SetTemplateRow)) == (1, 1)


def test_every_command_prints_json(run: Run, studio: Studio, folder: Path) -> None:
    applied = parse(run("import", "sets", str(folder), "--apply", "--json"))
    assert (applied["state"], applied["counts"]["new"], applied["results"]["applied"]) == ("applied", 2, 2)
    import_id = applied["id"]
    verified = parse(run("import", "verify", import_id, "--json"))
    assert (verified["discrepancies"], verified["discrepant_items"], verified["source_checked"]) == ([], [], True)
    again = parse(run("import", "sets", str(folder), "--apply", "--json"))
    assert (again["counts"]["new"], again["counts"]["unchanged"]) == (0, 2)
    listed = json.loads(run("import", "list", "--json").stdout)
    assert [import_["id"] for import_ in listed] == [again["id"], import_id]
    assert parse(run("import", "show", "--json"))["id"] == again["id"]
    undone = parse(run("import", "undo", import_id, "--json"))
    assert (undone["state"], undone["results"]["undone"]) == ("undone", 2)
    assert (count_rows(studio, AlbumRow), count_rows(studio, SetTemplateRow)) == (0, 0)


def test_a_dry_run_writes_nothing_and_has_the_same_result_as_a_plan(run: Run, studio: Studio, folder: Path) -> None:
    assert count_rows(studio, ImportRow) == 0
    source_before, data_before = snapshot_of(folder), snapshot_of(studio.settings.data_dir)
    dry_run = parse(run("import", "sets", str(folder), "--dry-run", "--json"))
    assert snapshot_of(folder) == source_before
    assert snapshot_of(studio.settings.data_dir) == data_before
    assert count_rows(studio, ImportRow) == 0
    assert [(item["key"], item["reason"]) for item in dry_run["items"]] == [
        ("config.yaml#tarot.sampler", "unknown_key"),
        ("config.yaml#boats", "path_escapes"),
    ]
    plan = parse(run("import", "sets", str(folder), "--json"))
    assert (dry_run["digest"], dry_run["counts"]) == (plan["digest"], plan["counts"])


def test_other_folders_become_albums_on_request(run: Run, studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "foxes").mkdir()
    (tmp_path / "foxes" / "fox.png").write_bytes(png())
    command = ("import", "media", str(tmp_path / "foxes"), "--dry-run", "--json")
    assert [parse(run(*command, *more))["albums"] for more in ((), ("--albums", "folders"))] == ["known", "folders"]
    applied = parse(run(*command[:3], "--albums", "folders", "--apply", "--json"))
    assert (applied["albums"], applied["results"]["applied"]) == ("folders", 2)
    with studio.work(write=False) as work:
        assert work.session.scalars(sa.select(AlbumRow.name)).all() == ["foxes"]


def test_a_dry_run_lists_what_would_be_skipped(run: Run, folder: Path) -> None:
    lines = run("import", "sets", str(folder), "--dry-run").stdout.splitlines()
    assert lines[0] == "Dry run of sets from sets: 4 items. Nothing was stored."
    assert lines[1] == "  2 new, 0 unchanged, 0 changed, 0 conflicting, 2 skipped"
    assert lines[2].startswith("  config.yaml#tarot.sampler: skipped, unknown_key. ")
    assert len(lines) == 4


def test_a_dry_run_of_an_undo_lists_what_would_be_kept_and_changes_nothing(
    run: Run, studio: Studio, folder: Path
) -> None:
    import_id = parse(run("import", "sets", str(folder), "--apply", "--json"))["id"]
    before = parse(run("import", "show", "--json"))
    dry_run = parse(run("import", "undo", import_id, "--dry-run", "--json"))
    assert (dry_run["dry_run"], dry_run["undone_count"], dry_run["kept_count"], dry_run["kept"]) == (True, 2, 0, [])
    assert [item["key"] for item in dry_run["undone"]] == ["config.yaml#tarot/album", "config.yaml#tarot"]
    with studio.work(write=True) as work:
        albums.update_album(work, work.session.scalars(sa.select(AlbumRow.id)).one(), AlbumChanges(name="A"), by=SYSTEM)
        work.commit()
    data_before = snapshot_of(studio.settings.data_dir)
    lines = run("import", "undo", import_id, "--dry-run").stdout.splitlines()
    assert snapshot_of(studio.settings.data_dir) == data_before
    assert lines[:2] == [
        f"Dry run of undoing import {import_id}. Nothing was changed.",
        "  0 would be undone, 2 kept",
    ]
    assert [line.split(".")[0:2] for line in lines[2:]] == [
        ["  config", "yaml#tarot/album: edited"],
        ["  config", "yaml#tarot: in_use"],
    ]
    assert parse(run("import", "show", "--json")) == before
    assert (count_rows(studio, AlbumRow), count_rows(studio, SetTemplateRow)) == (1, 1)


def test_pictures_are_imported_and_undone(run: Run, studio: Studio, outputs: Path) -> None:
    applied = parse(run("import", "media", str(outputs), "--apply", "--visibility", "shared", "--json"))
    assert (applied["state"], count_rows(studio, ImageRow), count_rows(studio, AlbumRow)) == ("applied", 2, 1)
    with studio.work(write=False) as work:
        assert set(work.session.scalars(sa.select(ImageRow.visibility))) == {"shared"}
    assert parse(run("import", "undo", applied["id"], "--json"))["state"] == "undone"
    assert (count_rows(studio, ImageRow), count_rows(studio, AlbumRow)) == (0, 0)


def test_an_edited_album_is_kept_and_listed(run: Run, studio: Studio, folder: Path) -> None:
    import_id = parse(run("import", "sets", str(folder), "--apply", "--json"))["id"]
    with studio.work(write=True) as work:
        album = work.session.scalars(sa.select(AlbumRow.id)).one()
        albums.update_album(work, album, AlbumChanges(name="Ours"), by=SYSTEM)
        work.commit()
    verified = run("import", "verify", import_id)
    assert verified.exit_code == 1
    assert "1 item has a discrepancy:" in verified.stdout
    undone = run("import", "undo", import_id)
    assert undone.exit_code == 0
    assert "config.yaml#tarot/album: edited. Kept: the album was changed here" in undone.stdout
    assert "config.yaml#tarot: in_use." in undone.stdout
    assert count_rows(studio, AlbumRow) == 1
    shown = parse(run("import", "show", "--json"))
    assert [(item["key"], item["state"], item["discrepancy"]) for item in shown["discrepant_items"]] == [
        ("config.yaml#tarot", "kept", "in_use"),
        ("config.yaml#tarot/album", "kept", "edited"),
    ]
    listed = json.loads(run("import", "items", import_id, "--discrepancies", "--json").stdout)
    assert listed == shown["discrepant_items"]


def test_items_are_listed_by_outcome(run: Run, folder: Path) -> None:
    import_id = parse(run("import", "sets", str(folder), "--json"))["id"]
    lines = run("import", "items", import_id, "--outcome", "skipped").stdout.splitlines()
    assert [line.split("\t")[1:4] for line in lines] == [
        ["key", "outcome", "reason"],
        ["config.yaml#tarot.sampler", "skipped", "unknown_key"],
        ["config.yaml#boats", "skipped", "path_escapes"],
    ]


def test_the_exit_code_is_1_if_an_item_could_not_be_applied(run: Run, folder: Path) -> None:
    import_id = parse(run("import", "sets", str(folder), "--json"))["id"]
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fish\n", "utf-8")
    applied = run("import", "apply", import_id)
    assert applied.exit_code == 1
    assert "config.yaml#tarot: changed_since_plan." in applied.stdout


def test_the_admin_of_the_option_user_owns_what_is_imported(run: Run, studio: Studio, folder: Path) -> None:
    with studio.work(write=True) as work:
        anna = accounts.create_user(work, accounts.NewUser(name="anna", role="admin"), by=SYSTEM)
        accounts.create_user(work, accounts.NewUser(name="edda", role="editor"), by=SYSTEM)
        work.commit()
    refused = run("import", "sets", str(folder), "--apply", "--user", "edda")
    assert (refused.exit_code, count_rows(studio, ImportRow)) == (1, 0)
    run("import", "sets", str(folder), "--apply", "--user", "anna")
    with studio.work(write=False) as work:
        assert work.session.scalars(sa.select(AlbumRow.created_by)).all() == [anna.id]


def test_the_command_waits_for_a_running_studio_that_claimed_the_import_first(
    run: Run, studio: Studio, runtime: Runtime, folder: Path
) -> None:
    """The request wakes the studio, which runs the import before the command can claim it."""
    import_ids = []

    def wake() -> None:
        import_ids.append(Importer(studio.settings, studio.database, studio.blobs, any_folder=True).run_next())

    def open_studio() -> AbstractContextManager[Studio]:
        return nullcontext(replace(studio, check_imports=wake))

    result = run("import", "sets", str(folder), "--apply", "--json", runtime=replace(runtime, open_studio=open_studio))
    assert parse(result)["state"] == "applied"
    assert len(import_ids) == 2
    assert None not in import_ids


@pytest.mark.parametrize("verb", ["apply", "verify", "undo"])
def test_a_requested_phase_that_never_started_is_resumed(run: Run, studio: Studio, folder: Path, verb: str) -> None:
    """The state in the database is that after a crash between the request and its execution."""
    import_id = UUID(parse(run("import", "sets", str(folder), "--apply", "--json"))["id"])
    with studio.work(write=True) as work:
        work.session.execute(sa.update(ImportRow).values(phase=verb, state="queued"))
        work.commit()
    assert run("import", {"apply": "undo"}.get(verb, "apply"), str(import_id)).exit_code == 1, "another phase is queued"
    resumed = parse(run("import", verb, str(import_id), "--json"))
    assert (resumed["phase"], resumed["state"]) == (verb, "undone" if verb == "undo" else "applied")


def test_a_queued_phase_can_be_cancelled(run: Run, studio: Studio, folder: Path) -> None:
    import_id = parse(run("import", "sets", str(folder), "--json"))["id"]
    refused = run("import", "cancel", import_id)
    message = "The import is neither queued nor running: there is nothing to cancel."
    assert (refused.exit_code, refused.stderr) == (1, f"{message}\n")
    with studio.work(write=True) as work:
        work.session.execute(sa.update(ImportRow).values(phase="apply", state="queued"))
        work.commit()
    assert parse(run("import", "cancel", import_id, "--json"))["state"] == "cancelled"
    assert parse(run("import", "apply", import_id, "--json"))["state"] == "applied"


def test_an_interrupt_prints_how_to_resume(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = parse(run("import", "sets", str(folder), "--json"))["id"]

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Importer, "run_next", interrupted)
        result = run("import", "apply", import_id)
    assert result.exit_code == 130
    assert f"platemark import apply {import_id}" in result.stderr
    with monkeypatch.context() as patched:
        patched.setattr(Importer, "run_next", interrupted)
        assert "plan it again" in run("import", "sets", str(folder)).stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["sets", "/nowhere/at/all"], 2, "does not exist"),
        (["sets", "."], 0, ""),
        (["sets", ".", "--dry-run", "--apply"], 2, "exclude each other"),
        (["media", ".", "--visibility", "everyone"], 2, "--visibility"),
        (["sets", ".", "--user", "nobody"], 1, "There is no user nobody."),
        (["show"], 1, "There is no import"),
        (["show", "0192e4a0-7c00-7000-8000-000000000001"], 1, "There is no import 0192e4a0"),
        (["apply", "0192e4a0-7c00-7000-8000-000000000001"], 1, "There is no import 0192e4a0"),
        (["undo", "x"], 2, "not a valid UUID"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_errors_are_one_sentence_on_standard_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, message: str
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    result = run("import", *arguments)
    assert result.exit_code == code
    assert message in result.stderr


def test_an_import_that_was_only_planned_cannot_be_verified_or_undone(run: Run, folder: Path) -> None:
    import_id = parse(run("import", "sets", str(folder), "--json"))["id"]
    for verb in ("verify", "undo"):
        refused = run("import", verb, import_id, "--json")
        assert refused.exit_code == 1
        assert json.loads(refused.stderr)["code"] == "import_not_applied"
