"""Order within an aggregate, and none between them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def waves(items: Iterable[T], subject: Callable[[T], str]) -> list[list[T]]:
    """Splits items so that the k-th of an aggregate is in wave k: within a wave, order does not matter."""
    seen: Counter[str] = Counter()
    result: defaultdict[int, list[T]] = defaultdict(list)
    for item in items:
        of = subject(item)
        result[seen[of]].append(item)
        seen[of] += 1
    return list(result.values())
