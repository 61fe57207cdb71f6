"""``platemark run-set``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

import click
import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.cli import Runtime
from platemark.cli.run_set import command
from platemark.cli.runtime import CommandGroup
from platemark.clock import utc_now
from platemark.db.tables import AlbumRow, JobRow, QueueControlRow, SetRunRow
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate, SetTemplateChanges
from platemark.studio import Studio
from platemark_press import Press

RunSet = Callable[..., Result]
SIGNS = from_rows([{"name": name, "prompt": f"zodiac {name}"} for name in ("aries", "leo", "libra")])


@pytest.fixture
def template(studio: Studio) -> UUID:
    with studio.work(write=True) as work:
        created = set_templates.create_set_template(
            work, NewSetTemplate(name="Signs"), SIGNS, by=SYSTEM, slug="zodiac-small"
        )
        work.commit()
    return created.id


@pytest.fixture
def run_set(runtime: Runtime, template: UUID) -> RunSet:
    def run_set(*arguments: str, runtime: Runtime = runtime, **options: Any) -> Result:
        group = CommandGroup(name="platemark", commands=[command], context_settings={"obj": runtime})
        return CliRunner().invoke(group, ["run-set", *arguments], **options)

    return run_set


def with_workers(runtime: Runtime, studio: Studio, *states: str) -> Runtime:
    """``runtime`` with workers that put the jobs into ``states`` when they are woken."""

    def finish_jobs() -> None:
        now = utc_now()
        with studio.work(write=True) as work:
            jobs = work.session.scalars(sa.select(JobRow.id).order_by(JobRow.row_position)).all()
            for job_id, state in zip(jobs, states, strict=True):
                values = {"state": state, "started_at": now, "finished_at": now}
                work.session.execute(sa.update(JobRow).where(JobRow.id == job_id).values(**values))
            work.commit()

    @contextmanager
    def workers(_: Studio) -> Iterator[Callable[[], None]]:
        yield finish_jobs

    return replace(runtime, workers=workers)


def list_rows(studio: Studio, table: type[Any]) -> Sequence[Any]:
    with studio.work(write=False) as work:
        return work.session.scalars(sa.select(table)).all()


@pytest.mark.parametrize("reference", ["zodiac-small", "Signs", "id"])
def test_a_set_can_be_given_by_slug_name_or_id(run_set: RunSet, studio: Studio, template: UUID, reference: str) -> None:
    result = run_set(str(template) if reference == "id" else reference, "--theme", "winter")
    assert result.exit_code == 0, result.output
    (run,), (album,) = list_rows(studio, SetRunRow), list_rows(studio, AlbumRow)
    assert result.stdout.splitlines() == [
        f"Set run {run.id} queued.",
        f"Album {album.id}: Signs — winter (3 queued)",
    ]
    assert {job.state for job in list_rows(studio, JobRow)} == {"queued"}


def test_a_preview_prints_prompts_problems_and_warnings_and_queues_nothing(run_set: RunSet, studio: Studio) -> None:
    result = run_set("zodiac-small", "--theme", "winter", "--preview")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "1: winter, zodiac aries")
    with studio.work(write=True) as work:
        template = set_templates.get_set_template_by_id_or_name(work, "zodiac-small", by=SYSTEM)
        changes = SetTemplateChanges(prompt_template="{name}", base_prompt="a sign")
        set_templates.update_set_template(work, template.id, changes, by=SYSTEM)
        work.commit()
    arguments = ("zodiac-small", "--theme", "winter", "--engine", "cloud", "--preview")
    assert [line.partition(":")[0] for line in run_set(*arguments).stdout.splitlines()] == [
        "1", "2", "3", "unknown_engine", "Note", "Note",
    ]  # fmt: skip
    as_json = run_set(*arguments, "--json")
    assert as_json.exit_code == 1
    assert [it["code"] for it in json.loads(as_json.stdout)["warnings"]] == ["base_prompt_unused", "theme_unused"]
    assert run_set("zodiac-small", "--theme", "x", "--preview", "--wait").exit_code == 2
    assert list_rows(studio, SetRunRow) == list_rows(studio, JobRow) == []
    queued = run_set("zodiac-small", "--theme", "winter")
    assert (queued.exit_code, queued.stderr.count("Note: ")) == (0, 2)


def test_a_preview_names_the_words_that_the_engine_ignores(
    run_set: RunSet, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("zodiac-small", "--theme", "blorp, winter", "--preview")
    note = "Note: The engine ignores these words of the first prompts: blorp."
    assert run_set(*arguments).stdout.splitlines()[-1] == note
    assert json.loads(run_set(*arguments, "--json").stdout)["ignored_words"] == ["blorp"]
    assert json.loads(run_set(*arguments, "--engine", "cloud", "--json").stdout)["ignored_words"] is None
    known = run_set("zodiac-small", "--theme", "winter", "--preview", "--json")
    assert json.loads(known.stdout)["ignored_words"] == []
    monkeypatch.delattr(Press, "preview_prompt")
    assert json.loads(run_set(*arguments, "--json").stdout)["ignored_words"] is None
    assert list_rows(studio, JobRow) == []


def test_options_override_the_template(run_set: RunSet, studio: Studio) -> None:
    options = [
        "--seed",
        "7",
        "--steps",
        "3",
        "--guidance",
        "2.5",
        "--width",
        "64",
        "--height",
        "72",
        "--album-name",
        "Mine",
        "--json",
    ]
    run = json.loads(run_set("zodiac-small", "--theme", "", *options).stdout)
    payload = list_rows(studio, JobRow)[0].payload
    assert [payload[name] for name in ("seed", "steps", "guidance_scale", "width", "height")] == [7, 3, 2.5, 64, 72]
    assert (run["seed"], run["album_name"], run["theme"], run["state"]) == (7, "Mine", "", "queued")
    assert run["counts"] == {"queued": 3, "running": 0, "succeeded": 0, "failed": 0, "cancelled": 0}


def test_an_adapter_can_be_given_by_name_or_id(run_set: RunSet, studio: Studio) -> None:
    with studio.work(write=True) as work:
        new_adapter = NewAdapter(
            name="a=b", format="style_plate", digest=studio.blobs.put(b"plate"), size_bytes=5, source="registered"
        )
        adapter, _ = adapters.register_adapter(work, studio, new_adapter, by=SYSTEM)
        work.commit()
    for reference, weight in (("a=b=0.35", 0.35), (f"{adapter.id}=0.7", 0.7), (str(adapter.id), 1.0)):
        assert run_set("zodiac-small", "--theme", "", "--adapter", reference).exit_code == 0
        (use,) = list_rows(studio, JobRow)[-1].payload["adapters"]
        assert (use["adapter_id"], use["digest"], use["weight"]) == (str(adapter.id), adapter.digest, weight)
    refused = run_set("zodiac-small", "--theme", "", "--adapter", "nothing")
    assert (refused.exit_code, refused.stderr) == (1, "There is no adapter nothing.\n")
    assert run_set("zodiac-small", "--theme", "", "--adapter", "a=b=much").exit_code == 2


def test_the_album_belongs_to_the_first_admin_or_the_named_user(run_set: RunSet, studio: Studio) -> None:
    with studio.work(write=True) as work:
        ada = accounts.create_user(work, accounts.NewUser(name="ada", role="editor"), by=SYSTEM)
        work.commit()
    run_set("zodiac-small", "--theme", "x")
    run_set("zodiac-small", "--theme", "x", "--user", "ada")
    with studio.work(write=False) as work:
        admin = accounts.ensure_first_admin(work)
    albums = sorted(list_rows(studio, AlbumRow), key=lambda album: album.id)
    assert [album.created_by for album in albums] == [admin.id, ada.id]
    assert {album.visibility for album in albums} == {"private"}


@pytest.mark.parametrize(
    ("states", "code", "last"),
    [
        (("succeeded", "succeeded", "succeeded"), 0, "succeeded."),
        (("succeeded", "failed", "failed"), 1, "failed: 2 of 3 pictures failed."),
        (("succeeded", "cancelled", "succeeded"), 1, "cancelled."),
    ],
    ids=["all succeeded", "some failed", "one cancelled"],
)
def test_wait_prints_the_outcome_and_the_album(
    run_set: RunSet, runtime: Runtime, studio: Studio, states: tuple[str, ...], code: int, last: str
) -> None:
    result = run_set("zodiac-small", "--theme", "winter", "--wait", runtime=with_workers(runtime, studio, *states))
    (run,), (album,) = list_rows(studio, SetRunRow), list_rows(studio, AlbumRow)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("3 of 3 done")
    assert lines[1:] == [f"Set run {run.id} {last}", f"Album {album.id}: Signs — winter (0 pictures)"]
    assert result.exit_code == code


def test_json_is_one_object_at_the_end(run_set: RunSet, runtime: Runtime, studio: Studio) -> None:
    finishing = with_workers(runtime, studio, "succeeded", "failed", "succeeded")
    result = run_set("zodiac-small", "--theme", "winter", "--wait", "--json", runtime=finishing)
    run = json.loads(result.stdout)
    assert (result.exit_code, run["state"], run["counts"]["failed"]) == (1, "failed", 1)
    assert (UUID(run["album_id"]), run["album_name"]) == (list_rows(studio, AlbumRow)[0].id, "Signs — winter")
    assert run["finished_at"].endswith("Z")


@pytest.mark.parametrize(("log_level", "expected"), [("info", "warning"), ("debug", "debug"), ("error", "error")])
def test_workers_log_warnings_only_unless_another_level_is_set(
    run_set: RunSet, runtime: Runtime, studio: Studio, log_level: str, expected: str
) -> None:
    levels: list[str] = []
    finishing = with_workers(runtime, studio, "succeeded", "succeeded", "succeeded")

    @contextmanager
    def open_studio() -> Iterator[Studio]:
        yield replace(studio, settings=replace(studio.settings, log_level=log_level))

    @contextmanager
    def workers(studio: Studio) -> Iterator[Callable[[], None]]:
        levels.append(studio.settings.log_level)
        with finishing.workers(studio) as wake:
            yield wake

    recording_runtime = replace(runtime, open_studio=open_studio, workers=workers)
    assert run_set("zodiac-small", "--theme", "x", "--wait", runtime=recording_runtime).exit_code == 0
    assert levels == [expected]


def test_an_interrupt_leaves_the_run_queued_and_prints_how_to_follow_it(
    run_set: RunSet, runtime: Runtime, studio: Studio
) -> None:
    @contextmanager
    def interrupted(_: Studio) -> Iterator[Callable[[], None]]:
        def wake() -> None:
            raise KeyboardInterrupt

        yield wake

    result = run_set("zodiac-small", "--theme", "winter", "--wait", runtime=replace(runtime, workers=interrupted))
    (run,) = list_rows(studio, SetRunRow)
    assert result.exit_code == 130
    assert f"/api/v1/set-runs/{run.id}" in result.stderr
    assert {job.state for job in list_rows(studio, JobRow)} == {"queued"}


def test_a_paused_queue_is_reported(run_set: RunSet, runtime: Runtime, studio: Studio) -> None:
    with studio.work(write=True) as work:
        work.session.add(QueueControlRow(id=1, paused_at=utc_now()))
        work.commit()
    finishing = with_workers(runtime, studio, "succeeded", "succeeded", "succeeded")
    assert "paused" in run_set("zodiac-small", "--theme", "x", "--wait", runtime=finishing).stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nothing", "--theme", "x"], 1, "There is no set template nothing."),
        (["zodiac-small"], 2, "Missing option '--theme'"),
        (["zodiac-small", "--theme", "a\nb"], 2, "one line of at most 500"),
        (["zodiac-small", "--theme", "x" * 501], 2, "one line of at most 500"),
        (["zodiac-small", "--theme", "x", "--width", "63"], 2, "64<=x<=2048"),
        (["zodiac-small", "--theme", "x", "--width", "65"], 2, "multiple of 8"),
        (["zodiac-small", "--theme", "x", "--seed", "-1"], 2, "--seed"),
        (["zodiac-small", "--theme", "x", "--user", "nobody"], 1, "There is no user nobody."),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_bad_arguments_are_refused_in_one_sentence(
    run_set: RunSet, studio: Studio, arguments: list[str], code: int, message: str
) -> None:
    result = run_set(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert list_rows(studio, SetRunRow) == []


def test_an_ambiguous_name_is_refused(run_set: RunSet, studio: Studio) -> None:
    with studio.work(write=True) as work:
        set_templates.create_set_template(work, NewSetTemplate(name="Signs"), SIGNS, by=SYSTEM)
        work.commit()
    result = run_set("Signs", "--theme", "x")
    assert (result.exit_code, list_rows(studio, SetRunRow)) == (1, [])
    assert "use the id instead" in result.stderr


def test_the_command_is_called_run_set() -> None:
    assert isinstance(command, click.Command)
    assert command.name == "run-set"
