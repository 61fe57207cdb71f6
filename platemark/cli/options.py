"""Options that several commands share, and their checks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from platemark.cli.output import json_option

MAX_SEED = 2**53 - 1
Command = TypeVar("Command", bound=Callable[..., Any])


def queue_options(owner_help: str) -> Callable[[Command], Command]:
    """Add ``--user``, ``--wait`` and ``--json`` to a command that queues jobs."""

    def decorate(command: Command) -> Command:
        for option in (
            json_option,
            click.option("--wait/--no-wait", default=False, show_default=True, help="Wait until it has finished."),
            click.option("--user", "user_name", help=f"{owner_help}; by default the first admin."),
        ):
            command = option(command)
        return command

    return decorate


def single_line(limit: int) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """An option callback that accepts one line of at most ``limit`` characters."""

    def check(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
        if text is None or re.fullmatch(rf"[^\x00-\x1f\x7f]{{0,{limit}}}", text):
            return text
        raise click.BadParameter(f"must be one line of at most {limit} characters.")

    return check


def single_lines(limit: int) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...]]:
    """A callback of an option that can be repeated: each is one line of at most ``limit`` characters, and not empty."""
    check_one = single_line(limit)

    def check(context: click.Context, option: click.Parameter, texts: tuple[str, ...]) -> tuple[str, ...]:
        for text in texts:
            check_one(context, option, text)
            if not text:
                raise click.BadParameter("must not be empty.")
        return texts

    return check
