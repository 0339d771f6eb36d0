"""Saved searches over HTTP."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from amigok_chassis.schemas import Name
from marketplace.searches.schemas import MOST_DAYS, Wanted

_Flag = Annotated[bool, Field(strict=True)]
_Days = Annotated[int, Field(strict=True, ge=0, le=MOST_DAYS)]
"""Queries have no types; in JSON a number is no text."""


class SavedSearchIn(Wanted):
    """What you look for, as in a search, under a name. You are told of each listing once.

    Typing errors in words are corrected when you save it.
    """

    name: Name = Field(examples=["Dorper ewes"])
    min_age_days: _Days | None = None
    max_age_days: _Days | None = None
    health_cleared: _Flag | None = Field(None, description="Examined by a veterinarian in the last 90 days")
    has_photos: _Flag | None = None
    negotiable: _Flag | None = None

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        if not self.model_dump(exclude_defaults=True, exclude={"name", "currency", "near"}):
            raise ValueError("name at least one thing that you look for")
        return self

    @property
    def wanted(self) -> Wanted:
        """What is looked for, without the name."""
        return Wanted.model_construct(**{name: getattr(self, name) for name in Wanted.model_fields})


class SavedSearchOut(Wanted):
    """A saved search."""

    id: UUID
    name: str = Field(examples=["Dorper ewes"])
    saved_at: AwareDatetime
