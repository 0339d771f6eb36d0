"""The fields that requests and answers of many services have."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis import text
from amigok_chassis.text import Line, comparable
from amigok_chassis.values import IsoDateTime

LONGEST_NAME_KEY = 400
"""Characters that a name may be compared by: an index takes no more, and some characters stand for a whole phrase."""


def tidy_name(name: str) -> str:
    """Returns the name with single spaces. Raises ValueError when what it is compared by is too long."""
    tidied = " ".join(name.split())
    if len(comparable(tidied)) > LONGEST_NAME_KEY:
        raise ValueError("a name has no characters that stand for many")
    return tidied


def thousandths(quantity: Decimal) -> Decimal:
    """A quantity as a column of three decimals returns it: two spellings of one number are equal."""
    return quantity.quantize(Decimal("0.001"))


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("the moment is outside the calendar") from error


class In(BaseModel):
    """A request: what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """An answer, also made from a row."""

    model_config = ConfigDict(from_attributes=True)


Name = Annotated[Line, Field(min_length=1, max_length=100)]
LongName = Annotated[Line, Field(min_length=1, max_length=200)]
ProperName = Annotated[Name, AfterValidator(tidy_name)]
LongProperName = Annotated[LongName, AfterValidator(tidy_name)]
"""A name that no other row of its kind has."""
Prose = Annotated[text.Prose, Field(max_length=2000)]
Note = Annotated[Prose, Field(min_length=1)]
Reason = Annotated[Prose, Field(min_length=3)]
Moment = Annotated[IsoDateTime, AfterValidator(_utc)]
NearMoment = Annotated[Moment, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC))]
"""A moment of this century, so that days can be added to it."""
Version = Annotated[int, Field(strict=True, ge=1, le=2**62, description="The version that you have read")]
SeenVersion = Annotated[int, Query(ge=1, le=2**31 - 1, description="The version that you have read")]
"""The same, in the query of a request without a body."""
