"""The folders of runs: what is no longer needed goes, what may be needed stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from platemark.ids import new_id
from platemark.training import run_folders

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_what_belongs_to_no_run_goes_and_of_a_finished_one_the_log_stays(tmp_path: Path) -> None:
    gone, done, waiting = new_id(), new_id(), new_id()
    for run_id in (gone, done, waiting):
        folder = run_folders.run_folder(tmp_path, run_id)
        (folder / "deep").mkdir(parents=True)
        (folder / "checkpoint").write_text("weights")
        run_folders.append_log(folder, NOW, ["it begins"])
    (tmp_path / "not-a-run").mkdir()
    run_ids = run_folders.list_run_ids(tmp_path)
    assert set(run_ids) == {gone, done, waiting}
    assert run_folders.clean_up(tmp_path, run_ids, known={done, waiting}, done={done}) == 2
    assert run_folders.clean_up(tmp_path, run_folders.list_run_ids(tmp_path), known={done, waiting}, done={done}) == 0
    assert {path.name for path in tmp_path.iterdir()} == {str(done), str(waiting), "not-a-run"}
    assert [path.name for path in run_folders.run_folder(tmp_path, done).iterdir()] == [run_folders.LOG]
    assert len(list(run_folders.run_folder(tmp_path, waiting).iterdir())) == 3


def test_a_studio_that_never_trained_has_no_folders(tmp_path: Path) -> None:
    assert run_folders.list_run_ids(tmp_path / "training") == []


def test_a_log_has_a_line_each_whatever_an_engine_says_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    run_folders.append_log(tmp_path, NOW, ["two\nlines\x1b[31m", "é" * 1000])
    first, second = (tmp_path / run_folders.LOG).read_text("utf-8").splitlines()
    assert first == "2026-11-22T09:30:00Z two lines [31m"
    assert second == f"2026-11-22T09:30:00Z {'é' * 500}"
    with (tmp_path / run_folders.LOG).open("ab") as file:
        file.truncate(run_folders.MAX_LOG_BYTES)
    run_folders.append_log(tmp_path, NOW, ["one more"])
    assert (tmp_path / run_folders.LOG).stat().st_size == run_folders.MAX_LOG_BYTES
    run_folders.append_log(tmp_path / "not there", NOW, ["nobody reads it"])
    assert not (tmp_path / "not there").exists()
