"""A list of images has what a naive search finds, on both databases, for every role, whatever is looked for."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any
from unittest import mock
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from platemark.access import Actor
from platemark.db.tables import UserRow
from platemark.db.time_spans import TimeSpan
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import id_at
from platemark.images import list_queries
from platemark.images import service as images
from platemark.images.views import ImageFilter
from platemark.paging import PageRequest
from tests.unit.search.conftest import MOMENT, KnownStudio

OpenWork = Callable[..., UnitOfWork]
ROLES = ("anyone", "viewer", "editor", "owner", "admin")

PIECES = [
    *("straße", "STRASSE", "İstanbul", "istanbul", "ﬁsh", "FISH", "e\u0301clair", "Éclair", "ΟΔΟΣ", "οδος", "Ｆｏｘ"),
    *("東京タワー", "猫", "猫咪", "한글", "🦊", "a b", "a\u00a0b", "100%", "a_b", "a\\b", "/", "'", '"', '"fox"', "''"),
    *("fox*", "NEAR(fox, 2)", "fox AND hare", "text : fox", "-fox", "^fox", "(", ")", "{text}", "x'00'", "--", ";"),
    *("f", "fo", "ox", "oxox", "foxox", "\u0301", "a\u0301\u0323", "ǅ", "ﷺ", "½", "\U0010ffff", "\ud7ff", "ß", "ẞ"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=5).flatmap(
    lambda pieces: st.sampled_from(["", " ", "  "]).map(lambda between: between.join(pieces))
)
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
SHORT, OF_FEW = st.text(CHARACTERS, min_size=1, max_size=4), st.text("fox a_%\"'", min_size=1)
QUERIES = st.one_of(st.sampled_from(PIECES), TEXTS.filter(bool), SHORT, OF_FEW)
ADAPTER_IDS = [UUID(int=number) for number in (1, 2)]


def listed(open_work: OpenWork, filters: ImageFilter, by: Actor, limit: int = 200) -> list[UUID]:
    """The ids of all pages."""
    ids: list[UUID] = []
    after: UUID | None = None
    with open_work(write=False) as work:
        while True:
            page = images.list_images(work, filters, PageRequest(limit, after), by=by)
            ids += [image.id for image in page.items]
            if page.next_after is None:
                return ids
            after = page.next_after


def fill(known: KnownStudio, seed: int, count: int) -> None:
    """Images of all kinds, with texts of the pieces."""
    choose = random.Random(seed)
    for _ in range(count):
        text = [choose.choice(["", " "]).join(choose.choices(PIECES, k=choose.randrange(4))) for _ in range(2)]
        labels = list(dict.fromkeys(choose.choices(PIECES, k=choose.randrange(3))))
        known.add(
            choose.choice(ROLES[1:]), text[0][:200], text[1] or None, labels,
            visibility=choose.choice(["private", "shared", "public"]), nsfw=choose.random() < 0.2,
            source=choose.choice(["uploaded", "generated", "imported"]),
            provenance=some_provenance(choose), width=choose.choice([511, 512, 1024]),
            height=choose.choice([512, 1024, 4096]),
            **({"deleted_at": MOMENT} if choose.random() < 0.15 else {}), **some_time(choose),
        )  # fmt: skip
    for image in known.images[::2]:
        for name in choose.sample(ROLES[1:], 2):
            rating = choose.randrange(6)
            known.mark(image, name, rating, starred=rating == 0 or choose.random() < 0.5)


def some_time(choose: random.Random) -> dict[str, Any]:
    """One of few moments, and an id of about then."""
    created_at = MOMENT + timedelta(minutes=choose.randrange(8))
    return {"created_at": created_at, "id": id_at(created_at + timedelta(seconds=choose.randrange(-59, 60)))}


def some_provenance(choose: random.Random) -> dict[str, Any] | None:
    """A provenance that says some of what images are found by, or none."""
    model = choose.choice([None, "ink", f"ink sha256:{'0' * 64}", f"Ink sha256:{'1' * 64}"])
    adapters = [{"adapter_id": str(it)} for it in choose.sample(ADAPTER_IDS, choose.randrange(3))]
    made = {"engine": choose.choice(["press", "diffusers"]), "model": model, "adapters": adapters}
    return choose.choice([None, made, {**made, "seed": choose.choice([None, 0, 7])}])


@pytest.mark.timeout(300)
def test_any_text_finds_what_a_naive_search_finds(open_work: OpenWork, known: KnownStudio) -> None:
    fill(known, seed=7, count=60)

    @given(query=QUERIES, role=st.sampled_from(ROLES), limit=st.sampled_from([1, 3, 200]))
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def check(query: str, role: str, limit: int) -> None:
        by, filters = known.people[role], ImageFilter(q=query)
        assert listed(open_work, filters, by, limit) == known.expected(filters, by)

    check()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("bound", [1, 4, 100])
def test_any_filters_together_list_what_they_name(
    open_work: OpenWork, known: KnownStudio, monkeypatch: pytest.MonkeyPatch, bound: int
) -> None:
    fill(known, seed=bound, count=50)
    album_id = known.factory.album(known.people["owner"], "shared", [it.id for it in known.images[::2]])
    for image in known.images[::2]:
        image.albums.append(album_id)
    monkeypatch.setattr(list_queries, "FIRST_BOUND", bound)
    monkeypatch.setattr(list_queries, "STEP", 2)
    choose = random.Random(bound)
    for _ in range(160):
        filters = ImageFilter(
            q=choose.choice([None, "fo", "fox", "猫", '"', "strasse", "100%"]),
            label=choose.choice([None, None, "FOX*", "Strasse", "猫", "ΟΔΟΣ"]),
            album_id=choose.choice([None, album_id]),
            nsfw=choose.choice([None, None, True, False]),
            visibility=choose.choice([(), (), ("private",), ("public", "shared")]),
            source=choose.choice([(), (), ("imported",), ("uploaded", "generated")]),
            trashed=choose.random() < 0.2,
            rating_min=choose.choice([0, 0, 0, 1, 3, 5]),
            starred=choose.random() < 0.2,
            engine=choose.choice([*(None,) * 5, "press", "diffusers"]),
            model=choose.choice([*(None,) * 5, "ink", f"ink sha256:{'0' * 64}"]),
            adapter_id=choose.choice([*(None,) * 5, *ADAPTER_IDS]),
            seed=choose.choice([*(None,) * 5, 0, 7]),
            orientation=choose.choice([None, None, None, "portrait", "landscape", "square"]),
            side_min=choose.choice([None, None, None, 512, 1024, 4096]),
            created=TimeSpan(
                choose.choice([None, None, MOMENT, MOMENT + timedelta(minutes=3, microseconds=1)]),
                choose.choice([None, None, MOMENT + timedelta(minutes=3), MOMENT + timedelta(minutes=6.5)]),
            ),
            oldest_first=choose.random() < 0.5,
        )
        by = known.people[choose.choice(ROLES)]
        assert listed(open_work, filters, by, choose.choice([1, 2, 7, 200])) == known.expected(filters, by), filters


def test_images_of_one_moment_share_a_number_and_are_found_one_by_one(open_work: OpenWork, known: KnownStudio) -> None:
    """Ids that differ in their last bits only: pages end between them."""
    base = UUID("01a204f8-2f06-777b-8415-8da7fd61a000").int
    for number in range(12):
        known.add("owner", f"fox {number}", id=UUID(int=base + number))
    known.add("owner", "fox before", id=UUID(int=base - 2**70))
    whose = (known.people["owner"], known.people["viewer"])
    for limit, by, oldest_first in product((1, 5, 12), whose, (False, True)):
        filters = ImageFilter(q="fox ", oldest_first=oldest_first)
        assert listed(open_work, filters, by, limit) == known.expected(filters, by)


def test_a_search_looks_at_each_text_alone(open_work: OpenWork, known: KnownStudio) -> None:
    known.add("owner", "red", "hood", ["fox", "hare"])
    by = known.people["owner"]
    for q in ("red fox", "fox hare", "hare hood", "redfox", "foxhare"):
        assert listed(open_work, ImageFilter(q=q), by) == [], q
    known.add("owner", "a red\nfox\tin snow")
    assert listed(open_work, ImageFilter(q="red fox in"), by) == [known.images[1].id], "line breaks count as spaces"


def test_a_viewer_learns_nothing_of_prompts_that_they_cannot_read(open_work: OpenWork, known: KnownStudio) -> None:
    for number in range(5):
        known.add("owner", f"plate {number}", "a secret vixen")
    own = known.add("viewer", "plate", "my own vixen", visibility="private")
    for q in ("vixen", "secret", "secret vixen", "xe", "q"):
        filters = ImageFilter(q=q)
        assert listed(open_work, filters, known.people["anyone"]) == [], q
        assert listed(open_work, filters, known.people["viewer"]) == ([own.id] if q in ("vixen", "xe") else []), q
    for who in ("viewer", "anyone"):
        said, absent = (count_statements(open_work, ImageFilter(q=q), known.people[who]) for q in ("secret", "absent"))
        assert said == absent


MADE = (
    ImageFilter(engine="press"),
    ImageFilter(model="ink"),
    ImageFilter(model=f"ink sha256:{'0' * 64}"),
    ImageFilter(adapter_id=ADAPTER_IDS[0]),
    ImageFilter(seed=7),
)
"""What says how an image was made, each alone."""


def test_nobody_learns_how_images_were_made_that_they_cannot_read_that_of(
    open_work: OpenWork, known: KnownStudio
) -> None:
    adapters = [{"adapter_id": str(ADAPTER_IDS[0])}]
    made = {"engine": "press", "model": f"ink sha256:{'0' * 64}", "seed": 7, "adapters": adapters}
    for visibility in ("private", "shared", "public"):
        known.add("owner", "plate", provenance=made, visibility=visibility)
    own = known.add("viewer", "plate", provenance=made, visibility="private")
    _, shared, public = (image.id for image in known.images[:3])
    absent = (ImageFilter(engine="kiln"), ImageFilter(model="umber"), ImageFilter(seed=8))
    for filters in MADE:
        readers = {name: listed(open_work, filters, known.people[name]) for name in ("anyone", "viewer", "editor")}
        assert readers == {"anyone": [], "viewer": [own.id], "editor": [public, shared]}
        as_viewer = replace(known.people["owner"], role="viewer")
        assert len(listed(open_work, filters, as_viewer)) == 3, "a token of a lower role finds one's own"
        for name in ("anyone", "viewer"):
            counts = {count_statements(open_work, it, known.people[name]) for it in (filters, *absent)}
            assert len(counts) == 1, "how long it takes tells nothing either"
    with open_work() as work:
        work.session.execute(delete(UserRow).where(UserRow.id == known.people["owner"].user_id))
        found = [images.list_images(work, it, PageRequest(), by=known.people["editor"]).items for it in MADE]
    assert [len(it) for it in found] == [2] * 5, "editors still read how the images of a user were made who is gone"


def test_images_are_found_by_how_they_were_made_and_by_their_shape(open_work: OpenWork, known: KnownStudio) -> None:
    fill(known, seed=11, count=80)
    shapes = [ImageFilter(orientation=it) for it in ("portrait", "landscape", "square")]
    sides = [ImageFilter(side_min=it) for it in (512, 1024)]
    filters = [*MADE, *shapes, *sides, ImageFilter(seed=0), ImageFilter(engine="press", model="ink", side_min=512)]
    for one, oldest_first, name in product(filters, (False, True), ROLES):
        asked, by = replace(one, oldest_first=oldest_first), known.people[name]
        assert listed(open_work, asked, by, 3) == known.expected(asked, by), (asked, name)
    assert all(known.expected(it, known.people["admin"]) for it in filters)


def count_statements(open_work: OpenWork, filters: ImageFilter, by: Actor) -> int:
    with (
        open_work(write=False) as work,
        mock.patch.object(
            type(work.connection), "exec_driver_sql", autospec=True, side_effect=type(work.connection).exec_driver_sql
        ) as executed,
    ):
        images.list_images(work, filters, PageRequest(50), by=by)
    return executed.call_count
