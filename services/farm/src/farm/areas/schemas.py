"""Areas over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In, NearMoment, Out, ProperName, Version
from farm.schemas import FieldIn

MOST = 1_000
"""Animals that one entry places at most."""

Verdict = Literal["placed", "already_there", "livestock_not_found", "livestock_gone", "in_other_farm", "placed_later"]
"""What became of an animal. `placed_later`: where it went after this entry is known already, and counts."""


def _each_once(ids: list[UUID]) -> list[UUID]:
    if len(set(ids)) < len(ids):
        raise ValueError("an animal is listed once")
    return ids


class AreaIn(In):
    name: ProperName


class AreaChange(AreaIn):
    """The whole area as it is to be."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class AreaOut(Out):
    """An area of a farm. One that is not active takes no animals."""

    id: UUID
    farm_id: UUID
    name: str
    is_active: bool
    version: int


class PlacementIn(FieldIn):
    """Which animals went where; a null area is none that has a name. They went there now unless a time is given."""

    area_id: UUID | None
    livestock_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST), AfterValidator(_each_once)]
    placed_at: NearMoment | None = None


class PlacedOut(Out):
    livestock_id: UUID
    verdict: Verdict


class PlacementOut(Out):
    """What became of each animal, in the order of the request."""

    id: UUID
    farm_id: UUID
    area_id: UUID | None
    placed_at: datetime
    animals: list[PlacedOut]
