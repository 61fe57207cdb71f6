"""`spec/accepted.yaml`: what a person answered where the proof does not reach.

A list of `{pair, reason}`. The pair is the hash of both schemas, so that an answer holds for these two and no others.
"""

from __future__ import annotations

import re
from pathlib import Path

from codegen.findings import CodegenError, Finding
from codegen.load import load

PAIR = re.compile(r"[0-9a-f]{16}\.\.[0-9a-f]{16}")


def read_accepted(path: Path) -> dict[str, str]:
    """The reason of each accepted pair; empty if the file does not exist. CodegenError if an entry is malformed."""
    if not path.exists():
        return {}
    accepted: dict[str, str] = {}
    findings = []
    for index, entry in enumerate(load(path) or []):
        fault = _fault(entry)
        if fault or entry["pair"] in accepted:
            findings.append(Finding(f"{path.name}#/{index}", fault or "the pair is listed twice"))
        else:
            accepted[entry["pair"]] = entry["reason"]
    if findings:
        raise CodegenError(*findings)
    return accepted


def _fault(entry: object) -> str | None:
    if not isinstance(entry, dict) or set(entry) != {"pair", "reason"}:
        return "an entry has a pair and a reason, and nothing else"
    if not isinstance(entry["pair"], str) or not PAIR.fullmatch(entry["pair"]):
        return "pair is what `make compat` prints"
    if not isinstance(entry["reason"], str) or len(entry["reason"].split()) < 3:
        return "the reason says why no client is harmed"
    return None
