"""A tiny model and a LoRA trained on it, built once. Without the extra these tests are skipped; in CI they fail."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from platemark.engines.base import TrainedAdapter, TrainingPicture, TrainProgress, TrainRequest
from platemark.engines.diffusers import Diffusers, libraries
from tests.unit.diffusers import tiny_model

STEPS = 20
PARAMETERS: dict[str, str | int | float | bool] = {
    "steps": STEPS, "rank": 8, "learning_rate": 0.02, "batch_size": 2, "resolution": 64, "targets": "all", "flip": True,
    "warm_up": 3, "evaluate_every": STEPS, "checkpoint_every": 5, "sample_every": 15,
}  # fmt: skip


@dataclass(frozen=True)
class Tiny:
    """A model as a folder and as a single file."""

    folder: Path
    file: Path


@dataclass(frozen=True)
class Learned:
    """A training run without interruption."""

    request: TrainRequest
    adapter: TrainedAdapter
    progress: list[TrainProgress]


@pytest.fixture(scope="session")
def one_thread() -> Iterator[None]:
    """Import torch and limit it to one thread."""
    problem = libraries.describe_missing()
    if problem and os.environ.get("CI"):
        pytest.fail(problem, pytrace=False)
    if problem:
        pytest.skip(f"Nothing of Stable Diffusion was tested: {problem}")
    libraries.disable_network()
    with warnings.catch_warnings(action="ignore"):
        import diffusers
        import peft
        import torch
        import transformers
    assert all((diffusers, peft, transformers))
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def tiny(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    folder = tmp_path_factory.mktemp("models")
    built = Tiny(folder / "tiny", folder / "tiny.safetensors")
    with warnings.catch_warnings(action="ignore"):
        libraries.silence()
        tiny_model.build(built.folder, built.file)
    return built


@pytest.fixture(scope="session")
def engine(tiny: Tiny) -> Diffusers:
    """An engine that keeps the model in memory after the first image."""
    return Diffusers(tiny.folder)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> tuple[TrainingPicture, ...]:
    """Five red pictures to train on, and one held out."""
    folder = tmp_path_factory.mktemp("album")
    pictures = []
    for number in range(6):
        path = folder / str(number)
        image = Image.new("RGB", (80, 64), (200, 30 + 10 * number, 30))
        image.paste((20, 20, 200), (8 * number, 10, 8 * number + 20, 50))
        image.save(path, "PNG")
        pictures.append(TrainingPicture(path=path, caption="a red card", held_out=number == 5))
    return tuple(pictures)


@pytest.fixture(scope="session")
def learned(
    engine: Diffusers, pictures: tuple[TrainingPicture, ...], tmp_path_factory: pytest.TempPathFactory
) -> Learned:
    folder = tmp_path_factory.mktemp("run")
    request = TrainRequest(pictures=pictures, parameters=PARAMETERS, seed=3, folder=folder)
    progress: list[TrainProgress] = []
    adapter = engine.train(request, progress.append, lambda: False)
    return Learned(request, adapter, progress)


@pytest.fixture
def fresh_request(learned: Learned, tmp_path: Path) -> TrainRequest:
    """The same training request with an empty folder."""
    return replace(learned.request, folder=tmp_path)
