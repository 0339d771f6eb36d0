"""Money on the wire is exact, or it is refused."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from amigok_contracts import Money, digits
from amigok_contracts.currencies import DIGITS


def money(amount: Any, currency: str = "USD") -> Money:
    return Money.model_validate({"amount": amount, "currency": currency})


@pytest.mark.parametrize(
    "amount",
    [
        240.0,
        240,
        True,
        None,
        "",
        "abc",
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1E+400",
        "1E-400",
        "9" * 400,
        "10000000000000.00",
        "0.001",
        "240.005",
        "240,00",
        "2 40.00",
        "\x00",
        "1e2",
        "6.3e1",
        "6_2.5",
        "1_0",
        "+5",
        " 5 ",
        "\u0663.\u0660\u0660",
        "\uff15",
        "\u0666\u0662",
        Decimal("NaN"),
        Decimal("1E+400"),
        Decimal("1E-400"),
    ],
)
def test_an_amount_that_is_not_an_exact_decimal_string_is_refused(amount: Any) -> None:
    with pytest.raises(ValidationError):
        money(amount)


@pytest.mark.parametrize("amount", ["240", "240.0", "240.000", "-0.01", "9999999999999.99", "0"])
def test_every_way_to_write_an_exact_amount_is_one_amount(amount: str) -> None:
    found = money(amount)
    assert found.minor == Decimal(amount) * 100
    assert found.model_dump(mode="json")["amount"] == format(Decimal(amount).quantize(Decimal("0.01")), "f")


@pytest.mark.parametrize("currency", ["usd", "", "US", "USD ", "USD\n", "\uff35\uff33\uff24", None, 840])
def test_what_is_no_code_of_a_currency_is_refused(currency: Any) -> None:
    with pytest.raises(ValidationError):
        money("1.00", currency)


@pytest.mark.parametrize(
    ("currency", "amount", "minor", "written"),
    [
        ("JPY", "1200", 1200, "1200"),
        ("JPY", "1200.00", 1200, "1200"),
        ("USD", "240.5", 24050, "240.50"),
        ("KWD", "240.005", 240005, "240.005"),
        ("KWD", "-1", -1000, "-1.000"),
    ],
)
def test_each_currency_has_its_own_decimal_places(currency: str, amount: str, minor: int, written: str) -> None:
    found = money(amount, currency)
    assert (found.minor, f"{found.amount:f}") == (minor, written)
    assert Money.of_minor(minor, currency) == found


@pytest.mark.parametrize(("currency", "amount"), [("JPY", "0.5"), ("USD", "0.005"), ("KWD", "0.0005")])
def test_a_part_of_a_minor_unit_is_refused(currency: str, amount: str) -> None:
    with pytest.raises(ValidationError):
        money(amount, currency)


def test_a_currency_that_the_library_does_not_know_is_named() -> None:
    for read in (lambda: money("1.00", "ZZZ"), lambda: Money.of_minor(1, "ZZZ"), lambda: digits("ZZZ")):
        with pytest.raises(ValueError, match="ZZZ is not a currency that this version of the contracts knows"):
            read()


def test_the_table_of_currencies_has_codes_only_with_at_most_three_digits() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in DIGITS)
    assert set(DIGITS.values()) == {0, 2, 3}
    assert {code: DIGITS[code] for code in ("EUR", "GBP", "USD", "JPY", "KWD")} == {
        "EUR": 2,
        "GBP": 2,
        "USD": 2,
        "JPY": 0,
        "KWD": 3,
    }


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Money.model_validate({"amount": "1.00", "currency": "USD", "note": "x"})


def test_json_numbers_are_refused_in_json_too() -> None:
    with pytest.raises(ValidationError):
        Money.model_validate_json('{"amount": 240.00, "currency": "USD"}')


@given(minor=st.integers(-(10**13) + 1, 10**13 - 1), currency=st.sampled_from(sorted(DIGITS)))
def test_minor_units_survive_the_wire(minor: int, currency: str) -> None:
    sent = Money.of_minor(minor, currency).model_dump_json()
    assert Money.model_validate_json(sent).minor == minor


@given(st.text(max_size=30))
def test_no_text_makes_money_fail_otherwise_than_by_validation(text: str) -> None:
    try:
        found = money(text)
    except ValidationError:
        return
    assert found.amount.is_finite()
