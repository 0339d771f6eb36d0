from typing import Literal

ParticipantOutFeeStateType0 = Literal[
    "asked", "captured", "capturing", "held", "refunded", "refunding", "refused", "released"
]

PARTICIPANT_OUT_FEE_STATE_TYPE_0_VALUES: set[ParticipantOutFeeStateType0] = {
    "asked",
    "captured",
    "capturing",
    "held",
    "refunded",
    "refunding",
    "refused",
    "released",
}


def check_participant_out_fee_state_type_0(value: str) -> ParticipantOutFeeStateType0:
    if value in PARTICIPANT_OUT_FEE_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTICIPANT_OUT_FEE_STATE_TYPE_0_VALUES!r}")
