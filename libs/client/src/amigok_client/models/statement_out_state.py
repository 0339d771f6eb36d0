from typing import Literal

StatementOutState = Literal["asked", "open", "refused", "settled", "settling"]

STATEMENT_OUT_STATE_VALUES: set[StatementOutState] = {
    "asked",
    "open",
    "refused",
    "settled",
    "settling",
}


def check_statement_out_state(value: str) -> StatementOutState:
    if value in STATEMENT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_OUT_STATE_VALUES!r}")
