"""``platemark train`` with the press; the workers of the command run the job."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import Result

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.pinning import pin_adapters
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.cli import Runtime
from platemark.clock import utc_now
from platemark.db.tables import AdapterRow, ImageRow, JobRow, TrainingRunRow
from platemark.entrypoints.studio import workers_unless_running
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.jobs import engine_side, generation_results, queue
from platemark.jobs import service as jobs
from platemark.jobs.reproduction import reproduce_image
from platemark.jobs.requests import GenerateJob
from platemark.studio import Studio
from tests.populate import png

Run = Callable[..., Result]
QUICK = ("--set", "steps=20", "--set", "patches=30", "--set", "detail=coarse")


@pytest.fixture
def album(studio: Studio, run: Run) -> str:
    """The name of an album of six images with captions."""
    assert run("user", "create", "ada", "--role", "admin").exit_code == 0
    with studio.work(write=True) as work:
        album_id = albums.insert_album(work, NewAlbum(name="Hues"), by=SYSTEM)
        for number, word in enumerate(("dawn", "dusk", "noon", "night", "ember", "frost")):
            data = png((number * 40, 200 - number * 30, 90), size=(96, 96))
            picture = images.store_picture(studio.blobs, data, max_pixels=100_000)
            owner = accounts.get_user_by_name(work, "ada", by=SYSTEM)
            by = replace(SYSTEM, user_id=owner.id)
            upload = images.insert_upload(work, studio.blobs, picture, NewUpload(caption=f"a {word} sky"), by=by)
            albums.add_album_images(work, album_id, [upload.image_id], by=SYSTEM)
        work.commit()
    return "Hues"


def list_rows(studio: Studio, table: type[Any]) -> list[Any]:
    with studio.work(write=False) as work:
        return list(work.session.scalars(sa.select(table)))


def test_a_run_is_named_after_its_album_by_default(run: Run, studio: Studio, album: str) -> None:
    options = ("--set", "steps=40", "--held-out", "0.5", "--seed", "7", "--description", "Warm hues.")
    result = run("train", album, *options)
    assert result.exit_code == 0, result.output
    (row,) = list_rows(studio, TrainingRunRow)
    assert result.stdout == f"Training run {row.id} queued.\n"
    assert (row.name, row.engine, row.seed, row.held_out_count) == ("Hues", "press", 7, 3)
    assert row.description == "Warm hues."
    assert row.parameters["steps"] == 40
    assert [job.kind for job in list_rows(studio, JobRow)] == ["train"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("Nothing",), 1, "There is no album Nothing."),
        (("Hues", "--engine", "none"), 1, "There is no engine none"),
        (("Hues", "--set", "speed=1"), 1, "/parameters/speed: There is no parameter speed"),
        (("Hues", "--set", "detail=fuzzy"), 1, "/parameters/detail: detail must be one of coarse, medium, fine."),
        (("Hues", "--set", "steps"), 2, "'steps' is not NAME=VALUE."),
        (("Hues", "--user", "nobody"), 1, "There is no user nobody."),
        ((), 2, "Missing argument"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(
    run: Run, studio: Studio, album: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = run("train", *arguments)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert list_rows(studio, TrainingRunRow) == []


def test_wait_trains_an_adapter_whose_images_are_reproducible(
    run: Run, studio: Studio, runtime: Runtime, album: str
) -> None:
    with_workers = replace(runtime, workers=workers_unless_running)
    result = run("train", album, *QUICK, "--seed", "7", "--name", "Skies", "--wait", "--json", runtime=with_workers)
    assert result.exit_code == 0, result.output
    training_run = json.loads(result.stdout)
    assert (training_run["state"], training_run["step"], training_run["steps"], training_run["name"]) == (
        "succeeded",
        20,
        20,
        "Skies",
    )
    (adapter,) = list_rows(studio, AdapterRow)
    assert (str(adapter.id), adapter.digest) == (training_run["adapter_id"], training_run["adapter_digest"])
    assert (adapter.name, adapter.format, adapter.engine) == ("Skies", "style_plate", "press")
    without_adapter, zero_weight, full_weight = generate_images(studio, (None, 0.0, 1.0))
    assert zero_weight.digest == without_adapter.digest
    assert full_weight.digest != without_adapter.digest
    reproduction = reproduce(studio, full_weight)
    assert reproduction.digest == full_weight.digest, "the same bytes"
    assert reproduction.provenance is not None
    assert full_weight.provenance is not None
    assert reproduction.provenance["adapters"] == full_weight.provenance["adapters"]


def generate_images(studio: Studio, weights: tuple[float | None, ...]) -> list[ImageRow]:
    """Generate the same image once for each weight of the adapter; None leaves the adapter out."""
    (adapter,) = list_rows(studio, AdapterRow)
    with studio.work(write=True) as work:
        requests = [
            GenerateJob(
                prompt="a boat at sea", seed=3, width=64, height=64,
                adapters=() if weight is None else pin_adapters(work, [AdapterChoice(adapter.id, weight)], by=SYSTEM),
            )
            for weight in weights
        ]  # fmt: skip
        ids = jobs.create_jobs(work, studio, requests, by=SYSTEM)
        work.commit()
    return [run_job(studio, job_id) for job_id in ids]


def reproduce(studio: Studio, image: ImageRow) -> ImageRow:
    with studio.work(write=True) as work:
        reproduction = reproduce_image(work, studio, image.id, by=SYSTEM)
        work.commit()
    assert reproduction.exact
    return run_job(studio, reproduction.job.id)


def run_job(studio: Studio, job_id: Any) -> ImageRow:
    """Run the next job, which must be ``job_id``, in this process; returns its image."""
    with studio.work(write=True) as work:
        lease = queue.claim(work, "here", lease_ms=60_000)
        work.commit()
    assert lease is not None
    assert lease.job_id == job_id
    uses = tuple(adapter.to_adapter_use(studio.blobs) for adapter in GenerateJob.from_payload(lease.payload).adapters)
    engine = studio.engines.get(lease.engine)
    generated = list(engine_side.generate_images(engine, lease.payload, lambda _: None, lambda: False, uses))
    stored = [generation_results.store_image(studio.blobs, image, max_pixels=100_000) for image in generated]
    with studio.work(write=True) as work:
        assert generation_results.complete(work, studio.blobs, lease, stored) == "succeeded"
        work.commit()
    image: ImageRow
    (image,) = [row for row in list_rows(studio, ImageRow) if row.job_id == job_id]
    return image


def test_a_running_run_is_asked_for_a_sample_and_a_checkpoint(run: Run, studio: Studio, album: str) -> None:
    created = json.loads(run("train", album, *QUICK, "--json").stdout)
    run_id = created["id"]
    waiting = run("training", "sample", run_id)
    assert (waiting.exit_code, waiting.stderr.split(";")[0]) == (1, "The training run is queued")
    with studio.work(write=True) as work:
        work.session.execute(sa.update(JobRow).values(state="running", lease_until=utc_now() + timedelta(hours=1)))
        work.commit()
    said = f"Training run {run_id}, at step 0 of 20, is asked for a sample.\n"
    assert run("training", "sample", run_id).stdout == said
    asked = json.loads(run("training", "save", run_id, "--json").stdout)
    assert (asked["sample_requested"], asked["save_requested"]) == (True, True)
