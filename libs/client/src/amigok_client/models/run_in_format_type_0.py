from typing import Literal

RunInFormatType0 = Literal["csv", "pdf", "xlsx"]

RUN_IN_FORMAT_TYPE_0_VALUES: set[RunInFormatType0] = {
    "csv",
    "pdf",
    "xlsx",
}


def check_run_in_format_type_0(value: str) -> RunInFormatType0:
    if value in RUN_IN_FORMAT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RUN_IN_FORMAT_TYPE_0_VALUES!r}")
