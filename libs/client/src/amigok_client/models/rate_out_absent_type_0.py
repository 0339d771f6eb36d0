from typing import Literal

RateOutAbsentType0 = Literal[
    "no_rate", "no_sign_change", "nothing_invested", "nothing_moved", "one_day", "several_rates", "too_short"
]

RATE_OUT_ABSENT_TYPE_0_VALUES: set[RateOutAbsentType0] = {
    "no_rate",
    "no_sign_change",
    "nothing_invested",
    "nothing_moved",
    "one_day",
    "several_rates",
    "too_short",
}


def check_rate_out_absent_type_0(value: str) -> RateOutAbsentType0:
    if value in RATE_OUT_ABSENT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RATE_OUT_ABSENT_TYPE_0_VALUES!r}")
