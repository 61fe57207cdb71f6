"""The settings of bug reports, read from the environment."""

from __future__ import annotations

import pytest

from platemark.errors import StartupError
from platemark.settings import Settings, from_environment
from platemark.worker.supervisor import environment_of

FLAGS = [("1", True), ("true", True), ("Yes", True), ("ON", True), ("0", False), ("False", False), ("no", False)]


@pytest.mark.parametrize(("text", "redacted"), FLAGS)
def test_boolean_settings_have_several_spellings(text: str, redacted: bool) -> None:
    assert from_environment({"PLATEMARK_REDACT_EMAILS": text}).redact_emails is redacted


def test_other_spellings_of_a_boolean_setting_are_rejected() -> None:
    with pytest.raises(StartupError, match="PLATEMARK_REDACT_EMAILS must be one of 1, true, yes, on, 0"):
        from_environment({"PLATEMARK_REDACT_EMAILS": "perhaps"})


@pytest.mark.parametrize(("text", "days"), [("0", 0), ("90", 90)])
def test_the_retention_is_a_number_of_days(text: str, days: int) -> None:
    assert from_environment({"PLATEMARK_RETENTION_DAYS": text}).retention_days == days
    assert Settings().retention_days == 30


@pytest.mark.parametrize("redacted", [True, False])
def test_worker_processes_get_the_same_settings(redacted: bool) -> None:
    chosen = Settings(redact_emails=redacted, retention_days=7)
    settings = from_environment(environment_of(chosen))
    assert (settings.redact_emails, settings.retention_days) == (redacted, 7)
