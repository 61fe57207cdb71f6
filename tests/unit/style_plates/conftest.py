"""A small album of the press's own prints, and plates trained on it, built once for all of these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from platemark.engines.base import (
    AdapterUse,
    GenerateRequest,
    OnTrainProgress,
    ShouldCancel,
    TrainedAdapter,
    TrainingPicture,
    TrainRequest,
)
from platemark_press import Press

SUBJECTS = (
    *("mountain", "hills", "sea", "forest", "desert", "tree", "cactus", "flower", "mushroom", "city"),
    *("castle", "lighthouse", "house", "windmill", "bridge", "boat", "ship", "balloon", "fox", "owl"),
)
QUICK: dict[str, str | int | float | bool] = {"steps": 40, "patches": 60, "detail": "coarse"}

Album = tuple[TrainingPicture, ...]
MakeUse = Callable[..., AdapterUse]


def make_album(folder: Path, subjects: tuple[str, ...], side: int) -> Album:
    """Print an album in stained glass and gold, with one picture in six held out."""
    pictures = []
    for index, subject in enumerate(subjects):
        caption = f"{subject}, stained glass, gold"
        path = folder / f"{index:02}"
        request = GenerateRequest(prompt=caption, width=side, height=side, seed=index, steps=8)
        (image,) = Press().generate(request, lambda _: None, lambda: False)
        path.write_bytes(image.data)
        pictures.append(TrainingPicture(path, caption, held_out=index % 6 == 5))
    return tuple(pictures)


def train(
    album: Album,
    folder: Path,
    on_progress: OnTrainProgress = lambda _: None,
    should_cancel: ShouldCancel = lambda: False,
    *,
    seed: int = 1,
    **parameters: str | int | float,
) -> TrainedAdapter:
    """Train a plate quickly, unless the parameters say otherwise."""
    folder.mkdir(exist_ok=True)
    request = TrainRequest(album, QUICK | dict(parameters), seed, folder)
    return Press().train(request, on_progress, should_cancel)


@pytest.fixture(scope="session")
def album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    return make_album(tmp_path_factory.mktemp("album"), SUBJECTS[:6], 96)


@pytest.fixture(scope="session")
def undisturbed(album: Album, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a quick plate whose training was not interrupted."""
    return train(album, tmp_path_factory.mktemp("run")).path.read_bytes()


@pytest.fixture(scope="session")
def plate_file(undisturbed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plate") / "0123abcd"
    path.write_bytes(undisturbed)
    return path


@pytest.fixture(scope="session")
def use(plate_file: Path) -> MakeUse:
    def at(weight: float, path: Path = plate_file, kind: str = "style_plate") -> AdapterUse:
        return AdapterUse(path=path, format=kind, digest="0" * 64, name="gold glass", weight=weight)

    return at
