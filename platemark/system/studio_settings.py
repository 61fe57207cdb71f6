"""The studio's defaults of generation: the engine, the model and the adapters of jobs and set runs that name none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from platemark.access import Actor, require_role
from platemark.adapters.bases import read_families
from platemark.adapters.pinned import AdapterChoice, PinnedAdapter, find_adapter_problems
from platemark.adapters.pinning import pin_adapters
from platemark.adapters.stored import read_adapters
from platemark.db.statements import Statement, first_column
from platemark.db.tables import StudioSettingsRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.model_choice import pin_model
from platemark.engines.registry import DEFAULT_ENGINE, check_health
from platemark.errors import Unprocessable
from platemark.etags import require_match
from platemark.events.service import record
from platemark.studio import Studio
from platemark.unchanged import UNCHANGED, Unchanged

ROW_ID = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioSettings:
    """The defaults; None: the press, the engine's own model, no adapters. ``updated_at`` None: never changed."""

    engine: str | None = None
    model: str | None = None
    adapters: tuple[PinnedAdapter, ...] | None = None
    updated_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsChanges:
    """The defaults to change; None clears one."""

    engine: str | Unchanged | None = UNCHANGED
    model: str | Unchanged | None = UNCHANGED
    adapters: Sequence[AdapterChoice] | Unchanged | None = UNCHANGED


def get_settings(work: UnitOfWork, *, by: Actor) -> StudioSettings:
    """The defaults, for everyone signed in: what their jobs use."""
    require_role(by, "viewer")
    return read_settings(work)


def read_settings(work: UnitOfWork) -> StudioSettings:
    """The defaults, for services; checks no role."""
    return SETTINGS.first(work) or StudioSettings()


def update_settings(
    work: UnitOfWork, studio: Studio, changes: SettingsChanges, *, by: Actor, if_match: str | None = None
) -> StudioSettings:
    """Change the defaults that are given; nothing, if they are so already. For admins.

    Unprocessable if they could not be used: ``unknown_engine``, ``unknown_model``, ``unknown_adapter``,
    ``engine_limits`` for adapters that do not fit the engine, ``engine_unavailable`` if it cannot say whether it has
    the model.
    """
    require_role(by, "admin")
    INSERT[work.dialect].execute(work)
    current = LOCKED.one(work)
    require_match(if_match, current.version)
    new = _changed(work, current, changes, by=by)
    if new == current:
        return current
    _check(work, studio, new)
    pinned = None if new.adapters is None else [adapter.payload() for adapter in new.adapters]
    UPDATE.execute(
        work,
        new_engine=new.engine,
        new_model=new.model,
        new_adapters=pinned,
        new_updated_at=work.now(),
        new_version=current.version + 1,
    )
    record(work, "settings.updated", None)
    return read_settings(work)


def _changed(work: UnitOfWork, current: StudioSettings, changes: SettingsChanges, *, by: Actor) -> StudioSettings:
    """The adapters that are chosen as they are already keep what was pinned, even if one was deleted since."""
    given = {name: getattr(changes, name) for name in ("engine", "model", "adapters")}
    values = {name: value for name, value in given.items() if not isinstance(value, Unchanged)}
    if values.get("adapters") is not None:
        chosen = tuple(values["adapters"])
        same = current.adapters is not None and chosen == tuple(adapter.choice for adapter in current.adapters)
        values["adapters"] = current.adapters if same else pin_adapters(work, chosen, by=by)
    return replace(current, **values)


def _check(work: UnitOfWork, studio: Studio, settings: StudioSettings) -> None:
    engine = studio.engines.get(settings.engine or DEFAULT_ENGINE)
    if settings.model is not None:
        check_health(engine)
        pin_model(engine, settings.model)
    adapters = settings.adapters or ()
    findings = list(find_adapter_problems(engine.capabilities().adapter_formats, adapters))
    findings += read_families(work, engine, adapters).find_problems(settings.model, adapters)
    if findings:
        detail = f"The engine {engine.name} cannot do this: {findings[0].message}"
        raise Unprocessable("engine_limits", detail, findings)


def _read(values: Sequence[Any]) -> StudioSettings:
    """The settings of the columns ``COLUMNS``."""
    named = dict(zip(COLUMNS, values, strict=True))
    return StudioSettings(**{**named, "adapters": read_adapters(named["adapters"], of=ROW.__tablename__)})


def _insert(dialect: Any) -> Statement[Any]:
    return Statement(dialect.insert(ROW).values(id=ROW_ID, version=1).on_conflict_do_nothing(), first_column)


def _update() -> Statement[Any]:
    columns = ROW.__table__.c
    values = {name: bindparam(f"new_{name}", type_=columns[name].type) for name in COLUMNS}
    return Statement(update(ROW).where(ROW.id == ROW_ID).values(values), first_column)


ROW = StudioSettingsRow
COLUMNS = ("engine", "model", "adapters", "updated_at", "version")
SELECT = select(*(getattr(ROW, name) for name in COLUMNS)).where(ROW.id == ROW_ID)
SETTINGS: Statement[StudioSettings] = Statement(SELECT, _read)
LOCKED: Statement[StudioSettings] = Statement(SELECT.with_for_update(), _read)
INSERT = {"sqlite": _insert(sqlite), "postgresql": _insert(postgresql)}
UPDATE = _update()
