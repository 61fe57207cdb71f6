"""What a transaction locks before the rows that it changes, so that two that count cannot wait for each other."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from platemark.db.tables import SetRunRow
from platemark.db.unit_of_work import UnitOfWork

RUNS = (
    select(SetRunRow.id)
    .where(SetRunRow.album_id == bindparam("the_album", type_=Uuid()))
    .order_by(SetRunRow.id)
    .with_for_update()
)


def lock_set_runs_of(work: UnitOfWork, album_id: UUID) -> None:
    """Call it before locking an album to delete it or to change who sees it.

    That moves the jobs of its set runs to other counts. A job that ends locks its run to be counted, and then the
    album, to add its images: in this order.
    """
    work.session.connection().execute(RUNS, {"the_album": album_id}).all()
