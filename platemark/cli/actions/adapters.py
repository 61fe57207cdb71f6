"""What ``platemark adapters …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import AdapterChanges, AdapterFilter, AdapterView
from platemark.cli.output import all_pages, print_result, print_table
from platemark.cli.runtime import Runtime

COLUMNS = ("name", "format", "base", "weight", "visibility", "preview", "id")


def list_adapters(runtime: Runtime, format_: str | None, visibility: str | None) -> None:
    """List the adapters of all users, newest first."""
    filters = AdapterFilter(format=format_ or None, visibility=() if visibility is None else (visibility,))
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(all_pages(partial(adapters.list_adapters, work, filters, by=SYSTEM)))
    print_table(list(map(_to_json, found)), COLUMNS, map(_row, found))


def update(
    runtime: Runtime,
    adapter: str,
    name: str | None,
    description: str | None,
    weight: float | None,
    trigger_words: Sequence[str],
    visibility: str | None,
) -> None:
    """Change what is given of ADAPTER."""
    changes = AdapterChanges(
        name=name or None,
        description=description,
        default_weight=weight,
        trigger_words=list(trigger_words) or None,
        visibility=visibility,
    )
    if not changes.specified():
        raise click.UsageError("Say what to change.")
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        found = adapters.get_adapter_by_id_or_name(work, adapter, by=SYSTEM)
        changed = adapters.update_adapter(work, found.id, changes, by=SYSTEM)
        work.commit()
    print_result(_to_json(changed), f"Adapter {changed.id} changed.")


def _row(adapter: AdapterView) -> Sequence[object]:
    preview = None if adapter.preview_digest is None else "yes"
    weight = f"{adapter.default_weight:g}"
    return (adapter.name, adapter.format, adapter.base, weight, adapter.visibility, preview, adapter.id)


def _to_json(adapter: AdapterView) -> dict[str, Any]:
    """The adapter as in the API, with a digest of its preview instead of an address."""
    return adapter._asdict()
