"""What is counted: for each table of counts, the statement that counts anew, and the tables that it reads.

The triggers are built from the same statement. They execute it twice for each change, reading the changed rows once as
they were and once as they are, and add the difference.

A count that depends on who asks is kept for each audience: ``public`` counts what visitors see, ``shared`` what else
all users see, ``private`` the rest, and the id of a user what of that is theirs. Visitors add up ``public``, users also
``shared`` and their own, admins the first three.
"""

from __future__ import annotations

from platemark.db.kept_counts import tables
from platemark.db.kept_counts.kept_count import KeptCount, Source

TWO = "(SELECT 1 AS number UNION ALL SELECT 2)"
THREE = "(SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3)"
RUN_OF_JOB = "SELECT 1 FROM set_runs WHERE id IN ({set_run_id}) ORDER BY id FOR KEY SHARE"
RUN_ITSELF = "SELECT 1 FROM set_runs WHERE id IN ({id}) ORDER BY id FOR UPDATE"
RUNS_OF_ALBUM = "SELECT 1 FROM set_runs WHERE album_id IN ({id}) ORDER BY id FOR UPDATE"

JOBS = KeptCount(
    "jobs",
    tables.JOB_COUNTS,
    f"""
    SELECT
      CASE
        WHEN copy.number = 1 THEN
          CASE WHEN j.set_run_id IS NULL OR a.visibility <> 'private' THEN 'shared' ELSE 'private' END
        WHEN j.set_run_id IS NULL OR a.visibility <> 'private' THEN NULL
        WHEN copy.number = 2 THEN CAST(j.created_by AS VARCHAR(36))
        WHEN j.created_by IS NULL OR j.created_by <> r.created_by THEN CAST(r.created_by AS VARCHAR(36))
      END AS audience,
      j.kind,
      j.state,
      1 AS jobs
    FROM {{jobs}} AS j
    LEFT JOIN {{set_runs}} AS r ON r.id = j.set_run_id
    LEFT JOIN {{albums}} AS a ON a.id = r.album_id
    CROSS JOIN {THREE} AS copy
    WHERE {{affected}}
    """,
    (
        Source("jobs", ("kind", "state", "set_run_id", "created_by"), lock=RUN_OF_JOB),
        Source("set_runs", ("id", "album_id", "created_by"), affects="j.set_run_id IN ({id})", lock=RUN_ITSELF),
        Source(
            "albums",
            ("id", "visibility"),
            affects="j.set_run_id IN (SELECT id FROM set_runs WHERE album_id IN ({id}))",
            lock=RUNS_OF_ALBUM,
        ),
    ),
)
"""A job of a set run is as visible as the run, and a run as its album; its owner and the run's owner always see it."""

QUEUE = KeptCount(
    "queue",
    tables.QUEUE_COUNTS,
    """
    SELECT size.shift, j.priority, j.place >> size.shift AS bucket, 1 AS jobs
    FROM {jobs} AS j CROSS JOIN (SELECT 6 AS shift UNION ALL SELECT 12) AS size
    WHERE j.state = 'queued' AND {affected}
    """,
    (Source("jobs", ("state", "priority", "place")),),
)
"""The queued jobs of each priority in buckets of 64 and of 4096 places, so that a position adds up few rows."""

SET_RUN_JOBS = KeptCount(
    "set_run_jobs",
    tables.SET_RUN_COUNTS,
    """
    SELECT
      j.set_run_id,
      0 AS runs,
      0 AS cancel_requests,
      CASE WHEN j.state IN ('queued', 'running') THEN 1 ELSE 0 END AS unfinished,
      CASE WHEN j.started_at IS NOT NULL THEN 1 ELSE 0 END AS started,
      CASE WHEN j.state <> 'succeeded' THEN 1 ELSE 0 END AS unsucceeded,
      CASE WHEN j.state = 'failed' THEN 1 ELSE 0 END AS failed
    FROM {jobs} AS j
    WHERE {affected}
    """,
    (Source("jobs", ("set_run_id", "state", "started_at"), only="{row}set_run_id IS NOT NULL"),),
)

