"""The set template of a set: compare, apply, verify and undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.adapters.pinned import AdapterChoice
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import derive_id
from platemark.imports.items import AppliedItem, Diff, FoundItem, Item, PreviousItem, Thing
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import lora_matches, manifests
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.set_templates import import_rollback, samples
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges

TEMPLATE: Final = "set_template"
RESTORED_COLUMNS = ("name", "description", "visibility", "version", "updated_at")
ARCHIVED = Reason("archived", "The set template was archived here.")
CHANGED = Reason("edited_here", "The set template was changed here since it was imported.")
ID_TAKEN = Reason("id_taken", "Another set template has this id. Give the set another id.")
SAMPLE_REPLACED = Reason("sample_replaced", "The sample with this id is archived, and an undo restores it.")
EDITED = Reason("edited", "Kept: the set template was changed here after the import.")
ADAPTER_MISSING = Reason("adapter_missing", "An adapter that it names was not imported.")
TO_COME = UUID(int=0)
"""Stands for adapters that the same import will make."""
IN_USE = Reason("in_use", "Kept: an album or a set run uses the set template.")


def diff(work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
    """Compare a found set with the set template that an earlier import made of it."""
    row = _row(work, previous.thing.id) if previous is not None and previous.thing is not None else None
    if row is None:
        return _diff_new(work, found)
    assert previous is not None
    thing = Thing(TEMPLATE, row.id)
    if found.digest == previous.digest:
        return Diff("unchanged", found.note, thing, previous.made)
    note = _with_loras(work, found)
    if row.archived_at is not None:
        return Diff("conflicting", ARCHIVED)
    if row.version != previous.made["version"]:
        return Diff("conflicting", CHANGED)
    return Diff("changed", note, thing, previous.made)


def _diff_new(work: UnitOfWork, found: FoundItem) -> Diff:
    """A set that was not imported before, or whose set template is gone; the same one may come from elsewhere."""
    manifest = manifests.from_json(found.key, found.payload)
    row = by_slug(work, manifest.set_id)
    if row is not None:
        if row.archived_at is None and content_digest(work, row) == manifest.content_digest():
            already_here = Reason("already_here", "The set template exists already, with the same rows.")
            return Diff("unchanged", already_here, Thing(TEMPLATE, row.id), {"version": row.version})
        return Diff("new", SAMPLE_REPLACED) if is_untouched_sample(work, row) else Diff("conflicting", ID_TAKEN)
    same_name = sa.exists().where(SetTemplateRow.name == manifest.new.name, SetTemplateRow.archived_at.is_(None))
    if work.session.scalar(sa.select(same_name)):
        name_taken = Reason("name_taken", "Another set template has this name. Use the id on the command line.")
        return Diff("new", name_taken)
    return Diff("new", _with_loras(work, found))


def is_untouched_sample(work: UnitOfWork, row: SetTemplateRow) -> bool:
    """Whether this is a sample of the studio as it came: it yields its id to a set of the users' own."""
    if row.slug not in samples.SLUGS or row.version != 1 or row.created_by is not None or row.archived_at is not None:
        return False
    sample = samples.load_sample(row.slug)
    shipped = Manifest(key="", set_id=row.slug, new=sample.new, table=sample.table)
    return content_digest(work, row) == shipped.content_digest()


def _with_loras(work: UnitOfWork, found: FoundItem) -> Reason | None:
    """The note of a set, and the files that it names and that are no adapters here."""
    loras = found.payload["loras"]
    to_come = {key: derive_id(TO_COME, number) for number, key in enumerate(lora_matches.brought(loras))}
    reason = lora_matches.find(work, loras, to_come).reason()
    if reason is None or found.note is None:
        return reason or found.note
    return Reason(reason.code, one_line(f"{reason.message} {found.note.message}", 500))


def apply(
    work: UnitOfWork, spec: ImportSpec, item: Item, brought: Mapping[str, UUID] = lora_matches.NOTHING
) -> AppliedItem | Reason:
    """Create the set template, or add versions to the one that an earlier import made.

    ``brought`` are the adapters that the same import made, by key.
    """
    manifest = manifests.from_json(item.key, item.payload)
    if not brought.keys() >= set(lora_matches.brought(manifest.loras)):
        return ADAPTER_MISSING
    adapters = lora_matches.find(work, manifest.loras, brought).adapters
    if item.outcome == "changed":
        return _apply_change(work, spec, item, manifest, adapters)
    made: dict[str, Any] = {}
    if (taken := by_slug(work, manifest.set_id)) is not None:
        if not is_untouched_sample(work, taken):
            return ID_TAKEN
        made["sample"] = {"id": str(taken.id), "slug": taken.slug, "updated_at": taken.updated_at.isoformat()}
        _write(work, taken.id, slug=None, archived_at=work.now(), updated_at=work.now())
    new = replace(manifest.new, adapters=adapters)
    created = set_templates.create_set_template(
        work, new, manifest.table, by=spec.by, slug=manifest.set_id, set_template_id=item.target_id
    )
    return AppliedItem(Thing(TEMPLATE, created.id), {"version": created.version, **made})


def _write(work: UnitOfWork, set_template_id: UUID, **columns: Any) -> None:
    statement = sa.update(SetTemplateRow).where(SetTemplateRow.id == set_template_id).values(**columns)
    work.session.execute(statement.execution_options(synchronize_session=False))


