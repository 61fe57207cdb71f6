# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The names of the contract's headers and cookies."""

from __future__ import annotations

from typing import Final

ACCEPT_RANGES: Final = "Accept-Ranges"
CACHE_CONTROL: Final = "Cache-Control"
CONTENT_DISPOSITION: Final = "Content-Disposition"
CONTENT_RANGE: Final = "Content-Range"
DEPRECATION: Final = "Deprecation"
ETAG: Final = "ETag"
IDEMPOTENCY_KEY: Final = "Idempotency-Key"
IDEMPOTENCY_REPLAYED: Final = "Idempotency-Replayed"
IF_MATCH: Final = "If-Match"
IF_NONE_MATCH: Final = "If-None-Match"
IF_RANGE: Final = "If-Range"
LAST_EVENT_ID: Final = "Last-Event-ID"
LOCATION: Final = "Location"
RANGE: Final = "Range"
RETRY_AFTER: Final = "Retry-After"
SESSION_COOKIE: Final = "platemark_session"
SET_COOKIE: Final = "Set-Cookie"
SUNSET: Final = "Sunset"
WWW_AUTHENTICATE: Final = "WWW-Authenticate"
X_ACCEL_BUFFERING: Final = "X-Accel-Buffering"
X_CSRF_TOKEN: Final = "X-CSRF-Token"
X_TRACE_ID: Final = "X-Trace-Id"
