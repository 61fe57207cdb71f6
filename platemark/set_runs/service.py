"""Set runs: one version of a set template, pinned, becomes an album; one job a row.

A run starts as a whole or not at all. The row at ``position`` has the seed ``(seed + position) mod 2**53``: rows
differ, and the same version run again with the same seed and the same texts gives the same pictures on a deterministic
engine.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from platemark.access import Actor, require_owner, require_role
from platemark.albums import service as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Conflict, NotFound, Unprocessable
from platemark.ids import new_id
from platemark.jobs import estimates, prompt_previews, queue, request_checks
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.paging import Page, PageRequest, split_page
from platemark.set_runs import queries, summaries
from platemark.set_runs.grid_axes import Grid
from platemark.set_runs.grids import start_grid
from platemark.set_runs.starting import (
    SEED_COUNT,
    choose_engine,
    common_job,
    insert_run,
    new_album,
    override,
    prompt_context,
    require_no_problems,
    row_title,
)
from platemark.set_runs.views import (
    NewSetRun,
    PreviewRequest,
    SetPreviewView,
    SetRunDetailView,
    SetRunFilter,
    SetRunView,
)
from platemark.set_templates import service as set_templates
from platemark.set_templates.prompts import (
    MAX_PROMPT,
    Problem,
    PromptWarning,
    prompt_warnings,
    render_prompts,
)
from platemark.set_templates.table import Table
from platemark.set_templates.views import SetTemplateView
from platemark.studio import Studio

MAX_PROBLEMS = 1000
MAX_PREVIEWED = 20
"""Of how many prompts a preview asks the engine which words it ignores."""
FINISHED = {"succeeded": "succeeded", "failed": "failed", "cancelled": "been cancelled"}
"""How an error message says what became of a finished run, by its state."""


def preview_set_template(
    work: UnitOfWork, studio: Studio, set_template_id: UUID, request: PreviewRequest, *, by: Actor
) -> SetPreviewView:
    """The prompts that a run would send to the engine, with the example theme if none is given; changes nothing.

    Prompts that are too long are truncated and reported as problems, as are values that the engine does not support.
    """
    require_role(by, "editor")
    template = set_templates.get_set_template(work, set_template_id, by=by)
    table = set_templates.read_rows(work, template).table
    effective = override(template, request.overrides)
    context = prompt_context(effective, template.example_theme if request.theme is None else request.theme)
    rendered = render_prompts(effective.prompt_template, context, table)
    return SetPreviewView(
        version=template.version,
        prompts=tuple((n, prompt[:MAX_PROMPT]) for n, prompt in enumerate(rendered.prompts[: request.limit])),
        problems=(*_engine_problems(work, studio.engines, effective, request, by=by), *rendered.problems)[
            :MAX_PROBLEMS
        ],
        warnings=prompt_warnings(effective.prompt_template, context, table),
        row_count=len(table.rows),
        estimate=estimates.estimate_jobs(work, len(table.rows)) if table.rows else None,
    )


def list_ignored_words(
    work: UnitOfWork, studio: Studio, set_template_id: UUID, request: PreviewRequest, *, by: Actor
) -> Sequence[str] | None:
    """The words of the first prompts of a preview that their engine ignores; None if it cannot say.

    Unprocessable if there is no such engine, or it refuses a prompt.
    """
    require_role(by, "editor")
    template = set_templates.get_set_template(work, set_template_id, by=by)
    effective = override(template, request.overrides)
    chosen = choose_engine(work, studio.engines, effective, request, by=by)
    context = prompt_context(effective, template.example_theme if request.theme is None else request.theme)
    prompts = render_prompts(effective.prompt_template, context, set_templates.read_rows(work, template).table).prompts
    return prompt_previews.list_ignored(studio.engines, chosen, prompts[:MAX_PREVIEWED], effective.negative_prompt)


def list_warnings(work: UnitOfWork, set_template_id: UUID, new: NewSetRun, *, by: Actor) -> Sequence[PromptWarning]:
    """What a preview of this run would warn of; asks no engine."""
    require_role(by, "editor")
    template = set_templates.get_set_template(work, set_template_id, by=by)
    effective = override(template, new.overrides)
    table = set_templates.read_rows(work, template).table
    return prompt_warnings(effective.prompt_template, prompt_context(effective, new.theme), table)


def start_set_run(work: UnitOfWork, studio: Studio, set_template_id: UUID, new: NewSetRun, *, by: Actor) -> SetRunView:
    """Pin the current version, create the album, and queue a job for each row.

    Album and pictures are private until their owner shares them. Raises Conflict ``set_template_archived``,
    Unprocessable ``unknown_adapter``, ``adapter_gone``, ``unknown_engine``, ``unknown_model``, ``set_has_problems`` (at
    most 100 findings, those of rows at ``row/n``), ``grid_has_problems`` and whatever the engine refuses.
    """
    require_role(by, "editor")
    template, table = set_templates.get_runnable_set_template(work, set_template_id, by=by)
    if new.grid is None:
        run_id = _start_rows(work, studio, template, table, new, by=by)
    else:
        run_id = start_grid(work, studio, template, table, new, new.grid, by=by)
    return get_set_run(work, run_id, by=by).run


def _start_rows(
    work: UnitOfWork, studio: Studio, template: SetTemplateView, table: Table, new: NewSetRun, *, by: Actor
) -> UUID:
    """Create the album and queue a job for each row; the id of the run."""
    chosen = choose_engine(work, studio.engines, template, new, by=by)
    effective = override(template, new.overrides)
    rendered = render_prompts(effective.prompt_template, prompt_context(effective, new.theme), table)
    require_no_problems(rendered.problems)
    seed = secrets.randbelow(SEED_COUNT) if new.seed is None else new.seed
    run_id = new_id()
    album_id = albums.insert_album(work, new_album(template, new, run_id), by=by)
    common = replace(common_job(effective, chosen), album_id=album_id, priority=new.priority)
    insert_run(work, run_id, new, common, seed=seed, row_count=len(table.rows), by=by)
    row_jobs = _row_jobs(common, rendered.prompts, table, seed)
    jobs.create_jobs(work, studio, row_jobs, by=by, set_run_id=run_id)
    return run_id


def list_set_runs(work: UnitOfWork, filters: SetRunFilter, page: PageRequest, *, by: Actor) -> Page[SetRunView]:
    """The runs that the caller started and those whose album the caller may see, newest first."""
    require_role(by, "viewer")
    rows, next_after = split_page(queries.list_rows(work, filters, page, by=by), page.limit)
    return Page(summaries.summarize(work, rows), next_after)


def get_set_run(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRunDetailView:
    """The run and the state of each of its rows."""
    run = _get_visible(work, set_run_id, by=by)
    return SetRunDetailView(run, summaries.list_rows(work, run, by=by))


def get_grid(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> Grid | None:
    """The axes of the run; None if it is no grid, or the caller may not read them."""
    return _get_visible(work, set_run_id, by=by).grid


def cancel_set_run(work: UnitOfWork, studio: Studio, set_run_id: UUID, *, by: Actor) -> SetRunView:
    """Cancel queued rows and ask running ones to stop; Conflict ``set_run_finished``. Repeating it changes nothing."""
    queries.lock_run(work, set_run_id)
    run = _get_own(work, set_run_id, by=by)
    if run.finished_at is not None:
        raise Conflict("set_run_finished", f"The set run has {FINISHED[run.state]}; there is nothing to cancel.")
    queue.cancel_set_run(work, set_run_id)
    queries.set_cancel_requested(work, set_run_id, work.now())
    work.after_commit(studio.wake)
    return _get_visible(work, set_run_id, by=by)


def retry_set_run(work: UnitOfWork, studio: Studio, set_run_id: UUID, *, by: Actor) -> SetRunView:
    """Queue the failed rows again with their seeds; Conflict ``nothing_to_retry`` if none has failed.

    A cancelled run continues with those rows alone; once they are done it is ``cancelled`` again.
    """
    queries.lock_run(work, set_run_id)
    _get_own(work, set_run_id, by=by)
    if not queue.retry(work, queries.list_failed_jobs(work, set_run_id)):
        raise Conflict("nothing_to_retry", "No row of the set run has failed; one that was imported is not run again.")
    queries.set_cancel_requested(work, set_run_id, None)
    work.after_commit(studio.wake)
    return _get_visible(work, set_run_id, by=by)


def _get_visible(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRunView:
    require_role(by, "viewer")
    row = queries.get_row(work, set_run_id, by=by)
    if row is None:
        raise NotFound("set_run", set_run_id)
    return summaries.summarize(work, [row])[0]


def _get_own(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> SetRunView:
    require_role(by, "editor")
    run = _get_visible(work, set_run_id, by=by)
    require_owner(by, run.created_by)
    return run


def _row_jobs(common: GenerateJob, prompts: Sequence[str], table: Table, seed: int) -> list[GenerateJob]:
    return [
        replace(common, prompt=prompt, seed=(seed + position) % SEED_COUNT, title=row_title(values))
        for position, (prompt, values) in enumerate(zip(prompts, table.rows, strict=True))
    ]


def _engine_problems(
    work: UnitOfWork, engines: Engines, template: SetTemplateView, request: PreviewRequest, *, by: Actor
) -> list[Problem]:
    try:
        chosen = choose_engine(work, engines, template, request, by=by)
        request_checks.check(work, engines, common_job(template, chosen))
    except Unprocessable as refusal:
        return [Problem(None, finding.code, finding.message) for finding in refusal.findings]
    return []
