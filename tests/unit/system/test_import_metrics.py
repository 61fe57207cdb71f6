"""Import statistics: undone imports do not count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from platemark.access import SYSTEM
from platemark.choices import IMPORT_KINDS, IMPORT_STATES
from platemark.db.tables import ImportRow
from platemark.ids import new_id
from platemark.studio import Studio
from platemark.system import service as system
from platemark.system.import_metrics import get_import_stats

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def import_row(kind: str, state: str, **facts: Any) -> ImportRow:
    fixed = {"source": "outputs", "folder": "/outputs", "visibility": "private", "phase": "apply", "token": 1}
    figures: dict[str, Any] = {"counts": {}, "reasons": [], "results": {}, "discrepancies": []}
    lease = NOON if state == "running" else None
    row = {**fixed, **figures, "lease_until": lease, "created_at": NOON, "updated_at": NOON, **facts}
    return ImportRow(id=new_id(), kind=kind, state=state, **row)


def save(studio: Studio, *rows: ImportRow) -> None:
    with studio.work(write=True) as work:
        work.session.add_all(rows)
        work.commit()


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_without_imports_all_kinds_and_states_are_zero(studio: Studio) -> None:
    with studio.work(write=False) as work:
        stats = get_import_stats(work)
    assert stats.imports == {(kind, state): 0 for kind in IMPORT_KINDS for state in IMPORT_STATES}
    assert stats.discrepancies == dict.fromkeys(IMPORT_KINDS, 0)
    assert (stats.items, stats.results, stats.seconds, stats.succeeded_at) == ({}, {}, {}, {})


def test_imports_that_were_not_undone_are_summed_with_the_latest_times(studio: Studio) -> None:
    counts, results = {"new": 3, "skipped": 1}, {"applied": 2, "failed": 1}
    discrepancies = [{"code": "missing", "count": 1}, {"code": "altered", "count": 2}]
    ended = {"started_at": NOON, "finished_at": after(30), "applied_at": after(30)}
    later = {"started_at": after(60), "finished_at": after(70), "applied_at": after(40), "phase": "verify"}
    save(
        studio,
        import_row("media", "applied", counts=counts, results=results, discrepancies=discrepancies, **later),
        import_row("media", "applied", counts=counts, results=results, **ended),
        import_row("media", "undone", counts=counts, discrepancies=discrepancies, **{**ended, "undone_at": after(99)}),
        import_row("sets", "failed", started_at=NOON, finished_at=after(5), phase="plan"),
        import_row("sets", "running", started_at=NOON),
    )
    with studio.work(write=False) as work:
        stats = get_import_stats(work)
        text = system.get_metrics(work, studio, by=SYSTEM)
    assert {key: count for key, count in stats.imports.items() if count} == {
        ("media", "applied"): 2, ("media", "undone"): 1, ("sets", "failed"): 1, ("sets", "running"): 1,
    }  # fmt: skip
    assert stats.items == {("media", "new"): 6, ("media", "skipped"): 2}
    assert stats.results == {("media", "applied"): 4, ("media", "failed"): 2}
    assert stats.discrepancies == {"media": 3, "sets": 0, "database": 0, "album": 0}
    assert stats.seconds == {("media", "apply"): 30.0, ("media", "verify"): 10.0, ("sets", "plan"): 5.0}
    assert stats.succeeded_at == {"media": after(40)}
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    (last_success,) = [
        sample.value for sample in samples if sample.name == "platemark_import_last_success_timestamp_seconds"
    ]
    assert last_success == after(40).timestamp()
