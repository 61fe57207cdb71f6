"""What ``platemark models …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from platemark.access import SYSTEM
from platemark.adapters.lora_files import register_lora
from platemark.cli.output import json_requested, print_table
from platemark.cli.runtime import Runtime
from platemark.engines.weights import KnownDigests, ScanResult, scan
from platemark.settings import printable_name
from platemark.studio import Studio
from platemark.system import service as system

MODEL_COLUMNS = ("engine", "name", "base", "digest")
COLUMNS = ("name", "kind", "family", "rank", "bytes", "adapter", "weight", "trigger_words", "problem")


def list_models(runtime: Runtime, engine: str | None) -> None:
    """List the models that the studio's engines can generate with."""
    with runtime.open_studio() as studio:
        models = system.all_models(studio, system.ModelFilter(engine=engine or None), by=SYSTEM)
    rows = [
        {
            "engine": it.engine,
            "name": it.model.name,
            "base": it.model.base,
            "digest": it.model.digest,
            "size_bytes": it.model.size_bytes,
            "is_default": it.is_default,
        }
        for it in models
    ]
    print_table(rows, MODEL_COLUMNS, [[row[column] for column in MODEL_COLUMNS] for row in rows])


def scan_folder(runtime: Runtime, folder: Path, dry_run: bool) -> None:
    """Find checkpoints and LoRAs in DIR; register the LoRAs."""
    results = list(scan(folder))
    if dry_run:
        rows = [_result_json(result) for result in results]
    else:
        with runtime.open_studio() as studio:
            rows = [_register(studio, result) | _read_digest(studio, result) for result in results]
    print_table(rows, COLUMNS, [[_cell(row[column]) for column in COLUMNS] for row in rows])
    if not json_requested():
        registered = sum(row["registered"] for row in rows)
        click.echo(f"{len(rows)} found, {registered} LoRAs registered." if rows else "No weights found.", err=True)


def _cell(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, list) else value


def _register(studio: Studio, result: ScanResult) -> dict[str, Any]:
    if result.problem is not None or result.facts.kind != "lora":
        return _result_json(result)
    adapter, created = register_lora(studio, result, by=SYSTEM)
    row = _result_json(result) | {"adapter": str(adapter.id), "registered": created}
    if result.description.preview is not None and adapter.preview_digest is None:
        row["problem"] = _unread((*result.description.unread, result.description.preview.name))
    return row


def _read_digest(studio: Studio, result: ScanResult) -> dict[str, Any]:
    """The digest of a checkpoint, which the studio knows from now on."""
    if result.problem is not None or result.facts.kind != "checkpoint":
        return {}
    try:
        return {"digest": KnownDigests(studio.settings.model_digests_file).find(result.path)}
    except OSError as error:
        return {"problem": f"It cannot be read: {error.strerror}."}


def _result_json(result: ScanResult) -> dict[str, Any]:
    described = result.description
    return {
        "name": printable_name(result.path.with_name(result.name)),
        "path": str(result.path).encode("utf-8", "replace").decode(),
        "kind": result.facts.kind,
        "family": result.facts.family,
        "rank": result.facts.rank,
        "bytes": result.size_bytes,
        "digest": None,
        "adapter": None,
        "registered": False,
        "weight": described.default_weight,
        "trigger_words": list(described.trigger_words),
        "preview": None if described.preview is None else printable_name(described.preview),
        "described_by": list(map(_printable, described.sources)),
        "problem": result.problem or _unread(described.unread),
    }


def _printable(name: str) -> str:
    return printable_name(Path(name))


def _unread(unread: Sequence[str]) -> str | None:
    """Which files beside a LoRA could not be read; it is registered without them."""
    names = ", ".join(map(_printable, unread))
    return f"Not read: {names}." if names else None
