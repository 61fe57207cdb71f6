"""Previews are small, seldom, and never the reason why a task fails."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image

from platemark.engines.base import GenerateRequest, Progress
from platemark.jobs import engine_side
from platemark.jobs.requests import GenerateJob
from platemark.worker.preview_maker import MAX_BYTES, PreviewMaker, shrink
from platemark_press.engine import Press
from tests.worker.tiny_engine import png


class Clock:
    """A clock that stands still unless something takes time."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Maker:
    """A maker of previews with a clock of its own; ``sent`` has what it sent."""

    def __init__(self, seconds: float) -> None:
        self.clock, self.sent = Clock(), list[bytes]()
        self.maker = PreviewMaker(self.sent.append, seconds=seconds, monotonic=self.clock)
        self.rendered = 0

    def offer(self, at: float, *, cost: float = 0.0, data: bytes = png(3)) -> int:
        """Offer a preview so many seconds after the first step; how many were rendered until now."""
        self.clock.now = 1000.0 + at

        def render() -> bytes:
            self.rendered += 1
            self.clock.now += cost
            return data

        self.maker.offer(render)
        return self.rendered


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def test_a_preview_is_due_after_its_time_and_never_sooner() -> None:
    maker = Maker(seconds=2)
    assert [maker.offer(at) for at in (0, 1.9, 2, 2.1, 3.9, 4)] == [0, 0, 1, 1, 1, 2]
    assert len(maker.sent) == 2


def test_previews_take_a_twentieth_of_the_time_at_most() -> None:
    maker = Maker(seconds=2)
    assert [maker.offer(at, cost=1) for at in (0, 2, 5, 21.9, 22.1)] == [0, 1, 1, 1, 2]


def test_no_preview_is_made_with_no_seconds() -> None:
    maker = Maker(seconds=0)
    assert [maker.offer(at) for at in (0, 1000)] == [0, 0]


@pytest.mark.parametrize("data", [b"", b"no picture", png(3)[:45]])
def test_a_preview_that_cannot_be_made_is_the_last(data: bytes) -> None:
    maker = Maker(seconds=2)
    assert [maker.offer(at, data=data) for at in (0, 2, 1000)] == [0, 1, 1]
    assert maker.sent == []


def test_a_preview_that_is_too_large_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platemark.worker.preview_maker.MAX_BYTES", 10)
    maker = Maker(seconds=2)
    assert [maker.offer(at) for at in (0, 2, 4)] == [0, 1, 2]
    assert maker.sent == []


@pytest.mark.parametrize(
    ("size", "small"), [((1024, 512), (512, 256)), ((64, 512), (64, 512)), ((4, 3), (4, 3)), ((513, 2048), (128, 512))]
)
def test_a_preview_has_at_most_512_pixels_a_side(size: tuple[int, int], small: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(shrink(picture(*size)))) as made:
        assert (made.format, made.size) == ("WEBP", small)


def test_the_noisiest_picture_fits_into_the_contract() -> None:
    out = io.BytesIO()
    Image.frombytes("RGB", (512, 512), os.urandom(3 * 512 * 512)).save(out, "PNG")
    assert len(shrink(out.getvalue())) <= MAX_BYTES


def test_of_a_job_with_several_images_each_unfinished_step_and_each_finished_image_is_offered() -> None:
    """With the press, which draws the same bytes whether somebody looks or not."""
    payload = GenerateJob(prompt="a fox in the snow", width=96, height=64, steps=3, seed=5, count=2).payload()
    shown: list[bytes] = []

    def draw(on_preview: engine_side.OnPreview) -> list[bytes]:
        images = engine_side.generate_images(Press(), payload, lambda _: None, lambda: False, (), on_preview)
        return [image.data for image in images]

    images = draw(lambda render: shown.append(render()))
    assert images == draw(engine_side.ignore_preview)
    first = list[Progress]()
    request = GenerateRequest(prompt="a fox in the snow", width=96, height=64, steps=3, seed=5)
    list(Press().generate(request, first.append, lambda: False))
    steps = [step.preview() for step in first if step.preview is not None]
    assert (shown[:3], len(shown)) == ([steps[0], steps[1], images[0]], 5)
