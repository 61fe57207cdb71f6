"""The triggers that keep the counts on SQLite: one for each count, table and event, executed for each changed row."""

from __future__ import annotations

from platemark.db.kept_counts.changes import EVENTS, Change
from platemark.db.kept_counts.counts import COUNTS, KeptCount

SLOT = "0"
PREFIX = "kept_"


def build() -> dict[str, str]:
    """The statement that creates each trigger, by name."""
    changes = [
        (count, Change(source, event, by_row=True)) for count in COUNTS for source in count.sources for event in EVENTS
    ]
    return {_name(count, change): _trigger(count, change) for count, change in changes}


def _name(count: KeptCount, change: Change) -> str:
    return f"{PREFIX}{count.table.name}_{change.source.table}_{change.event}"


def _trigger(count: KeptCount, change: Change) -> str:
    event, when = change.event.upper(), ""
    if change.event == "update":
        event = f"UPDATE OF {', '.join(change.source.columns)}"
        when = f"WHEN {change.differs()}".replace("IS DISTINCT FROM", "IS NOT")
    return (
        f"CREATE TRIGGER {_name(count, change)} AFTER {event} ON {change.source.table} FOR EACH ROW {when}\n"
        f"BEGIN\n{change.statement(count, SLOT)};\nEND"
    )
