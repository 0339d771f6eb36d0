"""Money on the wire is exact, or it is refused."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from amigok_contracts import CURRENCIES, Money


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


@pytest.mark.parametrize("currency", ["usd", "XXX", "", "US", "USD "])
def test_other_currencies_are_refused(currency: str) -> None:
    with pytest.raises(ValidationError):
        money("1.00", currency)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Money.model_validate({"amount": "1.00", "currency": "USD", "note": "x"})


def test_json_numbers_are_refused_in_json_too() -> None:
    with pytest.raises(ValidationError):
        Money.model_validate_json('{"amount": 240.00, "currency": "USD"}')


@given(minor=st.integers(-(10**15) + 1, 10**15 - 1), currency=st.sampled_from(sorted(CURRENCIES)))
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
