from typing import Literal

JudgementVerdict = Literal[
    "accepted", "bad_signature", "broken_link", "fork", "former_key", "overlap", "rollback", "wrong_key"
]

JUDGEMENT_VERDICT_VALUES: set[JudgementVerdict] = {
    "accepted",
    "bad_signature",
    "broken_link",
    "fork",
    "former_key",
    "overlap",
    "rollback",
    "wrong_key",
}


def check_judgement_verdict(value: str) -> JudgementVerdict:
    if value in JUDGEMENT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {JUDGEMENT_VERDICT_VALUES!r}")
