"""Sets as a kind of import: each becomes a set template with its rows, and an album that represents it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.kinds.protocol import (
    Asked,
    Content,
    Earlier,
    Found,
    Item,
    Judged,
    Made,
    Order,
    Refused,
    Remark,
    Taken,
)
from platemark.imports.kinds.sets import albums, manifests, templates
from platemark.imports.kinds.sets.albums import ALBUM
from platemark.imports.kinds.sets.config import Problem
from platemark.imports.kinds.sets.manifests import Manifest, digest_of
from platemark.imports.reading.sources import Source
from platemark.storage.blobs import BlobStore

BEHIND_TEMPLATE = "/album"
"""What the key of an album has behind that of its set template."""


class Sets:
    """The kind ``sets``. It keeps no bytes; all that it makes stands in the payload of its items."""

    def scan(self, source: Source, order: Order) -> Iterator[Found]:
        """Each set as two things, its set template and its album, then what of it is not taken."""
        seen: set[str] = set()
        for reading in manifests.read(source, visibility=order.visibility):
            if reading.manifest is not None:
                remark = None if reading.remark is None else _remark(reading.remark)
                yield from _found(reading.manifest, remark)
            for problem in reading.problems:
                key = _unlike(problem.key, seen)
                yield Found(key=key, skipped=_remark(problem))

    def judge(
        self, work: UnitOfWork, _order: Order, found: Sequence[Found], earlier: Mapping[str, Earlier]
    ) -> Sequence[Judged]:
        """Compare with the set templates and albums that are here."""
        return [_room(it).judge(work, it, earlier.get(it.key)) for it in found]

    def prepare(self, source: Source, order: Order, item: Item) -> Content:
        """See that the source still says what was planned; there is nothing to be kept."""
        if self.digest(source, order, item) != item.digest:
            raise Refused("changed_since_plan", "It is not what was planned any more: plan again.")
        return Content()

    def asks(self, _order: Order, _item: Item) -> Asked | None:
        """Nothing: there is little to read."""
        return None

    def make(
        self, work: UnitOfWork, _blobs: BlobStore, order: Order, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[Made | Remark]:
        """Make set templates and albums; an album needs its set template to be there."""
        return [_room(item).make(work, order, item) for item, _ in batch]

    def digest(self, source: Source, order: Order, item: Item) -> str:
        """What the source says of the item now."""
        key = item.key.removesuffix(BEHIND_TEMPLATE) if item.payload["what"] == ALBUM else item.key
        manifest = manifests.find(source, key, visibility=order.visibility)
        if manifest is None:
            raise Refused("source_missing", "The source has no such set any more that could be taken.")
        return next(it.digest for it in _found(manifest, None) if it.payload["what"] == item.payload["what"])

    def verify(
        self, work: UnitOfWork, _blobs: BlobStore, _order: Order, items: Sequence[Item]
    ) -> Sequence[Remark | None]:
        """Compare each with what was made of it."""
        return [_room(item).verify(work, item) for item in items]

    def undo(self, work: UnitOfWork, order: Order, items: Sequence[Item]) -> Sequence[Remark | None]:
        """Take back albums, then the set templates on which nothing rests any more."""
        return [_room(item).undo(work, order, item) for item in items]

    def foresee(self, work: UnitOfWork, _order: Order, items: Sequence[Item], taken: Taken) -> Sequence[Remark | None]:
        """What ``undo`` would answer."""
        return [_room(item).foresee(work, item, taken) for item in items]


def _found(manifest: Manifest, remark: Remark | None) -> Iterator[Found]:
    new = manifest.new
    template = {"what": templates.TEMPLATE, **manifest.said()}
    album = {
        "what": ALBUM,
        "set_id": manifest.set_id,
        "of": manifest.content_digest(),
        "name": new.name,
        "description": new.description,
        "visibility": new.visibility,
        "theme": new.example_theme,
    }
    yield Found(key=manifest.key, digest=digest_of(template), payload=template, remark=remark)
    yield Found(key=manifest.key + BEHIND_TEMPLATE, digest=digest_of(album), payload=album)


def _room(of: Found | Item) -> Any:
    """The module that knows about things like this one."""
    return albums if of.payload["what"] == ALBUM else templates


def _remark(problem: Problem) -> Remark:
    return Remark(problem.code, problem.message)


def _unlike(key: str, seen: set[str]) -> str:
    """``key``, or one like it that was not there yet: names that cannot be shown may look the same."""
    number, unlike = 1, key
    while unlike in seen:
        number += 1
        unlike = f"{key[:980]} ({number})"
    seen.add(unlike)
    return unlike
