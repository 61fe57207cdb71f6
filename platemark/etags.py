"""Versions as entity tags, so that nobody overwrites what they have not seen."""

from __future__ import annotations

from platemark.errors import PreconditionFailed


def etag(version: int) -> str:
    """The strong ETag of a thing at ``version``."""
    return f'"{version}"'


def matches(header: str, current: str) -> bool:
    """Whether an If-Match or If-None-Match header names the tag ``current``; ``*`` names any."""
    return header.strip() == "*" or current in (tag.strip() for tag in header.split(","))


def require_match(if_match: str | None, version: int) -> None:
    """Raise PreconditionFailed where the caller names ETags and the current one is not among them."""
    if if_match is not None and not matches(if_match, etag(version)):
        raise PreconditionFailed(etag(version))
