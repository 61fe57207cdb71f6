"""Keeps ``images_with_shared`` of an album's labels: what those see who see an audience and what is shared.

It is derived from the rows in slot 0, of which each database has one writer at a time: SQLite's only one, and
PostgreSQL's folding. So it needs no slots of its own.
"""

from __future__ import annotations

from platemark.db.kept_counts.changes import Dialect
from platemark.db.kept_counts.tables import ALBUM_LABEL_COUNTS

TABLE = ALBUM_LABEL_COUNTS.name
WHEN = "NEW.slot = 0"
EVENTS = {"insert": "INSERT", "update": "UPDATE OF images"}
SAME_TEXT = {
    "sqlite": "{row}.text = NEW.text",
    "postgresql": "md5({row}.text) = md5(NEW.text) AND {row}.text = NEW.text",
}


def refresh(dialect: Dialect) -> str:
    """Derives the sums of a label after its row ``NEW`` has changed; one of ``shared`` is in the sums of all others."""
    shared = (
        f"coalesce((SELECT shared.images FROM {TABLE} AS shared "
        f"WHERE {_of_label('shared', dialect)} AND shared.audience = 'shared'), 0)"
    )
    total = f"CASE WHEN images > 0 AND {shared} > 0 THEN images + {shared} ELSE 0 END"
    return (
        f"UPDATE {TABLE} SET images_with_shared = {total}\n"
        f"WHERE {_of_label(TABLE, dialect)} AND audience <> 'shared' AND NEW.audience IN ('shared', audience)\n"
        f"AND images_with_shared <> {total}"
    )


def _of_label(row: str, dialect: Dialect) -> str:
    same_text = SAME_TEXT[dialect].format(row=row)
    return f"{row}.album_id = NEW.album_id AND {row}.kind = NEW.kind AND {same_text} AND {row}.slot = 0"
