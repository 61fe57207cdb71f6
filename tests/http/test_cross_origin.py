"""Pages of the allowed origins, and of no other, may call the API with a token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from platemark.errors import StartupError
from platemark.settings import from_environment
from tests.serving import Live, serve

FRONT_END = "https://app.example.com"


@pytest.fixture
def open_to_front_end(live: Live) -> Iterator[Live]:
    settings = replace(live.studio.settings, cors_origins=f"{FRONT_END}, http://localhost:5173")
    with serve(replace(live.studio, settings=settings)) as served:
        yield served


def preflight(
    live: Live, origin: str, method: str = "PATCH", headers: str = "authorization, if-match"
) -> httpx.Response:
    asked = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    with live.client(checked=False) as client:
        return client.options("/albums", headers=asked)


@pytest.mark.parametrize("origin", [FRONT_END, "http://localhost:5173"])
def test_a_page_of_an_allowed_origin_may_send_what_the_contract_declares(open_to_front_end: Live, origin: str) -> None:
    answer = preflight(open_to_front_end, origin)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, origin)
    assert {"PATCH", "DELETE", "PUT"} <= set(answer.headers["access-control-allow-methods"].split(", "))
    assert {"Authorization", "If-Match", "Idempotency-Key"} <= set(
        answer.headers["access-control-allow-headers"].split(", ")
    )
    assert "access-control-allow-credentials" not in answer.headers


def test_a_page_of_an_allowed_origin_reads_the_declared_headers(open_to_front_end: Live) -> None:
    with open_to_front_end.client(open_to_front_end.token("editor")) as client:
        created = client.post("/albums", json={"name": "x"}, headers={"Origin": FRONT_END})
    assert (created.status_code, created.headers["access-control-allow-origin"]) == (201, FRONT_END)
    assert {"Deprecation", "ETag", "Location", "Sunset", "X-Trace-Id"} <= set(
        created.headers["access-control-expose-headers"].split(", ")
    )


@pytest.mark.parametrize("origin", ["https://evil.example", f"{FRONT_END}.evil.example", "null", f"{FRONT_END}:8443"])
def test_no_other_origin_is_allowed(open_to_front_end: Live, origin: str) -> None:
    assert "access-control-allow-origin" not in preflight(open_to_front_end, origin).headers
    with open_to_front_end.client() as client:
        assert "access-control-allow-origin" not in client.get("/albums", headers={"Origin": origin}).headers


def test_no_origin_is_allowed_by_default(live: Live) -> None:
    assert preflight(live, FRONT_END).status_code == 405
    with live.client() as client:
        assert "access-control-allow-origin" not in client.get("/albums", headers={"Origin": FRONT_END}).headers


@pytest.mark.parametrize(
    "origins", ["*", "app.example.com", f"{FRONT_END}/", f"{FRONT_END},*", "https://*.example.com"]
)
def test_anything_but_exact_origins_is_refused_at_start(origins: str) -> None:
    with pytest.raises(StartupError, match="PLATEMARK_CORS_ORIGINS"):
        from_environment({"PLATEMARK_CORS_ORIGINS": origins})
