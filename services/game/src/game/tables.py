"""What several tables share: the order of locks."""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first, and within a rank by id, so that nobody waits for each other."""

    ANIMALS = 1
    CONTESTS = 2
    FACTS = 3
    FOLLOWED = 4
    PLAYERS = 5
