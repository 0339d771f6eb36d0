"""Electronic identification: the animal code of ISO 11784, as transponders of ISO 11785 carry it.

The code is a word of 64 bits (ISO 11784, description of the code structure), counted from the most significant:
1 animal, 2-4 retagging counter, 5-9 user information, 10-15 reserved, 16 data block, 17-26 country or manufacturer,
27-64 identification. People write it as 15 digits: three of the country (ISO 3166-1 numeric) or of the manufacturer
(900 to 998, granted by ICAR), twelve of the identification. 999 stands for transponders under test.

Spreadsheets take those digits for a number. They are read as long as no digit was lost; a rounded number is refused,
because other digits would be those of another animal.
"""

import re

LONGEST = 40
"""The most characters that a rendering has, separators included."""

_FORM = "an EID has 15 digits, such as 982000123456789"
_SEPARATORS = re.compile(r"[ .:_/-]+")
_PREFIX = re.compile(r"(?:LA ?|A )([0-9].*)")
"""What readers print before the digits: the name of the field, or `A` for the animal bit."""
_CODE = re.compile(r"(?:[01]?0{0,6}|[0-9]{6,7})?([0-9]{15})")
"""The digits, after the fields that precede the country: all of them, or fewer if those are empty."""
_WORD = re.compile(r"(?:0X)?([0-9A-F]{16})")
_DECIMAL_WORD = re.compile(r"[0-9]{19,20}")
_TWO_WAYS = re.compile(r"10000[0-9]{15}|(?:9[0-9]{2}|8[1-9][0-9]|80[1-9])[0-9]{13}")
"""Either the fields and a code, or a decimal word; either a word without letters, or one digit too many."""

_FRACTION = re.compile(r"(.+)[.,]([0-9]*)")
_ROUNDED = re.compile(r"([0-9])(?:[.,]([0-9]+))?E\+?([0-9]{1,3})")
_EXPONENT = "14"

_COUNTRIES = range(4, 895)
"""Afghanistan to Zambia: ISO 3166-1 has no other numeric codes."""
_MANUFACTURERS = range(900, 999)
_TEST = 999
_ANIMAL = 1 << 63
_IDENTIFICATIONS = 1 << 38


class InvalidEid(ValueError):
    """The text is not an animal's code."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason}; {_FORM}")


def normalise(text: str) -> str:
    """Returns the 15 digits of an EID in any rendering. Raises InvalidEid, a ValueError.

    >>> normalise("982 000-123456789")
    '982000123456789'
    >>> normalise("8000F580075BCD15")
    '982000123456789'
    >>> normalise("9223641967082851605")
    '982000123456789'
    >>> normalise("LA 00000 0 982 000123456789")
    '982000123456789'
    >>> normalise("982000123456789.0")
    '982000123456789'

    It reads the 15 digits, with or without the fields of ISO 11784 before them; the word as 16 hexadecimal digits; the
    word as a decimal number of 19 or 20 digits, since the animal bit is set; and the 15 digits as a number, if none is
    lost. Separators may be between all of them. Shorter forms are ambiguous.
    """
    printed = _as_digits(text.strip().upper())
    named = _PREFIX.fullmatch(printed)
    bare = _SEPARATORS.sub("", named[1] if named else printed)
    if _TWO_WAYS.fullmatch(bare):
        raise InvalidEid("this can be read in two ways")
    if found := _CODE.fullmatch(bare):
        return _checked(found[1])
    if found := _WORD.fullmatch(bare):
        return _of_word(int(found[1], 16))
    if _DECIMAL_WORD.fullmatch(bare):
        return _of_word(int(bare))
    raise InvalidEid("this is neither the code of a transponder nor its word")


def _as_digits(text: str) -> str:
    """Returns the digits of a number that a spreadsheet or a table of floats wrote. Raises InvalidEid."""
    if found := _ROUNDED.fullmatch(text):
        digits = found[1] + (found[2] or "")
        if (len(digits), found[3]) != (15, _EXPONENT):
            raise InvalidEid("this was taken for a number, and digits are lost")
        return digits
    if (found := _FRACTION.fullmatch(text)) and _is_number(found[1], found[2]):
        if found[2].strip("0"):
            raise InvalidEid("this is no whole number")
        return found[1]
    return text


def _is_number(whole: str, fraction: str) -> bool:
    """Whether the point starts a fraction, not the last group of a code."""
    digits = _SEPARATORS.sub("", whole)
    return digits.isdecimal() and (len(digits) >= 15 or len(fraction) < 3)


def _of_word(word: int) -> str:
    if word >= 1 << 64 or not word & _ANIMAL:
        raise InvalidEid("this word of a transponder does not identify an animal")
    return _checked(f"{word >> 38 & 0x3FF:03}{word & _IDENTIFICATIONS - 1:012}")


def _checked(code: str) -> str:
    issuer, identification = int(code[:3]), int(code[3:])
    if issuer == _TEST:
        raise InvalidEid("999 marks a transponder for tests")
    if issuer not in _COUNTRIES and issuer not in _MANUFACTURERS:
        raise InvalidEid("the first three digits name no country and no manufacturer")
    if not 0 < identification < _IDENTIFICATIONS:
        raise InvalidEid(f"an identification is from 1 to {_IDENTIFICATIONS - 1}")
    return code
