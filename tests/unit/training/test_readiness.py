"""Settings of a trainer: filled in, taken in their type, or refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.engines.base import Parameter, TrainingFinding, TrainRequest
from platemark.errors import Unavailable, Unprocessable
from platemark.storage.blobs import FolderBlobStore
from platemark.training.dataset import Dataset, Picture
from platemark.training.readiness import find_shortfalls, resolve_parameters
from tests.worker.tiny_engine import TinyEngine

PARAMETERS = (
    Parameter("steps", "How long.", 20, 1, 100),
    Parameter("rate", "How fast.", 0.1, 0.0, 1.0),
    Parameter("flip", "Whether to mirror.", False),
    Parameter("mood", "How.", "calm", choices=("calm", "wild")),
    Parameter("word", "Anything.", "any"),
)
DEFAULTS = {"steps": 20, "rate": 0.1, "flip": False, "mood": "calm", "word": "any"}


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ({}, {}),
        ({"steps": 7}, {"steps": 7}),
        ({"steps": 7.0}, {"steps": 7}),
        ({"rate": 1}, {"rate": 1.0}),
        ({"flip": True}, {"flip": True}),
        ({"mood": "wild", "word": ""}, {"mood": "wild", "word": ""}),
    ],
)
def test_parameters_get_defaults_and_types(given: dict[str, Any], changed: dict[str, Any]) -> None:
    found = resolve_parameters(PARAMETERS, given)
    assert found == DEFAULTS | changed
    assert [type(value) for value in found.values()] == [int, float, bool, str, str]


@pytest.mark.parametrize(
    "given",
    [
        {"steps": 0}, {"steps": 101}, {"steps": 1.5}, {"steps": "7"}, {"steps": True}, {"rate": -0.1}, {"rate": 1.1},
        {"rate": False}, {"flip": 1}, {"flip": "yes"}, {"mood": "mild"}, {"mood": 1}, {"word": 1}, {"nothing": 1},
    ],
)  # fmt: skip
def test_invalid_parameters_are_refused_by_name(given: dict[str, Any]) -> None:
    with pytest.raises(Unprocessable) as refused:
        resolve_parameters(PARAMETERS, given)
    (name,) = given
    assert [finding.pointer for finding in refused.value.findings] == [f"/parameters/{name}"]


class Disk(FolderBlobStore):
    """A store on a disk with this much free space; None: it is unavailable."""

    free: int | None = 10**12

    def exists(self, digest: str) -> bool:
        return digest[0] != "0"

    def free_bytes(self) -> int:
        if self.free is None:
            raise Unavailable("storage_failed", "The disk that keeps the images cannot be used now.")
        return self.free


class Raising(TinyEngine):
    def check(self, request: TrainRequest) -> list[TrainingFinding]:
        raise RuntimeError(f"a secret of {request.folder}")


def codes(tmp_path: Path, engine: TinyEngine | None = None, **facts: Any) -> dict[str, bool]:
    """The codes of the findings, and whether each is fatal."""
    count, free = facts.pop("count", 6), facts.pop("free", 10**12)
    gone, words = facts.pop("gone", 0), facts.pop("words", count)
    digests = [f"{0 if n < gone else 1}{n:063x}" for n in range(count)]
    pictures = [Picture(UUID(int=n), it, "red" if n < words else "", n == 0) for n, it in enumerate(digests)]
    store = Disk(tmp_path)
    store.free = free
    data, engine = Dataset(tuple(pictures)), engine or TinyEngine()
    request = TrainRequest(data.training_pictures(store), {}, 1, tmp_path, facts.pop("base", None))
    found = find_shortfalls(engine, engine, request, data, store)
    assert all("secret" not in it.message + it.hint and "\n" not in it.message for it in found)
    return {it.code: it.fatal for it in found}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {}),
        ({"count": 4}, {"too_few_pictures": True}),
        ({"count": 5001}, {"too_many_pictures": True}),
        ({"gone": 2}, {"pictures_gone": True}),
        ({"words": 3}, {"captions_missing": False}),
        ({"words": 0}, {"captions_missing": True}),
        ({"free": 1000}, {"disk_short": True}),
        ({"free": None}, {"disk_unusable": True}),
        ({"base": "unknown"}, {"base_unknown": True}),
        ({"base": "odd"}, {"engine_says": False}),
    ],
)
def test_each_shortfall_is_found(tmp_path: Path, facts: dict[str, Any], expected: dict[str, bool]) -> None:
    assert codes(tmp_path, **facts) == expected


def test_an_engine_that_raises_becomes_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path, Raising()) == {"check_failed": True}
