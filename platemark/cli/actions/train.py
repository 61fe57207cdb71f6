"""What ``platemark train`` does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import click

from platemark.albums import service as albums
from platemark.cli.actions.waiting import Status, actor_for_user, wait_until_finished
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.training import service as training
from platemark.training.views import NewTrainingRun, TrainingRunView, Value

FINISHED_STATES = ("succeeded", "failed", "cancelled")
BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}


def train(
    runtime: Runtime,
    albums_: tuple[str, ...],
    engine: str,
    name: str | None,
    description: str,
    base: str | None,
    seed: int | None,
    held_out: float,
    settings_: tuple[str, ...],
    user_name: str | None,
    wait: bool,
) -> None:
    """Queue the run, and wait for it if asked to."""
    parameters = dict(map(_parse_parameter, settings_))
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            by = actor_for_user(work, user_name)
            found = [albums.get_album_by_id_or_name(work, word, by=by).album for word in albums_]
            new = NewTrainingRun(
                name=name or found[0].name,
                description=description,
                album_ids=list(dict.fromkeys(album.id for album in found)),
                engine=engine,
                base=base,
                seed=seed,
                held_out_share=held_out,
                parameters=parameters,
            )
            run = training.create_training_run(work, studio, new, by=by)
            work.commit()
        if wait:
            run = wait_until_finished(
                runtime,
                studio,
                run,
                read=lambda work: training.get_training_run(work, run.id, by=by),
                status=_status,
                is_finished=lambda run: run.state in FINISHED_STATES,
                interrupt_hint=_interrupt_hint(studio.settings.base_url + runtime.paths().training_run(run.id), run),
                by=by,
            )
    _print(run)
    if wait and run.state != "succeeded":
        click.get_current_context().exit(1)


def _parse_parameter(text: str) -> tuple[str, Value]:
    """A name and its value: ``steps=400`` is a number, ``flip=yes`` a boolean, anything else a string."""
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r} is not NAME=VALUE.", param_hint="--set")
    if value.lower() in BOOLEANS:
        return name, BOOLEANS[value.lower()]
    if re.fullmatch(r"[+-]?[0-9]{1,15}", value):
        return name, int(value)
    return name, float(value) if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+(e[+-]?[0-9]{1,2})?", value) else value


def _status(run: TrainingRunView) -> Status:
    tenth = run.step * 10 // run.steps if run.steps else 0
    losses = _losses(run)
    return Status(run.step, run.steps, losses, f"step {run.step} of {run.steps}: {losses}", tenth or None)


def _losses(run: TrainingRunView) -> str:
    losses = {"loss": run.loss.train, "held out": run.loss.held_out}
    return ", ".join(f"{name} {value:.4g}" for name, value in losses.items() if value is not None) or "training"


def _interrupt_hint(url: str, run: TrainingRunView) -> str:
    return (
        f"Training run {run.id} stays queued; a running studio resumes it from its last checkpoint\n"
        f"(`platemark up` starts one). Follow it at {url}."
    )


def _print(run: TrainingRunView) -> None:
    lines = [f"Training run {run.id} {run.state}."]
    if run.error_message and run.state == "failed":
        lines.append(f"{run.error_code}: {run.error_message}")
    if run.artifact is not None:
        lines.append(f"Adapter {run.artifact.adapter_id}: {run.name} ({run.artifact.format})")
    if run.loss.first_held_out and run.loss.held_out:
        factor = run.loss.first_held_out / run.loss.held_out
        lines.append(
            f"Held-out loss {run.loss.first_held_out:.4g} → {run.loss.held_out:.4g} ({factor:.1f} times lower)"
        )
    print_result(_run_json(run), *lines)


def _run_json(run: TrainingRunView) -> Mapping[str, Any]:
    artifact = run.artifact
    return {
        "id": run.id,
        "name": run.name,
        "state": run.state,
        "engine": run.engine,
        "seed": run.seed,
        "parameters": run.parameters,
        "dataset_digest": run.dataset.digest,
        "image_count": run.dataset.image_count,
        "held_out_count": run.dataset.held_out_count,
        "step": run.step,
        "steps": run.steps,
        "train_loss": run.loss.train,
        "held_out_loss": run.loss.held_out,
        "first_held_out_loss": run.loss.first_held_out,
        "elapsed_seconds": run.elapsed_seconds,
        "adapter_id": None if artifact is None else artifact.adapter_id,
        "adapter_digest": None if artifact is None else artifact.digest,
        "error_code": run.error_code,
        "error_message": run.error_message,
        "created_at": run.created_at,
        "finished_at": run.finished_at,
    }
