"""Pinning adapters in a job: chosen by id, stored by digest, so that a job can be repeated after an adapter changed."""

from __future__ import annotations

from collections.abc import Sequence

from platemark.access import Actor, may_see
from platemark.adapters import queries
from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.adapters.views import AdapterView
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, Unprocessable


def pin_adapters(work: UnitOfWork, choices: Sequence[AdapterChoice], *, by: Actor) -> tuple[PinnedAdapter, ...]:
    """The chosen adapters, in their order.

    Unprocessable ``unknown_adapter`` names each that does not exist or that the caller may not see.
    """
    if not choices:
        return ()
    ids = [choice.adapter_id for choice in choices]
    adapters = {adapter.id: adapter for adapter in queries.list_by_ids(work, ids) if _is_visible(adapter, by)}
    findings = [
        Finding(f"/adapters/{n}", f"There is no adapter {adapter_id}.", "unknown_adapter")
        for n, adapter_id in enumerate(ids)
        if adapter_id not in adapters
    ]
    if findings:
        raise Unprocessable("unknown_adapter", "The studio does not have these adapters.", findings)
    return tuple(_pinned(adapters[choice.adapter_id], choice.weight) for choice in choices)


def find_by_names(work: UnitOfWork, names: Sequence[str], *, by: Actor) -> Sequence[PinnedAdapter]:
    """The adapters with these names, or with one of these as the name in lower case, the oldest first.

    Those that the caller may not see are left out. They have their default weights.
    """
    found = queries.list_by_names(work, names) if names else ()
    return [_pinned(adapter, None) for adapter in found if _is_visible(adapter, by)]


def require_present(work: UnitOfWork, pinned: Sequence[PinnedAdapter]) -> None:
    """Check that pinned adapters are still there; Unprocessable ``adapter_gone`` names each that was deleted."""
    if not pinned:
        return
    present = {adapter.id for adapter in queries.list_by_ids(work, [adapter.adapter_id for adapter in pinned])}
    findings = [
        Finding(f"/adapters/{n}", f"The adapter {adapter.name} was deleted.", "adapter_gone")
        for n, adapter in enumerate(pinned)
        if adapter.adapter_id not in present
    ]
    if findings:
        raise Unprocessable("adapter_gone", findings[0].message, findings)


def _is_visible(adapter: AdapterView, by: Actor) -> bool:
    return may_see(by, adapter.visibility, adapter.created_by)


def _pinned(adapter: AdapterView, weight: float | None) -> PinnedAdapter:
    return PinnedAdapter(
        adapter_id=adapter.id,
        name=adapter.name,
        format=adapter.format,
        digest=adapter.digest,
        weight=adapter.default_weight if weight is None else float(weight),
        training_run_id=adapter.training_run_id,
        dataset_digest=adapter.dataset_digest,
    )
