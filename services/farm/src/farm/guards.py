"""The guards that several routers of the farm have."""

from typing import Annotated

from fastapi import Depends

from amigok_chassis.auth import Principal, requires
from farm.machine import FARM_PEOPLE

by_farm_people = Depends(requires(*sorted(FARM_PEOPLE)))

FarmPeople = Annotated[Principal, by_farm_people]
"""Somebody who works with animals, here or elsewhere; or an administrator."""

Proposer = Annotated[Principal, Depends(requires(*sorted(FARM_PEOPLE), recent=True))]
"""One of them, who has proved just now who they are: they propose what a second person decides."""

Judge = Annotated[Principal, Depends(requires("admin", "veterinarian", recent=True))]
"""A veterinarian or administrator who has: they confirm what others have recorded."""
