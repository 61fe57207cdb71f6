"""Versions as entity tags (ETag, If-Match), so that nobody overwrites a change that they have not seen."""

from __future__ import annotations

from platemark.errors import PreconditionFailed


def etag(version: int) -> str:
    """The strong ETag of a resource at ``version``."""
    return f'"{version}"'


def matches(header: str, current: str) -> bool:
    """Whether an If-Match or If-None-Match header contains the tag ``current``; ``*`` matches any."""
    return header.strip() == "*" or current in (tag.strip() for tag in header.split(","))


def require_match(if_match: str | None, version: int) -> None:
    """Raise PreconditionFailed if the caller sent If-Match and the current version is not among its tags."""
    if if_match is not None and not matches(if_match, etag(version)):
        raise PreconditionFailed(etag(version))
