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


IsoDate = Annotated[date, BeforeValidator(_no_number)]
IsoDateTime = Annotated[AwareDatetime, BeforeValidator(_no_number)]
