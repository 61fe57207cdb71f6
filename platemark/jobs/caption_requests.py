"""Queues caption jobs. The images of a job are pinned when it is created, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from uuid import UUID

from sqlalchemy import Integer, Uuid, bindparam, exists, insert, select

from platemark.access import Actor, Viewpoint, require_priority
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, AlbumRow, CaptionItemRow, ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import check_health
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.image_visibility import image_is_visible, visible_albums, visible_images
from platemark.jobs import queue
from platemark.jobs.requests import CaptionJob
from platemark.studio import Studio

MAX_IMAGES, MAX_IMAGE_IDS = 5000, 200
MAX_ATTEMPTS = 5
"""More than for a generate job, since each attempt resumes where the previous one stopped."""


def enqueue(work: UnitOfWork, studio: Studio, request: CaptionJob, *, by: Actor) -> queue.NewJob:
    """Queue one job that captions images.

    If the request names no engine, the first engine that captions images is used. NotFound for an image or album that
    ``by`` may not see; Unprocessable if the request names both images and an album or neither, if there are no images
    or too many, or if the engine is unknown, cannot caption, or is unavailable.
    """
    if bool(request.image_ids) == (request.album_id is not None):
        message = "Name either images or an album."
        findings = [Finding(pointer, message, "images_or_album") for pointer in ("/image_ids", "/album_id")]
        raise Unprocessable("images_or_album", message, findings)
    require_priority(by, request.priority)
    engine = request.engine or studio.engines.first_captioner()
    studio.engines.captioner(engine)
    check_health(studio.engines.get(engine))
    if request.album_id is None:
        image_ids = _check_images(work, request.image_ids, by)
    else:
        image_ids = _list_album_images(work, request.album_id, by)
    pinned = replace(request, engine=engine, count=len(image_ids))
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
    items = [
        {"the_job": job.id, "the_position": position, "the_image": image_id}
        for position, image_id in enumerate(image_ids)
    ]
    ADD_ITEM.execute_many(work, items)
    work.after_commit(studio.wake)
    return job


def _check_images(work: UnitOfWork, image_ids: Sequence[UUID], by: Actor) -> Sequence[UUID]:
    """``image_ids``, each once; raises if there are too many, or some that ``by`` may not see."""
    unique_ids = tuple(dict.fromkeys(image_ids))
    if len(unique_ids) > MAX_IMAGE_IDS:
        detail = f"A job takes at most {MAX_IMAGE_IDS} image ids; put the images in an album instead."
        raise Unprocessable("too_many_images", detail, [Finding("/image_ids", detail, "too_many_images")])
    visible = set(_visible_among(by.viewpoint).all(work, image_ids=list(unique_ids), me=by.user_id))
    findings = [
        Finding(f"/image_ids/{index}", f"There is no image {image_id}.", "image_not_found")
        for index, image_id in enumerate(image_ids)
        if image_id not in visible
    ]
    if findings:
        raise NotFound("image", next(image_id for image_id in unique_ids if image_id not in visible), findings)
    return unique_ids


def _list_album_images(work: UnitOfWork, album_id: UUID, by: Actor) -> Sequence[UUID]:
    """The images of the album that ``by`` may see, in album order."""
    image_ids = _members(by.viewpoint).all(work, album_id=album_id, limit=MAX_IMAGES + 1, me=by.user_id)
    if not image_ids and _album(by.viewpoint).first(work, album_id=album_id, me=by.user_id) is None:
        message = f"There is no album {album_id}."
        raise NotFound("album", album_id, [Finding("/album_id", message, "album_not_found")])
    if not image_ids:
        raise Unprocessable("nothing_to_caption", "The album has no images to caption.")
    if len(image_ids) > MAX_IMAGES:
        raise Unprocessable("too_many_images", f"The album has more than {MAX_IMAGES} images, the limit of a job.")
    return image_ids


ALBUM_ID = bindparam("album_id", type_=Uuid())
ADD_ITEM = Statement(
    insert(CaptionItemRow).values(
        job_id=bindparam("the_job", type_=Uuid()),
        position=bindparam("the_position", type_=Integer()),
        image_id=bindparam("the_image", type_=Uuid()),
    ),
    first_column,
)


@cache
def _visible_among(by: Viewpoint) -> Statement[UUID]:
    image_ids = bindparam("image_ids", type_=Uuid(), expanding=True)
    return Statement(select(ImageRow.id).where(ImageRow.id.in_(image_ids), visible_images(by).is_(True)), first_column)


@cache
def _album(by: Viewpoint) -> Statement[UUID]:
    return Statement(select(AlbumRow.id).where(AlbumRow.id == ALBUM_ID, visible_albums(by)), first_column)


@cache
def _members(by: Viewpoint) -> Statement[UUID]:
    """The visible images of an album that is visible itself."""
    visible = exists().where(AlbumRow.id == ALBUM_ID, visible_albums(by))
    members = select(AlbumImageRow.image_id).where(
        AlbumImageRow.album_id == ALBUM_ID, visible, image_is_visible(by, AlbumImageRow.image_id)
    )
    ordered = members.order_by(AlbumImageRow.position, AlbumImageRow.image_id)
    return Statement(ordered.limit(bindparam("limit", type_=Integer())), first_column)
