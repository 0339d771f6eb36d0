from typing import Literal

ReportChannel = Literal["email", "sms"]

REPORT_CHANNEL_VALUES: set[ReportChannel] = {
    "email",
    "sms",
}


def check_report_channel(value: str) -> ReportChannel:
    if value in REPORT_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_CHANNEL_VALUES!r}")
