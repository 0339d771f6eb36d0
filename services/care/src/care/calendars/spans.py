"""Spans of time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Self


class Span(NamedTuple):
    """From a moment up to another, which is not part of it. A span that ends before it begins is empty."""

    begins: datetime
    ends: datetime

    def overlaps(self, other: "Span") -> bool:
        return self.begins < other.ends and other.begins < self.ends

    def within(self, other: "Span") -> "Span | None":
        """The part of it that lies in another one; None if there is none."""
        cut = Span(max(self.begins, other.begins), min(self.ends, other.ends))
        return cut if cut.begins < cut.ends else None

    def widened(self, by: timedelta) -> Self:
        """Begins earlier and ends later by so much."""
        return self._replace(begins=self.begins - by, ends=self.ends + by)

    def contains(self, other: "Span") -> bool:
        return self.begins <= other.begins and other.ends <= self.ends


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time in as few spans as possible, earliest first. Empty spans are left out."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.begins < span.ends):
        if found and span.begins <= found[-1].ends:
            found[-1] = Span(found[-1].begins, max(found[-1].ends, span.ends))
        else:
            found.append(span)
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of spans, earliest first, where others take time from them. Linear after sorting both."""
    left: list[Span] = []
    busy = merged(taken)
    first = 0
    for span in merged(spans):
        begins = span.begins
        while first < len(busy) and busy[first].ends <= begins:
            first += 1
        for each in busy[first:]:
            if each.begins >= span.ends:
                break
            left.append(Span(begins, each.begins))
            begins = max(begins, each.ends)
        left.append(Span(begins, span.ends))
    return [span for span in left if span.begins < span.ends]
