"""Electronic identification: the animal code of ISO 11784, as transponders of ISO 11785 carry it.

The code is a word of 64 bits (ISO 11784, description of the code structure), counted from the most significant:
1 animal, 2-15 reserved (readers show a retagging counter and user information there), 16 data block, 17-26 country or
manufacturer, 27-64 identification. People write it as 15 digits: three of the country (ISO 3166-1 numeric) or of the
manufacturer (900 to 998, granted by ICAR), twelve of the identification. 999 stands for transponders under test.
"""

import re

LONGEST = 40
"""No rendering has more characters, separators included."""

_SEPARATORS = re.compile(r"[ .:_/-]+")
_DIGITS = re.compile(r"[0-9]{15}")
_WORD = re.compile(r"(?:0X)?([0-9A-F]{16})")
_DECIMAL_WORD = re.compile(r"[0-9]{19,20}")

_COUNTRIES = range(4, 895)
"""Afghanistan to Zambia; ISO 3166-1 has no numeric code outside."""
_MANUFACTURERS = range(900, 999)
_TEST = 999
_ANIMAL = 1 << 63
_IDENTIFICATIONS = 1 << 38


class InvalidEid(ValueError):
    """The text is not the code of an animal."""


def normalise(text: str) -> str:
    """The 15 digits of an EID in any rendering. Raises InvalidEid, a ValueError.

    >>> normalise("982 000-123456789")
    '982000123456789'
    >>> normalise("8000F580075BCD15")
    '982000123456789'
    >>> normalise("9223641967082851605")
    '982000123456789'

    Read are the 15 digits, the word as 16 hexadecimal digits, and the word as a decimal number (19 or 20 digits, for
    the bit of an animal is set), each with separators between. What readers abbreviate further has two meanings.
    """
    bare = _SEPARATORS.sub("", text.strip()).upper()
    if _DIGITS.fullmatch(bare):
        return _checked(int(bare[:3]), int(bare[3:]))
    if found := _WORD.fullmatch(bare):
        return _of_word(int(found[1], 16))
    if _DECIMAL_WORD.fullmatch(bare):
        return _of_word(int(bare))
    raise InvalidEid("an EID has 15 digits, or is the 64-bit word of a transponder in hexadecimal or decimal digits")


def _of_word(word: int) -> str:
    if word >= 1 << 64 or not word & _ANIMAL:
        raise InvalidEid("this word of a transponder does not identify an animal")
    return _checked(word >> 38 & 0x3FF, word & _IDENTIFICATIONS - 1)


def _checked(issuer: int, identification: int) -> str:
    if issuer == _TEST:
        raise InvalidEid("999 marks a transponder for tests")
    if issuer not in _COUNTRIES and issuer not in _MANUFACTURERS:
        raise InvalidEid("the first three digits name no country and no manufacturer")
    if not 0 < identification < _IDENTIFICATIONS:
        raise InvalidEid(f"an identification is from 1 to {_IDENTIFICATIONS - 1}")
    return f"{issuer:03}{identification:012}"
