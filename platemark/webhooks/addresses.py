"""Where messages may be sent: to public addresses, and to the networks that the operator allows.

The check is of the address that is connected to, not of a name that may mean another one a moment later.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IpNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that a gateway translates: the last four bytes are those of IPv4."""


class AddressNotAllowed(Exception):
    """The address is of this machine or of a private network, and none that the operator allows."""


class NameUnknown(Exception):
    """The name has no address."""


def resolve(host: str, port: int, allowed: Sequence[IpNetwork]) -> list[str]:
    """The addresses of ``host``, in the order in which they are to be tried.

    NameUnknown, or AddressNotAllowed if any of them is not: a name with a private address among public ones is refused.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NameUnknown(f"{host} has no address.") from error
    addresses = list(dict.fromkeys(str(address[4][0]) for address in found))
    for text in addresses:
        if not is_allowed(ipaddress.ip_address(text.partition("%")[0]), allowed):
            name = host if text == host else f"{host} is {text}; that"
            raise AddressNotAllowed(f"{name} is not a public address; PLATEMARK_WEBHOOK_NETWORKS may allow it.")
    return addresses


def is_allowed(address: IpAddress, allowed: Sequence[IpNetwork]) -> bool:
    """Whether an address is public, or in one of the networks that are ``allowed``."""
    inner = _inner(address)
    if any(it in network for network in allowed for it in (address, inner)):
        return True
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def _inner(address: IpAddress) -> IpAddress:
    """The address of IPv4 within one of IPv6 that leads to it; else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else address
