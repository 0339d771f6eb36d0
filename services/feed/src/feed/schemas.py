"""The types of fields that several nouns have in their requests and answers."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis import text
from amigok_chassis.text import Line, comparable
from amigok_chassis.values import IsoDateTime

LONGEST_NAME_KEY = 400
"""Characters that a name may be compared by: an index takes no more, and some characters stand for a whole phrase."""


def _tidy(name: str) -> str:
    tidied = " ".join(name.split())
    if len(comparable(tidied)) > LONGEST_NAME_KEY:
        raise ValueError("a name has no characters that stand for many")
    return tidied


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("the moment is outside the calendar") from error


def grams(kg: Decimal) -> Decimal:
    """The same weight, to the gram: two spellings of one number are equal."""
    return kg.quantize(Decimal("0.001"))


ProperName = Annotated[Line, Field(min_length=1, max_length=200), AfterValidator(_tidy)]
"""A name that no other row of its kind has."""
Prose = Annotated[text.Prose, Field(max_length=2000)]
NearMoment = Annotated[
    IsoDateTime,
    AfterValidator(_utc),
    Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC)),
]
"""A moment of this century, so that days can be added to it."""
Version = Annotated[int, Field(strict=True, ge=1, le=2**31 - 1, description="The version that you have read")]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)
