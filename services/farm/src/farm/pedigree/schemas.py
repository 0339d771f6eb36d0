"""Particulars of animals over HTTP."""

from uuid import UUID

from amigok_chassis.values import IsoDate
from farm.schemas import Eid, In


class ParticularsIn(In):
    """All of them as they shall be; null for what is not known."""

    eid: Eid | None
    date_of_birth: IsoDate | None
    genetic_dam_id: UUID | None
    sire_id: UUID | None
    birth_dam_id: UUID | None
