"""Set runs: a version of a set template, pinned, made into an album; one job a row. All of it begins, or nothing does.

The row at ``position`` has the seed ``(seed + position) mod 2**53``: rows differ, and the same version run again with
the same seed and the same words makes the same pictures on an engine that is deterministic.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, update

from platemark.access import Actor, require_owner
from platemark.adapters.pinning import AdapterChoice, pin
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.ids import new_id
from platemark.jobs import estimates, queue, requests
from platemark.jobs import service as jobs
from platemark.jobs.estimates import Estimate
from platemark.jobs.requests import GenerateJob
from platemark.jobs.service import Wake
from platemark.paging import Page, PageRequest
from platemark.set_runs import queries
from platemark.set_runs.queries import RunRow, SetRun, State
from platemark.set_templates import service as set_templates
from platemark.set_templates.prompts import MAX_PROMPT, Problem, Rendering, Words, render
from platemark.set_templates.service import SetTemplate
from platemark.set_templates.table import Table

__all__ = [
    "NewSetRun",
    "Overrides",
    "RunRow",
    "SetPreview",
    "SetRun",
    "SetRunDetail",
    "State",
    "album_name",
    "cancel",
    "get",
    "list_set_runs",
    "preview",
    "retry",
    "row_title",
    "start",
]

SEEDS = 2**53
MAX_FINDINGS = 100
MAX_PROBLEMS = 1000
MAX_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What to take instead of what the set template says; None: as it says."""

    base_prompt: str | None = None
    prompt_template: str | None = None
    style_suffix: str | None = None
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    steps: int | None = None
    guidance_scale: float | None = None

    def given(self) -> dict[str, Any]:
        """Those that are there."""
        return {name: value for name in OVERRIDABLE if (value := getattr(self, name)) is not None}


OVERRIDABLE = tuple(Overrides.__dataclass_fields__)
NOTHING = Overrides()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSetRun:
    """What to run a set with. ``seed`` is the first row's (made up where None); ``album_name`` made where None."""

    theme: str
    album_name: str | None = None
    seed: int | None = None
    overrides: Overrides = NOTHING
    adapters: Sequence[AdapterChoice] = ()
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPreview:
    """What a run would make: the first prompts as (position, prompt), and all that stands in its way."""

    version: int
    prompts: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...]
    row_count: int
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class SetRunDetail:
    """A set run and the state of each of its rows."""

    run: SetRun
    rows: Sequence[RunRow]


def preview(
    work: UnitOfWork,
    engines: Engines,
    set_template_id: UUID,
    *,
    by: Actor,
    theme: str | None = None,
    overrides: Overrides = NOTHING,
    limit: int = 50,
) -> SetPreview:
    """What a run would send to the engine, with the example theme where none is given; changes nothing.

    Prompts that are too long are cut, and are among the problems; so is what the engine cannot do.
    """
    template = set_templates.get(work, set_template_id, by=by)
    table = set_templates.rows_of(work, template).table
    said = replace(template, **overrides.given())
    rendering = _rendered(said, table, template.example_theme if theme is None else theme)
    return SetPreview(
        version=template.version,
        prompts=tuple((n, prompt[:MAX_PROMPT]) for n, prompt in enumerate(rendering.prompts[:limit])),
        problems=(*_engine_problems(engines, said), *rendering.problems)[:MAX_PROBLEMS],
        row_count=len(table.rows),
        estimate=estimates.estimate_jobs(work, len(table.rows)) if table.rows else None,
    )


def start(
    work: UnitOfWork, engines: Engines, set_template_id: UUID, asked: NewSetRun, *, by: Actor, wake: Wake
) -> SetRun:
    """Pin the current version, make the album, queue a job for each row.

    Album and pictures are private until their owner shares them. Raises Conflict ``set_template_archived``,
    Unprocessable ``unknown_adapter``, ``set_has_problems`` (at most 100 findings, those of rows at ``row/n``) and what
    the engine refuses.
    """
    template, table = set_templates.to_run(work, set_template_id, by=by)
    adapters = pin(work, asked.adapters)
    said = replace(template, **asked.overrides.given())
    rendering = _rendered(said, table, asked.theme)
    _refuse_problems(rendering.problems)
    run_id = new_id()
    album_id = albums.make(work, _album(template, asked, run_id), by=by)
    seed = secrets.randbelow(SEEDS) if asked.seed is None else asked.seed
    work.session.execute(
        insert(SetRunRow).values(
            id=run_id,
            set_template_id=template.id,
            set_template_version=template.version,
            album_id=album_id,
            theme=asked.theme,
            seed=seed,
            overrides={
                **asked.overrides.given(),
                "priority": asked.priority,
                **({"adapters": [adapter.payload() for adapter in adapters]} if adapters else {}),
            },
            row_count=len(table.rows),
            created_by=by.user_id,
            created_at=work.now(),
        )
    )
    first = replace(_job(said), album_id=album_id, priority=asked.priority, adapters=adapters)
    rows = [
        replace(first, prompt=prompt, seed=(seed + position) % SEEDS, title=row_title(values))
        for position, (prompt, values) in enumerate(zip(rendering.prompts, table.rows, strict=True))
    ]
    jobs.enqueue_many(work, engines, rows, by=by, wake=wake, set_run_id=run_id)
    return get(work, run_id, by=by).run


