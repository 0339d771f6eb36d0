"""Locks on farms by who works there."""

from amigok_chassis.needs import Lock
from farm.staff.service import lock_farms_of

WORKPLACES = Lock(2, lock_farms_of)
"""Keys: ids of users. Locks the farms that they work on, after animals."""
