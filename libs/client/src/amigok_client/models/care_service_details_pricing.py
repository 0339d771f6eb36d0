from typing import Literal

CareServiceDetailsPricing = Literal["estimated", "fixed"]

CARE_SERVICE_DETAILS_PRICING_VALUES: set[CareServiceDetailsPricing] = {
    "estimated",
    "fixed",
}


def check_care_service_details_pricing(value: str) -> CareServiceDetailsPricing:
    if value in CARE_SERVICE_DETAILS_PRICING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_DETAILS_PRICING_VALUES!r}")
