"""The reasons why an animal may not be sold, apart from its status. The table is read by code, constraint and tests."""

from dataclasses import dataclass

DISPUTE = "dispute"


@dataclass(frozen=True)
class Reason:
    """What a code means. `by_hand`: administrators may place and clear such blocks themselves, with a note.

    `asked_by` are the services whose events may ask for such blocks, and end them.
    """

    meaning: str
    by_hand: bool = False
    asked_by: frozenset[str] = frozenset()


REASONS = {
    "withdrawal_period": Reason("The withdrawal period of a medicine for meat has not ended."),
    "quarantine": Reason("The animal, or the farm it is in, is in quarantine."),
    "unconfirmed": Reason("It was born here, and nobody except the person who recorded the birth has seen it yet."),
    "removal_requested": Reason("Its owner is taking it out of the platform."),
    "debt": Reason("Its owner owes the platform money for it."),
    "claim": Reason("An insurance claim is open.", by_hand=True),
    "dispute": Reason("A payment for it is disputed.", by_hand=True),
    "contest": Reason("It takes part in a contest that forbids its sale.", by_hand=True, asked_by=frozenset({"game"})),
    "unpaid_feed": Reason("Its owner has not paid for its feed.", asked_by=frozenset({"feed"})),
    "unpaid_care": Reason("Its owner has not paid for its care.", asked_by=frozenset({"care"})),
    "in_escrow": Reason("Its price is still held for the seller.", asked_by=frozenset({"marketplace"})),
    "other": Reason("An administrator blocked it for another reason.", by_hand=True),
}
