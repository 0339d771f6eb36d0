"""The guard that several routers of the farm have."""

from typing import Annotated

from fastapi import Depends

from amigok_chassis.auth import Principal, requires
from farm.machine import FARM_PEOPLE

by_farm_people = Depends(requires(*sorted(FARM_PEOPLE)))

FarmPeople = Annotated[Principal, by_farm_people]
"""Somebody who works with animals, here or elsewhere; or an administrator."""
