from typing import Literal

ListingReportInReason = Literal[
    "contact_details", "fraud", "misleading", "offensive", "other", "prohibited", "wrong_animal"
]

LISTING_REPORT_IN_REASON_VALUES: set[ListingReportInReason] = {
    "contact_details",
    "fraud",
    "misleading",
    "offensive",
    "other",
    "prohibited",
    "wrong_animal",
}


def check_listing_report_in_reason(value: str) -> ListingReportInReason:
    if value in LISTING_REPORT_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_REPORT_IN_REASON_VALUES!r}")
