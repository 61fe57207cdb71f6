"""Fixtures for set runs: a studio whose engine generates nothing, set templates, and runs of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, EngineImage, GenerateRequest, Health, OnProgress, ShouldCancel
from platemark.engines.registry import Engines
from platemark.set_runs import service
from platemark.set_runs.views import NewSetRun, SetRunView
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import Table, from_rows
from platemark.set_templates.views import NewSetTemplate
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.unit.set_runs.run_jobs import WakeUps

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]
CARDS = from_rows([{"card": f"card {n}", "prompt": f"{n} of hearts"} for n in range(4)])


class IdleEngine:
    """An engine that accepts jobs and must never generate."""

    name = "press"
    version = "1"

    def capabilities(self) -> Capabilities:
        return Capabilities(
            kinds=frozenset({"generate"}), trains=False, previews=False, deterministic=True, negative_prompt=True,
            guidance_scale=True, adapter_formats=frozenset(), min_side=64, max_side=1024, side_multiple=8, max_steps=50,
        )  # fmt: skip

    def health(self) -> Health:
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        raise NotImplementedError


@pytest.fixture
def wake_ups() -> WakeUps:
    return WakeUps()


@pytest.fixture
def studio(database: Database, tmp_path: Path, wake_ups: WakeUps) -> Studio:
    return Studio(
        settings=Settings(data_dir=tmp_path),
        database=database,
        blobs=FolderBlobStore(tmp_path / "blobs"),
        engines=Engines.of([IdleEngine()]),
        wake=wake_ups,
    )


@pytest.fixture
def ada(make_user: MakeUser) -> Actor:
    return make_user("ada")


@pytest.fixture
def make_template(open_work: OpenWork, ada: Actor) -> Callable[..., UUID]:
    """``make_template()`` creates a set template of four cards and returns its id."""

    def make_template(table: Table = CARDS, by: Actor = ada, **fields: Any) -> UUID:
        with open_work() as work:
            new = NewSetTemplate(**{"name": "Cards", "base_prompt": "playing card", **fields})
            template = set_templates.create_set_template(work, new, table, by=by)
            work.commit()
        return template.id

    return make_template


@pytest.fixture
def start(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor
) -> Callable[..., SetRunView]:
    """``start()`` starts a run of a new set template, or of the one that is passed."""

    def start(set_template_id: UUID | None = None, by: Actor = ada, **fields: Any) -> SetRunView:
        template = set_template_id or make_template()
        with open_work() as work:
            new = NewSetRun(**{"theme": "winter", "seed": 100, **fields})
            run = service.start_set_run(work, studio, template, new, by=by)
            work.commit()
        return run

    return start
