"""Pinning adapters in a job: chosen by id, stored by digest, so that a job can be repeated after an adapter changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.db.tables import AdapterRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, Unprocessable


def pin_adapters(work: UnitOfWork, choices: Sequence[AdapterChoice]) -> tuple[PinnedAdapter, ...]:
    """The chosen adapters, in their order; Unprocessable ``unknown_adapter`` names each that does not exist."""
    if not choices:
        return ()
    ids = [choice.adapter_id for choice in choices]
    rows = {row.id: row for row in work.session.scalars(select(AdapterRow).where(AdapterRow.id.in_(ids)))}
    findings = [
        Finding(f"/adapters/{n}", f"There is no adapter {adapter_id}.", "unknown_adapter")
        for n, adapter_id in enumerate(ids)
        if adapter_id not in rows
    ]
    if findings:
        raise Unprocessable("unknown_adapter", "The studio does not have these adapters.", findings)
    return tuple(_pinned(rows[choice.adapter_id], choice.weight) for choice in choices)


def _pinned(row: AdapterRow, weight: float | None) -> PinnedAdapter:
    return PinnedAdapter(
        adapter_id=row.id,
        name=row.name,
        format=row.format,
        digest=row.digest,
        weight=row.default_weight if weight is None else float(weight),
        training_run_id=row.training_run_id,
        dataset_digest=row.dataset_digest,
    )
