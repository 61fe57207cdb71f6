"""``platemark models …``: what weights there are in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from platemark.access import SYSTEM
from platemark.adapters.lora_files import register_lora
from platemark.cli.base import Runtime, json_option, json_requested, pass_runtime, print_table
from platemark.engines.weights import ScanResult, scan
from platemark.settings import printable_name
from platemark.studio import Studio

COLUMNS = ("name", "kind", "family", "rank", "bytes", "adapter", "problem")
folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)


@click.group()
def models() -> None:
    """Checkpoints and LoRAs that lie on this machine."""


@models.command(name="scan")
@folder_argument
@click.option("--dry-run", is_flag=True, help="Only look: no LoRA is registered.")
@json_option
@pass_runtime
def scan_folder(runtime: Runtime, folder: Path, dry_run: bool) -> None:
    """Find the checkpoints and LoRAs in DIR, and register the LoRAs as adapters, each once.

    Only the headers of the files are read; nothing in them is run, and files that could run code are not opened. A
    LoRA's bytes are copied into the data folder. A checkpoint stays where it is: PLATEMARK_DIFFUSERS_MODEL names the
    one to draw with, PLATEMARK_DIFFUSERS_MODELS a folder of those that LoRAs can be trained for.
    """
    found = list(scan(folder))
    if dry_run:
        facts = [_facts(it) for it in found]
    else:
        with runtime.open_studio() as studio:
            facts = [_registered(studio, it) for it in found]
    print_table(facts, COLUMNS, [[it[column] for column in COLUMNS] for it in facts])
    if not json_requested():
        count = sum(it["registered"] for it in facts)
        click.echo(f"{len(facts)} found, {count} LoRAs registered." if facts else "No weights found.", err=True)


def _registered(studio: Studio, found: ScanResult) -> dict[str, Any]:
    if found.problem is not None or found.facts.kind != "lora":
        return _facts(found)
    adapter, made = register_lora(studio, found, by=SYSTEM)
    return _facts(found) | {"adapter": str(adapter.id), "registered": made}


def _facts(found: ScanResult) -> dict[str, Any]:
    return {
        "name": printable_name(found.path.with_name(found.name)),
        "path": str(found.path).encode("utf-8", "replace").decode(),
        "kind": found.facts.kind,
        "family": found.facts.family,
        "rank": found.facts.rank,
        "bytes": found.size_bytes,
        "adapter": None,
        "registered": False,
        "problem": found.problem,
    }
