"""Asking for pictures to be described: which they are is pinned when it is asked for, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import insert, select

from platemark.access import Actor, require_role
from platemark.db.tables import AlbumImageRow, AlbumRow, CaptionItemRow, ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.image_visibility import image_is_visible, visible_albums, visible_images
from platemark.jobs import queue, requests, service
from platemark.jobs.queries import JobView
from platemark.jobs.requests import CaptionJob
from platemark.jobs.service import Wake

MOST_IMAGES, MOST_NAMED = 5000, 200
MAX_ATTEMPTS = 5
"""More than for pictures: each goes on where the one before it was."""


def enqueue(work: UnitOfWork, engines: Engines, request: CaptionJob, *, by: Actor, wake: Wake) -> JobView:
    """Queue one job that describes pictures, for whoever may label them.

    NotFound for an image or album that ``by`` does not see; Unprocessable where neither or both are named, where there
    is no picture or are too many, and where the engine is unknown, describes nothing, or cannot work now. No engine
    named is the first that describes pictures.
    """
    require_role(by, "editor")
    if bool(request.image_ids) == (request.album_id is not None):
        message = "Name images or an album, one of the two."
        found = [Finding(pointer, message, "images_or_album") for pointer in ("/image_ids", "/album_id")]
        raise Unprocessable("images_or_album", message, found)
    engine = request.engine or engines.first_captioner()
    engines.captioner(engine)
    requests.check_health(engines.get(engine))
    wanted = _named(work, request.image_ids, by) if request.album_id is None else _of(work, request.album_id, by)
    pinned = replace(request, engine=engine, count=len(wanted))
    job = queue.NewJob(
        kind="caption",
        engine=engine,
        payload=pinned.payload(),
        priority=pinned.priority,
        max_attempts=MAX_ATTEMPTS,
        album_id=pinned.album_id,
        created_by=by.user_id,
    )
    queue.add(work, [job])
    items = [{"job_id": job.id, "position": at, "image_id": image_id} for at, image_id in enumerate(wanted)]
    work.session.execute(insert(CaptionItemRow), items)
    work.after_commit(wake)
    return service.get(work, job.id, by=by)


def _named(work: UnitOfWork, image_ids: Sequence[UUID], by: Actor) -> Sequence[UUID]:
    wanted = tuple(dict.fromkeys(image_ids))
    if len(wanted) > MOST_NAMED:
        detail = f"At most {MOST_NAMED} images are taken by their ids; put them in an album."
        raise Unprocessable("too_many_images", detail, [Finding("/image_ids", detail, "too_many_images")])
    shown = set(work.session.scalars(select(ImageRow.id).where(ImageRow.id.in_(wanted), visible_images(by))))
    findings = [
        Finding(f"/image_ids/{at}", f"There is no image {image_id}.", "image_not_found")
        for at, image_id in enumerate(image_ids)
        if image_id not in shown
    ]
    if findings:
        raise NotFound("image", next(image_id for image_id in wanted if image_id not in shown), findings)
    return wanted


def _of(work: UnitOfWork, album_id: UUID, by: Actor) -> Sequence[UUID]:
    """The album's images that ``by`` sees, in its order."""
    if work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, visible_albums(by))) is None:
        message = f"There is no album {album_id}."
        raise NotFound("album", album_id, [Finding("/album_id", message, "album_not_found")])
    members = select(AlbumImageRow.image_id).where(
        AlbumImageRow.album_id == album_id, image_is_visible(by, AlbumImageRow.image_id)
    )
    ordered = members.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(MOST_IMAGES + 1)
    wanted = work.session.scalars(ordered).all()
    if not wanted:
        raise Unprocessable("nothing_to_caption", "The album has no images to describe.")
    if len(wanted) > MOST_IMAGES:
        raise Unprocessable("too_many_images", f"The album has more than the {MOST_IMAGES} images that a job takes.")
    return wanted
