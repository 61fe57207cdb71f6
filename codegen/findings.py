"""What the pipeline says when the spec is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to repair: `where` is a file and pointer, `paths/albums.yaml#/album/get`."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class CodegenError(Exception):
    """The spec cannot be turned into code; `findings` says all that is wrong, each with its place."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))
