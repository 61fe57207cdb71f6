"""The model of a set run: that of the request, else of the set template, pinned; one that is gone is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineError, Model
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import service
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from platemark.system import service as system
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.run_jobs import is_empty, jobs_of

OpenWork = Callable[..., UnitOfWork]
INK, LEAD, OTHER = "a" * 64, "b" * 64, "c" * 64
MODELS = [
    Model(name="lead", digest=LEAD, base="Stable Diffusion XL", size_bytes=7),
    Model(name="ink", digest=INK, base="Stable Diffusion 1"),
    Model(name="new"),
    Model(name="twin", digest=INK),
    Model(name="twin", digest=LEAD),
    Model(name="two\nlines"),
    Model(name="odd", digest="no digest", base="two\nlines"),
]


class Choosing(IdleEngine):
    name = "choosing"

    def models(self) -> Sequence[Model]:
        return MODELS


class Broken(IdleEngine):
    name = "broken"

    def models(self) -> Sequence[Model]:
        raise EngineError("server_unreachable", "It is off.", hint="Switch it on.")


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([IdleEngine(), Choosing(), Broken()]))


@pytest.mark.parametrize(
    ("of_template", "of_request", "pinned"),
    [
        (None, None, None),
        ("ink", None, f"ink sha256:{INK}"),
        ("ink", "lead", f"lead sha256:{LEAD}"),
        (None, "new", "new"),
        (None, f"new sha256:{OTHER}", f"new sha256:{OTHER}"),
        (None, f"twin sha256:{LEAD}", f"twin sha256:{LEAD}"),
        (f"ink sha256:{INK}", None, f"ink sha256:{INK}"),
    ],
)
def test_all_jobs_use_the_model_of_the_run(
    open_work: OpenWork,
    studio: Studio,
    make_template: Callable[..., UUID],
    ada: Actor,
    of_template: str | None,
    of_request: str | None,
    pinned: str | None,
) -> None:
    template = make_template(engine="choosing", model=of_template)
    with open_work() as work:
        new = NewSetRun(theme="winter", overrides=Overrides(model=of_request))
        run = service.start_set_run(work, studio, template, new, by=ada)
        assert run.model == service.get_set_run(work, run.id, by=ada).run.model == pinned
        assert [job.payload["model"] for job in jobs_of(work, run.id)] == [pinned] * 4
        on_press = NewSetRun(theme="winter", overrides=Overrides(engine="press"))
        assert service.start_set_run(work, studio, template, on_press, by=ada).model is None
        if of_request:
            request = GenerateJob(prompt="a fox", engine="choosing", model=of_request)
            receipt = jobs.create_job(work, studio, request, by=ada)
            queued = jobs.get_job(work, receipt.id, by=ada).request
            assert isinstance(queued, GenerateJob)
            assert queued.model == pinned


@pytest.mark.parametrize(
    ("engine", "model", "code", "message"),
    [
        ("choosing", "gone", "unknown_model", "has no model gone; available: lead, ink, new, twin, odd."),
        (
            "choosing",
            f"ink sha256:{OTHER}",
            "unknown_model",
            "The model ink of the engine choosing has another",
        ),
        ("choosing", "twin", "unknown_model", "has several models called twin; add the digest."),
        ("choosing", "two\nlines", "unknown_model", "has no model"),
        ("press", "ink", "unknown_model", "The engine press has no model ink; available: none."),
        ("broken", "ink", "engine_unavailable", "does not say which models it has. Switch it on."),
    ],
)
def test_a_model_that_is_gone_is_refused_and_previewed_as_a_problem(
    open_work: OpenWork,
    studio: Studio,
    make_template: Callable[..., UUID],
    ada: Actor,
    engine: str,
    model: str,
    code: str,
    message: str,
) -> None:
    template = make_template(engine=engine, model=model)
    with open_work() as work:
        (problem,) = service.preview_set_template(work, studio, template, PreviewRequest(), by=ada).problems
        assert (problem.position, problem.code) == (None, code)
        assert message in problem.message
        other = PreviewRequest(overrides=Overrides(engine="choosing", model="ink"))
        assert service.preview_set_template(work, studio, template, other, by=ada).problems == ()
    pointer = "/model" if code == "unknown_model" else "/engine"
    with open_work() as work, pytest.raises(Unprocessable) as refused:
        service.start_set_run(work, studio, template, NewSetRun(theme="winter"), by=ada)
    assert (refused.value.code, [it.pointer for it in refused.value.findings]) == (code, [pointer])
    with open_work() as work, pytest.raises(Unprocessable) as refused:
        jobs.create_job(work, studio, GenerateJob(prompt="a fox", engine=engine, model=model), by=ada)
    assert (refused.value.code, [it.pointer for it in refused.value.findings]) == (code, [pointer])
    with open_work() as work:
        assert is_empty(work)


def test_the_model_belongs_to_a_version_and_can_be_given_back(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(engine="choosing", model="ink")
    with open_work() as work:
        for changes, version, model in [
            (SetTemplateChanges(steps=3), 2, "ink"),
            (SetTemplateChanges(model="lead"), 3, "lead"),
            (SetTemplateChanges(model="lead"), 3, "lead"),
            (SetTemplateChanges(model=None), 4, None),
        ]:
            changed = set_templates.update_set_template(work, template, changes, by=ada)
            assert (changed.version, changed.model) == (version, model)


def test_the_models_of_working_engines_are_listed(studio: Studio) -> None:
    def names(**filters: str) -> list[tuple[str, str, str | None, bool]]:
        found = system.all_models(studio, system.ModelFilter(**filters), by=SYSTEM)
        return [(it.engine, it.model.name, it.model.base, it.is_default) for it in found]

    ink, lead = ("choosing", "ink", "Stable Diffusion 1", False), ("choosing", "lead", "Stable Diffusion XL", False)
    others = [("choosing", name, None, False) for name in ("new", "odd", "twin", "twin")]
    assert names() == names(engine="choosing") == [ink, lead, *others]
    assert names(base="Stable Diffusion XL") == [lead]
    assert names(engine="press") == names(base="Stable Diffusion 2") == []


def test_a_run_and_its_warnings_ask_the_engine_once_for_its_models(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor
) -> None:
    asked = []

    class Counting(Choosing):
        def models(self) -> Sequence[Model]:
            asked.append(self.name)
            return MODELS

    counting = replace(studio, engines=Engines.of([Counting()]))
    template = make_template(engine="choosing", model="ink", prompt_template="{theme}")
    with open_work() as work:
        new = NewSetRun(theme="winter")
        warnings = service.list_warnings(work, template, new, by=ada)
        assert [it.code for it in warnings] == ["base_prompt_unused", "row_unused"]
        service.start_set_run(work, counting, template, new, by=ada)
    assert asked == ["choosing"]
