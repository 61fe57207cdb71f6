"""The triggers that keep the counts on SQLite: one for each count, table and event, executed for each changed row."""

from __future__ import annotations

from platemark.db.kept_counts import common_labels
from platemark.db.kept_counts.changes import Change
from platemark.db.kept_counts.counts import BEFORE_DELETION, COUNTS
from platemark.db.kept_counts.kept_count import KeptCount

PREFIX = "kept_"


def build() -> dict[str, str]:
    """The statement that creates each trigger, by name."""
    triggers = {
        _name(count, change): _trigger(count, change)
        for count in COUNTS
        for source in count.sources
        for change in (Change(source, event, by_row=True) for event in source.events)
    }
    triggers |= {f"{PREFIX}common_labels_{event}": _common_labels(event) for event in common_labels.EVENTS}
    return triggers | {f"{PREFIX}{table}_before_delete": _before_deletion(table) for table in BEFORE_DELETION}


def _name(count: KeptCount, change: Change) -> str:
    return f"{PREFIX}{count.name}_{change.source.table}_{change.event}"


def _trigger(count: KeptCount, change: Change) -> str:
    event, condition = change.event.upper(), change.matters()
    if change.event == "update":
        event = f"UPDATE OF {', '.join(change.source.columns)}"
        condition = change.differs().replace("IS DISTINCT FROM", "IS NOT")
    when = "" if condition is None else f"WHEN {condition}"
    return (
        f"CREATE TRIGGER {_name(count, change)} AFTER {event} ON {change.source.table} FOR EACH ROW {when}\n"
        f"BEGIN\n{change.statement(count, 'sqlite')};\nEND"
    )


def _common_labels(event: str) -> str:
    when = f"AFTER {common_labels.EVENTS[event]} ON {common_labels.TABLE} FOR EACH ROW WHEN {common_labels.WHEN}"
    return f"CREATE TRIGGER {PREFIX}common_labels_{event} {when}\nBEGIN\n{common_labels.refresh('sqlite')};\nEND"


def _before_deletion(table: str) -> str:
    steps = ";\n".join(BEFORE_DELETION[table])
    return f"CREATE TRIGGER {PREFIX}{table}_before_delete BEFORE DELETE ON {table} FOR EACH ROW\nBEGIN\n{steps};\nEND"
