"""Among jobs of the same priority, users take turns; only admins go ahead of others."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor, require_priority
from platemark.errors import Forbidden
from platemark.jobs import queue, service
from platemark.jobs.queue import NewJob
from tests.unit.jobs.conftest import QueueDriver

MakeUser = Callable[..., Actor]


def add(driver: QueueDriver, by: UUID | None, count: int, priority: int = 0) -> list[UUID]:
    """Queue ``count`` jobs of one user at once; their ids."""
    jobs = [NewJob(kind="generate", engine="press", payload={}, created_by=by, priority=priority) for _ in range(count)]
    driver.do(queue.add, jobs)
    return [job.id for job in jobs]


def test_ten_jobs_do_not_wait_for_a_thousand(driver: QueueDriver, make_user: MakeUser) -> None:
    ada, ben = make_user("ada").user_id, make_user("ben").user_id
    many, few = add(driver, ada, 1000), add(driver, ben, 10)
    order = [driver.claimed().job_id for _ in range(40)]
    assert order.index(few[-1]) < order.index(many[24])
    assert [job for job in order if job in few] == few, "one's own jobs in the order of creation"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_users_who_wait_are_served_equally(driver: QueueDriver, make_user: MakeUser, seed: int) -> None:
    """Of those who have jobs left, none is more than two jobs behind another since both of them wait.

    One whose last job was done in this round, and who queues another, may have a second turn in it.
    """
    chance = random.Random(seed)
    users = [None, *(make_user().user_id for _ in range(4))]
    owners: dict[UUID, UUID | None] = {}
    waiting: Counter[UUID | None] = Counter()
    served: Counter[UUID | None] = Counter()
    for _ in range(120):
        if chance.random() < 0.2 or not waiting.total():
            user, count = chance.choice(users), chance.randrange(1, 15)
            owners |= dict.fromkeys(add(driver, user, count), user)
            if not waiting[user]:
                served = Counter(dict.fromkeys(users, 0))
            waiting[user] += count
        lease = driver.claimed()
        user = owners[lease.job_id]
        waiting[user] -= 1
        served[user] += 1
        counts = [served[user] for user in users if waiting[user]]
        assert max(counts, default=0) - min(counts, default=0) <= 2


def test_who_waited_long_has_no_credit(driver: QueueDriver, make_user: MakeUser) -> None:
    ada, ben = make_user("ada").user_id, make_user("ben").user_id
    add(driver, ada, 60)
    for _ in range(50):
        driver.claimed()
    of_ben = add(driver, ben, 10)
    order = [driver.claimed().job_id for _ in range(10)]
    assert len(set(of_ben) & set(order)) == 5


def test_a_higher_priority_goes_first_and_has_turns_of_its_own(driver: QueueDriver, make_user: MakeUser) -> None:
    ada, ben = make_user("ada").user_id, make_user("ben").user_id
    add(driver, ada, 20, priority=-5)
    later = add(driver, ben, 3, priority=0)
    mixed = add(driver, ada, 2, priority=0)
    first = [driver.claimed().job_id for _ in range(5)]
    assert set(first) == {*later, *mixed}
    assert first.index(mixed[-1]) < first.index(later[-1]), "what waits at another priority does not count"


def test_a_job_that_is_queued_again_does_not_lose_its_turn(driver: QueueDriver, make_user: MakeUser) -> None:
    ada, ben = make_user("ada").user_id, make_user("ben").user_id
    first, *_ = add(driver, ada, 5)
    lease = driver.claimed()
    assert lease.job_id == first
    add(driver, ben, 5)
    driver.do(queue.release, lease)
    assert driver.claimed().job_id == first


def test_only_admins_go_above_0(driver: QueueDriver, make_user: MakeUser) -> None:
    editor, admin = make_user("ada"), make_user("ben", "admin")
    for priority in (-10, -1, 0):
        require_priority(editor, priority)
    for actor in (admin, SYSTEM):
        require_priority(actor, 10)
    with pytest.raises(Forbidden, match="priority above 0") as refused:
        require_priority(editor, 1)
    assert refused.value.code == "priority_for_admins"

    (job,) = add(driver, editor.user_id, 1)
    with pytest.raises(Forbidden):
        driver.do(service.set_job_priority, job, 3, by=editor)
    assert driver.do(service.set_job_priority, job, 7, by=admin).priority == 7
    assert driver.do(service.set_job_priority, job, 7, by=editor).priority == 7, "what an admin gave may stay"
    assert driver.do(service.set_job_priority, job, 2, by=editor).priority == 2, "and be lowered"
    with pytest.raises(Forbidden):
        driver.do(service.set_job_priority, job, 3, by=editor)
