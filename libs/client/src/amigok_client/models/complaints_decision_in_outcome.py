from typing import Literal

ComplaintsDecisionInOutcome = Literal["part", "refund", "release"]

COMPLAINTS_DECISION_IN_OUTCOME_VALUES: set[ComplaintsDecisionInOutcome] = {
    "part",
    "refund",
    "release",
}


def check_complaints_decision_in_outcome(value: str) -> ComplaintsDecisionInOutcome:
    if value in COMPLAINTS_DECISION_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINTS_DECISION_IN_OUTCOME_VALUES!r}")
