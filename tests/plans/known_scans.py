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


class Accepted(NamedTuple):
    """What may read up to so many ``times`` the limit, on these databases, and why."""

    databases: frozenset[str]
    times: int
    reason: str


ACCEPTED: Mapping[str, Accepted] = {
    "task counts": Accepted(BOTH, 60, "every five minutes, a row for each album and audience"),
    "claim_more": Accepted(SQLITE, 3, "leases sixteen jobs, each in all indexes of its state"),
    "listTrainingRuns(state)": Accepted(BOTH, 10, "looks for the state of each training run, which took minutes"),
    "task training_folders": Accepted(BOTH, 20, "once a day, the state of each training run, which took minutes"),
    "listJobs": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs()": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(kind)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(state)": Accepted(SQLITE, 8, QUEUED_PAGE),
    "listJobs(state, kind)": Accepted(SQLITE, 8, QUEUED_PAGE),
}
"""What does not grow with the studio, and yet reads more than a page."""

STILL_SCANS: Mapping[str, frozenset[str]] = {
    "delete_blobs": POSTGRESQL,
    "getAlbumLabelStats of large": BOTH,
    "getMetrics": BOTH,
    "getMetrics of large": BOTH,
    "listAdapters(format, q)": BOTH,
    "listAdapters(q)": BOTH,
    "listAlbums(q)": BOTH,
    "listAlbums(source)": BOTH,
    "listAlbums(source, q)": BOTH,
    "listAlbums(visibility)": BOTH,
    "listAlbums(visibility, q)": BOTH,
    "listAlbums(visibility, source)": BOTH,
    "listAlbums(visibility, source, q)": BOTH,
    "listBugReports(q)": BOTH,
    "listBugReports(q, grouped)": BOTH,
    "listBugReports(status, q)": BOTH,
    "listImages(album_id)": BOTH,
    "listImages(album_id, label)": BOTH,
    "listImages(album_id, label, q, nsfw, visibility, source, trashed)": SQLITE,
    "listImages(album_id, nsfw)": BOTH,
    "listImages(album_id, q)": BOTH,
    "listImages(album_id, source)": BOTH,
    "listImages(album_id, trashed)": BOTH,
    "listImages(album_id, visibility)": BOTH,
    "listImages(label)": BOTH,
    "listImages(label, nsfw)": BOTH,
    "listImages(label, q)": BOTH,
    "listImages(label, source)": BOTH,
    "listImages(label, trashed)": BOTH,
    "listImages(label, visibility)": BOTH,
    "listImages(nsfw)": BOTH,
    "listImages(nsfw, source)": BOTH,
    "listImages(nsfw, trashed)": BOTH,
    "listImages(nsfw, visibility)": BOTH,
    "listImages(q)": BOTH,
    "listImages(q, nsfw)": BOTH,
    "listImages(q, source)": BOTH,
    "listImages(q, trashed)": BOTH,
    "listImages(q, visibility)": BOTH,
    "listImages(source)": BOTH,
    "listImages(source, trashed)": BOTH,
    "listImages(visibility)": BOTH,
    "listImages(visibility, source)": BOTH,
    "listImages(visibility, trashed)": BOTH,
    "listImportItems(outcome, discrepancies)": SQLITE,
    "listImports(kind, state)": POSTGRESQL,
    "listJobs(kind)": POSTGRESQL,
    "listJobs(state, kind)": POSTGRESQL,
    "listSetRuns(state)": BOTH,
    "listTrainingRuns": POSTGRESQL,
    "purgeBugReports": POSTGRESQL,
    "task stale_bug_reports": POSTGRESQL,
}
"""What reads more today, and should not. Who mends one removes it here: the tests fail until that is done."""
