"""Locks on animals."""

from amigok_herd import lock_of
from care.animals.models import Animal
from care.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
