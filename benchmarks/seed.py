"""The studio that requests are measured on: images, albums and finished jobs, created by Platemark's own services."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from uuid import UUID

from PIL import Image
from sqlalchemy import select

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.jobs import estimates, queue
from platemark.jobs.queue import NewJob
from platemark.jobs.requests import GenerateJob
from platemark.studio import Studio

DETAIL_IMAGES, ALBUM_IMAGES = 50, 20
WORDS = ("fox", "snow", "woodcut", "winter", "harbour", "tower", "moon", "lantern", "river", "crane", "bell", "ink")


@dataclass(frozen=True, slots=True)
class Seeded:
    """An admin's token, and the album with fifty images."""

    token: str
    album_id: UUID


def seed(studio: Studio, *, image_count: int = 1000, album_count: int = 60, job_count: int = 300) -> Seeded:
    """Fill the studio: images, albums of them, the first of which has fifty, and jobs that have succeeded."""
    picture = images.store_picture(studio.blobs, _png(), max_pixels=studio.settings.max_image_pixels)
    words = random.Random(1)
    with studio.work(write=True) as work:
        owner, token = _create_admin(work)
        image_ids = []
        for number in range(image_count):
            prompt = f"{' '.join(words.choices(WORDS, k=12))}, winter palette, fine lines"
            image_id = images.insert_generated(
                work, studio.blobs, picture, title=f"Plate {number}", prompt=prompt, provenance={}, visibility="shared",
                job_id=None, created_by=owner.user_id,
            )  # fmt: skip
            image_ids.append(image_id)
        album_ids = [_create_album(work, number, image_ids, owner) for number in range(album_count)]
        _finish_jobs(work, job_count)
        work.commit()
    return Seeded(token, album_ids[0])


def cancel_queued_jobs(studio: Studio) -> None:
    """Empty the queue, so that the next job has no other ahead of it."""
    with studio.work(write=True) as work:
        for job_id in work.session.scalars(select(JobRow.id).where(JobRow.state == "queued")).all():
            queue.cancel(work, job_id)
        work.commit()


def _create_admin(work: UnitOfWork) -> tuple[Actor, str]:
    user = accounts.create_user(work, accounts.NewUser(name="reader", role="admin"), by=SYSTEM)
    new = accounts.NewToken(user_id=user.id, name="benchmark", role="admin")
    created = accounts.create_token(work, new, by=SYSTEM)
    return Actor(user.id, user.name, "admin", "token"), created.secret


def _create_album(work: UnitOfWork, number: int, image_ids: list[UUID], owner: Actor) -> UUID:
    new = NewAlbum(name=f"Album {number}", description="Twenty-two trumps, as woodcuts.", visibility="shared")
    album_id = albums.insert_album(work, new, by=owner)
    first = number * ALBUM_IMAGES % len(image_ids)
    count = ALBUM_IMAGES if number else DETAIL_IMAGES
    albums.append_images(work, album_id, (image_ids + image_ids)[first : first + count])
    return album_id


def _finish_jobs(work: UnitOfWork, count: int) -> None:
    payload = GenerateJob(prompt="a fox in the snow, woodcut", seed=1).payload()
    queue.add(work, [NewJob(kind="generate", engine="press", payload=payload) for _ in range(count)])
    while lease := queue.claim(work, "benchmark", lease_ms=60_000):
        queue.complete(work, lease)
    estimates.update_estimates(work)


def _png() -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").save(out, "PNG")
    return out.getvalue()
