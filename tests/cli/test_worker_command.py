"""`platemark worker`: options, and errors in one sentence."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from platemark.cli import Runtime, build
from platemark.entrypoints.main import runtime as real_runtime
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("options", "output"),
    [
        ([], " works on "),
        (["--name", "gpu-1", "--queues", "press"], "gpu-1 works on press"),
        (["--queues", " press, local "], " works on press,local"),
    ],
)
def test_the_options_set_the_name_and_the_queues_of_the_worker(run: Run, options: list[str], output: str) -> None:
    result = run("worker", *options)
    assert (result.exit_code, result.stdout) == (0, f"{output}\n")


@pytest.mark.parametrize("options", [["--name", "a b"], ["--name", "-x"], ["--queues", "press;local"]])
def test_names_that_the_contract_does_not_allow_are_refused(run: Run, options: list[str]) -> None:
    result = run("worker", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a valid name" in result.stderr


@pytest.mark.parametrize(
    ("environment", "sentence", "code"),
    [
        ({"PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}, "PLATEMARK_BROKER_URL is not set", 3),
        ({"PLATEMARK_BROKER_URL": "redis://127.0.0.1:1"}, "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL", 2),
        (
            {
                "PLATEMARK_BROKER_URL": "redis://127.0.0.1:1",
                "PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x",
            },
            "Cannot open the database",
            3,
        ),
    ],
)
def test_a_failed_start_prints_one_sentence(
    environment: dict[str, str], sentence: str, code: int, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLATEMARK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PLATEMARK_LOG_LEVEL", "warning")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    runtime: Runtime = real_runtime()
    result = CliRunner().invoke(build(runtime), ["worker"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1
