"""The album that represents a set: compare, apply, verify and undo it."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.tables import AlbumRow, AlbumTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Diff, FoundItem, Item, PreviousItem, Thing
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import templates
from platemark.imports.reasons import Reason
from platemark.search.texts import refresh_text

ALBUM: Final = "album"
FIELDS = ("name", "description", "visibility")
RESTORED_COLUMNS = (*FIELDS, "version", "updated_at")
CHANGED = Reason("edited_here", "The album was changed here since it was imported.")


def diff(work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
    """Compare a found album with the one that an earlier import made of it."""
    row = _row(work, previous.thing.id) if previous is not None and previous.thing is not None else None
    if row is None:
        template = templates.by_slug(work, found.payload["set_id"])
        foreign = (
            template is not None
            and templates.content_digest(work, template) != found.payload["of"]
            and not templates.is_untouched_sample(work, template)
        )
        return Diff("conflicting", templates.ID_TAKEN) if foreign and previous is None else Diff("new")
    assert previous is not None
    if all(found.payload[name] == previous.payload[name] for name in FIELDS):
        return Diff("unchanged", None, Thing(ALBUM, row.id), previous.made)
    if row.version != previous.made["version"]:
        return Diff("conflicting", CHANGED)
    return Diff("changed", None, Thing(ALBUM, row.id), previous.made)


def apply(work: UnitOfWork, spec: ImportSpec, item: Item) -> AppliedItem | Reason:
    """Create the album, or update the one that an earlier import made."""
    if item.outcome == "changed":
        return _apply_change(work, spec, item)
    payload = item.payload
    template = templates.by_slug(work, payload["set_id"])
    if template is None or template.archived_at is not None:
        return Reason("set_template_missing", "The set template that the album would represent does not exist.")
    new = NewAlbum(
        name=payload["name"],
        description=payload["description"],
        visibility=payload["visibility"],
        source="import",
        set_template_id=template.id,
        set_template_version=template.version,
        theme=payload["theme"],
    )
    album_id = albums.insert_album(work, new, by=spec.by, album_id=item.target_id)
    return AppliedItem(Thing(ALBUM, album_id), {"version": 1})


def _apply_change(work: UnitOfWork, spec: ImportSpec, item: Item) -> AppliedItem | Reason:
    row = None if item.thing is None else _row(work, item.thing.id, lock=True)
    if row is None or item.made is None:
        return Reason("missing", "The album no longer exists.")
    if row.version != item.made["version"]:
        return CHANGED
    before = {name: getattr(row, name) for name in RESTORED_COLUMNS}
    before["updated_at"] = row.updated_at.isoformat()
    changes = AlbumChanges(**{name: item.payload[name] for name in FIELDS})
    version = albums.update_album(work, row.id, changes, by=spec.by).album.version
    return AppliedItem(Thing(ALBUM, row.id), {"version": version, "before": before})


def verify(work: UnitOfWork, item: Item) -> Reason | None:
    """The album's discrepancy, if any."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None:
        return Reason("missing", "The album no longer exists.")
    if row.set_template_id is None or not templates.exists(work, row.set_template_id):
        return Reason("orphaned", "The set template that the album represents no longer exists.")
    if item.made is None or row.version != item.made["version"]:
        return Reason("altered", CHANGED.message)
    return None


def undo(work: UnitOfWork, spec: ImportSpec, item: Item) -> Reason | None:
    """Delete the album, or restore it to what it was before; a Reason if it is kept because somebody changed it."""
    row = _row(work, item.thing.id, lock=True) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    if row.version != item.made["version"]:
        return _kept(row)
    before = item.made.get("before")
    if before is None:
        albums.delete_album(work, row.id, by=spec.by)
        return None
    columns = {**before, "updated_at": datetime.fromisoformat(before["updated_at"])}
    restore = sa.update(AlbumRow).where(AlbumRow.id == row.id).values(**columns)
    work.session.execute(restore.execution_options(synchronize_session=False))
    refresh_text(work, AlbumTextRow, row.id)
    return None


def dry_run_undo(work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
    """What ``undo`` would answer; an album that it would delete is added to ``removed``."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    if row.version != item.made["version"]:
        return _kept(row)
    if item.made.get("before") is None:
        removed.albums.add(row.id)
    return None


def _kept(row: AlbumRow) -> Reason:
    return Reason("edited", f"Kept: the album was changed here after the import ({row.name}).")


def _row(work: UnitOfWork, album_id: UUID, *, lock: bool = False) -> AlbumRow | None:
    """The row as it is now, locked until the work ends if ``lock``."""
    query = sa.select(AlbumRow).where(AlbumRow.id == album_id).execution_options(populate_existing=True)
    return work.session.scalars(query.with_for_update() if lock else query).one_or_none()
