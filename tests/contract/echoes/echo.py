"""An operation with a body, and where its fields are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.contract.echoes.studio import EchoStudio

Prepare = Callable[[EchoStudio], tuple[str, dict[str, Any]]]
Read = Callable[[EchoStudio, Any], Any]


def at(path: str, **given: Any) -> Prepare:
    """Nothing needs to be prepared."""
    return lambda _: (path, given)


def answer(_: EchoStudio, body: Any) -> Any:
    """What was written is read in the answer itself."""
    return body


def read_at(template: str) -> Read:
    """What was written is read with GET; the path has fields of the answer."""
    return lambda studio, body: studio.get(template.format(**body))


@dataclass(frozen=True, kw_only=True)
class Echo:
    """How to send a body, and where each of its fields is read.

    ``prepare`` returns the path and the values that a schema cannot know. ``shown_at`` is the place of a field whose
    place is not its name, or a function of what was read. ``unread`` and ``same_as_default`` map fields to reasons.
    ``branch`` is the schema of a union that is sent. ``session_of`` is the user in whose session it is sent.
    """

    operation: str
    prepare: Prepare
    read: Read = answer
    media_type: str = "application/json"
    name: str = "all"
    branch: str = ""
    signed_in: bool = True
    session_of: str = ""
    shown_at: Mapping[str, str | Read] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    same_as_default: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
