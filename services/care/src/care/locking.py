"""The order in which rows are locked, so that batches, jobs and requests wait for each other and never deadlock.

Within a rank, rows are locked by id.
"""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first."""

    ANIMALS = 1
    REQUESTS = 2
