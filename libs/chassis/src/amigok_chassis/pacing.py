"""How batches grow in a rush (ADR 54)."""

LONGEST_REST = 0.2


def rest(count: int, seconds: float, *, full: int) -> float:
    """How long to wait after a batch of so many that took so long; `full` is the largest batch.

    A batch costs much more than one more in it. So where work comes faster than it is done one by one, the next batch
    may grow meanwhile. What came alone is followed at once, and so is a batch that was full.
    """
    return min(seconds * (1 - count / full), LONGEST_REST) if count > 1 else 0
