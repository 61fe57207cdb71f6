"""What is counted: for each table of counts, the statement that counts anew, and the tables that it reads.

The triggers are built from the same statement. They execute it twice for each change, reading the changed rows once as
they were and once as they are, and add the difference.

A count that depends on who asks is kept for each audience: ``public`` counts what visitors see, ``shared`` what else
all users see, ``private`` the rest, and the id of a user what of that is theirs. Visitors add up ``public``, users also
``shared`` and their own, admins the first three.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table

from platemark.db.kept_counts import tables


@dataclass(frozen=True, slots=True)
class Source:
    """A table that a count is made from, and the ``columns`` that matter: a change of others is no change.

    Without ``affects`` its rows are counted themselves. Otherwise a change of a row changes how others count: those
    that meet the condition ``affects``, in which ``{id}`` stands for the ids (or other columns) of the changed rows.

    ``together`` names the column by which rows count together (whether any of an image's labels is a caption): what the
    others are decides what a change of one means. Where rows count one by one, it is None.

    ``lock`` selects what a change locks on PostgreSQL before it counts, so that no concurrent transaction changes what
    the count reads in other rows.
    """

    table: str
    columns: tuple[str, ...]
    affects: str | None = None
    together: str | None = None
    lock: str | None = None


@dataclass(frozen=True, slots=True)
class KeptCount:
    """A table of counts.

    ``select`` gives its columns, the keys first; rows whose first key is null do not count. ``{jobs}`` stands for the
    rows of ``jobs``, and ``{affected}`` for the condition that restricts the statement to what a change affects.
    """

    table: Table
    select: str
    sources: tuple[Source, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that say what is counted."""
        return tuple(column.name for column in self.table.columns if column.primary_key and column.name != "slot")

    @property
    def measures(self) -> tuple[str, ...]:
        """The columns with numbers."""
        return tuple(column.name for column in self.table.columns if not column.primary_key)

    @property
    def has_slots(self) -> bool:
        """Whether each connection adds to rows of its own."""
        return "slot" in self.table.columns


NUMBERS = "(SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3)"
RUN_OF_JOB = "SELECT 1 FROM set_runs WHERE id IN ({set_run_id}) ORDER BY id FOR KEY SHARE"
RUN_ITSELF = "SELECT 1 FROM set_runs WHERE id IN ({id}) ORDER BY id FOR UPDATE"
RUNS_OF_ALBUM = "SELECT 1 FROM set_runs WHERE album_id IN ({id}) ORDER BY id FOR UPDATE"

JOBS = KeptCount(
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
    CROSS JOIN {NUMBERS} AS copy
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
    tables.QUEUE_COUNTS,
    """
    SELECT size.shift, j.priority, j.place >> size.shift AS bucket, 1 AS jobs
    FROM {jobs} AS j CROSS JOIN (SELECT 8 AS shift UNION ALL SELECT 16) AS size
    WHERE j.state = 'queued' AND {affected}
    """,
    (Source("jobs", ("state", "priority", "place")),),
)
"""The queued jobs of each priority in buckets of 256 and of 65 536 places, so that a position adds up few rows."""

COUNTS = (JOBS, QUEUE)

BEFORE_DELETION: dict[str, tuple[str, ...]] = {
    "users": (
        "UPDATE jobs SET created_by = NULL WHERE created_by = OLD.id",
        "UPDATE set_runs SET created_by = NULL WHERE created_by = OLD.id",
    ),
}
"""What foreign keys would do when a row is deleted, done before it and step by step, so that each step is counted.

PostgreSQL fires the triggers of all steps at the end, when the rows of the other steps have changed as well; SQLite
takes them when the row is gone.
"""
