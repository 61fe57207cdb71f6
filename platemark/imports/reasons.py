"""Why an item is skipped, refused, kept or no longer as it was made. A leaf: the picture process loads it, too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A code for programs (snake_case, at most 64 characters) and a line for people (at most 500, no path).

    ``quiet``: nothing is wrong; it is counted, and listed after others.
    """

    code: str
    message: str
    quiet: bool = False


class ItemRefused(Exception):
    """This one item cannot be processed, for ``reason``; the other items go on."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.reason = Reason(code, message)


CHANGED_SINCE_PLAN = "changed_since_plan"


def changed_since_plan(what: str) -> ItemRefused:
    """Something that the plan read is not as it was then; ``what`` begins a sentence."""
    return ItemRefused(CHANGED_SINCE_PLAN, f"{what} changed since the plan. Plan again.")
