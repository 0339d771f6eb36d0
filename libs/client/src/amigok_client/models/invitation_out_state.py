from typing import Literal

InvitationOutState = Literal["accepted", "declined", "invited", "removed"]

INVITATION_OUT_STATE_VALUES: set[InvitationOutState] = {
    "accepted",
    "declined",
    "invited",
    "removed",
}


def check_invitation_out_state(value: str) -> InvitationOutState:
    if value in INVITATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATION_OUT_STATE_VALUES!r}")
