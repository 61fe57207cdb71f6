"""Where Imagineer's database is in a folder."""

from __future__ import annotations

from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused

NAMES = ("imagineer.db", "instance/imagineer.db")
FOLDERS = ("", "instance/")
SUFFIXES = (".db", ".sqlite", ".sqlite3")


def find(source: Source) -> str:
    """The path of the database in ``source``; ItemRefused if there is none, or if there are several."""
    found = []
    for folder in FOLDERS:
        try:
            entries = source.list_entries(folder)
        except OSError:
            continue
        files = [f"{folder}{entry.name}" for entry in entries if entry.kind == "file"]
        found += [path for path in files if path.lower().endswith(SUFFIXES)]
    named = [path for path in found if path in NAMES]
    if len(named or found) != 1:
        code, what = ("database_ambiguous", "several databases") if found else ("database_missing", "no database")
        message = (
            f"There is {what} in the folder. It is called imagineer.db, there or in instance/, or is the only one."
        )
        raise ItemRefused(code, message)
    return (named or found)[0]
