"""The set template of a bundle: one with the same contents is recognised, otherwise it is made as that of a set is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.fitting import fit
from platemark.imports.items import AppliedItem, Diff, FoundItem, Item, PreviousItem, Thing
from platemark.imports.kinds.album import documents
from platemark.imports.kinds.album.documents import SetTemplateDocument, decode
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import manifests, templates
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.reasons import Reason
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate, SetTemplateView

TYPE: Final = "set_template"
MAX_CANDIDATES = 50
ALREADY_HERE = Reason("already_here", "A set template with the same rows exists already.")
ID_TAKEN = Reason("id_taken", "Another set template has its id; it is imported without one.")
MISSING = Reason("missing", "The set template no longer exists.")


def found(data: bytes, table: Table, place: Mapping[str, Any]) -> FoundItem:
    """The set template in a file, with its rows; ValueError if it is none."""
    document = decode(data, SetTemplateDocument)
    names = [it.name for it in fields(NewSetTemplate) if it.name != "adapters"]
    new = NewSetTemplate(**{name: fit(f"SetTemplate.{name}", getattr(document, name)) for name in names})
    manifest = Manifest(key="", set_id=fit("SetTemplate.slug", document.slug) or "", new=new, table=table)
    payload = {
        "type": TYPE,
        "what": templates.TEMPLATE,
        **manifest.to_json(),
        "adapters": None if document.adapters is None else [_adapter(it) for it in document.adapters],
    }
    at = documents.moment(documents.at(document.created_at))
    return FoundItem(
        key=f"set_templates/{document.id}",
        digest=manifests.json_digest(payload),
        payload={**payload, **place},
        at=at,
    )


def _adapter(document: documents.AdapterDocument) -> dict[str, Any]:
    return {name: getattr(document, name) for name in ("name", "digest", "weight")}


def diff(work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
    """Unchanged if it was imported before and is here still, or if one like it is."""
    if previous is not None and previous.thing is not None and previous.digest == found.digest:
        same = _one(work, previous.thing.id)
        if same is not None and same.archived_at is None:
            return Diff("unchanged", None, previous.thing, previous.made)
    manifest = manifests.from_json(found.key, found.payload)
    like = next((it for it in _candidates(work, manifest) if _is_like(work, it, manifest, found.payload)), None)
    if like is not None:
        return Diff("unchanged", ALREADY_HERE, Thing(TYPE, like.id), {"version": like.version, "own": False})
    if manifest.set_id and templates.by_slug(work, manifest.set_id) is not None:
        return Diff("new", ID_TAKEN)
    return Diff("new", _not_found(work, found.payload["adapters"] or []))


def apply(work: UnitOfWork, spec: ImportSpec, item: Item) -> AppliedItem:
    """Create it, with those of its adapters that are here."""
    manifest = manifests.from_json(item.key, item.payload)
    slug = manifest.set_id or None
    free = slug is not None and templates.by_slug(work, slug) is None
    new = replace(manifest.new, adapters=_choices(work, item.payload["adapters"]))
    created = set_templates.create_set_template(
        work, new, manifest.table, by=spec.by, slug=slug if free else None, set_template_id=item.target_id
    )
    return AppliedItem(Thing(TYPE, created.id), {"version": created.version, "own": True})


def verify(work: UnitOfWork, item: Item) -> Reason | None:
    """The discrepancy, if any; one that was here before only has to be there."""
    if (item.made or {}).get("own"):
        return templates.verify(work, item)
    return None if item.thing is not None and templates.exists(work, item.thing.id) else MISSING


def undo(work: UnitOfWork, spec: ImportSpec, item: Item) -> Reason | None:
    """Delete it; a Reason if it was changed or is in use."""
    return templates.undo(work, spec, item)


def dry_run_undo(work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
    """What ``undo`` would answer."""
    return templates.dry_run_undo(work, item, removed)


def _one(work: UnitOfWork, set_template_id: UUID) -> SetTemplateRow | None:
    query = sa.select(SetTemplateRow).where(SetTemplateRow.id == set_template_id)
    return work.session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def _candidates(work: UnitOfWork, manifest: Manifest) -> Sequence[SetTemplateView]:
    """The set templates with the id or the name of this one, the oldest first."""
    same = sa.or_(SetTemplateRow.slug == (manifest.set_id or None), SetTemplateRow.name == manifest.new.name)
    query = sa.select(SetTemplateRow.id).where(same, SetTemplateRow.archived_at.is_(None)).order_by(SetTemplateRow.id)
    ids = work.session.scalars(query.limit(MAX_CANDIDATES)).all()
    return [set_templates.get_set_template(work, it, by=SYSTEM) for it in ids]


def _is_like(work: UnitOfWork, template: SetTemplateView, manifest: Manifest, payload: Mapping[str, Any]) -> bool:
    """Whether it has the same contents, whoever may see it."""
    own = None if template.adapters is None else [(it.digest, it.weight) for it in template.adapters]
    named = None if payload["adapters"] is None else [(it["digest"], it["weight"]) for it in payload["adapters"]]
    if own != named:
        return False
    new = replace(NewSetTemplate.like(template), adapters=None, visibility=manifest.new.visibility)
    rows = set_templates.read_rows(work, template).table
    return Manifest(key="", set_id="", new=new, table=rows).content_digest() == manifest.content_digest()


def _choices(work: UnitOfWork, named: Sequence[Mapping[str, Any]] | None) -> tuple[AdapterChoice, ...] | None:
    if named is None:
        return None
    found = [(adapters.find_by_digest(work, it["digest"]), it["weight"]) for it in named]
    return tuple(AdapterChoice(adapter_id, weight) for adapter_id, weight in found if adapter_id is not None)


def _not_found(work: UnitOfWork, named: Sequence[Mapping[str, Any]]) -> Reason | None:
    names = [it["name"] for it in named if adapters.find_by_digest(work, it["digest"]) is None]
    if not names:
        return None
    listed = ", ".join(names)
    return Reason("loras_not_found", f"It is imported without adapters that are not here: {listed}."[:500])
