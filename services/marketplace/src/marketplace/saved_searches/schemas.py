"""Saved searches over HTTP."""

from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from amigok_chassis.schemas import Name
from marketplace.searches.schemas import Wanted


class SavedSearchIn(Wanted):
    """What you look for, as in a search, under a name. You are told of each listing once.

    Typing errors in words are corrected when you save it.
    """

    name: Name = Field(examples=["Dorper ewes"])

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        if not self.model_dump(exclude_defaults=True, exclude={"name", "currency", "near"}):
            raise ValueError("name at least one thing that you look for")
        return self

    @property
    def wanted(self) -> Wanted:
        """What is looked for, without the name."""
        return Wanted.model_validate(self.model_dump(exclude={"name"}))


class SavedSearchOut(Wanted):
    """A saved search."""

    id: UUID
    name: str = Field(examples=["Dorper ewes"])
    saved_at: AwareDatetime
