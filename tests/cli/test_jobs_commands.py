"""``platemark jobs …``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.ids import new_id
from platemark.jobs import previews, queue, service
from platemark.jobs.queue import NewJob
from platemark.studio import Studio
from tests.cli.conftest import Run

RUN = new_id()


@pytest.fixture
def ids(run: Run, studio: Studio) -> dict[str, UUID]:
    """The ids of jobs: of the first admin (one running), of another user, and of nobody."""
    for name, role in (("ada", "admin"), ("bob", "editor")):
        run("user", "create", name, "--role", role)
    with studio.work(write=True) as work:
        ada, bob = (accounts.get_user_by_name(work, name, by=SYSTEM).id for name in ("ada", "bob"))
        jobs = {
            "running": NewJob(kind="generate", engine="press", payload={}, created_by=ada, priority=9),
            "mine": NewJob(kind="caption", engine="press", payload={}, created_by=ada),
            "bob's": NewJob(kind="generate", engine="press", payload={}, created_by=bob, set_run_id=RUN),
            "nobody's": NewJob(kind="generate", engine="press", payload={}),
        }
        for job in jobs.values():
            queue.add(work, [job])
        lease = queue.claim(work, "a-worker", lease_ms=60_000)
        assert lease is not None
        assert lease.job_id == jobs["running"].id
        work.commit()
    return {name: job.id for name, job in jobs.items()}


def asked(studio: Studio, ids: dict[str, UUID]) -> set[str]:
    """The jobs that were cancelled, or asked to stop."""
    with studio.work(write=False) as work:
        return {name for name, it in ids.items() if service.get_job(work, it, by=SYSTEM).cancel_requested}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--mine",), {"running", "mine"}),
        (("--mine", "--queued-only"), {"mine"}),
        (("--user", "bob"), {"bob's"}),
        (("--set-run", str(RUN)), {"bob's"}),
        (("--mine", "--set-run", str(RUN)), set()),
        (("--all", "--kind", "generate"), {"running", "bob's", "nobody's"}),
        (("--all",), {"running", "mine", "bob's", "nobody's"}),
    ],
)
def test_jobs_are_cancelled_as_asked(
    run: Run, studio: Studio, ids: dict[str, UUID], options: tuple[str, ...], expected: set[str]
) -> None:
    counts = {"cancelled_count": len(expected - {"running"}), "stopping_count": len(expected & {"running"})}
    planned = run("jobs", "cancel", *options, "--dry-run", "--json")
    assert json.loads(planned.stdout) == {"dry_run": True, **counts, "more": False}
    assert asked(studio, ids) == set()
    done = run("jobs", "cancel", *options, "--yes", "--json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"dry_run": False, **counts, "more": False})
    assert asked(studio, ids) == expected


def test_it_asks_before_it_cancels(run: Run, studio: Studio, ids: dict[str, UUID]) -> None:
    refused = run("jobs", "cancel", "--all", input="n\n")
    assert (refused.exit_code, asked(studio, ids)) == (1, set())
    plan = "3 queued jobs would be cancelled, 1 running would be asked to stop."
    assert refused.stdout.startswith(plan + "\n")
    done = run("jobs", "cancel", "--all", input="y\n")
    assert done.stdout.splitlines()[-1] == "3 queued jobs cancelled, 1 running asked to stop."
    assert asked(studio, ids) == set(ids)
    nothing = run("jobs", "cancel", "--all")
    assert (nothing.exit_code, nothing.stdout) == (
        0,
        "0 queued jobs would be cancelled, 0 running would be asked to stop.\n",
    )


def test_it_goes_on_until_nothing_is_left(
    run: Run, studio: Studio, ids: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MAX_CANCELLED", 2)
    planned = run("jobs", "cancel", "--all", "--dry-run")
    assert planned.stdout == "1 queued jobs would be cancelled, 1 running would be asked to stop. There are more.\n"
    done: dict[str, Any] = json.loads(run("jobs", "cancel", "--all", "--yes", "--json").stdout)
    assert done == {"dry_run": False, "cancelled_count": 3, "stopping_count": 1, "more": False}
    assert asked(studio, ids) == set(ids)


@pytest.mark.parametrize("options", [(), ("--mine", "--all"), ("--user", "bob", "--all"), ("--all", "--json")])
def test_it_must_be_said_whose_jobs(run: Run, options: tuple[str, ...]) -> None:
    assert run("jobs", "cancel", *options).exit_code == 2


def test_a_user_who_does_not_exist_is_an_error(run: Run) -> None:
    assert run("jobs", "cancel", "--user", "nobody", "--yes").exit_code == 1


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["nobody's", "bob's", "mine", "running"]),
        (("--limit", "1"), ["nobody's"]),
        (("--user", "ada"), ["mine", "running"]),
        (("--state", "running", "--state", "failed"), ["running"]),
        (("--kind", "caption"), ["mine"]),
        (("--set-run", str(RUN)), ["bob's"]),
    ],
)
def test_jobs_are_listed(run: Run, ids: dict[str, UUID], options: tuple[str, ...], expected: list[str]) -> None:
    listed = json.loads(run("jobs", "list", *options, "--json").stdout)
    assert [it["id"] for it in listed] == [str(ids[name]) for name in expected]


def test_a_table_of_jobs_says_what_and_how_far(run: Run, ids: dict[str, UUID]) -> None:
    head, row = (line.split("\t") for line in run("jobs", "list", "--state", "running").stdout.splitlines())
    assert head == ["created", "kind", "state", "progress", "engine", "error", "id"]
    assert (row[1:4], row[6]) == (["generate", "running", "0%"], str(ids["running"]))
    unknown = run("jobs", "list", "--user", "eve")
    assert unknown.exit_code == 1


def test_the_preview_of_a_running_job_is_written_to_a_file(
    run: Run, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with studio.work(write=True) as work:
        queue.add(work, [NewJob(kind="generate", engine="press", payload={})])
        lease = queue.claim(work, "a-worker", lease_ms=60_000)
        assert lease is not None
        work.commit()
    refused = run("jobs", "preview", str(lease.job_id))
    assert (refused.exit_code, list(tmp_path.glob("*.webp"))) == (1, [])
    assert "There is no job preview" in refused.output
    with studio.work(write=True) as work:
        previews.store(work, lease, b"a picture", 0.5)
        work.commit()
    for options, name in (((), f"job-{lease.job_id}.webp"), (("-o", "fox.webp"), "fox.webp")):
        written = run("jobs", "preview", str(lease.job_id), *options, "--json")
        assert json.loads(written.stdout) == {"job_id": str(lease.job_id), "file": name, "bytes": 9}
        assert (tmp_path / name).read_bytes() == b"a picture"
