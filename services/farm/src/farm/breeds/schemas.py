"""Breeds over HTTP."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from amigok_chassis.schemas import In, LongName, Name, Out, ProperName, Prose, Version
from farm.schemas import Weight

_Key = Annotated[str, StringConstraints(max_length=50, pattern=r"^[A-Za-z0-9_]+$")]
_Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e12, le=1e12)]
_Scalar = Annotated[bool, Field(strict=True)] | Annotated[int, Field(strict=True, ge=-(10**12), le=10**12)] | _Number
_Names = Annotated[list[Name], Field(max_length=20)]
Characteristics = Annotated[dict[_Key, _Scalar | LongName | _Names], Field(max_length=30)]
"""A flat JSON object of short texts, numbers, booleans and lists of short texts."""


class _Breed(In):
    name: ProperName
    description: Prose | None = None
    typical_weight_kg: Weight | None = None
    characteristics: Characteristics = Field(default_factory=dict)


class BreedIn(_Breed):
    livestock_type_id: UUID


class BreedChange(_Breed):
    """The whole breed as it is to be; its type stays."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class TypicalWeightIn(In):
    """What a grown animal of a breed weighs, null if that is not known, and the breed's version that you have read."""

    version: Version
    typical_weight_kg: Weight | None


class BreedOut(Out):
    id: UUID
    livestock_type_id: UUID
    name: str
    description: str | None
    typical_weight_kg: Decimal | None
    characteristics: dict[str, Any]
    is_active: bool
    version: int


class BreedDetails(BreedOut):
    """What administrators see in addition. `created_by` is null for breeds older than this record."""

    created_by: UUID | None
