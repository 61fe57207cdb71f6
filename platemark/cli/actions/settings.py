"""What ``platemark settings …`` does."""

from __future__ import annotations

from typing import Any

import click

from platemark.access import SYSTEM
from platemark.cli.actions.adapter_options import parse_adapter
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.system import service as system


def show(runtime: Runtime) -> None:
    """Show the defaults."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        _print(system.get_settings(work, by=SYSTEM))


def update(
    runtime: Runtime, engine: str | None, model: str | None, adapters_: tuple[str, ...], clear: tuple[str, ...]
) -> None:
    """Set the defaults that are given."""
    given: dict[str, Any] = {name: value for name, value in (("engine", engine), ("model", model)) if value}
    if adapters_:
        given["adapters"] = adapters_
    both = sorted(given.keys() & {*clear})
    if both:
        raise click.UsageError(f"Give --clear {both[0]} or its option, not both.")
    if not given and not clear:
        raise click.UsageError("Nothing to change: give --engine, --model, --adapter or --clear.")
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        if adapters_:
            given["adapters"] = [parse_adapter(work, option, by=SYSTEM) for option in adapters_]
        changes = system.SettingsChanges(**given, **dict.fromkeys(clear))
        updated = system.update_settings(work, studio, changes, by=SYSTEM)
        work.commit()
    _print(updated)


def _print(settings: system.StudioSettings) -> None:
    adapters = None if settings.adapters is None else [adapter.payload() for adapter in settings.adapters]
    value = {
        "engine": settings.engine,
        "model": settings.model,
        "adapters": adapters,
        "updated_at": settings.updated_at,
    }
    names = ", ".join(f"{adapter.name}:{adapter.weight:g}" for adapter in settings.adapters or ())
    print_result(
        value,
        f"Engine: {settings.engine or 'press (none set)'}",
        f"Model: {settings.model or 'that of the engine (none set)'}",
        f"Adapters: {names or 'none'}",
    )
