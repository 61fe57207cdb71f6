"""How commands print: results, tables, lines and errors, as text for people or, with ``--json``, as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

import click

from platemark.errors import PlatemarkError
from platemark.paging import Page, PageRequest
from platemark.printable import escape, to_json

JSON_REQUESTED = "platemark.json"
PAGE_SIZE = 200
Command = TypeVar("Command", bound=Callable[..., Any])
Item = TypeVar("Item")


def json_option(command: Command) -> Command:
    """Add ``--json`` to a command; the functions below heed it."""

    def remember(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
        ctx.meta[JSON_REQUESTED] = value

    option = click.option(
        "--json", is_flag=True, expose_value=False, is_eager=True, callback=remember, help="Print JSON."
    )
    return option(command)


def json_requested() -> bool:
    """Whether the running command was given ``--json``."""
    return bool(click.get_current_context().meta.get(JSON_REQUESTED))


def print_result(value: Any, *lines: str) -> None:
    """Print ``value`` with ``--json``, otherwise ``lines``."""
    if json_requested():
        click.echo(to_json(value, default=format_value))
        return
    for line in lines:
        click.echo(escape(line))


def print_table(values: Sequence[Any], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print ``values`` with ``--json``, otherwise ``rows``: as a table on a terminal, else separated by tabs."""
    cells = [["" if cell is None else escape(format_value(cell)) for cell in row] for row in rows]
    if json_requested():
        print_result(values)
    elif sys.stdout.isatty():
        _draw_table(columns, cells)
    else:
        for row in [list(columns), *cells]:
            click.echo("\t".join(row))


def _draw_table(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    from rich.console import Console  # for terminals only: it takes longer to import than most commands to run
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns)
    for row in cells:
        table.add_row(*map(Text, row))  # as typed, never as mark-up
    Console().print(table)


def print_line(line: str) -> None:
    """Print a line while a command runs; with ``--json`` as ``{"message": line}``."""
    print_result({"message": line}, line)
    sys.stdout.flush()


def print_error(ctx: click.Context, error: PlatemarkError) -> None:
    """Print ``error`` with its findings to standard error."""
    findings = [{"pointer": it.pointer, "message": it.message, "code": it.code} for it in error.findings]
    if ctx.meta.get(JSON_REQUESTED):
        value = {"code": error.code, "detail": error.detail, "errors": findings}
        click.echo(to_json(value), err=True)
        return
    click.echo(escape(error.detail), err=True)
    for finding in findings:
        click.echo(escape(f"  {finding['pointer']}: {finding['message']}"), err=True)


def format_value(value: object) -> str:
    """``value`` as text: a datetime as RFC 3339, anything else by ``str``."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)


def all_pages(list_page: Callable[[PageRequest], Page[Item]]) -> Iterator[Item]:
    """All items of a paginated list, read page by page."""
    page = list_page(PageRequest(PAGE_SIZE))
    yield from page.items
    while page.next_after is not None:
        page = list_page(PageRequest(PAGE_SIZE, page.next_after))
        yield from page.items
