"""An operator who asks for imports and has them done at once, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM, Actor
from platemark.db.engine import Database
from platemark.db.tables import Base
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.imports import service as imports
from platemark.imports.execution.dry_run import rehearse_undo
from platemark.imports.execution.runner import Importer
from platemark.imports.views import ImportView, ItemFilter, ItemView, NewImport, UndoSurvey
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

OF_IMPORTS = ("imports", "import_items", "events")
Dump = dict[str, list[tuple[Any, ...]]]


def nobody() -> None:
    """Nobody is to be woken: the desk does it itself."""


class Desk:
    """Each verb asks, has it done, and gives the import as it is then."""

    def __init__(self, database: Database, folder: Path, *, kind: str, by: Actor = SYSTEM) -> None:
        self.database = database
        self.blobs = FolderBlobStore(folder / "blobs")
        self.kind = kind
        self.by = by
        settings = Settings(data_dir=folder)
        self._importer = Importer(settings, database, self.blobs, anywhere=True)
        self.studio = Studio(settings=settings, database=database, blobs=self.blobs, engines=Engines.of([]))

    def plan(self, folder: Path, *, visibility: str = "private") -> ImportView:
        new = NewImport(kind=self.kind, source=folder.name, visibility=visibility)
        return self._done(lambda work: imports.add(work, folder, folder.name, new, by=self.by, wake=nobody))

    def apply(self, planned: ImportView) -> ImportView:
        digest = planned.digest or ""
        return self._done(lambda work: imports.apply(work, None, planned.id, digest, by=self.by, wake=nobody))

    def verify(self, applied: ImportView) -> ImportView:
        return self._done(lambda work: imports.verify(work, applied.id, by=self.by, wake=nobody))

    def undo(self, applied: ImportView) -> ImportView:
        """Undo, as a look beforehand said that it would end; the look changed nothing."""
        before = self._everything()
        foreseen = self.foresee_undo(applied)
        assert self._everything() == before
        undone = self._done(lambda work: imports.undo(work, applied.id, by=self.by, wake=nobody))
        told = {it.position: (it.state, it.discrepancy, it.discrepancy_message) for it in self._told(foreseen)}
        became = {it.position: (it.state, it.discrepancy, it.discrepancy_message) for it in self.items(undone)}
        assert told == {position: became[position] for position in told}
        counts = (undone.results["undone"], undone.results["kept"])
        assert (foreseen.undone_count, foreseen.kept_count) == counts
        assert [it for it in foreseen.reasons if it not in undone.discrepancies] == []
        return undone

    def foresee_undo(self, applied: ImportView) -> UndoSurvey:
        return rehearse_undo(self.studio, applied.id, by=self.by)

    def take_over(self, folder: Path, **options: Any) -> ImportView:
        """Plan and apply."""
        return self.apply(self.plan(folder, **options))

    def items(self, of: ImportView) -> list[ItemView]:
        with self.reading() as work:
            return list(imports.all_items(work, of.id, ItemFilter(), by=self.by))

    def reading(self) -> UnitOfWork:
        return UnitOfWork(self.database, write=False)

    def dump(self) -> Dump:
        """Every row of the studio, but for those that tell of imports."""
        with self.reading() as work:
            return {
                table.name: sorted((tuple(row) for row in work.session.execute(sa.select(table))), key=repr)
                for table in Base.metadata.sorted_tables
                if table.name not in OF_IMPORTS
            }

    def _everything(self) -> tuple[Any, ...]:
        """Every row, the imports' too, and every blob with its times."""
        with self.reading() as work:
            rows = [repr(sorted(work.session.execute(sa.select(it)), key=repr)) for it in Base.metadata.sorted_tables]
        files = sorted(self.blobs.root.rglob("*"))
        return rows, [(str(it), it.stat().st_mtime_ns, it.stat().st_size) for it in files]

    @staticmethod
    def _told(of: UndoSurvey) -> list[ItemView]:
        return [*of.undone, *of.kept]

    def _done(self, ask: Callable[[UnitOfWork], ImportView]) -> ImportView:
        with UnitOfWork(self.database, write=True) as work:
            asked = ask(work)
            work.commit()
        done: UUID | None = self._importer.run_next(only=asked.id)
        assert done == asked.id
        with self.reading() as work:
            return imports.get(work, asked.id, by=self.by)
