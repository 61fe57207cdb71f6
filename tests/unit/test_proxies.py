"""Whose word on the client's address is taken: sign-ins are limited by address, so nobody may choose theirs."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from platemark.entrypoints.api import build_server
from platemark.errors import StartupError
from platemark.settings import Settings, from_environment

NGINX = "172.30.64.10"
VISITOR = "203.0.113.7"


def seen(settings: Settings, connects: str, *forwarded: str) -> tuple[str, str]:
    """The client's address and the scheme that the application sees."""
    found: list[dict[str, Any]] = []

    class Application(SimpleNamespace):
        async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
            found.append(scope)

    application: Any = Application(feed=None)
    config = build_server(application, settings).config
    config.load()
    headers = [(b"x-forwarded-for", it.encode()) for it in forwarded] + [(b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "client": (connects, 4711), "scheme": "http", "headers": headers}
    asyncio.run(config.loaded_app(scope, None, None))
    return found[0]["client"][0], found[0]["scheme"]


@pytest.mark.parametrize("connects", ["127.0.0.1", NGINX, VISITOR])
def test_by_default_nobody_is_believed(connects: str) -> None:
    assert seen(Settings(), connects, "198.51.100.1") == (connects, "http")


@pytest.mark.parametrize(
    ("connects", "forwarded", "client"),
    [
        (NGINX, [VISITOR], (VISITOR, "https")),
        (NGINX, ["198.51.100.1, " + VISITOR], (VISITOR, "https")),  # what the visitor claimed stands to the left
        (NGINX, ["198.51.100.1", VISITOR + ", " + NGINX], (VISITOR, "https")),
        (VISITOR, ["198.51.100.1"], (VISITOR, "http")),
        (NGINX, [], (NGINX, "https")),
    ],
    ids=["proxied", "claimed", "two proxies", "not through the proxy", "no header"],
)
@pytest.mark.parametrize("trusted", [NGINX, "172.30.64.0/24", f"192.0.2.1, {NGINX}"])
def test_a_trusted_proxy_says_who_connected_to_it(
    trusted: str, connects: str, forwarded: list[str], client: tuple[str, str]
) -> None:
    settings = from_environment({"PLATEMARK_TRUSTED_PROXIES": trusted})
    assert seen(settings, connects, *forwarded) == client


@pytest.mark.parametrize("words", ["*", "0.0.0.0/0", "::/0", "nginx", "10.0.0.1/8", f"{NGINX} 10.0.0.1"])
def test_trusting_everyone_or_a_name_is_refused(words: str) -> None:
    with pytest.raises(StartupError, match="PLATEMARK_TRUSTED_PROXIES must") as refused:
        from_environment({"PLATEMARK_TRUSTED_PROXIES": words})
    assert refused.value.code == "bad_setting"
