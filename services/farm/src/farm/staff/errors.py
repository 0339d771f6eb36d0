"""What is refused because of who acts, by name."""

from collections.abc import Sequence
from typing import Literal

from amigok_chassis.errors import DomainError, Forbidden, NotFound


class NotFarmStaff(NotFound):
    """This user does not work on this farm."""

    code = "not_farm_staff"


class OtherFarm(Forbidden):
    """You do not work on this farm."""

    code = "other_farm"


Why = Literal[
    "changed_hands",
    "correction",
    "dam_age",
    "gain",
    "interval",
    "litter",
    "newborn_weight",
    "payout",
    "price",
    "typical_weight",
    "weight_for_age",
]
"""Why one person's word is not enough: the codes."""


class Doubt:
    """Why one person's word is not enough: a stable code, and a sentence for people."""

    def __init__(self, code: Why, detail: str) -> None:
        self.code, self.detail = code, detail


class SecondPersonNeeded(DomainError):
    """A second person must approve this: propose it. `why` has the codes of the doubts."""

    status, code = 409, "second_person_needed"
    sends = {"why": list[Why]}

    def __init__(self, why: Sequence[Doubt]) -> None:
        super().__init__(" ".join(doubt.detail for doubt in why), why=[doubt.code for doubt in why])


def refuse_doubtful(doubts: Sequence[Doubt]) -> None:
    """Raises SecondPersonNeeded where there is any doubt."""
    if doubts:
        raise SecondPersonNeeded(doubts)
