"""Adapters as options of commands name them."""

from __future__ import annotations

import re
from uuid import UUID

import click

from platemark.access import Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound

WITH_WEIGHT = re.compile(r"(?P<name>.+)[:=](?P<weight>[+-]?(\d+\.?\d*|\.\d+))")


def parse_adapter(work: UnitOfWork, option: str, *, by: Actor) -> AdapterChoice:
    """The adapter in ``NAME``, ``NAME:WEIGHT`` or ``NAME=WEIGHT``; the name itself may contain either sign.

    NotFound if there is no such adapter, Conflict ``adapter_ambiguous``.
    """
    try:
        return AdapterChoice(_id_of(work, option, by))
    except NotFound:
        parts = WITH_WEIGHT.fullmatch(option)
        if parts is not None:
            return AdapterChoice(_id_of(work, parts["name"], by), float(parts["weight"]))
        if "=" in option:
            raise click.BadParameter(f"the weight in {option!r} is not a number.", param_hint="--adapter") from None
        raise


def _id_of(work: UnitOfWork, name: str, by: Actor) -> UUID:
    return adapters.get_adapter_by_id_or_name(work, name, by=by).id
