"""The set template of a set: compared, made, looked at again, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.kinds.protocol import Earlier, Found, Item, Judged, Made, Order, Remark, Taken, Thing
from platemark.imports.kinds.sets import manifests
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.set_templates import import_rollback
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges

TEMPLATE: Final = "set_template"
HEAD = ("name", "description", "visibility", "version", "updated_at")
ARCHIVED = Remark("archived", "The set template was archived here.")
CHANGED = Remark("edited_here", "The set template was changed here since it was imported.")
TAKEN = Remark("id_taken", "There is another set template with this id; give the set another id.")
EDITED = Remark("edited", "The set template is kept: it was changed here since it was imported.")
IN_USE = Remark("in_use", "The set template is kept: an album or a run rests on it.")


def judge(work: UnitOfWork, found: Found, earlier: Earlier | None) -> Judged:
    """What is to become of the set ``found``, of which ``earlier`` was made."""
    row = _row(work, earlier.thing.id) if earlier is not None and earlier.thing is not None else None
    if row is None:
        return _judge_first(work, found)
    assert earlier is not None
    there = Thing(TEMPLATE, row.id)
    if found.digest == earlier.digest:
        return Judged("unchanged", found.remark, there, earlier.made)
    if row.archived_at is not None:
        return Judged("conflicting", ARCHIVED)
    if row.version != earlier.made["version"]:
        return Judged("conflicting", CHANGED)
    return Judged("changed", found.remark, there, earlier.made)


def _judge_first(work: UnitOfWork, found: Found) -> Judged:
    """Nothing of it was imported, or that is gone; perhaps it came from elsewhere."""
    manifest = manifests.of_said(found.key, found.payload)
    row = by_slug(work, manifest.set_id)
    if row is not None:
        if row.archived_at is None and content_digest(work, row) == manifest.content_digest():
            there = Remark("already_here", "The set template is here already, with the same rows.")
            return Judged("unchanged", there, Thing(TEMPLATE, row.id), {"version": row.version})
        return Judged("conflicting", TAKEN)
    named = sa.exists().where(SetTemplateRow.name == manifest.new.name, SetTemplateRow.archived_at.is_(None))
    if work.session.scalar(sa.select(named)):
        there = Remark("name_taken", "Another set template has this name; the command line will tell them apart by id.")
        return Judged("new", there)
    return Judged("new", found.remark)


def make(work: UnitOfWork, order: Order, item: Item) -> Made | Remark:
    """Make it, or the versions by which what an import before made of it becomes it."""
    manifest = manifests.of_said(item.key, item.payload)
    if item.outcome == "changed":
        return _change(work, order, item, manifest)
    if by_slug(work, manifest.set_id) is not None:
        return TAKEN
    made = set_templates.create_set_template(
        work, manifest.new, manifest.table, by=order.by, slug=manifest.set_id, set_template_id=item.target_id
    )
    return Made(Thing(TEMPLATE, made.id), {"version": made.version})


def _change(work: UnitOfWork, order: Order, item: Item, manifest: Manifest) -> Made | Remark:
    row = None if item.thing is None else _row(work, item.thing.id, to_write=True)
    if row is None or item.made is None:
        return Remark("missing", "The set template is not here any more.")
    if row.archived_at is not None:
        return ARCHIVED
    if row.version != item.made["version"]:
        return CHANGED
    before = {name: getattr(row, name) for name in HEAD}
    before["updated_at"] = row.updated_at.isoformat()
    changes = SetTemplateChanges(**asdict(manifest.new))
    after = set_templates.update_set_template(work, row.id, changes, by=order.by).version
    if set_templates.get_set_template_rows(work, row.id, by=order.by).table != manifest.table:
        after = set_templates.replace_set_template_rows(work, row.id, manifest.table, by=order.by).version
    return Made(Thing(TEMPLATE, row.id), {"version": after, "before": before})


def verify(work: UnitOfWork, item: Item) -> Remark | None:
    """What is not as it was made."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None:
        return Remark("missing", "The set template is not here any more.")
    if row.archived_at is not None:
        return Remark("altered", ARCHIVED.message)
    if item.made is None or row.version != item.made["version"]:
        return Remark("altered", CHANGED.message)
    if content_digest(work, row) != manifests.of_said(item.key, item.payload).content_digest():
        return Remark("corrupt", "The set template does not say what was imported, though nobody changed it.")
    return None


def undo(work: UnitOfWork, _order: Order, item: Item) -> Remark | None:
    """Take it back where nobody changed it and nothing rests on it; what is kept, and why."""
    row = _row(work, item.thing.id, to_write=True) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    remark = _kept(work, row, item.made, Taken())
    if remark is not None:
        return remark
    before = item.made.get("before")
    if before is None:
        import_rollback.discard(work, row.id)
    else:
        import_rollback.roll_back(work, row.id, {**before, "updated_at": datetime.fromisoformat(before["updated_at"])})
    return None


def foresee(work: UnitOfWork, item: Item, taken: Taken) -> Remark | None:
    """What ``undo`` would answer if the albums in ``taken`` were gone."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    return None if row is None or item.made is None else _kept(work, row, item.made, taken)


def _kept(work: UnitOfWork, row: SetTemplateRow, made: Mapping[str, Any], taken: Taken) -> Remark | None:
    """Why it stays; None where it goes."""
    if row.archived_at is not None or row.version != made["version"]:
        return EDITED
    before = made.get("before")
    after = before["version"] if before else 0
    return IN_USE if import_rollback.in_use(work, row.id, after=after, but_for=taken.albums) else None


def is_there(work: UnitOfWork, set_template_id: UUID) -> bool:
    """Whether there is such a set template, archived or not."""
    return _row(work, set_template_id) is not None


def by_slug(work: UnitOfWork, slug: str) -> SetTemplateRow | None:
    """The set template that is called so, archived or not."""
    return _one(work, SetTemplateRow.slug == slug)


def content_digest(work: UnitOfWork, row: SetTemplateRow) -> str:
    """``Manifest.content_digest`` of what the set template says now."""
    template = set_templates.get_set_template(work, row.id, by=SYSTEM, include_archived=True)
    new = NewSetTemplate(**{field.name: getattr(template, field.name) for field in fields(NewSetTemplate)})
    rows = set_templates.read_rows(work, template).table
    return Manifest(key="", set_id=row.slug or "", new=new, table=rows).content_digest()


def _row(work: UnitOfWork, set_template_id: UUID, *, to_write: bool = False) -> SetTemplateRow | None:
    return _one(work, SetTemplateRow.id == set_template_id, to_write=to_write)


def _one(work: UnitOfWork, which: sa.ColumnElement[bool], *, to_write: bool = False) -> SetTemplateRow | None:
    """The row as it is now; ``to_write`` keeps it from others until the work ends."""
    found = sa.select(SetTemplateRow).where(which).execution_options(populate_existing=True)
    return work.session.scalars(found.with_for_update() if to_write else found).one_or_none()
