"""Celery's worker is started again if it stops without being asked to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from celery import signals
from celery.worker import state

from platemark.worker import celery_app


class FakeCelery:
    """An application whose workers stop at once; the second one has been asked to."""

    def __init__(self) -> None:
        self.conf = SimpleNamespace()
        self.starts = 0

    def task(self, **_options: Any) -> Any:
        return lambda function: function

    def Worker(self, **_options: Any) -> FakeCelery:  # noqa: N802 - Celery's own name
        return self

    def start(self) -> None:
        self.starts += 1
        if self.starts == 2:
            celery_app.stop_listening()


def test_celery_is_started_again_until_it_is_asked_to_stop(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(celery_app, "RESTART_SECONDS", 0)
    monkeypatch.setattr(state, "should_stop", None)
    for signal in (signals.setup_logging, signals.worker_shutting_down):
        monkeypatch.setattr(signal, "receivers", [])
    app: Any = FakeCelery()
    celery_app.listen(app, name="worker@here", on_wake=print, on_purge=print, on_stop=print)
    assert app.starts == 2
    assert "Celery stopped unexpectedly" in caplog.text
