"""The pictures of a bundle are drawn again, and compared; what cannot be drawn is counted with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.base import Capabilities, EngineError, EngineImage, GenerateRequest, Health
from platemark.engines.registry import Engines
from platemark.exports.archive import Member, archive, to_json
from platemark.exports.bundle_file import NotABundle
from platemark.exports.reproduction import WHY, Reproduced, reproduce_bundle
from platemark.images.metadata_stripping import strip_metadata
from platemark_press.engine import Press

PROVENANCE: dict[str, Any] = {
    "engine": "press", "engine_version": "1", "model": None, "seed": 2**40, "steps": 3, "guidance_scale": 7.5,
    "width": 96, "height": 64, "prompt": "a fox in the snow", "negative_prompt": "trees", "words_used": [],
    "words_ignored": [], "parameters": {}, "adapters": [], "job_id": None, "set_run_id": None, "set_template_id": None,
    "set_template_version": None, "row_position": None,
}  # fmt: skip


def drawn(**values: Any) -> bytes:
    """What the press draws, as a studio stores it."""
    request = GenerateRequest(
        prompt="a fox in the snow", negative_prompt="trees", width=96, height=64, seed=2**40, steps=3,
        guidance_scale=7.5,
    )  # fmt: skip
    (image,) = Press().generate(replace(request, **values), lambda _: None, lambda: False)
    return strip_metadata(image.data).data


@dataclass
class Other:
    """An engine that says of itself what a test wants, and draws what it wants."""

    able: dict[str, Any]
    healthy: bool = True
    draws: Callable[[], bytes] = drawn
    name: str = "other"
    version: str = "1"

    def capabilities(self) -> Capabilities:
        return replace(Press().capabilities(), **self.able)

    def health(self) -> Health:
        return Health(ok=self.healthy)

    def generate(self, request: GenerateRequest, *_: object) -> Iterator[EngineImage]:
        yield EngineImage(
            data=self.draws(), media_type="image/png", width=96, height=64, seed=request.seed, engine="other",
            engine_version="1", model=None,
        )  # fmt: skip


def reproduce(
    folder: Path, *pictures: tuple[bytes, Any], other: Other | None = None, damaged: tuple[str, ...] = ()
) -> Reproduced:
    members = []
    for number, (data, provenance) in enumerate(pictures, 1):
        said = provenance if isinstance(provenance, bytes) else to_json({"id": "x", "provenance": provenance})
        members += [Member(f"images/{number:05}.png", [data]), Member(f"images/{number:05}.json", [said])]
    (folder / "a.zip").write_bytes(b"".join(archive(members)))
    engines = Engines.of([Press(), *([] if other is None else [other])])
    return reproduce_bundle(folder / "a.zip", engines, damaged)


def test_pictures_of_the_press_are_drawn_again_and_are_the_same(tmp_path: Path) -> None:
    tagged = PROVENANCE | {"prompt": "a fox in the snow <lora:gone:1>"}
    found = reproduce(tmp_path, (drawn(), PROVENANCE), (drawn(), PROVENANCE), (drawn(), tagged))
    assert (found.equal, found.different, found.not_drawn) == (3, [], {})
    assert list(found.lines()) == ["Drawn again: 3 equal, 0 different."]


@pytest.mark.parametrize(
    "other", [{"seed": 7}, {"steps": 4}, {"guidance_scale": 3.0}, {"prompt": "an owl"}, {"negative_prompt": "snow"}]
)
def test_a_picture_that_was_made_otherwise_is_named(tmp_path: Path, other: dict[str, Any]) -> None:
    found = reproduce(tmp_path, (drawn(), PROVENANCE), (drawn(**other), PROVENANCE))
    assert (found.equal, [it.path for it in found.different]) == (1, ["images/00002.png"])
    assert next(found.lines()) == "images/00002.png: press draws another picture now."
    assert found.to_json()["different"] == [{"path": "images/00002.png", "message": "press draws another picture now."}]


def test_another_version_of_the_engine_is_said(tmp_path: Path) -> None:
    older = PROVENANCE | {"engine_version": "0.9"}
    same, other = reproduce(tmp_path, (drawn(), older)), reproduce(tmp_path, (drawn(seed=7), older))
    assert same.equal == 1
    assert other.different[0].message == "It was drawn by version 0.9 of press; version 1 draws another."


def fail() -> bytes:
    raise EngineError("out_of_memory", "There is no memory.")


def crash() -> bytes:
    raise ZeroDivisionError


OTHER = PROVENANCE | {"engine": "other"}
NOT_DRAWN: list[tuple[str, Any, Other | None]] = [
    ("uploaded", None, None),
    ("engine_missing", OTHER, None),
    ("not_deterministic", OTHER, Other({"deterministic": False})),
    ("not_deterministic", OTHER, Other({"seed": False})),
    ("engine_unavailable", OTHER, Other({}, healthy=False)),
    ("engine_failed", OTHER, Other({}, draws=fail)),
    ("engine_failed", OTHER, Other({}, draws=crash)),
    ("engine_failed", OTHER, Other({}, draws=lambda: b"no picture")),
    ("model_missing", PROVENANCE | {"model": "tiny sha256:" + "0" * 64}, None),
    ("adapter_missing", PROVENANCE | {"adapters": [{"digest": "0" * 64}]}, None),
    *(
        ("incomplete", PROVENANCE | it, None)
        for it in (
            {"seed": None}, {"seed": 2**60}, {"steps": 0}, {"steps": 10**6}, {"width": 10**6}, {"height": 1},
            {"guidance_scale": 1e9}, {"prompt": None}, {"prompt": "x" * 30_000}, {"engine": 7},
        )
    ),
    ("damaged", b"{", None),
    ("damaged", b'{"provenance":' * 100_000, None),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "provenance", "other"), NOT_DRAWN)
def test_what_cannot_be_drawn_is_counted_with_the_reason(
    tmp_path: Path, reason: str, provenance: Any, other: Other | None
) -> None:
    found = reproduce(tmp_path, (drawn(), provenance), (drawn(), PROVENANCE), other=other)
    assert (found.equal, found.different, found.not_drawn) == (1, [], {reason: 1})
    assert list(found.lines())[-1] == f"Not drawn, because {WHY[reason]}: 1."


def test_each_reason_has_a_case() -> None:
    assert {reason for reason, _, _ in NOT_DRAWN} == set(WHY)


@pytest.mark.parametrize("path", ["images/00001.png", "images/00001.json"])
def test_a_damaged_picture_is_not_drawn(tmp_path: Path, path: str) -> None:
    assert reproduce(tmp_path, (drawn(), PROVENANCE), damaged=(path,)).not_drawn == {"damaged": 1}


def test_what_is_no_picture_is_damaged(tmp_path: Path) -> None:
    assert reproduce(tmp_path, (b"no picture", PROVENANCE)).not_drawn == {"damaged": 1}


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"GIF89a")
    with pytest.raises(NotABundle):
        reproduce_bundle(tmp_path / "a.zip", Engines.of([]))
