from typing import Literal

StatementLineState = Literal["asked", "open", "refused", "settled", "settling"]

STATEMENT_LINE_STATE_VALUES: set[StatementLineState] = {
    "asked",
    "open",
    "refused",
    "settled",
    "settling",
}


def check_statement_line_state(value: str) -> StatementLineState:
    if value in STATEMENT_LINE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_LINE_STATE_VALUES!r}")
