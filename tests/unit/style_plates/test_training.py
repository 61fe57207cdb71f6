"""Training a style plate: its reports, and that interruptions do not change the result."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from platemark.engines.base import (
    Cancelled,
    EngineError,
    Trainer,
    TrainingPicture,
    TrainingWishes,
    TrainProgress,
    TrainRequest,
)
from platemark_press import Press
from platemark_press.style_plates.parameters import TrainingParameters
from platemark_press.style_plates.plate import StylePlate
from platemark_press.style_plates.training_data import prepare_training_data
from platemark_press.style_plates.training_state import TrainingState
from tests.unit.style_plates.conftest import QUICK, SUBJECTS, Album, make_album, train

CHILD = """
import json, sys
from pathlib import Path
from platemark.engines.base import TrainRequest, TrainingPicture
from platemark_press import Press
request = json.loads(sys.argv[1])
pictures = tuple(TrainingPicture(Path(p["path"]), p["caption"], p["held_out"]) for p in request["pictures"])
def on_progress(progress):
    if progress.checkpoint:
        print(progress.step, flush=True)
        sys.stdin.readline()
Press().train(TrainRequest(pictures, request["parameters"], 1, Path(request["folder"])), on_progress, lambda: False)
"""


def start_child(album: Album, folder: Path, **environment: str) -> subprocess.Popen[str]:
    """Start a process that trains; it prints the step of each checkpoint, then waits for a line of input."""
    pictures = [asdict(picture) | {"path": str(picture.path)} for picture in album]
    request = json.dumps({"pictures": pictures, "parameters": QUICK, "folder": str(folder)})
    folder.mkdir()
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, request],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip


def cancel_after(step: int) -> tuple[list[TrainProgress], Callable[[], bool]]:
    reports: list[TrainProgress] = []
    return reports, lambda: bool(reports) and reports[-1].step >= step


def test_twenty_pictures_reduce_the_held_out_loss_to_a_fifth(tmp_path: Path) -> None:
    pictures = make_album(tmp_path, SUBJECTS, 256)
    seen: list[TrainProgress] = []
    adapter = train(pictures, tmp_path / "run", seen.append, steps=1000, patches=2000, detail="fine")
    losses = [progress.metrics["held_out_loss"] for progress in seen if progress.metrics]
    assert len(pictures) == 20
    assert losses[-1] * 5 <= losses[0]
    assert losses[-1] < seen[0].metrics["grey_loss"], "and it beats a grey copy of the same pictures"
    assert adapter.metrics["held_out_loss"] == losses[-1]
    assert sorted(StylePlate.load(adapter.path).books) == [64, 128, 256, 512]
    assert adapter.path.stat().st_size < 2_000_000


def test_the_press_is_a_trainer_with_parameters() -> None:
    trainer: Trainer = Press()
    parameters = {parameter.name: parameter for parameter in trainer.parameters()}
    assert set(parameters) == {"steps", "learning_rate", "patches", "detail"}
    assert parameters["steps"].default == 1000
    assert all(parameter.choices or parameter.minimum is not None for parameter in parameters.values())


def test_progress_reports_losses_samples_and_checkpoints(album: Album, tmp_path: Path) -> None:
    seen: list[TrainProgress] = []
    adapter = train(album, tmp_path / "run", seen.append)
    assert [progress.step for progress in seen] == list(range(41))
    assert {progress.steps for progress in seen} == {40}
    assert set(seen[0].metrics) == {"train_loss", "held_out_loss", "grey_loss"}
    assert seen[-1].metrics["train_loss"] < seen[0].metrics["train_loss"]
    assert any("surface_64_loss" in progress.metrics for progress in seen)
    assert "5 pictures to train on, 1 held out" in seen[0].note
    samples = [progress.sample for progress in seen if progress.sample is not None]
    assert len(samples) == 4
    assert all(Image.open(io.BytesIO(sample)).size == (256, 256) for sample in samples)
    assert [progress.step for progress in seen if progress.checkpoint] == list(range(4, 41, 4))
    assert (adapter.format, adapter.base) == ("style_plate", None)


def test_samples_and_checkpoints_that_are_asked_for_do_not_change_the_result(
    album: Album, tmp_path: Path, undisturbed: bytes
) -> None:
    seen: list[TrainProgress] = []

    def take_wishes() -> TrainingWishes:
        return TrainingWishes(sample=len(seen) == 3, save=len(seen) == 5)

    request = TrainRequest(album, QUICK, 1, tmp_path, take_wishes=take_wishes)
    assert Press().train(request, seen.append, lambda: False).path.read_bytes() == undisturbed
    assert [it.step for it in seen if it.sample is not None] == [3, 10, 20, 30, 40]
    assert [it.step for it in seen if it.checkpoint] == sorted({5, *range(4, 41, 4)})


@pytest.mark.parametrize("steps", [20, 21, 59])
def test_runs_of_any_length_train_every_surface_size(album: Album, tmp_path: Path, steps: int) -> None:
    adapter = train(album, tmp_path / "run", steps=steps, detail="fine")
    assert sorted(StylePlate.load(adapter.path).books) == [64, 128, 256, 512]


@pytest.mark.parametrize("step", [0, 13, 32, 33, 36, 39])
def test_a_cancelled_run_resumes_to_the_same_bytes(album: Album, tmp_path: Path, undisturbed: bytes, step: int) -> None:
    seen, cancelled = cancel_after(step)
    with pytest.raises(Cancelled):
        train(album, tmp_path, seen.append, cancelled)
    assert not (tmp_path / "plate.pmplate").exists()
    after: list[TrainProgress] = []
    assert train(album, tmp_path, after.append).path.read_bytes() == undisturbed
    assert [progress.step for progress in after] == list(range(step, 41))


def test_a_killed_run_resumes_to_the_same_bytes(album: Album, tmp_path: Path, undisturbed: bytes) -> None:
    folder = tmp_path / "run"
    with start_child(album, folder) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "4\n"
        child.send_signal(signal.SIGKILL)
    after: list[TrainProgress] = []
    assert train(album, folder, after.append).path.read_bytes() == undisturbed
    assert after[0].step == 4


def test_a_run_killed_at_its_end_writes_the_same_bytes(album: Album, tmp_path: Path, undisturbed: bytes) -> None:
    adapter = train(album, tmp_path)
    adapter.path.unlink()
    after: list[TrainProgress] = []
    assert train(album, tmp_path, after.append).path.read_bytes() == undisturbed
    assert [progress.step for progress in after] == [40]


@pytest.mark.parametrize("threads", ["1", "2"])
def test_hash_seed_and_thread_count_do_not_change_the_bytes(
    album: Album, tmp_path: Path, undisturbed: bytes, threads: str
) -> None:
    with start_child(album, tmp_path / "run", PYTHONHASHSEED="4242", OPENBLAS_NUM_THREADS=threads) as child:
        child.communicate("\n" * 20)
    assert child.returncode == 0
    assert (tmp_path / "run/plate.pmplate").read_bytes() == undisturbed


@pytest.mark.parametrize("damaged", [1, 2])
def test_a_damaged_checkpoint_is_skipped(album: Album, tmp_path: Path, undisturbed: bytes, damaged: int) -> None:
    seen, cancelled = cancel_after(18)
    with pytest.raises(Cancelled):
        train(album, tmp_path, seen.append, cancelled)
    checkpoints = sorted(tmp_path.glob("checkpoint-*.npz"))
    assert [path.name for path in checkpoints] == ["checkpoint-000016.npz", "checkpoint-000018.npz"]
    for path in checkpoints[-damaged:]:
        path.write_bytes(path.read_bytes()[:-500])
    after: list[TrainProgress] = []
    assert train(album, tmp_path, after.append).path.read_bytes() == undisturbed
    assert after[0].step == {1: 16, 2: 0}[damaged]


@pytest.mark.parametrize("change", ["seed", "caption", "parameter"])
def test_a_checkpoint_of_another_run_is_not_used(album: Album, tmp_path: Path, change: str) -> None:
    train(album, tmp_path)
    seed = 2 if change == "seed" else 1
    other = (replace(album[0], caption="a dragon"), *album[1:]) if change == "caption" else album
    rate = 0.02 if change == "parameter" else 0.01
    after: list[TrainProgress] = []
    train(other, tmp_path, after.append, seed=seed, learning_rate=rate)
    assert after[0].step == 0


def test_held_out_pictures_do_not_change_the_plate(album: Album, tmp_path: Path, undisturbed: bytes) -> None:
    blank = tmp_path / "blank"
    Image.new("RGB", (96, 96), "magenta").save(blank, "PNG")
    others = tuple(
        replace(picture, path=blank, caption="magenta dragons") if picture.held_out else picture for picture in album
    )
    assert train(others, tmp_path / "run").path.read_bytes() == undisturbed


def test_without_held_out_pictures_there_is_no_held_out_loss(album: Album, tmp_path: Path) -> None:
    adapter = train(tuple(replace(picture, held_out=False) for picture in album), tmp_path)
    assert set(adapter.metrics) == {"train_loss"}


@pytest.mark.parametrize("size", [(1, 1), (400, 3), (5, 300)])
@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "I;16"])
def test_pictures_of_any_shape_and_mode_are_accepted(tmp_path: Path, size: tuple[int, int], mode: str) -> None:
    Image.new(mode, size).save(tmp_path / "odd", "PNG")
    adapter = train((TrainingPicture(tmp_path / "odd", "", held_out=False),), tmp_path / "run", steps=20)
    assert StylePlate.load(adapter.path).network.words == ()


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_an_unreadable_picture_is_an_engine_error(album: Album, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken").write_bytes(data)
    with pytest.raises(EngineError) as failed:
        train((*album, TrainingPicture(tmp_path / "broken", "", held_out=False)), tmp_path / "run")
    assert (failed.value.code, failed.value.retryable) == ("picture_unreadable", False)


@pytest.mark.parametrize("pictures", [(), (TrainingPicture(Path("/nowhere"), "", held_out=True),)])
def test_a_run_without_training_pictures_is_an_engine_error(tmp_path: Path, pictures: Album) -> None:
    with pytest.raises(EngineError) as failed:
        train(pictures, tmp_path)
    assert failed.value.code == "no_pictures"


@pytest.mark.parametrize("name", [".checkpoint-000004.npz.unfinished", ".plate.pmplate.unfinished"])
def test_a_disk_error_is_an_engine_error_without_a_path(album: Album, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(EngineError) as failed:
        train(album, tmp_path, steps=40)
    assert (failed.value.code, failed.value.retryable) == ("disk_failed", True)
    assert str(tmp_path) not in str(failed.value)


def test_cancelling_while_pictures_are_read_stops_the_run(album: Album, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        train(album, tmp_path, should_cancel=lambda: True)
    assert not list(tmp_path.iterdir())


def test_weights_that_are_not_finite_stop_the_run(album: Album) -> None:
    data = prepare_training_data(album, (64, 128), 1, lambda: False)
    state = TrainingState.initialise(TrainingParameters.from_request(QUICK), data, 1)
    state.network.weights["last"][:] = np.nan
    with pytest.raises(EngineError) as failed:
        state.run_step()
    assert failed.value.code == "diverged"


def check_findings(album: Album, tmp_path: Path, **changes: object) -> dict[str, bool]:
    request = replace(TrainRequest(album, dict(QUICK), 1, tmp_path / "not there"), **changes)  # type: ignore[arg-type]
    return {finding.code: finding.fatal for finding in Press().check(request)}


def test_findings_are_reported_before_a_run(album: Album, tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"no picture")
    broken = TrainingPicture(tmp_path / "broken", "a fox", held_out=False)
    advice = {"few_pictures": False, "small_pictures": False}
    assert check_findings(album, tmp_path) == advice
    assert check_findings(album, tmp_path, base="sd15") == {"base_unknown": True, **advice}
    assert check_findings((), tmp_path) == {"no_pictures": True}
    assert check_findings((*album, broken), tmp_path) == {**advice, "picture_unreadable": True}
    silent = tuple(replace(picture, caption="", held_out=False) for picture in album)
    assert check_findings(silent, tmp_path) == {**advice, "nothing_held_out": False, "captions_missing": False}
    assert check_findings(album * 334, tmp_path) == {"too_many_pictures": True, "small_pictures": False}
    assert not (tmp_path / "not there").exists()
