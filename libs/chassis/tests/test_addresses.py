"""By what key a client is counted."""

import pytest

from amigok_chassis.addresses import client, network, networks
from amigok_chassis.settings import Settings


@pytest.mark.parametrize("address", ["192.0.2.1", "127.0.0.1", "255.255.255.255"])
def test_an_ipv4_address_stands_for_itself(address: str) -> None:
    assert network(address) == address


def test_all_addresses_of_one_ipv6_subscriber_are_one_client() -> None:
    written = ("2001:db8:0:7::1", "2001:DB8:0:7:ffff:ffff:ffff:ffff", "2001:0db8:0000:0007:0:0:0:0")
    assert {network(address) for address in written} == {"2001:db8:0:7::/64"}


def test_neighbours_in_ipv6_are_two_clients() -> None:
    assert network("2001:db8:0:7::1") != network("2001:db8:0:8::1")


@pytest.mark.parametrize("address", ["::ffff:192.0.2.1", "::FFFF:c000:201", "0:0:0:0:0:ffff:192.0.2.1"])
def test_ipv4_written_as_ipv6_is_the_same_client(address: str) -> None:
    assert network(address) == "192.0.2.1"


def test_the_interface_that_a_local_address_names_makes_no_other_client() -> None:
    assert network("fe80::1%eth0") == network("fe80::1%eth1") == "fe80::/64"
    assert network("::ffff:192.0.2.1%eth0") == "192.0.2.1"


@pytest.mark.parametrize("text", ["unknown", "", "testclient", "192.0.2.1:80", "192.0.2", "::1::2", "x" * 45])
def test_what_is_no_address_stands_for_itself(text: str) -> None:
    assert network(text) == text


def test_a_key_fits_where_an_address_fits() -> None:
    assert len(network("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")) <= 45


PROXIES = networks("203.0.113.7, 10.9.0.0/16,2001:db8:f::/48, 9.9.9.9")

WAYS = {
    "straight from the gateway": ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
    "through our proxy": ("10.0.0.5", "198.51.100.1, 203.0.113.7", "198.51.100.1"),
    "through two of them": ("10.0.0.5", "198.51.100.1,10.9.1.1, 203.0.113.7", "198.51.100.1"),
    "in IPv6": ("fd00::5", "2001:db8:1::1, 2001:db8:f::1", "2001:db8:1::1"),
    "by a gateway that listens to both": ("::ffff:10.0.0.5", "::ffff:198.51.100.1", "198.51.100.1"),
    "forging what comes before": ("10.0.0.5", "6.6.6.6, 198.51.100.1, 203.0.113.7", "198.51.100.1"),
    "forging our proxy": ("10.0.0.5", "6.6.6.6, 203.0.113.7, 198.51.100.1", "198.51.100.1"),
    "from our own network, which is no proxy": ("10.0.0.5", "6.6.6.6, 10.1.1.1", "10.1.1.1"),
    "with words before": ("10.0.0.5", "unknown, 203.0.113.7", "203.0.113.7"),
    "with nothing": ("10.0.0.5", "", "10.0.0.5"),
    "by the proxy itself": ("10.0.0.5", "203.0.113.7", "203.0.113.7"),
    "past the gateway": ("8.8.8.8", "6.6.6.6", "8.8.8.8"),
    "by a gateway with a public address, which is named": ("9.9.9.9", "198.51.100.1", "198.51.100.1"),
    "by a socket without address": ("testclient", "6.6.6.6", "testclient"),
}


@pytest.mark.parametrize(("peer", "forwarded", "sender"), WAYS.values(), ids=WAYS)
def test_a_client_is_whom_the_last_proxy_that_is_not_ours_saw(peer: str, forwarded: str, sender: str) -> None:
    assert client(peer, forwarded, PROXIES) == sender


@pytest.mark.parametrize("text", ["10.0.0.0/33", "*", "proxy.example", "10.0.0.1/8"])
def test_a_service_does_not_start_with_proxies_that_are_no_addresses(text: str) -> None:
    with pytest.raises(ValueError, match="trusted_proxies"):
        Settings(trusted_proxies=text)
