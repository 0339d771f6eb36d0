"""Wash trades: an animal goes from owner to owner and comes back, so that its price says nothing.

A circle is two moments at which the same account got the animal, with others in between. People do buy back what they
sold; that is why a circle is a reason to look, and no verdict.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

WITHIN = timedelta(days=180)
"""A circle that takes longer is no wash trade."""


class Hand(NamedTuple):
    """Somebody got the animal at a moment; None is the platform."""

    owner_id: UUID | None
    at: datetime


class Circle(NamedTuple):
    """Somebody got an animal, lost it, and got it back, over so many others."""

    owner_id: UUID
    began_at: datetime
    closed_at: datetime
    through: tuple[UUID, ...]


def circles(hands: Sequence[Hand], *, since: datetime) -> list[Circle]:
    """The circles among the owners of one animal, in their order, that closed after a moment."""
    found, last = [], dict[UUID, int]()
    for number, hand in enumerate(hands):
        if hand.owner_id is None:
            continue
        before = last.get(hand.owner_id)
        last[hand.owner_id] = number
        if before is not None and (circle := _circle(hands, before, number)) and circle.closed_at >= since:
            found.append(circle)
    return found


def _circle(hands: Sequence[Hand], first: int, second: int) -> Circle | None:
    """The way from one moment back to the same owner; none where only the platform had it, or it took too long."""
    opened, closed = hands[first], hands[second]
    through = tuple({hand.owner_id: None for hand in hands[first + 1 : second] if hand.owner_id is not None})
    if not through or closed.at - opened.at > WITHIN or opened.owner_id is None:
        return None
    return Circle(opened.owner_id, opened.at, closed.at, through)
