"""Values as clients write them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

_NUMBER = re.compile(r"\s*[-+]?[0-9.]+(e[-+]?[0-9]+)?\s*", re.IGNORECASE)


def _no_number(value: Any) -> Any:
    """Pydantic would take a number for seconds since 1970."""
    if isinstance(value, int | float) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
        raise ValueError("a time is written as in ISO 8601, such as 2024-03-01 or 2024-03-01T09:30:00Z")
    return value


_DECIMAL = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")


def _one_spelling(value: Any) -> Any:
    """Python reads `6_2.5`, `6.3e1`, `+5` and digits of every script; other programs on the way read them otherwise."""
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        raise ValueError("a number is written with the digits 0 to 9 and a point, such as 62.5")
    return value


OneSpelling = BeforeValidator(_one_spelling)
"""For decimal numbers, as the last of what an annotation says: `Annotated[Decimal, Field(ge=0), OneSpelling]`."""

IsoDate = Annotated[date, BeforeValidator(_no_number)]
IsoDateTime = Annotated[AwareDatetime, BeforeValidator(_no_number)]
