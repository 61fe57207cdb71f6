"""The set templates that come with the studio, so that the first run needs nothing written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_templates import service, table
from platemark.set_templates.service import NewSetTemplate
from platemark.set_templates.table import Table

SLUGS = ("zodiac", "tarot-majors", "card-deck")
"""In the order in which they are made: lists show the last one first."""
_LOCK = 0x5E75A3


@dataclass(frozen=True, slots=True)
class Sample:
    """A set template as it comes with the studio."""

    slug: str
    new: NewSetTemplate
    table: Table


def read(slug: str) -> Sample:
    """The sample called ``slug``: its fields from ``<slug>.json``, its rows from ``<slug>.csv``."""
    folder = resources.files("platemark.samples")
    fields = json.loads((folder / f"{slug}.json").read_text("utf-8"))
    return Sample(slug, NewSetTemplate(**fields), table.from_csv((folder / f"{slug}.csv").read_bytes()))


def install(work: UnitOfWork) -> None:
    """Add the samples that were never added; those that are there, changed or archived, are left as they are.

    They belong to nobody: anyone signed in sees them, any editor may change them.
    """
    if not _missing(work):
        return
    if work.dialect == "postgresql":  # two studios that start at once: the second waits, then finds them
        work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    for slug in _missing(work):
        sample = read(slug)
        service.create(work, sample.new, sample.table, by=SYSTEM, slug=slug)


def _missing(work: UnitOfWork) -> list[str]:
    there = set(work.session.scalars(sa.select(SetTemplateRow.slug).where(SetTemplateRow.slug.in_(SLUGS))))
    return [slug for slug in SLUGS if slug not in there]
