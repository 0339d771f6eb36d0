"""The order in which rows of several tables are locked, so that batches, jobs and requests never deadlock.

Within a rank, rows are locked by id.
"""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first."""

    ANIMALS = 1
    DEVICES = 2
    CAMERAS = 3
