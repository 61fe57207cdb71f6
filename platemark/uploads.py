"""Uploading an image: store its bytes, insert its row, add it to an album."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import ImageDetailView, NewUpload
from platemark.studio import Studio


@dataclass(frozen=True, slots=True)
class UploadedImage:
    """The uploaded image; ``created`` is False if the caller had an image with the same bytes already."""

    detail: ImageDetailView
    created: bool


def upload_image(work: UnitOfWork, studio: Studio, stream: IO[bytes], new: NewUpload, *, by: Actor) -> UploadedImage:
    """Store a picture as the caller's image, and add it to the album that ``new`` names, if any.

    The bytes are checked and stored before the first statement begins the transaction of ``work``, so that a slow
    upload locks nothing. Uploading the same bytes again returns the image that the caller has. TooLarge and
    Unprocessable for files that are not accepted, NotFound for an album that the caller may not see.
    """
    picture = images.store_upload(studio, stream)
    upload = images.insert_upload(work, studio.blobs, picture, new, by=by)
    if new.album_id is not None:
        albums.add_album_images(work, new.album_id, [upload.image_id], by=by)
    return UploadedImage(images.get_image(work, upload.image_id, by=by), upload.created)