SET_RUNS = KeptCount(
    "set_runs",
    tables.SET_RUN_COUNTS,
    """
    SELECT
      r.id AS set_run_id,
      1 AS runs,
      CASE WHEN r.cancel_requested_at IS NOT NULL THEN 1 ELSE 0 END AS cancel_requests,
      0 AS unfinished,
      0 AS started,
      0 AS unsucceeded,
      0 AS failed
    FROM {set_runs} AS r
    WHERE {affected}
    """,
    (Source("set_runs", ("id", "cancel_requested_at")),),
)
"""Together with its jobs, what decides the state of a run."""

JOB_OF_RUN = "SELECT 1 FROM jobs WHERE id IN ({job_id}) ORDER BY id FOR SHARE"
TRAINING_SOURCES = (
    Source("jobs", ("id", "kind", "state"), only="{row}kind = 'train'"),
    Source("training_runs", ("id", "job_id", "engine"), lock=JOB_OF_RUN),
)
"""A run that is added or deleted, and its job that changes at the same time, do not see each other: one waits."""

TRAINING_RUNS = """
    FROM {jobs} AS j
    JOIN {training_runs} AS r ON r.job_id = j.id
    WHERE (j.kind = 'train') IS TRUE AND {affected}
"""
"""In this form no index finds the jobs of the kind, of which there are more than a change affects."""

TRAINING_RUN_STATES = KeptCount(
    "training_run_states",
    tables.TRAINING_RUN_STATES,
    f"SELECT j.state, r.id AS training_run_id, 1 AS runs {TRAINING_RUNS}",
    TRAINING_SOURCES,
)
TRAINING_RUN_COUNTS = KeptCount(
    "training_runs",
    tables.TRAINING_RUN_COUNTS,
    f"SELECT r.engine, j.state, 1 AS runs {TRAINING_RUNS}",
    TRAINING_SOURCES,
)

IMAGES_OF_MEMBERS = "SELECT 1 FROM images WHERE id IN ({image_id}) ORDER BY id FOR SHARE"
IMAGES_OF_LABELS = "SELECT 1 FROM images WHERE id IN ({image_id}) ORDER BY id FOR NO KEY UPDATE"
ALBUM_SOURCES = (
    Source("album_images", ("album_id", "image_id"), lock=IMAGES_OF_MEMBERS),
    Source(
        "images", ("id", "visibility", "created_by", "deleted_at"), affects="m.image_id IN ({id})", events=("update",)
    ),
    Source(
        "labels",
        ("id", "image_id", "kind", "text"),
        affects="m.image_id IN ({image_id})",
        together="image_id",
        lock=IMAGES_OF_LABELS,
    ),
)
"""An image that enters an album and a label that it gets at the same time do not see each other: one waits."""

ALBUM_IMAGES = KeptCount(
    "album_images",
    tables.ALBUM_IMAGE_COUNTS,
    f"""
    SELECT
      m.album_id,
      CASE
        WHEN copy.number = 1 THEN i.visibility
        WHEN i.visibility = 'private' THEN CAST(i.created_by AS VARCHAR(36))
      END AS audience,
      1 AS images,
      CASE WHEN EXISTS (SELECT 1 FROM {{labels}} AS l WHERE l.image_id = m.image_id AND l.kind = 'caption')
        THEN 1 ELSE 0 END AS captioned,
      CASE WHEN EXISTS (SELECT 1 FROM {{labels}} AS l WHERE l.image_id = m.image_id AND l.kind = 'tag')
        THEN 1 ELSE 0 END AS tagged
    FROM {{album_images}} AS m
    JOIN {{images}} AS i ON i.id = m.image_id
    CROSS JOIN {TWO} AS copy
    WHERE i.deleted_at IS NULL AND {{affected}}
    """,
    ALBUM_SOURCES,
)

