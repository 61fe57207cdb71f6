"""Training a LoRA on a tiny model of the real architecture."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from platemark.engines.base import (
    Cancelled,
    EngineError,
    TrainedAdapter,
    TrainingPicture,
    TrainingWishes,
    TrainProgress,
    TrainRequest,
)
from platemark.engines.diffusers import Diffusers
from platemark.engines.weights import classify_weights, read_header
from tests.unit.diffusers.conftest import STEPS, Learned, Tiny

SHORT = {"steps": 2, "evaluate_every": 2, "checkpoint_every": 2, "sample_every": 0}


def short(request: TrainRequest, **changes: Any) -> TrainRequest:
    return replace(request, parameters={**request.parameters, **SHORT, **changes})


class TokenizerOfNothing:
    """Makes the same token of every caption."""

    model_max_length = 1

    def __call__(self, *_: object, **__: object) -> Any:
        import torch

        return SimpleNamespace(input_ids=torch.zeros(1, 1))


def train(
    engine: Diffusers, request: TrainRequest, should_cancel: Callable[[], bool] = lambda: False
) -> tuple[TrainedAdapter, list[TrainProgress]]:
    progress: list[TrainProgress] = []
    return engine.train(request, progress.append, should_cancel), progress


def test_the_held_out_loss_falls_below_half(learned: Learned) -> None:
    losses = [update.metrics["held_out_loss"] for update in learned.progress if "held_out_loss" in update.metrics]
    assert len(losses) == 2
    assert losses[1] < losses[0] / 2
    assert learned.adapter.metrics["held_out_loss"] == losses[1]
    assert learned.adapter.metrics["train_loss"] == learned.progress[-1].metrics["train_loss"]


def test_progress_reports_every_loss_and_some_checkpoints_and_samples(learned: Learned) -> None:
    assert [update.step for update in learned.progress] == list(range(STEPS + 1))
    assert all(update.steps == STEPS for update in learned.progress)
    assert all("train_loss" in update.metrics for update in learned.progress[1:])
    assert [update.step for update in learned.progress if update.checkpoint] == [5, 10, 15, 20]
    samples = {update.step: update.sample for update in learned.progress if update.sample is not None}
    assert list(samples) == [15]
    with Image.open(io.BytesIO(samples[15])) as picture:
        assert (picture.format, picture.size) == ("PNG", (64, 64))


def test_the_adapter_is_a_lora_of_the_requested_rank_and_layers(learned: Learned) -> None:
    header = read_header(learned.adapter.path)
    facts = classify_weights(header)
    assert (facts.kind, facts.text_width, facts.rank, facts.pairs) == ("lora", 32, 8, 273)
    assert (learned.adapter.format, learned.adapter.path.parent) == ("lora", learned.request.folder)
    assert (learned.adapter.base or "").startswith("tiny sha256:")


def test_transparent_pictures_are_learned_on_white_and_deep_greys_by_their_levels(
    one_thread: None, tmp_path: Path
) -> None:
    import torch

    from platemark.engines.diffusers.training_data import encode_pictures

    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "clear", "PNG")
    Image.new("I;16", (8, 8), 128 * 257).save(tmp_path / "deep", "PNG")
    latents = SimpleNamespace(config=SimpleNamespace(scaling_factor=1), dtype=torch.float32)
    latents.encode = lambda view: SimpleNamespace(latent_dist=SimpleNamespace(mean=view))
    pipe = SimpleNamespace(vae=latents, device="cpu", tokenizer=TokenizerOfNothing(), text_encoder=lambda it: (it,))
    pictures = [TrainingPicture(path=tmp_path / name, caption="", held_out=False) for name in ("clear", "deep")]
    encoded = encode_pictures(pipe, pictures, resolution=8, flip=False, should_cancel=lambda: False)
    assert [round(float(it.latents.min()), 3) for it in encoded] == [1.0, 0.004]


def test_the_two_newest_checkpoints_are_kept(learned: Learned) -> None:
    names = sorted(path.name for path in learned.request.folder.iterdir())
    assert names == ["adapter.safetensors", "checkpoint-00000015.safetensors", "checkpoint-00000020.safetensors"]


class Crash(Exception):
    pass


def test_a_cancelled_and_crashed_run_ends_with_the_same_bytes(
    engine: Diffusers, learned: Learned, fresh_request: TrainRequest
) -> None:
    seen: list[int] = []

    def crash_at_13(progress: TrainProgress) -> None:
        seen.append(progress.step)
        if progress.step == 13:
            raise Crash

    with pytest.raises(Cancelled):
        engine.train(fresh_request, lambda update: seen.append(update.step), lambda: 7 in seen)
    assert seen[-1] == 7
    with pytest.raises(Crash):
        engine.train(fresh_request, crash_at_13, lambda: False)
    newest = fresh_request.folder / "checkpoint-00000010.safetensors"
    newest.write_bytes(newest.read_bytes()[:-1])  # as if the disk had lost its end: the one before it serves
    adapter, progress = train(engine, fresh_request)
    assert (progress[0].step, progress[0].note) == (7, "Resumes from the checkpoint of step 7.")
    assert [update.step for update in progress[1:]] == list(range(8, STEPS + 1))
    assert adapter.path.read_bytes() == learned.adapter.path.read_bytes()
    assert adapter.metrics == learned.adapter.metrics
    assert [update.metrics for update in progress[1:]] == [update.metrics for update in learned.progress[8:]]


def test_samples_and_checkpoints_that_are_asked_for_do_not_change_the_result(
    engine: Diffusers, learned: Learned, fresh_request: TrainRequest
) -> None:
    seen: list[TrainProgress] = []

    def take_wishes() -> TrainingWishes:
        return TrainingWishes(sample=len(seen) == 3, save=len(seen) == 4)

    adapter = engine.train(replace(fresh_request, take_wishes=take_wishes), seen.append, lambda: False)
    assert adapter.path.read_bytes() == learned.adapter.path.read_bytes()
    assert seen[3].sample is not None
    assert seen[4].checkpoint


def test_resuming_a_finished_run_returns_its_adapter(engine: Diffusers, learned: Learned) -> None:
    before = learned.adapter.path.read_bytes()
    adapter, progress = train(engine, learned.request)
    assert [update.step for update in progress] == [STEPS]
    assert adapter.path.read_bytes() == before
    assert adapter.metrics == learned.adapter.metrics


def test_checkpoints_of_another_run_are_not_resumed(engine: Diffusers, fresh_request: TrainRequest) -> None:
    train(engine, short(fresh_request))
    _, progress = train(engine, short(fresh_request, rank=4))
    assert [update.step for update in progress] == [0, 1, 2]


def test_without_held_out_pictures_the_training_pictures_are_evaluated(
    engine: Diffusers, fresh_request: TrainRequest
) -> None:
    request = replace(short(fresh_request), pictures=fresh_request.pictures[:1])
    adapter, progress = train(engine, request)
    assert [sorted(update.metrics) for update in progress] == [
        ["evaluated_loss"], ["train_loss"], ["evaluated_loss", "learning_rate", "train_loss"],
    ]  # fmt: skip
    assert "held_out_loss" not in adapter.metrics


def test_a_loss_that_is_not_finite_ends_the_run(engine: Diffusers, fresh_request: TrainRequest) -> None:
    with pytest.raises(EngineError, match="not finite at step") as failed:
        train(engine, short(fresh_request, steps=9, learning_rate=1e30, warm_up=0, batch_size=1))
    assert (failed.value.code, failed.value.retryable) == ("diverged", False)
    assert not (fresh_request.folder / "adapter.safetensors").exists()


def with_memory_for(pictures: int, *, frugal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A simulated graphics card that holds so many pictures at once, and none without gradient checkpointing."""
    import torch

    from platemark.engines.diffusers import training

    whole = training._TrainingLoop._loss

    def loss(self: Any, latents: Any, *rest: Any) -> Any:
        unwise = frugal and not self._pipe.unet.is_gradient_checkpointing
        if torch.is_grad_enabled() and (len(latents) > pictures or unwise):
            raise torch.OutOfMemoryError
        return whole(self, latents, *rest)

    monkeypatch.setattr(training._TrainingLoop, "_loss", loss)


