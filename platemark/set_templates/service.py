"""Set templates: tables of prompts that make whole sets. Each change makes a version, and versions never change.

Shared and public ones may be changed by any editor (the door asks for the role); private ones are for their owner and
for admins, as they are for seeing. Archived ones are kept for what was made from them; they can only be listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa

from platemark.access import Actor, require_owner, visible_to
from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.ids import as_id, new_id
from platemark.paging import Page, PageRequest
from platemark.set_templates.prompts import DEFAULT_TEMPLATE
from platemark.set_templates.table import Table

Visibility = Literal["private", "shared", "public"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSetTemplate:
    """What a set template says, to be made; sizes in pixels."""

    name: str
    description: str = ""
    visibility: Visibility = "shared"
    base_prompt: str = ""
    prompt_template: str = DEFAULT_TEMPLATE
    example_theme: str = ""
    style_suffix: str = ""
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    steps: int = 20
    guidance_scale: float = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplateChanges:
    """What to change; None leaves a field as it is."""

    name: str | None = None
    description: str | None = None
    visibility: Visibility | None = None
    base_prompt: str | None = None
    prompt_template: str | None = None
    example_theme: str | None = None
    style_suffix: str | None = None
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    steps: int | None = None
    guidance_scale: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTemplate:
    """A set template at its current version, without its rows."""

    id: UUID
    slug: str | None
    name: str
    description: str
    visibility: Visibility
    version: int
    base_prompt: str
    prompt_template: str
    example_theme: str
    style_suffix: str
    negative_prompt: str
    width: int
    height: int
    steps: int
    guidance_scale: float
    columns: tuple[str, ...]
    row_count: int
    archived_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRows:
    """All rows of a set template's current version."""

    set_template_id: UUID
    version: int
    table: Table


HEAD = ("name", "description", "visibility")
SAID = (
    "base_prompt", "prompt_template", "example_theme", "style_suffix", "negative_prompt", "width", "height", "steps",
    "guidance_scale",
)  # fmt: skip
_OF_HEAD = tuple(f.name for f in fields(SetTemplate) if f.name not in (*SAID, "columns", "row_count"))


def list_set_templates(
    work: UnitOfWork,
    page: PageRequest,
    *,
    by: Actor,
    visibility: Sequence[str] | None = None,
    q: str | None = None,
    archived: bool = False,
) -> Page[SetTemplate]:
    """The set templates that ``by`` may see, newest first; ``q``: each of its words in the name or description."""
    statement = _selected(by).where(
        SetTemplateRow.archived_at.is_not(None) if archived else SetTemplateRow.archived_at.is_(None)
    )
    if visibility:
        statement = statement.where(SetTemplateRow.visibility.in_(visibility))
    for word in (q or "").split():
        statement = statement.where(
            sa.or_(
                SetTemplateRow.name.icontains(word, autoescape=True),
                SetTemplateRow.description.icontains(word, autoescape=True),
            )
        )
    if page.after is not None:
        statement = statement.where(SetTemplateRow.id < page.after)
    found = work.session.execute(statement.order_by(SetTemplateRow.id.desc()).limit(page.limit + 1)).all()
    items = [_view(row._mapping) for row in found[: page.limit]]
    return Page(items, items[-1].id if len(found) > page.limit else None)


