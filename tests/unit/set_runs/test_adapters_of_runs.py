"""The adapters of a set run: those of the request, else those of the set template, pinned; gone ones are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.views import AdapterChanges, NewAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.ids import new_id
from platemark.set_runs import service
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.run_jobs import is_empty, jobs_of

OpenWork = Callable[..., UnitOfWork]
MakeTemplate = Callable[..., UUID]


class Adapting(IdleEngine):
    name = "adapting"

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), adapter_formats=frozenset({"lora"}))


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([IdleEngine(), Adapting()]))


@pytest.fixture
def make_adapter(open_work: OpenWork, studio: Studio) -> Callable[[str], UUID]:
    def make_adapter(name: str) -> UUID:
        digest = studio.blobs.put(name.encode())
        new = NewAdapter(name=name, format="lora", digest=digest, size_bytes=len(name), source="registered")
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
