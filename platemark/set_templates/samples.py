"""The set templates that come with the studio, so that a user can run a set without writing one first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.db.tables import SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_templates import service, table
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate

SLUGS = ("zodiac", "tarot-majors", "card-deck")
"""In the order in which they are created; lists show the last one first."""
_INSTALL_LOCK = 0x5E75A3


@dataclass(frozen=True, slots=True)
class Sample:
    """A set template that comes with the studio."""

    slug: str
    new: NewSetTemplate
    table: Table


def load_sample(slug: str) -> Sample:
    """Load the sample ``slug``: its fields from ``<slug>.json``, its rows from ``<slug>.csv``."""
    folder = resources.files("platemark.samples")
    fields = json.loads((folder / f"{slug}.json").read_text("utf-8"))
    return Sample(slug, NewSetTemplate(**fields), table.from_csv((folder / f"{slug}.csv").read_bytes()))


def install_samples(work: UnitOfWork) -> None:
    """Create the samples that were never created; existing ones, changed or archived, stay as they are.

    They have no owner: anyone signed in sees them, and any editor may change them.
    """
    if not _missing(work):
        return
    if work.dialect == "postgresql":  # of two studios that start at once, the second waits and then finds them
        work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(_INSTALL_LOCK)))
    for slug in _missing(work):
        sample = load_sample(slug)
        service.create_set_template(work, sample.new, sample.table, by=SYSTEM, slug=slug)


def _missing(work: UnitOfWork) -> list[str]:
    present = set(work.session.scalars(sa.select(SetTemplateRow.slug).where(SetTemplateRow.slug.in_(SLUGS))))
    return [slug for slug in SLUGS if slug not in present]
