"""Records today's server as the released one: ``python -m tests.contract.released.record``, in `make release-contract`.

It walks through a studio of its own, on SQLite in a temporary folder, and writes spec/released/exchanges.json.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from codegen.compat.__main__ import SPEC
from platemark import logs
from platemark.db.engine import connect
from platemark.db.migrate import upgrade
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.contract.released.recording import record, text_of
from tests.contract.released.steps import calling
from tests.serving import Live, serve

FILE = SPEC / "released/exchanges.json"


@contextmanager
def empty_studio(folder: Path) -> Iterator[Live]:
    """A studio on SQLite in ``folder``, which is served."""
    url = f"sqlite:///{folder / 'platemark.db'}"
    upgrade(url)
    settings = Settings(data_dir=folder, database_url=url, import_roots=str(folder / "outputs"))
    database = connect(url)
    blobs = FolderBlobStore(settings.blobs_dir)
    with serve(Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover())) as live:
        yield live
    database.dispose()


def main(file: Path = FILE) -> None:
    """Record a walk to ``file``."""
    logs.configure(Settings(log_level="warning"))
    with tempfile.TemporaryDirectory() as folder, empty_studio(Path(folder)) as live, calling(live) as callers:
        steps = record(callers)
    file.write_text(text_of(steps), "utf-8")
    sys.stdout.write(f"{file.name}: {sum('operation' in step for step in steps)} exchanges\n")


if __name__ == "__main__":
    main()
