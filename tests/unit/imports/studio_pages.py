"""The tables of docs/operations/importing/: ``python -m tests.unit.imports.studio_pages`` writes them anew.

Each is what a plan finds in the tree of a studio that the tests make: the facts kept of each picture, and the remarks.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM
from platemark.imports.items import FoundItem
from platemark.imports.kinds.media.scan import Scanner
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import sources
from tests.unit.imports import studios

FOLDER = Path(__file__).parents[3] / "docs" / "operations" / "importing"
HEAD = "| in the tree | becomes | kept | remark |\n|---|---|---|---|\n"
NOT_SHOWN = ("words_used", "words_ignored", "adapters", "parameters", "engine", "engine_version")


def table(studio: str) -> str:
    """What a plan finds in the studio's tree, a line for each item that is no album."""
    spec = ImportSpec(
        import_id=UUID(int=7), kind="media", visibility="private", albums="known", by=SYSTEM, max_bytes=10**6,
        max_pixels=10**6,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        folder = studios.build(studio, Path(temporary).resolve() / studio)
        with sources.open_folder(folder) as source:
            found = {it.key: it for it in Scanner(source, spec).scan()}
    albums = {key: it.payload["name"] for key, it in found.items() if it.payload.get("type") == "album"}
    return HEAD + "".join(_line(it, albums) for key, it in sorted(found.items()) if key not in albums)


def page(studio: str) -> Path:
    """The page of a studio."""
    return FOLDER / f"{studio}.md"


def with_table(text: str, studio: str) -> str:
    """A page's text with the studio's table in place of the one that it has."""
    start = text.index(HEAD)
    rest = text[start + len(HEAD) :].split("\n")
    while rest and rest[0].startswith("|"):
        rest.pop(0)
    return text[:start] + table(studio) + "\n".join(rest)


def _line(item: FoundItem, albums: dict[str, str]) -> str:
    if item.skipped is not None:
        return f"| `{item.key}` | – | – | `{item.skipped.code}`: {item.skipped.message} |\n"
    remark = "–" if item.note is None or item.note.quiet else f"`{item.note.code}`: {item.note.message}"
    kept = "; ".join(_facts(item.payload)) or "–"
    return f"| `{item.key}` | {albums[item.payload['album']]}: {item.payload['title']} | {kept} | {remark} |\n"


def _facts(payload: Any) -> list[str]:
    """What is kept of a picture: its day, labels, and the provenance."""
    provenance = payload["provenance"] or {}
    facts = {"made": payload["at"][:10], "caption": payload["caption"], "tags": ", ".join(payload["tags"])}
    facts |= {"studio": provenance.get("engine")}
    facts |= {name: value for name, value in provenance.items() if name not in NOT_SHOWN}
    facts |= provenance.get("parameters", {})
    return [f"{name} {_cell(value)}" for name, value in facts.items() if value not in (None, "", [])]


def _cell(value: object) -> str:
    text = " ".join(str(value).split()).replace("|", "\\|")
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"


def main() -> None:
    """Write the tables of all pages."""
    for studio in studios.STUDIOS:
        path = page(studio)
        path.write_text(with_table(path.read_text("utf-8"), studio), "utf-8")


if __name__ == "__main__":
    main()
