"""Locks on animals."""

from amigok_herd import lock_of
from notification.animals.models import Animal
from notification.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
