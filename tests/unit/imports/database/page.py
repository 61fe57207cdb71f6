"""The tables of docs/operations/importing/imagineer.md about its database.

``python -m tests.unit.imports.database.page`` writes anew what a plan says of the studio of the tests.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import scan
from platemark.imports.kinds.database.columns import COLUMNS, WHOLE
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import sources
from tests.unit.imports.database import imagineer

PAGE = Path(__file__).parents[4] / "docs" / "operations" / "importing" / "imagineer.md"
HEAD = "| row | becomes | kept | remark |\n|---|---|---|---|\n"
FACTS = (
    "at", "finished", "state", "status", "seed", "theme", "overrides", "counts", "set_id", "rows", "parameters",
    "steps", "progress", "train_loss", "visibility", "nsfw", "prompt", "labels", "base", "metrics", "pictures",
)  # fmt: skip
LINE = re.compile(r"\| `(\w+)` \| ([^|]*) \| ([^|]*) \|")
NOT_TAKEN = "not taken"


def table() -> str:
    """What a plan finds in the database of the tests, a line for each item."""
    spec = ImportSpec(
        import_id=UUID(int=7), kind="database", visibility="private", albums="known", by=SYSTEM, max_bytes=10**6,
        max_pixels=10**6,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        folder = imagineer.build(Path(temporary).resolve() / "imagineer")
        with sources.open_folder(folder) as source:
            return HEAD + "".join(map(_line, scan.scan(source, spec)))


def with_table(text: str) -> str:
    """The page's text with the table in place of the one that it has."""
    start = text.index(HEAD)
    rest = text[start + len(HEAD) :].split("\n")
    while rest and rest[0].startswith("|"):
        rest.pop(0)
    return text[:start] + table() + "\n".join(rest)


def columns_of_page(text: str) -> dict[str, dict[str, str]]:
    """What the page says becomes of each column, by table."""
    said: dict[str, dict[str, str]] = {}
    for name, columns, becomes in LINE.findall(text):
        said.setdefault(name, {}).update(dict.fromkeys(re.findall(r"`(\w+)`", columns), becomes))
    return said


def columns_of_schema() -> dict[str, set[str]]:
    """The columns of the tables that are read at all."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(imagineer.SCHEMA)
        return {it: {row[1] for row in connection.execute(f"PRAGMA table_info({it})")} for it in COLUMNS}


def unread(name: str) -> set[str]:
    """The columns of a table that no import reads."""
    known = {spelling for names in COLUMNS[name].values() for spelling in names}
    return set() if name in WHOLE else columns_of_schema()[name] - known


def _line(item: FoundItem) -> str:
    if item.skipped is not None:
        return f"| `{item.key}` | – | – | `{item.skipped.code}`: {_cell(item.skipped.message)} |\n"
    remark = "–" if item.note is None else f"`{item.note.code}`: {_cell(item.note.message)}"
    payload = item.payload
    name = payload.get("name") or payload.get("title") or payload.get("new", {}).get("name") or ""
    becomes = f"{payload['type'].replace('_', ' ')} {name}".strip()
    return f"| `{item.key}` | {becomes} | {'; '.join(_facts(payload)) or '–'} | {remark} |\n"


def _facts(payload: Mapping[str, Any]) -> list[str]:
    facts = {name: payload[name] for name in FACTS if payload.get(name) not in (None, "", [], {}, False)}
    facts |= {name: facts[name][:10] for name in ("at", "finished") if name in facts}
    facts |= {"rows": len(facts["rows"])} if "rows" in facts else {}
    facts |= {"labels": ", ".join(it["text"] for it in facts["labels"])} if "labels" in facts else {}
    rows = (f"{key}: row {position + 1}" for key, (position, _) in facts.get("pictures", {}).items())
    facts |= {"pictures": ", ".join(rows)} if "pictures" in facts else {}
    return [f"{name} `{_cell(it)}`" for name, it in facts.items()]


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
