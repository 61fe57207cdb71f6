"""What people should know about a set that is imported all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from platemark.imports.kinds.sets.config import Problem
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate

TITLE_COLUMNS = ("name", "title")
"""Columns that title a picture, whether the prompts use them or not."""
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
MAX_LISTED = 5
QUIET = ("template_wrapped", "name_from_id")
"""Notes on what is as it should be."""
Remarks = tuple[tuple[str, str], ...]
"""Notes on a set, each a code and a sentence."""


def reason_of(problem: Problem) -> Reason:
    """A problem as the reason of an item."""
    return Reason(problem.code, problem.message, quiet=problem.code in QUIET)


def note(new: NewSetTemplate, table: Table, remarks: Remarks) -> tuple[str, str] | None:
    """What people should know about a set that can be run all the same; its code is that of the gravest."""
    notes = [*remarks, *_repeated_titles(table), *_unused_columns(new.prompt_template, table.columns)]
    if not notes:
        return None
    code = next((code for code, _ in notes if code not in QUIET), notes[0][0])
    return code, one_line(" ".join(message for _, message in notes), 500)


def _unused_columns(template: str, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    used = set(PLACEHOLDER.findall(template))
    if "row" in used:
        used |= {"prompt"} if "prompt" in columns else set(columns)
    unused = [column for column in columns if column not in used and column not in TITLE_COLUMNS]
    if unused:
        yield "columns_unused", f"The prompts do not use these columns, which stay in the rows: {listed(unused)}."


def _repeated_titles(table: Table) -> Iterator[tuple[str, str]]:
    column = next((it for it in TITLE_COLUMNS if it in table.columns), None)
    counts = Counter(row[column] for row in table.rows) if column else Counter[str]()
    repeated = [repr(title[:60]) for title, times in counts.items() if times > 1]
    if repeated:
        message = f"Several rows have the same name, so their pictures get the same title: {listed(repeated)}."
        yield "duplicate_row_name", message


def listed(words: Sequence[str]) -> str:
    """The first few of ``words`` in one line."""
    return ", ".join(words[:MAX_LISTED]) + (" and others" if len(words) > MAX_LISTED else "")
