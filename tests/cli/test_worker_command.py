"""`platemark worker`: its options, and the errors that it prints in one sentence."""

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
def test_it_takes_its_queues_and_name_from_options(run: Run, options: list[str], output: str) -> None:
    done = run("worker", *options)
    assert (done.exit_code, done.stdout) == (0, f"{output}\n")


@pytest.mark.parametrize("options", [["--name", "a b"], ["--name", "-x"], ["--queues", "press;local"]])
def test_names_that_the_contract_does_not_allow_are_refused(run: Run, options: list[str]) -> None:
    done = run("worker", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is not a valid name" in done.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}, "PLATEMARK_BROKER_URL is not set"),
        ({"PLATEMARK_BROKER_URL": "redis://127.0.0.1:1"}, "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL"),
        (
            {
                "PLATEMARK_BROKER_URL": "redis://127.0.0.1:1",
                "PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x",
            },
            "Cannot open the database",
        ),
    ],
)
def test_a_failed_start_prints_one_sentence(
    environment: dict[str, str], sentence: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLATEMARK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PLATEMARK_LOG_LEVEL", "warning")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    runtime: Runtime = real_runtime()
    done = CliRunner().invoke(build(runtime), ["worker"])
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1
