"""By what key a client is counted."""

import pytest

from amigok_chassis.addresses import network


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
