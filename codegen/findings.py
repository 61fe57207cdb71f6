"""Findings: what is wrong with a spec, and where."""

from __future__ import annotations

from dataclasses import dataclass


class HouseRule(str):
    """A message about what the server serves all the same: a rule of this project, not a part of its promise."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault of the spec; `where` is a file and a JSON pointer, such as `paths/albums.yaml#/album/get`."""

    where: str
    message: str

    @property
    def is_house_rule(self) -> bool:
        """Whether the spec is served in spite of it."""
        return isinstance(self.message, HouseRule)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class CodegenError(Exception):
    """No code can be generated from the spec; `findings` lists every reason."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))
