"""A picture file as the content of an item."""

from __future__ import annotations

from platemark.images.views import StoredPicture
from platemark.imports.items import Content
from platemark.imports.reading.picture_files import PictureFile


def picture_content(file: PictureFile) -> Content:
    """The bytes of the picture and its thumbnail; the facts are what the image's row will say about them."""
    picture = file.picture
    stored = StoredPicture(
        digest=file.digest,
        thumbnail_digest=file.thumbnail_digest,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        size_bytes=len(picture.data),
        thumb_hash=picture.thumb_hash,
    )
    return Content({file.digest: picture.data, file.thumbnail_digest: picture.thumbnail}, stored)
