"""Training statistics: runs by state, and speed, silence and losses of running ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from platemark.db.tables import AdapterRow, JobRow, TrainingRunRow
from platemark.db.types import EPOCH, db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.system.training_metrics import get_training_stats
from tests.conftest import OpenWork


def add_run(work: UnitOfWork, now: datetime, state: str, **facts: Any) -> None:
    job_id, running = new_id(), state == "running"
    work.session.add(
        JobRow(
            id=job_id, kind="train", payload={}, engine="press", state=state, run_after=EPOCH, created_at=now,
            lease_until=now if running else None, started_at=now - timedelta(seconds=100) if running else None,
        )
    )  # fmt: skip
    row = {
        "id": new_id(), "job_id": job_id, "name": "x", "engine": "press", "album_ids": [], "parameters": {}, "seed": 1,
        "dataset": [], "dataset_digest": "0" * 64, "image_count": 0, "captioned_count": 0, "held_out_count": 0,
        "steps": 40, "created_at": now, "updated_at": now,
    }  # fmt: skip
    work.session.add(TrainingRunRow(**row | facts))
    work.session.flush()


def adapter(work: UnitOfWork, now: datetime, format_: str) -> None:
    facts = {"name": "x", "description": "", "digest": "0" * 64, "size_bytes": 1, "default_weight": 1.0, "metrics": {}}
    facts |= {"trigger_words": [], "visibility": "shared"}
    times = {"created_at": now, "updated_at": now}
    work.session.add(AdapterRow(id=new_id(), format=format_, source="registered", **facts, **times))
    work.session.flush()


def test_without_training_all_statistics_are_empty(open_work: OpenWork) -> None:
    with open_work(write=False) as work:
        facts = get_training_stats(work)
    assert (facts.runs, facts.adapters, facts.steps_per_second, facts.silent_seconds) == ({}, {}, 0.0, 0.0)
    assert facts.losses == {}


def test_speed_and_silence_count_running_runs_only(open_work: OpenWork) -> None:
    with open_work() as work:
        now = work.session.scalar(select(db_now()))
        assert now is not None
        hour = timedelta(hours=1)
        add_run(work, now, "succeeded", steps_per_second=99.0, updated_at=now - hour)
        add_run(work, now, "queued", updated_at=now - hour)
        add_run(work, now, "running", steps_per_second=2.0, updated_at=now - timedelta(seconds=30))
        add_run(work, now, "running", steps_per_second=3.0, updated_at=now - timedelta(seconds=5))
        for format_ in ("lora", "style_plate", "lora"):
            adapter(work, now, format_)
        facts = get_training_stats(work)
        counts = {"queued": 1, "running": 2, "succeeded": 1, "failed": 0, "cancelled": 0}
        assert facts.runs == {("press", state): count for state, count in counts.items()}
        assert facts.adapters == {"lora": 2, "style_plate": 1}
        assert facts.steps_per_second == 5.0
        assert 30 <= facts.silent_seconds < 90
        add_run(work, now, "running", updated_at=now - hour)
        assert get_training_stats(work).silent_seconds == pytest.approx(100, abs=60), "since its attempt began"


def test_losses_are_those_measured_by_running_runs(open_work: OpenWork) -> None:
    with open_work() as work:
        now = work.session.scalar(select(db_now()))
        assert now is not None
        first, second = new_id(), new_id()
        losses = {"train_loss": 0.5, "best_train_loss": 0.4, "held_out_loss": 0.75, "best_held_out_loss": 0.625}
        add_run(work, now, "running", id=first, engine="press", first_held_out_loss=2.0, **losses)
        add_run(work, now, "running", id=second, engine="diffusers", train_loss=0.0)
        add_run(work, now, "running")
        for state in ("queued", "succeeded", "failed", "cancelled"):
            add_run(work, now, state, **losses)
        assert get_training_stats(work).losses == {
            (str(first), "press", "train"): 0.5,
            (str(first), "press", "held_out"): 0.75,
            (str(first), "press", "best_held_out"): 0.625,
            (str(second), "diffusers", "train"): 0.0,
        }
