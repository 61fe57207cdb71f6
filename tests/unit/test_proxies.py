"""Trusted proxies: sign-ins are limited by client address, so a client must not be able to choose its address."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from platemark.entrypoints.api import build_server
from platemark.errors import StartupError
from platemark.settings import Settings, from_environment

NGINX = "172.30.64.10"
CLIENT = "203.0.113.7"


def client_and_scheme(settings: Settings, connects: str, *forwarded: str) -> tuple[str, str]:
    """The client's address and the scheme that the application sees."""
    scopes: list[dict[str, Any]] = []

    class Application(SimpleNamespace):
        async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
            scopes.append(scope)

    application: Any = Application(feed=None)
    config = build_server(application, settings).config
    config.load()
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded] + [(b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "client": (connects, 4711), "scheme": "http", "headers": headers}
    asyncio.run(config.loaded_app(scope, None, None))
    return scopes[0]["client"][0], scopes[0]["scheme"]


@pytest.mark.parametrize("connects", ["127.0.0.1", NGINX, CLIENT])
def test_by_default_forwarded_headers_are_ignored(connects: str) -> None:
    assert client_and_scheme(Settings(), connects, "198.51.100.1") == (connects, "http")


@pytest.mark.parametrize(
    ("connects", "forwarded", "client"),
    [
        (NGINX, [CLIENT], (CLIENT, "https")),
        (NGINX, ["198.51.100.1, " + CLIENT], (CLIENT, "https")),  # the forged entry is on the left
        (NGINX, ["198.51.100.1", CLIENT + ", " + NGINX], (CLIENT, "https")),
        (CLIENT, ["198.51.100.1"], (CLIENT, "http")),
        (NGINX, [], (NGINX, "https")),
    ],
    ids=["proxied", "forged entry", "two proxies", "not through the proxy", "no header"],
)
@pytest.mark.parametrize("trusted", [NGINX, "172.30.64.0/24", f"192.0.2.1, {NGINX}"])
def test_a_trusted_proxy_determines_the_client_address(
    trusted: str, connects: str, forwarded: list[str], client: tuple[str, str]
) -> None:
    settings = from_environment({"PLATEMARK_TRUSTED_PROXIES": trusted})
    assert client_and_scheme(settings, connects, *forwarded) == client


@pytest.mark.parametrize("value", ["*", "0.0.0.0/0", "::/0", "nginx", "10.0.0.1/8", f"{NGINX} 10.0.0.1"])
def test_trusting_every_address_or_a_host_name_is_refused(value: str) -> None:
    with pytest.raises(StartupError, match="PLATEMARK_TRUSTED_PROXIES must") as refused:
        from_environment({"PLATEMARK_TRUSTED_PROXIES": value})
    assert refused.value.code == "bad_setting"
