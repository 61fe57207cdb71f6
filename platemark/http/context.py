"""What every handler is given."""

from __future__ import annotations

from dataclasses import dataclass

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.studio import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The transaction under way, who asks, and the running things. ``client`` is the caller's address."""

    work: UnitOfWork
    actor: Actor
    studio: Studio
    client: str = ""
