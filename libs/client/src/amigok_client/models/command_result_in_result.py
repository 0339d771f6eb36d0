from typing import Literal

CommandResultInResult = Literal["done", "failed"]

COMMAND_RESULT_IN_RESULT_VALUES: set[CommandResultInResult] = {
    "done",
    "failed",
}


def check_command_result_in_result(value: str) -> CommandResultInResult:
    if value in COMMAND_RESULT_IN_RESULT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMMAND_RESULT_IN_RESULT_VALUES!r}")
