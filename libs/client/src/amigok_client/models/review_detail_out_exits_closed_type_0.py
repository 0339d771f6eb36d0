from typing import Literal

ReviewDetailOutExitsClosedType0 = Literal["account_inactive", "dispute_open", "exits_stopped"]

REVIEW_DETAIL_OUT_EXITS_CLOSED_TYPE_0_VALUES: set[ReviewDetailOutExitsClosedType0] = {
    "account_inactive",
    "dispute_open",
    "exits_stopped",
}


def check_review_detail_out_exits_closed_type_0(value: str) -> ReviewDetailOutExitsClosedType0:
    if value in REVIEW_DETAIL_OUT_EXITS_CLOSED_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_DETAIL_OUT_EXITS_CLOSED_TYPE_0_VALUES!r}")
