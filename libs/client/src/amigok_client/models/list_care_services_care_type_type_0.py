from typing import Literal

ListCareServicesCareTypeType0 = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

LIST_CARE_SERVICES_CARE_TYPE_TYPE_0_VALUES: set[ListCareServicesCareTypeType0] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_list_care_services_care_type_type_0(value: str) -> ListCareServicesCareTypeType0:
    if value in LIST_CARE_SERVICES_CARE_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CARE_SERVICES_CARE_TYPE_TYPE_0_VALUES!r}")
