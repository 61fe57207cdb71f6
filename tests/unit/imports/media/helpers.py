"""Helpers for tests of media: read items and albums, and change rows directly."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumFilter, AlbumView
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.views import ImportView, ItemView
from platemark.paging import PageRequest
from tests.unit.imports.import_driver import ImportDriver

FOX = "20240305_101112_a_fox.png"


def write_work(driver: ImportDriver) -> UnitOfWork:
    return UnitOfWork(driver.database, write=True)


def execute(driver: ImportDriver, statement: sa.sql.base.Executable) -> None:
    with write_work(driver) as work:
        work.session.execute(statement)
        work.commit()


def item(driver: ImportDriver, view: ImportView, key: str) -> ItemView:
    return next(each for each in driver.items(view) if each.key == key)


def thing_id(driver: ImportDriver, view: ImportView, key: str) -> UUID:
    thing = item(driver, view, key).thing
    assert thing is not None
    return thing.id


def albums_of(driver: ImportDriver, by: Actor) -> list[AlbumView]:
    with driver.read_work() as work:
        return list(albums.list_albums(work, AlbumFilter(), PageRequest(200), by=by).items)


def blob_digests(driver: ImportDriver) -> list[str]:
    return sorted(path.name for path in driver.blobs.root.rglob("*") if path.is_file())