def test_low_memory_slows_the_run_and_hardly_changes_the_result(
    engine: Diffusers, fresh_request: TrainRequest, learned: Learned, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_memory_for(1, frugal=True, monkeypatch=monkeypatch)
    _, progress = train(engine, short(fresh_request))
    notes = [update.note for update in progress if "memory" in update.note]
    assert [note.rpartition(": ")[2] for note in notes] == [
        "now 1 pictures per pass.", "now with gradient checkpointing, which is slower.",
    ]  # fmt: skip
    first = next(update for update in progress if update.step == 1)
    assert first.metrics["train_loss"] == pytest.approx(learned.progress[1].metrics["train_loss"], rel=1e-4)


def test_a_run_without_enough_memory_for_one_picture_fails(
    engine: Diffusers, fresh_request: TrainRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_memory_for(0, frugal=False, monkeypatch=monkeypatch)
    with pytest.raises(EngineError) as failed:
        train(engine, short(fresh_request))
    assert failed.value.code == "out_of_memory"


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"base": "another"}, "unknown_base"), ({"pictures": ()}, "no_pictures")],
)
def test_impossible_requests_are_refused(
    engine: Diffusers, fresh_request: TrainRequest, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(EngineError) as refused:
        train(engine, replace(fresh_request, **changes))
    assert refused.value.code == code


def test_an_unreadable_picture_is_reported(engine: Diffusers, fresh_request: TrainRequest) -> None:
    (fresh_request.folder / "rubbish").write_bytes(b"rubbish")
    bad = TrainingPicture(path=fresh_request.folder / "rubbish", caption="", held_out=False)
    with pytest.raises(EngineError) as failed:
        train(engine, replace(short(fresh_request), pictures=(bad,)))
    assert failed.value.code == "bad_picture"


def test_a_lora_is_trained_for_the_named_model(
    tiny: Tiny, fresh_request: TrainRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    models = tmp_path_factory.mktemp("models")
    shutil.copytree(tiny.folder, models / "ink")
    engine = Diffusers(models / "none", models=models)
    with pytest.raises(EngineError) as refused:
        train(engine, fresh_request)
    assert refused.value.code == "engine_unavailable"
    with pytest.raises(EngineError, match="another digest") as refused:
        train(engine, replace(short(fresh_request), base="ink sha256:00", pictures=fresh_request.pictures[:1]))
    assert refused.value.code == "unknown_base"
    adapter, _ = train(engine, replace(short(fresh_request, steps=1), base="ink", pictures=fresh_request.pictures[:1]))
    assert (adapter.base or "").startswith("ink sha256:")


def test_cancelling_before_the_first_step_writes_nothing(engine: Diffusers, fresh_request: TrainRequest) -> None:
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        train(engine, fresh_request, lambda: next(answers))
    assert list(fresh_request.folder.iterdir()) == []
