"""Locks on animals."""

from amigok_herd import lock_of
from analytics.animals.models import Animal
from analytics.tables import Rank

ANIMALS = lock_of(Animal, Rank.ANIMALS)
"""Keys: ids of animals."""
