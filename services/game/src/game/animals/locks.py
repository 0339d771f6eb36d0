"""Locks on animals."""

from amigok_herd import lock_of
from game.animals.models import Animal
from game.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
