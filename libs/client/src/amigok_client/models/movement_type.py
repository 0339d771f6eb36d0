from typing import Literal

MovementType = Literal[
    "charge",
    "correction",
    "credit",
    "debt",
    "debt_given_up",
    "debt_paid",
    "deposit",
    "dispute_lost",
    "earning",
    "hold",
    "proceeds_kept",
    "purchase",
    "refund",
    "refund_returned",
    "release",
    "reward",
    "sale",
    "transfer_in",
    "transfer_out",
    "withdrawal",
    "withdrawal_returned",
]

MOVEMENT_TYPE_VALUES: set[MovementType] = {
    "charge",
    "correction",
    "credit",
    "debt",
    "debt_given_up",
    "debt_paid",
    "deposit",
    "dispute_lost",
    "earning",
    "hold",
    "proceeds_kept",
    "purchase",
    "refund",
    "refund_returned",
    "release",
    "reward",
    "sale",
    "transfer_in",
    "transfer_out",
    "withdrawal",
    "withdrawal_returned",
}


def check_movement_type(value: str) -> MovementType:
    if value in MOVEMENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MOVEMENT_TYPE_VALUES!r}")
