"""What several tables share: the order of locks, versions that clients have read, constraints that they can violate."""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first, and within a rank by id, so that nobody waits for each other.

    Periods and meals are locked last, by whoever holds what stands above them; after them only stocks.
    """

    ANIMALS = 1
    SUBSCRIPTIONS = 2
