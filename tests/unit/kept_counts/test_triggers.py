"""The triggers are there after every upgrade, and what they keep survives what may happen to a database."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.db.kept_counts import reading, triggers
from platemark.db.kept_counts.folding import fold
from platemark.db.kept_counts.tables import ALBUM_IMAGE_COUNTS, ALBUM_LABEL_COUNTS, METADATA
from platemark.db.kept_counts.top_labels import list_top_labels
from platemark.db.migrate import upgrade
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from tests.conftest import OpenWork
from tests.unit.conftest import RowFactory
from tests.unit.kept_counts.driver import differences


def count_images(open_work: OpenWork) -> int:
    with open_work(write=False) as work:
        return sum(reading.count_by_value(work, "images").values())


def test_a_migrated_database_has_the_triggers(database: Database) -> None:
    with database.engine.connect() as connection:
        assert triggers.are_installed(connection)


@pytest.mark.parametrize("lost", ["all", "one"])
def test_lost_triggers_come_back_with_the_next_start_and_what_they_missed_is_counted(
    database: Database, database_url: str, open_work: OpenWork, factory: RowFactory, people: dict[str, Actor], lost: str
) -> None:
    images = factory.images(people["owner"], 3)
    factory.album(people["owner"], images=images)
    with database.writing.begin() as connection:
        if lost == "all":
            triggers.remove(connection)
        elif connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER kept_images_images_insert")
        else:
            connection.exec_driver_sql("DROP TRIGGER kept_images_insert ON images")
        assert not triggers.are_installed(connection)
    factory.image(people["owner"])
    assert count_images(open_work) == 3
    upgrade(database_url)
    assert count_images(open_work) == 4
    with database.engine.connect() as connection:
        assert triggers.are_installed(connection)
    assert differences(database) == []


def test_a_transaction_that_is_rolled_back_counts_nothing(
    database: Database, open_work: OpenWork, factory: RowFactory, people: dict[str, Actor]
) -> None:
    image = factory.image(people["owner"])
    album = factory.album(people["owner"], images=[image])
    with open_work() as work:
        work.session.execute(sa.delete(ImageRow))
        work.session.execute(sa.delete(AlbumRow))
    with open_work(write=False) as work:
        assert [it.images for it in reading.count_album_images(work, album, by=people["viewer"])] == [1]
    assert differences(database) == []


def test_a_folded_count_has_one_row_and_one_of_nothing_none(
    database: Database, open_work: OpenWork, factory: RowFactory, people: dict[str, Actor]
) -> None:
    full = factory.album(people["owner"], images=factory.images(people["owner"], 3))
    emptied = factory.album(people["owner"], images=factory.images(people["owner"], 2))
    with open_work() as work:
        work.session.execute(sa.delete(AlbumImageRow).where(AlbumImageRow.album_id == emptied))
        work.commit()
    with open_work() as work:
        fold(work.connection)
        work.commit()
    with open_work(write=False) as work:
        rows = work.session.execute(sa.select(ALBUM_IMAGE_COUNTS)).all()
        assert [(row.album_id, row.slot, row.images) for row in rows] == [(full, 0, 3)]
    assert differences(database) == []


def test_the_longest_labels_are_counted(
    database: Database, open_work: OpenWork, factory: RowFactory, people: dict[str, Actor]
) -> None:
    images = factory.images(people["owner"], 3)
    album = factory.album(people["owner"], images=images)
    texts = ["".join(chr(0x4E00 + secrets.randbelow(20_000)) for _ in range(2000)) for _ in range(2)]
    texts = [texts[0], texts[0][:-1] + "x", texts[1]]
    for image, text in zip(images, texts, strict=True):
        factory.label(image, "caption", text)
    factory.label(images[1], "caption", texts[0])
    with open_work() as work:
        found = list_top_labels(work, album, 10, by=people["viewer"])
        fold(work.connection)
        assert list_top_labels(work, album, 10, by=people["viewer"]) == found
    assert found[0] == (texts[0], "caption", 2)
    assert sorted(it.text for it in found) == sorted(texts)


@pytest.mark.parametrize("first", ["shared", "private"])
@pytest.mark.parametrize("caller", ["owner", "admin"])
def test_a_label_that_is_first_in_no_list_is_first_in_the_sum(
    open_work: OpenWork, factory: RowFactory, people: dict[str, Actor], first: str, caller: str
) -> None:
    images = {visibility: factory.images(people["owner"], 3, visibility) for visibility in ("shared", "private")}
    album = factory.album(people["owner"], images=[*images["shared"], *images["private"]])
    for visibility in sorted(images, reverse=first == "shared"):
        for number, image in enumerate(images[visibility]):
            factory.label(image, "tag", f"only {visibility}")
            if number < 2:
                factory.label(image, "tag", "both")

    def top_before_and_after_folding() -> list[tuple[str, int]]:
        tops = []
        with open_work() as work:
            for _ in range(2):
                top = list_top_labels(work, album, 1, by=people[caller])[0]
                tops.append((top.text, top.images))
                fold(work.connection)
            sums = sa.select(ALBUM_LABEL_COUNTS.c.images_with_shared).where(ALBUM_LABEL_COUNTS.c.text == "both")
            tops.append(("both", max(work.connection.scalars(sums))))
            work.commit()
        return tops

    def remove_both(images: Sequence[UUID]) -> None:
        with open_work() as work:
            work.connection.execute(sa.delete(LabelRow).where(LabelRow.text == "both", LabelRow.image_id.in_(images)))
            work.commit()

    assert top_before_and_after_folding() == [("both", 4), ("both", 4), ("both", 4)]
    remove_both(images["shared"][:1])
    assert top_before_and_after_folding() == [("both", 3), ("both", 3), ("both", 3)]
    remove_both(images[first])
    assert top_before_and_after_folding() == [("only private", 3), ("only private", 3), ("both", 0)]


def test_nothing_but_the_counts_is_in_their_tables() -> None:
    """They are left out of copies and are rebuilt, so nothing else may be there."""
    assert {table.name for table in METADATA.sorted_tables} == {
        *("album_image_counts", "album_label_counts", "file_references", "job_counts", "job_estimates"),
        *("queue_counts", "set_run_counts", "totals", "training_run_counts", "training_run_states"),
    }
