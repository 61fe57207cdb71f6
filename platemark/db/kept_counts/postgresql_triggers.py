"""The triggers that keep the counts on PostgreSQL: one for each table and event, with a function that counts for all.

Insertions and deletions are counted once for a statement, whatever the number of rows; updates, most of which change
nothing that is counted, row by row, unless rows count together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from platemark.db.kept_counts import common_labels
from platemark.db.kept_counts.changes import Change
from platemark.db.kept_counts.counts import BEFORE_DELETION, COUNTS
from platemark.db.kept_counts.kept_count import Event, KeptCount

PREFIX = "kept_"
PLANS = "SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off"
"""A plan is made once, when the tables may be empty: without this, it would read them all for each later change."""

TRANSITIONS = {
    "insert": "REFERENCING NEW TABLE AS new_rows",
    "delete": "REFERENCING OLD TABLE AS old_rows",
    "update": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger and its function, which have the same name; ``body`` changes whenever either of them does."""

    name: str
    table: str
    body: str
    declaration: str

    def create(self) -> Iterator[str]:
        """The statements that create them."""
        yield f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql {PLANS} AS $body${self.body}$body$"
        yield self.declaration


def build() -> list[Trigger]:
    """All triggers."""
    sources = [source for count in COUNTS for source in count.sources]
    changes = dict.fromkeys((source.table, event) for source in sources for event in source.events)
    counting = [_trigger(table, event) for table, event in changes]
    deriving = [_common_labels(event) for event in common_labels.EVENTS]
    return counting + deriving + [_before_deletion(table) for table in BEFORE_DELETION]


def _common_labels(event: str) -> Trigger:
    when = f"AFTER {common_labels.EVENTS[event]} ON {common_labels.TABLE} FOR EACH ROW WHEN ({common_labels.WHEN})"
    body = f"{common_labels.refresh('postgresql')};\nRETURN NULL;\n"
    return _with_digest(f"{PREFIX}common_labels_{event}", common_labels.TABLE, body, when)


def _before_deletion(table: str) -> Trigger:
    name = f"{PREFIX}{table}_before_delete"
    steps = ";\n".join(BEFORE_DELETION[table])
    when = f"BEFORE DELETE ON {table} FOR EACH ROW"
    return _with_digest(name, table, f"{steps};\nRETURN OLD;\n", when)


def _trigger(table: str, event: Event) -> Trigger:
    counts = [
        (count, source)
        for count in COUNTS
        for source in count.sources
        if source.table == table and event in source.events
    ]
    by_row = event == "update" and not any(source.together for _, source in counts)
    changes = [(count, Change(source, event, by_row)) for count, source in counts]
    each = f"{TRANSITIONS[event]} FOR EACH STATEMENT"
    if by_row:
        each = f"FOR EACH ROW WHEN ({' OR '.join(dict.fromkeys(change.differs() for _, change in changes))})"
    body = _locks(changes) + "".join(_step(count, change) for count, change in changes) + "RETURN NULL;\n"
    return _with_digest(f"{PREFIX}{table}_{event}", table, body, f"AFTER {event.upper()} ON {table} {each}")


def _with_digest(name: str, table: str, body: str, when: str) -> Trigger:
    declaration = f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()"
    digest = hashlib.sha256((PLANS + declaration).encode()).hexdigest()
    return Trigger(name, table, f"\n-- {digest}\nBEGIN\n{body}END\n", declaration)


def _locks(changes: list[tuple[KeptCount, Change]]) -> str:
    """Lock before anything is counted, each thing once."""
    locks = dict.fromkeys(change.fill_in(change.source.lock) for _, change in changes if change.source.lock)
    return "".join(f"PERFORM * FROM ({lock}) AS locked;\n" for lock in locks)


def _step(count: KeptCount, change: Change) -> str:
    statement = f"{change.statement(count, 'postgresql')};\n"
    condition = change.differs() if change.by_row else change.matters()
    return statement if condition is None else f"IF {condition} THEN\n{statement}END IF;\n"
