"""The order in which rows are locked, so that batches, jobs and requests wait for each other and never deadlock.

Within a rank, rows are locked by id. Listings and animals are locked so that rows which refer to them can be stored
meanwhile (`FOR NO KEY UPDATE`).
"""

from enum import IntEnum


class Rank(IntEnum):
    """Rows of a lower rank are locked first."""

    ORDERS = 1
    COMPLAINTS = 2
    ANIMALS = 3
    LISTINGS = 4
    OFFERS = 5
