from typing import Literal

RulesAdmission = Literal["automatic", "by_hand"]

RULES_ADMISSION_VALUES: set[RulesAdmission] = {
    "automatic",
    "by_hand",
}


def check_rules_admission(value: str) -> RulesAdmission:
    if value in RULES_ADMISSION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULES_ADMISSION_VALUES!r}")
