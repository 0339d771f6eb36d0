from typing import Literal

PrizeWonOutReasonType0 = Literal[
    "account_deleted", "account_inactive", "disqualified", "fee_disputed", "not_verified", "suspicion"
]

PRIZE_WON_OUT_REASON_TYPE_0_VALUES: set[PrizeWonOutReasonType0] = {
    "account_deleted",
    "account_inactive",
    "disqualified",
    "fee_disputed",
    "not_verified",
    "suspicion",
}


def check_prize_won_out_reason_type_0(value: str) -> PrizeWonOutReasonType0:
    if value in PRIZE_WON_OUT_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIZE_WON_OUT_REASON_TYPE_0_VALUES!r}")
