"""Fingerprints: reports of the same fault share a digest of the message, the top stack frame and the route.

Computed from the redacted report, so it reveals nothing about removed secrets.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

ERRORS = ("error", "fatal", "critical", "exception")
MAX_CHARACTERS = 1000
ORIGIN = re.compile(r"[a-z][a-z0-9+.-]{1,20}://[^/\s()]{1,255}")
QUERY = re.compile(r"\?[^\s:()#]{1,1000}")
IDS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|0x[0-9a-f]+|\b(?=[a-f]*[0-9])[0-9a-f]{7,}\b|[0-9]+"
)
FRAME = re.compile(r"^\s*at\s|@\S*:\d+|^\s*File \"", re.IGNORECASE)


def fingerprint(description: str, client_meta: Mapping[str, Any] | None, logs: Sequence[Mapping[str, Any]]) -> str:
    """The fingerprint as 64 hexadecimal digits; without an error in the log, the description replaces its message."""
    error = _newest_error(logs)
    message = " ".join(description.casefold().split()) if error is None else normalize(error["message"])
    frame = "" if error is None else top_of_stack(error["stack"] or "")
    facts = "\n".join((message, frame, route((client_meta or {}).get("location_href") or "")))
    return hashlib.sha256(facts.encode("utf-8")).hexdigest()


def normalize(text: str) -> str:
    """Drop what varies between occurrences: ids, numbers, hosts, queries, case, whitespace."""
    plain = QUERY.sub("", ORIGIN.sub("", text[:MAX_CHARACTERS].casefold()))
    return " ".join(IDS.sub("#", plain).split())


def top_of_stack(stack: str) -> str:
    """The first frame of ``stack``, normalized; empty if there is none."""
    return next((normalize(line) for line in stack.splitlines() if FRAME.search(line)), "")


def route(address: str) -> str:
    """The path and fragment of ``address``, with ids replaced."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return normalize(f"{parts.path}#{parts.fragment}".replace("?", "/"))


def _newest_error(logs: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The newest error with a stack, else the newest error."""
    errors = [log for log in reversed(logs) if log["level"].lower() in ERRORS]
    return next((log for log in errors if log["stack"]), errors[0] if errors else None)
