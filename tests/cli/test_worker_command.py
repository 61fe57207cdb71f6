"""`platemark worker`: what it takes, and what it refuses in one sentence."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from platemark.cli import Runtime, build
from platemark.entrypoints.main import runtime as real_runtime
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], " works on "),
        (["--name", "gpu-1", "--queues", "press"], "gpu-1 works on press"),
        (["--queues", " press, local "], " works on press,local"),
    ],
)
def test_it_works_on_its_queues_under_its_name(run: Run, words: list[str], said: str) -> None:
    done = run("worker", *words)
    assert (done.exit_code, done.stdout) == (0, f"{said}\n")


@pytest.mark.parametrize("words", [["--name", "a b"], ["--name", "-x"], ["--queues", "press;local"]])
def test_names_that_the_contract_could_not_say_are_refused(run: Run, words: list[str]) -> None:
    done = run("worker", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is no name" in done.stderr


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
            "The database cannot be opened",
        ),
    ],
)
def test_what_stops_its_start_is_said_in_one_sentence(
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