ALBUM_LABELS = KeptCount(
    "album_labels",
    tables.ALBUM_LABEL_COUNTS,
    f"""
    SELECT DISTINCT
      m.album_id,
      m.image_id,
      CASE
        WHEN copy.number = 2 AND i.visibility = 'private' THEN CAST(i.created_by AS VARCHAR(36))
        WHEN copy.number = 2 THEN NULL
        WHEN i.visibility = 'private' THEN 'private'
        ELSE 'shared'
      END AS audience,
      l.kind,
      l.text,
      1 AS images
    FROM {{album_images}} AS m
    JOIN {{images}} AS i ON i.id = m.image_id
    JOIN {{labels}} AS l ON l.image_id = m.image_id
    CROSS JOIN {TWO} AS copy
    WHERE i.deleted_at IS NULL AND {{affected}}
    """,
    ALBUM_SOURCES,
)
"""An image that has the same label twice counts once."""

FILES = KeptCount(
    "files",
    tables.FILE_REFERENCES,
    f"""
    SELECT
      CASE copy.number WHEN 1 THEN i.digest ELSE i.thumbnail_digest END AS digest,
      CASE copy.number WHEN 1 THEN 'image' ELSE 'thumbnail' END AS role,
      CASE copy.number WHEN 1 THEN i.size_bytes ELSE 0 END AS size_bytes,
      1 AS images
    FROM {{images}} AS i
    CROSS JOIN {TWO} AS copy
    WHERE {{affected}}
    """,
    (Source("images", ("digest", "thumbnail_digest", "size_bytes")),),
)

STORED = KeptCount(
    "stored",
    tables.TOTALS,
    """
    SELECT 'files' AS name, f.role AS value, 1 AS number, f.size_bytes AS bytes
    FROM {file_references} AS f WHERE f.images > 0 AND {affected}
    """,
    (Source("file_references", ("role", "size_bytes", "images"), when="(OLD.images > 0) <> (NEW.images > 0)"),),
)
"""Each stored file once, whatever the number of images that refer to it."""


NO_VALUE = "''"


def _total(table: str, value: str, column: str | None = None) -> KeptCount:
    """The rows of a table by ``value``, if ``column`` is given only those in which it is null."""
    columns = f"'{table}' AS name, {value} AS value, 1 AS number, 0 AS bytes"
    where = "{affected}" if column is None else f"{{affected}} AND {column} IS NULL"
    source = Source(table, tuple(it for it in (value, column) if it and it != NO_VALUE))
    return KeptCount(table, tables.TOTALS, f"SELECT {columns} FROM {{{table}}} AS counted WHERE {where}", (source,))


COUNTS = (
    JOBS,
    QUEUE,
    SET_RUN_JOBS,
    SET_RUNS,
    TRAINING_RUN_STATES,
    TRAINING_RUN_COUNTS,
    ALBUM_IMAGES,
    ALBUM_LABELS,
    FILES,
    STORED,
    _total("images", "source", "deleted_at"),
    _total("albums", "visibility"),
    _total("set_templates", NO_VALUE, "archived_at"),
    _total("bug_reports", "status"),
    _total("adapters", "format"),
)
"""All counts; one that is made from another comes after it.

Users are not counted: with a trigger on ``users``, SQLite would look for rows of each new user in all tables that refer
to users.
"""

BEFORE_DELETION: dict[str, tuple[str, ...]] = {
    "images": ("DELETE FROM album_images WHERE image_id = OLD.id",),
    "users": (
        "UPDATE jobs SET created_by = NULL WHERE created_by = OLD.id",
        "UPDATE set_runs SET created_by = NULL WHERE created_by = OLD.id",
    ),
}
"""What foreign keys would do when a row is deleted, done before it and step by step, so that each step is counted.

PostgreSQL fires the triggers of all steps at the end, when the rows of the other steps have changed as well; SQLite
takes them when the row is gone.
"""
