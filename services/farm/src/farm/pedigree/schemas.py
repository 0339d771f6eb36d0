"""Particulars of animals over HTTP."""

from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.schemas import In, Version
from amigok_chassis.values import IsoDate
from farm.livestock.schemas import Eid


class ParticularsIn(In):
    """All particulars as they are to be, null for what is not known, and the animal's version that you have read."""

    version: Version
    eid: Eid | None
    date_of_birth: IsoDate | None
    genetic_dam_id: UUID | None
    sire_id: UUID | None
    birth_dam_id: UUID | None


class ProposedParticulars(BaseModel):
    """Other particulars of an animal, and who proposes them."""

    livestock_id: UUID
    particulars: ParticularsIn
    proposed_by: UUID
