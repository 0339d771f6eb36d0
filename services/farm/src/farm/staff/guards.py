"""The guards that several routers of the farm use."""

from typing import Annotated

from fastapi import Depends

from amigok_chassis.auth import Principal, requires
from farm.staff.roles import FARM_PEOPLE, JUDGES

by_farm_people = Depends(requires(*sorted(FARM_PEOPLE)))

FarmPeople = Annotated[Principal, by_farm_people]
"""Farm staff of any farm, a veterinarian or an administrator."""

Proposer = Annotated[Principal, Depends(requires(*sorted(FARM_PEOPLE), recent=True))]
"""One of these people after a fresh proof of who they are. They propose what a second person decides."""

Judge = Annotated[Principal, Depends(requires(*sorted(JUDGES), recent=True))]
"""A veterinarian or administrator after a fresh proof of who they are. They confirm what others have recorded."""
