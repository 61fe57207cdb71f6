"""The texts and traits that searches read are those of the rows, after any history and after a migration."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.engine import Database, connect
from platemark.db.migrate import config_for, upgrade
from platemark.db.tables import AlbumRow, ImageRow, ImageTextRow, ImageTraitRow, LabelRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, Tag
from platemark.errors import PlatemarkError
from platemark.folding import fold, order_number, text_key
from platemark.ids import new_id
from platemark.images import import_operations, labels
from platemark.images import service as images
from platemark.images.views import ImageChanges, ImageFilter, LabelChanges, NewUpload, StoredPicture
from platemark.paging import PageRequest
from platemark.search.conditions import parameters
from platemark.search.rebuild import rebuild_search
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges
from platemark.storage.blobs import FolderBlobStore
from tests.conftest import POSTGRESQL, administer

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]
WORDS = ("fox", "Fox", "hare", "straße", "İstanbul", "猫", '"quoted"', "100%")


class History:
    """Takes random steps, each in its own transaction; what the studio refuses changes nothing."""

    def __init__(self, open_work: OpenWork, blobs: FolderBlobStore, by: Actor, seed: int) -> None:
        self.open_work, self.blobs, self.by = open_work, blobs, by
        self.random = random.Random(seed)
        self.steps = (
            *(self.upload, self.generate, self.import_image, self.change_title, self.change_import, self.add_label),
            *(self.change_label, self.delete_label, self.caption, self.delete_image, self.add_album, self.rename_album),
            *(self.delete_album, self.add_template, self.change_template, self.trash),
        )

    def do(self, act: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        with self.open_work() as work:
            try:
                act(work, *args, **kwargs)
            except PlatemarkError:
                return
            work.commit()

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randrange(1, 4)))

    def some(self, column: Any) -> uuid.UUID:
        with self.open_work(write=False) as work:
            ids = work.session.scalars(sa.select(column).order_by(column)).all()
        return self.random.choice(ids) if ids else new_id()

    def picture(self) -> StoredPicture:
        data = self.random.randbytes(8)
        return StoredPicture(self.blobs.put(data), self.blobs.put(data + b"small"), "image/png", 4, 4, 8, "hash")

    def upload(self) -> None:
        new = NewUpload(title=self.words(), caption=self.random.choice([None, self.words()]))
        self.do(images.insert_upload, self.blobs, self.picture(), new, by=self.by)

    def generate(self) -> None:
        made: dict[str, Any] = {"title": self.words(), "prompt": self.words(), "visibility": "private"}
        made |= {"provenance": {"engine": "press", "seed": self.random.randrange(9)}}
        self.do(images.insert_generated, self.blobs, self.picture(), **made, job_id=None, created_by=self.by.user_id)

    def import_image(self) -> None:
        with self.open_work(write=False) as work:
            now = work.now()
        made = [
            import_operations.ImportedPicture(
                id=new_id(), picture=self.picture(), title=self.words(), visibility="shared", prompt=self.words(),
                provenance={"engine": "press", "model": self.words()}, caption=self.words(), tags=[self.words()],
                created_by=self.by.user_id, created_at=now,
            )
            for _ in range(2)
        ]  # fmt: skip
        self.do(import_operations.insert_images, self.blobs, made)

    def change_title(self) -> None:
        self.do(images.update_image, self.some(ImageRow.id), ImageChanges(title=self.words()), by=self.by)

    def change_import(self) -> None:
        texts = {"title": self.words(), "prompt": self.words(), "provenance": {"model": self.words()}}
        self.do(import_operations.update_image_texts, self.some(ImageRow.id), 1, texts)

    def add_label(self) -> None:
        kind = self.random.choice(["tag", "caption"])
        self.do(images.create_label, self.some(ImageRow.id), kind, self.words(), by=self.by)

    def change_label(self) -> None:
        self.do(images.update_label, self.some(LabelRow.id), LabelChanges(text=self.words()), by=self.by)

    def delete_label(self) -> None:
        self.do(images.delete_label, self.some(LabelRow.id), by=self.by)

    def caption(self) -> None:
        tags = (Tag("Fox"), Tag("fox"), Tag(self.words()))
        caption = Caption(text=self.words(), tags=tags, engine="press", engine_version="1")
        self.upload()
        options: dict[str, Any] = {"tags": True, "job_id": None, "created_by": None}
        self.do(labels.replace_engine_labels, self.some(ImageRow.id), caption, **options)

    def delete_image(self) -> None:
        self.do(import_operations.delete_images, [self.some(ImageRow.id)])

    def trash(self) -> None:
        self.do(images.trash_image, self.some(ImageRow.id), by=self.by)

    def add_album(self) -> None:
        self.do(albums.insert_album, NewAlbum(name=self.words()), by=self.by)

    def rename_album(self) -> None:
        self.do(albums.update_album, self.some(AlbumRow.id), AlbumChanges(name=self.words()), by=self.by)

    def delete_album(self) -> None:
        self.do(albums.delete_album, self.some(AlbumRow.id), by=self.by)

    def add_template(self) -> None:
        new = NewSetTemplate(name=self.words(), description=self.words(), base_prompt="a card")
        self.do(set_templates.create_set_template, new, from_rows([{"prompt": "one"}]), by=self.by)

    def change_template(self) -> None:
        changes = SetTemplateChanges(description=self.words())
        self.do(set_templates.update_set_template, self.some(SetTemplateRow.id), changes, by=self.by)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_after_a_history_the_texts_are_those_of_the_rows(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, seed: int
) -> None:
    history = History(open_work, blobs, people["admin"], seed)
    for _ in range(6):
        for step in history.random.choices(history.steps, k=40):
            step()
        with open_work() as work:
            found = {word: listed(work, word, people["admin"]) for word in WORDS}
            assert rebuild_search(work) == 0
            keys = work.session.execute(sa.select(LabelRow.text, LabelRow.text_key)).all()
            assert all(row.text_key == text_key(row.text) for row in keys)
            assert {word: listed(work, word, people["admin"]) for word in WORDS} == found, "the indexes are the same"


def listed(work: UnitOfWork, word: str, by: Actor) -> list[uuid.UUID]:
    page = images.list_images(work, ImageFilter(q=word), PageRequest(200), by=by)
    return [image.id for image in page.items]


def test_a_rebuild_mends_what_somebody_changed_by_hand(open_work: OpenWork, factory: Any, people: People) -> None:
    changed, gone, right = (factory.image(people["owner"], title=title) for title in ("fox", "hare", "owl"))
    with open_work() as work:
        texts = sa.update(ImageTextRow).where(ImageTextRow.id == changed).values(text="wolf")
        work.session.execute(texts.execution_options(synchronize_session=False))
        work.session.execute(sa.delete(ImageTextRow).where(ImageTextRow.id == gone))
        assert [listed(work, word, people["owner"]) for word in ("wolf", "hare")] == [[changed], []]
        work.session.execute(sa.delete(ImageTraitRow).where(ImageTraitRow.image_id == right))
        assert rebuild_search(work) == 3
        found = [listed(work, word, people["owner"]) for word in ("fox", "hare", "owl", "wolf")]
        assert found == [[changed], [gone], [right], []]


@pytest.fixture(params=["sqlite", "postgresql"])
def old_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Database]]:
    """A database with the schema before there were texts, and its URL."""
    url = f"sqlite:///{tmp_path / 'old.db'}"
    name = f"platemark_test_{uuid.uuid4().hex[:12]}"
    if request.param == "postgresql":
        request.getfixturevalue("postgresql_template")  # skips where there is no server
        administer(f"CREATE DATABASE {name}")
        url = f"{POSTGRESQL}/{name}"
    command.upgrade(config_for(url), "0013")
    database = connect(url)
    yield url, database
    database.dispose()
    if request.param == "postgresql":
        administer(f"DROP DATABASE {name} WITH (FORCE)")


def stored(id_: uuid.UUID, database: Database) -> object:
    return id_.hex if database.dialect == "sqlite" else id_


def test_a_migration_writes_the_texts_and_traits_of_all_rows(
    old_database: tuple[str, Database], people: People
) -> None:
    url, database = old_database
    now = {"created_at": 1, "updated_at": 1, "version": 1}
    with database.writing.begin() as connection:
        tables = sa.MetaData()
        tables.reflect(connection, only=["images", "labels", "albums"])
        ids = [new_id() for _ in range(3)]
        row = {"visibility": "public", "nsfw": False, "source": "uploaded", "media_type": "image/png", "width": 1}
        row |= {"height": 1, "size_bytes": 1, "digest": "0", "thumbnail_digest": "1"} | now
        for id_, title in zip(ids, ("Straße", "ΟΔΟΣ", ""), strict=True):
            made = {"provenance": {"engine": "press", "seed": 7} if title else None}
            connection.execute(
                tables.tables["images"].insert(), {"id": stored(id_, database), "title": title} | row | made
            )
        label = {"id": stored(new_id(), database), "image_id": stored(ids[2], database), "kind": "tag"} | now
        connection.execute(tables.tables["labels"].insert(), label | {"source": "manual", "text": "Ｆｏｘ"})
    upgrade(url)
    with UnitOfWork(database, write=True) as work:
        found = [listed(work, word, people["admin"]) for word in ("STRASSE", "οδος", "fox")]
        assert found == [[id_] for id_ in ids]
        labelled = images.list_images(work, ImageFilter(label="FOX"), PageRequest(), by=people["admin"])
        assert [image.id for image in labelled.items] == [ids[2]]
        made_so = images.list_images(work, ImageFilter(engine="press", seed=7), PageRequest(), by=people["admin"])
        assert [image.id for image in made_so.items] == [ids[1], ids[0]]
        assert rebuild_search(work) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("STRASSE", "straße"), ("e\u0301", "É"), ("ﬁ", "FI"), ("Ｆｏｘ", "fox"), ("οδος", "ΟΔΟΣ"), ("a\nb", "A B")],
)
def test_case_and_form_of_characters_do_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other) == fold(fold(one))
    assert text_key(one) == text_key(other)


def test_numbers_sort_as_ids_do() -> None:
    ids = sorted(uuid.UUID(int=random.Random(n).getrandbits(128)) for n in range(100))
    assert sorted(ids, key=order_number) == ids
    assert all(0 <= order_number(id_) < 2**63 for id_ in ids)


@pytest.mark.parametrize(("text", "pattern"), [("fox", "%fox%"), ("50%_\\x", "%50\\%\\_\\\\x%"), ("Fox", "%fox%")])
def test_what_like_and_fts_would_interpret_is_escaped(text: str, pattern: str) -> None:
    assert parameters(text)["q_pattern"] == pattern
    assert parameters('say "fox" *')["q_phrase"] == 'text : "say ""fox"" *"'
