"""The studio's defaults: where neither request nor set template says, and only for the engine that they are for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.views import NewAdapter
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities
from platemark.engines.registry import Engines
from platemark.errors import Forbidden, PreconditionFailed, Unprocessable
from platemark.ids import new_id
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import NewSetRun
from platemark.studio import Studio
from platemark.system.service import SettingsChanges, StudioSettings, get_settings, update_settings
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.test_models_of_runs import INK, Broken, Choosing

OpenWork = Callable[..., UnitOfWork]


class Adapting(Choosing):
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), adapter_formats=frozenset({"lora"}))


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([IdleEngine(), Adapting(), Broken()]))


@pytest.fixture
def fox(open_work: OpenWork, studio: Studio) -> UUID:
    new = NewAdapter(name="fox", format="lora", digest=studio.blobs.put(b"fox"), size_bytes=3, source="registered")
    with open_work() as work:
        created, _ = adapters.register_adapter(work, studio, new, by=SYSTEM)
        work.commit()
    return created.id


def created(work: UnitOfWork, studio: Studio, by: Actor, **fields: object) -> GenerateJob:
    """The request of a job with these fields, and no engine if none is among them."""
    chosen = fields.pop("adapters", None)
    request = GenerateJob(**{"prompt": "a fox", "engine": "", **fields})  # type: ignore[arg-type]
    receipt = jobs.create_job(work, studio, request, adapters=chosen, by=by)  # type: ignore[arg-type]
    queued = jobs.get_job(work, receipt.id, by=by).request
    assert isinstance(queued, GenerateJob)
    return queued


def test_jobs_and_runs_that_say_nothing_use_the_defaults_of_the_studio(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor, fox: UUID
) -> None:
    ink = f"ink sha256:{INK}"
    with open_work() as work:
        assert created(work, studio, ada).engine == "press"
        changes = SettingsChanges(engine="choosing", model="ink", adapters=[AdapterChoice(fox, 0.5)])
        settings = update_settings(work, studio, changes, by=SYSTEM)
        assert settings == get_settings(work, by=ada)
        assert (settings.engine, settings.model, settings.version) == ("choosing", "ink", 2)
        work.commit()
    plain, named = make_template(), make_template(engine="press")
    with open_work() as work:
        for template, expected in ((plain, ("choosing", ink, [fox])), (named, ("press", None, []))):
            run = set_runs.start_set_run(work, studio, template, NewSetRun(theme="winter"), by=ada)
            assert (run.engine, run.model, [it.adapter_id for it in run.adapters]) == expected
        for fields, expected in (
            ({}, ("choosing", ink, [fox])),
            ({"engine": "choosing"}, ("choosing", ink, [fox])),
            ({"model": "new"}, ("choosing", "new", [fox])),
            ({"adapters": []}, ("choosing", ink, [])),
            ({"engine": "press"}, ("press", None, [])),
        ):
            job = created(work, studio, ada, **fields)
            assert (job.engine, job.model, [it.adapter_id for it in job.adapters]) == expected
        adapters.delete_adapter(work, fox, by=SYSTEM)
        work.commit()
    with open_work() as work:
        with pytest.raises(Unprocessable, match="was deleted"):
            created(work, studio, ada)
        assert created(work, studio, ada, adapters=[]).engine == "choosing"
        kept = update_settings(work, studio, SettingsChanges(adapters=[AdapterChoice(fox, 0.5)], model=None), by=SYSTEM)
        assert kept.adapters == settings.adapters
        cleared = update_settings(work, studio, SettingsChanges(engine=None, adapters=None), by=SYSTEM)
        assert (cleared.engine, cleared.model, cleared.adapters, cleared.version) == (None, None, None, 4)
        assert update_settings(work, studio, SettingsChanges(engine=None), by=SYSTEM) == cleared
        assert created(work, studio, ada).engine == "press"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (SettingsChanges(engine="cloud"), "unknown_engine"),
        (SettingsChanges(engine="choosing", model="gone"), "unknown_model"),
        (SettingsChanges(model="ink"), "unknown_model"),
        (SettingsChanges(engine="broken", model="ink"), "engine_unavailable"),
        (SettingsChanges(adapters=[AdapterChoice(new_id())]), "unknown_adapter"),
    ],
)
def test_defaults_that_could_not_be_used_are_refused(
    open_work: OpenWork, studio: Studio, changes: SettingsChanges, code: str
) -> None:
    with open_work() as work, pytest.raises(Unprocessable) as refused:
        update_settings(work, studio, changes, by=SYSTEM)
    assert refused.value.code == code
    with open_work() as work:
        assert get_settings(work, by=SYSTEM) == StudioSettings()


def test_only_admins_change_the_defaults_they_have_seen(
    open_work: OpenWork, studio: Studio, ada: Actor, fox: UUID
) -> None:
    with open_work() as work:
        with pytest.raises(Forbidden):
            update_settings(work, studio, SettingsChanges(engine="choosing"), by=ada)
        with pytest.raises(Unprocessable, match="does not support the format lora"):
            update_settings(work, studio, SettingsChanges(adapters=[AdapterChoice(fox)]), by=SYSTEM)
        update_settings(work, studio, SettingsChanges(engine="choosing"), by=SYSTEM, if_match='"1"')
        with pytest.raises(PreconditionFailed):
            update_settings(work, studio, SettingsChanges(engine=None), by=SYSTEM, if_match='"1"')
