"""What reads more than its page, by database: lists by their filters, operations, and the work of the background."""

from __future__ import annotations

from collections.abc import Mapping

BOTH = frozenset({"sqlite", "postgresql"})
SQLITE = frozenset({"sqlite"})
POSTGRESQL = frozenset({"postgresql"})

ACCEPTED: Mapping[str, tuple[frozenset[str], str]] = {
    "task counts": (SQLITE, "the indexes of the rows that count nothing, and a row for each 64 queued jobs"),
    "claim_more": (SQLITE, "it changes sixteen jobs, each in several indexes, and triggers count each of them"),
    "getAlbumLabelStats of large": (BOTH, "all labels that only the caller sees, or only others: the shorter list"),
}
"""What may read more, for good, and why."""

STILL_SCANS: Mapping[str, frozenset[str]] = {
    "applyImport": BOTH,
    "delete_blobs": POSTGRESQL,
    "getMetrics": BOTH,
    "getMetrics of large": BOTH,
    "listAdapters(format)": SQLITE,
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
    "listImportItems(discrepancies)": BOTH,
    "listImportItems(outcome)": BOTH,
    "listImportItems(outcome, discrepancies)": BOTH,
    "listImports(kind)": POSTGRESQL,
    "listImports(kind, state)": BOTH,
    "listImports(state)": SQLITE,
    "listJobs(kind)": BOTH,
    "listJobs(state, kind)": BOTH,
    "listSetRuns(state)": BOTH,
    "listSetTemplates(archived)": BOTH,
    "listSetTemplates(q)": BOTH,
    "listSetTemplates(q, archived)": BOTH,
    "listSetTemplates(visibility)": BOTH,
    "listSetTemplates(visibility, archived)": BOTH,
    "listSetTemplates(visibility, q)": BOTH,
    "listSetTemplates(visibility, q, archived)": BOTH,
    "listTrainingRuns": POSTGRESQL,
    "listTrainingRuns(state)": BOTH,
    "purgeBugReports": POSTGRESQL,
    "signIn": BOTH,
    "task sign_in_attempts": SQLITE,
    "task stale_bug_reports": POSTGRESQL,
    "task training_folders": BOTH,
    "updateUser": BOTH,
}
"""What reads more today, and should not. Who mends one removes it here: the tests fail until that is done."""
