"""Lists of albums, set templates, adapters and bug reports find what a naive search finds, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, AlbumFilter, NewAlbum
from platemark.db.unit_of_work import UnitOfWork
from platemark.folding import fold
from platemark.paging import PageRequest
from platemark.search import things
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges, SetTemplateFilter
from tests.unit.search.test_answers import PIECES

OpenWork = Callable[..., UnitOfWork]
ALL = PageRequest(limit=200)


@pytest.mark.parametrize("few", [0, 240])
def test_albums_are_found_by_their_names(
    open_work: OpenWork, people: dict[str, Actor], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(things, "FEW", few)
    things._count.cache_clear()
    by = people["owner"]
    names = [f"{one} and {other}" for one, other in zip(PIECES, PIECES[7:] + PIECES[:7], strict=True)]
    with open_work() as work:
        ids = {albums.insert_album(work, NewAlbum(name=name), by=by): name for name in names}
        for q in (*PIECES, "x", "and", "zzz", "%", "_"):
            found = [it.id for it in albums.list_albums(work, AlbumFilter(q=q), ALL, by=by).items]
            assert found == sorted((id_ for id_, name in ids.items() if fold(q) in fold(name)), reverse=True), q
        renamed = next(iter(ids))
        albums.update_album(work, renamed, AlbumChanges(name="renamed"), by=by)
        found = [it.id for it in albums.list_albums(work, AlbumFilter(q="RENAMED"), ALL, by=by).items]
        assert found == [renamed]
        assert not albums.list_albums(work, AlbumFilter(q="renamed"), ALL, by=people["viewer"]).items
    things._count.cache_clear()


def test_each_word_of_a_search_for_set_templates_is_in_the_name_or_the_description(
    open_work: OpenWork, people: dict[str, Actor]
) -> None:
    by, rows = people["owner"], from_rows([{"prompt": "one"}])
    new: list[dict[str, Any]] = [
        {"name": "Große Karten", "description": "für den Winter"},
        {"name": "Cards", "description": "GROSSE karten"},
        {"name": "Winter", "description": "no card"},
    ]
    with open_work() as work:
        ids = [
            set_templates.create_set_template(work, NewSetTemplate(**it, base_prompt=""), rows, by=by).id for it in new
        ]

        def found(q: str) -> set[int]:
            page = set_templates.list_set_templates(work, SetTemplateFilter(q=q), ALL, by=by)
            return {ids.index(it.id) for it in page.items}

        assert found("grosse KARTEN") == {0, 1}
        assert found("winter große") == {0}
        assert found("a") == {0, 1, 2}
        assert found("d c") == {1, 2}
        assert found("cards winter") == set()
        set_templates.update_set_template(work, ids[2], SetTemplateChanges(name="Cards of winter"), by=by)
        assert found("cards winter") == {2}