def list_set_runs(
    work: UnitOfWork,
    page: PageRequest,
    *,
    by: Actor,
    states: Collection[str] | None = None,
    set_template_id: UUID | None = None,
) -> Page[SetRun]:
    """The runs that ``by`` started and those of set templates that ``by`` may see, newest first."""
    statement = queries.runs(by)
    if states:
        statement = statement.where(queries.STATE.in_(states))
    if set_template_id is not None:
        statement = statement.where(SetRunRow.set_template_id == set_template_id)
    if page.after is not None:
        statement = statement.where(SetRunRow.id < page.after)
    found = work.session.execute(statement.order_by(SetRunRow.id.desc()).limit(page.limit + 1)).all()
    items = queries.views(work, found[: page.limit])
    return Page(items, items[-1].id if len(found) > page.limit else None)


def get(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRunDetail:
    """The run and the state of each of its rows."""
    return SetRunDetail(_seen(work, set_run_id, by=by), queries.rows(work, set_run_id, by=by))


def cancel(work: UnitOfWork, set_run_id: UUID, *, by: Actor, wake: Wake) -> SetRun:
    """Cancel the rows that wait and ask running ones to stop; Conflict ``set_run_finished``. Again changes nothing."""
    run = _own(work, set_run_id, by=by)
    if run.finished_at is not None:
        raise Conflict("set_run_finished", f"The set run is {run.state}: there is nothing to cancel.")
    queue.cancel_set_run(work, set_run_id)
    _set_cancel_requested(work, set_run_id, work.now())
    work.after_commit(wake)
    return _seen(work, set_run_id, by=by)


def retry(work: UnitOfWork, set_run_id: UUID, *, by: Actor, wake: Wake) -> SetRun:
    """Queue the failed rows again, with their seeds; Conflict ``nothing_to_retry`` where none has failed.

    A run that was cancelled goes on with those rows alone; once they are done it is ``cancelled`` again.
    """
    _own(work, set_run_id, by=by)
    if not queue.retry(work, queries.failed_jobs(work, set_run_id)):
        raise Conflict("nothing_to_retry", "No row of the set run has failed.")
    _set_cancel_requested(work, set_run_id, None)
    work.after_commit(wake)
    return _seen(work, set_run_id, by=by)


def _seen(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRun:
    found = work.session.execute(queries.runs(by).where(SetRunRow.id == set_run_id)).all()
    if not found:
        raise NotFound("set_run", set_run_id)
    return queries.views(work, found)[0]


def _own(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRun:
    run = _seen(work, set_run_id, by=by)
    require_owner(by, run.created_by)
    return run


def _set_cancel_requested(work: UnitOfWork, set_run_id: UUID, at: datetime | None) -> None:
    work.session.execute(
        update(SetRunRow)
        .where(SetRunRow.id == set_run_id)
        .values(cancel_requested_at=at)
        .execution_options(synchronize_session=False)
    )


def _rendered(said: SetTemplate, table: Table, theme: str) -> Rendering:
    return render(said.prompt_template, Words(said.base_prompt, theme, said.style_suffix), table)


def _job(said: SetTemplate) -> GenerateJob:
    """What all rows ask alike."""
    return GenerateJob(
        prompt="",
        negative_prompt=said.negative_prompt,
        width=said.width,
        height=said.height,
        steps=said.steps,
        guidance_scale=said.guidance_scale,
        set_template_id=said.id,
        set_template_version=said.version,
        visibility="private",
    )


def _album(template: SetTemplate, asked: NewSetRun, run_id: UUID) -> NewAlbum:
    return NewAlbum(
        name=asked.album_name or album_name(template.name, asked.theme),
        visibility="private",
        source="set_run",
        set_template_id=template.id,
        set_template_version=template.version,
        set_run_id=run_id,
        theme=asked.theme,
    )


def album_name(template_name: str, theme: str) -> str:
    """How an album is called that nobody gave a name: template and theme, at most 200 characters."""
    return (f"{template_name} — {theme}" if theme.strip() else template_name)[:MAX_NAME]


def row_title(values: Mapping[str, str]) -> str:
    """A row's title: its ``title`` or ``name``, else its texts but the prompt; one line of at most 200 characters."""
    named = next((values[name] for name in ("title", "name") if values.get(name, "").strip()), None)
    words = [named] if named else [text for column, text in values.items() if column != "prompt"]
    return " ".join(" ".join(words).split())[:MAX_NAME]


def _refuse_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    findings = [
        Finding("" if p.position is None else f"row/{p.position}", p.message, p.code) for p in problems[:MAX_FINDINGS]
    ]
    many = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    raise Unprocessable("set_has_problems", f"The set has {many}; nothing was queued.", findings)


def _engine_problems(engines: Engines, said: SetTemplate) -> list[Problem]:
    try:
        requests.check(engines, _job(said))
    except Unprocessable as refusal:
        return [Problem(None, finding.code, finding.message) for finding in refusal.findings]
    return []
