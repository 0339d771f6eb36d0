from typing import Literal

PlacedOutVerdict = Literal[
    "already_there", "in_other_farm", "livestock_gone", "livestock_not_found", "placed", "placed_later"
]

PLACED_OUT_VERDICT_VALUES: set[PlacedOutVerdict] = {
    "already_there",
    "in_other_farm",
    "livestock_gone",
    "livestock_not_found",
    "placed",
    "placed_later",
}


def check_placed_out_verdict(value: str) -> PlacedOutVerdict:
    if value in PLACED_OUT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLACED_OUT_VERDICT_VALUES!r}")
