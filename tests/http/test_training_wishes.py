"""Asking a training run for a sample or a checkpoint now: who may, when, and once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from platemark.clock import utc_now
from platemark.db.tables import JobRow
from platemark.training import wishes
from tests.conftest import ClientFor
from tests.http.test_training import create_album
from tests.populate import ok_json
from tests.serving import Live

VERBS = {"sample": "sample_requested", "save": "save_requested"}
PATHS = {"sample": "samples", "save": "checkpoints"}


@pytest.fixture
def run(as_role: ClientFor) -> dict[str, Any]:
    """A queued run of an editor."""
    owner = as_role("editor")
    new = {"name": "Winter", "album_ids": [create_album(owner)], "seed": 7}
    return {"client": owner, **ok_json(owner.post("/training-runs", json=new))}


def set_state(live: Live, run: dict[str, Any], state: str) -> None:
    lease = utc_now() + timedelta(hours=1) if state == "running" else None
    with live.studio.work(write=True) as work:
        changed = update(JobRow).where(JobRow.id == UUID(run["job_id"])).values(state=state, lease_until=lease)
        work.session.execute(changed)
        work.commit()


def ask(client: httpx.Client, run: dict[str, Any], verb: str) -> httpx.Response:
    return client.post(f"/training-runs/{run['id']}/{PATHS[verb]}")


@pytest.mark.parametrize(("verb", "field"), VERBS.items())
def test_a_running_run_is_asked_once(live: Live, run: dict[str, Any], verb: str, field: str) -> None:
    set_state(live, run, "running")
    answer = ask(run["client"], run, verb)
    asked = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (202, f"/api/v1/training-runs/{run['id']}")
    assert {name: asked[name] for name in VERBS.values()} == {name: name == field for name in VERBS.values()}
    with live.studio.work(write=False) as work:
        outstanding = wishes.list_outstanding(work, UUID(run["id"]))
    assert (outstanding.sample, outstanding.save) == (verb == "sample", verb == "save")
    again = ask(run["client"], run, verb)
    assert (again.status_code, again.json()[field]) == (202, True)
    set_state(live, run, "queued")
    assert run["client"].get(f"/training-runs/{run['id']}").json()[field], "its worker died: the next one does it"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", ["queued", "succeeded", "failed", "cancelled"])
def test_a_run_that_does_not_run_is_not_asked(live: Live, run: dict[str, Any], state: str, verb: str) -> None:
    set_state(live, run, state)
    refused = ask(run["client"], run, verb)
    assert (refused.status_code, refused.json()["code"]) == (409, "training_run_not_running")
    assert refused.json()["detail"] == f"The training run is {state}; only a running one can be asked for this."


@pytest.mark.parametrize("verb", VERBS)
def test_a_run_that_is_being_cancelled_is_not_asked(live: Live, run: dict[str, Any], verb: str) -> None:
    set_state(live, run, "running")
    assert run["client"].post(f"/training-runs/{run['id']}/cancel").json()["cancel_requested"]
    refused = ask(run["client"], run, verb)
    assert (refused.status_code, refused.json()["code"]) == (409, "training_run_not_running")


@pytest.mark.parametrize(("verb", "field"), VERBS.items())
def test_what_is_outstanding_is_dropped_when_the_run_ends(
    live: Live, run: dict[str, Any], verb: str, field: str
) -> None:
    set_state(live, run, "running")
    assert ask(run["client"], run, verb).json()[field]
    set_state(live, run, "failed")
    assert not run["client"].get(f"/training-runs/{run['id']}").json()[field]
    resumed = run["client"].post(f"/training-runs/{run['id']}/resume").json()
    assert (resumed["state"], resumed[field]) == ("queued", False)


@pytest.mark.parametrize("verb", VERBS)
def test_only_its_owner_and_admins_ask_a_run(live: Live, as_role: ClientFor, run: dict[str, Any], verb: str) -> None:
    set_state(live, run, "running")
    for role, status in ((None, 401), ("viewer", 403), ("editor", 403), ("admin", 202)):
        assert ask(as_role(role), run, verb).status_code == status
    missing = {"id": "0192e4a0-7c00-7000-8000-00000000dead"}
    assert ask(run["client"], missing, verb).json()["code"] == "training_run_not_found"
