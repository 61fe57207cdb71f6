"""What all commands share: --json, error messages, exit codes, tables."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import click
import pytest
import sqlalchemy as sa
from click.testing import Result

from platemark import __version__
from platemark.cli import Runtime, build
from platemark.cli.output import print_table
from platemark.errors import BadSetting, Finding, StartupError, Unprocessable
from platemark.settings import Settings
from platemark.studio import Studio

Run = Callable[..., Result]


def leaf_commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name, inner in command.commands.items():
        yield from leaf_commands(inner, (*path, name))


def test_every_command_takes_json_and_has_help(runtime: Runtime, run: Run) -> None:
    commands = dict(leaf_commands(build(runtime)))
    assert {("up",), ("openapi",), ("user", "link"), ("token", "create")} <= commands.keys()
    for path, command in commands.items():
        assert any("--json" in parameter.opts for parameter in command.params), path
        result = run(*path, "--help")
        assert result.exit_code == 0
        assert command.help


def test_a_studio_that_cannot_start_prints_one_sentence_and_exits_with_three(runtime: Runtime, run: Run) -> None:
    def fail() -> AbstractContextManager[Studio]:
        raise StartupError("data_dir_unusable", "Cannot create the data folder.")

    result = run("user", "list", runtime=replace(runtime, open_studio=fail))
    assert (result.exit_code, result.stderr) == (3, "Cannot create the data folder.\n")
    result = run("user", "list", "--json", runtime=replace(runtime, open_studio=fail))
    assert (result.exit_code, json.loads(result.stderr)["code"]) == (3, "data_dir_unusable")


def test_a_bad_setting_prints_one_sentence_and_exits_with_two(runtime: Runtime, run: Run) -> None:
    def fail() -> Settings:
        raise BadSetting("PLATEMARK_PORT must be a number, not 'x'.")

    result = run("user", "link", "ada", runtime=replace(runtime, settings=fail))
    assert (result.exit_code, result.stderr) == (2, "PLATEMARK_PORT must be a number, not 'x'.\n")


def test_a_database_error_prints_no_traceback(run: Run, studio: Studio) -> None:
    with studio.work(write=True) as work:
        work.session.execute(sa.text("DROP TABLE users"))
        work.commit()
    result = run("user", "list")
    assert result.exit_code == 1
    assert result.stderr == "The database reported an error (OperationalError); try again.\n"


def test_every_finding_of_an_error_is_printed(runtime: Runtime, run: Run) -> None:
    def fail(_print: Callable[[str], None], _count: int | None) -> None:
        raise Unprocessable("bad_rows", "Two rows are wrong.", [Finding("line/1", "Empty.", "empty")] * 2)

    result = run("up", runtime=replace(runtime, run_studio=fail))
    assert result.stderr.splitlines() == ["Two rows are wrong.", "  line/1: Empty.", "  line/1: Empty."]
    result = run("up", "--json", runtime=replace(runtime, run_studio=fail))
    assert json.loads(result.stderr)["errors"] == [{"pointer": "line/1", "message": "Empty.", "code": "empty"}] * 2


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["up"], "Platemark is running at http://127.0.0.1:8010"),
        (["up", "--json"], '{"message": "Platemark is running at http://127.0.0.1:8010"}'),
        (["openapi"], '{"openapi": "3.1.0"}'),
        (["--version"], f"platemark, version {__version__}"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_commands_print_their_result(run: Run, arguments: list[str], line: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (0, line + "\n")


@pytest.mark.parametrize("on_terminal", [True, False])
def test_a_list_is_a_table_on_a_terminal_and_tab_separated_otherwise(
    monkeypatch: pytest.MonkeyPatch, on_terminal: bool
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: on_terminal)
    monkeypatch.setattr("sys.stdout", out)
    with click.Context(click.Command("list")):
        print_table([], ("name", "expires"), [("[bold]ada", None)])
    assert ("┃" in out.getvalue()) == on_terminal
    assert (out.getvalue() == "name\texpires\n[bold]ada\t\n") != on_terminal
    assert "[bold]ada" in out.getvalue()  # user input is never parsed as mark-up


UNSAFE = "\x1b[2J\x9b\u202e\u2028"


def assert_safe(result: Result) -> None:
    assert r"\x1b[2J" in result.output or r"\u001b[2J" in result.output
    assert not any(letter in result.output for letter in UNSAFE if not letter.isprintable())


@pytest.mark.parametrize("json_option", [[], ["--json"]])
def test_errors_control_no_terminal(runtime: Runtime, run: Run, json_option: list[str]) -> None:
    def fail() -> AbstractContextManager[Studio]:
        raise Unprocessable("bad", f"There is no {UNSAFE}.", [Finding(f"/{UNSAFE}", UNSAFE, "bad")])

    assert_safe(run("user", "list", *json_option, runtime=replace(runtime, open_studio=fail)))


@pytest.mark.parametrize(
    "words", [[UNSAFE], ["user", UNSAFE], ["user", "link", f"a{UNSAFE}"], ["import", "sets", UNSAFE]]
)
def test_errors_of_usage_control_no_terminal(run: Run, words: list[str]) -> None:
    assert_safe(run(*words, UNSAFE))


@pytest.mark.parametrize("json_option", [[], ["--json"]])
@pytest.mark.parametrize("dry_run", [[], ["--dry-run"]])
def test_the_names_of_files_control_no_terminal(
    run: Run, tmp_path: Path, json_option: list[str], dry_run: list[str]
) -> None:
    folder = tmp_path / f"a{UNSAFE}"
    (folder / f"b{UNSAFE}").mkdir(parents=True)
    (folder / f"c{UNSAFE}.csv").write_text(f"prompt,x{UNSAFE}\n{UNSAFE},\n")
    for kind in ("sets", "media"):
        planned = run("import", kind, str(folder), *dry_run, *json_option)
        shown = run("import", "show", *json_option) if not dry_run else planned
        for result in (planned, shown, run("import", "list", *json_option)):
            assert not any(letter in result.output for letter in UNSAFE if not letter.isprintable())
            assert not result.exception or isinstance(result.exception, SystemExit)
