"""Drives imports as an operator does: requests a phase and runs it at once, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM, Actor
from platemark.db.engine import Database
from platemark.db.tables import Base, ImageRow, ImageTraitRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.imports import service as imports
from platemark.imports.execution.runner import Importer
from platemark.imports.views import ImportView, ItemFilter, ItemView, NewFolderImport, UndoDryRun
from platemark.search.traits import TRAIT_COLUMNS
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.traits import traits_of

IMPORT_TABLES = ("imports", "import_items", "events")
Dump = dict[str, list[tuple[Any, ...]]]


def studio_of(database: Database, folder: Path) -> Studio:
    """A studio on this database and data folder, without engines."""
    blobs = FolderBlobStore(folder / "blobs")
    return Studio(settings=Settings(data_dir=folder), database=database, blobs=blobs, engines=Engines.of([]))


def request_apply(work: UnitOfWork, studio: Studio, planned: ImportView, *, by: Actor = SYSTEM) -> ImportView:
    return imports.apply_import(work, studio, planned.id, planned.digest or "", by=by, any_folder=True)


class ImportDriver:
    """Each verb requests a phase, runs it, and returns the import afterwards."""

    def __init__(self, database: Database, folder: Path, *, kind: str, by: Actor = SYSTEM) -> None:
        self.database = database
        self.blobs = FolderBlobStore(folder / "blobs")
        self.kind = kind
        self.by = by
        self.studio = studio_of(database, folder)
        self._importer = Importer(self.studio.settings, database, self.blobs, any_folder=True)

    def plan(self, folder: Path, *, visibility: str = "private", albums: str = "known") -> ImportView:
        new = NewFolderImport(kind=self.kind, folder=folder, visibility=visibility, albums=albums)
        return self._run_phase(lambda work: imports.create_folder_import(work, self.studio, new, by=self.by))

    def apply(self, planned: ImportView) -> ImportView:
        return self._run_phase(lambda work: request_apply(work, self.studio, planned, by=self.by))

    def verify(self, applied: ImportView) -> ImportView:
        return self._run_phase(lambda work: imports.verify_import(work, self.studio, applied.id, by=self.by))

    def undo(self, applied: ImportView) -> ImportView:
        """Undo, and check that a dry run before it predicts the result and changes nothing."""
        before = self._rows_and_blobs()
        dry_run = self.dry_run_undo(applied)
        assert self._rows_and_blobs() == before
        undone = self._run_phase(lambda work: imports.undo_import(work, self.studio, applied.id, by=self.by))
        predicted = {item.position: _result(item) for item in (*dry_run.undone, *dry_run.kept)}
        actual = {item.position: _result(item) for item in self.items(undone)}
        assert predicted == {position: actual[position] for position in predicted}
        counts = (undone.results["undone"], undone.results["kept"])
        assert (dry_run.undone_count, dry_run.kept_count) == counts
        assert [reason for reason in dry_run.reasons if reason not in undone.discrepancies] == []
        return undone

    def dry_run_undo(self, applied: ImportView) -> UndoDryRun:
        return imports.dry_run_undo(self.studio, applied.id, by=self.by)

    def plan_and_apply(self, folder: Path, **options: Any) -> ImportView:
        return self.apply(self.plan(folder, **options))

    def items(self, view: ImportView) -> list[ItemView]:
        with self.read_work() as work:
            return list(imports.iter_items(work, view.id, ItemFilter(), by=self.by))

    def read_work(self) -> UnitOfWork:
        return UnitOfWork(self.database, write=False)

    def dump(self) -> Dump:
        """Every row of the studio, except those of imports and events."""
        with self.read_work() as work:
            return {
                table.name: sorted((tuple(row) for row in work.session.execute(sa.select(table))), key=repr)
                for table in Base.metadata.sorted_tables
                if table.name not in IMPORT_TABLES
            }

    def _rows_and_blobs(self) -> tuple[Any, ...]:
        """Every row, including those of imports, and every blob with its modification time and size."""
        with self.read_work() as work:
            rows = [
                repr(sorted(work.session.execute(sa.select(table)), key=repr)) for table in Base.metadata.sorted_tables
            ]
        files = sorted(self.blobs.root.rglob("*"))
        return rows, [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]

    def _run_phase(self, request: Callable[[UnitOfWork], ImportView]) -> ImportView:
        with UnitOfWork(self.database, write=True) as work:
            requested = request(work)
            work.commit()
        import_id: UUID | None = self._importer.run_next(only=requested.id)
        assert import_id == requested.id
        with self.read_work() as work:
            require_traits(work)
            return imports.get_import(work, requested.id, by=self.by)


def require_traits(work: UnitOfWork) -> None:
    """Fail unless all images have the traits that their rows say, whatever an import did to them."""
    images = work.session.execute(sa.select(ImageRow.id, *TRAIT_COLUMNS)).all()
    stored = work.session.execute(sa.select(ImageTraitRow.image_id, ImageTraitRow.trait)).all()
    assert {tuple(it) for it in stored} == {(row[0], trait) for row in images for trait in traits_of(*tuple(row)[1:])}


def _result(item: ItemView) -> tuple[str, str | None, str]:
    return item.state, item.discrepancy, item.discrepancy_message