def create(
    work: UnitOfWork,
    new: NewSetTemplate,
    table: Table,
    *,
    by: Actor,
    slug: str | None = None,
    set_template_id: UUID | None = None,
) -> SetTemplate:
    """Make a set template: its version 1, with these rows. Placeholders are not looked at; a preview is for that.

    An import has chosen the id before.
    """
    set_template_id, now = set_template_id or new_id(), work.now()
    work.session.execute(
        sa.insert(SetTemplateRow).values(
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
    )
    _add_version(
        work, set_template_id, 1, {name: getattr(new, name) for name in SAID}, table.columns, len(table.rows), by=by
    )
    _add_rows(work, set_template_id, 1, table)
    return get(work, set_template_id, by=by)


def get(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetTemplate:
    """The set template; NotFound where there is none, ``by`` may not see it, or it is archived."""
    template = find(work, set_template_id, by=by)
    if template.archived_at is not None:
        raise NotFound("set_template", set_template_id)
    return template


def find(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetTemplate:
    """The set template, archived or not; NotFound where there is none or ``by`` may not see it."""
    row = work.session.execute(_selected(by).where(SetTemplateRow.id == set_template_id)).one_or_none()
    if row is None:
        raise NotFound("set_template", set_template_id)
    return _view(row._mapping)


def get_by_word(work: UnitOfWork, word: str, *, by: Actor) -> SetTemplate:
    """The set template whose id, slug or whole name ``word`` is, tried in this order; archived ones do not count.

    NotFound where there is none, Conflict ``set_template_ambiguous`` where several have that name.
    """
    id_ = as_id(word)
    present = _selected(by).where(SetTemplateRow.archived_at.is_(None))
    for column, value in ((SetTemplateRow.id, id_), (SetTemplateRow.slug, word), (SetTemplateRow.name, word)):
        found = work.session.execute(present.where(column == value).limit(2)).all() if value is not None else []
        if len(found) > 1:
            raise Conflict("set_template_ambiguous", f"Several set templates are called {word!r}; name it by its id.")
        if found:
            return _view(found[0]._mapping)
    raise NotFound("set_template", word)


def update_set_template(
    work: UnitOfWork,
    set_template_id: UUID,
    changes: SetTemplateChanges,
    *,
    by: Actor,
    if_match: str | None = None,
) -> SetTemplate:
    """Change what is given: a new version with the same rows; none where nothing would change.

    Its visibility is for its owner and for admins to change (Forbidden ``not_the_owner``).
    """
    template = _locked(work, set_template_id, by=by, if_match=if_match)
    changed = {
        f.name: value
        for f in fields(changes)
        if (value := getattr(changes, f.name)) is not None and value != getattr(template, f.name)
    }
    if not changed:
        return template
    if "visibility" in changed:
        require_owner(by, template.created_by)
    said = {name: changed.get(name, getattr(template, name)) for name in SAID}
    version = _next_version(work, template, **{name: changed[name] for name in HEAD if name in changed})
    _add_version(work, set_template_id, version, said, template.columns, template.row_count, by=by)
    _copy_rows(work, set_template_id, template.version, version)
    return get(work, set_template_id, by=by)


def archive(work: UnitOfWork, set_template_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Put it away for good; its versions, its runs and what they made stay."""
    template = _locked(work, set_template_id, by=by, if_match=if_match)
    now = work.now()
    _change(work, template.id, archived_at=now, updated_at=now)


def rows(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetRows:
    """All rows of the current version."""
    return rows_of(work, get(work, set_template_id, by=by))


def rows_of(work: UnitOfWork, template: SetTemplate) -> SetRows:
    """All rows of ``template`` as it was read; versions never change, so these are surely its own."""
    values = work.session.scalars(
        sa.select(SetTemplateEntryRow.values)
        .where(SetTemplateEntryRow.set_template_id == template.id, SetTemplateEntryRow.version == template.version)
        .order_by(SetTemplateEntryRow.position)
    )
    in_order = tuple({column: found[column] for column in template.columns} for found in values)
    return SetRows(set_template_id=template.id, version=template.version, table=Table(template.columns, in_order))


def replace_rows(
    work: UnitOfWork,
    set_template_id: UUID,
    table: Table,
    *,
    by: Actor,
    if_match: str | None = None,
) -> SetRows:
    """Put these rows in the place of all present ones: a new version with the columns of ``table``."""
    template = _locked(work, set_template_id, by=by, if_match=if_match)
    version = _next_version(work, template)
    said = {name: getattr(template, name) for name in SAID}
    _add_version(work, set_template_id, version, said, table.columns, len(table.rows), by=by)
    _add_rows(work, set_template_id, version, table)
    return SetRows(set_template_id=set_template_id, version=version, table=table)


def to_run(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> tuple[SetTemplate, Table]:
    """The current version and its rows, to be pinned by a run; Conflict ``set_template_archived``."""
    template = find(work, set_template_id, by=by)
    if template.archived_at is not None:
        raise Conflict("set_template_archived", "The set template is archived; it cannot be run any more.")
    return template, rows_of(work, template).table


def _selected(by: Actor) -> sa.Select[Any]:
    version = SetTemplateVersionRow
    return (
        sa.select(
            *(getattr(SetTemplateRow, name) for name in _OF_HEAD),
            *(getattr(version, name) for name in (*SAID, "columns", "row_count")),
        )
        .join(version, (version.set_template_id == SetTemplateRow.id) & (version.version == SetTemplateRow.version))
        .where(visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by))
    )


def _view(row: Any) -> SetTemplate:
    return SetTemplate(**{**row, "columns": tuple(row["columns"])})


def _locked(work: UnitOfWork, set_template_id: UUID, *, by: Actor, if_match: str | None) -> SetTemplate:
    """The set template, kept from others until the work ends, so that no two changes make the same version."""
    work.session.execute(sa.select(SetTemplateRow.id).where(SetTemplateRow.id == set_template_id).with_for_update())
    template = get(work, set_template_id, by=by)
    require_match(if_match, template.version)
    return template


def _next_version(work: UnitOfWork, template: SetTemplate, **head: Any) -> int:
    _change(work, template.id, version=template.version + 1, updated_at=work.now(), **head)
    return template.version + 1


def _change(work: UnitOfWork, set_template_id: UUID, **values: Any) -> None:
    work.session.execute(
        sa.update(SetTemplateRow)
        .where(SetTemplateRow.id == set_template_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _add_version(
    work: UnitOfWork,
    set_template_id: UUID,
    version: int,
    said: dict[str, Any],
    columns: Sequence[str],
    row_count: int,
    *,
    by: Actor,
) -> None:
    work.session.execute(
        sa.insert(SetTemplateVersionRow).values(
            **said,
            set_template_id=set_template_id,
            version=version,
            columns=list(columns),
            row_count=row_count,
            created_by=by.user_id,
            created_at=work.now(),
        )
    )


def _add_rows(work: UnitOfWork, set_template_id: UUID, version: int, table: Table) -> None:
    entries = [
        {"set_template_id": set_template_id, "version": version, "position": position, "values": values}
        for position, values in enumerate(table.rows)
    ]
    if entries:
        work.session.execute(sa.insert(SetTemplateEntryRow), entries)


def _copy_rows(work: UnitOfWork, set_template_id: UUID, old: int, new: int) -> None:
    row = SetTemplateEntryRow
    same = sa.select(row.set_template_id, sa.literal(new), row.position, row.values).where(
        row.set_template_id == set_template_id, row.version == old
    )
    names = ["set_template_id", "version", "position", "values"]
    work.session.execute(sa.insert(row).from_select(names, same))
