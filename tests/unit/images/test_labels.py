"""Captions and tags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from platemark.access import ANYONE, Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, PreconditionFailed
from platemark.images import service as images
from platemark.images.views import LabelChanges
from platemark.paging import PageRequest

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]


def test_labels_are_paged_newest_first(open_work: OpenWork, factory: Any, people: People) -> None:
    image_id = factory.image(people["owner"], "public")
    label_ids = [factory.label(image_id, "tag", str(number)) for number in range(5)]
    with open_work(write=False) as work:
        first = images.list_labels(work, image_id, PageRequest(3), by=ANYONE)
        rest = images.list_labels(work, image_id, PageRequest(3, first.next_after), by=ANYONE)
    assert [label.id for label in (*first.items, *rest.items)] == label_ids[::-1]
    assert rest.next_after is None


def test_tags_are_unique_per_image_and_captions_are_not(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    image_id = factory.image(owner)
    with open_work() as work:
        fox = images.create_label(work, image_id, "tag", "Fox", by=owner)
        snow = images.create_label(work, image_id, "tag", "snow", by=owner)
        images.create_label(work, image_id, "caption", "fox", by=owner)
        images.create_label(work, image_id, "caption", "fox", by=owner)
        with pytest.raises(Conflict) as twice:
            images.create_label(work, image_id, "tag", "fox", by=owner)
        with pytest.raises(Conflict):
            images.update_label(work, snow.id, LabelChanges(text="FOX"), by=owner)
        same = images.update_label(work, fox.id, LabelChanges(text="fox"), by=owner, if_match='"1"')
        with pytest.raises(PreconditionFailed):
            images.delete_label(work, fox.id, by=owner, if_match='"1"')
        images.delete_label(work, fox.id, by=owner, if_match='"2"')
        with pytest.raises(NotFound):
            images.delete_label(work, fox.id, by=owner)
    assert twice.value.code == "label_exists"
    assert (same.text, same.kind, same.source, same.version) == ("fox", "tag", "manual", 2)


def test_an_engine_label_becomes_manual_when_it_is_edited(open_work: OpenWork, factory: Any, people: People) -> None:
    image_id = factory.image(people["owner"])
    label_id = factory.label(image_id, "tag", "cat", source="engine", engine="press", confidence=0.4)
    with open_work() as work:
        changed = images.update_label(work, label_id, LabelChanges(text="fox"), by=people["owner"])
    assert (changed.text, changed.source, changed.engine, changed.confidence) == ("fox", "manual", None, None)
