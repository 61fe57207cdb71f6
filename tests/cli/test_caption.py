"""``platemark caption`` with the press; the workers of the command run the jobs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from click.testing import Result

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.cli import Runtime
from platemark.db.tables import CaptionItemRow, ImageRow, JobRow, LabelRow
from platemark.entrypoints.studio import workers_unless_running
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.studio import Studio
from tests.populate import png

Run = Callable[..., Result]
COLOURS = ((220, 10, 10), (10, 10, 220), (10, 120, 10))


@pytest.fixture
def image_ids(studio: Studio, run: Run) -> list[UUID]:
    """The ids of three images in the album Hues: red, blue and green; only the last has a caption."""
    assert run("user", "create", "ada", "--role", "admin").exit_code == 0
    with studio.work(write=True) as work:
        by = replace(SYSTEM, user_id=accounts.get_user_by_name(work, "ada", by=SYSTEM).id)
        album_id = albums.insert_album(work, NewAlbum(name="Hues"), by=by)
        image_ids = []
        for colour in COLOURS:
            picture = images.store_picture(studio.blobs, png(colour), max_pixels=100_000)
            new_upload = NewUpload(caption="leaves" if colour == COLOURS[-1] else None)
            upload = images.insert_upload(work, studio.blobs, picture, new_upload, by=by)
            albums.add_album_images(work, album_id, [upload.image_id], by=by)
            image_ids.append(upload.image_id)
        work.commit()
    return image_ids


def list_rows(studio: Studio, table: type[Any]) -> list[Any]:
    with studio.work(write=False) as work:
        return list(work.session.scalars(sa.select(table)))


def test_each_album_is_one_job_and_all_images_are_another(run: Run, studio: Studio, image_ids: list[UUID]) -> None:
    result = run("caption", "Hues", str(image_ids[1]), str(image_ids[0]), "--tags")
    assert result.exit_code == 0, result.output
    of_album, of_images = list_rows(studio, JobRow)
    assert result.stdout.splitlines() == [
        f"Job {of_album.id} queued: 0 of 3 images captioned.",
        f"Job {of_images.id} queued: 0 of 2 images captioned.",
    ]
    assert {(job.kind, job.engine, job.payload["tags"]) for job in (of_album, of_images)} == {
        ("caption", "press", True)
    }
    items = [(item.job_id, item.image_id) for item in list_rows(studio, CaptionItemRow)]
    assert items == [
        *((of_album.id, image_id) for image_id in image_ids),
        (of_images.id, image_ids[1]),
        (of_images.id, image_ids[0]),
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("Nothing",), 1, "There is no album Nothing."),
        (("01a204f8-2f06-777b-b415-8da7fd61ae84",), 1, "There is no album or image 01a204f8-2f06-777b"),
        (("Hues", "--engine", "none"), 1, "There is no engine none"),
        (("Hues", "--user", "nobody"), 1, "There is no user nobody."),
        ((), 2, "Missing argument"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(
    run: Run, studio: Studio, image_ids: list[UUID], arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = run("caption", *arguments)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert list_rows(studio, JobRow) == []


def test_more_images_than_the_limit_are_refused(run: Run, studio: Studio, image_ids: list[UUID]) -> None:
    with studio.work(write=True) as work:
        (row,) = work.session.execute(sa.select(ImageRow.__table__).where(ImageRow.id == image_ids[0])).mappings()
        copies = [{**row, "id": new_id()} for _ in range(201)]
        work.session.execute(sa.insert(ImageRow), copies)
        work.commit()
    result = run("caption", *(str(image["id"]) for image in copies))
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "A job takes at most 200 image ids; put the images in an album instead.",
    )


def test_wait_runs_the_job_and_prints_the_outcome(
    run: Run, studio: Studio, runtime: Runtime, image_ids: list[UUID]
) -> None:
    with_workers = replace(runtime, workers=workers_unless_running)
    result = run("caption", "Hues", "--wait", "--json", runtime=with_workers)
    assert result.exit_code == 0, result.output
    (job,) = json.loads(result.stdout)["jobs"]
    assert (job["state"], job["image_count"], job["captioned_count"]) == ("succeeded", 3, 2)
    assert job["skipped"] == {"has_caption": 1, "image_gone": 0, "engine_refused": 0}
    texts = {label.image_id: label.text for label in list_rows(studio, LabelRow) if label.kind == "caption"}
    assert texts[image_ids[0]].startswith("red all over, ")
    assert texts[image_ids[1]].startswith("blue all over, ")
    assert texts[image_ids[2]] == "leaves"
    with studio.work(write=True) as work:
        images.trash_image(work, image_ids[1], by=SYSTEM)
        work.commit()
    again = run("caption", "Hues", "--overwrite", "--tags", "--wait", runtime=with_workers)
    assert again.exit_code == 0, again.output
    assert again.stdout.splitlines()[-1].endswith(" succeeded: 2 of 2 images captioned.")
    assert {label.text for label in list_rows(studio, LabelRow) if label.kind == "tag"} >= {"red", "green"}
