"""Deletes rows of accounts that are no longer needed; the schedule calls these every hour."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from platemark.db.tables import SessionRow, SignInAttemptRow
from platemark.db.types import MILLISECOND, db_now, shifted
from platemark.db.unit_of_work import UnitOfWork


def delete_expired_sessions(work: UnitOfWork) -> None:
    """Delete the sessions that have expired by the database's clock."""
    expired = delete(SessionRow).where(SessionRow.expires_at < db_now())
    work.session.execute(expired.execution_options(synchronize_session=False))


def delete_old_sign_in_attempts(work: UnitOfWork, age: timedelta) -> None:
    """Delete the sign-in attempts that are older than ``age`` by the database's clock."""
    old = delete(SignInAttemptRow).where(SignInAttemptRow.at < shifted(db_now(), -(age // MILLISECOND)))
    work.session.execute(old.execution_options(synchronize_session=False))
