"""Conditional reads: 304 instead of a response that the caller has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from werkzeug.http import parse_etags, unquote_etag

from platemark import etags
from platemark.http.contract import ResponseRules
from platemark.http.responses import EncodedResponse

ETAG = "ETag"
NOT_MODIFIED = 304


def heed_if_none_match(
    response: EncodedResponse, rules: Mapping[int, ResponseRules], if_none_match: str | None
) -> EncodedResponse:
    """``response`` with the tag of its body, or the 304 in its place; unchanged if ``rules`` declare no 304."""
    if response.status != 200 or NOT_MODIFIED not in rules:
        return response
    tagged = _with_tag_of_body(response)
    if not is_listed(tagged.headers[ETAG], if_none_match):
        return tagged
    kept = {header.name for header in rules[NOT_MODIFIED].headers}
    headers = {name: value for name, value in tagged.headers.items() if name in kept}
    return EncodedResponse(NOT_MODIFIED, None, headers, b"")


def is_listed(etag: str, if_none_match: str | None) -> bool:
    """Whether If-None-Match lists ``etag``, in weak comparison, or is ``*``."""
    tag, _ = unquote_etag(etag)
    return parse_etags(if_none_match).contains_weak(tag or "")


def _with_tag_of_body(response: EncodedResponse) -> EncodedResponse:
    """A file's tag is its digest already."""
    if response.file is not None:
        return response
    tag = etags.with_digest(response.headers[ETAG], response.body)
    return replace(response, headers={**response.headers, ETAG: tag})
