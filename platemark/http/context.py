"""The context that every handler receives."""

from __future__ import annotations

from dataclasses import dataclass

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.studio import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The transaction of the request, the caller, and the studio. ``client`` is the caller's network address, and
    ``user_agent`` what they say of their browser."""

    work: UnitOfWork
    actor: Actor
    studio: Studio
    client: str = ""
    user_agent: str | None = None
