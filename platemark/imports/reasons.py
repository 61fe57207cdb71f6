"""What is said of an item that is not taken, or not as it was. Imports next to nothing: other processes need it too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A word for programs (snake_case, at most 64 characters) and a line for people (at most 500, no path)."""

    code: str
    message: str


class Refused(Exception):
    """This one item cannot be done, for the reason of the remark; the others go on."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.remark = Remark(code, message)
