from typing import Literal

EvidenceOutVerdict = Literal[
    "accepted", "bad_signature", "broken_link", "fork", "former_key", "overlap", "rollback", "wrong_key"
]

EVIDENCE_OUT_VERDICT_VALUES: set[EvidenceOutVerdict] = {
    "accepted",
    "bad_signature",
    "broken_link",
    "fork",
    "former_key",
    "overlap",
    "rollback",
    "wrong_key",
}


def check_evidence_out_verdict(value: str) -> EvidenceOutVerdict:
    if value in EVIDENCE_OUT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVIDENCE_OUT_VERDICT_VALUES!r}")
