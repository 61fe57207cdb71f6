"""Settings that are refused: unknown ones, values of the wrong type, and numbers out of their bounds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from platemark.errors import BadSetting
from platemark.settings import BOUNDS, SETTING_NAMES, Settings, from_environment
from platemark.worker.supervisor import environment_of

COMMAND = [sys.executable, "-m", "platemark.entrypoints.main"]
MISSPELT = [
    ("PLATEMARK_DATABSE_URL", "PLATEMARK_DATABASE_URL"), ("PLATEMARK_WORKER", "PLATEMARK_WORKERS"),
    ("PLATEMARK_LEASE_SECOND", "PLATEMARK_LEASE_SECONDS"), ("PLATEMARK_IMPORTS_ROOTS", "PLATEMARK_IMPORT_ROOTS"),
]  # fmt: skip
OUTSIDE = ["nan", "-nan", "inf", "-inf", "-1", "-0.5", "1e300", "9" * 400]


def variable(name: str) -> str:
    return f"PLATEMARK_{name.upper()}"


@pytest.mark.parametrize(("misspelt", "meant"), MISSPELT)
def test_an_unknown_variable_is_refused_with_the_one_that_was_meant(misspelt: str, meant: str) -> None:
    with pytest.raises(BadSetting) as refused:
        from_environment({misspelt: "x"})
    assert refused.value.detail == f"{misspelt} is not a setting; did you mean {meant}?"


def test_an_unknown_variable_that_resembles_none_is_refused_without_its_value() -> None:
    with pytest.raises(BadSetting) as refused:
        from_environment({"PLATEMARK_ZZZ": "a-secret"})
    assert refused.value.detail == "PLATEMARK_ZZZ is not a setting; docs/system.md lists the settings."


def test_variables_of_tests_and_of_others_are_no_settings() -> None:
    assert from_environment({"PLATEMARK_TEST_POSTGRESQL": "x", "PLATEMARKER": "x", "PATH": "x"}) == Settings()


@pytest.mark.parametrize("text", OUTSIDE)
@pytest.mark.parametrize("name", BOUNDS)
def test_no_number_is_taken_from_beyond_its_bounds(name: str, text: str) -> None:
    with pytest.raises(BadSetting, match=variable(name)):
        from_environment({variable(name): text})


@pytest.mark.parametrize(("name", "bounds"), BOUNDS.items())
def test_the_bounds_themselves_and_the_defaults_are_taken(name: str, bounds: tuple[float, float]) -> None:
    for number in (*bounds, getattr(Settings(), name)):
        assert getattr(from_environment({variable(name): str(number)}), name) == number
    low, high = bounds
    for beyond in (low - 1, high + 1):
        with pytest.raises(BadSetting):
            from_environment({variable(name): str(beyond)})


@pytest.mark.parametrize("name", SETTING_NAMES)
def test_no_value_may_be_very_long(name: str) -> None:
    with pytest.raises(BadSetting, match="8192 characters"):
        from_environment({variable(name): "1" * 8193})


def test_settings_survive_the_way_to_a_child_process() -> None:
    settings = Settings(data_dir=Path("/data"), lease_seconds=1.0, beat_seconds=0.2, redact_emails=False)
    assert from_environment(environment_of(settings)) == settings


@pytest.mark.parametrize("words", [["up"], ["worker"], ["user", "list"], ["bug-reports", "list"], ["import", "show"]])
@pytest.mark.parametrize("faulty", [("PLATEMARK_LEASE_SECONDS", "nan"), ("PLATEMARK_DATABSE_URL", "sqlite:///x")])
def test_every_command_refuses_a_bad_setting_in_one_line(
    words: list[str], faulty: tuple[str, str], tmp_path: Path
) -> None:
    environ = {**os.environ, "PLATEMARK_DATA_DIR": str(tmp_path / "data"), faulty[0]: faulty[1]}
    command = [*COMMAND, *words]
    result = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(faulty[0])
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()
