"""Statistics: what the studio holds, summed over all users, so that they reveal nothing about a single one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from platemark.access import Actor, require_role
from platemark.choices import VISIBILITIES
from platemark.db.kept_counts import reading
from platemark.db.tables.images import IMAGE_SOURCES
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.system import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts; the mappings contain every visibility, source and state, with zeros."""

    albums: Mapping[str, int]
    images: Mapping[str, int]
    jobs: Mapping[str, int]
    set_templates: int
    users: int
    storage_bytes: int
    blob_count: int


def get_stats(work: UnitOfWork, *, by: Actor) -> Stats:
    """The current statistics. For every signed-in user."""
    require_role(by, "viewer")
    files = reading.total_files(work)
    by_state = Counter[str]()
    for (_, state), count in reading.count_jobs_by_kind_and_state(work).items():
        by_state[state] += count
    return Stats(
        albums=_with_zeros(VISIBILITIES, reading.count_by_value(work, "albums")),
        images=_with_zeros(IMAGE_SOURCES, reading.count_by_value(work, "images")),
        jobs=_with_zeros(STATES, by_state),
        set_templates=sum(reading.count_by_value(work, "set_templates").values()),
        users=queries.count_users(work),
        storage_bytes=files.bytes,
        blob_count=files.number,
    )


def _with_zeros(keys: tuple[str, ...], counts: Mapping[str, int]) -> Mapping[str, int]:
    return {key: counts.get(key, 0) for key in keys}
