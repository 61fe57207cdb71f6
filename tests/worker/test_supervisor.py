"""Several jobs in one hand: what is done is settled together, and nobody pays for another's sins."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from platemark.db.engine import Database
from platemark.jobs import generation_results, queue
from platemark.jobs.queue import Lease, NewJob
from platemark.worker import loop
from platemark.worker.messages import EngineProcessExited, GenerationFinished, GenerationProgress
from tests.worker.test_loop import StillBell, Trial, picture


class Slow(StillBell):
    """What was said is heard ``looks`` later; ``look`` is called at each of them."""

    looks = 0

    def __init__(self) -> None:
        super().__init__()
        self.look: Callable[[], object] = lambda: None

    def wait(self, seconds: float, answers: Any = None) -> tuple[bool, bool]:
        self.looks -= 1
        if self.looks <= 0:
            return super().wait(seconds, answers)
        time.sleep(0.01)
        self.look()
        return False, False


class Hands(Trial):
    """A worker that takes as many jobs as it may."""

    def __init__(self, database: Database, folder: Path) -> None:
        super().__init__(database, folder, lease_seconds=60)
        self.worker._most = loop.MOST_IN_HAND

    def some(self, count: int, **facts: Any) -> list[UUID]:
        jobs = [NewJob(**{"kind": "generate", "engine": "tiny", "payload": PAYLOAD, **facts}) for _ in range(count)]
        self.do(queue.add, jobs)
        return [job.id for job in jobs]

    def taken(self) -> list[Lease]:
        return self.worker._claim()

    def states(self, ids: list[UUID]) -> list[tuple[str, int]]:
        return [(row.state, row.attempt) for row in map(self.row, ids)]


PAYLOAD = {"prompt": "quick", "engine": "tiny", "seed": 3}


@pytest.fixture
def hands(database: Database, tmp_path: Path) -> Hands:
    return Hands(database, tmp_path)


def test_a_hand_is_taken_in_the_queues_order_and_settled_at_once(hands: Hands) -> None:
    low, high = hands.some(3), hands.some(2, priority=4)
    hand = hands.taken()
    assert [lease.job_id for lease in hand] == high + low
    hands.bell.answers.extend([GenerationFinished()] * 5)
    assert hands.worker.work(hand) == []
    assert hands.states(high + low) == [("succeeded", 1)] * 5


def test_a_hand_holds_jobs_of_one_engine_and_at_most_sixteen(hands: Hands) -> None:
    ours = hands.some(20)
    hands.some(1, engine="other", priority=-1)
    assert [lease.job_id for lease in hands.taken()] == ours[:16]
    assert [lease.job_id for lease in hands.taken()] == ours[16:]
    assert [lease.engine for lease in hands.taken()] == ["other"]


def test_jobs_that_were_tried_before_or_have_one_attempt_are_taken_alone(hands: Hands) -> None:
    (tried,) = hands.some(1)
    (lease,) = hands.taken()
    hands.do(queue.fail, lease, "no_ink", "There is no ink.", retryable=True)
    hands.make_ready(tried)
    first, second = hands.some(2, max_attempts=1)
    fresh = hands.some(2)
    before = hands.some(1, priority=1)
    taken = [[lease.job_id for lease in hands.taken()] for _ in range(4)]
    assert taken == [[*before, *fresh], [tried], [first], [second]]


def test_a_paused_queue_gives_no_hand(hands: Hands) -> None:
    hands.some(3)
    hands.do(queue.set_paused, paused=True)
    assert hands.taken() == []


def test_a_job_that_takes_its_time_gives_the_others_back_at_no_cost(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "LONGEST_HAND_SECONDS", 0.05)
    hands, bell, seen = Hands(database, tmp_path), Slow(), list[list[tuple[str, int]]]()
    hands.worker.bell = hands.bell = hands.host.bell = bell  # type: ignore[assignment]
    quick, slow, *others = ids = hands.some(5)
    hand = hands.taken()
    bell.answers.extend([GenerationFinished(), GenerationProgress(0.5), GenerationFinished()])
    bell.look = lambda: seen.append(hands.states(ids))
    hands.host.on_make = [lambda: None, lambda: setattr(bell, "looks", 30)]
    following = hands.worker.work(hand)
    assert seen[-1] == [("succeeded", 1), ("running", 1)] + [("queued", 0)] * 3
    assert hands.states([quick, slow]) == [("succeeded", 1)] * 2
    assert [lease.job_id for lease in following] == others[: len(following)] != []


def test_told_to_stop_it_gives_back_what_is_not_done(hands: Hands) -> None:
    done, *others = hands.some(4)
    hand = hands.taken()
    hands.bell.answers.append(GenerationFinished())
    hands.host.on_make = [lambda: None, lambda: setattr(hands.bell, "stopping", True)]
    assert hands.worker.work(hand) == []
    assert hands.states([done, *others]) == [("succeeded", 1)] + [("queued", 0)] * 3


def test_an_engine_that_dies_costs_its_own_job_an_attempt_and_no_other(hands: Hands) -> None:
    done, poison, *others = hands.some(4)
    hand = hands.taken()
    hands.bell.answers.extend([GenerationFinished(), EngineProcessExited()])
    hands.worker.work(hand)
    assert hands.states([done, poison]) == [("succeeded", 1), ("queued", 1)]
    assert [attempt for _, attempt in hands.states(others)] == [0, 0]


def test_an_end_that_cannot_be_written_is_that_jobs_failure_alone(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = hands.some(3)
    hand = hands.taken()
    finish = generation_results.complete

    def broken(work: Any, blobs: Any, lease: Lease, kept: Any) -> Any:
        if lease.job_id == ids[1]:
            raise ValueError("no such column")
        return finish(work, blobs, lease, kept)

    monkeypatch.setattr(generation_results, "complete", broken)
    hands.bell.answers.extend([GenerationFinished()] * 3)
    hands.worker.work(hand)
    assert hands.states(ids) == [("succeeded", 1), ("queued", 1), ("succeeded", 1)]


def test_a_job_of_a_hand_that_was_taken_away_changes_nothing(hands: Hands) -> None:
    ids = hands.some(3)
    hand = hands.taken()
    hands.do(queue.release, hand[1])
    hands.do(queue.claim, "another", lease_ms=60_000)
    hands.do(queue.cancel, ids[2])
    hands.bell.answers.extend(
        [picture(), GenerationFinished(), picture(), GenerationFinished(), picture(), GenerationFinished()]
    )
    hands.worker.work(hand)
    assert [state for state, _ in hands.states(ids)] == ["succeeded", "running", "cancelled"]
    assert hands.images() == 1


@pytest.mark.parametrize(
    ("answers", "next_hand"), [([GenerationFinished()], 16), ([picture(), GenerationFinished()], 1)]
)
def test_hands_grow_where_jobs_take_no_time_and_make_no_picture(
    hands: Hands, answers: list[Any], next_hand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "HAND_SECONDS", 100.0)
    hands.worker._most = 1
    hands.some(20)
    hand = hands.taken()
    assert len(hand) == 1
    hands.bell.answers.extend(answers)
    assert len(hands.worker.work(hand)) == next_hand


def test_a_hand_is_one_job_where_jobs_take_time(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "HAND_SECONDS", 0.0)
    hands.some(20)
    hands.bell.answers.extend([GenerationFinished()] * 16)
    assert len(hands.worker.work(hands.taken())) == 1
