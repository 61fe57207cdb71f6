"""Reports of the same fault have the same fingerprint: a digest of message, top of the stack and route.

Made of what was redacted already, so that it tells nothing of what was taken out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

ERRORS = ("error", "fatal", "critical", "exception")
MOST_CHARACTERS = 1000
ORIGIN = re.compile(r"[a-z][a-z0-9+.-]{1,20}://[^/\s()]{1,255}")
QUERY = re.compile(r"\?[^\s:()#]{1,1000}")
IDS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|0x[0-9a-f]+|\b(?=[a-f]*[0-9])[0-9a-f]{7,}\b|[0-9]+"
)
FRAME = re.compile(r"^\s*at\s|@\S*:\d+|^\s*File \"", re.IGNORECASE)


def fingerprint(description: str, client_meta: Mapping[str, Any] | None, logs: Sequence[Mapping[str, Any]]) -> str:
    """64 hexadecimal digits; without an error in the log, words of the description stand for its message."""
    fault = _fault(logs)
    message = " ".join(description.casefold().split()) if fault is None else normalised(fault["message"])
    frame = "" if fault is None else top_of_stack(fault["stack"] or "")
    facts = "\n".join((message, frame, route_of((client_meta or {}).get("location_href") or "")))
    return hashlib.sha256(facts.encode("utf-8")).hexdigest()


def normalised(text: str) -> str:
    """``text`` without what differs from one time to the next: ids, numbers, hosts, queries, case, spaces."""
    plain = QUERY.sub("", ORIGIN.sub("", text[:MOST_CHARACTERS].casefold()))
    return " ".join(IDS.sub("#", plain).split())


def top_of_stack(stack: str) -> str:
    """The first frame of ``stack``, normalised; empty where there is none."""
    return next((normalised(line) for line in stack.splitlines() if FRAME.search(line)), "")


def route_of(address: str) -> str:
    """Where in the studio ``address`` leads: path and the part after ``#``, with ids made alike."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return normalised(f"{parts.path}#{parts.fragment}".replace("?", "/"))


def _fault(logs: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The newest error with a stack, else the newest error."""
    errors = [log for log in reversed(logs) if log["level"].lower() in ERRORS]
    return next((log for log in errors if log["stack"]), errors[0] if errors else None)
