"""The album that represents a set: compared, made, looked at again, taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.tables import AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.kinds.protocol import Earlier, Found, Item, Judged, Made, Order, Remark, Taken, Thing
from platemark.imports.kinds.sets import templates

ALBUM: Final = "album"
SAID = ("name", "description", "visibility")
HEAD = (*SAID, "version", "updated_at")
CHANGED = Remark("edited_here", "The album was changed here since it was imported.")


def judge(work: UnitOfWork, found: Found, earlier: Earlier | None) -> Judged:
    """What is to become of the album ``found``, of which ``earlier`` was made."""
    row = _row(work, earlier.thing.id) if earlier is not None and earlier.thing is not None else None
    if row is None:
        template = templates.by_slug(work, found.payload["set_id"])
        foreign = template is not None and templates.content_digest(work, template) != found.payload["of"]
        return Judged("conflicting", templates.TAKEN) if foreign and earlier is None else Judged("new")
    assert earlier is not None
    if all(found.payload[name] == earlier.payload[name] for name in SAID):
        return Judged("unchanged", None, Thing(ALBUM, row.id), earlier.made)
    if row.version != earlier.made["version"]:
        return Judged("conflicting", CHANGED)
    return Judged("changed", None, Thing(ALBUM, row.id), earlier.made)


def make(work: UnitOfWork, order: Order, item: Item) -> Made | Remark:
    """Make it, or change what an import before made of it."""
    if item.outcome == "changed":
        return _change(work, order, item)
    said = item.payload
    template = templates.by_slug(work, said["set_id"])
    if template is None or template.archived_at is not None:
        return Remark("set_template_missing", "Its set template is not here, so there is nothing that it represents.")
    new = NewAlbum(
        name=said["name"],
        description=said["description"],
        visibility=said["visibility"],
        source="import",
        set_template_id=template.id,
        set_template_version=template.version,
        theme=said["theme"],
    )
    return Made(Thing(ALBUM, albums.insert_album(work, new, by=order.by, album_id=item.target_id)), {"version": 1})


def _change(work: UnitOfWork, order: Order, item: Item) -> Made | Remark:
    row = None if item.thing is None else _row(work, item.thing.id, to_write=True)
    if row is None or item.made is None:
        return Remark("missing", "The album is not here any more.")
    if row.version != item.made["version"]:
        return CHANGED
    before = {name: getattr(row, name) for name in HEAD}
    before["updated_at"] = row.updated_at.isoformat()
    changes = AlbumChanges(**{name: item.payload[name] for name in SAID})
    after = albums.update_album(work, row.id, changes, by=order.by).album.version
    return Made(Thing(ALBUM, row.id), {"version": after, "before": before})


def verify(work: UnitOfWork, item: Item) -> Remark | None:
    """What is not as it was made."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None:
        return Remark("missing", "The album is not here any more.")
    if row.set_template_id is None or not templates.is_there(work, row.set_template_id):
        return Remark("orphaned", "The set template that the album represents is not here any more.")
    if item.made is None or row.version != item.made["version"]:
        return Remark("altered", CHANGED.message)
    return None


def undo(work: UnitOfWork, order: Order, item: Item) -> Remark | None:
    """Take it back where nobody changed it; what is kept, and why."""
    row = _row(work, item.thing.id, to_write=True) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    if row.version != item.made["version"]:
        return _edited(row)
    before = item.made.get("before")
    if before is None:
        albums.delete_album(work, row.id, by=order.by)
        return None
    head = {**before, "updated_at": datetime.fromisoformat(before["updated_at"])}
    put_back = sa.update(AlbumRow).where(AlbumRow.id == row.id).values(**head)
    work.session.execute(put_back.execution_options(synchronize_session=False))
    return None


def foresee(work: UnitOfWork, item: Item, taken: Taken) -> Remark | None:
    """What ``undo`` would answer; an album that it would delete is added to ``taken``."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    if row.version != item.made["version"]:
        return _edited(row)
    if item.made.get("before") is None:
        taken.albums.add(row.id)
    return None


def _edited(row: AlbumRow) -> Remark:
    return Remark("edited", f"The album is kept: it was changed here since it was imported ({row.name}).")


def _row(work: UnitOfWork, album_id: UUID, *, to_write: bool = False) -> AlbumRow | None:
    """The row as it is now; ``to_write`` keeps it from others until the work ends."""
    found = sa.select(AlbumRow).where(AlbumRow.id == album_id).execution_options(populate_existing=True)
    return work.session.scalars(found.with_for_update() if to_write else found).one_or_none()
