"""Every transition from every state: its result, and that a refused one changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from platemark.jobs import queue
from platemark.jobs.queue import Lease
from tests.unit.jobs.conftest import QueueDriver

Verb = Callable[[QueueDriver, Lease], str]

SITUATIONS = ("taken_away", "running", "someone_elses", "asked_to_stop", "succeeded", "failed", "cancelled")


def create_situation(driver: QueueDriver, situation: str) -> Lease:
    """A job in ``situation``, and the lease that this worker has or had on it."""
    driver.queue()
    ours = driver.claimed()
    if situation in ("taken_away", "someone_elses"):
        driver.expire_lease(ours.job_id)
        assert driver.do(queue.sweep) == [ours.job_id]
    if situation == "someone_elses":
        driver.claimed("another")
    if situation in ("asked_to_stop", "cancelled"):
        assert driver.do(queue.cancel, ours.job_id) == "running"
    if situation in ("succeeded", "cancelled"):
        assert driver.do(queue.complete, ours).outcome == situation
    if situation == "failed":
        assert fail(driver, ours) == "failed"
    return ours


def heartbeat(driver: QueueDriver, lease: Lease) -> str:
    return driver.heartbeat(lease, progress=0.5)


def complete(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.complete, lease).outcome


def fail(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.fail, lease, "no_paper", "There is no paper.", retryable=False)


def fail_retryably(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.fail, lease, "no_ink", "There is no ink.", retryable=True)


def release(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.release, lease)


def postpone(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.postpone, lease, "storage_full", "There is no space.")


def claim(driver: QueueDriver, lease: Lease) -> str:
    taken = driver.claim("a third")
    return "nothing" if taken is None else "taken"


def cancel(driver: QueueDriver, lease: Lease) -> str:
    return driver.do(queue.cancel, lease.job_id) or "refused"


def retry(driver: QueueDriver, lease: Lease) -> str:
    return "queued" if driver.do(queue.retry, [lease.job_id]) else "refused"


def set_priority(driver: QueueDriver, lease: Lease) -> str:
    return "changed" if driver.do(queue.set_priority, lease.job_id, 7) else "refused"


def sweep(driver: QueueDriver, lease: Lease) -> str:
    return "swept" if driver.do(queue.sweep) else "nothing"


def sweep_expired_lease(driver: QueueDriver, lease: Lease) -> str:
    if driver.state(lease.job_id) == "running":
        driver.expire_lease(lease.job_id)
    return sweep(driver, lease)


# verb: answers in the seven situations, and the states that follow where the answer is no refusal
ANSWERS: dict[Verb, tuple[str, ...]] = {
    heartbeat:       ("lost", "ok", "lost", "cancel", "lost", "lost", "lost"),
    complete:   ("lost", "succeeded", "lost", "cancelled", "lost", "lost", "lost"),
    fail:       ("lost", "failed", "lost", "cancelled", "lost", "lost", "lost"),
    fail_retryably:    ("lost", "queued", "lost", "cancelled", "lost", "lost", "lost"),
    release:    ("lost", "queued", "lost", "cancelled", "lost", "lost", "lost"),
    postpone:   ("lost", "queued", "lost", "cancelled", "lost", "lost", "lost"),
    claim:      ("taken", "nothing", "nothing", "nothing", "nothing", "nothing", "nothing"),
    cancel:     ("cancelled", "running", "running", "refused", "refused", "refused", "refused"),
    retry:      ("refused", "refused", "refused", "refused", "refused", "queued", "queued"),
    set_priority: ("changed", "refused", "refused", "refused", "refused", "refused", "refused"),
    sweep:      ("nothing",) * 7,
    sweep_expired_lease: ("nothing", "swept", "swept", "swept", "nothing", "nothing", "nothing"),
}  # fmt: skip

STATES = {"taken_away": "queued", "someone_elses": "running", "asked_to_stop": "running"}
AFTERWARDS: dict[tuple[Verb, str], str] = {
    (claim, "taken_away"): "running",
    (sweep_expired_lease, "running"): "queued",
    (sweep_expired_lease, "someone_elses"): "queued",
    (sweep_expired_lease, "asked_to_stop"): "cancelled",
}
CASES = [
    pytest.param(verb, situation, answer, id=f"{verb.__name__}-{situation}")
    for verb, answers in ANSWERS.items()
    for situation, answer in zip(SITUATIONS, answers, strict=True)
]


@pytest.mark.parametrize(("verb", "situation", "answer"), CASES)
def test_each_transition_has_the_expected_result_in_each_state(
    driver: QueueDriver, verb: Verb, situation: str, answer: str
) -> None:
    lease = create_situation(driver, situation)
    before, events = driver.row(lease.job_id), driver.events()

    assert verb(driver, lease) == answer

    after = driver.row(lease.job_id)
    stays = STATES.get(situation, situation)
    if answer in ("lost", "refused", "nothing"):
        assert facts(after) == facts(before)
        assert driver.events() == events
    elif answer in ("succeeded", "failed", "queued", "cancelled", "running"):
        assert after.state == answer
    else:
        assert after.state == AFTERWARDS.get((verb, situation), stays)
    assert_consistent(after)


def facts(row: Any) -> dict[str, Any]:
    """The columns of the row without its lease, which one of the verbs expires."""
    return {name: value for name, value in row._mapping.items() if name != "lease_until"}


def assert_consistent(row: Any) -> None:
    running, finished = row.state == "running", row.state in ("succeeded", "failed", "cancelled")
    assert (row.lease_until is not None) is running
    assert (row.owner is not None) is running
    assert (row.finished_at is not None) is finished
    assert row.state != "queued" or row.started_at is None
    assert 0 <= row.attempt <= row.max_attempts


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_token_is_never_reused(driver: QueueDriver, situation: str) -> None:
    lease = create_situation(driver, situation)
    tokens = [lease.token]
    if driver.state(lease.job_id) == "running":
        driver.expire_lease(lease.job_id)
        driver.do(queue.sweep)
    driver.do(queue.retry, [lease.job_id])
    if (again := driver.claim()) is not None:
        tokens.append(again.token)
    assert sorted(set(tokens)) == tokens
