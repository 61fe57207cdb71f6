"""The options that all benchmarks share."""

from __future__ import annotations

import argparse

import pytest

from benchmarks.options import parse


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], (9, 2.5)), (["--quick"], (3, 2.5)), (["--quick", "--rounds", "4"], (4, 2.5)), (["--rounds=9"], (9, 2.5))],
)
def test_quick_changes_defaults_and_not_what_is_given(arguments: list[str], expected: tuple[int, float]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=2.5)
    options = parse(parser, {"rounds": 3}, arguments)
    assert (options.rounds, options.seconds) == expected


def test_the_help_says_what_quick_means(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    with pytest.raises(SystemExit):
        parse(parser, {"rounds": 3}, ["--help"])
    assert "--rounds 3" in capsys.readouterr().out
