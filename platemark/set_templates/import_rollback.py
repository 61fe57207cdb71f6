"""What only an import that is undone may do: make a set template, or its latest versions, as if they had never been.

Everybody else archives. Whoever calls this has made sure that nobody changed the set template since.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.db.tables import AlbumRow, SetRunRow, SetTemplateEntryRow, SetTemplateRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork


def in_use(work: UnitOfWork, set_template_id: UUID, *, after: int = 0, but_for: Collection[UUID] = ()) -> bool:
    """Whether a run, or an album that is none of ``but_for``, rests on one of its versions after ``after``."""
    runs = sa.exists().where(SetRunRow.set_template_id == set_template_id, SetRunRow.set_template_version > after)
    albums = sa.select(AlbumRow.id).where(
        AlbumRow.set_template_id == set_template_id, AlbumRow.set_template_version > after
    )
    rest = albums.where(AlbumRow.id.not_in(but_for)).exists()
    return bool(work.session.scalar(sa.select(sa.or_(runs, rest))))


def discard(work: UnitOfWork, set_template_id: UUID) -> None:
    """Delete it with all its versions and rows."""
    _forget_versions(work, set_template_id, after=0)
    gone = sa.delete(SetTemplateRow).where(SetTemplateRow.id == set_template_id)
    work.session.execute(gone.execution_options(synchronize_session=False))


def roll_back(work: UnitOfWork, set_template_id: UUID, head: Mapping[str, Any]) -> None:
    """Put back ``head``, the columns of its row as they were at an earlier ``version``; later versions are deleted."""
    put_back = sa.update(SetTemplateRow).where(SetTemplateRow.id == set_template_id).values(**head)
    work.session.execute(put_back.execution_options(synchronize_session=False))
    _forget_versions(work, set_template_id, after=head["version"])


def _forget_versions(work: UnitOfWork, set_template_id: UUID, *, after: int) -> None:
    for table in (SetTemplateEntryRow, SetTemplateVersionRow):
        gone = sa.delete(table).where(table.set_template_id == set_template_id, table.version > after)
        work.session.execute(gone.execution_options(synchronize_session=False))
