"""Only public addresses are reached, and what the operator allows, however an address is written."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest

from platemark.webhooks.addresses import AddressNotAllowed, NameUnknown, is_allowed, resolve

PUBLIC = ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
    "fd12:3456::1", "ff02::1", "ff0e::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:192.168.1.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_allowed(ipaddress.ip_address(address), [])


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_others_are_not(address: str) -> None:
    assert not is_allowed(ipaddress.ip_address(address), [])


@pytest.mark.parametrize(
    ("address", "network", "allowed"),
    [
        ("10.0.0.7", "10.0.0.0/24", True),
        ("10.0.1.7", "10.0.0.0/24", False),
        ("::ffff:10.0.0.7", "10.0.0.0/24", True),
        ("64:ff9b::a00:7", "10.0.0.0/24", True),
        ("fd00::7", "fd00::/8", True),
        ("::1", "127.0.0.0/8", False),
    ],
)
def test_networks_are_allowed_by_name(address: str, network: str, allowed: bool) -> None:
    assert is_allowed(ipaddress.ip_address(address), [ipaddress.ip_network(network)]) is allowed


def names(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    def getaddrinfo(_host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (it, port)) for it in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_name_stands_for_its_addresses_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, "8.8.8.8", "1.1.1.1", "8.8.8.8")
    assert resolve("hooks.example.com", 443, []) == ["8.8.8.8", "1.1.1.1"]


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, "8.8.8.8", "192.168.1.1")
    with pytest.raises(AddressNotAllowed) as refused:
        resolve("hooks.example.com", 443, [])
    message = "hooks.example.com is 192.168.1.1; that is not a public address; PLATEMARK_WEBHOOK_NETWORKS may allow it."
    assert str(refused.value) == message


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "::1"])
def test_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises(AddressNotAllowed, match="is not a public address"):
        resolve(host, 80, [])


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 70 + ".invalid", "..", ""])
def test_names_without_an_address(host: str) -> None:
    with pytest.raises((NameUnknown, AddressNotAllowed)):
        resolve(host, 80, [])
