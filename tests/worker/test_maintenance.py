"""The maintenance goes on after any error, and calls only the database's errors an unavailable database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from platemark.jobs.sweep import Sweeper
from platemark.worker import broker_wakeup, celery_app, maintenance, schedule
from platemark.worker.broker_wakeup import BrokerWakeup
from platemark.worker.maintenance import Maintenance
from tests.worker.conftest import QueueClient, wait_until
from tests.worker.harness import CONNECTION_ERROR

FAULT = KeyError("a fault in the code")
STEPS = [
    (Sweeper, "tick"), (schedule, "run_due_tasks"), (schedule, "purge_bug_reports"), (maintenance, "has_candidates"),
    (maintenance, "end_runs_of_process"),
]  # fmt: skip
ERRORS = [FAULT, TypeError("another one"), CONNECTION_ERROR]
on_sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class FailsFirst:
    """Calls ``function``, except for the first time, when it raises."""

    def __init__(self, function: Callable[..., Any], error: Exception) -> None:
        self.count = 0
        self._function = function
        self._error = error

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.count += 1
        if self.count == 1:
            raise self._error
        return self._function(*args, **options)


def fail_first(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: Exception) -> FailsFirst:
    failing = FailsFirst(getattr(owner, name), error)
    monkeypatch.setattr(owner, name, lambda *args, **options: failing(*args, **options))
    return failing


def assert_logged(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    """An unavailable database takes one line and is called that; everything else has its traceback."""
    unavailable = error is CONNECTION_ERROR
    assert ("unavailable" in caplog.text) == unavailable
    assert any(record.exc_info and record.exc_info[1] is error for record in caplog.records) != unavailable


@on_sqlite_only
@pytest.mark.parametrize("error", ERRORS, ids=lambda it: type(it).__name__)
@pytest.mark.parametrize(("owner", "name"), STEPS, ids=lambda it: getattr(it, "__name__", it))
def test_an_error_is_logged_for_what_it_is_and_the_step_runs_again(
    queue_client: QueueClient, owner: Any, name: str, error: Exception,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    failing = fail_first(monkeypatch, owner, name, error)
    running = Maintenance(queue_client.settings, lambda: None)
    running.start()

    def runs_again() -> bool:
        running.request_purge()
        running.on_worker_exit(1)
        return failing.count > 1

    try:
        wait_until(runs_again, "the step to run again")
    finally:
        running.stop()
    assert_logged(error, caplog)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("error", ERRORS, ids=lambda it: type(it).__name__)
def test_marking_jobs_for_a_wake_up_goes_on_after_any_error(
    queue_client: QueueClient, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failing = fail_first(monkeypatch, broker_wakeup, "mark_ready_jobs", error)
    monkeypatch.setattr(BrokerWakeup, "_publish", lambda _self: None)
    with BrokerWakeup(with_broker(queue_client)) as wakeup:

        def runs_again() -> bool:
            wakeup.wake()
            return failing.count > 1

        wait_until(runs_again, "the jobs to be marked again")
    assert_logged(error, caplog)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("error", [FAULT, ConnectionResetError("the broker"), TimeoutError("the broker")])
def test_only_the_errors_of_the_broker_are_called_that(
    queue_client: QueueClient, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def publish(*_: Any) -> None:
        raise error

    monkeypatch.setattr(celery_app, "publish_wakeup", publish)
    with BrokerWakeup(with_broker(queue_client)) as wakeup:
        wakeup.wake()
        wait_until(lambda: bool(caplog.records), "the error to be logged")
    assert ("Broker unavailable" in caplog.text) == (error is not FAULT)
    assert any(record.exc_info for record in caplog.records) == (error is FAULT)


def with_broker(queue_client: QueueClient) -> Any:

    return replace(queue_client.settings, broker_url="redis://127.0.0.1:1/0")
