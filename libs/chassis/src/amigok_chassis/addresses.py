"""The network address of a request, and the key by which throttles count it."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

SUBNET_BITS = 64
"""A subscriber has at least that prefix of IPv6 to themselves, and 2**64 addresses in it."""


Networks = Sequence[IPv4Network | IPv6Network]


def network(address: str) -> str:
    """The key of a throttle: an IPv4 address whole, the /64 of an IPv6 address, e.g. `2001:db8:0:7::/64`.

    IPv4 written as IPv6 (`::ffff:192.0.2.1`) counts as IPv4. Text that is no address is returned unchanged.
    """
    known = _address(address)
    if isinstance(known, IPv6Address):
        return str(IPv6Network((int(known), SUBNET_BITS), strict=False))
    return str(known) if known else address


def networks(text: str) -> Networks:
    """Addresses and networks with commas between, e.g. `192.0.2.1, 10.0.0.0/8`. Raises ValueError."""
    return [ip_network(each.strip()) for each in text.split(",") if each.strip()]


def client(peer: str, forwarded: str, proxies: Networks) -> str:
    """The address that sent a request: the last one on its way that is not one of our proxies.

    `peer` opened the connection. It is the gateway, and `forwarded` (X-Forwarded-For) is believed, if its address is
    not a public one; beyond it only `proxies` are believed. What they were told by whoever came before them is not.
    """
    found = _address(peer)
    if found is None:
        return peer
    if found.is_global and not _among(found, proxies):
        return str(found)
    for each in reversed(forwarded.split(",")):
        earlier = _address(each.strip())
        if earlier is None:
            break
        found = earlier
        if not _among(found, proxies):
            break
    return str(found)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        known = ip_address(text)
    except ValueError:
        return None
    return (known.ipv4_mapped or known) if isinstance(known, IPv6Address) else known


def _among(address: IPv4Address | IPv6Address, proxies: Networks) -> bool:
    return any(address in each for each in proxies)
