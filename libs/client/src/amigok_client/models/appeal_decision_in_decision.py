from typing import Literal

AppealDecisionInDecision = Literal["rejected", "upheld"]

APPEAL_DECISION_IN_DECISION_VALUES: set[AppealDecisionInDecision] = {
    "rejected",
    "upheld",
}


def check_appeal_decision_in_decision(value: str) -> AppealDecisionInDecision:
    if value in APPEAL_DECISION_IN_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPEAL_DECISION_IN_DECISION_VALUES!r}")
