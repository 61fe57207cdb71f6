"""A studio of images whose texts are known, and a naive search in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from platemark.access import Actor
from platemark.folding import fold
from platemark.images.views import ImageFilter

People = dict[str, Actor]
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass
class KnownImage:
    """An image as the test inserted it."""

    id: UUID
    owner: Actor
    visibility: str
    title: str
    prompt: str | None
    labels: list[str]
    nsfw: bool = False
    source: str = "uploaded"
    provenance: dict[str, Any] | None = None
    width: int = 4
    height: int = 4
    in_trash: bool = False
    albums: list[UUID] = field(default_factory=list)
    """Shared ones: a visitor does not see them."""
    created_at: datetime = MOMENT
    marks: dict[UUID | None, tuple[int, bool]] = field(default_factory=dict)
    """The rating and the star of each user."""

    def is_seen_by(self, by: Actor) -> bool:
        if by.is_admin or self.visibility == "public":
            return True
        return by.role is not None and (self.visibility == "shared" or by.user_id == self.owner.user_id)

    def matches(self, filters: ImageFilter, by: Actor) -> bool:
        if self.in_trash != filters.trashed:
            return False
        if self.in_trash and not by.owns(self.owner.user_id):
            return False
        if not self.in_trash and not self.is_seen_by(by):
            return False
        rating, starred = self.marks.get(by.user_id, (0, False))
        wanted: list[bool] = [
            rating >= filters.rating_min,
            starred or not filters.starred,
            filters.created.after is None or self.created_at >= filters.created.after,
            filters.created.before is None or self.created_at < filters.created.before,
            filters.nsfw in (None, self.nsfw),
            not filters.source or self.source in filters.source,
            not filters.visibility or self.visibility in filters.visibility,
            filters.album_id is None or (filters.album_id in self.albums and by.role is not None),
            self.is_made_with(filters, by),
            self.has_shape(filters),
            filters.label is None or fold(filters.label) in map(fold, self.labels),
        ]
        return all(wanted) and (filters.q is None or self.says(filters.q, by))

    def is_made_with(self, filters: ImageFilter, by: Actor) -> bool:
        wanted = {name: getattr(filters, name) for name in ("engine", "model", "seed", "adapter_id")}
        wanted = {name: value for name, value in wanted.items() if value is not None}
        made = self.provenance or {}
        adapters = [UUID(it["adapter_id"]) for it in made.get("adapters", [])]
        return not wanted or (self.lets_read_prompt(by) and all((
            wanted.get("engine") in (None, made.get("engine")),
            wanted.get("model") in (None, made.get("model"), str(made.get("model")).split(" sha256:")[0]),
            wanted.get("seed") in (None, made.get("seed")),
            wanted.get("adapter_id") in (None, *adapters),
        )))  # fmt: skip

    def has_shape(self, filters: ImageFilter) -> bool:
        shape = "square" if self.width == self.height else ("portrait" if self.width < self.height else "landscape")
        return filters.orientation in (None, shape) and min(self.width, self.height) >= (filters.side_min or 0)

    def lets_read_prompt(self, by: Actor) -> bool:
        return by.role in ("editor", "admin") or by.owns(self.owner.user_id)

    def says(self, q: str, by: Actor) -> bool:
        readable = [self.title, *self.labels]
        if self.prompt is not None and self.lets_read_prompt(by):
            readable.append(self.prompt)
        return any(fold(q) in fold(text) for text in readable)


class KnownStudio:
    """Inserts images, and knows which of them a list has."""

    def __init__(self, factory: Any, people: People) -> None:
        self.factory = factory
        self.people = people
        self.images: list[KnownImage] = []

    def add(
        self, owner: str, title: str, prompt: str | None = None, labels: Sequence[str] = (), **values: Any
    ) -> KnownImage:
        known: dict[str, Any] = {"visibility": "shared", "nsfw": False, "source": "uploaded"} | values
        deleted_at = {"deleted_at": known.pop("deleted_at")} if "deleted_at" in known else {}
        by = self.people[owner]
        columns = {**known, **deleted_at, "title": title, "prompt": prompt}
        image_id = columns["id"] = self.factory.image(by, **columns)
        for label in labels:
            self.factory.label(image_id, "tag", label)
        known.pop("id", None)
        image = KnownImage(
            image_id, by, title=title, prompt=prompt, labels=list(labels), in_trash=bool(deleted_at), **known
        )
        self.images.append(image)
        return image

    def expected(self, filters: ImageFilter, by: Actor) -> list[UUID]:
        """What a list has, by a naive search, in the order of its ids."""
        found = (it.id for it in self.images if it.matches(filters, by))
        return sorted(found, reverse=not filters.oldest_first)

    def mark(self, image: KnownImage, name: str, rating: int, *, starred: bool) -> None:
        by = self.people[name]
        self.factory.mark(image.id, by, rating, starred=starred)
        image.marks[by.user_id] = (rating, starred)


@pytest.fixture
def known(factory: Any, people: People) -> KnownStudio:
    return KnownStudio(factory, people)
