"""How much the studio holds: numbers of everyone's things together, which tell nothing of any one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from platemark.access import Actor, require_role
from platemark.db.tables.albums import VISIBILITIES
from platemark.db.tables.images import IMAGE_SOURCES
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.system import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts; the mappings have every visibility, source and state, 0 where there is none."""

    albums: Mapping[str, int]
    images: Mapping[str, int]
    jobs: Mapping[str, int]
    set_templates: int
    users: int
    storage_bytes: int
    blob_count: int


def get_stats(work: UnitOfWork, *, by: Actor) -> Stats:
    """The numbers now. For everyone signed in."""
    require_role(by, "viewer")
    set_templates, users = queries.templates_and_users(work)
    stored = queries.get_storage_stats(work)
    by_state: Counter[str] = Counter()
    for (_, state), count in queries.jobs_by_kind_and_state(work).items():
        by_state[state] += count
    return Stats(
        albums=_all_of(VISIBILITIES, queries.albums_by_visibility(work)),
        images=_all_of(IMAGE_SOURCES, queries.images_by_source(work)),
        jobs=_all_of(STATES, by_state),
        set_templates=set_templates,
        users=users,
        storage_bytes=stored.bytes,
        blob_count=stored.blobs,
    )


def _all_of(words: tuple[str, ...], found: Mapping[str, int]) -> Mapping[str, int]:
    return {word: found.get(word, 0) for word in words}
