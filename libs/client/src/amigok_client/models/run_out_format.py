from typing import Literal

RunOutFormat = Literal["csv", "pdf", "xlsx"]

RUN_OUT_FORMAT_VALUES: set[RunOutFormat] = {
    "csv",
    "pdf",
    "xlsx",
}


def check_run_out_format(value: str) -> RunOutFormat:
    if value in RUN_OUT_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RUN_OUT_FORMAT_VALUES!r}")
