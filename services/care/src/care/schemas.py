"""The types of fields that several nouns have in their requests and answers."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis import text
from amigok_chassis.text import Line, comparable

LONGEST_NAME_KEY = 400
"""Characters that a name may be compared by: an index takes no more, and some characters stand for a whole phrase."""


def tidy_name(name: str) -> str:
    """Returns the name with single spaces. Raises ValueError when what it is compared by is too long."""
    tidied = " ".join(name.split())
    if len(comparable(tidied)) > LONGEST_NAME_KEY:
        raise ValueError("a name has no characters that stand for many")
    return tidied


ProperName = Annotated[Line, Field(min_length=1, max_length=100), AfterValidator(tidy_name)]
"""A name that no other row of its kind has."""
Prose = Annotated[text.Prose, Field(max_length=2000)]
Note = Annotated[Prose, Field(min_length=1)]
Reason = Annotated[Prose, Field(min_length=3)]
Version = Annotated[int, Field(strict=True, ge=1, le=2**62, description="The version that you have read")]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)
