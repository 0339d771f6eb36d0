"""The reasons why an animal may not be sold, beside its status: one table, read by code, constraint and tests."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """What a code means. `by_hand`: administrators may place and clear such blocks too, with a note."""

    meaning: str
    by_hand: bool = False


REASONS = {
    "withdrawal_period": Reason("A medicine's withdrawal period for meat has not ended."),
    "quarantine": Reason("The animal, or the farm it is in, is in quarantine."),
    "unconfirmed": Reason("It was born here, and nobody but who recorded that has seen it yet."),
    "withdraw_requested": Reason("Its owner is taking it out of the platform."),
    "claim": Reason("An insurance claim is open.", by_hand=True),
    "dispute": Reason("Somebody disputes a payment for it.", by_hand=True),
    "contest": Reason("It takes part in a contest that forbids its sale.", by_hand=True),
    "other": Reason("An administrator blocked it, for a reason of their own.", by_hand=True),
}
