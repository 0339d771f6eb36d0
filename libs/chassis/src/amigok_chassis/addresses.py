"""Whom a network address stands for, where something is counted or slowed down by it."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

SUBNET_BITS = 64
"""A subscriber has at least that prefix of IPv6 to themselves, and 2**64 addresses in it."""


def network(address: str) -> str:
    """The key of a throttle: an IPv4 address whole, the /64 of an IPv6 address, e.g. `2001:db8:0:7::/64`.

    IPv4 that is written as IPv6 (`::ffff:192.0.2.1`) is IPv4. What is no address stands for itself.
    """
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address):
        return _of_ipv6(known)
    return str(known)


def _of_ipv6(address: IPv6Address) -> str:
    mapped: IPv4Address | None = address.ipv4_mapped
    return str(mapped) if mapped else str(IPv6Network((int(address), SUBNET_BITS), strict=False))
