"""The content coding of request bodies: none is supported, so that a small body cannot become a large one."""

from __future__ import annotations

from platemark.http.problems import HttpProblem


def refuse_content_encoding(content_encoding: str | None) -> None:
    """HttpProblem 415 unless the Content-Encoding header is absent, empty or ``identity``."""
    codings = {coding.strip().lower() for coding in (content_encoding or "").split(",")}
    if codings - {"", "identity"}:
        raise HttpProblem(415, "The body must be sent as it is: no Content-Encoding but identity is supported.")
