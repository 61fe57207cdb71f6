"""Set templates: tables of prompts from which whole sets are generated.

Each change adds a version; versions never change. Any editor may change shared and public set templates; private ones
are visible to, and changed by, their owner and admins alone, who also decide who sees a set template and archive it.
Archived set templates stay for what was made from them: they can be listed and restored, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from platemark.access import Actor, require_owner, require_role
from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.adapters.pinning import pin_adapters
from platemark.db.tables import SetTemplateTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.ids import new_id, parse_id
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import insert_text
from platemark.set_templates import queries, versions
from platemark.set_templates.table import Table
from platemark.set_templates.views import (
    NewSetTemplate,
    SetTemplateChanges,
    SetTemplateFilter,
    SetTemplateRowsView,
    SetTemplateView,
)
from platemark.stored_rows import fit_or_none


def list_set_templates(
    work: UnitOfWork,
    filters: SetTemplateFilter,
    page: PageRequest,
    *,
    by: Actor,
) -> Page[SetTemplateView]:
    """The set templates that the caller may see, newest first."""
    require_role(by, "viewer")
    return Page(*split_page(queries.list_templates(work, filters, page, by=by), page.limit))


def create_set_template(
    work: UnitOfWork,
    new: NewSetTemplate,
    table: Table,
    *,
    by: Actor,
    slug: str | None = None,
    set_template_id: UUID | None = None,
) -> SetTemplateView:
    """Create a set template: its version 1, with the rows of ``table``. Placeholders are checked by the preview only.

    Unprocessable ``unknown_adapter``. An import passes the id that it has chosen.
    """
    require_role(by, "editor")
    values = {name: getattr(new, name) for name in queries.VERSIONED_FIELDS}
    values["adapters"] = _pin(work, new.adapters, by)
    set_template_id, now = set_template_id or new_id(), work.now()
    versions.insert_head(
        work,
        id=set_template_id,
        slug=slug,
        name=new.name,
        description=new.description,
        visibility=new.visibility,
        version=1,
        created_by=by.user_id,
        created_at=now,
        updated_at=now,
    )
    insert_text(work, SetTemplateTextRow, set_template_id, new.name, new.description)
    versions.add_first_version(work, set_template_id, values, table, by=by)
    return get_set_template(work, set_template_id, by=by)


def get_set_template(
    work: UnitOfWork, set_template_id: UUID, *, by: Actor, include_archived: bool = False
) -> SetTemplateView:
    """The set template; NotFound if there is none, the caller may not see it, or it is archived.

    ``include_archived`` returns archived ones, too.
    """
    require_role(by, "viewer")
    template = queries.get_template(work, set_template_id, by=by)
    if template is None or (template.archived_at is not None and not include_archived):
        raise NotFound("set_template", set_template_id)
    return template


def get_set_template_by_id_or_name(work: UnitOfWork, id_or_name: str, *, by: Actor) -> SetTemplateView:
    """The set template with this id, slug or exact name, tried in this order; archived ones are left out.

    NotFound if there is none, Conflict ``set_template_ambiguous`` if several have that name.
    """
    require_role(by, "viewer")
    for column, value in (("id", parse_id(id_or_name)), ("slug", id_or_name), ("name", id_or_name)):
        templates = queries.list_two(work, column, value, by=by) if value is not None else []
        if len(templates) > 1:
            detail = f"Several set templates are called {id_or_name!r}; use the id instead."
            raise Conflict("set_template_ambiguous", detail)
        if templates:
            return templates[0]
    raise NotFound("set_template", id_or_name)


def update_set_template(
    work: UnitOfWork,
    set_template_id: UUID,
    changes: SetTemplateChanges,
    *,
    by: Actor,
    if_match: str | None = None,
) -> SetTemplateView:
    """Change the fields that are given: a new version with the same rows; no version if nothing would change.

    Only the owner and admins may change the visibility (Forbidden ``not_the_owner``). Unprocessable
    ``unknown_adapter``, but not for adapters that it has already.
    """
    template = _get_for_update(work, set_template_id, by=by, if_match=if_match)
    changed = changes.differing_from(template)
    if not changed:
        return template
    if "visibility" in changed:
        require_owner(by, template.created_by)
    if "adapters" in changed:
        changed["adapters"] = _pin(work, changed["adapters"], by)
    versions.add_version_with_changes(work, template, changed, by=by)
    return get_set_template(work, set_template_id, by=by)


def archive_set_template(work: UnitOfWork, set_template_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Archive the set template, for its owner; its versions, its runs and what they generated stay."""
    template = _get_for_update(work, set_template_id, by=by, if_match=if_match)
    require_owner(by, template.created_by)
    now = work.now()
    versions.update_head(work, template.id, archived_at=now, updated_at=now)


def restore_set_template(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetTemplateView:
    """Restore an archived set template as it was, for its owner; one that is not archived stays as it is."""
    require_role(by, "editor")
    queries.lock_template(work, set_template_id)
    template = get_set_template(work, set_template_id, by=by, include_archived=True)
    require_owner(by, template.created_by)
    if template.archived_at is None:
        return template
    versions.update_head(work, template.id, archived_at=None, updated_at=work.now())
    return get_set_template(work, set_template_id, by=by)


def get_set_template_rows(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetTemplateRowsView:
    """All rows of the current version."""
    return read_rows(work, get_set_template(work, set_template_id, by=by))


def read_rows(work: UnitOfWork, template: SetTemplateView) -> SetTemplateRowsView:
    """All rows of ``template`` at the version that was read; versions never change, so they always fit it."""
    values = queries.list_rows_of_version(work, template.id, template.version)
    fitting = (fit_or_none("SetRowValues", texts, of=template.id) or {} for texts in values)
    rows = tuple({column: texts.get(column, "") for column in template.columns} for texts in fitting)
    return SetTemplateRowsView(
        set_template_id=template.id, version=template.version, table=Table(template.columns, rows)
    )


def replace_set_template_rows(
    work: UnitOfWork,
    set_template_id: UUID,
    table: Table,
    *,
    by: Actor,
    if_match: str | None = None,
) -> SetTemplateRowsView:
    """Replace all rows: a new version with the columns and rows of ``table``."""
    template = _get_for_update(work, set_template_id, by=by, if_match=if_match)
    version = versions.add_version_with_rows(work, template, table, by=by)
    return SetTemplateRowsView(set_template_id=set_template_id, version=version, table=table)


def get_runnable_set_template(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> tuple[SetTemplateView, Table]:
    """The current version and its rows, for a run to pin; Conflict ``set_template_archived``."""
    template = get_set_template(work, set_template_id, by=by, include_archived=True)
    if template.archived_at is not None:
        raise Conflict("set_template_archived", "The set template is archived; it can no longer be run.")
    return template, read_rows(work, template).table


def _pin(work: UnitOfWork, adapters: Sequence[AdapterChoice] | None, by: Actor) -> tuple[PinnedAdapter, ...] | None:
    return None if adapters is None else pin_adapters(work, adapters, by=by)


def _get_for_update(work: UnitOfWork, set_template_id: UUID, *, by: Actor, if_match: str | None) -> SetTemplateView:
    """The set template, locked until the work ends, so that no two changes write the same version."""
    require_role(by, "editor")
    queries.lock_template(work, set_template_id)
    template = get_set_template(work, set_template_id, by=by)
    require_match(if_match, template.version)
    return template
