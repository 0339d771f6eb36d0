"""Values as clients write them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

LINE = r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
"""One line of what people write, for it is shown to others and in terminals: no control characters, and none that turn
the direction of writing."""

_NUMBER = re.compile(r"\s*[-+]?[0-9.]+(e[-+]?[0-9]+)?\s*", re.IGNORECASE)


def _no_number(value: Any) -> Any:
    """Pydantic would take a number for seconds since 1970."""
    if isinstance(value, int | float) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
        raise ValueError("a time is written as in ISO 8601, such as 2024-03-01 or 2024-03-01T09:30:00Z")
    return value


IsoDate = Annotated[date, BeforeValidator(_no_number)]
IsoDateTime = Annotated[AwareDatetime, BeforeValidator(_no_number)]
