"""`python -m tests.strangers FOLDER` (`make strangers DOCUMENTS=FOLDER`) takes documents of others all the way.

Each OpenAPI 3.1 document of the folder is bundled, linted and generated; its Python is type-checked, its TypeScript
compiled; then a server answers a good and a bad request to each of its operations. Edits that a document needs stand
beside it: `museum.edits.json`, a JSON object of pointers and new values (null takes something away). The exit status
is 1 if a document is not served.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from codegen.load import dump, load
from tests.strangers.journey import Journey, travel

SUFFIXES = {".yaml", ".yml", ".json"}
EDITS = ".edits.json"


def main(arguments: list[str] | None = None) -> int:
    """Take each document as far as it goes, print a line for each and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.strangers", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    paths = [path for path in sorted(options.folder.iterdir()) if path.suffix in SUFFIXES and EDITS not in path.name]
    journeys = {path.name: _travel(path) for path in paths}
    for name, journey in journeys.items():
        sys.stdout.write(f"{name}: {journey}\n")
    return int(not all(journey.is_served for journey in journeys.values()))


def _travel(path: Path) -> Journey:
    with tempfile.TemporaryDirectory() as folder:
        document = load(path)
        edits = path.with_suffix(EDITS)
        for pointer, value in (load(edits) if edits.exists() else {}).items():
            edit(document, pointer, value)
        source = Path(folder, path.name)
        source.write_bytes(dump(document) if path.suffix == ".json" or edits.exists() else path.read_bytes())
        return travel(source, Path(folder, "code"))


def edit(document: Any, pointer: str, value: Any) -> None:
    """Set what a pointer names; take it away if the value is null."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    node = document
    for step in steps[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.setdefault(step, {})
    last: Any = int(steps[-1]) if isinstance(node, list) else steps[-1]
    if value is None:
        del node[last]
    else:
        node[last] = value


if __name__ == "__main__":
    sys.exit(main())