def _apply_change(
    work: UnitOfWork, spec: ImportSpec, item: Item, manifest: Manifest, adapters: tuple[AdapterChoice, ...] | None
) -> AppliedItem | Reason:
    row = None if item.thing is None else _row(work, item.thing.id, lock=True)
    if row is None or item.made is None:
        return Reason("missing", "The set template no longer exists.")
    if row.archived_at is not None:
        return ARCHIVED
    if row.version != item.made["version"]:
        return CHANGED
    before = {name: getattr(row, name) for name in RESTORED_COLUMNS}
    before["updated_at"] = row.updated_at.isoformat()
    new = replace(manifest.new, adapters=adapters)
    changes = SetTemplateChanges(**{field.name: getattr(new, field.name) for field in fields(NewSetTemplate)})
    version = set_templates.update_set_template(work, row.id, changes, by=spec.by).version
    if set_templates.get_set_template_rows(work, row.id, by=spec.by).table != manifest.table:
        version = set_templates.replace_set_template_rows(work, row.id, manifest.table, by=spec.by).version
    return AppliedItem(Thing(TEMPLATE, row.id), {"version": version, "before": before})


def verify(work: UnitOfWork, item: Item) -> Reason | None:
    """The set template's discrepancy, if any."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    if row is None:
        return Reason("missing", "The set template no longer exists.")
    if row.archived_at is not None:
        return Reason("altered", ARCHIVED.message)
    if item.made is None or row.version != item.made["version"]:
        return Reason("altered", CHANGED.message)
    if content_digest(work, row) != manifests.from_json(item.key, item.payload).content_digest():
        return Reason("corrupt", "The set template differs from what was imported, though nobody changed it.")
    return None


def undo(work: UnitOfWork, _spec: ImportSpec, item: Item) -> Reason | None:
    """Delete the set template, or roll it back to the version before; a Reason if it was changed or is in use."""
    row = _row(work, item.thing.id, lock=True) if item.thing is not None else None
    if row is None or item.made is None:
        return None
    reason = _reason_to_keep(work, row, item.made, RemovedByUndo())
    if reason is not None:
        return reason
    before = item.made.get("before")
    if before is None:
        import_rollback.delete_set_template(work, row.id)
        _give_back(work, item.made.get("sample"))
    else:
        columns = {**before, "updated_at": datetime.fromisoformat(before["updated_at"])}
        import_rollback.roll_back(work, row.id, columns)
    return None


def _give_back(work: UnitOfWork, sample: Mapping[str, Any] | None) -> None:
    """Restore the sample that yielded its id, unless somebody removed it since."""
    row = None if sample is None else _row(work, UUID(sample["id"]), lock=True)
    if sample is None or row is None or row.slug is not None or row.version != 1:
        return
    _write(work, row.id, slug=sample["slug"], archived_at=None, updated_at=datetime.fromisoformat(sample["updated_at"]))


def dry_run_undo(work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
    """What ``undo`` would answer once everything in ``removed`` is gone; adds what it would remove or roll back."""
    row = _row(work, item.thing.id) if item.thing is not None else None
    reason = None if row is None or item.made is None else _reason_to_keep(work, row, item.made, removed)
    if row is not None and reason is None:
        removed.set_templates.add(row.id)
    return reason


def _reason_to_keep(
    work: UnitOfWork, row: SetTemplateRow, made: Mapping[str, Any], removed: RemovedByUndo
) -> Reason | None:
    if row.archived_at is not None or row.version != made["version"]:
        return EDITED
    before = made.get("before")
    after_version = before["version"] if before else 0
    in_use = import_rollback.is_in_use(
        work, row.id, after_version=after_version, ignored_albums=removed.albums, ignored_runs=removed.set_runs
    )
    return IN_USE if in_use else None


def exists(work: UnitOfWork, set_template_id: UUID) -> bool:
    """Whether there is such a set template, archived or not."""
    return _row(work, set_template_id) is not None


def by_slug(work: UnitOfWork, slug: str) -> SetTemplateRow | None:
    """The set template with this slug, archived or not."""
    return _one(work, SetTemplateRow.slug == slug)


def content_digest(work: UnitOfWork, row: SetTemplateRow) -> str:
    """``Manifest.content_digest`` of the set template as it is now, whatever its adapters, which the source names."""
    template = set_templates.get_set_template(work, row.id, by=SYSTEM, include_archived=True)
    new = replace(NewSetTemplate.like(template), adapters=None)
    rows = set_templates.read_rows(work, template).table
    return Manifest(key="", set_id=row.slug or "", new=new, table=rows).content_digest()


def _row(work: UnitOfWork, set_template_id: UUID, *, lock: bool = False) -> SetTemplateRow | None:
    return _one(work, SetTemplateRow.id == set_template_id, lock=lock)


def _one(work: UnitOfWork, condition: sa.ColumnElement[bool], *, lock: bool = False) -> SetTemplateRow | None:
    """The row as it is now, locked until the work ends if ``lock``."""
    query = sa.select(SetTemplateRow).where(condition).execution_options(populate_existing=True)
    return work.session.scalars(query.with_for_update() if lock else query).one_or_none()
