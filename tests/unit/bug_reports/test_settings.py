"""What an operator may choose of bug reports, as the environment spells it."""

from __future__ import annotations

import pytest

from platemark.errors import StartupError
from platemark.settings import Settings, from_environment
from platemark.worker.supervisor import environment_of

FLAGS = [("1", True), ("true", True), ("Yes", True), ("ON", True), ("0", False), ("False", False), ("no", False)]


@pytest.mark.parametrize(("text", "redacted"), FLAGS)
def test_a_choice_of_two_may_be_spelt_in_many_ways(text: str, redacted: bool) -> None:
    assert from_environment({"PLATEMARK_REDACT_EMAILS": text}).redact_emails is redacted


def test_what_spells_neither_is_refused() -> None:
    with pytest.raises(StartupError, match="PLATEMARK_REDACT_EMAILS must be one of 1, true, yes, on, 0"):
        from_environment({"PLATEMARK_REDACT_EMAILS": "perhaps"})


@pytest.mark.parametrize(("text", "days"), [("0", 0), ("90", 90)])
def test_the_retention_is_a_number_of_days(text: str, days: int) -> None:
    assert from_environment({"PLATEMARK_RETENTION_DAYS": text}).retention_days == days
    assert Settings().retention_days == 30


@pytest.mark.parametrize("redacted", [True, False])
def test_workers_are_told_the_same(redacted: bool) -> None:
    chosen = Settings(redact_emails=redacted, retention_days=7)
    told = from_environment(environment_of(chosen))
    assert (told.redact_emails, told.retention_days) == (redacted, 7)
