from typing import Literal

ParticipantOutState = Literal[
    "admitted", "cancelled", "competing", "disqualified", "lost", "refused", "registered", "withdrawn"
]

PARTICIPANT_OUT_STATE_VALUES: set[ParticipantOutState] = {
    "admitted",
    "cancelled",
    "competing",
    "disqualified",
    "lost",
    "refused",
    "registered",
    "withdrawn",
}


def check_participant_out_state(value: str) -> ParticipantOutState:
    if value in PARTICIPANT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PARTICIPANT_OUT_STATE_VALUES!r}")
