"""The numbers that people call orders by: random, so that nobody learns how many orders there are, or finds another's.

Eleven digits of base 32 (Crockford's alphabet, without I, L, O and U) and one that checks them, in groups of four:
`7K3F-92QX-M4TZ`. The check digit is a weighted sum in GF(32): it finds each wrong digit and each two that were swapped.
"""

import secrets
from typing import Annotated

from pydantic import AfterValidator, Field

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_GROUP = 4
_MODULUS = 0b100101
"""x^5 + x^2 + 1, of which x is a generator."""

_READ_AS = str.maketrans("OIL", "011", "- ")


def new_number() -> str:
    """Returns a number for a new order, with 55 random bits: two alike are as unlikely as two ids alike."""
    digits = "".join(secrets.choice(DIGITS) for _ in range(LENGTH - 1))
    return shown(digits + check_digit(digits))


def check_digit(digits: str) -> str:
    """Returns the digit that follows these."""
    total = 0
    for digit in digits:
        total = _doubled(total ^ DIGITS.index(digit))
    return DIGITS[total]


def shown(digits: str) -> str:
    """Returns the digits in groups."""
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def read(text: str) -> str:
    """Returns the number that somebody has typed, however they spell it. Raises ValueError for one that is mistyped."""
    digits = text.upper().translate(_READ_AS)
    if len(digits) != LENGTH or not set(digits) <= set(DIGITS) or check_digit(digits[:-1]) != digits[-1]:
        raise ValueError("this is no order number: look at it again")
    return shown(digits)


OrderNumber = Annotated[str, Field(max_length=40, examples=["7K3F-92QX-M4T5"]), AfterValidator(read)]
"""A number as clients send it."""


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _MODULUS if value >= len(DIGITS) else value
