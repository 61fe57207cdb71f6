"""LoRAs that prompts name become adapters, or the job is refused; engines never get them as text."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from platemark.access import Actor
from platemark.adapters.pinned import AdapterChoice
from platemark.clock import utc_now
from platemark.db.tables import AdapterRow
from platemark.engines.base import Capabilities
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.ids import new_id
from platemark.jobs import service
from platemark.jobs.engine_side import generate_images
from platemark.jobs.lora_tags import find_tags, remove_tags
from platemark.jobs.requests import GenerateJob
from tests.unit.jobs.conftest import QueueDriver
from tests.worker.tiny_engine import TinyEngine


class Painter(TinyEngine):
    name = "painter"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), adapter_formats=frozenset({"lora"}))


class Native(TinyEngine):
    name = "native"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), loras_in_prompt=True)


ENGINES = Engines.of([Painter(), Native(), TinyEngine()])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a fox <lora:Ink>", [("lora", "Ink", None)]),
        ("<lora:ink:0.8>, <LORA: two words :-1>", [("lora", "ink", 0.8), ("lora", "two words", -1.0)]),
        ("<lora:a:te=0.5:unet=0.5> <lyco:b:1:1>", [("lora", "a", 0.5), ("lora", "b", 1.0)]),
        ("<hypernet:h:1>", [("hypernet", "h", 1.0)]),
        ("a < b, c > d, <3, <b>, <lora>, (lora:1.2)", []),
    ],
)
def test_tags_are_found(text: str, found: list[tuple[str, str, float | None]]) -> None:
    assert [(tag.kind, tag.name, tag.weight) for tag in find_tags(text)] == found


@pytest.mark.parametrize("tag", ["<lora:a:1:0.5>", "<lora:a:much>", "<lora:a:dyn=4>", "<lora:a:>", "<lora:a:nan>"])
def test_a_weight_that_cannot_be_kept_is_none_at_all(tag: str) -> None:
    (found,) = find_tags(tag)
    assert found.weight is not None
    assert math.isnan(found.weight)


class Studio:
    def __init__(self, driver: QueueDriver, by: Actor) -> None:
        self.driver, self.by = driver, by
        self.studio = driver.studio(ENGINES, lambda: None)

    def adapter(self, name: str, format_: str = "lora", **facts: Any) -> AdapterRow:
        now = utc_now()
        row = AdapterRow(
            id=new_id(), name=name, description="", format=format_, digest="0" * 64, size_bytes=1,
            source="registered", metrics={}, trigger_words=[],
            created_at=now, updated_at=now, **({"default_weight": 0.6, "visibility": "shared"} | facts),
        )  # fmt: skip
        self.driver.do(lambda work: work.session.add(row) or work.session.flush() or work.session.expunge(row))
        return row

    def request(self, prompt: str, *, engine: str = "painter", **facts: Any) -> Any:
        choices = facts.pop("choices", ())
        job = GenerateJob(prompt=prompt, engine=engine, **facts)
        receipt = self.driver.do(service.create_job, self.studio, job, by=self.by, adapters=choices)
        return GenerateJob.from_payload(self.driver.row(receipt.id).payload)

    def refuse(self, prompt: str, **facts: Any) -> tuple[str, list[tuple[str, str]]]:
        with pytest.raises(Unprocessable) as refused:
            self.request(prompt, **facts)
        return refused.value.code, [(finding.pointer, finding.code) for finding in refused.value.findings]


@pytest.fixture
def studio(driver: QueueDriver, make_user: Callable[..., Actor]) -> Studio:
    return Studio(driver, make_user("ada", "editor"))


def test_a_named_lora_becomes_an_adapter_and_the_prompt_stays_as_asked(studio: Studio) -> None:
    old, new, word = studio.adapter("Ink"), studio.adapter("Ink"), studio.adapter("Ärger.safetensors")
    prompt = "a fox <lora:ink>, <lora:Ärger:-1.5> <lora:INK.safetensors:0.6>"
    job = studio.request(prompt)
    assert job.prompt == prompt
    assert [(it.adapter_id, it.weight) for it in job.adapters] == [(new.id, 0.6), (word.id, -1.5)]
    assert old.id not in {it.adapter_id for it in job.adapters}
    repeated = studio.request(prompt, adapters=job.adapters)
    assert repeated.adapters == job.adapters, "an image is reproduced with the adapters that it has"


def test_a_listed_adapter_keeps_its_weight(studio: Studio) -> None:
    ink = studio.adapter("ink")
    job = studio.request("<lora:ink:0.9>", choices=[AdapterChoice(ink.id, 0.2)])
    assert [it.weight for it in job.adapters] == [0.2]


def test_what_cannot_be_applied_is_refused_and_nothing_is_queued(studio: Studio) -> None:
    studio.adapter("ink")
    studio.adapter("plate", "style_plate")
    unsupported = "prompt_lora_unsupported"
    assert studio.refuse("<lora:oil:1>") == ("unknown_adapter", [("/prompt", "unknown_adapter")])
    assert studio.refuse("<lora:>")[0] == "unknown_adapter"
    assert studio.refuse("<lora:ink:1:0>") == ("engine_limits", [("/prompt", unsupported)])
    assert studio.refuse("<hypernet:ink:1>") == ("engine_limits", [("/prompt", unsupported)])
    assert studio.refuse("a", negative_prompt="<lora:ink>") == ("engine_limits", [("/negative_prompt", unsupported)])
    assert studio.refuse("<lora:ink:9>") == ("engine_limits", [("/adapters/0/weight", "adapter_weight_limit")])
    assert studio.refuse("<lora:plate>") == ("engine_limits", [("/adapters/0", "adapter_unsupported")])
    assert studio.refuse("<lora:ink>", engine="tiny")[1] == [("/adapters/0", "adapter_unsupported")]
    assert studio.driver.claim() is None


def test_an_engine_that_looks_for_loras_itself_gets_the_prompt_as_it_is(studio: Studio) -> None:
    job = studio.request("a fox <lora:anything:1:0.5>", engine="native")
    assert (job.prompt, job.adapters) == ("a fox <lora:anything:1:0.5>", ())


@pytest.mark.parametrize(("engine", "drawn"), [(Painter, "a fox , blue"), (Native, "a fox <lora:ink:0.5>, blue")])
def test_engines_draw_no_tag(monkeypatch: pytest.MonkeyPatch, engine: type[TinyEngine], drawn: str) -> None:
    seen: list[str] = []

    def generate(_: TinyEngine, request: Any, *__: Any) -> Any:
        seen.append(request.prompt)
        return iter(())

    monkeypatch.setattr(TinyEngine, "generate", generate)
    payload = GenerateJob(prompt="a fox <lora:ink:0.5>, blue", engine="painter", seed=1).payload()
    list(generate_images(engine(), payload, lambda _: None, lambda: False))
    assert seen == [drawn]


def test_a_prompt_without_tags_is_left_alone() -> None:
    assert remove_tags("a < b <lora> <b>bold</b>") == "a < b <lora> <b>bold</b>"
