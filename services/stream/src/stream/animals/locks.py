"""Locks on animals."""

from amigok_herd import lock_of
from stream.animals.models import Animal
from stream.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
