"""Schedule slots: for each scheduled task, the latest hour or day in which a process claimed it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

from platemark.db.tables import ScheduleSlotRow
from platemark.db.types import MILLISECOND, BigInt, db_now
from platemark.db.unit_of_work import UnitOfWork


def claim_slot(work: UnitOfWork, task_name: str, every: timedelta) -> bool:
    """Claim the current slot of a task that runs once in ``every``; True for exactly one of all processes that ask.

    Slots are counted by the database's clock. A stored slot far ahead (the clock was set back) is overwritten.
    """
    current = type_coerce(db_now(), BigInt) // (every // MILLISECOND)
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    statement = dialect.insert(ScheduleSlotRow).values(duty=task_name, slot=current)
    stored, new = ScheduleSlotRow.slot, statement.excluded.slot
    is_due = or_(stored < new, stored > new + 1)
    claim = statement.on_conflict_do_update(index_elements=["duty"], set_={"slot": new}, where=is_due)
    return work.session.execute(claim.returning(ScheduleSlotRow.duty)).first() is not None
