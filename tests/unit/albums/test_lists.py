"""Whatever indexes a list of albums reads, it has the albums that match and that the caller sees, in order.

Of all combinations of callers and filters, some are tried on each database, which are the same in each run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import Any
from uuid import UUID

import pytest

from platemark.access import Actor, may_see
from platemark.albums import list_queries
from platemark.albums.views import AlbumFilter, AlbumView
from platemark.choices import VISIBILITIES
from platemark.db.tables.albums import ALBUM_SOURCES
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import things

OpenWork = Callable[..., UnitOfWork]
NAMES = ("Arcana", "Winter arcana", "Moon", "Ω")
TEXTS = (None, "arcana", "ω", "absent")
PAGE, REQUESTS = 4, 120


def subsets(choices: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Of every size, the empty one included, which is no filter."""
    return chain.from_iterable(combinations(choices, count) for count in range(len(choices) + 1))


def list_all(work: UnitOfWork, filters: AlbumFilter, by: Actor) -> list[UUID]:
    """The ids of all pages."""
    ids: list[UUID] = []
    while True:
        after = ids[-1] if ids else None
        page: Sequence[AlbumView] = list_queries.list_albums(work, filters, PageRequest(PAGE, after), by=by)
        ids += [album.id for album in page[:PAGE]]
        if len(page) <= PAGE:
            return ids


@pytest.mark.parametrize("few", [1, 240])
def test_a_list_has_the_matching_albums_that_the_caller_sees(
    open_work: OpenWork, factory: Any, people: dict[str, Actor], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(things, "FEW", few)
    things._count.cache_clear()
    choices = random.Random(few)
    requests = [*product(people.values(), subsets(VISIBILITIES), subsets(ALBUM_SOURCES), TEXTS)]
    owners = (people["owner"], people["editor"], people["admin"])
    rows: dict[UUID, tuple[str, str, str, Actor]] = {}
    for visibility, source in [*product(VISIBILITIES, ALBUM_SOURCES)] * 3:
        name, owner = choices.choice(NAMES), choices.choice(owners)
        rows[factory.album(owner, visibility, name=name, source=source)] = (visibility, source, name, owner)
    with open_work(write=False) as work:
        for who, visibilities, sources, q in choices.sample(requests, REQUESTS):
            expected = [
                album_id
                for album_id, (visibility, source, name, owner) in rows.items()
                if may_see(who, visibility, owner.user_id)
                and (not visibilities or visibility in visibilities)
                and (not sources or source in sources)
                and (q is None or q in name.lower())
            ]
            for oldest_first in (False, True):
                filters = AlbumFilter(visibility=visibilities, source=sources, q=q, oldest_first=oldest_first)
                in_order = expected if oldest_first else expected[::-1]
                assert list_all(work, filters, who) == in_order, (who.name, filters)
    things._count.cache_clear()
