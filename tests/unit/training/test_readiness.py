"""Training parameters get defaults and types or are refused by name; each shortfall becomes a finding."""

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
    ("requested", "changed"),
    [
        ({}, {}),
        ({"steps": 7}, {"steps": 7}),
        ({"steps": 7.0}, {"steps": 7}),
        ({"rate": 1}, {"rate": 1.0}),
        ({"flip": True}, {"flip": True}),
        ({"mood": "wild", "word": ""}, {"mood": "wild", "word": ""}),
    ],
)
def test_parameters_get_defaults_and_types(requested: dict[str, Any], changed: dict[str, Any]) -> None:
    parameters = resolve_parameters(PARAMETERS, requested)
    assert parameters == DEFAULTS | changed
    assert [type(value) for value in parameters.values()] == [int, float, bool, str, str]


@pytest.mark.parametrize(
    "requested",
    [
        {"steps": 0}, {"steps": 101}, {"steps": 1.5}, {"steps": "7"}, {"steps": True}, {"rate": -0.1}, {"rate": 1.1},
        {"rate": False}, {"flip": 1}, {"flip": "yes"}, {"mood": "mild"}, {"mood": 1}, {"word": 1}, {"nothing": 1},
    ],
)  # fmt: skip
def test_invalid_parameters_are_refused_by_name(requested: dict[str, Any]) -> None:
    with pytest.raises(Unprocessable) as refused:
        resolve_parameters(PARAMETERS, requested)
    (name,) = requested
    assert [finding.pointer for finding in refused.value.findings] == [f"/parameters/{name}"]


class FakeDiskBlobStore(FolderBlobStore):
    """A store whose disk has ``free`` bytes left; it is unavailable if ``free`` is None."""

    free: int | None = 10**12

    def exists(self, digest: str) -> bool:
        return digest[0] != "0"

    def free_bytes(self) -> int:
        if self.free is None:
            raise Unavailable("storage_failed", "The disk that keeps the images cannot be used now.")
        return self.free


class RaisingEngine(TinyEngine):
    def check(self, request: TrainRequest) -> list[TrainingFinding]:
        raise RuntimeError(f"a secret of {request.folder}")


def codes(tmp_path: Path, engine: TinyEngine | None = None, **facts: Any) -> dict[str, bool]:
    """The codes of the findings, and whether each is fatal."""
    count, free = facts.pop("count", 6), facts.pop("free", 10**12)
    missing, captioned = facts.pop("missing", 0), facts.pop("captioned", count)
    digests = [f"{0 if n < missing else 1}{n:063x}" for n in range(count)]
    pictures = [
        Picture(UUID(int=n), digest, "red" if n < captioned else "", n == 0) for n, digest in enumerate(digests)
    ]
    store = FakeDiskBlobStore(tmp_path)
    store.free = free
    data, engine = Dataset(tuple(pictures)), engine or TinyEngine()
    request = TrainRequest(data.training_pictures(store), {}, 1, tmp_path, facts.pop("base", None))
    findings = find_shortfalls(engine, engine, request, data, store)
    assert all("secret" not in finding.message + finding.hint and "\n" not in finding.message for finding in findings)
    return {finding.code: finding.fatal for finding in findings}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {}),
        ({"count": 4}, {"too_few_pictures": True}),
        ({"count": 5001}, {"too_many_pictures": True}),
        ({"missing": 2}, {"pictures_gone": True}),
        ({"captioned": 3}, {"captions_missing": False}),
        ({"captioned": 0}, {"captions_missing": True}),
        ({"free": 1000}, {"disk_short": True}),
        ({"free": None}, {"disk_unusable": True}),
        ({"base": "unknown"}, {"base_unknown": True}),
        ({"base": "odd"}, {"engine_says": False}),
    ],
)
def test_each_shortfall_is_found(tmp_path: Path, facts: dict[str, Any], expected: dict[str, bool]) -> None:
    assert codes(tmp_path, **facts) == expected


def test_an_engine_that_raises_becomes_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path, RaisingEngine()) == {"check_failed": True}
