"""Locks on animals."""

from amigok_herd import lock_of
from feed.animals.models import Animal
from feed.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
