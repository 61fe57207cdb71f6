"""Steps of those who collect and label images."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

from platemark.albums import import_operations as imported_albums
from platemark.albums import membership
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, Tag
from platemark.images import import_operations as imported_images
from platemark.images import ingest, labels
from platemark.images import service as images
from platemark.images.views import ImageChanges, LabelChanges, NewUpload, StoredPicture
from platemark.jobs import caption_results
from tests.unit.kept_counts.driver import Driver

TEXTS = ("fox", "Fox", "snow", "a fox in the snow", "woodcut, 1520")
KINDS = ("caption", "tag")


def some_picture(driver: Driver) -> StoredPicture:
    """One of a few pictures, so that many images have the same file."""
    out = io.BytesIO()
    Image.new("RGB", (24, 16), (driver.random.randrange(8), 0, 0)).save(out, "PNG")
    return ingest.store_picture(driver.studio.blobs, out.getvalue(), max_pixels=1000)


class GallerySteps:
    """Albums, images and labels."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def possible_steps(self) -> list[Callable[[], object]]:
        return [
            *(self.create_album, self.change_album, self.delete_album, self.upload, self.upload, self.add_images),
            *(self.add_images, self.move_images, self.remove_image, self.change_image, self.change_image),
            *(self.trash_image, self.trash_image, self.restore_image, self.delete_images, self.delete_imported_album),
            *(self.create_label, self.create_label, self.update_label, self.delete_label, self.describe),
        ]

    def create_album(self) -> None:
        new = NewAlbum(name="Arcana", visibility=self.driver.visibility())
        self.driver.do(albums.insert_album, new, by=self.driver.someone())

    def change_album(self) -> None:
        changes = AlbumChanges(visibility=self.driver.visibility())
        self.driver.do(albums.update_album, self.driver.some_id(AlbumRow.id), changes, by=self.driver.someone())

    def delete_album(self) -> None:
        if self.driver.rarely():
            self.driver.do(albums.delete_album, self.driver.some_id(AlbumRow.id), by=self.driver.someone())

    def delete_imported_album(self) -> None:
        """Delete an album, if it is new, as the undoing of an import does."""
        self.driver.do(imported_albums.delete_album, self.driver.some_id(AlbumRow.id), 2)

    def upload(self) -> None:
        driver = self.driver
        caption = driver.random.choice((None, *TEXTS))
        new = NewUpload(title="plate", visibility=driver.visibility(), caption=caption)
        picture = some_picture(driver)
        driver.do(ingest.insert_upload, driver.studio.blobs, picture, new, by=driver.someone())

    def add_images(self) -> None:
        driver = self.driver
        image_ids = driver.some_ids(ImageRow.id, driver.random.randint(1, 8))
        driver.do(membership.append_images, driver.some_id(AlbumRow.id), image_ids)

    def move_images(self) -> None:
        driver = self.driver
        album_id = driver.some_id(AlbumRow.id)
        members = driver.ids(AlbumImageRow.image_id, AlbumImageRow.album_id == album_id)
        moving = driver.random.sample(members, min(2, len(members)))
        driver.do(membership.move_album_images, album_id, moving, None, by=driver.users[0])

    def remove_image(self) -> None:
        driver = self.driver
        album_id = driver.some_id(AlbumRow.id)
        image_id = driver.some_id(AlbumImageRow.image_id, AlbumImageRow.album_id == album_id)
        driver.do(membership.remove_album_image, album_id, image_id, by=driver.someone())

    def change_image(self) -> None:
        changes = ImageChanges(title="plate", visibility=self.driver.visibility())
        self.driver.do(images.update_image, self.driver.some_id(ImageRow.id), changes, by=self.driver.someone())

    def trash_image(self) -> None:
        self.driver.do(images.trash_image, self.driver.some_id(ImageRow.id), by=self.driver.someone())

    def restore_image(self) -> None:
        trashed = self.driver.some_id(ImageRow.id, ImageRow.deleted_at.is_not(None))
        self.driver.do(images.restore_image, trashed, by=self.driver.someone())

    def delete_images(self) -> None:
        if self.driver.rarely():
            image_ids = self.driver.some_ids(ImageRow.id, self.driver.random.randint(1, 4))
            self.driver.do(imported_images.delete_images, image_ids)

    def create_label(self) -> None:
        driver = self.driver
        kind, text = driver.random.choice(KINDS), driver.random.choice(TEXTS)
        driver.do(labels.create_label, driver.some_id(ImageRow.id), kind, text, by=driver.someone())

    def update_label(self) -> None:
        driver = self.driver
        changes = LabelChanges(kind=driver.random.choice(KINDS), text=driver.random.choice(TEXTS))
        driver.do(labels.update_label, driver.some_id(LabelRow.id), changes, by=driver.someone())

    def delete_label(self) -> None:
        self.driver.do(labels.delete_label, self.driver.some_id(LabelRow.id), by=self.driver.someone())

    def describe(self) -> None:
        """Replace the labels of an engine, as a caption job does for several images in one transaction."""
        driver = self.driver
        tags = tuple(Tag(text, None) for text in driver.random.sample(TEXTS, 3))
        caption = Caption(text=driver.random.choice(TEXTS), engine="press", engine_version="1", tags=tags)
        image_ids = driver.some_ids(ImageRow.id, 3)

        def write(work: UnitOfWork) -> None:
            for image_id in sorted(caption_results._lock_visible(work, image_ids, driver.users[0])):
                labels.replace_engine_labels(work, image_id, caption, tags=True, job_id=None, created_by=None)

        driver.do(write)
