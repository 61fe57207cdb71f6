"""What starting a set run and previewing one have in common: the engine, the texts, and what all jobs share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from platemark.access import Actor
from platemark.albums.views import NewAlbum
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Finding, Unprocessable
from platemark.jobs.engine_choice import ChosenEngine
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import queries
from platemark.set_runs.engine_levels import read_levels
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates.prompts import Problem, PromptContext
from platemark.set_templates.views import SetTemplateView

SEED_COUNT = 2**53
MAX_FINDINGS = 100
MAX_NAME = 200


def choose_engine(
    work: UnitOfWork, engines: Engines, template: SetTemplateView, asked: NewSetRun | PreviewRequest, *, by: Actor
) -> ChosenEngine:
    """Engine, model and adapters of a run, pinned.

    Unprocessable ``unknown_adapter``, ``adapter_gone``, ``unknown_engine``, ``engine_unavailable``, ``unknown_model``.
    """
    levels = read_levels(work, template, asked.overrides, asked.adapters, by=by)
    chosen = levels.choose()
    levels.require_adapters(work, [chosen])
    return chosen.pinned(engines)


def override(template: SetTemplateView, overrides: Overrides) -> SetTemplateView:
    """The set template with other texts and values; its engine is chosen apart."""
    values = overrides.specified()
    return replace(template, **{name: value for name, value in values.items() if name not in ("engine", "model")})


def prompt_context(template: SetTemplateView, theme: str) -> PromptContext:
    """The texts that all prompts have in common."""
    return PromptContext(template.base_prompt, theme, template.style_suffix)


def common_job(template: SetTemplateView, chosen: ChosenEngine) -> GenerateJob:
    """What the jobs of all rows have in common."""
    return GenerateJob(
        prompt="",
        negative_prompt=template.negative_prompt,
        width=template.width,
        height=template.height,
        steps=template.steps,
        guidance_scale=template.guidance_scale,
        engine=chosen.engine,
        model=chosen.model,
        adapters=chosen.adapters,
        set_template_id=template.id,
        set_template_version=template.version,
        visibility="private",
    )


def insert_run(
    work: UnitOfWork,
    run_id: UUID,
    new: NewSetRun,
    common: GenerateJob,
    *,
    seed: int,
    row_count: int,
    reused_count: int = 0,
    by: Actor,
) -> None:
    """Insert the run whose jobs have ``common`` in common; ``reused_count`` of its cells have their pictures."""
    queries.insert_run(
        work,
        id=run_id,
        set_template_id=common.set_template_id,
        set_template_version=common.set_template_version,
        album_id=common.album_id,
        theme=new.theme,
        engine=common.engine,
        model=common.model,
        adapters=[adapter.payload() for adapter in common.adapters],
        seed=seed,
        overrides={**new.overrides.specified(), "priority": new.priority},
        grid=None if new.grid is None else new.grid.payload(),
        row_count=row_count,
        reused_count=reused_count,
        created_by=by.user_id,
        created_at=work.now(),
    )


def new_album(template: SetTemplateView, new: NewSetRun, run_id: UUID) -> NewAlbum:
    """The album that a run fills."""
    return NewAlbum(
        name=new.album_name or album_name(template.name, new.theme),
        visibility="private",
        source="set_run",
        set_template_id=template.id,
        set_template_version=template.version,
        set_run_id=run_id,
        theme=new.theme,
    )


def album_name(template_name: str, theme: str) -> str:
    """The default name of a run's album: template and theme, at most 200 characters."""
    return (f"{template_name} — {theme}" if theme.strip() else template_name)[:MAX_NAME]


def row_title(values: Mapping[str, str]) -> str:
    """A row's title: its ``title`` or ``name``, else its texts except the prompt; one line, at most 200 characters."""
    name = next((values[column] for column in ("title", "name") if values.get(column, "").strip()), None)
    texts = [name] if name else [text for column, text in values.items() if column != "prompt"]
    return " ".join(" ".join(texts).split())[:MAX_NAME]


def require_no_problems(problems: Sequence[Problem]) -> None:
    """Unprocessable ``set_has_problems`` with at most 100 findings, those of rows at ``row/n``."""
    if not problems:
        return
    findings = [
        Finding("" if p.position is None else f"row/{p.position}", p.message, p.code) for p in problems[:MAX_FINDINGS]
    ]
    count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    raise Unprocessable("set_has_problems", f"The set has {count}; nothing was queued.", findings)
