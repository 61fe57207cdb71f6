"""What reads more than its page, by database: lists by their filters, operations, and the work of the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

BOTH = frozenset({"sqlite", "postgresql"})
SQLITE = frozenset({"sqlite"})
POSTGRESQL = frozenset({"postgresql"})

QUEUED_PAGE = (
    "for each queued job of the page, the jobs ahead of it in its bucket of 64 places and some sums of buckets"
)

FEW_IN_COMMON = (
    "of filters that are all common, and of images that the caller does not see, as many ids are read of the rarest as "
    "the page needs: up to four times as many with each statement"
)

PAGE_OF_EACH_RATING = "the first ids of each rating from the least on are merged, as each is in order in the index"

FEW_CANDIDATES = "a search that few things match looks up each of them, 240 at most"


ALL_OF_IMAGES = (
    *("album_id", "label", "q", "nsfw", "visibility", "source", "trashed", "rating_min", "starred", "engine", "model"),
    *("adapter_id", "seed", "orientation", "side_min", "created_after", "created_before", "sort"),
)
"""All filters of listImages."""


class Accepted(NamedTuple):
    """What may read up to so many ``times`` the limit, on these databases, and why."""

    databases: frozenset[str]
    times: int
    reason: str


ACCEPTED: Mapping[str, Accepted] = {
    "createImage": Accepted(SQLITE, 2, "the index of words merges its parts once in so many writes"),
    "task counts": Accepted(BOTH, 60, "every five minutes, a row for each album and audience"),
    "claim_more": Accepted(SQLITE, 3, "leases sixteen jobs, each in all indexes of its state"),
    "task old_trash": Accepted(
        SQLITE, 20, "once a day, each image that it deletes, in all indexes and counts of images"
    ),
    "task training_folders": Accepted(BOTH, 20, "once a day, the ids of all training runs, each of which took minutes"),
    "getMetrics": Accepted(BOTH, 10, "a row for each import, of which a studio has few"),
    "getMetrics of large": Accepted(BOTH, 10, "a row for each import, of which a studio has few"),
    "listJobs": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs()": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(created_by)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(kind)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(kind, created_by)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(created_by, created_after)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(created_by, sort)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(kind, created_after)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(kind, sort)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(state)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(state, created_by)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(state, kind)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listAlbums(source, q)": Accepted(SQLITE, 2, FEW_CANDIDATES),
    "listAlbums(visibility, q)": Accepted(SQLITE, 2, FEW_CANDIDATES),
    "listAlbums(visibility, source, q, sort)": Accepted(SQLITE, 2, FEW_CANDIDATES),
    "listImages(album_id)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, label)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(album_id, nsfw)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, q)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(album_id, source)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(album_id, trashed)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, visibility)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, nsfw)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, q)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(label, source)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(label, trashed)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, visibility)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, nsfw)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, source)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, trashed)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, visibility)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, starred)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(label, starred)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, rating_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, sort)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, starred)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(source, starred)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(visibility, rating_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(visibility, starred)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(album_id, created_before)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, rating_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, sort)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, created_after)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, created_before)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, sort)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, rating_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(nsfw, rating_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(nsfw, starred)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, created_after)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, created_before)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(source, rating_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(trashed, rating_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(trashed, starred)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(adapter_id, orientation)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(adapter_id, side_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(album_id, adapter_id)": Accepted(BOTH, 8, FEW_IN_COMMON),
    f"listImages({', '.join(ALL_OF_IMAGES)})": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(album_id, model)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(album_id, orientation)": Accepted(BOTH, 16, FEW_IN_COMMON),
    "listImages(album_id, side_min)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(engine, orientation)": Accepted(BOTH, 4, FEW_IN_COMMON),
    "listImages(engine, side_min)": Accepted(BOTH, 4, FEW_IN_COMMON),
    "listImages(label, adapter_id)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(label, engine)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(label, model)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(label, orientation)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(label, side_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(model, adapter_id)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(model, orientation)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(model, side_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(nsfw, adapter_id)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(nsfw, model)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(nsfw, orientation)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(nsfw, side_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, adapter_id)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, engine)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, model)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(q, orientation)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(q, seed)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(q, side_min)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(rating_min, adapter_id)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(rating_min, engine)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(rating_min, model)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(rating_min, orientation)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(rating_min, side_min)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(side_min, created_after)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(source, orientation)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(source, side_min)": Accepted(BOTH, 12, FEW_IN_COMMON),
    "listImages(starred, adapter_id)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(starred, model)": Accepted(BOTH, 8, FEW_IN_COMMON),
    "listImages(starred, orientation)": Accepted(BOTH, 4, FEW_IN_COMMON),
    "listImages(starred, side_min)": Accepted(BOTH, 4, FEW_IN_COMMON),
    "listImages(trashed, adapter_id)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(trashed, model)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(trashed, orientation)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(trashed, side_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(visibility, adapter_id)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(visibility, model)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(visibility, orientation)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(visibility, side_min)": Accepted(SQLITE, 4, FEW_IN_COMMON),
    "listImages(rating_min)": Accepted(SQLITE, 2, PAGE_OF_EACH_RATING),
    "listImages(rating_min, created_after)": Accepted(SQLITE, 2, PAGE_OF_EACH_RATING),
    "listImages(rating_min, created_before)": Accepted(SQLITE, 2, PAGE_OF_EACH_RATING),
    "listImages(rating_min, sort)": Accepted(SQLITE, 2, PAGE_OF_EACH_RATING),
    "listImages(rating_min, starred)": Accepted(SQLITE, 2, PAGE_OF_EACH_RATING),
}
"""What does not grow with the studio, and yet may read more than a page: it depends on which filter is the rarest."""

STILL_SCANS: Mapping[str, frozenset[str]] = {
    # Hardly an image has both, as uploaded ones were made by no engine: all ids are read of the rarer of both filters.
    "listImages(source, adapter_id)": BOTH,
    "listImages(source, engine)": BOTH,
    "listImages(source, model)": BOTH,
}
"""What reads more today, and should not. Who mends one removes it here: the tests fail until that is done."""
