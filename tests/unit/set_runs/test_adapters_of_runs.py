"""The adapters of a set run: those of the request, else those of the set template, pinned; gone ones are refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.views import AdapterChanges, NewAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, Model
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.ids import new_id
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import service
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from platemark.system import studio_settings
from platemark.system.studio_settings import SettingsChanges
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.run_jobs import is_empty, jobs_of

OpenWork = Callable[..., UnitOfWork]
MakeTemplate = Callable[..., UUID]


class Adapting(IdleEngine):
    name = "adapting"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), adapter_formats=frozenset({"lora"}))


class Families(Adapting):
    name = "families"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), model="first")

    def models(self) -> Sequence[Model]:
        return [Model(name="first", base="Stable Diffusion 1"), Model(name="large", base="Stable Diffusion XL")]


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([IdleEngine(), Adapting(), Families()]))


@pytest.fixture
def make_adapter(open_work: OpenWork, studio: Studio) -> Callable[..., UUID]:
    def make_adapter(name: str, base: str | None = None) -> UUID:
        digest = studio.blobs.put(name.encode())
        new = NewAdapter(name=name, format="lora", digest=digest, size_bytes=len(name), source="registered", base=base)
        with open_work() as work:
            created, _ = adapters.register_adapter(work, studio, new, by=SYSTEM)
            work.commit()
        return created.id

    return make_adapter


def test_a_run_uses_the_adapters_of_the_request_or_else_of_the_template(
    open_work: OpenWork,
    studio: Studio,
    make_template: MakeTemplate,
    make_adapter: Callable[[str], UUID],
    ada: Actor,
) -> None:
    fox, owl = make_adapter("fox"), make_adapter("owl")
    template = make_template(engine="adapting", adapters=[AdapterChoice(fox, 0.5), AdapterChoice(owl)])
    with open_work() as work:  # what the template pinned stays, and a run of it, too
        adapters.update_adapter(work, owl, AdapterChanges(default_weight=-2.0), by=SYSTEM)
        expected = {
            None: [(fox, 0.5), (owl, 1.0)],
            (): [],
            (AdapterChoice(owl),): [(owl, -2.0)],
        }
        for asked, pinned in expected.items():
            run = service.start_set_run(work, studio, template, NewSetRun(theme="winter", adapters=asked), by=ada)
            assert [(it.adapter_id, it.weight) for it in run.adapters] == pinned
            assert run == service.get_set_run(work, run.id, by=ada).run
            payloads = [[(UUID(it["adapter_id"]), it["weight"]) for it in job.payload["adapters"]]
                        for job in jobs_of(work, run.id)]  # fmt: skip
            assert payloads == [pinned] * 4
        on_press = NewSetRun(theme="winter", overrides=Overrides(engine="press"))
        assert service.start_set_run(work, studio, template, on_press, by=ada).adapters == ()


def test_adapters_that_are_gone_or_unknown_are_refused_and_previewed(
    open_work: OpenWork,
    studio: Studio,
    make_template: MakeTemplate,
    make_adapter: Callable[[str], UUID],
    ada: Actor,
) -> None:
    fox = make_adapter("fox")
    template = make_template(engine="adapting", adapters=[AdapterChoice(fox)])
    with open_work() as work:
        adapters.delete_adapter(work, fox, by=SYSTEM)
        work.commit()
    unknown = (AdapterChoice(new_id()),)
    for asked, code in ((None, "adapter_gone"), (unknown, "unknown_adapter")):
        with open_work() as work:
            preview = service.preview_set_template(work, studio, template, PreviewRequest(adapters=asked), by=ada)
            assert [(problem.position, problem.code) for problem in preview.problems] == [(None, code)]
        with open_work() as work, pytest.raises(Unprocessable) as refusal:
            service.start_set_run(work, studio, template, NewSetRun(theme="winter", adapters=asked), by=ada)
        assert (refusal.value.code, [it.pointer for it in refusal.value.findings]) == (code, ["/adapters/0"])
    with open_work() as work:
        assert is_empty(work)
        assert service.preview_set_template(work, studio, template, PreviewRequest(adapters=()), by=ada).problems == ()


def test_the_adapters_belong_to_a_version(
    open_work: OpenWork, make_template: MakeTemplate, make_adapter: Callable[[str], UUID], ada: Actor
) -> None:
    fox, owl = make_adapter("fox"), make_adapter("owl")
    template = make_template(adapters=[AdapterChoice(fox, 0.5)])
    with open_work() as work:
        adapters.delete_adapter(work, fox, by=SYSTEM)
        for changes, version, expected in [
            (SetTemplateChanges(name="Others", adapters=[AdapterChoice(fox, 0.5)]), 2, [(fox, 0.5)]),  # as it was
            (SetTemplateChanges(steps=3), 3, [(fox, 0.5)]),
            (SetTemplateChanges(adapters=[AdapterChoice(owl, -1.0)]), 4, [(owl, -1.0)]),
            (SetTemplateChanges(adapters=[AdapterChoice(owl, -1.0)]), 4, [(owl, -1.0)]),
            (SetTemplateChanges(adapters=()), 5, []),
            (SetTemplateChanges(adapters=None), 6, None),
            (SetTemplateChanges(adapters=None), 6, None),
        ]:
            changed = set_templates.update_set_template(work, template, changes, by=ada)
            pinned = changed.adapters
            shown = None if pinned is None else [(it.adapter_id, it.weight) for it in pinned]
            assert (changed.version, shown) == (version, expected)
        work.commit()
        with pytest.raises(Unprocessable, match="does not have these adapters"):
            set_templates.update_set_template(work, template, SetTemplateChanges(adapters=[AdapterChoice(fox)]), by=ada)
    with pytest.raises(Unprocessable, match="does not have these adapters"):
        make_template(adapters=[AdapterChoice(fox)])


def test_adapters_of_another_family_than_the_model_are_refused_before_anything_is_queued(
    open_work: OpenWork,
    studio: Studio,
    make_template: MakeTemplate,
    make_adapter: Callable[..., UUID],
    ada: Actor,
) -> None:
    chosen = (AdapterChoice(make_adapter("fox")), AdapterChoice(make_adapter("owl", "Stable Diffusion XL")))
    template = make_template(engine="families", adapters=chosen)
    request = GenerateJob(prompt="a fox", engine="families")
    defaults = SettingsChanges(engine="families", adapters=chosen)
    refused: list[Callable[[UnitOfWork], object]] = [
        lambda work: service.start_set_run(work, studio, template, NewSetRun(theme="winter"), by=ada),
        lambda work: jobs.create_job(work, studio, request, by=ada, adapters=chosen),
        lambda work: jobs.create_job(work, studio, replace(request, prompt="a fox <lora:fox>, <lora:owl>"), by=ada),
        lambda work: studio_settings.update_settings(work, studio, defaults, by=SYSTEM),
    ]
    for attempt in refused:
        with open_work() as work, pytest.raises(Unprocessable) as refusal:
            attempt(work)
        assert refusal.value.code == "engine_limits"
        assert [(it.pointer, it.code) for it in refusal.value.findings] == [("/adapters/1", "adapter_base_mismatch")]
    with open_work() as work:
        assert is_empty(work)
        preview = service.preview_set_template(work, studio, template, PreviewRequest(), by=ada)
        assert [it.code for it in preview.problems] == ["adapter_base_mismatch"]
        large = NewSetRun(theme="winter", overrides=Overrides(model="large"))
        assert len(service.start_set_run(work, studio, template, large, by=ada).adapters) == 2
