"""Counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.answer_sources.shown import Shown, source
from tests.contract.answer_sources.things import image, pinned_adapter
from tests.contract.distinct_rows import DistinctRows, shown


@source("VisibilityCounts", "ImageSourceCounts")
def statistics(rows: DistinctRows) -> Iterator[Shown]:
    """How much there is of everything: a different number of each."""
    extra = 0 if rows.full else 5
    albums = dict(zip(("private", "shared", "public"), range(1 + extra, 99), strict=False))
    images = dict(zip(("generated", "uploaded", "imported"), range(12 + extra, 99), strict=False))
    for visibility, count in albums.items():
        for _ in range(count):
            rows.add("albums", visibility=visibility, cover_image_id=None, created_by=None)
    for origin, count in images.items():
        for _ in range(count):
            image(rows, source=origin, created_by=None)
    yield Shown("VisibilityCounts", "/stats", ("albums",), albums)
    yield Shown("ImageSourceCounts", "/stats", ("images",), images)


@source("Settings")
def settings(rows: DistinctRows) -> Iterator[Shown]:
    adapters = [pinned_adapter(rows)] if rows.full else None
    row = rows.add("studio_settings", id=1, adapters=adapters)
    yield Shown("Settings", "/settings", (), shown("Settings", row))


@source("AlbumLabelStats")
def label_statistics(rows: DistinctRows) -> Iterator[Shown]:
    captioned, tagged, all_images = (3, 2, 5) if rows.full else (1, 4, 7)
    album = rows.add("albums", cover_image_id=None, created_by=None)
    for position in range(all_images):
        picture = image(rows, created_by=None)
        rows.add("album_images", album_id=album["id"], image_id=picture["id"], position=position)
        for kind, count in (("caption", captioned), ("tag", tagged)):
            if position < count:
                rows.add("labels", image_id=picture["id"], kind=kind, text=f"a {kind}", created_by=None)
    path = f"/albums/{album['id']}/label-stats"
    for name, value in {
        "image_count": all_images,
        "captioned_count": captioned,
        "tagged_count": tagged,
        "coverage": pytest.approx(captioned / all_images),
    }.items():
        yield Shown(f"AlbumLabelStats.{name}", path, (name,), value)
    # no text_key of theirs is equal: each is a text of its own
