"""Versions as entity tags (ETag, If-Match), so that nobody overwrites a change that they have not seen."""

from __future__ import annotations

import hashlib
import re

from platemark.errors import PreconditionFailed

STRONG_TAG = re.compile(r'"([0-9]+)(?:-[0-9a-f]+)?"')
DIGEST_LENGTH = 32


def etag(version: int) -> str:
    """The strong ETag of a resource at ``version``."""
    return f'"{version}"'


def with_digest(tag: str, body: bytes) -> str:
    """``tag`` for one representation of the resource: what others see of it, or later, may differ at the same version.

    If-Match accepts the result like ``tag`` itself.
    """
    return f'{tag[:-1]}-{hashlib.sha256(body).hexdigest()[:DIGEST_LENGTH]}"'


def require_match(if_match: str | None, version: int) -> None:
    """Raise PreconditionFailed if the caller sent If-Match and the current version is not among its strong tags."""
    if if_match is not None and if_match.strip() != "*" and str(version) not in _versions(if_match):
        raise PreconditionFailed(etag(version))


def _versions(if_match: str) -> set[str]:
    tags = (STRONG_TAG.fullmatch(tag.strip()) for tag in if_match.split(","))
    return {tag[1] for tag in tags if tag}
