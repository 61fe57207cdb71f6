"""The pages and their assets: what a browser may do with them."""

from __future__ import annotations

import httpx
import pytest

from platemark.http.pages import PAGES
from tests.serving import Live

PATHS = [*PAGES, "/openapi.json", "/assets/contract.js", "/assets/studio.js"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_says_what_a_browser_may_load_and_who_may_frame_it(live: Live, path: str, method: str) -> None:
    response = httpx.request(method, f"{live.url}{path}", trust_env=False)
    assert response.status_code == 200
    (policy,) = response.headers.get_list("content-security-policy")
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))
    assert directives["default-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
    assert (response.content == b"") is (method == "HEAD")
