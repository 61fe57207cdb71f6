"""What ``platemark adapters set-preview`` and ``remove-preview`` do."""

from __future__ import annotations

from pathlib import Path

from platemark.access import SYSTEM
from platemark.adapters import previews
from platemark.adapters import service as adapters
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime


def replace(runtime: Runtime, adapter: str, file: Path) -> None:
    """Give ADAPTER the picture FILE as its preview."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            found = adapters.get_adapter_by_id_or_name(work, adapter, by=SYSTEM)
        with file.open("rb") as stream, studio.work(write=True) as work:
            changed = previews.replace_adapter_preview(work, studio, found.id, stream, by=SYSTEM)
            work.commit()
    print_result(changed._asdict(), f"Adapter {changed.id} has a preview.")


def remove(runtime: Runtime, adapter: str) -> None:
    """Leave ADAPTER without a preview."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        found = adapters.get_adapter_by_id_or_name(work, adapter, by=SYSTEM)
        previews.delete_adapter_preview(work, found.id, by=SYSTEM)
        work.commit()
    print_result({"id": found.id}, f"Adapter {found.id} has no preview any more.")
