"""Livestock types over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import Field, StringConstraints

from amigok_chassis.schemas import In, Out, ProperName, Prose, Version

IncludeRetired = Annotated[bool, Query(description="Also list those that take no new animals")]

IconUrl = Annotated[
    str, StringConstraints(max_length=500, pattern=r"^https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[!-~]*)?$")
]
"""Browsers load it, so it has no user, no password and no other scheme."""


class LivestockTypeIn(In):
    name: ProperName
    description: Prose | None = None
    icon_url: IconUrl | None = None


class LivestockTypeChange(LivestockTypeIn):
    """The whole type as it is to be."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class LivestockTypeOut(Out):
    id: UUID
    name: str
    description: str | None
    icon_url: str | None
    is_active: bool
    version: int


class LivestockTypeDetails(LivestockTypeOut):
    """What administrators see in addition. `created_by` is null for types older than this record."""

    created_by: UUID | None
