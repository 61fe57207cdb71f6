"""Deletes a set template, or its latest versions, when an import is undone. Everything else archives set templates.

The caller makes sure that nobody changed the set template since the import.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.db.tables import (
    AlbumRow,
    SetRunRow,
    SetTemplateEntryRow,
    SetTemplateRow,
    SetTemplateTextRow,
    SetTemplateVersionRow,
)
from platemark.db.unit_of_work import UnitOfWork
from platemark.search.texts import refresh_text


def is_in_use(
    work: UnitOfWork,
    set_template_id: UUID,
    *,
    after_version: int = 0,
    ignored_albums: Collection[UUID] = (),
    ignored_runs: Collection[UUID] = (),
) -> bool:
    """Whether a set run or an album, other than those that are ignored, uses a version after ``after_version``."""
    runs = sa.exists().where(
        SetRunRow.set_template_id == set_template_id,
        SetRunRow.set_template_version > after_version,
        SetRunRow.id.not_in(ignored_runs),
    )
    albums = sa.select(AlbumRow.id).where(
        AlbumRow.set_template_id == set_template_id,
        AlbumRow.set_template_version > after_version,
        AlbumRow.id.not_in(ignored_albums),
    )
    return bool(work.session.scalar(sa.select(sa.or_(runs, albums.exists()))))


def uses_adapter(work: UnitOfWork, adapter_id: UUID, *, ignored: Collection[UUID] = ()) -> bool:
    """Whether a set template, other than those that are ignored, names an adapter as it is now."""
    version = SetTemplateVersionRow
    used = sa.exists().where(
        SetTemplateRow.id == version.set_template_id,
        SetTemplateRow.version == version.version,
        SetTemplateRow.id.not_in(ignored),
        sa.cast(version.adapters, sa.Text).contains(str(adapter_id)),
    )
    return bool(work.session.scalar(sa.select(used)))


def delete_set_template(work: UnitOfWork, set_template_id: UUID) -> None:
    """Delete it with all its versions and rows."""
    _delete_versions(work, set_template_id, after_version=0)
    statement = sa.delete(SetTemplateRow).where(SetTemplateRow.id == set_template_id)
    work.session.execute(statement.execution_options(synchronize_session=False))


def roll_back(work: UnitOfWork, set_template_id: UUID, columns: Mapping[str, Any]) -> None:
    """Restore the ``columns`` of its row as they were at an earlier ``version``, and delete the versions after it."""
    statement = sa.update(SetTemplateRow).where(SetTemplateRow.id == set_template_id).values(**columns)
    work.session.execute(statement.execution_options(synchronize_session=False))
    refresh_text(work, SetTemplateTextRow, set_template_id)
    _delete_versions(work, set_template_id, after_version=columns["version"])


def _delete_versions(work: UnitOfWork, set_template_id: UUID, *, after_version: int) -> None:
    for table in (SetTemplateEntryRow, SetTemplateVersionRow):
        statement = sa.delete(table).where(table.set_template_id == set_template_id, table.version > after_version)
        work.session.execute(statement.execution_options(synchronize_session=False))
