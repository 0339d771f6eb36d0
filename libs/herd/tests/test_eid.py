"""One animal code, however a reader prints it."""

import doctest

import pytest

from amigok_herd import eid

CODE = "982000123456789"
WORD = 1 << 63 | 982 << 38 | 123456789


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        "982 000123456789",
        "982-000-123-456-789",
        "982.000.123.456.789",
        " 982000123456789 ",
        "982_000123456789",
        f"{WORD:016X}",
        f"{WORD:016x}",
        f"0x{WORD:x}",
        "8000 F580 075B CD15",
        "80:00:F5:80:07:5B:CD:15",
        str(WORD),
        f"{WORD | 3 << 60 | 5 << 55 | 1 << 48:X}",
        "0982000123456789",
        "1982000123456789",
        "LA 982 000123456789",
        "LA982000123456789",
        "A 982 000123456789",
        "00000 0 982 000123456789",
        "000000982000123456789",
        "1 2 05 00 0 982 000123456789",
        "1000000982000123456789",
        "0000 0982 000123456789",
        "982000123456789.0",
        "982000123456789.",
        "982000123456789,00",
        "982 000123456789.0",
        "0982000123456789.0",
        "9.82000123456789E+14",
        "9,82000123456789E+14",
        "9.82000123456789e14",
    ],
)
def test_all_renderings_are_one_code(text):
    assert eid.normalise(text) == CODE


def test_the_examples_of_the_module_hold():
    assert doctest.testmod(eid).failed == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "982",
        "98200012345678",
        "9820001234567890",
        "982000123456789X",
        "982 000 123 456 78O",
        "٩٨٢000123456789",
        "999000123456789",
        f"{1 << 63 | 999 << 38 | 7:X}",
        "000000123456789",
        "895000123456789",
        "899000000000001",
        "982000000000000",
        "982274877906944",
        "982999999999999",
        f"{WORD & ~(1 << 63):016X}",
        str(WORD & ~(1 << 63)),
        "982000123456789.5",
        "826012345600001.10",
        "8260123456000010",
        "9.82012E+14",
        "9,82012E+14",
        "9E14",
        "9.82000123456789E+15",
        "9.82000123456789E+13",
        "10000982000123456789",
        "98200012345678.0",
        "LA",
        "A982",
        "9820001234567.89",
        "00000000982000123456789",
        "36012345678901",
        str(1 << 64),
        f"{1 << 63 | 1023 << 38 | 7:X}",
        "G" * 16,
        "9" * 20,
    ],
)
def test_what_is_no_animal_code_is_refused(text):
    with pytest.raises(eid.InvalidEid):
        eid.normalise(text)


@pytest.mark.parametrize("text", ["9.82012E+14", "8260123456000010", "98200012345678", "82601234560001.5", "x"])
def test_a_refusal_says_how_an_eid_is_written(text):
    with pytest.raises(eid.InvalidEid, match="15 digits, such as 982000123456789"):
        eid.normalise(text)


def test_a_table_of_floating_point_numbers_does_not_make_another_animal_of_one():
    """As a word in hexadecimal digits, the same text with its separator left out is an animal of another country."""
    assert eid.normalise("826012345600001.0") == "826012345600001"
    with pytest.raises(eid.InvalidEid, match="lost"):
        eid.normalise("8.26012E+14")


def test_the_bounds_of_an_identification_are_codes():
    assert eid.normalise("900274877906943") == "900274877906943"
    assert eid.normalise("004000000000001") == "004000000000001"
    assert eid.normalise("998000000000001") == "998000000000001"
