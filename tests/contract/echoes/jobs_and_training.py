"""Set runs, jobs, the queue, training runs, adapters and imports."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from tests.contract.echoes.echo import Echo, at, read_at
from tests.contract.echoes.pictures_and_sets import FILE, chosen_adapters, template
from tests.contract.echoes.studio import EchoStudio
from tests.populate import ok_json, png
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.weights.weights_files import lora

PATCH = "application/merge-patch+json"
NO_BASE = {"base": "the press has no base models; tests/contract/test_wire_values.py"}
NO_MODEL = {"model": "the press has no models; tests/unit/set_runs/test_models_of_runs.py"}
PRESS = {"engine": "the press is the default, and the only engine of the tests' studio"}
NO_ONE = "0192e4a0-7c00-7000-8000-000000000099"
SELECTS = "it selects jobs; tests/unit/jobs/test_cancelling_many.py"
SIDES = {"width": 640, "height": 448}


def run_to_start(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    known = {"theme": "frost in june", "seed": 77, "engine": "press", "priority": 4, "adapters": [studio.adapter()]}
    words = {"style_suffix": ["ink", "chalk"], "suit": ["clubs", "spades"]}
    axes = [{"kind": "word", "name": name, "values": values} for name, values in words.items()]
    return template(studio, "/runs", **known, **SIDES, grid={"axes": axes, "row": 1})


def run_with_album_and_job(studio: EchoStudio, run: Any) -> Any:
    job = studio.get(f"/jobs?set_run_id={run['id']}")["items"][-1]
    shown = studio.get(f"/set-runs/{run['id']}")
    return {"run": shown, "album": studio.get(f"/albums/{run['album_id']}"), "job": job, **job["request"]}


def job_to_create(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    known = {"engine": "press", "adapters": [studio.adapter()], "album_id": studio.album(), "priority": 4}
    return "/jobs", {**known, **SIDES}


def job_request(studio: EchoStudio, receipt: Any) -> Any:
    request: dict[str, Any] = studio.get(f"/jobs/{receipt['id']}")["request"]
    return request


def captions_to_create(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return "/jobs", {"image_ids": [studio.image(1)], "album_id": studio.album(2), "engine": "press", "priority": 4}


def job_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    job = ok_json(studio.client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}))
    return f"/jobs/{job['id']}", {"priority": 5}


def training(path: str) -> Any:
    def prepare(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
        known = {"engine": "press", "held_out_share": 0.4, "parameters": {"steps": 40}, "priority": 4}
        return path, {"album_ids": [studio.album(images=10)], **known}

    return prepare


def training_run(studio: EchoStudio, created: Any) -> Any:
    run = studio.get(f"/training-runs/{created['id']}")
    return {**run, "priority": studio.get(f"/jobs/{run['job_id']}")["priority"]}


def held_out_share(_: EchoStudio, run: Any) -> float:
    dataset = run["dataset"]
    share: float = dataset["held_out_count"] / dataset["image_count"]
    return share


def all_albums(studio: EchoStudio, _: Any) -> Any:
    return [each["id"] for each in studio.get("/albums")["items"]]


def given_parameters(_: EchoStudio, run: Any) -> Any:
    return {name: value for name, value in run["parameters"].items() if name == "steps"}


def outputs(studio: EchoStudio) -> str:
    """The folder that the studio may import from, with nothing in it."""
    folder = studio.live.studio.settings.import_folders["outputs"]
    folder.mkdir(parents=True, exist_ok=True)
    return "outputs"


def import_to_create(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    return "/imports", {"source": outputs(studio), "kind": "database"}


def import_to_apply(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    outputs(studio)
    driver = ImportDriver(studio.live.studio.database, studio.live.studio.settings.data_dir, kind="media")
    planned = driver.plan(studio.live.studio.settings.import_folders["outputs"])
    return f"/imports/{planned.id}/apply", {"digest": planned.digest}


def lora_to_upload(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    studio.file_bytes = lora()
    return "/adapters", {"file": FILE}


def adapter_file(studio: EchoStudio, adapter: Any) -> Any:
    sent = studio.client.get(f"/adapters/{adapter['id']}/file").content
    return FILE if sent == studio.file_bytes else sent


def preview_to_upload(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    studio.file_bytes = png((9, 9, 200))
    return f"/adapters/{studio.adapter()['adapter_id']}/preview", {"file": FILE}


def adapter_preview(studio: EchoStudio, adapter: Any) -> Any:
    """What was sent, if the preview shows its colour: it is another file."""
    shown = studio.client.get(f"/adapters/{adapter['id']}/preview").content
    with Image.open(io.BytesIO(shown)) as picture:
        red, green, blue = picture.convert("RGB").resize((1, 1)).tobytes()
    return FILE if blue > 100 > red + green else shown


JOBS_AND_TRAINING = [
    Echo(
        operation="startSetRun",
        prepare=run_to_start,
        read=run_with_album_and_job,
        shown_at={
            "theme": "run/theme", "seed": "run/seed", "album_name": "album/name", "priority": "job/priority",
            "grid": "run/grid",
        },
        same_as_default=PRESS,
        left_out=NO_MODEL,
    ),
    Echo(operation="createJob", branch="GenerateRequest", name="generate", prepare=job_to_create, read=job_request,
         same_as_default=PRESS, left_out=NO_MODEL),
    Echo(operation="createJob", branch="CaptionRequest", name="images", prepare=captions_to_create, read=job_request,
         left_out={"album_id": "images are given or an album; the case below"}),
    Echo(operation="createJob", branch="CaptionRequest", name="album", prepare=captions_to_create, read=job_request,
         left_out={"image_ids": "images are given or an album; the case above"}),
    Echo(operation="updateJob", media_type=PATCH, prepare=job_to_update, read=read_at("/jobs/{id}")),
    Echo(
        operation="cancelJobs",
        name="user",
        prepare=at("/jobs/cancel", created_by=NO_ONE, set_run_id=NO_ONE),
        unread=dict.fromkeys(("created_by", "set_run_id", "kind", "queued_only"), SELECTS),
        left_out={"everyone": "a user is named or everyone; the case below"},
    ),
    Echo(
        operation="cancelJobs",
        name="everyone",
        prepare=at("/jobs/cancel", set_run_id=NO_ONE),
        unread=dict.fromkeys(("everyone", "set_run_id", "kind", "queued_only"), SELECTS),
        left_out={"created_by": "a user is named or everyone; the case above"},
    ),
    Echo(operation="updateQueue", media_type=PATCH, prepare=at("/queue", paused=True), read=read_at("/queue")),
    Echo(
        operation="previewPrompt",
        prepare=at("/prompts/preview", prompt="fox", engine="press"),
        unread=dict.fromkeys(("prompt", "negative_prompt"), "tests/http/test_prompt_previews.py reads its words"),
        left_out={"model": "the press has none"},
    ),
    Echo(
        operation="createTrainingRun",
        prepare=training("/training-runs"),
        read=training_run,
        shown_at={"held_out_share": held_out_share, "parameters": given_parameters},
        same_as_default=PRESS,
        left_out=NO_BASE,
    ),
    Echo(
        operation="checkTraining",
        prepare=training("/training-runs/check"),
        shown_at={"held_out_share": held_out_share, "parameters": given_parameters, "album_ids": all_albums},
        unread=dict.fromkeys(
            ("name", "description", "engine", "seed", "priority"), "a check shows data and parameters only"
        ),
        same_as_default=PRESS,
        left_out=NO_BASE,
    ),
    Echo(
        operation="createAdapter",
        media_type="multipart/form-data",
        prepare=lora_to_upload,
        read=read_at("/adapters/{id}"),
        shown_at={"file": adapter_file},
    ),
    Echo(
        operation="replaceAdapterPreview",
        media_type="multipart/form-data",
        prepare=preview_to_upload,
        read=read_at("/adapters/{id}"),
        shown_at={"file": adapter_preview},
    ),
    Echo(
        operation="updateAdapter",
        media_type=PATCH,
        prepare=lambda studio: (
            f"/adapters/{studio.adapter()['adapter_id']}", {
                "default_weight": 0.75, "trigger_words": ["winter", "ink"], "visibility": "public"
            }
        ),
        read=read_at("/adapters/{id}"),
    ),
    Echo(
        operation="updateSettings",
        media_type=PATCH,
        prepare=lambda studio: ("/settings", {"engine": "press", "adapters": [studio.adapter()]}),
        read=read_at("/settings"),
        shown_at={"adapters": chosen_adapters},
        left_out=NO_MODEL,
    ),
    Echo(operation="createImport", prepare=import_to_create, read=read_at("/imports/{id}")),
    Echo(operation="applyImport", prepare=import_to_apply, read=read_at("/imports/{id}")),
]  # fmt: skip
