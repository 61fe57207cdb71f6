"""The engine of a set run: that of the request, else that of the set template, else the studio's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Health
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.set_runs import service
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.run_jobs import is_empty, jobs_of

OpenWork = Callable[..., UnitOfWork]


class SecondEngine(IdleEngine):
    name = "second"


class ThirdEngine(IdleEngine):
    name = "third"

    def health(self) -> Health:
        return Health(ok=False, hint="Plug it in.")


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([IdleEngine(), SecondEngine(), ThirdEngine()]))


@pytest.mark.parametrize(
    ("of_template", "of_request", "expected"),
    [(None, None, "press"), ("second", None, "second"), (None, "second", "second"), ("third", "press", "press")],
)
def test_all_jobs_use_the_engine_of_the_run(
    open_work: OpenWork,
    studio: Studio,
    make_template: Callable[..., UUID],
    ada: Actor,
    of_template: str | None,
    of_request: str | None,
    expected: str,
) -> None:
    template = make_template(engine=of_template)
    new = NewSetRun(theme="winter", overrides=Overrides(engine=of_request))
    with open_work() as work:
        run = service.start_set_run(work, studio, template, new, by=ada)
        assert run.engine == service.get_set_run(work, run.id, by=ada).run.engine == expected
        assert {(job.engine, job.payload["engine"]) for job in jobs_of(work, run.id)} == {(expected, expected)}


@pytest.mark.parametrize(("engine", "code"), [("fourth", "unknown_engine"), ("third", "engine_unavailable")])
def test_an_engine_that_cannot_run_is_refused_and_previewed_as_a_problem(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor, engine: str, code: str
) -> None:
    template = make_template(engine=engine)
    with open_work() as work:
        preview = service.preview_set_template(work, studio, template, PreviewRequest(), by=ada)
        assert [(problem.position, problem.code) for problem in preview.problems] == [(None, code)]
        other = PreviewRequest(overrides=Overrides(engine="second"))
        assert service.preview_set_template(work, studio, template, other, by=ada).problems == ()
    with open_work() as work, pytest.raises(Unprocessable) as refusal:
        service.start_set_run(work, studio, template, NewSetRun(theme="winter"), by=ada)
    assert (refusal.value.code, [finding.pointer for finding in refusal.value.findings]) == (code, ["/engine"])
    with open_work() as work:
        assert is_empty(work)


def test_the_engine_belongs_to_a_version_and_can_be_given_back(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(engine="second")
    with open_work() as work:
        named = set_templates.update_set_template(work, template, SetTemplateChanges(name="Others"), by=ada)
        assert (named.engine, named.version) == ("second", 2)
        given_back = set_templates.update_set_template(work, template, SetTemplateChanges(engine=None), by=ada)
        assert (given_back.engine, given_back.version) == (None, 3)
        same = set_templates.update_set_template(work, template, SetTemplateChanges(engine=None), by=ada)
        assert same.version == 3
