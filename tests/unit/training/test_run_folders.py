"""Folders of training runs: clean-up and the log."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from platemark.ids import new_id
from platemark.training import run_folders

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_clean_up_removes_unknown_folders_and_keeps_logs_of_finished_runs(tmp_path: Path) -> None:
    unknown, finished, waiting = new_id(), new_id(), new_id()
    for run_id in (unknown, finished, waiting):
        folder = run_folders.run_folder(tmp_path, run_id)
        (folder / "deep").mkdir(parents=True)
        (folder / "checkpoint").write_text("weights")
        run_folders.append_log(folder, NOW, ["it begins"])
    (tmp_path / "not-a-run").mkdir()
    run_ids = run_folders.list_run_ids(tmp_path)
    assert set(run_ids) == {unknown, finished, waiting}
    assert run_folders.clean_up(tmp_path, run_ids, known={finished, waiting}, done={finished}) == 2
    assert (
        run_folders.clean_up(tmp_path, run_folders.list_run_ids(tmp_path), known={finished, waiting}, done={finished})
        == 0
    )
    assert {path.name for path in tmp_path.iterdir()} == {str(finished), str(waiting), "not-a-run"}
    assert [path.name for path in run_folders.run_folder(tmp_path, finished).iterdir()] == [run_folders.LOG]
    assert len(list(run_folders.run_folder(tmp_path, waiting).iterdir())) == 3


def test_a_missing_training_folder_has_no_runs(tmp_path: Path) -> None:
    assert run_folders.list_run_ids(tmp_path / "training") == []


def test_log_lines_are_sanitized_and_the_log_is_bounded(tmp_path: Path) -> None:
    run_folders.append_log(tmp_path, NOW, ["two\nlines\x1b[31m", "é" * 1000])
    first, second = (tmp_path / run_folders.LOG).read_text("utf-8").splitlines()
    assert first == "2026-11-22T09:30:00Z two lines [31m"
    assert second == f"2026-11-22T09:30:00Z {'é' * 500}"
    with (tmp_path / run_folders.LOG).open("ab") as file:
        file.truncate(run_folders.MAX_LOG_BYTES)
    run_folders.append_log(tmp_path, NOW, ["one more"])
    assert (tmp_path / run_folders.LOG).stat().st_size == run_folders.MAX_LOG_BYTES
    run_folders.append_log(tmp_path / "not there", NOW, ["not written"])
    assert not (tmp_path / "not there").exists()
