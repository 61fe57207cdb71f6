"""What HTTP lets clients spell in several ways is understood in all of them: media types, Accept, cookies, paths."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from generated.base import Operation
from generated.operations import OPERATIONS
from tests.conftest import ClientFor
from tests.serving import Live

UNKNOWN_ID = "01a204f8-2f06-777b-b415-8da7fd61ae84"
PASSWORD = "correct horse battery"
WITH_BODIES = [(operation, media) for operation in OPERATIONS.values() for media in operation.bodies]
TEMPLATED = sorted({operation.path for operation in OPERATIONS.values() if "}/" in operation.path})


def send(client: httpx.Client, operation: Operation, headers: dict[str, str]) -> tuple[int, str | None]:
    """The status and code of a request without a valid body."""
    path = re.sub(r"\{[^}]+\}", UNKNOWN_ID, operation.path)
    content = b"{}" if operation.bodies else None
    with client.stream(operation.method, path, content=content, headers=headers) as response:
        if response.headers.get("content-type") != "application/problem+json":
            return response.status_code, None
        response.read()
        return response.status_code, response.json()["code"]


@pytest.mark.parametrize(
    "spell", [str.upper, str.title, lambda media: f"{media} ;charset=UTF-8"], ids=["upper", "title", "parameter"]
)
def test_the_case_of_a_media_type_does_not_matter(as_role: ClientFor, spell: Any) -> None:
    client = as_role("admin")
    for operation, media in WITH_BODIES:
        spelled = send(client, operation, {"Content-Type": spell(media)})
        assert spelled == send(client, operation, {"Content-Type": media}), f"{operation.id} {media}"
        assert spelled[0] not in (415, 500), f"{operation.id} {media}"


@pytest.mark.parametrize("parameters", [";charset=UTF-8", "; charset=utf-8", ";version=0.0.4", ";q=0.3;charset=utf-8"])
def test_parameters_in_accept_exclude_no_media_type(as_role: ClientFor, parameters: str) -> None:
    client = as_role("admin")
    for operation in OPERATIONS.values():
        for media in operation.response_media:
            accept = {
                "Accept": media.partition(";")[0] + parameters,
                "Content-Type": next(iter(operation.bodies), "x/y"),
            }
            assert send(client, operation, accept)[0] != 406, f"{operation.id} {media}"


def test_a_media_type_that_is_not_offered_is_still_refused(as_role: ClientFor) -> None:
    client = as_role("admin")
    assert client.get("/albums", headers={"Accept": "text/csv; charset=utf-8"}).status_code == 406
    assert client.get("/albums", headers={"Accept": "application/json;q=0"}).status_code == 406


@pytest.mark.parametrize(
    "cookies",
    [
        'theme={{"dark":true}}; platemark_session={}',
        "a=b c; platemark_session={}",
        "x[0]=1; platemark_session={}",
        "foo; platemark_session={}; bar",
        'q="open; platemark_session={}',
        "=nameless;;platemark_session={};",
        "sprache=größer; platemark_session={}",
    ],
)
def test_a_session_is_found_among_cookies_of_any_shape(live: Live, as_role: ClientFor, cookies: str) -> None:
    as_role("admin").post("/users", json={"name": "ada", "role": "viewer", "password": PASSWORD})
    with live.client() as browser:
        browser.post("/auth/session", json={"method": "password", "name": "ada", "password": PASSWORD})
        session = browser.cookies["platemark_session"]
    with live.client() as other:
        header = cookies.format(session).encode("utf-8")
        assert other.get("/auth/status", headers=[(b"Cookie", header)]).json()["user"]["name"] == "ada"
        lines = [(b"Cookie", b"a=b"), (b"Cookie", f"platemark_session={session}".encode())]
        assert other.get("/auth/status", headers=lines).json()["user"]["name"] == "ada", "in several lines"


@pytest.mark.parametrize("slash", ["%2F", "%2f"])
def test_an_encoded_slash_separates_no_segments(as_role: ClientFor, slash: str) -> None:
    client = as_role("admin")
    for template in TEMPLATED:
        path = re.sub(r"\{[^}]+\}", UNKNOWN_ID, template.replace("}/", "}" + slash, 1))
        response = client.get(path)
        assert response.status_code in (400, 404, 405), template
        assert response.json()["code"] in ("does_not_fit", "no_such_path", "method_not_allowed"), template
