from typing import Literal

AppealAnswerInDecision = Literal["overturned", "upheld"]

APPEAL_ANSWER_IN_DECISION_VALUES: set[AppealAnswerInDecision] = {
    "overturned",
    "upheld",
}


def check_appeal_answer_in_decision(value: str) -> AppealAnswerInDecision:
    if value in APPEAL_ANSWER_IN_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {APPEAL_ANSWER_IN_DECISION_VALUES!r}")
