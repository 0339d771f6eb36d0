"""What several tables share: the order of locks.

Rows are locked in one order, so that batches, jobs and requests wait for each other and never deadlock. Within a rank,
they are locked by id.
"""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first."""

    ANIMALS = 1
    PLAYERS = 4
