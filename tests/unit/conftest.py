"""Fixtures that several packages share: a factory for rows of images, albums and labels; blobs; a user of each role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert

from platemark.access import ANYONE, Actor
from platemark.clock import utc_now
from platemark.db.tables import AlbumImageRow, AlbumRow, AlbumTextRow, ImageMarkRow, ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.search.texts import folded, image_text, insert_image_texts, refresh_image_text
from platemark.search.traits import insert_image_traits
from platemark.storage.blobs import FolderBlobStore

OpenWork = Callable[..., UnitOfWork]


class RowFactory:
    """Inserts rows of images, albums and labels with default values, each committed at once; returns their ids."""

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work

    def _insert(self, table: type, rows: list[dict[str, object]]) -> None:
        with self._open_work() as work:
            work.session.execute(insert(table), rows)
            work.commit()

    def images(self, owner: Actor, count: int, visibility: str = "shared", **values: object) -> list[UUID]:
        now = utc_now()
        rows: list[dict[str, object]] = [
            {
                "id": new_id(), "title": "", "visibility": visibility, "nsfw": False, "source": "uploaded",
                "media_type": "image/png", "width": 4, "height": 4, "size_bytes": 9, "digest": "0" * 64,
                "thumbnail_digest": "1" * 64, "thumb_hash": None, "prompt": None, "provenance": None, "job_id": None,
                "created_by": owner.user_id, "created_at": now, "updated_at": now, "deleted_at": None, "version": 1,
            } | values
            for _ in range(count)
        ]  # fmt: skip
        with self._open_work() as work:
            work.session.execute(insert(ImageRow), rows)
            texts = [image_text(row["title"], row["prompt"], owner.user_id, []) for row in rows]  # type: ignore[arg-type]
            insert_image_texts(work, [{"id": row["id"]} | text for row, text in zip(rows, texts, strict=True)])
            insert_image_traits(work, rows)
            work.commit()
        return [row["id"] for row in rows]  # type: ignore[misc]

    def image(self, owner: Actor, visibility: str = "shared", **values: object) -> UUID:
        return self.images(owner, 1, visibility, **values)[0]

    def album(self, owner: Actor, visibility: str = "shared", images: Sequence[UUID] = (), **values: object) -> UUID:
        now, id_ = utc_now(), new_id()
        row: dict[str, object] = {
            "id": id_, "name": "Arcana", "description": "", "visibility": visibility, "source": "manual",
            "created_by": owner.user_id, "created_at": now, "updated_at": now, "version": 1,
        } | values  # fmt: skip
        self._insert(AlbumRow, [row])
        self._insert(AlbumTextRow, [{"id": id_, "text": folded(str(row["name"]))}])
        if images:
            self._insert(
                AlbumImageRow,
                [
                    {"album_id": id_, "image_id": image_id, "position": position, "added_at": now}
                    for position, image_id in enumerate(images)
                ],
            )
        return id_

    def label(self, image_id: UUID, kind: str, text: str, **values: object) -> UUID:
        now, id_ = utc_now(), new_id()
        row: dict[str, object] = {
            "id": id_, "image_id": image_id, "kind": kind, "text": text, "source": "manual", "confidence": None,
            "engine": None, "created_by": None, "created_at": now, "updated_at": now, "version": 1,
        } | values  # fmt: skip
        with self._open_work() as work:
            work.session.execute(insert(LabelRow), [row])
            refresh_image_text(work, image_id)
            work.commit()
        return id_

    def mark(self, image_id: UUID, user: Actor, rating: int, *, starred: bool) -> None:
        mark: dict[str, object] = {"image_id": image_id, "user_id": user.user_id, "rating": rating, "starred": starred}
        self._insert(ImageMarkRow, [mark])


@pytest.fixture
def factory(open_work: OpenWork) -> RowFactory:
    return RowFactory(open_work)


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    return FolderBlobStore(tmp_path / "blobs")


@pytest.fixture
def people(make_user: Callable[..., Actor]) -> dict[str, Actor]:
    """A user of each role, by name; ``owner`` is an editor to whom the rows of a test belong."""
    return {
        "anyone": ANYONE,
        "viewer": make_user("vera", "viewer"),
        "editor": make_user("edda", "editor"),
        "owner": make_user("olga", "editor"),
        "admin": make_user("anna", "admin"),
    }
